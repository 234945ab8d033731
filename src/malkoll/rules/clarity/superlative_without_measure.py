"""MK410: a goal to be best names the race."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import statement, together, words
from malkoll.swedish.vague import superlatives

SEVERAL = Text(
    "är platser i en jämförelse som inte är angiven", "are places in a comparison that is not given"
)
HELP = Text("Vilken mätning gäller, och vilken plats?", "Which measurement counts, and what place?")


@rule(
    "MK410",
    "superlative-without-measure",
    Severity.WARNING,
    Text("bäst utan mått", "best without a measure"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def superlative_without_measure(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    places = list(superlatives(sentence, words("superlatives", case)))
    yield from together(goal, case, places, SEVERAL, HELP)
