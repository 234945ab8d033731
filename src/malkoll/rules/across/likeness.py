"""Which of many texts are nearly the same.

Two texts are alike when of all the runs of four letters in them at least 60 percent are in both.

A few texts are compared two by two, the runs of each as the bits of one whole number: how many two
of them share is then counted at once.

Many are compared all at once. For each run of letters the texts that have it are kept as the bits of
one whole number. How many runs a text shares with each of the earlier ones is then counted for all of
them together, with a few additions of such numbers: ten thousand goals take seconds, where fifty
million pairs would take minutes. Runs that the same texts have, as those of a word do, are counted
as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Protocol

from malkoll.document.words import fold

_RUN = 4
_LONGEST = 2_000
"""A text is compared by its beginning; a goal is one sentence."""
_FEW = 500
"""More texts than these are compared all at once."""


def first_alike(texts: list[str]) -> list[int | None]:
    """For each text, give the index of the first earlier one that is like it, or None."""
    folded = _folded(texts)
    seen = _seen(folded)
    return [seen.add(number, text) for number, text in enumerate(folded)]


def alike_among(others: list[str], texts: list[str]) -> list[int | None]:
    """For each of some texts, give the index of the first of the others that is like it, or None."""
    earlier, folded = _folded(others), _folded(texts)
    seen = _seen([*earlier, *folded])
    for number, text in enumerate(earlier):
        seen.add(number, text)
    return [seen.first(text) for text in folded]


def _folded(texts: list[str]) -> list[str]:
    return [fold(text[:_LONGEST]) for text in texts]


class _Seen(Protocol):
    """Texts seen so far."""

    def add(self, number: int, text: str) -> int | None:
        """Take a text, and give the number of the first that is like it."""

    def first(self, text: str) -> int | None:
        """Give the number of the first text that is like this one."""


def _seen(texts: list[str]) -> _Seen:
    return _Few(texts) if len(texts) <= _FEW else _Index()


class _Few:
    """A few texts seen so far.

    Args:
        texts: all that will be asked about.

    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._compared = dict(_compared(texts))
        self._first: dict[str, int] = {}
        self._earlier: list[tuple[int, int, int]] = []

    def add(self, number: int, text: str) -> int | None:
        first = self.first(text)
        if text not in self._first:
            self._first[text] = number if first is None else first
            self._earlier.append((number, *self._compared[text]))
        return first

    def first(self, text: str) -> int | None:
        if text in self._first:
            return self._first[text]
        size, bits = self._compared[text]
        for number, other, others in self._earlier if bits else ():
            # at least 60 % in common: shared / (size + other - shared) >= 3 / 5
            if 8 * (bits & others).bit_count() >= 3 * (size + other):
                return number
        return None


def _compared(texts: Iterable[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each text with its number of runs, and those of them that another has too as bits."""
    all_runs = {text: _runs(text) for text in texts}
    having = Counter(chain.from_iterable(all_runs.values()))
    shared = [run for run, times in having.items() if times > 1]
    bits = {run: 1 << place for place, run in enumerate(shared)}
    for text, runs in all_runs.items():
        own = sum(map(bits.get, runs, repeat(0)))
        # one that has too many runs to itself is like no other
        yield text, (len(runs), own if 5 * own.bit_count() >= 3 * len(runs) else 0)


class _Index:
    """Many texts seen so far; bit ``i`` of a number stands for text ``i``."""

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
