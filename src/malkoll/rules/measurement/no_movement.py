"""MK305: a goal is set where a movement is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import DIRECTIONS, INDICATOR
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.agreement import contradicted
from malkoll.rules.measurement.values import called, movement, value_at

MESSAGE = Text(
    "{indicator} har samma utgångsvärde och målvärde, {value}. Då är målet redan nått.",
    "{indicator} has the same baseline and target, {value}. Then the goal is already reached.",
)
HELP = Text(
    "Vilket värde vill nämnden nå? Är målet att hålla nivån, skriv {direction}: {maintain}.",
    "Which value does the board want to reach? If the goal is to keep the level, write {direction}: {maintain}.",
)
HERE = Text("Utgångsvärdet står här.", "The baseline stands here.")


@rule(
    "MK305",
    "no-movement",
    Severity.WARNING,
    Text("ingen förflyttning", "no movement"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("indicators",),
)
def no_movement(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        move = movement(indicator)
        if move is None or move.baseline != move.target or move.direction == "maintain":
            continue
        if contradicted(goal, case) is not None:
            return  # the sentence says another target, and MK308 says so
        yield Finding(
            value_at(indicator.target),
            MESSAGE(indicator=called(indicator), value=move.target),
            HELP(
                direction=indicator.place.keys.get("direction") or case.word(INDICATOR["direction"]),
                maintain=DIRECTIONS["maintain"].word(case.language),
            ),
            related=(Related(value_at(indicator.baseline), HERE()),),
        )
