"""Comments: those that the tool reads, and those that cut a text short by mistake."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Mapping, Node, Scalar, Trouble, scalars

# made when first looked for: many documents hold no comment at all
_ADDRESSED = r"(?i)#+[ \t]*malkoll(?:[ \t]*:[ \t]*|[ \t]+(?=(?:ignor|undant)[\w-]*[ \t]*[\[(]))(?P<said>.*)"
_NAMED = r"(?i)#[ \t]*malkoll"
"""How each of those begins, and what few documents hold: only a ``#`` is looked at."""
_NUMBER = r"[\d.,%/ -]+\Z"
"""After a number or a date a ``#`` is a comment, if a tight one."""
_MAY_CUT = r"#(?<=[ \t]#)[^\s#!]"
"""Few documents hold this, and it is sooner looked for than each of their texts: only a ``#`` is looked at."""
_CUT = r"[ \t]+(#[^\s#!][^\r\n]*)"


class Comment(Record):
    """A comment that is addressed to the tool.

    Attributes:
        said: what stands after ``# malkoll:``.
        start: where that begins in the file.
        span: the whole comment, from its ``#``.
        alone: whether it has the line to itself.

    """

    said: str
    start: int
    span: Span
    alone: bool


def addresses_the_tool(text: str) -> bool:
    """Tell whether there may be a comment for the tool in a text: few comments name it at all."""
    return "#" in text and re.search(_NAMED, text) is not None


def comments(text: str, root: Node | None) -> Iterator[Comment]:
    """Give the comments that begin with ``malkoll:``; a ``#`` inside a text begins none."""
    if not addresses_the_tool(text):
        return
    spans = sorted((node.start, node.end) for node in scalars(root) if node.end > node.start)
    done = 0
    for named in re.finditer("malkoll", text, re.IGNORECASE):
        if named.start() < done:
            continue
        # looked for no further back than the line before, however few of its kind of line end there are
        first = max(text.rfind(end, done, named.start()) + 1 or done for end in "\r\n")
        line_end = re.compile(r"[\r\n]|\Z").search(text, named.end())
        done = line_end.start() if line_end else len(text)
        start = _unread(text, first, done) if root is None else _outside(text, first, done, spans)
        addressed = re.compile(_ADDRESSED).match(text, start, done) if start >= 0 else None
        if addressed is not None:
            said = addressed["said"].rstrip()
            begins = addressed.start("said")
            yield Comment(said, begins, Span(start, begins + len(said)), not text[first:start].strip())


def _outside(text: str, first: int, end: int, spans: list[tuple[int, int]]) -> int:
    """Find the first ``#`` of a line that stands in no text, or -1."""
    start = text.find("#", first, end)
    while start >= 0:
        before = bisect_right(spans, (start, len(text))) - 1
        if before < 0 or start >= spans[before][1] or _in_block_head(text, spans[before][0], start):
            return start
        start = text.find("#", spans[before][1], end)
    return -1


def _in_block_head(text: str, block: int, start: int) -> bool:
    """Tell whether a comment follows a block text's ``|`` on the same line, before the text."""
    return text[block] in "|>" and text.find("\n", block, start) < 0 and text.find("\r", block, start) < 0


def _unread(text: str, first: int, end: int) -> int:
    """Find it by the line alone, where the file can't be read as YAML."""
    for match in re.compile(r"(?:(?<=[ \t])|(?<![^\r\n]))#").finditer(text, first, end):
        return -1 if text.count('"', first, match.start()) % 2 else match.start()
    return -1


def cut_by_comment(text: str, root: Node) -> Iterator[Trouble]:
    """Find texts that end at a ``#`` which the writer hardly meant as a comment."""
    if "#" not in text or not re.search(_MAY_CUT, text):
        return
    cut = re.compile(_CUT)
    for node in _values(root):
        if node.style or (node.text and node.end <= node.start) or re.match(_NUMBER, node.text):
            continue
        match = cut.match(text, node.end)
        if match is None or re.match(_ADDRESSED, match[1]):
            continue
        start = node.start if node.text else match.start(1)
        lost = match[1].rstrip()
        whole = text[start : match.start(1) + len(lost)]
        mark = '"' if '"' not in whole and "\\" not in whole else "'"
        quoted = f"{mark}{whole.replace(mark, mark * 2)}{mark}"
        kept = node.text
        if not kept:
            # all of it was lost: read what the writer sees
            node.text, node.start, node.end, node.is_mended = whole, start, start + len(whole), True
        yield Trouble(
            "text-cut-by-comment",
            "cut" if kept else "all",
            Span(match.start(1), match.start(1) + len(lost)),
            values={"kept": kept, "lost": lost, "quoted": quoted},
            edits=((Span(start, start + len(whole)), quoted),),
        )


def _values(root: Node) -> Iterator[Scalar]:
    """Give the scalars that aren't keys, each once, in the file's order."""
    stack, seen = [root], set[int]()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            stack.extend(entry.value for entry in reversed(node.entries))
        else:
            stack.extend(reversed(node.items))
