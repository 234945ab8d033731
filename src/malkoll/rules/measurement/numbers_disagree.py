"""MK308: the sentence and the indicator set the same target, for the same year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.agreement import contradicted, is_same
from malkoll.rules.measurement.stated import Stated, year_of
from malkoll.rules.measurement.values import called, number_of, value_at

OTHER_TARGET = Text(
    "Meningen säger {stated}, men {indicator} har målvärdet {target}.",
    "The sentence says {stated}, but {indicator} has the target {target}.",
)
OTHER_BASELINE = Text(
    "Meningen säger att det är {stated} i dag, men {indicator} har utgångsvärdet {baseline}.",
    "The sentence says that it is {stated} today, but {indicator} has the baseline {baseline}.",
)
THE_INDICATOR = Text("indikatorn", "the indicator")
SEVERAL = Text(
    "Meningen säger {stated}, och ingen av målets indikatorer har det som målvärde.",
    "The sentence says {stated}, and none of the goal's indicators has that as its target.",
)
OTHER_YEAR = Text(
    "Meningen säger senast {stated}, men målets horisont är {horizon}.",
    "The sentence says by {stated}, but the goal's horizon is {horizon}.",
)
WHICH = Text(
    "Vilket gäller? Skriv samma tal på båda ställena, annars går det inte att säga om målet är nått.",
    "Which one holds? Write the same number in both places, or nobody can say whether the goal is reached.",
)
WHICH_YEAR = Text(
    "Vilket år gäller? Skriv samma år i meningen och i ”{horizon}”.",
    "Which year holds? Write the same year in the sentence and in “{horizon}”.",
)
HERE = Text("{indicator} säger {value}.", "{indicator} says {value}.")
HORIZON_HERE = Text("Horisonten står här.", "The horizon stands here.")
YEARS = Text("{start}–{end}", "{start}–{end}")
YEAR = Text("{end}", "{end}")


@rule(
    "MK308",
    "numbers-disagree",
    Severity.ERROR,
    Text("talen stämmer inte överens", "the numbers disagree"),
    Scope.GOAL,
    source=Source.PRACTICE,
)
def numbers_disagree(goal: Goal, case: Case) -> Iterator[Finding]:
    if goal.statement is None:
        return
    if (stated := contradicted(goal, case)) is not None:
        yield _disagreement(goal, stated)
    yield from _deadline(goal, case)


def _disagreement(goal: Goal, stated: Stated) -> Finding:
    at = At(goal.at("statement"), part=stated.part)
    if len(goal.indicators) > 1:
        return Finding(at, SEVERAL(stated=stated.end), WHICH())
    only = goal.indicators[0]
    target, baseline = number_of(only.target), number_of(only.baseline)
    target_differs = target is not None and not is_same(target, stated.end, stated)
    if target_differs:
        message = OTHER_TARGET(stated=stated.end, indicator=THE_INDICATOR, target=target)
        there, value = only.target, target
    else:
        message = OTHER_BASELINE(stated=stated.start, indicator=THE_INDICATOR, baseline=baseline)
        there, value = only.baseline, baseline
    related = Related(value_at(there), HERE(indicator=called(only), value=value))
    return Finding(at, message, WHICH(), related=(related,))


def _deadline(goal: Goal, case: Case) -> Iterator[Finding]:
    horizon, found = goal.horizon, year_of(goal, case)
    if found is None or horizon is None or horizon.start is None or horizon.end is None:
        return
    year, part = found
    start, end = horizon.start, horizon.end
    targets = {one.target.year for one in goal.indicators if one.target and one.target.year}
    if year == end or start > end or (start <= year <= end and year in targets):
        return
    if any(not start <= target <= end for target in targets):
        return  # then it is the target's year that is out of place, and MK307 says so
    years = YEARS(start=start, end=end) if start != end else YEAR(end=end)
    yield Finding(
        At(goal.at("statement"), part=part),
        OTHER_YEAR(stated=year, horizon=years),
        WHICH_YEAR(horizon=goal.place.keys.get("horizon") or case.word(goal.words["horizon"])),
        related=(Related(At(goal.at("horizon")), HORIZON_HERE()),),
        key="year",
    )
