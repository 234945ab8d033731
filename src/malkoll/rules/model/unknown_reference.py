"""MK703: what a steering model refers to exists: in itself, in the strategy, in Agenda 2030, among the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.document.words import fold
from malkoll.language import Message, Text, Words
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.steering.agenda2030 import agenda
from malkoll.steering.loaded import STRATEGIES
from malkoll.steering.meant import meant
from malkoll.steering.model import FocusArea, Named

LINK = Text("”{name}” finns inte i den regionala strategin.", "“{name}” is not in the regional strategy.")
NO_STRATEGY = Text(
    "”{name}” hör till en regional strategi, men modellen har ingen.",
    "“{name}” belongs to a regional strategy, but the model has none.",
)
STRATEGY = Text(
    "Det finns ingen inbyggd strategi som heter ”{name}”.", "There is no built-in strategy called “{name}”."
)
SDG = Text(
    "”{name}” är inget mål eller delmål i Agenda 2030.", "“{name}” is no goal or target of Agenda 2030."
)
FOCUS_AREA = Text(
    "”{name}” finns inte bland modellens fokusområden.", "“{name}” is not among the model's focus areas."
)
RULE = Text("Ingen regel heter ”{name}”.", "No rule is called “{name}”.")
ALL_RULES = Text("Kör malkoll rules för att se alla.", "malkoll rules shows them all.")
AREA = Text("”{name}” finns inte bland strategins målområden.", "“{name}” is not among the strategy's areas.")
CLOSE = Text("Skriv {near}.", "Write {near}.")
CHOOSE = Text("Det finns {known}.", "There are {known}.")
NUMBERS = Text(
    "Målen är {first}–{last}. Ett delmål skrivs som {example}.",
    "The goals are {first}–{last}. A target is written as {example}.",
)
WRITE_OUT = Text(
    "Inbyggd: {known}. En annan strategi skrivs ut i modellen, med målområden, principer och prioriteringar.",
    "Built in: {known}. Another strategy is written out in the model, with areas, principles and priorities.",
)
ADD_STRATEGY = Text(
    "Lägg till strategin under ”rus”. Inbyggd: {known}.", "Add the strategy under “rus”. Built in: {known}."
)
LABEL = Text("menade du ”{near}”?", "did you mean “{near}”?")
FIX = Text("Skriv ”{near}”", "Write “{near}”")
_LINKS = ("areas", "principles", "priorities")


@rule(
    "MK703",
    "unknown-reference",
    Severity.ERROR,
    Text("hänvisning till något som inte finns", "reference to something that isn't there"),
    Scope.MODEL,
    source=Source.PRACTICE,
    fix=Applicability.SAFE,
)
def unknown_reference(case: ModelCase) -> Iterator[Finding]:
    yield from _strategy(case)
    for area in case.model.focus_areas:
        yield from _links(area, case)
        yield from _global_goals(area)
    yield from _priorities(case)
    yield from _principles(case)


def _strategy(case: ModelCase) -> Iterator[Finding]:
    own = case.model.rus
    if own is None or any(own.unknown(field) for field in _LINKS):
        return
    if own.id and not own.items and own.id not in STRATEGIES:
        yield _finding(
            At(own.at("id")), STRATEGY, own.id, STRATEGIES, WRITE_OUT(known=Words(STRATEGIES, quoted=False))
        )
    known = {fold(name) for area in own.areas for name in area.names}
    for item in own.items:
        if item.area and own.areas and fold(item.area) not in known:
            yield _finding(At(item.at("area")), AREA, item.area, _names(own.areas))


def _links(area: FocusArea, case: ModelCase) -> Iterator[Finding]:
    if area.rus is None or case.model.unknown("rus"):
        return
    links = [
        (link, At(area.rus.at(field, index)))
        for field in _LINKS
        for index, link in enumerate(getattr(area.rus, field) or ())
    ]
    if case.model.rus is None:
        advice = ADD_STRATEGY(known=Words(STRATEGIES, quoted=False))
        yield from (Finding(at, NO_STRATEGY(name=link), advice) for link, at in links[:1])
        return
    strategy, known = case.loaded.strategy, case.loaded.strategy_items
    if strategy is None or not known or any(strategy.unknown(field) for field in _LINKS):
        return
    for link, at in links:
        if fold(link) not in known:
            ids = [item.id or item.name or "" for item in strategy.items]
            advice = CHOOSE(known=Words(ids, quoted=False, most=40))
            yield _finding(at, LINK, link, _names(strategy.items), advice)


def _global_goals(area: FocusArea) -> Iterator[Finding]:
    for index, link in enumerate(area.agenda2030 or ()):
        if agenda().find(link) is None:
            goals = list(agenda().goals.values())
            first, last = goals[0], goals[-1]
            advice = NUMBERS(first=first.number, last=last.number, example=first.targets[0])
            names = [name for goal in goals for name in goal.names]
            yield _finding(At(area.at("agenda2030", index)), SDG, link, names, advice)


def _priorities(case: ModelCase) -> Iterator[Finding]:
    known = case.loaded.focus_areas
    if case.model.priorities is None or not known or case.model.unknown("focus_areas"):
        return
    for priority in case.model.priorities.items:
        if priority.focus_area and fold(priority.focus_area) not in known:
            names = _names(case.model.focus_areas)
            yield _finding(At(priority.at("focus_area")), FOCUS_AREA, priority.focus_area, names)


def _principles(case: ModelCase) -> Iterator[Finding]:
    for principle in case.model.principles:
        for index, name in enumerate(principle.rules or ()):
            if fold(name) not in case.rules:
                yield _finding(At(principle.at("rules", index)), RULE, name, case.rules, ALL_RULES())


def _names(items: Iterable[Named]) -> list[str]:
    return [name for item in items for name in item.names]


def _finding(
    at: At, sentence: Text, name: str, known: Iterable[str], advice: Message | None = None
) -> Finding:
    listed = list(known)
    near = meant(name, listed)
    if near is None:
        return Finding(at, sentence(name=name), advice or CHOOSE(known=Words(listed, most=12)))
    fix = Fix(FIX(near=near), (Replace(at, near),))
    return Finding(at, sentence(name=name), CLOSE(near=near), LABEL(near=near), fix=fix)
