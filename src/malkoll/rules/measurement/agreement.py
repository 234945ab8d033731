"""Whether a goal's sentence and its indicators set the same target."""

from __future__ import annotations

from malkoll.document.goal_document import Goal, Indicator
from malkoll.document.words import fold
from malkoll.rule import Case
from malkoll.rules.measurement.stated import Stated, target_of
from malkoll.rules.measurement.values import is_percent, is_possible, number_of

_SIZES = ("dag", "veck", "månad", "timm", "minut", "sekund", "dygn", "day", "week", "month", "hour", "minute")
_MANY = (
    "tusen",
    "miljon",
    "miljard",
    "tkr",
    "mnkr",
    "mkr",
    "thousand",
    "million",
    "billion",
    "kr",
    "krono",
    "ton",
)


def contradicted(goal: Goal, case: Case) -> Stated | None:
    """Give the target that the sentence states when no indicator has it; None where some may."""
    if goal.statement is None or goal.place.lists.get("indicators") != len(goal.indicators):
        return None
    stated = target_of(goal, case) if goal.indicators else None
    if stated is None or any(_agrees(indicator, stated) for indicator in goal.indicators):
        return None
    return stated


def _agrees(indicator: Indicator, stated: Stated) -> bool:
    """Tell whether an indicator says the same, or can't be held against the sentence."""
    target, baseline = number_of(indicator.target), number_of(indicator.baseline)
    if target is None or not _comparable(indicator, stated):
        return True
    if not is_possible(indicator, target) or (baseline is not None and not is_possible(indicator, baseline)):
        return True
    return is_same(target, stated.end, stated) and (
        stated.start is None or baseline is None or is_same(baseline, stated.start, stated)
    )


def _comparable(indicator: Indicator, stated: Stated) -> bool:
    """Tell whether sentence and indicator count in the same unit, as far as can be seen."""
    unit = indicator.unit
    if unit is None:
        return not indicator.given("unit") and not stated.unit.startswith(_MANY)
    if not stated.unit:
        return True
    if is_percent(unit) or stated.unit == "percent":
        return is_percent(unit) and stated.unit == "percent"
    if stated.unit.startswith(_SIZES + _MANY) or fold(unit).startswith(_MANY):
        return fold(unit)[:3] == stated.unit[:3]
    return True


def is_same(value: float, stated: float, whole: Stated) -> bool:
    return round(value, whole.decimals) == round(stated, whole.decimals)
