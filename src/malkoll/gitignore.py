"""Patterns as git's ignore files have them: ``*.yaml``, ``/drafts/``, ``**/old``, ``!keep.yaml``.

Matching is ours, segment by segment, and costs at most pattern × path: an ignore file may come
from a stranger, and a regular expression for ``*a*a*a*b`` could run for hours. As in git, ``?`` and
``[…]`` stand for one byte: names and patterns are held as bytes, a character for each.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from malkoll import looked
from malkoll.record import Record

LARGEST = 100_000
"""Bytes that are read of an ignore file."""

_MAGIC = re.compile(r"[*?\[\\]")
_CLASSES = {
    "alnum": "[0-9A-Za-z]", "alpha": "[A-Za-z]", "blank": r"[ \t]", "cntrl": r"[\x00-\x1f\x7f]", "digit": "[0-9]",
    "graph": "[!-~]", "lower": "[a-z]", "print": "[ -~]", "punct": r"[!-/:-@\[-`{-~]", "space": r"[\t-\r ]",
    "upper": "[A-Z]", "xdigit": "[0-9A-Fa-f]",
}  # fmt: skip
_SegmentTest = Callable[[str], object]


class Pattern(Record):
    """One line of an ignore file.

    Attributes:
        negated: it takes back what an earlier line ignores.
        folders_only: it ends with a slash.
        anchored: it holds a slash, so it means a path from the ignore file's folder.
        segments: tests of a path's parts; None stands for ``**``, any number of folders.

    """

    negated: bool
    folders_only: bool
    anchored: bool
    segments: tuple[_SegmentTest | None, ...]

    def matches(self, parts: Sequence[str], *, is_folder: bool) -> bool:
        if self.folders_only and not is_folder:
            return False
        if not self.anchored:
            test = self.segments[0]
            return test is not None and bool(test(parts[-1]))
        return _match(self.segments, parts)


def read_patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Read the lines of an ignore file; what git can't read matches nothing there and here."""
    return tuple(pattern for line in lines if (pattern := _pattern(_bytes_of(line))))


def decide(patterns: Sequence[Pattern], path: str, *, is_folder: bool) -> bool | None:
    """Tell whether a path (from the patterns' folder, with slashes) is ignored.

    The last pattern that matches decides; None when none does.
    """
    if not patterns:
        return None
    parts = _bytes_of(path).split("/")
    for pattern in reversed(patterns):
        if pattern.matches(parts, is_folder=is_folder):
            return not pattern.negated
    return None


def covers(patterns: Sequence[Pattern], path: str) -> bool:
    """Tell whether a file is ignored, by its own name or by that of a folder that it lies in."""
    if not patterns:
        return False
    folders = [path[:at] for at, character in enumerate(path) if character == "/"]
    if any(decide(patterns, folder, is_folder=True) for folder in folders):
        return True
    return bool(decide(patterns, path, is_folder=False))


def read_ignore_file(path: Path) -> tuple[Pattern, ...]:
    """Read an ignore file; one that isn't there or can't be read ignores nothing."""
    try:
        if not path.is_file():
            looked.whether(path, is_there=os.path.lexists(path))
            return ()
        with path.open("rb") as file:
            data = file.read(LARGEST)
            looked.at_file(path, data, LARGEST - 1)
    except OSError:
        looked.lose()
        return ()
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    return read_patterns(line.removesuffix("\r") for line in text.split("\n"))


def repository_root(folder: Path) -> Path | None:
    """Give the nearest folder upwards that holds ``.git``, a folder or a file; None outside repositories."""
    return next((one for one in (folder, *folder.parents) if holds_repository(one)), None)


def holds_repository(folder: Path) -> bool:
    """Tell whether a folder is the root of a repository."""
    is_root = os.path.lexists(folder / ".git")
    looked.whether(folder / ".git", is_there=is_root)
    return is_root


