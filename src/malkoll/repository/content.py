"""What a document says, apart from how it is written: two documents are held against each other by it.

Every key of the format is here without being named: a key that is added to the documents is
compared as soon as it can be read. What can't be read is kept as it stands.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from malkoll.document import vocabulary
from malkoll.document.goal_document import Analysis, Horizon, Measurement
from malkoll.document.part import Part, slots
from malkoll.document.words import Key, Word
from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.repository.wording import plain
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, find

YES, NO = Text("ja", "yes"), Text("nej", "no")
DATED, ONLY_YEAR = Text("{value} ({year})", "{value} ({year})"), Text("– ({year})", "– ({year})")
STRANGER = "?"
"""Begins the name of what stands under a key that nobody knows."""
_CLOSED: dict[str, dict[str, Word]] = {
    "level": vocabulary.LEVELS,
    "status": vocabulary.STATUSES,
    "control": vocabulary.CONTROLS,
    "direction": vocabulary.DIRECTIONS,
    "judgement": vocabulary.JUDGEMENTS,
}


class Leaf(Record):
    """One value.

    Attributes:
        same: equal for values that say the same.
        shown: how it is shown.
        is_text: the writer's own words.
        is_readable: whether it could be read; else it is shown as it stands in the file.
        number, year: of a number and of a value with its year.

    """

    same: Hashable
    shown: str | float | Text | Word | Message
    is_text: bool = False
    is_readable: bool = True
    number: float | None = None
    year: int | None = None


class Fields(Record):
    """A mapping: each field that is there. ``cls`` is what it is."""

    cls: type[Part]
    values: dict[str, Content]

    def text(self, *names: str) -> str:
        """Give the first of these fields that is there, as text."""
        found = (self.values.get(name) for name in names)
        return next((str(one.shown) for one in found if isinstance(one, Leaf)), "")

    def key(self, field: str) -> Key | None:
        """Give a field's words; None for a key that nobody knows."""
        return self.cls.words.get(field)


class Leaves(Record):
    """A list of values."""

    items: tuple[Leaf, ...]


class Parts(Record):
    """A list of mappings; an item that is none is a leaf."""

    cls: type[Part]
    items: tuple[Fields | Leaf, ...]


class ByName(Record):
    """A value for each name; the name is empty where there is but one."""

    items: dict[str, Leaf]


Content: TypeAlias = Leaf | Fields | Leaves | Parts | ByName


def same(content: Content | None) -> Hashable:
    """Give what is equal for contents that say the same."""
    if content is None or isinstance(content, Leaf):
        return content and content.same
    if isinstance(content, Fields):
        return frozenset((name, same(value)) for name, value in content.values.items())
    if isinstance(content, ByName):
        return frozenset((name, same(value)) for name, value in content.items.items())
    return tuple(same(item) for item in content.items)


def fields_of(part: Part, root: Node | None) -> Fields:
    """Give what a part of a document says.

    Args:
        part: as it was read.
        root: the whole document's tree, for what couldn't be read.

    """
    values: dict[str, Content] = {}
    for field in type(part).words:
        value = _field(part, field, root)
        if value is not None:
            values[field] = value
    for key, node in _strangers(part, root):
        values.setdefault(f"{STRANGER}{plain(key)}", _raw(node))
    return Fields(type(part), values)


def _field(part: Part, field: str, root: Node | None) -> Content | None:
    value, slot = getattr(part, field), slots(type(part))[field]
    node = find(root, part.at(field))[0] if field in part.place.keys and part.given(field) else None
    if isinstance(value, Analysis) and value.prose:
        return _text(value.prose)
    if slot.cls is not None and slot.kind in {"models", "analysis"} and isinstance(node, Sequence):
        return _parts(value.facts if isinstance(value, Analysis) else value or (), slot.cls, node, root)
    if isinstance(value, Part) and not isinstance(value, Analysis):
        return _part(fields_of(value, root), value)
    if isinstance(value, dict):
        return _by_name(value, node)
    if isinstance(value, list) and slot.cls is None:
        return _leaves(value, node)
    if value is None or isinstance(value, list | Analysis) or part.unknown(field):
        return _raw_or_none(node)
    return _leaf(field, value)


def _part(fields: Fields, part: Part) -> Content | None:
    if isinstance(part, Measurement):
        return _figure(fields, part)
    if isinstance(part, Horizon):
        return _years(fields, part)
    return _flagged(fields, part) if part.shorthand or fields.values else None


