"""Which of many texts are nearly the same: all of them compared at once, not two by two.

Two texts are alike when of all the runs of four letters in them at least 60 percent are in both.
For each run of letters the texts that have it are kept as the bits of one whole number. How many
runs a text shares with each of the earlier ones is then counted for all of them together, with a
few additions of such numbers: ten thousand goals take seconds, where fifty million pairs would
take minutes. Runs that the same texts have, as those of a word do, are counted as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from malkoll.document.words import fold

_RUN = 4
_LONGEST = 2_000
"""A text is compared by its beginning; a goal is one sentence."""


def first_alike(texts: list[str]) -> list[int | None]:
    """For each text, give the index of the first earlier one that is like it, or None."""
    index = _Index()
    return [index.add(number, fold(text[:_LONGEST])) for number, text in enumerate(texts)]


def alike_among(others: list[str], texts: list[str]) -> list[int | None]:
    """For each of some texts, give the index of the first of the others that is like it, or None."""
    index = _Index()
    for number, text in enumerate(others):
        index.add(number, fold(text[:_LONGEST]))
    return [index.first(fold(text[:_LONGEST])) for text in texts]


class _Index:
    """Texts seen so far; bit ``i`` of a number stands for text ``i``."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._having: dict[str, int] = {}
        self._of_size: dict[int, int] = {}

    def add(self, number: int, text: str) -> int | None:
        if text in self._first:
            return self._first[text]
        runs = _runs(text)
        having = self._counted(runs)
        first = self._first_alike(having)
        own = 1 << number
        with_own = {texts: texts | own for texts in having}
        for run in runs:
            self._having[run] = with_own[self._having.get(run, 0)]
        self._of_size[len(runs)] = self._of_size.get(len(runs), 0) | own
        self._first[text] = number if first is None else first
        return first

    def first(self, text: str) -> int | None:
        """Give the first text that is like this one."""
        if text in self._first:
            return self._first[text]
        return self._first_alike(self._counted(_runs(text)))

    def _counted(self, runs: Iterable[str]) -> Counter[int]:
        """Give the texts that have a run, with how many of the runs those very texts have."""
        return Counter([self._having.get(run, 0) for run in runs])

    def _first_alike(self, having: Counter[int]) -> int | None:
        alike = self._alike(having)
        return (alike & -alike).bit_length() - 1 if alike else None

    def _alike(self, having: Counter[int]) -> int:
        size = having.total()
        among = _candidates(having, size)
        if not among:
            return 0
        digits = _shared(having, among)
        found = 0
        for other, texts in self._of_size.items():
            # at least 60 % in common: shared / (size + other - shared) >= 3 / 5
            enough = -(-3 * (size + other) // 8)
            if enough <= min(size, other):
                found |= _at_least(enough, digits, texts & among)
        return found


def _candidates(having: Counter[int], size: int) -> int:
    """Give the texts that have any of the rarest runs: a text that is alike can't lack so many of them."""
    # an alike text has at least 60 % of them
    lacking = size - -(-3 * size // 5)
    among = 0
    for texts in sorted(having, key=int.bit_count):
        among |= texts
        lacking -= having[texts]
        if lacking < 0:
            break
    return among


def _shared(having: Counter[int], among: int) -> list[int]:
    """Count the shared runs of some texts: number ``k`` holds each count's binary digit ``k``."""
    digits: list[int] = []
    for texts, count in having.items():
        for digit in range(count.bit_length()):
            carry, place = texts & among if count >> digit & 1 else 0, digit
            while carry:
                if place >= len(digits):
                    digits += [0] * (place + 1 - len(digits))
                digits[place], carry = digits[place] ^ carry, digits[place] & carry
                place += 1
    return digits


def _runs(text: str) -> set[str]:
    return {text[start : start + _RUN] for start in range(max(len(text) - _RUN + 1, 1))}


def _at_least(enough: int, digits: list[int], texts: int) -> int:
    """Give those of the texts whose count is large enough, digit by digit from the highest."""
    if enough.bit_length() > len(digits):
        return 0
    more, equal = 0, texts
    for place in range(len(digits) - 1, -1, -1):
        if enough >> place & 1:
            equal &= digits[place]
        else:
            more |= equal & digits[place]
            equal &= ~digits[place]
        if not equal:
            break
    return more | equal
