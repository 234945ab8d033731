"""MK313: milestones lead year by year from the baseline to the target."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal, Indicator, Milestone
from malkoll.language import Text
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.agreement import contradicted
from malkoll.rules.measurement.values import Movement, called, contradicts, movement, value_at

ORDER = Text(
    "Delmålen för {indicator} kommer inte i tidsordning: {year} står efter {before}.",
    "The milestones of {indicator} aren't in order of time: {year} stands after {before}.",
)
TWICE = Text(
    "{indicator} har två delmål för samma år, {year}.",
    "{indicator} has two milestones for the same year, {year}.",
)
SORT = Text(
    "Skriv delmålen i tidsordning, ett för varje år.", "Write the milestones in order of time, one a year."
)
AFTER_TARGET = Text(
    "Delmålet {year} ligger efter målvärdets år, {target}.",
    "The milestone {year} lies after the year of the target, {target}.",
)
OUTSIDE = Text(
    "Delmålet {year} ligger utanför målets horisont, {horizon}.",
    "The milestone {year} lies outside the goal's horizon, {horizon}.",
)
YEAR_HELP = Text(
    "Ett delmål visar vägen fram till målvärdet. Vilket år ska det vara?",
    "A milestone shows the way to the target. Which year should it be?",
)
AGAINST = Text(
    "Delmålet {value} ({year}) ligger inte mellan {before} och målvärdet {target}.",
    "The milestone {value} ({year}) doesn't lie between {before} and the target {target}.",
)
VALUE_HELP = Text(
    "Varje delmål ska föra närmare målvärdet. Vilket värde ska stå här?",
    "Each milestone leads closer to the target. Which value should stand here?",
)
YEARS = Text("{start}–{end}", "{start}–{end}")
TARGET_HERE = Text("Målvärdet står här.", "The target stands here.")
HORIZON_HERE = Text("Horisonten står här.", "The horizon stands here.")
THE_INDICATOR = Text("indikatorn", "the indicator")
NAMED = Text("”{name}”", "“{name}”")


@rule(
    "MK313",
    "milestones-disorder",
    Severity.WARNING,
    Text("delmål i oordning", "milestones out of order"),
    Scope.GOAL,
    about=("milestones",),
)
def milestones_disorder(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        if not indicator.milestones or indicator.place.lists.get("milestones") != len(indicator.milestones):
            continue
        by_year = next(_years(goal, indicator), None)
        if by_year is not None:
            yield by_year
            continue  # in disorder, the values say nothing
        if contradicted(goal, case) is None:
            yield from _values(indicator)


def _years(goal: Goal, indicator: Indicator) -> Iterator[Finding]:
    dated = [(one.year, one) for one in indicator.milestones if one.year is not None]
    for (before, _), (year, milestone) in pairwise(dated):
        at = At(milestone.at("year"))
        if year == before:
            yield Finding(at, TWICE(indicator=called(indicator), year=year), SORT())
        elif year < before:
            name = NAMED(name=indicator.name) if indicator.name else THE_INDICATOR
            yield Finding(at, ORDER(indicator=name, year=year, before=before), SORT())
    target = indicator.target
    yield from _outside(goal, dated, target.year if target is not None else None)
    for year, milestone in dated:
        if target is not None and target.year is not None and year > target.year:
            related = Related(value_at(target), TARGET_HERE())
            message = AFTER_TARGET(year=year, target=target.year)
            yield Finding(At(milestone.at("year")), message, YEAR_HELP(), related=(related,))


def _outside(goal: Goal, dated: list[tuple[int, Milestone]], target: int | None) -> Iterator[Finding]:
    horizon = goal.horizon
    if horizon is None or horizon.start is None or horizon.end is None or horizon.start > horizon.end:
        return
    start, end = horizon.start, horizon.end
    if target is not None and not start <= target <= end:
        return  # the target is outside too, and MK307 says so
    outside = [(year, milestone) for year, milestone in dated if not start <= year <= end]
    if outside:
        year, first = outside[0]
        years = start if start == end else YEARS(start=start, end=end)
        yield Finding(
            At(first.at("year")),
            OUTSIDE(year=year, horizon=years),
            YEAR_HELP(),
            also=tuple(At(milestone.at("year")) for _, milestone in outside[1:]),
            related=(Related(At(goal.at("horizon")), HORIZON_HERE()),),
        )


def _values(indicator: Indicator) -> Iterator[Finding]:
    move = movement(indicator)
    if move is None or contradicts(move):
        return
    before = move.baseline
    for milestone in indicator.milestones:
        value = milestone.value
        if value is None:
            continue
        if not _on_the_way(move, before, value):
            yield Finding(
                At(milestone.at("value")),
                AGAINST(value=value, year=milestone.year or "–", before=before, target=move.target),
                VALUE_HELP(),
                related=(Related(value_at(indicator.target), TARGET_HERE()),),
            )
            return
        before = value


def _on_the_way(move: Movement, before: float | None, value: float) -> bool:
    if before is None or move.direction not in {"increase", "decrease"}:
        return True
    low, high = sorted((before, move.target))
    return low <= value <= high
