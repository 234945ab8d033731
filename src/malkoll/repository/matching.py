"""Which item of a list is which item of another: those that are the same, then those that are known by a name.

What is left is matched by what it says, and only then by what is nearly the same.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from malkoll.document.goal_document import Fact, FollowUp, Goal, Indicator, Milestone
from malkoll.document.part import Part
from malkoll.document.words import fold
from malkoll.repository.content import Content, Fields, Leaf, same
from malkoll.rules.across.likeness import alike_among
from malkoll.rules.across.years import words_of

_MOST_PAIRS = 100_000
"""Of more pairs of what is left the first that is alike is taken, not the most alike one."""
_LEAST_SHARE = 0.2
"""Texts that share fewer of their words aren't alike in all likelihood."""
Item: TypeAlias = Fields | Leaf
Pairs = list[tuple[int, int]]
"""Places in the old list and in the new."""
_Key = Callable[[Fields], Hashable]
"""What an item is known by; nothing for one that has no such thing."""


def pairs(old: Sequence[Item], new: Sequence[Item]) -> Pairs:
    """Match the items of two lists, in the order of the new one; each is matched once or not at all."""
    found = _Matching(old, new)
    found.by(same)
    cls = next((one.cls for one in (*old, *new) if isinstance(one, Fields)), None)
    for name in _NAMES.get(cls, ()) if cls else ():
        found.by(_of_fields(name))
    for rest in _RESTS.get(cls, ()) if cls else ():
        found.by(_of_fields(rest), only_one=True)
    found.alike(_SENTENCES.get(cls, ()) if cls else ())
    return sorted(found.pairs, key=lambda pair: pair[1])


class _Matching:
    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self._old, self._new = old, new
        self._left = dict.fromkeys(range(len(old)))
        self._fresh = dict.fromkeys(range(len(new)))
        self.pairs: Pairs = []

    def by(self, key: Callable[[Item], Hashable], *, only_one: bool = False) -> None:
        """Match by what items are known by, in their order; or only what is known by it alone."""
        there: dict[Hashable, deque[int]] = {}
        for place in self._left:
            there.setdefault(key(self._old[place]), deque()).append(place)
        there.pop(None, None)
        keys = {place: key(self._new[place]) for place in self._fresh}
        times = Counter(keys.values())
        for place, known in keys.items():
            waiting = there.get(known)
            if waiting and not (only_one and (len(waiting) > 1 or times[known] > 1)):
                self._take(waiting.popleft(), place)

    def alike(self, fields: Sequence[str]) -> None:
        """Match what is nearly the same, the most alike first."""
        texts = {place: text for place in self._left if (text := _text(self._old[place], fields))}
        others = {place: text for place in self._fresh if (text := _text(self._new[place], fields))}
        for old, new in _most_alike(texts, others):
            self._take(old, new)

    def _take(self, old: int, new: int) -> None:
        self.pairs.append((old, new))
        del self._left[old], self._fresh[new]


def _most_alike(texts: dict[int, str], others: dict[int, str]) -> Pairs:
    """Match texts that are alike, those that share most of their words first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for old, new in _likely(texts, others):
        if old in found or new in taken:
            continue
        if alike_among([others[new]], [texts[old]])[0] is not None:
            found[old] = new
            taken.add(new)
    return list(found.items())


def _likely(texts: dict[int, str], others: dict[int, str]) -> list[tuple[int, int]]:
    """Rank the pairs that may be alike; of very many, those that are the first to be alike."""
    if len(texts) * len(others) > _MOST_PAIRS:
        places = list(others)
        first = zip(texts, alike_among(list(others.values()), list(texts.values())), strict=True)
        return [(place, places[there]) for place, there in first if there is not None]
    words, there = (
        {place: set(fold(text).split()) for place, text in one.items()} for one in (texts, others)
    )
    shares = (
        (-len(words[old] & there[new]) / len(words[old] | there[new]), abs(old - new), old, new)
        for old in texts
        for new in others
    )
    return [(old, new) for share, _, old, new in sorted(shares) if -share >= _LEAST_SHARE]


def _of_fields(key: _Key) -> Callable[[Item], Hashable]:
    return lambda item: key(item) if isinstance(item, Fields) else None


def _text(item: Item, fields: Sequence[str]) -> str:
    if isinstance(item, Fields):
        return item.text(*fields)
    return str(item.shown) if item.is_text else ""


def _named(*fields: str) -> _Key:
    """Know an item by the first of some fields."""
    return lambda item: fold(item.text(*fields)) or None


def _holding(field: str) -> _Key:
    return lambda item: same(item.values.get(field))


def _but(*fields: str, holding: str) -> _Key:
    """Know an item by all that it says but some fields, where it says enough."""

    def rest(item: Fields) -> Hashable:
        values: dict[str, Content] = {name: one for name, one in item.values.items() if name not in fields}
        return same(Fields(item.cls, values)) if holding in values else None

    return rest


_NAMES: dict[type[Part], tuple[_Key, ...]] = {
    Goal: (_named("id"), lambda item: words_of(item.text("statement")) or None),
    Indicator: (_named("kolada"), _named("name")),
    Fact: (_named("fact"),),
    Milestone: (_holding("year"), _holding("value")),
    FollowUp: (_holding("year"),),
}
_RESTS: dict[type[Part], tuple[_Key, ...]] = {
    Indicator: (_but("name", "kolada", holding="target"), _but("kolada", "target", holding="baseline")),
    Fact: (_but("fact", holding="source"),),
    FollowUp: (_but("year", holding="judgement"), _but("year", holding="outcome")),
}
_SENTENCES: dict[type[Part], tuple[str, ...]] = {
    Goal: ("statement",),
    Indicator: ("name",),
    Fact: ("fact",),
}
"""What is compared letter by letter in the end."""
