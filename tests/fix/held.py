"""What a fix must never do, told without the code that makes sure of it: by words, lines and comments."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

import yaml

from malkoll.diagnostic import Diagnostic
from malkoll.file_report import FileReport
from malkoll.fix.mending import Mended
from malkoll.source import SourceFile

Mend = Callable[[bytes], Mended]
Check = Callable[[bytes], FileReport]
_COMMENT = re.compile(r"# anm\d+[^\r\n]*")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_INSERTING = {"MK111", "MK303"}


def hold(before: bytes, mend: Mend, check: Check) -> Mended:
    """Fix a document, and hold what came of it against what it was."""
    mended = mend(before)
    after = mended.data
    if not mended.made:
        assert after == before, "changed without a fix"
        return mended
    old, new = SourceFile("a", before), SourceFile("a", after)
    assert new.decoding.trouble is None
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    assert len(check(after).diagnostics) <= len(check(before).diagnostics)
    assert mend(after).data == after, "not idempotent"
    assert _comments(old.text) == _comments(new.text)
    _hold_words(old.text, new.text, mended.made)
    _hold_lines(old.text, new.text, mended.made)
    _hold_values(old.text, new.text, mended.made)
    return mended


def _comments(text: str) -> list[str]:
    return [_plain(comment) for comment in _COMMENT.findall(text)]


def _plain(text: str) -> str:
    """Leave out what can't be seen, and write each letter as one."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(one for one in composed if unicodedata.category(one) not in {"Cf", "Cc", "Zs", "Zl", "Zp"})


def _words(text: str) -> Counter[str]:
    shown = "".join(
        "" if unicodedata.category(one) == "Cf" else " " if unicodedata.category(one)[0] in "CZ" else one
        for one in unicodedata.normalize("NFC", text)
    )
    return Counter(re.findall(r"\w+", shown))


def _hold_words(before: str, after: str, made: tuple[Diagnostic, ...]) -> None:
    """Hold that no word is lost, but for those on lines that a fix about words is for."""
    lost = _words(before) - _words(after)
    about = [one for one in made if not one.code.startswith("MK0")]
    may_go = Counter[str]()
    for one in about:
        for place in (one.location, *one.also):
            for _, line in place.lines:
                may_go += _words(line)
    kept = {word for word in lost if word not in may_go} - {"yaml"}
    assert not kept, f"lost: {kept}"


def _hold_lines(before: str, after: str, made: tuple[Diagnostic, ...]) -> None:
    """Hold that no more lines changed than there are edits, and that every line end is as it was."""
    lost = Counter(map(_stripped, _LINE_ENDS.split(before))) - Counter(
        map(_stripped, _LINE_ENDS.split(after))
    )
    edits = [edit for one in made if one.code != "MK011" for edit in one.fix.edits] if made else []  # type: ignore[union-attr]
    touched = sum(edit.end.line - edit.start.line + 1 for edit in edits)
    assert lost.total() <= touched, "other lines than those that were fixed have changed"
    had, has = Counter(_LINE_ENDS.findall(before)), Counter(_LINE_ENDS.findall(after))
    if had["\r"] and had["\n"]:
        # a line between them that is emptied makes one line end of two
        return
    inserted = sum(one.code in _INSERTING for one in made)
    removed = sum(edit.end.line - edit.start.line for edit in edits)
    assert (has - had).total() <= inserted
    assert (had - has).total() <= removed
    own = _LINE_ENDS.search(before)
    assert set(has - had) <= ({own[0]} if own else {"\n"})


def _stripped(line: str) -> str:
    return unicodedata.normalize("NFC", line)


def _hold_values(before: str, after: str, made: tuple[Diagnostic, ...]) -> None:
    """Hold, with another reader of YAML, that values are what they were, where it can read both."""
    if any(one.code in {"MK003", "MK010"} for one in made):
        # it was read in spite of a mistake, which the other reader can't
        return
    try:
        had = _leaves(yaml.load(_DECIMAL.sub(".", before), Loader=yaml.BaseLoader))  # noqa: S506 - texts alone
    except (yaml.YAMLError, ValueError, TypeError):
        return
    has = _leaves(yaml.load(_DECIMAL.sub(".", after), Loader=yaml.BaseLoader))  # noqa: S506 - texts alone
    about_values = [one for one in made if one.code[:3] not in {"MK0", "MK9"} or one.code == "MK009"]
    inserted = sum(one.code in _INSERTING for one in made)
    assert len(has) == len(had) + inserted
    changed = (Counter(had) - Counter(has)).total()
    assert changed <= len(about_values), "values changed that no fix is about"


def _leaves(data: object) -> list[str]:
    """Give the texts of a document, keys left out."""
    if isinstance(data, dict):
        return [leaf for value in data.values() for leaf in _leaves(value)]
    if isinstance(data, list):
        return [leaf for value in data for leaf in _leaves(value)]
    return [" ".join(_plain_blanks(str(data)).split())]


def _plain_blanks(text: str) -> str:
    return "".join(
        "" if unicodedata.category(one) == "Cf" else " " if unicodedata.category(one)[0] in "CZ" else one
        for one in unicodedata.normalize("NFC", text)
    )
