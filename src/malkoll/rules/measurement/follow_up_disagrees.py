"""MK315: a judgement agrees with the outcome, and a judged goal's has a reason."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import FollowUp, Goal, Indicator
from malkoll.document.vocabulary import FOLLOW_UP
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.record import Record
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.agreement import contradicted
from malkoll.rules.measurement.values import contradicts, indicators_by_name, is_possible, movement, value_at

MISSED = Text(
    "Bedömningen är ”{judgement}”, men utfallet {outcome} når inte målvärdet {target}.",
    "The judgement is “{judgement}”, but the outcome {outcome} doesn't reach the target {target}.",
)
HIT = Text(
    "Bedömningen är ”{judgement}”, men utfallet {outcome} når målvärdet {target}.",
    "The judgement is “{judgement}”, but the outcome {outcome} reaches the target {target}.",
)
WHICH = Text(
    "Vilket av dem stämmer? Målvärdet säger när målet är nått, så utfall och bedömning ska ge samma svar.",
    "Which of them is right? The target says when the goal is reached, so outcome and judgement give one answer.",
)
EXPLAIN_PARTLY = Text(
    "Vad fattas, trots att målvärdet är nått? Skriv det under ”{reason}”, eller ändra bedömningen.",
    "What is missing, although the target is reached? Say so under “{reason}”, or change the judgement.",
)
UNEXPLAINED = Text(
    "Målet bedöms, men bedömningen ”{judgement}” har ingen motivering.",
    "The goal is judged, but the judgement “{judgement}” has no reason.",
)
EXPLAIN = Text(
    "Vad i underlaget visar det? Skriv det under ”{reason}”, så att andra kan följa bedömningen.",
    "What in the basis shows that? Write it under “{reason}”, so that others can follow the judgement.",
)
TARGET_HERE = Text("Målvärdet står här.", "The target stands here.")


@rule(
    "MK315",
    "follow-up-disagrees",
    Severity.WARNING,
    Text("uppföljningen går inte ihop", "follow-up disagrees"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("follow_up",),
)
def follow_up_disagrees(goal: Goal, case: Case) -> Iterator[Finding]:
    if not goal.follow_up:
        return
    # which target holds isn't known where the sentence says another
    targets = {} if contradicted(goal, case) is not None else indicators_by_name(goal)
    for follow_up in goal.follow_up:
        if follow_up.judgement is None:
            continue
        finding = _contradiction(goal, follow_up, targets, case) or _unexplained(goal, follow_up, case)
        if finding is not None:
            yield finding


def _unexplained(goal: Goal, follow_up: FollowUp, case: Case) -> Finding | None:
    if not goal.is_assessed or follow_up.given("reason") or follow_up.given("outcome"):
        return None
    judgement = _written(follow_up)
    at = At(follow_up.at("judgement"))
    return Finding(at, UNEXPLAINED(judgement=judgement), EXPLAIN(reason=case.word(FOLLOW_UP["reason"])))


def _contradiction(
    goal: Goal, follow_up: FollowUp, targets: dict[str, Indicator], case: Case
) -> Finding | None:
    results = [
        result
        for name, outcome in (follow_up.outcome or {}).items()
        if (result := _result(targets.get(fold(name)), follow_up, outcome))
    ]
    missed = [result for result in results if not result.reached]
    partly = follow_up.judgement == "partly"
    if follow_up.judgement == "reached":
        wrong, message = missed[:1], MISSED
    else:
        # only when all that is measured has reached its target; for "partly" a reason explains it
        whole = len(results) == len(goal.indicators) == len(follow_up.outcome or {})
        told = missed or not whole or (partly and follow_up.given("reason"))
        wrong, message = [] if told else results[:1], HIT
    for result in wrong:
        return Finding(
            At(follow_up.at("judgement")),
            message(judgement=_written(follow_up), outcome=result.outcome, target=result.target),
            EXPLAIN_PARTLY(reason=case.word(FOLLOW_UP["reason"])) if partly else WHICH(),
            related=(Related(value_at(result.indicator.target), TARGET_HERE()),),
        )
    return None


class _Result(Record):
    """An outcome held against its target."""

    reached: bool
    indicator: Indicator
    outcome: float
    target: float


def _result(indicator: Indicator | None, follow_up: FollowUp, outcome: float) -> _Result | None:
    """Tell whether an outcome reaches its target; None where that can't be known."""
    move = movement(indicator) if indicator is not None else None
    if indicator is None or move is None or contradicts(move) or not is_possible(indicator, outcome):
        return None
    reached = move.reaches(outcome, move.target)
    if reached is None:
        return None
    on_the_way = next(
        (one.value for one in indicator.milestones if one.year == follow_up.year and one.value is not None),
        None,
    )
    if not reached and on_the_way is not None and move.reaches(outcome, on_the_way):
        return None  # the year's milestone is reached: the judgement may mean either
    return _Result(reached, indicator, outcome, move.target)


def _written(follow_up: FollowUp) -> str:
    return follow_up.place.written.get("judgement", "").strip()
