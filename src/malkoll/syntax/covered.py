"""Which lines a comment covers: those of the entry or list item that it stands above or beside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from malkoll.record import Record
from malkoll.source import SourceFile
from malkoll.syntax.comments import Comment
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence

_DASH = re.compile(r"(?:\s|#[^\r\n]*)*(?P<dash>-)(?=\s|\Z)")
_LINE_END = re.compile(r"[\r\n]|\Z")


class _Stretch(Record):
    """The lines of an entry, from its key, or of a list item, from its dash.

    Attributes:
        first, last: the lines.
        goes_on: a list item whose first line belongs to its first key: ``- id: sn-1``.
        is_closed: its last line is its own, not that of something inside it.

    """

    first: int
    last: int
    goes_on: bool
    is_closed: bool


class Coverage:
    """Tells for the comments of one file which lines they cover."""

    def __init__(self, source: SourceFile, root: Node | None) -> None:
        self.source = source
        self.root = root

    @property
    def whole(self) -> tuple[int, int]:
        return 1, len(self.source.line_starts) + 1

    def lines(self, comment: Comment) -> tuple[int, int]:
        """Find the lines that a comment covers.

        On a line of its own: the next key or list item with all below it. At a line's end: what
        begins on that line, and a text or list in brackets that ends there.
        """
        line = self.source.position(comment.span.start).line
        if self.root is None:
            return self._by_indentation(line) if comment.alone else (line, line)
        if not comment.alone and (line in self._beside or line in self._ending):
            return self._ending.get(line, line), self._beside.get(line, line)
        after = bisect_right(self._starts, line)
        return line, self._below[self._starts[after]] if after < len(self._starts) else line

    def _by_indentation(self, line: int) -> tuple[int, int]:
        """Cover the next line and all that is indented below it, where there is no tree to go by."""
        indent: int | None = None
        end = line
        for number in range(line + 1, len(self.source.line_starts) + 1):
            text = self.source.line(number)
            said = text.lstrip()
            if not said or said.startswith("#"):
                continue
            if indent is not None and len(text) - len(said) <= indent:
                break
            indent = len(text) - len(said) if indent is None else indent
            end = number
        return line, end

    @cached_property
    def _below(self) -> dict[int, int]:
        """For each line where something begins: the last line of all that begins there."""
        found: dict[int, int] = {}
        for one in self._stretches:
            found[one.first] = max(found.get(one.first, 0), one.last)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self._below)

    @cached_property
    def _beside(self) -> dict[int, int]:
        """The same, but of ``- id: sn-1`` only what the line itself says."""
        found: dict[int, int] = {}
        for one in self._stretches:
            if not one.goes_on:
                found[one.first] = max(found.get(one.first, 0), one.last)
        return found

    @cached_property
    def _ending(self) -> dict[int, int]:
        """For each line where a text or brackets end: the first line of all that ends there."""
        found: dict[int, int] = {}
        for one in self._stretches:
            if one.is_closed:
                found[one.last] = min(found.get(one.last, one.first), one.first)
        return found

    @cached_property
    def _stretches(self) -> list[_Stretch]:
        """Every entry and list item; what an alias repeats stands once."""
        text, found = self.source.text, []
        stack: list[Node] = [self.root] if self.root is not None else []
        seen: set[int] = set()
        while stack:
            node = stack.pop()
            if id(node) in seen or isinstance(node, Scalar):
                continue
            seen.add(id(node))
            below = _entries(node) if isinstance(node, Mapping) else _items(node, text)
            for start, value in below:
                stack.append(value)
                found.append(self._stretch(start, value))
        return found

    def _stretch(self, start: int, value: Node) -> _Stretch:
        first = self.source.position(start).line
        # an alias stands for something above: its own line is all that it covers
        last = self.source.position(max(_content_end(value, self.source.text) - 1, start)).line
        block = not isinstance(value, Scalar) and not value.flow
        return _Stretch(first, last, block and self.source.position(value.start).line == first, not block)


def _entries(node: Mapping) -> Iterator[tuple[int, Node]]:
    return ((entry.key.start, entry.value) for entry in node.entries)


def _items(node: Sequence, text: str) -> Iterator[tuple[int, Node]]:
    """Give the items of a list with the places where they begin: their dashes, outside brackets."""
    before = node.start
    for item in node.items:
        match = None if node.flow else _DASH.match(text, before)
        start = match.start("dash") if match else item.start
        yield start, item
        before = _content_end(item, text)
        if before <= start:  # an alias, or nothing at all
            ends = _LINE_END.search(text, start)
            before = ends.start() if ends else len(text)


def _content_end(node: Node, text: str) -> int:
    """Where a node's own text ends; the parser counts the blank lines and comments below it too."""
    while not isinstance(node, Scalar):
        last = _last(node)
        if node.flow or last is None:
            return node.end
        node = last
    end = min(node.end, len(text))
    while end > node.start and text[end - 1].isspace():
        end -= 1
    return end


def _last(node: Mapping | Sequence) -> Node | None:
    if isinstance(node, Mapping):
        return node.entries[-1].value if node.entries else None
    return node.items[-1] if node.items else None
