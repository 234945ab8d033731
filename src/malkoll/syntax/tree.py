"""The tree that a document is read to: nodes with offsets into the file's text."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from types import MappingProxyType
from typing import Any

from malkoll.diagnostic import Path
from malkoll.record import Record
from malkoll.source import Span

PLAIN = ""
"""The style of a scalar without quotation marks; others are ``'``, ``"``, ``|`` and ``>``."""
REFUSED = "!"
"""Stands for the style of a scalar that can't be known, which has been reported."""

_NO_VALUES: ReadOnly[str, Any] = MappingProxyType({})
_FEW = 50
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar:
    """A text, as written: what it means depends on the field that reads it.

    ``is_mended`` tells that it could be read only by mending a mistake, which has been reported.
    """

    __slots__ = ("end", "is_mended", "start", "style", "text")

    def __init__(self, text: str, start: int, end: int, style: str = PLAIN) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.style = style
        self.is_mended = False

    @property
    def is_empty(self) -> bool:
        """Nothing stands there: null or blank (YAML 1.2 core)."""
        if self.style == PLAIN:
            return self.text in _NULLS
        return self.style != REFUSED and not self.text.strip()


class Entry(Record):
    key: Scalar
    value: Node


class Mapping:
    """Keys and values in the file's order, each key once (the first)."""

    __slots__ = ("_index", "_indexed", "end", "entries", "flow", "start")

    def __init__(self, start: int, *, flow: bool = False) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.entries: list[Entry] = []
        self._index: dict[str, Entry] = {}
        self._indexed = 0

    def get(self, key: str) -> Entry | None:
        if len(self.entries) > _FEW:
            # going through them for each of many keys would take the square of their number
            if self._indexed != len(self.entries):
                self._indexed = len(self.entries)
                self._index = {entry.key.text: entry for entry in reversed(self.entries)}
            return self._index.get(key)
        for entry in self.entries:
            if entry.key.text == key:
                return entry
        return None


class Sequence:
    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, *, flow: bool = False) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []


Node = Scalar | Mapping | Sequence


class Trouble(Record):
    """Something that the reader saw, for the rule of that name to put into words.

    Attributes:
        rule: the rule's name.
        variant: which of the rule's sentences fits.
        span: where.
        path: the node that it is about, when there is one.
        values: what the sentence needs: words of the writer, numbers.
        related: another place that explains it.
        also: further places of the same mistake.
        edits: what would mend it in the text.
        fatal: reading stopped here.

    """

    rule: str
    variant: str
    span: Span
    path: Path | None = None
    values: ReadOnly[str, Any] = _NO_VALUES
    related: Span | None = None
    also: tuple[Span, ...] = ()
    edits: tuple[tuple[Span, str], ...] = ()
    fatal: bool = False


def find(root: Node | None, path: Path) -> tuple[Node | None, Scalar | None, bool]:
    """Follow a path as far as it goes.

    Returns:
        the node reached, the key that led to it, and whether the whole path was there.

    """
    node, key = root, None
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and (entry := node.get(step)):
            key, node = entry
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        else:
            return node, key, False
    return node, key, True


def scalars(root: Node | None) -> Iterator[Scalar]:
    """Give every scalar, keys too, in the file's order; shared ones as often as they stand."""
    stack = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))
        else:
            for key, value in reversed(node.entries):
                stack += (value, key)
