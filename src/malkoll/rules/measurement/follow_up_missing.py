"""MK314: what became of a goal is told once its horizon has passed."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text(
    "Målets horisont tog slut {year}, men det står inte hur det gick.",
    "The goal's horizon ended in {year}, but it doesn't say what became of it.",
)
HELP = Text(
    "Nåddes målet? Skriv det under ”{follow_up}”, med år, utfall och bedömning. "
    "Gäller målet längre, ändra ”{horizon}”.",
    "Was the goal reached? Say so under “{follow_up}”, with year, outcome and judgement. "
    "If the goal goes on, change “{horizon}”.",
)
HELP_ASSESSED = Text(
    "Nåddes målet? Skriv det under ”{follow_up}”, med år, bedömning och motivering. "
    "Gäller målet längre, ändra ”{horizon}”.",
    "Was the goal reached? Say so under “{follow_up}”, with year, judgement and reason. "
    "If the goal goes on, change “{horizon}”.",
)


@rule(
    "MK314",
    "follow-up-missing",
    Severity.WARNING,
    Text("uppföljning saknas", "follow-up missing"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def follow_up_missing(goal: Goal, case: Case) -> Iterator[Finding]:
    horizon = goal.horizon
    if goal.place.lists.get("follow_up") or goal.unknown("follow_up"):
        return
    if horizon is None or horizon.end is None or horizon.end >= case.date.year:
        return
    if (horizon.start or 0) > horizon.end or horizon.end < (case.document.year or 0):
        return  # the horizon itself can't be right, and other rules say so
    yield Finding(
        At(goal.at("horizon")),
        MESSAGE(year=horizon.end),
        (HELP_ASSESSED if goal.is_assessed and not goal.indicators else HELP)(
            follow_up=goal.place.keys.get("follow_up") or case.word(GOAL["follow_up"]),
            horizon=goal.place.keys.get("horizon", ""),
        ),
    )
