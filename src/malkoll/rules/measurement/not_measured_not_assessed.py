"""MK301: a goal is measured, or it is flagged for a professional assessment."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text(
    "Det går inte att se när målet är nått: varken indikator eller professionell bedömning är angiven.",
    "It can't be seen when the goal is reached: neither an indicator nor a professional assessment is given.",
)
HELP = Text(
    "Vad skulle visa att målet är nått? Lägg till det under ”{indicators}”, med utgångsvärde och målvärde. "
    "Går det inte att mäta: skriv ”{assessment}”, med vem som bedömer och på vilket underlag.",
    "What would show that the goal is reached? Add it under “{indicators}”, with baseline and target. "
    "If it can't be measured: write “{assessment}”, with who judges and on what basis.",
)


@rule(
    "MK301",
    "not-measured-not-assessed",
    Severity.ERROR,
    Text("varken mätt eller bedömt", "neither measured nor assessed"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def not_measured_not_assessed(goal: Goal, case: Case) -> Iterator[Finding]:
    if goal.place.lists.get("indicators") or goal.is_assessed:
        return
    if goal.unknown("indicators") or goal.unknown("assessment"):
        return
    yield Finding(
        At(goal.at()),
        MESSAGE(),
        HELP(indicators=case.word(GOAL["indicators"]), assessment=case.word(GOAL["assessment"])),
    )
