"""MK306: baseline and target go the way that the direction says."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import DIRECTIONS
from malkoll.language import Text
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.agreement import contradicted
from malkoll.rules.measurement.values import called, contradicts, movement, value_at

RISES = Text(
    "{indicator} har riktningen ”{direction}”, men målvärdet {target} är högre än utgångsvärdet {baseline}.",
    "{indicator} has the direction “{direction}”, but the target {target} is higher than the baseline {baseline}.",
)
FALLS = Text(
    "{indicator} har riktningen ”{direction}”, men målvärdet {target} är lägre än utgångsvärdet {baseline}.",
    "{indicator} has the direction “{direction}”, but the target {target} is lower than the baseline {baseline}.",
)
WHICH = Text(
    "Är riktningen fel, eller har talen bytt plats? Vägen från utgångsvärdet till målvärdet är ”{other}”.",
    "Is the direction wrong, or have the numbers changed places? From baseline to target is “{other}”.",
)
KEEP = Text(
    "Ska nivån hållas eller ändras? Skriv samma värde på båda ställena, eller riktningen ”{other}”.",
    "Is the level to be kept or changed? Write the same value in both places, or the direction “{other}”.",
)
HERE = Text("Målvärdet står här.", "The target stands here.")


@rule(
    "MK306",
    "wrong-direction",
    Severity.ERROR,
    Text("fel riktning", "wrong direction"),
    Scope.GOAL,
    about=("direction",),
)
def wrong_direction(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        move = movement(indicator)
        if move is None or indicator.direction is None or not contradicts(move):
            continue
        if contradicted(goal, case) is not None:
            return  # the sentence says another target, and MK308 says so
        rises = move.target > (move.baseline or 0)
        kept = indicator.direction == "maintain"
        yield Finding(
            At(indicator.at("direction")),
            (RISES if rises else FALLS)(
                indicator=called(indicator),
                direction=indicator.place.written.get("direction", "").strip(),
                target=move.target,
                baseline=move.baseline,
            ),
            (KEEP if kept else WHICH)(
                other=DIRECTIONS["increase" if rises else "decrease"].word(case.language)
            ),
            related=(Related(value_at(indicator.target), HERE()),),
            # a level that is kept within bounds may be meant: a question, no contradiction
            severity=Severity.WARNING if kept else None,
        )
