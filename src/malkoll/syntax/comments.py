"""Comments: those that the tool reads, and those that cut a text short by mistake."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from malkoll.source import Span
from malkoll.syntax.tree import Mapping, Node, Scalar, Trouble, scalars

_COMMENT = re.compile(r"(?:(?<=\s)|(?<![^\r\n])|\A)#[^\r\n]*")
_CUT = re.compile(r"[ \t]+(#[^\s#!][^\r\n]*)")


class Comment(NamedTuple):
    """A comment's text without the ``#``, and whether it has the line to itself."""

    text: str
    span: Span
    alone: bool


def comments(text: str, root: Node | None, containing: str) -> Iterator[Comment]:
    """Give the comments in which a word stands; a ``#`` inside a text is none."""
    if containing not in text:
        return
    spans = sorted((node.start, node.end) for node in scalars(root) if node.end > node.start)
    starts = [start for start, _ in spans]
    for match in _COMMENT.finditer(text):
        if containing not in match[0]:
            continue
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < spans[before][1] and not _after_block(text, spans[before], match):
            continue
        line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        alone = not text[line_start : match.start()].strip()
        yield Comment(match[0][1:].strip(), Span(*match.span()), alone)


def _after_block(text: str, block: tuple[int, int], match: re.Match[str]) -> bool:
    """Tell whether a comment follows a block text's ``|`` on the same line, before the text."""
    head = text[block[0] : match.start()]
    return text[block[0]] in "|>" and "\n" not in head and "\r" not in head


def cut_by_comment(text: str, root: Node) -> Iterator[Trouble]:
    """Find texts that end at a ``#`` which the writer hardly meant as a comment."""
    if " #" not in text and "\t#" not in text:
        return
    for node in _values(root):
        if node.style or not node.text or node.end <= node.start:
            continue
        match = _CUT.match(text, node.end)
        if match is None or "malkoll:" in match[1]:
            continue
        whole = text[node.start : match.end()].rstrip()
        mark = '"' if '"' not in whole and "\\" not in whole else "'"
        quoted = f"{mark}{whole.replace(mark, mark * 2)}{mark}"
        yield Trouble(
            "text-cut-by-comment",
            "cut",
            Span(match.start(1), match.start(1) + len(match[1].rstrip())),
            values={"kept": node.text, "lost": match[1].rstrip(), "quoted": quoted},
            edits=((Span(node.start, node.start + len(whole)), quoted),),
        )


def _values(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _values(entry.value)
    else:
        for item in node.items:
            yield from _values(item)
