"""The numbers that a goal's sentence sets as its target, read by clear patterns alone.

*From 82 to 90 percent*, *rises to 90 percent*, *by 2024*: nothing else is taken for a target. Grades,
ages, times of the day, limits of a group and the like (*more than 20 % absence*, *years 7 to 9*,
*within four years*) are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
_PERCENT = r"(?:%|(?:procent|percent|per[ ]cent)\b)"
_ABOUT = r"(?:(?:minst|högst|cirka|ca|omkring|ungefär|at[ ]least|at[ ]most|about|around)[ ]+)?"
_FROM_TO = (
    rf"\b(?:från|from)[ ]+{_ABOUT}(?P<start>{_NUMBER})[ ]?(?P<first>{_PERCENT}|[^\W\d]+)?"
    rf"[ ]+(?:till|to)[ ]+{_ABOUT}(?P<end>{_NUMBER})(?![-–:.,]?[0-9])(?:[ ]?(?P<unit>{_PERCENT}|[^\W\d]+))?"
)
_TO_PERCENT = (
    rf"(?<!upp )(?<!up )\b(?:till|to)[ ]+{_ABOUT}(?P<end>{_NUMBER})(?![-–:.,]?[0-9])[ ]?(?P<unit>{_PERCENT})"
)
_DEADLINE = (
    r"\b(?:senast|by)[ ]+(?:(?:i|den|vid|the|end|of|slutet|utgången|av|år|year|december|december,|[0-9]{1,2})[ ]+)*"
    r"(?P<year>20[0-9]{2})(?![0-9-])\b"
)
_CHANGE = (
    r"\b(?:ök|utök|minsk|höj|sänk|stig|steg|sjunk|förbättr|förkort|kort|lyft|gå\b|går\b|fall|föll|väx|"
    r"reducer|halver|fördubbl|nå\b|når\b|nås\b|fler|färre|högre|lägre|snabbare|"
    r"increas|decreas|rise|rising|rose|fell|reduc|grow|grew|improv|drop|rais|lower|shorten|cut|go\b|goes\b|"
    r"reach|climb|declin|more\b|fewer\b|less\b|higher|faster)"
)
_NO_MEASURE = frozenset(
    {"år", "års", "åring", "åringar", "year", "years", "yrs", "olds", "åk", "kap", "kapitel"}
)
"""What follows an age, a span of years or a reference: no movement of a measure."""


class Stated(NamedTuple):
    """A target that a sentence states.

    Attributes:
        start: what it is to move from, or None.
        end: what it is to reach.
        unit: the word after the number, folded; ``percent`` for all its spellings; may be empty.
        decimals: how many decimals the writer gave: values of the indicator are rounded to it.
        part: where in the sentence.

    """

    start: float | None
    end: float
    unit: str
    decimals: int
    part: tuple[int, int]


@lru_cache(maxsize=64)
def stated_target(statement: str) -> Stated | None:
    """Give the one target that a sentence states; None where there is none, or more than one."""
    if not any(character.isdecimal() for character in statement):
        return None
    change = re.search(_CHANGE, statement, re.IGNORECASE)
    moved = [
        made
        for match in re.finditer(_FROM_TO, statement, re.IGNORECASE)
        if (made := _movement(match, change))
    ]
    if moved:
        return moved[0] if len(moved) == 1 else None
    if change is None:
        return None
    reached = [
        match
        for match in re.finditer(_TO_PERCENT, statement, re.IGNORECASE)
        if match.start() > change.start()
    ]
    if len(reached) != 1:
        return None
    end = reached[0]["end"]
    return Stated(None, _value(end), "percent", _decimals(end), reached[0].span())


def _movement(match: re.Match[str], change: re.Match[str] | None) -> Stated | None:
    first, unit = (_unit(match["first"] or ""), _unit(match["unit"] or ""))
    start, end = match["start"], match["end"]
    if (first and first != unit) or unit in _NO_MEASURE or (_is_year(start) and _is_year(end)):
        return None
    # opening hours and distances go from one number to another too: something must be said to change
    if unit != "percent" and (change is None or change.start() > match.start()):
        return None
    decimals = max(_decimals(start), _decimals(end))
    return Stated(_value(start), _value(end), unit, decimals, (match.start(), match.end()))


def stated_year(statement: str) -> tuple[int, tuple[int, int]] | None:
    """Give the year by which a sentence says that the goal is reached, if it says one."""
    if "20" not in statement:
        return None
    found = list(re.finditer(_DEADLINE, statement, re.IGNORECASE))
    if len(found) != 1 or re.search(rf"{_CHANGE}[^\W\d]*[ ]\Z", statement[: found[0].start()], re.IGNORECASE):
        return None  # *increases by 2050* is no year
    return int(found[0]["year"]), found[0].span()


def _unit(word: str) -> str:
    return "percent" if re.fullmatch(_PERCENT, word, re.IGNORECASE) else word.casefold()


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)[0-9]{2}", text) is not None


def _value(text: str) -> float:
    return float(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))


def _decimals(text: str) -> int:
    return len(re.split(r"[.,]", text)[1]) if re.search(r"[.,]", text) else 0
