"""MK405: a goal lists all that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import statement, together, words
from malkoll.swedish.vague import open_lists

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
    yield from together(goal, case, places, SEVERAL, HELP)
