"""Lines of a file as they stand there, with what a finding means underlined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from malkoll.diagnostic import Location
from malkoll.record import Record
from malkoll.report.cells import width, widths
from malkoll.report.layout import Line, Style, wrap
from malkoll.report.shown import Shown

TAB = 4
_MOST_LINES = 4
"""Of a place over more lines than this the first two are shown, and the last."""
_LONG = 800
"""Of a line with more characters than this only the part around the place is looked at."""
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*\s*\Z")
_LEAD = re.compile(r"[\s-]*\Z")
_KEY = re.compile(r"[\s-]*[^\s:]+:\s+\Z")

Stretch = tuple[int, int]
"""From and to, as offsets in a line's code points."""


class SourceLine(Record):
    """A line of a file, with what is to be underlined in it."""

    number: int
    text: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_meant_whole(self) -> bool:
        """Tell whether the place is an entry or a whole value: then the line alone shows it."""
        if len(self.stretches) != 1:
            return False
        start, end = self.stretches[0]
        before = self.text[:start]
        return _LEAD.match(before) is not None or (
            _KEY.match(before) is not None and end >= len(self.text.rstrip())
        )


def source_lines(places: Sequence[Location], *, context: bool) -> list[SourceLine]:
    """Give the lines that show some places of one file, in order, each once."""
    if len(places) == 1 and len(places[0].lines) <= _MOST_LINES:
        return _of_one(places[0], context=context)
    texts: dict[int, str] = {}
    stretches: dict[int, list[Stretch]] = {}
    for index, place in enumerate(places):
        lines = [line for line in place.lines if line[0] >= place.start.line]
        if context and index == 0:
            texts.update(line for line in place.lines if line[0] < place.start.line)
        for number, text in lines if len(lines) <= _MOST_LINES else (*lines[:2], lines[-1]):
            texts[number] = text
            if stretch := _stretch(place, number, text):
                stretches.setdefault(number, []).append(stretch)
    return [
        SourceLine(number, texts[number], tuple(_merged(stretches.get(number, []))))
        for number in sorted(texts)
    ]


def _of_one(place: Location, *, context: bool) -> list[SourceLine]:
    """Give the few lines of a single place, as most findings have it."""
    source: list[SourceLine] = []
    for number, text in place.lines:
        if number >= place.start.line:
            stretch = _stretch(place, number, text)
            source.append(SourceLine(number, text, (stretch,) if stretch else ()))
        elif context:
            source.append(SourceLine(number, text))
    return source


def _stretch(place: Location, number: int, text: str) -> Stretch | None:
    """Give the part of one line that a place covers; None where that is nothing to see."""
    last = place.end.line
    start = place.start.column - 1 if number == place.start.line else len(text) - len(text.lstrip())
    end = place.end.column - 1 if number == last else len(text.rstrip())
    if number == place.start.line < last and _BLOCK_SIGN.match(text, start):
        return None
    if number > place.start.line and end <= start:
        return None
    start = min(start, len(text))
    return start, max(min(end, len(text)), start + 1)


