"""Whether two documents mean the same by an indicator's unit and source, however they write it."""

from __future__ import annotations

import re

from malkoll.document.words import fold
from malkoll.rules.measurement.values import is_percent

_SAME = (
    ("antal", "st", "stycken", "styck", "number", "pieces"),
    ("kronor", "kr", "sek"),
    ("tusen kronor", "tkr", "ksek"),
    ("miljoner kronor", "mnkr", "mkr", "msek"),
    ("dagar", "dag", "days", "day"),
    ("veckor", "vecka", "weeks", "week"),
    ("månader", "månad", "mån", "months", "month"),
    ("timmar", "timme", "tim", "hours", "hour"),
    ("minuter", "minut", "min", "minutes", "minute"),
)
"""Units in several spellings, the first of each standing for all."""
_FIRST = {spelling: group[0] for group in _SAME for spelling in group}
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""A word of so many letters may begin a longer form of itself."""


def is_one_unit(new: str | None, old: str | None) -> bool:
    """Tell whether two units are the same, as far as both are known; one may say more than the other."""
    if not new or not old or (is_percent(new) and is_percent(old)):
        return True
    one, other = _unit(new), _unit(old)
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _unit(text: str) -> list[str]:
    folded = fold(text).strip(" .()")
    return _FIRST.get(
        folded, " ".join(_FIRST.get(word.strip(".,()"), word) for word in folded.split())
    ).split()


def is_one_source(new: str | None, old: str | None) -> bool:
    """Tell whether two sources are the same: years and numbers aside, one may say more than the other."""
    if not new or not old:
        return True
    one, other = _WORD.findall(fold(new)), _WORD.findall(fold(old))
    return _all_in(one, other) or _all_in(other, one)


def _all_in(words: list[str], others: list[str]) -> bool:
    return all(any(_is_one_word(word, other) for other in others) for word in words)


def _is_one_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SHORTEST and longer.startswith(shorter))
