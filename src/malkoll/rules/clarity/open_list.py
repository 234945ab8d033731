"""MK405: a goal lists all that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, listed, question, quoted, statement, why, words
from malkoll.swedish.vague import open_lists

MESSAGE = Text("{words} {why}.", "{words} {why}.")
SEVERAL = Text("gör uppräkningen öppen", "leave the list open")
HELP = Text(
    "Vad mer ingår? Skriv hela listan, eller det som den har gemensamt.",
    "What more belongs to it? Write the whole list, or what it has in common.",
)


@rule(
    "MK405",
    "open-list",
    Severity.WARNING,
    Text("öppen uppräkning", "open list"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def open_list(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    places = list(open_lists(sentence, words("open-lists", case)))
    if not places:
        return
    yield Finding(
        at(goal, places[0]),
        MESSAGE(words=quoted(places), why=why(places, SEVERAL)),
        question(places, HELP),
        also=tuple(at(goal, place) for place in places[1:]),
        related=listed(places, case),
    )
