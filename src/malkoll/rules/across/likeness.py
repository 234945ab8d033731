"""Which of many texts are nearly the same: all of them compared at once, not two by two.

Two texts are alike when of all the runs of four letters in them at least 60 percent are in both.
For each run of letters the texts that have it are kept as the bits of one whole number. How many
runs a text shares with each of the earlier ones is then counted for all of them together, with a
few additions of such numbers: ten thousand goals take seconds, where fifty million pairs would
take minutes.
"""

from __future__ import annotations

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
        first = self._first_alike(runs)
        own = 1 << number
        for run in runs:
            self._having[run] = self._having.get(run, 0) | own
        self._of_size[len(runs)] = self._of_size.get(len(runs), 0) | own
        self._first[text] = number if first is None else first
        return first

    def first(self, text: str) -> int | None:
        """Give the first text that is like this one."""
        if text in self._first:
            return self._first[text]
        return self._first_alike(_runs(text))

    def _first_alike(self, runs: set[str]) -> int | None:
        alike = self._alike(runs)
        return (alike & -alike).bit_length() - 1 if alike else None

    def _alike(self, runs: set[str]) -> int:
        size = len(runs)
        among = self._candidates(runs)
        if not among:
            return 0
        digits = self._shared(runs, among)
        found = 0
        for other, texts in self._of_size.items():
            # at least 60 % in common: shared / (size + other - shared) >= 3 / 5
            enough = -(-3 * (size + other) // 8)
            if enough <= min(size, other):
                found |= _at_least(enough, digits, texts & among)
        return found

    def _candidates(self, runs: set[str]) -> int:
        """Give the texts that have any of the rarest runs: a text that is alike can't lack so many of them."""
        having = sorted([self._having.get(run, 0) for run in runs], key=int.bit_count)
        # an alike text has at least 60 % of them
        lacking = len(having) - -(-3 * len(having) // 5)
        among = 0
        for texts in having[: lacking + 1]:
            among |= texts
        return among

    def _shared(self, runs: set[str], among: int) -> list[int]:
        """Count the shared runs of some texts: number ``k`` holds each count's binary digit ``k``."""
        digits: list[int] = []
        for run in runs:
            carry, place = self._having.get(run, 0) & among, 0
            while carry:
                if place == len(digits):
                    digits.append(0)
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
