"""MK301: a goal is measured, or it is flagged for a professional assessment."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import GOAL, INDICATOR
from malkoll.language import Message, Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.stated import target_of

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
STATED = Text(
    "Meningen har redan talen. Skriv dem som en indikator under ”{indicators}”: ”{baseline}” {start}, "
    "”{target}” {end}, och var värdena hämtas.",
    "The sentence has the numbers already. Write them as an indicator under “{indicators}”: “{baseline}” {start}, "
    "“{target}” {end}, and where the values are taken from.",
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
    yield Finding(At(goal.at()), MESSAGE(), _advice(goal, case))


def _advice(goal: Goal, case: Case) -> Message:
    indicators = goal.place.keys.get("indicators") or case.word(GOAL["indicators"])
    stated = target_of(goal, case)
    if stated is None or stated.start is None:
        assessment = goal.place.keys.get("assessment") or case.word(GOAL["assessment"])
        return HELP(indicators=indicators, assessment=assessment)
    return STATED(
        indicators=indicators,
        baseline=case.word(INDICATOR["baseline"]),
        start=stated.start,
        target=case.word(INDICATOR["target"]),
        end=stated.end,
    )
