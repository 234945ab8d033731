"""MK215: goals rest on an analysis of the current state, the document's or their own."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.document.vocabulary import DOCUMENT, GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

NONE_AT_ALL = Text(
    "Det framgår inte vilka fakta målen bygger på: nulägesanalysen saknas.",
    "It isn't told which facts the goals rest on: there is no analysis of the current state.",
)
NOT_HERE = Text(
    "Det framgår inte vilka fakta målet bygger på. Andra mål har en nulägesanalys, men den gäller bara dem.",
    "It isn't told which facts the goal rests on. Other goals have an analysis of the current state, "
    "but that is theirs alone.",
)
FOR_ALL = Text(
    "Hur ser det ut i dag? Skriv det under ”{document}” för alla målen, eller under ”{goal}” vid vart och ett: "
    "en uppgift i taget, med källa och år.",
    "How are things today? Tell it under “{document}” of the document for all goals, or under “{goal}” of each goal: "
    "one fact at a time, with its source and year.",
)
FOR_ONE = Text(
    "Hur ser det ut i dag? Skriv det under ”{goal}”, en uppgift i taget, med källa och år.",
    "How are things today? Tell it under “{goal}”, one fact at a time, with its source and year.",
)


@rule(
    "MK215",
    "missing-current-state",
    Severity.WARNING,
    Text("nulägesanalysen saknas", "the current-state analysis is missing"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
)
def missing_current_state(case: Case) -> Iterator[Finding]:
    document = case.document
    if _has_analysis(document):
        return
    words = {"document": case.word(DOCUMENT["current_state"]), "goal": case.word(GOAL["current_state"])}
    without = [goal for goal in case.goals if not _has_analysis(goal)]
    if len(without) == len(case.goals):
        key = "current_state" if "current_state" in document.place.keys else "board"
        yield Finding(At(document.at(key), key=True), NONE_AT_ALL(), FOR_ALL(**words))
        return
    for goal in without:
        yield Finding(At(goal.at()), NOT_HERE(), FOR_ONE(goal=words["goal"]))


def _has_analysis(part: GoalDocument | Goal) -> bool:
    """Tell whether something stands there, readable or not; an empty list is nothing."""
    return part.given("current_state") and part.place.lists.get("current_state") != 0
