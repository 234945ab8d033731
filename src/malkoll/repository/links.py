"""What the goals are linked to: the regional strategy, Agenda 2030, the council's priorities.

A goal may name a link itself, or its focus area may have it: the two are counted apart.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable

from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.record import Record
from malkoll.repository.gathered import Gathered, PlacedGoal
from malkoll.steering.agenda2030 import agenda
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import Named, RusLinks, StrategyItem


class Link(Record):
    """Something that goals are linked to.

    Attributes:
        id, name: of it.
        stated: how many goals name it.
        implied: how many more lie in a focus area that is linked to it.

    """

    id: str
    name: str | Text
    stated: int
    implied: int


class StrategyLinks(Record):
    """A regional strategy, with the links to each of its parts."""

    name: str
    areas: tuple[Link, ...]
    principles: tuple[Link, ...]
    priorities: tuple[Link, ...]

    @property
    def all(self) -> tuple[Link, ...]:
        return (*self.areas, *self.principles, *self.priorities)


class PriorityLinks(Record):
    """The council's priorities in one steering model.

    Attributes:
        model: the steering model.
        is_decided: whether the council has decided them.
        date: of the decision, or when it is expected.
        links: those that there are.

    """

    model: LoadedModel
    is_decided: bool
    date: datetime.date | None
    links: tuple[Link, ...]


class AgendaLinks(Record):
    """All 17 goals of Agenda 2030.

    Attributes:
        links: with those that no goal is linked to.
        is_own_reading: whether what the focus areas imply is malkoll's own reading of them.

    """

    links: tuple[Link, ...]
    is_own_reading: bool


def agenda_links(gathered: Gathered) -> AgendaLinks:
    find = agenda().find
    pairs = [
        (
            _numbers(find(one) for one in goal.goal.agenda2030 or ()),
            _numbers(find(one) for area in goal.areas for one in area.agenda2030 or ()),
        )
        for goal in gathered.goals
    ]
    stated, implied = _counted(pairs)
    return AgendaLinks(
        tuple(
            Link(number, goal.name, stated[number], implied[number])
            for number, goal in agenda().goals.items()
        ),
        any(model.is_built_in for model in gathered.models),
    )


def _numbers(found: Iterable[str | None]) -> set[str]:
    """Give the goals' numbers; a target counts for the goal that it belongs to."""
    return {number.partition(".")[0] for number in found if number}


def _counted(pairs: Iterable[tuple[set[str], set[str]]]) -> tuple[Counter[str], Counter[str]]:
    """Count what goals name, and what is only implied; a goal counts once for each."""
    stated: Counter[str] = Counter()
    implied: Counter[str] = Counter()
    for named, through_area in pairs:
        stated.update(named)
        implied.update(through_area - named)
    return stated, implied


def strategy_links(gathered: Gathered) -> list[StrategyLinks]:
    """Give the regional strategies of the steering models, each once."""
    models: dict[str, list[LoadedModel]] = {}
    for model in gathered.models:
        if model.strategy is not None and model.strategy.items:
            models.setdefault(fold(model.strategy.name or model.strategy.id or ""), []).append(model)
    return [_strategy(gathered, sharing) for sharing in models.values()]


def _strategy(gathered: Gathered, models: list[LoadedModel]) -> StrategyLinks:
    shas = {model.sha256 for model in models}
    pairs = []
    for row in gathered.rows:
        if row.model.sha256 in shas:
            pairs += [_strategy_pair(goal, row.model.strategy_items) for goal in row.goals]
    stated, implied = _counted(pairs)
    strategy = models[0].strategy

    def links(items: Iterable[StrategyItem]) -> tuple[Link, ...]:
        return tuple(_link(item, stated, implied) for item in items)

    if strategy is None:
        return StrategyLinks("", (), (), ())
    return StrategyLinks(
        strategy.name or strategy.id or "",
        links(strategy.areas),
        links(strategy.principles),
        links(strategy.priorities),
    )


def _strategy_pair(goal: PlacedGoal, items: dict[str, StrategyItem]) -> tuple[set[str], set[str]]:
    named = _known(goal.goal.rus or (), items.get)
    through = (name for area in goal.areas if area.rus for name in _names(area.rus))
    return named, _known(through, items.get)


def _names(links: RusLinks) -> Iterable[str]:
    return (*(links.areas or ()), *(links.principles or ()), *(links.priorities or ()))


def _known(names: Iterable[str], find: Callable[[str], Named | None]) -> set[str]:
    return {_id(item) for name in names if (item := find(fold(name))) is not None}


def _id(item: Named) -> str:
    return item.id or item.name or ""


def _link(item: Named, stated: Counter[str], implied: Counter[str]) -> Link:
    return Link(_id(item), item.name or item.id or "", stated[_id(item)], implied[_id(item)])


def priority_links(gathered: Gathered) -> list[PriorityLinks]:
    """Give the council's priorities, of each steering model that has any or waits for them."""
    found = []
    for model in gathered.models:
        priorities = model.model.priorities
        if priorities is None:
            continue
        goals = [goal for row in gathered.rows if row.model.sha256 == model.sha256 for goal in row.goals]
        stated = Counter(
            one for goal in goals for one in _known(goal.goal.priorities or (), model.priorities.get)
        )
        links = tuple(_link(item, stated, Counter()) for item in priorities.items)
        found.append(PriorityLinks(model, priorities.status == "decided", priorities.date, links))
    return found
