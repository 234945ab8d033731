"""Pictures of the goals together, drawn as SVG: described in words, and never the only form of what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from malkoll.language import Message, Text
from malkoll.report import overview_words as overview
from malkoll.report.cells import cut, width
from malkoll.report.html import words
from malkoll.report.html.markup import Content, Markup, element, joined
from malkoll.report.html.writer import DOCUMENT, Writer
from malkoll.repository.links import AgendaLinks
from malkoll.repository.overview import Coverage, Horizons

_WIDE = 760
_ROW = 26
_NAMES = 262
_LONG_NAMES = 340
_LETTER = 6.6
"""How wide a letter is, about."""
MOST_ROWS = 40
"""Above so many boards the timeline shows all of them together."""


class Pictures:
    """Draws pictures; each has a name of its own, for its title and description."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self._drawn = 0

    def matrix(self, found: Coverage) -> Markup:
        """Draw boards × focus areas, darker where there are more goals."""
        areas = self.writer.gathered.areas
        most = max([1, *(max(counts.values(), default=0) for counts in found.rows)])
        step = min((_WIDE - _NAMES) // max(len(areas), 1), 110)
        top = 46
        heads = [
            _text(_NAMES + step * index + step // 2, top - 30 + 16 * line, word, "axis middle")
            for index, area in enumerate(areas)
            for line, word in enumerate(_two_lines(area.name, step))
        ]
        rows: list[Content] = []
        for index, (row, counts) in enumerate(zip(self.writer.gathered.rows, found.rows, strict=True)):
            y = top + _ROW * index
            rows.append(_text(0, y + 17, cut(self.writer.row_name(row), int(_NAMES / _LETTER)), "name"))
            for column, area in enumerate(areas):
                count = counts[area.key]
                x = _NAMES + step * column
                tint = -(-3 * count // most)
                rows.append(_box(x + 2, y + 2, step - 4, _ROW - 4, f"tint{tint}"))
                label = str(count) if count else "–"
                rows.append(_text(x + step // 2, y + 17, label, f"middle figure on{tint}"))
        about = words.MATRIX_ABOUT(uncovered=overview.uncovered(found))
        return self._svg(overview.COVERAGE, about, top + _ROW * len(found.rows) + 4, [heads, rows])

    def timeline(self, found: Horizons) -> Markup:
        """Draw a bar for the goals of a board that cover the same years."""
        years = found.years
        gathered = self.writer.gathered
        if len(gathered.rows) <= MOST_ROWS:
            names = [self.writer.row_name(row) for row in gathered.rows]
            rows: Sequence[dict[tuple[int, int], int]] = found.rows
        else:
            names = [self.writer.text(words.ALL_BOARDS_TOGETHER)]
            rows = [_together(found)]
        step = min((_WIDE - _NAMES - 10) // len(years), 120)
        top, y = 26, 26
        bars: list[Content] = []
        for name, spans in zip(names, rows, strict=True):
            if not spans:
                continue
            bars.append(_text(0, y + 17, cut(name, int(_NAMES / _LETTER)), "name"))
            for (first, last), count in spans.items():
                x = _NAMES + step * (first - years[0])
                size = step * (last - first + 1)
                bars.append(_box(x + 2, y + 4, size - 4, _ROW - 8, "tint3"))
                bars.append(_text(x + size // 2, y + 17, str(count), "middle figure on3"))
                y += _ROW - 2
            bars.append(_line(0, y + 2, _WIDE, y + 2))
            y += 6
        grid = [
            _line(_NAMES + step * index, top - 4, _NAMES + step * index, y - 4)
            for index in range(len(years) + 1)
        ]
        heads = [
            _text(_NAMES + step * index + step // 2, top - 10, str(year), "axis middle")
            for index, year in enumerate(years)
        ]
        about = words.TIMELINE_ABOUT(first=years[0], last=years[-1], lengths=overview.lengths(found))
        return self._svg(overview.HORIZONS, about, y + 4, [grid, heads, bars])

    def agenda(self, found: AgendaLinks) -> Markup:
        """Draw the 17 global goals: how many goals name each, and how many lead there through their area."""
        most = max([1, *(link.stated + link.implied for link in found.links)])
        room = _WIDE - _LONG_NAMES - 70
        rows: list[Content] = []
        for index, link in enumerate(found.links):
            y = _ROW * index
            name = f"{link.id} {self.writer.text(link.name)}"
            rows.append(_text(0, y + 17, cut(name, int(_LONG_NAMES / _LETTER)), "name", language=None))
            stated, implied = (round(room * part / most) for part in (link.stated, link.implied))
            if link.stated:
                rows.append(_box(_LONG_NAMES, y + 5, stated, _ROW - 10, "tint3"))
            if link.implied:
                rows.append(_box(_LONG_NAMES + stated, y + 5, implied, _ROW - 10, "implied"))
            label = f"{link.stated} + {link.implied}" if link.stated or link.implied else "–"
            rows.append(_text(_LONG_NAMES + stated + implied + 8, y + 17, label, "figure"))
        return self._svg(overview.AGENDA, words.AGENDA_ABOUT, _ROW * len(found.links), rows)

    def _svg(self, title: Text, about: Text | Message, height: int, content: Content) -> Markup:
        self._drawn += 1
        name, described = f"svg{self._drawn}", f"svg{self._drawn}d"
        picture = element(
            "svg",
            element("title", self.writer.text(title), id=name),
            element("desc", self.writer.text(about), id=described),
            element("g", content, aria_hidden="true"),
            viewBox=f"0 0 {_WIDE} {height}",
            role="img",
            aria_labelledby=f"{name} {described}",
        )
        return self.writer.scrolled(picture, words.PICTURE(title=self.writer.text(title)))


def _together(found: Horizons) -> dict[tuple[int, int], int]:
    spans: dict[tuple[int, int], int] = {}
    for row in found.rows:
        for years, count in row.items():
            spans[years] = spans.get(years, 0) + count
    return dict(sorted(spans.items()))


def _two_lines(name: str, step: int) -> list[str]:
    """Break a name over two lines where it is too wide for one."""
    room = max(step // 7, 4)
    if width(name) <= room or " " not in name:
        return ["", cut(name, room)]
    blank = min(
        (index for index, sign in enumerate(name) if sign == " "), key=lambda at: abs(at - len(name) // 2)
    )
    return [cut(name[:blank], room), cut(name[blank + 1 :], room)]


def _text(x: int, y: int, text: str, class_: str, language: str | None = DOCUMENT) -> Markup:
    return element("text", text, x=x, y=y, class_=class_, lang=language)


def _box(x: int, y: int, wide: int, high: int, class_: str) -> Markup:
    return element("rect", x=x, y=y, width=max(wide, 1), height=high, rx=2, class_=class_)


def _line(x1: int, y1: int, x2: int, y2: int) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2)


def legend(writer: Writer) -> Markup:
    """Explain the two parts of the agenda's bars."""

    def pieces() -> Iterator[Content]:
        for sign, text in (("tint3", overview.STATED), ("implied", overview.IMPLIED)):
            swatch = element(
                "svg", _box(1, 1, 22, 12, sign), viewBox="0 0 24 14", width=24, height=14, aria_hidden="true"
            )
            yield joined(swatch, " ", writer.text(text), " ")

    return element("p", list(pieces()), class_="legend")
