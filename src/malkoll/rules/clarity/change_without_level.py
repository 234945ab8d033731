"""MK403: a goal that something is to grow or fall says from what and to what."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.said import is_effort, said_of_words
from malkoll.rules.statement import at, quoted, statement
from malkoll.swedish.change import changes_without_level

MESSAGE = Text(
    "{words} säger åt vilket håll men inte hur långt: det finns inget tal och ingen indikator.",
    "{words} says in what direction but not how far: there is no number and no indicator.",
)
HELP = Text("Från vilket läge, till vilket, och till när?", "From what state, to what, and by when?")


@rule(
    "MK403",
    "change-without-level",
    Severity.INFO,
    Text("förändring utan nivå", "change without a level"),
    Scope.GOAL,
    source=Source.PRACTICE,
)
def change_without_level(goal: Goal, case: Case) -> Iterator[Finding]:
    if goal.indicators or goal.place.lists.get("indicators") or goal.unknown("indicators"):
        return
    sentence = statement(goal, case)
    if sentence is None or is_effort(sentence, case):
        return
    for place in changes_without_level(sentence):
        if said_of_words(sentence, case, place):
            continue
        yield Finding(at(goal, place), MESSAGE(words=quoted([place])), HELP())
