"""A document's goals at a glance, and what holds: what a head of department reads first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from malkoll.diagnostic import Severity
from malkoll.document.words import fold
from malkoll.file_report import FileReport, GoalLine
from malkoll.language import Count, Language, Text
from malkoll.record import Record
from malkoll.report.cells import cut, pad, padded, width
from malkoll.report.layout import WIDEST_TEXT, Line, Style, flow, line_width, wrap
from malkoll.report.shown import Shown
from malkoll.report.signs import older, verdict

OF_BOARD = Text("{board} mål", "Goals of {board}")
OF_NOBODY = Text("Målen", "The goals")
HOLDS = Text("Håller:", "Holds:")
MEASURED = Text("mäts", "measured")
ASSESSED = Text("bedöms", "assessed")
BOTH = Text("mäts och bedöms", "measured and assessed")
WITHOUT_TARGET = Text("saknar målvärde", "has no target")
NEITHER = Text("saknar mått", "has no measure")
UNCLEAR = Text("oklart", "unclear")
SILENCED = (Text("undantag", "exception"), Text("undantag", "exceptions"))
_LEAST_STATEMENT = 26
_LONGEST_ID = 20
_LONGEST_AREA = 40
_INDENT = 6


class _Row(Record):
    name: str
    statement: str
    area: str
    years: str
    followed: str
    verdict: Line


class _Found(Record):
    """A document's findings by the goal that they are about."""

    active: dict[int | None, dict[Severity, int]]
    silenced: Counter[int | None]
    older: Counter[int | None]


def _found(file: FileReport) -> _Found:
    active: dict[int | None, dict[Severity, int]] = {}
    for diagnostic in file.diagnostics:
        numbers = active.setdefault(diagnostic.goal_index, {})
        numbers[diagnostic.severity] = numbers.get(diagnostic.severity, 0) + 1
    silenced, known = (
        Counter(one.diagnostic.goal_index for one in ones) for ones in (file.suppressed, file.baselined)
    )
    return _Found(active, silenced, known)


class GoalTable:
    """Lays out the goals of one document."""

    def __init__(self, file: FileReport, shown: Shown, language: Language, cells: int) -> None:
        self.file = file
        self.shown = shown
        self.language = language
        self.cells = cells

    def lines(self) -> Iterator[Line]:
        if not self.file.goals:
            return
        yield [(cut(self._title(), self.cells, self.shown.sign("…")), Style.STRONG)]
        found = _found(self.file)
        rows = [self._row(goal, found) for goal in self.file.goals]
        yield from self._in_columns(rows)

    def holds(self) -> list[Line]:
        """Say what was checked and holds."""
        names = [name.render(self.language) for name in self.file.holds]
        if not names:
            return []
        pieces = [
            (f"{HOLDS.render(self.language)} ", Style.GOOD),
            (self.shown.sentence(", ".join(names)), Style.PLAIN),
        ]
        return wrap(pieces, min(self.cells, WIDEST_TEXT), "  ", "    ")

    def _title(self) -> str:
        if not self.file.board:
            return OF_NOBODY.render(self.language)
        board = self.shown.sentence(self.file.board)
        if self.language is Language.SV and not board.casefold().endswith(("s", "x", "z")):
            board += "s"
        return OF_BOARD(board=board).render(self.language)

    def _row(self, goal: GoalLine, found: _Found) -> _Row:
        none = self.shown.sign("–")
        areas = ", ".join(dict.fromkeys(filter(None, map(self._area, goal.focus_areas))))
        return _Row(
            cut(self.shown.sentence(goal.id or str(goal.goal_index + 1)), _LONGEST_ID, self.shown.sign("…")),
            self.shown.sentence(goal.title or "") or none,
            cut(self.shown.sentence(areas), _LONGEST_AREA, self.shown.sign("…")) or none,
            self._years(goal) or none,
            _followed(goal).render(self.language),
            [(self.shown.sign(text), style) for text, style in self._verdict(goal, found)],
        )

    def _area(self, name: str) -> str:
        """Name a focus area as the writer does, or as the model where the writer gives its id; nothing for an unknown one."""
        folded = fold(name)
        area = self.file.model.focus_areas.get(folded)
        if area is None:
            return ""
        # an id says little to a reader; any other name is the writer's own choice
        return (area.name or name) if area.id and folded == fold(area.id) else name

    def _years(self, goal: GoalLine) -> str:
        if goal.years is None:
            return ""
        first, last = goal.years
        return str(first) if first == last else f"{first}{self.shown.sign('–')}{last}"

    def _verdict(self, goal: GoalLine, found: _Found) -> Line:
        line = verdict(found.active.get(goal.goal_index, {}), self.language)
        if silenced := found.silenced[goal.goal_index]:
            line = [*line, (f" ({Count(silenced, *SILENCED).render(self.language)})", Style.FAINT)]
        return [*line, *older(found.older[goal.goal_index], self.language)]

    def _in_columns(self, rows: list[_Row]) -> Iterator[Line]:
        """One line a goal where the screen is wide enough, else two."""
        names, name = padded([row.name for row in rows])
        areas, area = padded([row.area for row in rows])
        years, year = padded([row.years for row in rows])
        how, followed = padded([row.followed for row in rows])
        last = max(line_width(row.verdict) for row in rows)
        longest = max(width(row.statement) for row in rows)
        room = self.cells - (2 + name + 2 + 2 + area + 2 + year + 2 + followed + 2 + last)
        if room < min(_LEAST_STATEMENT, longest):
            yield from self._in_two_lines(rows, name)
            return
        statement = min(room, longest)
        for row, goal, *others in zip(rows, names, areas, years, how, strict=True):
            said = pad(cut(row.statement, statement, self.shown.sign("…")), statement)
            text = "  ".join((said, *others))
            yield [(f"  {goal}  ", Style.STRONG), (f"{text}  ", Style.PLAIN), *row.verdict]

    def _in_two_lines(self, rows: list[_Row], name: int) -> Iterator[Line]:
        dot = f" {self.shown.sign('·')} "
        details: list[list[Line]] = [
            [*([(text, Style.PLAIN)] for text in (row.area, row.years, row.followed)), row.verdict]
            for row in rows
        ]
        longest = max(sum(map(line_width, parts)) + width(dot) * (len(parts) - 1) for parts in details)
        # below the statement where there is room for that
        indent = name + 4 if name + 4 + longest <= self.cells else _INDENT
        for row, parts in zip(rows, details, strict=True):
            statement = cut(row.statement, self.cells - name - 4, self.shown.sign("…"))
            yield [(f"  {pad(row.name, name)}  ", Style.STRONG), (statement, Style.PLAIN)]
            yield from flow(parts, self.cells, dot, " " * indent)


def _followed(goal: GoalLine) -> Text:
    """Say how it will be seen whether a goal is reached."""
    if goal.measured:
        return BOTH if goal.assessed else MEASURED
    if goal.assessed:
        return ASSESSED
    if goal.is_unclear:
        return UNCLEAR
    return WITHOUT_TARGET if goal.has_indicators else NEITHER
