"""What couldn't be read in a document, and is compared as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.record import Record
from malkoll.repository.changes import Step, Where, name_of
from malkoll.repository.content import ByName, Content, Fields, Leaf


class Unreadable(Record):
    """What couldn't be read in a document, and was compared as it stands."""

    where: Where
    what: Leaf


def unreadable(document: Fields, goals: Content | None) -> Iterator[Unreadable]:
    """Find it in a document, and in its goals.

    Args:
        document: without its goals.
        goals: the goals.

    """
    yield from _in_fields(document, ())
    if goals is not None:
        yield from _in(goals, (Step("goals", GoalDocument),))


def _in_fields(fields: Fields, where: Where) -> Iterator[Unreadable]:
    for field, value in fields.values.items():
        yield from _in(value, (*where, Step(field, fields.cls)))


def _in(content: Content, where: Where) -> Iterator[Unreadable]:
    if isinstance(content, Leaf):
        if not content.is_readable:
            yield Unreadable(where, content)
    elif isinstance(content, Fields):
        yield from _in_fields(content, where)
    elif isinstance(content, ByName):
        yield from _each(content.items.values(), where)
    else:
        yield from _each(content.items, where)


def _each(items: Iterable[Fields | Leaf], where: Where) -> Iterator[Unreadable]:
    *above, last = where
    for item in items:
        name = _called(item) if isinstance(item, Fields) else None
        yield from _in(item, (*above, last._replace(item=name)))


def _called(item: Fields) -> Leaf | None:
    if item.cls is Goal:
        found = (item.values.get(name) for name in ("id", "title", "statement"))
        return next((one for one in found if isinstance(one, Leaf)), None)
    return name_of(item)
