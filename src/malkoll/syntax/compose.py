"""From the C parser's events to our own tree, with limits on everything that can grow.

Composing recursively in C ends in a segmentation fault on deep nesting, so the tree is built
here with a stack of its own, from events. Scalars stay text: what they mean is the field's
business (YAML 1.2 core, not 1.1).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs don't know of it
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from malkoll.source import Span
from malkoll.syntax.braces import goes_on, split
from malkoll.syntax.characters import without_hidden
from malkoll.syntax.limits import LimitReachedError, Limits, passed
from malkoll.syntax.properties import PLAIN_TAGS, after_properties, odd_name, unsupported_tag
from malkoll.syntax.repeats import Repeat, folded, told
from malkoll.syntax.tree import REFUSED, Entry, Mapping, Node, Scalar, Sequence, Trouble

__all__ = ["Composer", "LimitReachedError", "Limits"]

_QUOTES = frozenset({'"', "'"})


class Composer:
    """Builds one document's tree.

    Attributes:
        root: the tree; None where nothing stands, or it can't be known what is meant.
        troubles: what was seen on the way.
        wraps: whether a text in quotation marks, or brackets, go on in the next line.

    """

    def __init__(self, text: str, limits: Limits, *, is_plain: bool = False) -> None:
        """Take a text; ``is_plain``: it is known to hold nothing hidden and no decomposed letters."""
        self.text = text
        self.limits = limits
        self.troubles: list[Trouble] = []
        self.root: Node | None = None
        self.wraps = False
        self._is_plain = is_plain
        self._anchors: dict[str, Node] = {}
        self._sizes: dict[int, int] = {}
        self._open_nodes: list[_Frame] = []
        self._nodes = 0
        self._most_nodes = limits.nodes
        self._expanded = 0

    def run(self) -> None:
        """Read the first document.

        Raises:
            yaml.YAMLError: where the text isn't YAML.
            LimitReachedError: where it is too large.

        """
        # the stubs leave most of an event's attributes open
        next_event: Callable[[], Any] = CParser(self.text).get_event
        scalar = self._scalar
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event.end_mark.index)
            elif kind is MappingStartEvent:
                self._open(Mapping(event.start_mark.index, flow=bool(event.flow_style)), event)
            elif kind is SequenceStartEvent:
                self._open(Sequence(event.start_mark.index, flow=bool(event.flow_style)), event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._further_document(event.start_mark.index)
                    return
            elif kind is StreamEndEvent:
                return

    def _further_document(self, start: int) -> None:
        """Report it; which of them is meant can't be known unless it is empty."""
        span = Span(start, min(start + 3, len(self.text)))
        self.troubles.append(Trouble("several-documents", "more", span))
        rest = self.text[span.end :].splitlines()
        if any(line.strip() and not line.lstrip().startswith("#") for line in rest):
            self.root = None

    def _scalar(self, event: Any) -> None:
        """Read a scalar: what a document costs is spent here, so the few steps stand in one place."""
        if event.tag is not None or event.anchor is not None:
            self._marked_scalar(event)
            return
        text, style, start, end = event.value, event.style, event.start_mark.index, event.end_mark.index
        if style:
            text = self._styled(text, style, start, end)
        elif not self._is_plain:
            text = without_hidden(text)
        node = Scalar(text, start, end, style)
        self._nodes += 1
        if self._nodes > self._most_nodes:
            raise passed("nodes", start, self._most_nodes)
        if not self._open_nodes:
            self.root = node
            return
        frame = self._open_nodes[-1]
        collection = frame.node
        if isinstance(collection, Sequence):
            collection.items.append(node)
            return
        key = frame.waiting
        if key is None:
            frame.waiting = node
            return
        frame.waiting = None
        if isinstance(key, Scalar):
            self._pair(frame, collection, key, node)

    def _styled(self, text: str, style: str, start: int, end: int) -> str:
        """Give the value of a text in quotation marks or of a block text; note whether the marks wrap."""
        if style in _QUOTES and not self.wraps:
            self.wraps = self.text.find("\n", start, end) >= 0
        # a backslash may bring what the document itself doesn't hold
        return text if self._is_plain and style != '"' else without_hidden(text)

    def _marked_scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            self.troubles.append(unsupported_tag(self.text, start))
        text = self._styled(event.value, event.style, start, end)
        node = Scalar(text, after_properties(self.text, start, end), end, event.style)
        if event.tag not in PLAIN_TAGS:
            node.style = REFUSED
        self._count(node.start)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self.troubles += odd_name(self.text, start, event.anchor)
        self._put(node)

    def _open(self, node: Mapping | Sequence, event: Any) -> None:
        if event.tag is not None:
            self.troubles.append(unsupported_tag(self.text, node.start))
        self._count(node.start)
        if len(self._open_nodes) >= self.limits.depth:
            raise passed("depth", node.start, self.limits.depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self.troubles += odd_name(self.text, node.start, event.anchor)
        self._open_nodes.append(_Frame(node, self._take_key(node)))

    def _close(self, end: int) -> None:
        frame = self._open_nodes.pop()
        node = frame.node
        node.end = end
        if node.flow and not self.wraps:
            self.wraps = self.text.find("\n", node.start, end) >= 0
        if isinstance(node, Sequence) or not (frame.repeats or frame.merged):
            self._settle(node, frame.key)
            return
        parent = self._open_nodes[-1].node if self._open_nodes else None
        further = told(node, frame.repeats, parent, self.troubles)
        _merge(node, frame)
        self._settle(node, frame.key)
        if isinstance(parent, Sequence):
            parent.items += further

    def _put(self, node: Node) -> None:
        """Hand a whole node to the collection that is open: as item, key or value."""
        self._settle(node, self._take_key(node))

    def _take_key(self, node: Node) -> Scalar | object | None:
        """Give the key that waits for this node, and let it wait no more."""
        if not self._open_nodes:
            return None
        frame = self._open_nodes[-1]
        if isinstance(frame.node, Sequence):
            return None
        key, frame.waiting = frame.waiting, None
        if key is not None:
            return key
        if isinstance(node, Scalar):
            frame.waiting = node
        else:
            if not any(above.key is _IS_KEY for above in self._open_nodes):
                span = Span(node.start, node.start + 1)
                self.troubles.append(Trouble("unsupported-yaml", "complex-key", span))
            frame.waiting = _NO_KEY
        return _IS_KEY

    def _settle(self, node: Node, key: Scalar | object | None) -> None:
        if not self._open_nodes:
            self.root = node
            return
        parent = self._open_nodes[-1]
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif isinstance(key, Scalar):
            self._pair(parent, parent.node, key, node)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        node = self._anchors.get(event.anchor)
        if node is None:
            values: dict[str, str | int] = {"name": event.anchor}
            self.troubles.append(Trouble("yaml-syntax", "unknown-alias", Span(start, end), values=values))
            self._put(Scalar(self.text[start:end], start, end, REFUSED))
            return
        if any(node is frame.node for frame in self._open_nodes):
            span, values = Span(start, end), {"name": event.anchor}
            raise LimitReachedError(Trouble("yaml-limits", "recursive", span, values=values, fatal=True))
        self._expanded += self._size(node)
        if self._expanded > self.limits.expanded:
            raise passed("expanded", start, self.limits.expanded)
        self._put(node)

    def _size(self, node: Node) -> int:
        """Count the nodes below a finished node; shared parts count each time, from a memo."""
        if isinstance(node, Scalar):
            return 1
        known = self._sizes.get(id(node))
        if known is not None:
            return known
        below = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]
        size = 1 + sum(self._size(child) for child in below)
        self._sizes[id(node)] = size
        return size

    def _pair(self, frame: _Frame, mapping: Mapping, key: Scalar, value: Node) -> None:
        if key.text == "<<" and not key.style:
            if isinstance(value, Mapping):
                frame.merged.append(value)
            else:
                self.troubles.append(Trouble("unsupported-yaml", "merge", Span(key.start, key.end)))
            return
        if (
            mapping.flow
            and isinstance(value, Scalar)
            and value.start == value.end == key.end
            and not key.style
        ):
            if goes_on(self.text, mapping, key, self.troubles):
                return
            key, value = split(self.text, key, value, self.troubles)
        first = frame.seen.setdefault(folded(key), key)
        if first is key:
            # an Entry(key, value), in half the time: there is one for every key
            mapping.entries.append(tuple.__new__(Entry, (key, value)))
            return
        frame.repeats.append(Repeat(Entry(key, value), first))

    def _count(self, start: int) -> None:
        self._nodes += 1
        if self._nodes > self._most_nodes:
            raise passed("nodes", start, self._most_nodes)


_IS_KEY = object()
"""Stands for the key of a node that is a key itself."""
_NO_KEY = object()
"""Stands for a key that can't be read: its value is passed over."""


class _Frame:
    """A collection that is being read, the key it will stand under, and its own next key."""

    __slots__ = ("key", "merged", "node", "repeats", "seen", "waiting")

    def __init__(self, node: Mapping | Sequence, key: Scalar | object | None) -> None:
        self.node = node
        self.key = key
        self.waiting: Scalar | object | None = None
        self.seen: dict[str, Scalar] = {}
        self.merged: list[Mapping] = []
        self.repeats: list[Repeat] = []


def _merge(mapping: Mapping, frame: _Frame) -> None:
    """Add what ``<<`` brings, where the mapping says nothing itself."""
    for other in frame.merged:
        for entry in other.entries:
            if frame.seen.setdefault(folded(entry.key), entry.key) is entry.key:
                mapping.entries.append(entry)
