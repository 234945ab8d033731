"""What the rules about indicators need to know of one: its name, its unit, which way it is to go."""

from __future__ import annotations

from functools import lru_cache

from malkoll.diagnostic import At
from malkoll.document.goal_document import Goal, Indicator, Measurement
from malkoll.document.words import fold
from malkoll.language import Message, Text
from malkoll.record import Record

NAMED = Text("Indikatorn ”{name}”", "The indicator “{name}”")
UNNAMED = Text("Indikatorn", "The indicator")

_PERCENT_WORDS = frozenset({"%", "procent", "percent", "pct", "(%)", "(procent)", "(percent)"})
_MAY_EXCEED = (
    "ökning", "minskning", "förändr", "tillväxt", "utveckl", "index", "avvik", "resultat", "soliditet",
    "täckning", "finansiering", "beläggning", "avkastning", "överskott", "underskott", "jämför", "förhållande",
    "budget", "inflation", "increase", "decrease", "change", "growth", "deviation", "solvency", "coverage",
    "surplus", "deficit", "occupancy", "compared", "relative", "yield", "return", "result", "margin",
)  # fmt: skip
"""Percentages that are no shares: a change, an index, a key figure of the economy."""
_SHARES = ("andel", "share", "proportion")


class Movement(Record):
    """From the baseline to the target, and the direction that is given or follows from them."""

    baseline: float | None
    target: float
    direction: str | None

    def reaches(self, value: float, goal: float) -> bool | None:
        """Tell whether a value is as good as another; None where it isn't known what is better."""
        if value == goal:
            return True
        if self.direction not in {"increase", "decrease"}:
            return None
        return value > goal if self.direction == "increase" else value < goal


def called(indicator: Indicator) -> Message:
    """Begin a sentence about an indicator with its name."""
    return NAMED(name=indicator.name) if indicator.name else UNNAMED()


@lru_cache(maxsize=1024)
def is_percent(unit: str) -> bool:
    """Tell whether a unit is percent; percentage points are another one."""
    return not _PERCENT_WORDS.isdisjoint(fold(unit).replace(",", " ").split())


def is_share(indicator: Indicator) -> bool:
    """Tell whether it counts in percent of something, so that 0 and 100 are the ends of it."""
    unit = indicator.unit
    return unit is not None and is_percent(unit) and _counts_a_part(indicator.name or "", unit)


@lru_cache(maxsize=8)
def _counts_a_part(name: str, unit: str) -> bool:
    """Tell by an indicator's words: several rules ask of a goal's, which are few."""
    folded = fold(name)
    return folded.startswith(_SHARES) or not any(word in f"{folded} {fold(unit)}" for word in _MAY_EXCEED)


def is_possible(indicator: Indicator, value: float) -> bool:
    return 0 <= value <= 100 or not is_share(indicator)


def number_of(measurement: Measurement | None) -> float | None:
    return measurement.value if measurement is not None else None


def movement(indicator: Indicator) -> Movement | None:
    """Give where an indicator is to go; None when that isn't known, or its numbers can't be right."""
    baseline, target = number_of(indicator.baseline), number_of(indicator.target)
    if target is None or indicator.unknown("direction") or indicator.unknown("baseline"):
        return None
    if indicator.baseline is not None and baseline is None:
        return None
    if not is_possible(indicator, target) or not is_possible(
        indicator, target if baseline is None else baseline
    ):
        return None
    direction = indicator.direction
    if direction is None and baseline is not None and baseline != target:
        direction = "increase" if target > baseline else "decrease"
    return Movement(baseline, target, direction)


def contradicts(move: Movement) -> bool:
    """Tell whether the numbers go another way than the direction that is given."""
    if move.baseline is None or move.baseline == move.target:
        return False
    rises = move.target > move.baseline
    return move.direction != ("increase" if rises else "decrease")


def value_at(measurement: Measurement | None) -> At:
    """Give the place of a measurement's number; call it where there is one."""
    return At(measurement.at("value") if measurement is not None else ())


def year_at(measurement: Measurement | None) -> At:
    return At(measurement.at("year") if measurement is not None else ())


def indicators_by_name(goal: Goal) -> dict[str, Indicator]:
    """Give a goal's indicators by their names, folded; an outcome without a name is the only one's."""
    found: dict[str, Indicator] = {}
    if len(goal.indicators) == goal.place.lists.get("indicators") == 1:
        found[""] = goal.indicators[0]
    for indicator in goal.indicators:
        if indicator.name:
            found.setdefault(fold(indicator.name), indicator)
    return found
