"""MK212: goals are decided while the council's priorities are still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Message, Text
from malkoll.remembered import Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.groups import of_one_model
from malkoll.steering.model import Priorities

EXPECTED = Text(
    "Mål är beslutade, men fullmäktiges prioriteringar väntas först {date}.",
    "Goals are decided, but the council's priorities are expected on {date}.",
)
SOME_DAY = Text(
    "Mål är beslutade, men fullmäktiges prioriteringar är ännu inte det.",
    "Goals are decided, but the council's priorities aren't yet.",
)
PASSED = Text(
    "Mål är beslutade, och fullmäktiges prioriteringar skulle ha kommit {date}. I styrmodellen väntar de ännu.",
    "Goals are decided, and the council's priorities were to come on {date}. In the steering model they are still pending.",
)
WEIGH_IN = Text(
    "Det är inget fel: årshjulet är inte i takt än. Gå igenom målen igen när prioriteringarna är beslutade.",
    "Nothing is wrong: the annual cycle isn't in step yet. Go through the goals again once the priorities are decided.",
)
UP_TO_DATE = Text(
    "Är styrmodellen aktuell? Är prioriteringarna beslutade, skriv in dem där.",
    "Is the steering model up to date? If the priorities are decided, write them there.",
)
PENDING = Text("Här väntar prioriteringarna.", "The priorities are pending here.")


@rule(
    "MK212",
    "priorities-pending",
    Severity.INFO,
    Text("fullmäktiges prioriteringar väntar", "the council's priorities are pending"),
    Scope.RUN,
    source=Source.PRESENTATION,
)
def priorities_pending(run: Run) -> Iterator[Finding]:
    for documents in of_one_model(document for document in run.documents if document.is_decided):
        model = documents[0].model
        priorities = model.model.priorities
        if priorities is None or priorities.status != "pending" or priorities.unknown("status"):
            continue
        has_passed = priorities.date is not None and priorities.date < run.date
        finding = Finding(
            At(),
            _sentence(priorities.date, has_passed=has_passed),
            UP_TO_DATE() if has_passed else WEIGH_IN(),
            related=() if model.is_built_in else (_pending(priorities),),
        )
        # it is the model's note, not theirs: one document tells it
        first, *others = (finding._replace(at=At(one.status_path), file=one.file) for one in documents)
        yield first._replace(elsewhere=tuple(others))


def _pending(priorities: Priorities) -> Related:
    """Show the place in the municipality's own model; nobody can mend a built-in one there."""
    return Related(At(priorities.at(), key=True), PENDING(), in_model=True)


def _sentence(date: datetime.date | None, *, has_passed: bool) -> Message:
    if date is None:
        return SOME_DAY()
    return (PASSED if has_passed else EXPECTED)(date=date.isoformat())
