"""MK309: a share lies between 0 and 100 percent."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.document.words import fold
from malkoll.language import OR, Text, Words
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.values import (
    called,
    indicators_by_name,
    is_possible,
    is_share,
    number_of,
    value_at,
)

MESSAGE = Text(
    "{indicator} är en andel i procent, och den kan inte vara {values}.",
    "{indicator} is a share in percent, and it can't be {values}.",
)
HELP = Text(
    "Är det ett skrivfel, eller räknar indikatorn något annat: ett antal, en förändring, ett index? "
    "Skriv i så fall det som enhet eller i namnet.",
    "Is it a slip, or does the indicator count something else: a number, a change, an index? "
    "If so, say that in the unit or in the name.",
)
NUMBER = Text("{value}", "{value}")


@rule(
    "MK309",
    "impossible-percentage",
    Severity.ERROR,
    Text("omöjlig procentsats", "impossible percentage"),
    Scope.GOAL,
    about=("indicators",),
)
def impossible_percentage(goal: Goal, _case: Case) -> Iterator[Finding]:
    outcomes = _outcomes(goal)
    for indicator in goal.indicators:
        if not is_share(indicator):
            continue
        wrong = [*_numbers(indicator), *outcomes.get(id(indicator), ())]
        if not wrong:
            continue
        values = [NUMBER(value=value) for value in sorted({value for _, value in wrong})]
        yield Finding(
            wrong[0][0],
            MESSAGE(indicator=called(indicator), values=Words(values, OR, quoted=False)),
            HELP(),
            also=tuple(at for at, _ in wrong[1:]),
        )


def _numbers(indicator: Indicator) -> Iterator[tuple[At, float]]:
    """Give the impossible numbers of an indicator, with their places."""
    for measurement in (indicator.baseline, indicator.target):
        value = number_of(measurement)
        if value is not None and not is_possible(indicator, value):
            yield value_at(measurement), value
    for milestone in indicator.milestones:
        if milestone.value is not None and not is_possible(indicator, milestone.value):
            yield At(milestone.at("value")), milestone.value


def _outcomes(goal: Goal) -> dict[int, list[tuple[At, float]]]:
    """Give the impossible outcomes of each indicator, with their places."""
    by_name = indicators_by_name(goal) if goal.follow_up else {}
    found: dict[int, list[tuple[At, float]]] = {}
    for follow_up in goal.follow_up:
        for name, outcome in (follow_up.outcome or {}).items():
            indicator = by_name.get(fold(name))
            if indicator is not None and not is_possible(indicator, outcome):
                at = At((*follow_up.at("outcome"), *([name] if name else [])))
                found.setdefault(id(indicator), []).append((at, outcome))
    return found
