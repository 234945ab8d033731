"""MK310: a survey hardly ever ends in 100 percent, and seldom in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.measurement.values import Movement, called, is_share, movement, value_at
from malkoll.steering.audience import names_audience

EVERYBODY = Text(
    "{indicator} har målvärdet 100 procent: svarar eller gör en enda person något annat nås inte målet.",
    "{indicator} has the target 100 percent: if a single person answers or does otherwise, the goal isn't reached.",
)
NOBODY = Text(
    "{indicator} har målvärdet 0 procent: svarar eller gör en enda person något annat nås inte målet.",
    "{indicator} has the target 0 percent: if a single person answers or does otherwise, the goal isn't reached.",
)
FROM = Text(
    "Vilket värde vore ett tydligt steg från {baseline} procent, och går att nå?",
    "Which value would be a clear step from {baseline} percent, and possible to reach?",
)
WHICH = Text(
    "Vilket värde vore ett tydligt steg från i dag, och går att nå?",
    "Which value would be a clear step from today, and possible to reach?",
)

_SURVEY = (
    r"enkät|undersökning|barometer|nöjd|upplev|känner|tycker|anser|svara|trygg|förtroende|trivs|"
    r"survey|questionnaire|satisf|experience|feel|think|answer|report|confiden|trust"
)


@rule(
    "MK310",
    "target-hard-to-reach",
    Severity.INFO,
    Text("svårt att nå", "hard to reach"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("indicators",),
)
def target_hard_to_reach(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        move = movement(indicator)
        if move is None or not _is_an_end(move) or not is_share(indicator):
            continue
        if not _asks_people(indicator) and not names_audience(indicator.name or "", case.model):
            continue
        yield Finding(
            value_at(indicator.target),
            (EVERYBODY if move.target == 100 else NOBODY)(indicator=called(indicator)),
            WHICH() if move.baseline is None else FROM(baseline=move.baseline),
        )


def _is_an_end(move: Movement) -> bool:
    """Tell whether the target is all or nothing, and not where things stand already."""
    if move.baseline == move.target or move.direction == "maintain":
        return False
    if move.target == 100:
        return move.direction != "decrease"
    return move.target == 0 and move.direction != "increase"


def _asks_people(indicator: Indicator) -> bool:
    return re.search(_SURVEY, fold(f"{indicator.name or ''} {indicator.source or ''}")) is not None
