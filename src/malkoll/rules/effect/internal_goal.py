"""MK502: a goal is for residents and companies, not for the organisation itself."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, quoted, statement
from malkoll.swedish.internal import internal_words

MESSAGE = Text(
    "Målet handlar om den egna organisationen ({words}) och inte om vad invånare eller företag får.",
    "The goal is about the organisation itself ({words}) and not about what residents or companies get.",
)
HELP = Text(
    "Vad märker invånarna eller företagen när det är nått? Är det ett finansiellt mål eller ett mål för personalen, "
    "kan det stå bland dem i budgeten.",
    "What do residents or companies notice when it is reached? If it is a financial goal or a goal for the staff, "
    "it can stand among those in the budget.",
)


@rule(
    "MK502",
    "internal-goal",
    Severity.WARNING,
    Text("mål för den egna organisationen", "goal for the organisation itself"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def internal_goal(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    for place in internal_words(sentence):
        yield Finding(at(goal, place), MESSAGE(words=quoted([place])), HELP())
