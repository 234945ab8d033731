"""MK406: one sentence, one goal."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, statement
from malkoll.swedish.compound import compound_goals
from malkoll.swedish.findings import Place

MESSAGE = Text(
    "Här är flera mål i en mening: {words} kan nås det ena utan det andra.",
    "Here are several goals in one sentence: {words} can be reached one without the other.",
)
HELP = Text(
    "Vilket av dem är målet? Gör två mål av det, eller skriv det som de har gemensamt.",
    "Which of them is the goal? Make two goals of it, or write what they have in common.",
)
_MOST = 4
"""So many parts are quoted."""


@rule(
    "MK406",
    "compound-goal",
    Severity.WARNING,
    Text("flera mål i en mening", "several goals in one sentence"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def compound_goal(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    places = list(compound_goals(sentence))
    if not places:
        return
    yield Finding(
        at(goal, places[0]),
        MESSAGE(words=_quoted(places)),
        HELP(),
        also=tuple(at(goal, place) for place in places[1:]),
    )


def _quoted(places: list[Place]) -> Words:
    """Name what could be reached separately; of many joinings the first."""
    parts = list(dict.fromkeys(part for place in places for part in place.parts or (place.words,)))
    return Words(parts if len(parts) <= _MOST else list(places[0].parts or (places[0].words,)))
