"""MK302: an indicator says where things stand today."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.document.vocabulary import INDICATOR
from malkoll.language import Message, Text
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.stated import target_of
from malkoll.rules.measurement.values import called, number_of

MESSAGE = Text(
    "{indicator} har inget utgångsvärde, så det går inte att se hur stor förändring målet innebär.",
    "{indicator} has no baseline, so it can't be seen how large a change the goal means.",
)
TODAY = Text(
    "Hur är det i dag? Skriv värdet under ”{baseline}”, helst med året som det gäller.",
    "How is it today? Write the value under “{baseline}”, preferably with the year it holds for.",
)
STATED = Text(
    "Meningen säger att det är {value} i dag. Skriv det under ”{baseline}”, helst med året som det gäller.",
    "The sentence says that it is {value} today. Write it under “{baseline}”, preferably with its year.",
)


@rule(
    "MK302",
    "indicator-without-baseline",
    Severity.WARNING,
    Text("indikator utan utgångsvärde", "indicator without a baseline"),
    Scope.GOAL,
    about=("indicators",),
)
def indicator_without_baseline(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        # what is to be kept needs no value to move from
        if indicator.given("baseline") or indicator.direction == "maintain":
            continue
        yield Finding(
            At(indicator.at("baseline")),
            MESSAGE(indicator=called(indicator)),
            _advice(goal, indicator, case),
        )


def _advice(goal: Goal, indicator: Indicator, case: Case) -> Message:
    baseline = case.word(INDICATOR["baseline"])
    stated = target_of(goal, case)
    if stated is None or stated.start is None or number_of(indicator.target) != stated.end:
        return TODAY(baseline=baseline)
    return STATED(value=stated.start, baseline=baseline)
