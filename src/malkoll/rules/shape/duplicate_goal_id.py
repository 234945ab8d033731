"""MK112: each goal of a document has an id of its own."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text("Två mål har samma id: ”{id}”.", "Two goals have the same id: “{id}”.")
HELP = Text(
    "Ge målet ett eget id. Kommun, nämnd och id namnger ett mål från år till år.",
    "Give the goal an id of its own. Municipality, board and id name a goal from year to year.",
)
FIRST = Text("Här står det första gången.", "It stands here first.")


@rule(
    "MK112",
    "duplicate-goal-id",
    Severity.ERROR,
    Text("samma id två gånger", "the same id twice"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
)
def duplicate_goal_id(case: Case) -> Iterator[Finding]:
    seen: dict[str, Goal] = {}
    for goal in case.goals:
        if goal.id is None:
            continue
        first = seen.setdefault(fold(goal.id), goal)
        if first is not goal:
            related = Related(At(first.at("id")), FIRST())
            yield Finding(At(goal.at("id")), MESSAGE(id=goal.id), HELP(), related=(related,))
