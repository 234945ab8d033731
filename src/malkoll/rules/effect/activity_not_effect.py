"""MK501: a goal says what becomes of something, not that it is done."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, listed, quoted, statement, words
from malkoll.swedish.activity import activities

MESSAGE = Text(
    "{words} är något som ni gör. Målet säger inte vad det leder till.",
    "{words} is something that you do. The goal does not say what it leads to.",
)
HELP = Text(
    "Vad är annorlunda för dem som det är till för, när det är gjort? Skriv det som mål. "
    "Det ni ska göra kan stå i verksamhetsplanen.",
    "What is different for those it is meant for, when it is done? Write that as the goal. "
    "What you are to do can go into the operational plan.",
)


@rule(
    "MK501",
    "activity-not-effect",
    Severity.WARNING,
    Text("aktivitet i stället för effekt", "activity instead of effect"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def activity_not_effect(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    for place in activities(sentence, words("activities", case), words("weak-verbs", case)):
        yield Finding(at(goal, place), MESSAGE(words=quoted([place])), HELP(), related=listed([place], case))
