"""MK309: a share lies between 0 and 100 percent."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.values import called, indicator_of, is_possible, number_of, value_at

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
OR = Text("eller", "or")


@rule(
    "MK309",
    "impossible-percentage",
    Severity.ERROR,
    Text("omöjlig procentsats", "impossible percentage"),
    Scope.GOAL,
)
def impossible_percentage(goal: Goal, _case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        wrong = [(at, value) for at, value in _numbers(goal, indicator) if not is_possible(indicator, value)]
        if not wrong:
            continue
        values = sorted({value for _, value in wrong})
        yield Finding(
            wrong[0][0],
            MESSAGE(
                indicator=called(indicator),
                values=Words([NUMBER(value=one) for one in values], OR, quoted=False),
            ),
            HELP(),
            also=tuple(at for at, _ in wrong[1:]),
        )


NUMBER = Text("{value}", "{value}")


def _numbers(goal: Goal, indicator: Indicator) -> Iterator[tuple[At, float]]:
    """Give every number that is said of an indicator, with its place."""
    for measurement in (indicator.baseline, indicator.target):
        if (value := number_of(measurement)) is not None:
            yield value_at(measurement), value
    for milestone in indicator.milestones:
        if milestone.value is not None:
            yield At(milestone.at("value")), milestone.value
    for follow_up in goal.follow_up:
        for name, outcome in (follow_up.outcome or {}).items():
            if indicator_of(goal, name) is indicator:
                yield At((*follow_up.at("outcome"), *([name] if name else []))), outcome
