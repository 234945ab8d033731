"""MK307: the year of a target lies within the goal's horizon."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.values import year_at

MESSAGE = Text(
    "Målvärdet gäller {year}, men målets horisont är {horizon}.",
    "The target is for {year}, but the goal's horizon is {horizon}.",
)
LATE = Text(
    "När ska målet vara nått? Ändra målvärdets år, eller låt horisonten sluta {year}.",
    "When is the goal to be reached? Change the target's year, or let the horizon end in {year}.",
)
EARLY = Text(
    "När ska målet vara nått? Målvärdets år ska vara något av horisontens år, oftast det sista.",
    "When is the goal to be reached? The target's year is one of the horizon's years, mostly the last.",
)
YEARS = Text("{start}–{end}", "{start}–{end}")
HERE = Text("Horisonten står här.", "The horizon stands here.")


@rule(
    "MK307",
    "target-year-outside-horizon",
    Severity.ERROR,
    Text("målvärdets år utanför horisonten", "target year outside the horizon"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("indicators",),
)
def target_year_outside_horizon(goal: Goal, _case: Case) -> Iterator[Finding]:
    horizon = goal.horizon
    if horizon is None or horizon.start is None or horizon.end is None or horizon.start > horizon.end:
        return
    start, end = horizon.start, horizon.end
    outside: dict[int, list[Indicator]] = {}
    for indicator in goal.indicators:
        year = indicator.target.year if indicator.target else None
        if year is not None and not start <= year <= end:
            outside.setdefault(year, []).append(indicator)
    # several indicators with one year are one mistake
    for year, indicators in outside.items():
        first, *others = (year_at(indicator.target) for indicator in indicators)
        yield Finding(
            first,
            MESSAGE(year=year, horizon=start if start == end else YEARS(start=start, end=end)),
            LATE(year=year) if year > end else EARLY(),
            also=tuple(others),
            related=(Related(At(goal.at("horizon")), HERE()),),
        )
