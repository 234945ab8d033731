"""MK503: a goal is for somebody: residents or companies."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import in_swedish, read
from malkoll.steering.audience import names_audience
from malkoll.swedish.audience import audience as audience_of

MESSAGE = Text(
    "Det går inte att se vem målet är till för: varken meningen eller ”{audience}” säger vilka invånare eller företag som har nytta av det.",
    "It can't be seen whom the goal is for: neither the sentence nor “{audience}” says which residents or companies benefit from it.",
)
HELP = Text(
    "Vem märker skillnad när målet är nått? Skriv det under ”{audience}”, till exempel elever, äldre eller företag.",
    "Who notices the difference when the goal is reached? Write it under “{audience}”, "
    "for example pupils, older people or companies.",
)


@rule(
    "MK503",
    "no-audience",
    Severity.WARNING,
    Text("ingen målgrupp", "no audience"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def no_audience(goal: Goal, case: Case) -> Iterator[Finding]:
    if goal.statement is None or not case.model.audiences or _names_itself(goal):
        return
    if not in_swedish(goal.statement, case):
        # what isn't read can't be said to name nobody
        return
    if any(_is_for_somebody(text, case) for text in (goal.statement, goal.title, goal.effect) if text):
        return
    audience = goal.place.keys.get("audience") or case.word(GOAL["audience"])
    yield Finding(At(goal.at("statement")), MESSAGE(audience=audience), HELP(audience=audience))


def _is_for_somebody(text: str, case: Case) -> bool:
    """Tell whether a text names somebody, or it is plain from what it is about: a school, a library."""
    sentence = read(text, case)
    if sentence is None:
        return names_audience(text, case.model)
    return bool(audience_of(sentence, case.model.audiences.keys()))


def _names_itself(goal: Goal) -> bool:
    return goal.given("audience") and goal.place.lists.get("audience") != 0
