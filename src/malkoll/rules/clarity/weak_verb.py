"""MK401: a goal says what is to be reached, not that somebody is to try."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, listed, question, quoted, statement, why, words
from malkoll.swedish.effort import weak_verbs

MESSAGE = Text("{words} {why}.", "{words} {why}.")
SEVERAL = Text("lovar ansträngningar och inte resultat", "promise efforts and not results")
HELP = Text(
    "Vad ska ha blivit annorlunda när ansträngningen har lyckats?",
    "What will have become different when the effort has succeeded?",
)
DEBATED = frozenset({"utveckla", "vidareutveckla"})
"""The guides disagree on these: a hint, no warning."""


@rule(
    "MK401",
    "weak-verb",
    Severity.WARNING,
    Text("ansträngning i stället för resultat", "effort instead of result"),
    Scope.GOAL,
    source=Source.PRACTICE,
)
def weak_verb(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    places = list(weak_verbs(sentence, words("weak-verbs", case)))
    if not places:
        return
    debated = all(place.entry is not None and place.entry.words in DEBATED for place in places)
    yield Finding(
        at(goal, places[0]),
        MESSAGE(words=quoted(places), why=why(places, SEVERAL)),
        question(places, HELP),
        also=tuple(at(goal, place) for place in places[1:]),
        related=listed(places, case),
        severity=Severity.INFO if debated else None,
    )
