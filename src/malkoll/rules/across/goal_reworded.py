"""MK607: a goal that keeps its id keeps what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Path, Severity
from malkoll.language import Message, Text
from malkoll.remembered import COMPARED, Figure, IndicatorSummary, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.definitions import is_one_unit
from malkoll.rules.across.years import Matched, Pair, Told, compared, indicators_of, is_other, words_of

STATEMENT = Text(
    "Målet ”{goal}” har fått en annan formulering sedan {before}.",
    "The goal “{goal}” has been worded differently since {before}.",
)
TARGET = Text(
    "Målet ”{goal}” har fått ett annat målvärde sedan {before}: {new} i stället för {old}.",
    "The goal “{goal}” has been given another target since {before}: {new} instead of {old}.",
)
BOTH = Text(
    "Målet ”{goal}” har fått en annan formulering och ett annat målvärde sedan {before}: {new} i stället för {old}.",
    "The goal “{goal}” has been worded differently and given another target since {before}: {new} instead of {old}.",
)
RENAMED = Text(
    "Målet ”{goal}” har bytt id sedan {before}, då det var ”{old}”.",
    "The goal “{goal}” has changed its id since {before}, when it was “{old}”.",
)
SAME_GOAL = Text(
    "Är det samma mål? Säg då varför det är ändrat, så att resultatet går att bedöma. Är det ett nytt mål, ge det "
    "ett nytt id.",
    "Is it the same goal? Then say why it was changed, so that the result can be judged. If it is a new goal, give "
    "it a new id.",
)
KEEP_ID = Text(
    "Är det samma mål? Behåll då id:t ”{old}”, så går det att följa från år till år.",
    "Is it the same goal? Then keep the id “{old}”, so that it can be followed from year to year.",
)
DATED = Text("{value} ({year})", "{value} ({year})")
PLAIN = Text("{value}", "{value}")
_TARGET = 3
"""Which of an indicator's keys is that of its target."""


@rule(
    "MK607",
    "goal-reworded",
    Severity.INFO,
    Text("målet är ändrat sedan sist", "goal changed since last time"),
    Scope.RUN,
    source=Source.PRACTICE,
    about=(COMPARED,),
)
def goal_reworded(run: Run) -> Iterator[Finding]:
    for held in compared(run):
        told: set[Path] = set()
        for pair, goals in held:
            for match in goals.matched:
                finding = _changed(match, pair) if match.new.path not in told else None
                if finding is not None:
                    told.add(match.new.path)
                    yield finding


def _changed(match: Matched, pair: Pair) -> Finding | None:
    new, old = match
    if match.is_renamed:
        message = RENAMED(goal=new.id, before=pair.before, old=old.id)
        return pair.finding(Told(message, KEEP_ID(old=old.id), (*new.path[:2], "id"), old.path))
    if not new.id or not old.id:
        return None
    target = _target(match)
    if new.statement and old.statement and _is_reworded(new.statement, old.statement):
        if target is None:
            message = STATEMENT(goal=new.id, before=pair.before)
            return pair.finding(Told(message, SAME_GOAL(), new.path, old.path))
        message = BOTH(goal=new.id, before=pair.before, **_shown(target))
        return pair.finding(Told(message, SAME_GOAL(), new.path, old.path, (_place(target[0]),)))
    if target is None:
        return None
    message = TARGET(goal=new.id, before=pair.before, **_shown(target))
    return pair.finding(Told(message, SAME_GOAL(), _place(target[0]), _place(target[1])))


def _is_reworded(new: str, old: str) -> bool:
    return new != old and words_of(new) != words_of(old)


def _target(match: Matched) -> tuple[IndicatorSummary, IndicatorSummary] | None:
    """Find the first indicator with another target; in another unit it can't be told."""
    for new, old in indicators_of(match):
        if None in (new.target.value, old.target.value) or not is_one_unit(new.unit, old.unit):
            continue
        if is_other(new.target, old.target) or _is_moved(new.target, old.target):
            return new, old
    return None


def _is_moved(new: Figure, old: Figure) -> bool:
    """Tell whether a target is for another year, as far as both years are known."""
    return new.year is not None and old.year is not None and new.year != old.year


def _shown(target: tuple[IndicatorSummary, IndicatorSummary]) -> dict[str, Message]:
    new, old = (one.target for one in target)
    form = DATED if _is_moved(new, old) else PLAIN
    return {name: form(**one._asdict()) for name, one in (("new", new), ("old", old))}


def _place(indicator: IndicatorSummary) -> Path:
    return (*indicator.path, indicator.keys[_TARGET])
