"""MK213: goals that were decided before the council's priorities are weighed against them."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.vocabulary import GOAL
from malkoll.language import OR, Text, Words
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text(
    "Målen beslutades {decided}, före fullmäktiges prioriteringar ({priorities}), och inget av dem är knutet till någon.",
    "The goals were decided on {decided}, before the council's priorities ({priorities}), "
    "and none of them is linked to one.",
)
HELP = Text(
    "Vilka av dem berör er verksamhet: {names}? Ange dem under ”{key}” vid målen.",
    "Which of them concern your operation: {names}? Give them under “{key}” at the goals.",
)
DECIDED = Text("Här står när prioriteringarna beslutades.", "When the priorities were decided stands here.")


@rule(
    "MK213",
    "review-after-priorities",
    Severity.WARNING,
    Text("målen är äldre än prioriteringarna", "the goals are older than the priorities"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
    about=("decision",),
)
def review_after_priorities(case: Case) -> Iterator[Finding]:
    document, priorities = case.document, case.model.model.priorities
    if (
        priorities is None
        or priorities.status != "decided"
        or priorities.date is None
        or not priorities.items
    ):
        return
    decision = document.decision
    if document.status != "decided" or decision is None or decision.date is None or not document.goals:
        return
    if decision.date >= priorities.date or any(goal.given("priorities") for goal in document.goals):
        return
    names = [one.name for one in priorities.items if one.name]
    yield Finding(
        At(decision.at("date")),
        MESSAGE(decided=decision.date.isoformat(), priorities=priorities.date.isoformat()),
        HELP(names=Words(names, OR), key=case.word(GOAL["priorities"])),
        related=(Related(At(priorities.at("date")), DECIDED(), in_model=True),),
    )