def _merged(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Join what overlaps, from left to right."""
    current: Stretch | None = None
    for start, end in sorted(stretches):
        if current is not None and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


class _PlainCells:
    """A line whose characters are shown as they are, each in one cell: cells are offsets in it."""

    def __init__(self, text: str) -> None:
        self.letters = text
        self.total = len(text)

    def span(self, stretch: Stretch) -> Stretch:
        begin = min(stretch[0], self.total)
        return begin, max(min(stretch[1], self.total), begin + 1)

    def between(self, begin: int, end: int) -> tuple[str, int]:
        return self.letters[begin:end], min(begin, self.total)


class _Cells:
    """A line as it is shown: each character's letters, and the cell where it begins."""

    def __init__(self, text: str, shown: Shown) -> None:
        letters = shown.characters(text)
        if len(text) == len(letters) and letters == list(text) and "\t" not in text:
            sizes = widths(text)
        else:
            sizes = _expand(letters, text)
        self.letters = letters
        self.starts = [0, *accumulate(sizes)]

    @property
    def total(self) -> int:
        return self.starts[-1]

    def span(self, stretch: Stretch) -> Stretch:
        """Give a stretch in cells: at least one cell, also where a joining mark is meant."""
        last = len(self.starts) - 1
        begin, end = self.starts[min(stretch[0], last)], self.starts[min(stretch[1], last)]
        if stretch[0] >= last:
            return begin, begin + 1
        if end <= begin:
            begin = self.starts[bisect_left(self.starts, begin) - 1] if begin else 0
        return begin, max(end, begin + 1)

    def between(self, begin: int, end: int) -> tuple[str, int]:
        """Give the letters that lie in these cells, and the cell where they begin."""
        first = bisect_left(self.starts, begin)
        last = max(bisect_left(self.starts, end + 1) - 1, first)
        return "".join(self.letters[first:last]), self.starts[min(first, len(self.starts) - 1)]


def _cells(text: str, shown: Shown) -> _PlainCells | _Cells:
    return _PlainCells(text) if shown.is_plain(text) else _Cells(text, shown)


def _expand(letters: list[str], text: str) -> list[int]:
    """Give the widths of a line that holds more than letters; tabs become blanks."""
    natural = widths(text)
    sizes: list[int] = []
    column = 0
    for index, shown in enumerate(letters):
        if shown == "\t":
            letters[index] = " " * (TAB - column % TAB)
            size = len(letters[index])
        else:
            size = natural[index] if shown == text[index] else width(shown)
        sizes.append(size)
        column += size
    return sizes


class Snippets:
    """Lays out source lines.

    Args:
        shown: makes text fit to show.
        cells: how wide a line may be, the line's number counted.
        digits: how wide the numbers of the lines are at least.
        brief: whether a whole entry or value goes without underlining.

    """

    def __init__(self, shown: Shown, cells: int, digits: int = 1, *, brief: bool = False) -> None:
        self.shown = shown
        self.cells = cells
        self.digits = digits
        self.brief = brief
        self.bar = shown.sign("│")
        self.mark = shown.sign("━")[0]

    def lines(self, source: Sequence[SourceLine], style: Style, label: str = "") -> list[Line]:
        """Lay out lines of one file, underlined; the label follows the first underlined stretch."""
        digits = max(self.digits, len(str(source[-1].number))) if source else 0
        lines: list[Line] = []
        previous = None
        for line in source:
            if previous is not None and line.number > previous + 1:
                lines.append([(f"  {'':{digits}} {self.shown.sign('…')}", Style.FAINT)])
            previous = line.number
            gutter = f"  {line.number:{digits}} {self.bar} "
            if not line.stretches or (self.brief and not label and line.is_meant_whole):
                lines.append(self._uncut(gutter, line))
                continue
            lines += self._underlined(gutter, line, style, label)
            label = ""
        return lines

    def _uncut(self, gutter: str, line: SourceLine) -> Line:
        text, _ = _near(line.text, 0)
        cells = _cells(text, self.shown)
        room = self.cells - len(gutter)
        if cells.total <= room and len(text) == len(line.text):
            return [(gutter, Style.FAINT), ("".join(cells.letters), Style.PLAIN)]
        sign = self.shown.sign("…")
        beginning, _ = cells.between(0, room - len(sign))
        return [(gutter, Style.FAINT), (beginning + sign, Style.PLAIN)]

    def _underlined(self, gutter: str, line: SourceLine, style: Style, label: str) -> list[Line]:
        """Show a line, cut so that the underlined stretches are seen; again where one row can't hold them."""
        stretches = line.stretches
        room = self.cells - len(gutter)
        if len(line.text) < room <= _LONG and self.shown.is_plain(line.text):
            # as most lines are: all of it is seen, and cells are offsets
            whole: Line = [(gutter, Style.FAINT), (line.text, Style.PLAIN)]
            return [whole, *self._underline(gutter, stretches, style, label)]
        sign = self.shown.sign("…")
        lines: list[Line] = []
        while stretches:
            part, offset = _near(line.text, stretches[0][0])
            cells = _cells(part, self.shown)
            here = [(start - offset, end - offset) for start, end in stretches if start <= offset + len(part)]
            spans = [cells.span(stretch) for stretch in here]
            begin, end = _window(spans, cells.total, room, len(sign))
            row = [span for span in spans if span[1] <= end] or spans[:1]
            stretches = stretches[len(row) :]
            text, start = cells.between(begin, end)
            before = sign if begin or offset else ""
            after = sign if end < cells.total or offset + len(part) < len(line.text) else ""
            lines.append([(gutter, Style.FAINT), (before + text + after, Style.PLAIN)])
            shift = start - len(before)
            within = [
                (max(span[0], start) - shift, min(span[1], max(end, span[0] + 1)) - shift) for span in row
            ]
            lines += self._underline(gutter, within, style, label)
            label = ""
        return lines

    def _underline(self, gutter: str, spans: Sequence[Stretch], style: Style, label: str) -> list[Line]:
        blank = f"{'':{len(gutter) - len(self.bar) - 1}}{self.bar} "
        line: Line = [(blank, Style.FAINT)]
        column = 0
        for begin, end in spans:
            line += [(" " * (begin - column), Style.PLAIN), (self.mark * (end - begin), style)]
            column = end
        if not label:
            return [line]
        text = self.shown.sentence(label)
        if len(gutter) + column + 1 + width(text) <= self.cells:
            return [[*line, (f" {text}", style)]]
        indent = min(spans[0][0], max(self.cells - len(gutter) - width(text), 0))
        rows = wrap([(text, style)], self.cells - len(blank), " " * indent)
        return [line, *([(blank, Style.FAINT), *row] for row in rows)]


def _near(text: str, place: int) -> tuple[str, int]:
    """Give the part of an endless line around a place, and where that part begins."""
    if len(text) <= _LONG:
        return text, 0
    begin = max(place - _LONG // 4, 0)
    return text[begin : begin + _LONG], begin


def _window(spans: list[Stretch], total: int, room: int, sign: int) -> Stretch:
    """Choose the cells to show: all, or the beginning, or what lies around the first stretches."""
    first = spans[0][0]
    total = max(total, spans[-1][1])
    if total <= room:
        return 0, total
    if spans[-1][1] <= room - sign or (spans[0][1] > room - sign and first <= room // 3):
        return 0, room - sign
    inner = room - 2 * sign
    seen = [end for _, end in spans if end - first <= inner]
    needed = (seen[-1] if seen else first + inner) - first
    begin = max(first - (inner - needed) // 2, 0)
    if begin + room - sign >= total:
        return total - (room - sign), total
    if begin == 0:
        return 0, room - sign
    return begin, begin + inner
