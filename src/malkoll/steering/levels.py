"""The level that a name tells of: Socialnämnden is a board, Kommunfullmäktige the council."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from malkoll.document.vocabulary import LEVELS
from malkoll.document.words import fold
from malkoll.record import Record
from malkoll.steering.data import read_data

_WORD = re.compile(r"\w+")
_SIGNS = ("namn", "ord", "ändelser")


class _Signs(Record):
    """What in a name shows a level: the whole name, a word of it, the end of a word."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    endings: tuple[str, ...]

    def show(self, name: str) -> bool:
        words = _WORD.findall(name)
        return name in self.names or any(word in self.words or word.endswith(self.endings) for word in words)


@lru_cache(maxsize=1024)
def level_told_by(name: str) -> str | None:
    """Give the level that a name shows; None when it shows none, or several."""
    folded = fold(name)
    told = [level for level, signs in _levels().items() if signs.show(folded)]
    return told[0] if len(told) == 1 else None


@cache
def _levels() -> dict[str, _Signs]:
    data = read_data("levels")
    return {
        level: _Signs(*(tuple(map(fold, data[word.sv][sign])) for sign in _SIGNS))
        for level, word in LEVELS.items()
    }
