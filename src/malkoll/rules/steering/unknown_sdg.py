"""MK210: what a goal links to in Agenda 2030 is one of its goals or targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Message, Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.agenda2030 import Agenda, agenda
from malkoll.steering.meant import meant

MESSAGE = Text(
    "”{link}” är inget mål eller delmål i Agenda 2030.", "“{link}” is no goal or target of Agenda 2030."
)
GOALS = Text(
    "Skriv ett målnummer, {first}–{last}, eller ett delmål, som {example}.",
    "Write the number of a goal, {first}–{last}, or of a target, as {example}.",
)
TARGETS = Text(
    "Delmålen till mål {goal}, ”{name}”, är {targets}.",
    "The targets of goal {goal}, “{name}”, are {targets}.",
)
CLOSE = Text("Skriv {number} för ”{name}”.", "Write {number} for “{name}”.")
LABEL = Text("menade du ”{name}”?", "did you mean “{name}”?")
_NUMBER = r"(?<![0-9])([0-9]{1,2})(?:[.,][0-9a-zA-Z]{1,2})?(?![0-9])"


@rule(
    "MK210",
    "unknown-sdg",
    Severity.ERROR,
    Text("okänt mål i Agenda 2030", "unknown goal of Agenda 2030"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("agenda2030",),
)
def unknown_sdg(goal: Goal, _case: Case) -> Iterator[Finding]:
    if not goal.agenda2030:
        return
    known = agenda()
    for index, link in enumerate(goal.agenda2030):
        if known.find(link) is not None:
            continue
        near = meant(link, [name for one in known.goals.values() for name in one.names])
        yield Finding(
            At(goal.at("agenda2030", index)),
            MESSAGE(link=link),
            _advice(link, near, known),
            LABEL(name=near) if near else None,
        )


def _advice(link: str, near: str | None, known: Agenda) -> Message:
    if near:
        return CLOSE(number=known.find(near), name=near)
    number = re.search(_NUMBER, link)
    meant_goal = known.goals.get(number[1]) if number else None
    if meant_goal is None:
        numbers = list(known.goals)
        return GOALS(first=numbers[0], last=numbers[-1], example=known.goals[numbers[0]].targets[0])
    return TARGETS(goal=meant_goal.number, name=meant_goal.name, targets=", ".join(meant_goal.targets))
