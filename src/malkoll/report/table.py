"""Tables of few words and many numbers, for a screen: headings over several lines, or numbered where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from malkoll.report.cells import cut, pad, width
from malkoll.report.layout import Line, Style, wrap
from malkoll.report.shown import Shown

_GAP = 2
_LEAST_NAME = 6
_NARROW_NAME = 24
"""Names are cut down to this before headings are replaced by numbers, and to the least only if they must be."""
_LONGEST_NAME = 72


class Table:
    """Lays out a table: columns of names, then columns of numbers.

    Args:
        names: the headings of the columns of names.
        numbers: the headings of the columns of numbers.
        shown: makes text fit to show.
        cells: how wide it may be.

    """

    def __init__(self, names: Sequence[str], numbers: Sequence[str], shown: Shown, cells: int) -> None:
        self.names = [shown.sentence(name) for name in names]
        self.numbers = [shown.sentence(number) for number in numbers]
        self.shown = shown
        self.cells = cells
        self._rows: list[tuple[list[str], list[str], Style]] = []

    def add(self, names: Sequence[str], numbers: Sequence[str], style: Style = Style.PLAIN) -> None:
        shown = self.shown
        self._rows.append(([shown.sentence(name) for name in names], [shown(one) for one in numbers], style))

    def lines(self) -> Iterator[Line]:
        columns = [
            max((width(row[1][index]) for row in self._rows), default=1) for index in range(len(self.numbers))
        ]
        heads = [_stacked(head) for head in self.numbers]
        widths = [max([least, *map(width, head)]) for least, head in zip(columns, heads, strict=True)]
        names = self._name_widths()
        room = self.cells - _GAP * (1 + len(names) + len(widths)) + _GAP
        keys: list[str] = []
        if sum(_narrowed(names, 0, _NARROW_NAME)) + sum(widths) > room:
            keys, heads = self.numbers, [[str(index + 1)] for index in range(len(self.numbers))]
            widths = [max(least, width(head[0])) for least, head in zip(columns, heads, strict=True)]
        names = _narrowed(names, room - sum(widths), _LEAST_NAME)
        yield from self._head(names, heads, widths)
        for row_names, numbers, style in self._rows:
            yield [(self._row(row_names, numbers, names, widths), style)]
        for index, key in enumerate(keys):
            yield from wrap([(f"{index + 1} {key}", Style.FAINT)], self.cells, "  ", "    ")

    def _name_widths(self) -> list[int]:
        longest = [
            max([width(head), *(width(row[0][index]) for row in self._rows)])
            for index, head in enumerate(self.names)
        ]
        return [min(one, _LONGEST_NAME) for one in longest]

    def _head(self, names: list[int], heads: list[list[str]], widths: list[int]) -> Iterator[Line]:
        height = max((len(head) for head in heads), default=1)
        stacks = [[""] * (height - len(head)) + head for head in heads]
        for level, row in enumerate(zip_longest(*stacks)):
            left = self.names if level == height - 1 else [""] * len(names)
            yield [(self._row(left, row, names, widths), Style.FAINT)]

    def _row(
        self, names: Sequence[str], numbers: Sequence[str], name_widths: list[int], widths: list[int]
    ) -> str:
        sign = self.shown("…")
        left = (pad(cut(name, size, sign), size) for name, size in zip(names, name_widths, strict=True))
        right = (" " * (size - width(one)) + one for one, size in zip(numbers, widths, strict=True))
        return "  " + "  ".join([*left, *right])


def _narrowed(names: list[int], room: int, least: int) -> list[int]:
    """Take from the widest until they fit, or all are narrow."""
    names = list(names)
    while sum(names) > room and max(names) > least:
        names[names.index(max(names))] -= 1
    return names


def _stacked(heading: str) -> list[str]:
    """Write a heading over several lines: a word on each, short ones together."""
    lines: list[str] = []
    for word in heading.split():
        if lines and width(lines[-1]) + 1 + width(word) <= 9:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]