def _bytes_of(text: str) -> str:
    """Write a name as git sees it: a character for each of its bytes."""
    if text.isascii():
        return text
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def _pattern(line: str) -> Pattern | None:
    if line.startswith("#"):
        return None
    line = _without_trailing_blanks(line)
    negated = line.startswith("!")
    if negated:
        line = line[1:]
    folders_only = line.endswith("/")
    if folders_only:
        line = line[:-1]
    if not line or _ends_in_escape(line):
        return None
    anchored = "/" in line
    if not anchored:
        return Pattern(negated, folders_only, anchored, (_segment(line),))
    # an escaped slash parts names like any other
    names = [name[:-1] if _ends_in_escape(name) else name for name in line.removeprefix("/").split("/")]
    segments: list[_SegmentTest | None] = []
    for index, name in enumerate(names):
        is_last = index == len(names) - 1
        if len(name) < 2 or name.strip("*"):
            segments.append(_segment(name))
        elif is_last:
            # what lies below, not the folder itself
            segments += [None, _anything]
        elif not segments or segments[-1] is not None:
            segments.append(None)
    return Pattern(negated, folders_only, anchored, tuple(segments))


def _without_trailing_blanks(line: str) -> str:
    stripped = line.rstrip(" ")
    if stripped != line and _ends_in_escape(stripped):
        return f"{stripped} "
    return stripped


def _ends_in_escape(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _match(segments: Sequence[_SegmentTest | None], parts: Sequence[str]) -> bool:
    """Match segment by segment; on a mismatch go back to the latest ``**`` only, which is enough."""
    here = place = 0
    after_star, resume = -1, 0
    while place < len(parts):
        if here < len(segments):
            test = segments[here]
            if test is None:
                here += 1
                after_star, resume = here, place
                continue
            if test(parts[place]):
                here, place = here + 1, place + 1
                continue
        if after_star < 0:
            return False
        resume += 1
        here, place = after_star, resume
    return here == len(segments)


def _anything(_name: str) -> bool:
    return True


def _segment(text: str) -> _SegmentTest:
    """Make the test for one part of a path."""
    if not _MAGIC.search(text):
        return text.__eq__
    expression = _expression(text)
    return re.compile(expression, re.DOTALL).fullmatch if expression is not None else _nothing


def _nothing(_name: str) -> bool:
    return False


def _expression(text: str) -> str | None:
    """Turn a part of a pattern into a regular expression; None for what matches nothing.

    Between two stars the first match is as good as any, so it is never tried again (an atomic
    group): that keeps matching linear.
    """
    chunks: list[str] = [""]
    at = 0
    while at < len(text):
        character = text[at]
        at += 1
        if character == "*":
            chunks.append("")
        elif character == "?":
            chunks[-1] += "."
        elif character == "[":
            found = _bracket(text, at)
            if found is None:
                return None
            expression, at = found
            chunks[-1] += expression
        elif character == "\\":
            chunks[-1] += re.escape(text[at])
            at += 1
        else:
            chunks[-1] += re.escape(character)
    first, *rest = chunks
    if not rest:
        return first
    middle = "".join(f"(?>.*?{chunk})" for chunk in rest[:-1] if chunk)
    return f"{first}{middle}.*{rest[-1]}"


def _bracket(text: str, at: int) -> tuple[str, int] | None:
    """Read ``[a-z]``, ``[!a]``, ``[[:digit:]]``; None when it is never closed."""
    negated = text[at : at + 1] in ("!", "^")
    at += negated
    members: list[str] = []
    begin = at
    while at < len(text):
        character = text[at]
        if character == "]" and at > begin:
            either = "|".join(members)
            return (f"(?!{either})." if negated else f"(?:{either})"), at + 1
        if text.startswith("[:", at) and (end := text.find(":]", at)) > 0:
            named = _CLASSES.get(text[at + 2 : end])
            if named is None:
                return None
            members.append(named)
            at = end + 2
            continue
        low, at = _member(text, at)
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(text, at + 1)
            members.append(f"[{re.escape(low)}-{re.escape(high)}]" if low <= high else re.escape(low))
        else:
            members.append(re.escape(low))
    return None


def _member(text: str, at: int) -> tuple[str, int]:
    if text[at] == "\\" and at + 1 < len(text):
        return text[at + 1], at + 2
    return text[at], at + 1
