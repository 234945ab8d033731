"""MK211: the priorities that a goal serves are on the council's list."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Related, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import fold
from malkoll.language import OR, Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.meant import meant

MESSAGE = Text(
    "”{priority}” finns inte bland fullmäktiges prioriteringar.",
    "“{priority}” is not among the council's priorities.",
)
CLOSE = Text("Skriv {priority}.", "Write {priority}.")
CHOOSE = Text("Välj en av dem: {priorities}.", "Choose one of them: {priorities}.")
LABEL = Text("menade du ”{priority}”?", "did you mean “{priority}”?")
FIX = Text("Skriv ”{priority}”", "Write “{priority}”")
LISTED = Text("Här står fullmäktiges prioriteringar.", "The council's priorities stand here.")


@rule(
    "MK211",
    "unknown-priority",
    Severity.ERROR,
    Text("okänd prioritering", "unknown priority"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    fix=Applicability.SAFE,
    about=("priorities",),
)
def unknown_priority(goal: Goal, case: Case) -> Iterator[Finding]:
    decided, known = case.model.model.priorities, case.model.priorities
    if decided is None or decided.status != "decided" or not known:
        return
    for index, priority in enumerate(goal.priorities or ()):
        if fold(priority) in known:
            continue
        at = At(goal.at("priorities", index))
        names = [one.name for one in decided.items if one.name]
        near = meant(priority, [*names, *(name for one in decided.items for name in one.names)])
        yield Finding(
            at,
            MESSAGE(priority=priority),
            CLOSE(priority=near) if near else CHOOSE(priorities=Words(names, OR, most=12)),
            LABEL(priority=near) if near else None,
            fix=Fix(FIX(priority=near), (Replace(at, near),)) if near else None,
            related=(Related(At(decided.at("items"), key=True), LISTED(), in_model=True),),
        )
