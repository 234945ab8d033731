"""MK404: a goal holds; what it does not hold for is said outright."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import statement, together, words
from malkoll.swedish.vague import escape_clauses

SEVERAL = Text("lämnar vägar ut ur målet", "leave ways out of the goal")
HELP = Text("När gäller målet inte? Skriv det i stället.", "When does the goal not hold? Write that instead.")


@rule(
    "MK404",
    "escape-clause",
    Severity.WARNING,
    Text("väg ut ur målet", "way out of the goal"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def escape_clause(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    places = list(escape_clauses(sentence, words("escape-clauses", case)))
    yield from together(goal, case, places, SEVERAL, HELP)
