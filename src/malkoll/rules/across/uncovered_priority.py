"""MK603: every priority that the council has decided is served by a goal."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Text, Words
from malkoll.remembered import COMPARED, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.coverage import all_boards_goals, left_out
from malkoll.rules.across.groups import at_one_board

ONE = Text(
    "Inget mål för {year} är knutet till fullmäktiges prioritering {priorities}.",
    "No goal for {year} is linked to the council's priority {priorities}.",
)
SEVERAL = Text(
    "Inget mål för {year} är knutet till {number} av fullmäktiges prioriteringar: {priorities}.",
    "No goal for {year} is linked to {number} of the council's priorities: {priorities}.",
)
HELP = Text(
    "Finns det mål som redan tjänar den? Knyt dem till den. Annars: vilken nämnd berörs?",
    "Are there goals that serve it already? Link them to it. Otherwise: which board does it concern?",
)
LISTED = Text("Här står fullmäktiges prioriteringar.", "The council's priorities stand here.")


@rule(
    "MK603",
    "uncovered-priority",
    Severity.INFO,
    Text("prioritering utan mål", "priority without a goal"),
    Scope.RUN,
    source=Source.PRESENTATION,
    about=(COMPARED,),
)
def uncovered_priority(run: Run) -> Iterator[Finding]:
    for documents in all_boards_goals(run):
        model, year = documents[0].model, documents[0].year
        priorities = model.model.priorities
        if priorities is None or priorities.status != "decided" or priorities.unknown("items"):
            continue
        if priorities.date is not None and year is not None and year < priorities.date.year:
            continue  # the goals are from before
        links = (goal.priorities for document in documents for goal in document.goals)
        names = left_out(priorities.items, model.priorities, links, is_needed=False)
        if not names:
            continue
        number = {} if len(names) == 1 else {"number": len(names)}
        sentence = ONE if len(names) == 1 else SEVERAL
        listed = Related(At(priorities.at("items"), key=True), LISTED(), in_model=True)
        finding = Finding(
            At(), sentence(priorities=Words(names, most=20), year=year, **number), HELP(), related=(listed,)
        )
        yield at_one_board(finding, documents, run)
