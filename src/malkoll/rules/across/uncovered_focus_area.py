"""MK602: every focus area has a goal, of one board or another."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Text, Words
from malkoll.remembered import COMPARED, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.coverage import all_boards_goals, left_out
from malkoll.rules.across.groups import at_one_board
from malkoll.steering.loaded import LoadedModel

ONE = Text(
    "Ingen nämnd har något mål för {year} i fokusområdet {areas}.",
    "No board has a goal for {year} in the focus area {areas}.",
)
SEVERAL = Text(
    "Ingen nämnd har något mål för {year} i {number} av fokusområdena: {areas}.",
    "No board has a goal for {year} in {number} of the focus areas: {areas}.",
)
HELP = Text(
    "Är det ett val? Annars: vilken nämnds verksamhet kan åstadkomma en förflyttning där?",
    "Is it a choice? Otherwise: which board's operation can bring about a movement there?",
)
LISTED = Text("Här står styrmodellens fokusområden.", "The model's focus areas stand here.")


@rule(
    "MK602",
    "uncovered-focus-area",
    Severity.INFO,
    Text("fokusområde utan mål", "focus area without a goal"),
    Scope.RUN,
    source=Source.PRESENTATION,
    about=(COMPARED,),
)
def uncovered_focus_area(run: Run) -> Iterator[Finding]:
    for documents in all_boards_goals(run):
        model = documents[0].model
        links = (goal.focus_areas for document in documents for goal in document.goals)
        areas = left_out(model.model.focus_areas, model.focus_areas, links, is_needed=True)
        if not areas:
            continue
        number = {} if len(areas) == 1 else {"number": len(areas)}
        sentence = ONE if len(areas) == 1 else SEVERAL
        message = sentence(areas=Words(areas, quoted=False, most=20), year=documents[0].year, **number)
        yield at_one_board(Finding(At(), message, HELP(), related=_listed(model)), documents, run)


def _listed(model: LoadedModel) -> tuple[Related, ...]:
    """Show the municipality's own list; that of a built-in model nobody can change."""
    if model.is_built_in:
        return ()
    return (Related(At(model.model.at("focus_areas"), key=True), LISTED(), in_model=True),)
