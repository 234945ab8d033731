"""What has changed between two contents: every value that isn't the same, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from malkoll.document.goal_document import Indicator
from malkoll.document.part import Part
from malkoll.record import Record
from malkoll.repository.content import ByName, Content, Fields, Leaf, Leaves, Parts, same
from malkoll.repository.matching import Item, pairs
from malkoll.repository.wording import Piece, marked
from malkoll.rules.across.definitions import is_one_source, is_one_unit

_PROSE = 4
"""From so many words on, a text's wordings are held against each other word by word."""
_NAMES = ("name", "kolada", "fact", "year", "value")
"""What an item of a list is called by: the first of these that it has."""


class Kind(StrEnum):
    """What has happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REWORDED = "reworded"
    REORDERED = "reordered"


class Topic(StrEnum):
    """What a change means for the follow-up."""

    TARGET = "target"
    DEFINITION = "definition"


class Step(Record):
    """A step of the way to a value.

    Attributes:
        field: its name; after ``?`` a key that nobody knows.
        cls: whose field it is.
        item: which of a list's items, by what that is called.

    """

    field: str
    cls: type[Part]
    item: Leaf | None = None


Where = tuple[Step, ...]


class Change(Record):
    """One difference.

    Attributes:
        where: the way to it, from the document or the goal.
        old, new: what stood and what stands there; neither where the order alone is another.
        words: of a text that was reworded.
        is_higher: of a target: whether it was raised; None where that can't be told.

    """

    kind: Kind
    where: Where
    old: Content | None
    new: Content | None
    words: tuple[Piece, ...] = ()
    topic: Topic | None = None
    is_higher: bool | None = None


def changes(old: Fields, new: Fields, where: Where = ()) -> Iterator[Change]:
    """Give every difference between two parts, in the order of the format."""
    known = [*([old.cls.shorthand] if old.cls.shorthand else []), *old.cls.words]
    strangers = sorted((old.values.keys() | new.values.keys()) - set(known))
    for field in (*known, *strangers):
        step = (*where, Step(field, old.cls))
        for change in between(old.values.get(field), new.values.get(field), step):
            yield _with_meaning(change, old, new) if old.cls is Indicator else change


def between(old: Content | None, new: Content | None, where: Where) -> Iterator[Change]:
    """Give the differences between what stands in one place."""
    if same(old) == same(new):
        return
    if any(isinstance(one, Parts | Leaves) for one in (old, new)):
        yield from _items(old, new, where)
    elif isinstance(old, ByName | None) and isinstance(new, ByName | None):
        yield from _by_name(old, new, where)
    elif isinstance(old, Fields) and isinstance(new, Fields):
        yield from changes(old, new, where)
    else:
        yield _one(old, new, where)


def _one(old: Content | None, new: Content | None, where: Where) -> Change:
    if old is None or new is None:
        return Change(Kind.REMOVED if new is None else Kind.ADDED, where, old, new)
    if isinstance(old, Leaf) and isinstance(new, Leaf) and old.is_text and new.is_text:
        before, now = str(old.shown), str(new.shown)
        if max(before.count(" "), now.count(" ")) + 1 >= _PROSE:
            return Change(Kind.REWORDED, where, old, new, marked(before, now))
    return Change(Kind.CHANGED, where, old, new)


def _items(old: Content | None, new: Content | None, where: Where) -> Iterator[Change]:
    before, now = _listed(old), _listed(new)
    if before is None or now is None:
        yield _one(old, new, where)
        return
    found = pairs(before, now)
    if len(found) == len(before) - 1 == len(now) - 1 and _are_leaves(before, now):
        # the only one that is another is the one that was changed
        found.append((_left(before, [pair[0] for pair in found]), _left(now, [pair[1] for pair in found])))
        found.sort(key=lambda pair: pair[1])
    yield from item_changes(before, now, found, where)


def item_changes(
    before: Sequence[Item], now: Sequence[Item], found: Sequence[tuple[int, int]], where: Where
) -> Iterator[Change]:
    """Give the differences between the items of two lists, as they are matched."""
    was = {new: old for old, new in found}
    for place, item in enumerate(now):
        if place not in was:
            yield Change(Kind.ADDED, where, None, item)
            continue
        one = before[was[place]]
        yield from between(one, item, _at(where, item) if isinstance(item, Fields) else where)
    kept = set(was.values())
    for place, one in enumerate(before):
        if place not in kept:
            yield Change(Kind.REMOVED, where, one, None)
    if is_reordered(found):
        yield Change(Kind.REORDERED, where, None, None)


def is_reordered(found: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what is in both lists stands in another order."""
    places = [old for old, _ in sorted(found, key=lambda pair: pair[1])]
    return places != sorted(places)


def _listed(content: Content | None) -> Sequence[Item] | None:
    """Give a list's items; what can't be read at all is none."""
    if content is None:
        return ()
    return content.items if isinstance(content, Parts | Leaves) else None


def _are_leaves(*lists: Sequence[Item]) -> bool:
    return all(isinstance(item, Leaf) for items in lists for item in items)


def _left(items: Sequence[Item], taken: Sequence[int]) -> int:
    return next(place for place in range(len(items)) if place not in taken)


def _at(where: Where, item: Fields) -> Where:
    *before, last = where
    return (*before, last._replace(item=name_of(item)))


def name_of(item: Fields) -> Leaf | None:
    """Give what an item of a list is called by."""
    found = (item.values.get(name) for name in _NAMES)
    return next((one for one in found if isinstance(one, Leaf)), None)


def _by_name(old: ByName | None, new: ByName | None, where: Where) -> Iterator[Change]:
    before, now = (old.items if old else {}), (new.items if new else {})
    *above, last = where
    for name in dict.fromkeys((*now, *before)):
        item = Leaf(name, name, is_text=True) if name else None
        yield from between(before.get(name), now.get(name), (*above, last._replace(item=item)))


def _with_meaning(change: Change, old: Fields, new: Fields) -> Change:
    """Tell of a change in an indicator what it means for the follow-up."""
    field = change.where[-1].field
    fields = [step.field for step in change.where if step.cls is Indicator]
    is_one = is_one_unit(old.text("unit") or None, new.text("unit") or None)
    if fields == ["target"]:
        if not is_readable(change.old) or not is_readable(change.new):
            return change
        before, now = _number(old.values.get("target")), _number(new.values.get("target"))
        is_higher = None if before is None or now is None or before == now or not is_one else now > before
        return change._replace(topic=Topic.TARGET, is_higher=is_higher)
    means = {
        "unit": not is_one,
        "source": not is_one_source(old.text("source") or None, new.text("source") or None),
        "kolada": bool(old.text("kolada") and new.text("kolada")),
        "baseline": change.kind is not Kind.ADDED,
        "value": fields == ["baseline"],
    }
    return change._replace(topic=Topic.DEFINITION) if means.get(field) else change


def _number(content: Content | None) -> float | None:
    if isinstance(content, Fields):
        content = content.values.get("value")
    return content.number if isinstance(content, Leaf) else None


def is_readable(content: Content | None) -> bool:
    """Tell whether all of a content could be read."""
    if content is None:
        return True
    if isinstance(content, Leaf):
        return content.is_readable
    if isinstance(content, Leaves | Parts):
        return all(map(is_readable, content.items))
    values = content.values if isinstance(content, Fields) else content.items
    return all(map(is_readable, values.values()))
