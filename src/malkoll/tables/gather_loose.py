"""Reads the tables that officials have made themselves: a goal to a row, or to several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from malkoll.document.words import fold
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.tables import loose
from malkoll.tables.content import Content, put
from malkoll.tables.gathered import ABOVE, CONFLICT, NO_GOAL, Gathered, Imported
from malkoll.tables.grid import Cell
from malkoll.tables.region import Column, Region, Row
from malkoll.tables.targets import NOTHING, Target, targets
from malkoll.tables.titles import Said, said

NOT_IN_NUMBER = Text(
    "”{words}” står vid talet och kom inte med", "“{words}” stands beside the number and was left out"
)
UNEVEN = Text(
    "cellen har {count} rader och indikatorn bredvid ett annat antal",
    "the cell has {count} lines and the indicator beside it another number",
)
OTHER_UNIT = Text(
    "enheten ”{unit}” är en annan än kolumnens", "the unit “{unit}” is another than the column's"
)
_CARRIED = frozenset({"goal.focus_area", "document.board", "document.year", "document.municipality"})
"""What holds for the rows below too, where those have nothing of their own."""
_PER_CENT = {Language.SV: "procent", Language.EN: "percent"}


class Given(Record):
    """What the caller says of a document where the table says nothing."""

    board: str | None = None
    year: str | None = None
    municipality: str | None = None


@dataclass(slots=True)
class _Goal:
    """The goal that the rows are about."""

    content: Content
    statement: str | None
    indicators: int = 0


@dataclass(slots=True)
class LooseReader:
    """Reads tables of any form, one after the other."""

    gathered: Gathered
    given: Given
    language: Language
    _documents: dict[tuple[str, str, str], Imported] = field(default_factory=dict)
    _goal: _Goal | None = None
    _carried: dict[str, Cell] = field(default_factory=dict)
    _said: Said = field(default_factory=Said)
    _sheet: str = ""
    missing: dict[str, list[str]] = field(default_factory=dict)
    """The places of goals whose board or year nobody said."""

    def read(self, region: Region) -> None:
        sheet = f"{region.grid.file}\0{region.grid.name}"
        # what is said above one table of a sheet holds for those below it, not for the next sheet
        if sheet != self._sheet and region.grid.name:
            self._said = said(region.grid.name)._replace(is_all=False)
        self._sheet = sheet
        self._titles(region)
        self._goal, self._carried = None, {}
        for row in region.rows:
            self._row(row, region)

    def _titles(self, region: Region) -> None:
        here: dict[str, Any] = {}
        for cell in region.above:
            told = said(cell.text) if not cell.problem else Said()
            # of several titles the first says it; those below it tell of it
            for name in ("board", "year", "municipality"):
                if (one := getattr(told, name)) and name not in here:
                    here[name] = one
            if not told.is_all:
                self.gathered.leave(cell, ABOVE)
        self._said = self._said._replace(**here)

    def _row(self, row: Row, region: Region) -> None:
        cells: dict[int, tuple[Column, Cell]] = {}
        for number, cell in row.cells.items():
            column = region.columns.get(number)
            if column is None or column.target is None:
                self.gathered.leave_column(cell, column, region)
            elif column.target is NOTHING:
                self.gathered.left_out += 1
            elif cell.problem:
                self.gathered.leave(cell, Text("{why}", "{why}"), why=cell.problem)
            else:
                cells[number] = (column, cell)
        spanned = self._spanned(row, region, cells)
        if cells:
            self._parts({**spanned, **cells}, set(spanned))

    def _spanned(
        self, row: Row, region: Region, cells: Mapping[int, tuple[Column, Cell]]
    ) -> dict[int, tuple[Column, Cell]]:
        """Give what a merged cell above, or a heading of a group of rows, says of this row too."""
        found: dict[int, tuple[Column, Cell]] = {}
        for number, column in region.columns.items():
            if column.target is None or number in cells or column.target is NOTHING:
                continue
            name = column.target.name
            cell = region.grid.at((row.number, number))
            if cell is not None and cell.text and not cell.problem:
                found[number] = (column, cell)
            elif name in _CARRIED and name in self._carried:
                found[number] = (column, self._carried[name])
        for column, cell in (*found.values(), *cells.values()):
            if column.target and column.target.name in _CARRIED:
                self._carried[column.target.name] = cell
        return found

    def _parts(self, cells: Mapping[int, tuple[Column, Cell]], spanned: set[int]) -> None:
        document = self._document(cells)
        new = self._is_new(cells, spanned)
        if new:
            goals = document.content.setdefault("goals", [])
            goals.append({})
            self._goal = _Goal(goals[-1], self._statement(cells))
        goal = self._goal
        measured: list[tuple[Column, Cell]] = []
        for number, (column, cell) in cells.items():
            target = column.target
            if target is None or target.name in {"document.board", "document.year", "document.municipality"}:
                continue
            if target.scope == "document":
                self._put(document.content, target, cell, is_again=number in spanned)
            elif goal is None:
                self.gathered.leave(cell, NO_GOAL)
            elif target.scope == "indicator":
                measured.append((column, cell))
            elif target.scope == "goal":
                self._goal_cell(goal, target, cell, is_again=number in spanned and not new)
            else:
                self._listed(goal, column, target, cell)
        has_own = any(
            column.target and column.target.scope == "indicator"
            for number, (column, _) in cells.items()
            if number not in spanned
        )
        if goal is not None and measured and has_own:
            self._indicators(goal, measured)

    @staticmethod
    def _statement(cells: Mapping[int, tuple[Column, Cell]]) -> str | None:
        return next(
            (
                fold(cell.text)
                for column, cell in cells.values()
                if column.target and column.target.name == "goal.statement"
            ),
            None,
        )

    def _is_new(self, cells: Mapping[int, tuple[Column, Cell]], spanned: set[int]) -> bool:
        """Tell whether a row begins a goal: it states one that isn't the one above."""
        names = {column.target.name: number for number, (column, _) in cells.items() if column.target}
        number = names.get("goal.statement")
        if number is None:
            has_own = any(name in names and names[name] not in spanned for name in ("goal.id", "goal.title"))
            return has_own and (self._goal is None or "goal.id" in names)
        if number in spanned:
            return self._goal is None
        return self._goal is None or self._goal.statement != self._statement(cells)

    def _document(self, cells: Mapping[int, tuple[Column, Cell]]) -> Imported:
        said_here = {
            column.target.path[0]: cell.text
            for column, cell in cells.values()
            if column.target and column.target.name in _CARRIED and column.target.scope == "document"
        }
        identity: dict[str, str] = {}
        for name in ("municipality", "board", "year"):
            value = said_here.get(name) or getattr(self.given, name) or getattr(self._said, name)
            if value:
                identity[name] = value
            elif name != "municipality":
                place = next(cell.place for _, cell in cells.values())
                self.missing.setdefault(name, []).append(place)
        key = (
            fold(identity.get("municipality", "")),
            fold(identity.get("board", "")),
            identity.get("year", ""),
        )
        document = self._documents.get(key)
        if document is None:
            document = Imported(dict(identity))
            self._documents[key] = document
            self.gathered.documents.append(document)
            self._goal = None
        return document

    def _put(self, content: Content, target: Target, cell: Cell, *, is_again: bool) -> None:
        value, left = loose.read(target, cell)
        if is_again:
            return
        if left:
            self.gathered.leave(cell, NOT_IN_NUMBER, words=left)
        if value is not None and not put(content, target.path, value):
            self.gathered.leave(cell, CONFLICT)

    def _goal_cell(self, goal: _Goal, target: Target, cell: Cell, *, is_again: bool) -> None:
        if is_again:
            return
        value = loose.read(target, cell).value
        if target.name == "goal.assessment.flag" and value not in {"true", "false"}:
            # how it is assessed stands where only yes or no was asked for
            target = targets()["goal.assessment.reason"]
        assessment = goal.content.get("assessment")
        if (
            target.path[0] == "assessment"
            and isinstance(assessment, dict)
            and assessment.get("flag") == "true"
        ):
            del assessment["flag"]
        if target.name == "goal.assessment.flag" and (value == "false" or assessment):
            return
        existing = goal.content.get(str(target.path[0]))
        if target.kind == "list" and isinstance(existing, list) and isinstance(value, list):
            existing += [one for one in value if one not in existing]
        elif not put(goal.content, target.path, value):
            self.gathered.leave(cell, CONFLICT)

    def _listed(self, goal: _Goal, column: Column, target: Target, cell: Cell) -> None:
        """Write what belongs to a list of the goal: one follow-up or fact for each year that is named."""
        name = "follow_up" if target.scope == "follow_up" else "current_state"
        entries = goal.content.setdefault(name, [])
        entry = next(
            (one for one in entries if not column.year or one.get("year") in (None, column.year)), None
        )
        if entry is None:
            entry = {}
            entries.append(entry)
        if column.year and target.path[0] != "year":
            entry.setdefault("year", column.year)
        self._put(entry, target, cell, is_again=False)

    def _indicators(self, goal: _Goal, cells: list[tuple[Column, Cell]]) -> None:
        rows = self._divided(cells)
        indicators = goal.content.setdefault("indicators", [])
        for row in rows:
            indicator: Content = {}
            indicators.append(indicator)
            last = max((column.year or "" for column, _ in row if _is_target(column)), default="")
            for column, cell in row:
                self._indicator_cell(indicator, column, cell, last)
            goal.indicators += 1

    def _divided(self, cells: list[tuple[Column, Cell]]) -> list[list[tuple[Column, Cell]]]:
        """Make several indicators of cells that hold one on each line."""
        names = [cell for column, cell in cells if column.target and column.target.name == "indicator.name"]
        count = len(loose.lines(names[0].text)) if names else 1
        others = [cell for column, cell in cells if cell not in names]
        agree = any(len(loose.lines(cell.text)) == count for cell in others)
        if count < 2 or not (agree or not others or loose.is_list(names[0].text)):
            return [cells]
        rows: list[list[tuple[Column, Cell]]] = [[] for _ in range(count)]
        for column, cell in cells:
            pieces = loose.lines(cell.text)
            if len(pieces) not in {1, count}:
                self.gathered.leave(cell, UNEVEN, count=len(pieces))
                continue
            for place, row in enumerate(rows):
                row.append((column, cell._replace(text=pieces[place if len(pieces) > 1 else 0])))
        return rows

    def _indicator_cell(self, indicator: Content, column: Column, cell: Cell, last: str) -> None:
        target = column.target
        if target is None:
            return
        if target.kind == "measure" or target.path[-1] == "value":
            self._measure(indicator, column, str(target.path[0]), cell, last)
            return
        value, left = loose.read(target, cell)
        if left:
            self.gathered.leave(cell, NOT_IN_NUMBER, words=left)
        if value is not None and not put(indicator, target.path, value):
            self.gathered.leave(cell, CONFLICT)

    def _measure(self, indicator: Content, column: Column, name: str, cell: Cell, last: str) -> None:
        """Write a value, with the unit and the year that stand with it; a target for an earlier year is a milestone."""
        if (word := loose.direction(cell.text)) and name == "target":
            if not put(indicator, ("direction",), word):
                self.gathered.leave(cell, CONFLICT)
            return
        value, left = loose.measure(cell)
        if left:
            self.gathered.leave(cell, NOT_IN_NUMBER, words=left)
        unit = value.get("unit")
        if unit:
            unit = _PER_CENT[self.language] if unit in {"%", "procent", "percent"} else unit
            if not put(indicator, ("unit",), unit):
                self.gathered.leave(cell, OTHER_UNIT, unit=unit)
        year = value.get("year") or column.year
        if name == "target" and year and last and year < last:
            indicator.setdefault("milestones", []).append({"year": year, "value": value["value"]})
            return
        parts: dict[str, Any] = {"value": value["value"], **({"year": year} if year else {})}
        if any(not put(indicator, (name, part), one) for part, one in parts.items()):
            self.gathered.leave(cell, CONFLICT)


def _is_target(column: Column) -> bool:
    return (
        column.target is not None
        and column.target.path[:1] == ("target",)
        and column.target.scope == "indicator"
    )