def _leaf(field: str, value: object) -> Leaf:
    if field in _CLOSED and isinstance(value, str):
        return Leaf(value, _CLOSED[field][value])
    if isinstance(value, bool):
        return Leaf(value, YES if value else NO)
    if isinstance(value, int) and field == "year":
        return Leaf(value, str(value), year=value)
    if isinstance(value, int | float):
        return Leaf(float(value), value, number=float(value))
    if isinstance(value, datetime.date):
        return Leaf(value, value.isoformat())
    return _text(str(value))


def _text(text: str) -> Leaf:
    text = plain(text)
    return Leaf(text, text, is_text=True)


def _figure(fields: Fields, figure: Measurement) -> Content | None:
    """Put a value and its year together, unless there is more to it."""
    if not fields.values.keys() <= {"value", "year"}:
        return fields
    if not fields.values:
        return None
    value, year = fields.values.get("value"), fields.values.get("year")
    if not all(one is None or (isinstance(one, Leaf) and one.is_readable) for one in (value, year)):
        return fields
    if not isinstance(value, Leaf):
        return Leaf(same(fields), ONLY_YEAR(year=figure.year), year=figure.year)
    shown = DATED(value=value.shown, year=figure.year) if figure.year else value.shown
    return Leaf(same(fields), shown, number=value.number, year=figure.year)


def _years(fields: Fields, horizon: Horizon) -> Content | None:
    first, last = horizon.start, horizon.end
    if fields.values.keys() != {"start", "end"} or first is None or last is None:
        return fields if fields.values else None
    return Leaf((first, last), str(first) if first == last else f"{first}–{last}")


def _flagged(fields: Fields, part: Part) -> Fields:
    """Add what a part says that may be written as one word: whether a goal is assessed."""
    if not part.shorthand:
        return fields
    return Fields(
        fields.cls, {part.shorthand: _leaf(part.shorthand, getattr(part, part.shorthand)), **fields.values}
    )


def _by_name(value: dict[str, float], node: Node | None) -> Content | None:
    items = {plain(name): _leaf("value", number) for name, number in value.items()}
    if isinstance(node, Mapping):
        names = {plain(name) for name in value}
        for key, below in node.entries:
            if plain(key.text) not in names and (raw := _raw_or_none(below)) is not None:
                items[plain(key.text)] = raw
    return ByName(items) if items else None


def _leaves(value: list[str], node: Node | None) -> Content | None:
    """Give a list of texts; a text alone is a list of one."""
    if isinstance(node, Mapping):
        return _raw_or_none(node)
    nodes = node.items if isinstance(node, Sequence) else [node] if node is not None else []
    if len(nodes) == len(value):
        return Leaves(tuple(map(_text, value))) if value else None
    left = list(value)
    items: list[Leaf] = []
    for one in nodes:
        text = one.text.strip() if isinstance(one, Scalar) else None
        if text is not None and text in left:
            left.remove(text)
            items.append(_text(text))
        elif (raw := _raw_or_none(one)) is not None:
            items.append(raw)
    return Leaves(tuple(items)) if items else None


def _parts(value: Iterable[Part], cls: type[Part], node: Sequence, root: Node | None) -> Content | None:
    """Give a list of mappings, and among them what is none."""
    by_index = {part.place.path[-1]: part for part in value if part.place.path}
    items: list[Fields | Leaf] = []
    for index, one in enumerate(node.items):
        part = by_index.get(index)
        if part is not None:
            items.append(fields_of(part, root))
        elif (raw := _raw_or_none(one)) is not None:
            items.append(raw)
    return Parts(cls, tuple(items)) if items else None


def _strangers(part: Part, root: Node | None) -> Iterator[tuple[str, Node]]:
    """Give what stands under keys that nobody knows."""
    node = None if part.place.scalar else find(root, part.place.path)[0]
    if isinstance(node, Mapping):
        known = set(part.place.keys.values())
        yield from ((key.text, value) for key, value in node.entries if key.text not in known)


def _raw_or_none(node: Node | None) -> Leaf | None:
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return None
    return _raw(node)


def _raw(node: Node) -> Leaf:
    text = written(node)
    return Leaf((STRANGER, text), text, is_readable=False)


def written(node: Node) -> str:
    """Write down what stands there, for what has no other meaning."""
    if isinstance(node, Scalar):
        return plain(node.text)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(written, node.items))}]"
    entries = sorted((plain(key.text), written(value)) for key, value in node.entries)
    return "{{{}}}".format(", ".join(f"{key}: {value}" for key, value in entries))
