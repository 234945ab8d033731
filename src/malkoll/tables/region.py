"""Finds the tables in a grid: where the headings stand, what each column means, which rows belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from malkoll.document.words import fold
from malkoll.record import Record
from malkoll.tables import own
from malkoll.tables.grid import Cell, Grid
from malkoll.tables.headings import Heading, plain, understood
from malkoll.tables.targets import NOTHING, Target

_MOST_SEARCHED = 200
"""Headings stand among the first rows of a sheet."""


class Column(Record):
    """A column of a table.

    Attributes:
        heading: as it stands there, with its group's before it.
        place: where.
        target: what it holds; None when nobody knows.
        is_certain: the heading is known, or the caller said what it means.
        year: that the heading names.

    """

    heading: str
    place: str
    target: Target | None
    is_certain: bool = True
    year: str | None = None


class Row(Record):
    number: int
    cells: dict[int, Cell]


@dataclass(slots=True)
class Region:
    """A table: its columns, and its rows below them.

    Attributes:
        above: the texts above it that belong to no table.
        is_own: written by malkoll: its values are read as they stand.

    """

    grid: Grid
    columns: dict[int, Column]
    rows: list[Row] = field(default_factory=list)
    above: list[Cell] = field(default_factory=list)
    is_own: bool = False

    def holds(self, *names: str) -> bool:
        found = {column.target.name for column in self.columns.values() if column.target}
        return all(name in found for name in names)


def regions(grid: Grid, chosen: Mapping[str, Target]) -> list[Region]:
    """Find the tables of a grid; a grid without any gives one that has texts above it alone."""
    found = _regions(grid, chosen)
    if not any(_is_about_goals(region) for region in found) and not grid.is_ours:
        turned = _regions(grid.turned(), chosen)
        if any(_is_about_goals(region) for region in turned):
            return turned
    return found


def _is_about_goals(region: Region) -> bool:
    return region.holds("goal.statement")


def _regions(grid: Grid, chosen: Mapping[str, Target]) -> list[Region]:
    found: list[Region] = []
    loose: list[Cell] = list(grid.above)
    rows = grid.by_row()
    skipped: set[int] = set()
    for number, cells in rows.items():
        if number in skipped:
            continue
        columns, height = _headings(grid, rows, number, chosen, is_first=not found)
        if columns:
            skipped |= set(range(number, number + height))
            region = Region(grid, columns, above=loose)
            region.is_own = own.is_own(grid, columns.values())
            found.append(region)
            loose = []
        elif not found:
            loose += cells.values()
        elif _is_title(cells, found[-1], grid, number):
            # what it says holds for the rows below it
            found.append(Region(grid, found[-1].columns, above=list(cells.values()), is_own=found[-1].is_own))
        else:
            found[-1].rows.append(Row(number, cells))
    if loose:
        found.append(Region(grid, {}, above=loose))
    return found


def _is_title(cells: Mapping[int, Cell], region: Region, grid: Grid, row: int) -> bool:
    """Tell whether a row is a heading across the table: one text over several columns, or a board's name."""
    if len(cells) != 1 or region.is_own:
        return False
    ((column, cell),) = cells.items()
    is_wide = grid.spans.get((row, column + 1)) == (row, column) and len(region.columns) > 1
    return is_wide or (column == min(region.columns) and own.names_board(cell.text))


def _headings(
    grid: Grid,
    rows: Mapping[int, dict[int, Cell]],
    number: int,
    chosen: Mapping[str, Target],
    *,
    is_first: bool,
) -> tuple[dict[int, Column], int]:
    """Read a row as headings, with the row below it where it has groups; nothing if it isn't one."""
    if number > _MOST_SEARCHED and is_first:
        return {}, 0
    cells = rows[number]
    if grid.is_ours and not is_first:
        # our tables have one row of headings; what looks like another is said of the goals
        return {}, 0
    if grid.is_ours and (ours := own.columns(cells)):
        return {
            column: Column(cells[column].text, cells[column].place, target) for column, target in ours.items()
        }, 1
    groups = _groups(grid, rows, number)
    texts = [(column, group, cell) for column, group, cell in _texts(cells, groups, rows.get(number + 1, {}))]
    read = {column: _read(cell.text, group, chosen) for column, group, cell in texts}
    certain = sum(1 for one in read.values() if one and one.is_certain)
    short = all(len(cell.text) <= 80 for _, _, cell in texts)
    if not short or certain < min(2, len(texts)) or (certain < 2 and not is_first):
        return {}, 0
    if not is_first and certain * 3 < len(texts) * 2:
        return {}, 0
    for column, group, cell in texts:
        # beside headings that are known, what resembles one is likely meant as it
        read[column] = read[column] or understood(cell.text, group, guess=True)
    return _assigned(texts, read), 2 if groups else 1


def _groups(grid: Grid, rows: Mapping[int, dict[int, Cell]], number: int) -> dict[int, str]:
    """Give the columns that stand under a heading that spans several, with that heading."""
    groups = {}
    for column, cell in rows[number].items():
        beside = column + 1
        while grid.spans.get((number, beside)) == (number, column):
            groups[column] = groups[beside] = cell.text
            beside += 1
    below = rows.get(number + 1, {})
    return (
        groups
        if groups and all(column in groups or _is_merged(grid, number, column) for column in below)
        else {}
    )


def _is_merged(grid: Grid, row: int, column: int) -> bool:
    return grid.spans.get((row + 1, column)) == (row, column)


def _texts(
    cells: Mapping[int, Cell], groups: Mapping[int, str], below: Mapping[int, Cell]
) -> Iterator[tuple[int, str, Cell]]:
    for column in sorted({*cells, *groups}):
        if column in groups:
            if column in below:
                yield column, groups[column], below[column]
        else:
            yield column, "", cells[column]


def _read(text: str, group: str, chosen: Mapping[str, Target]) -> Heading | None:
    for one in (f"{group}: {text}", text):
        target = chosen.get(fold(one)) or chosen.get(plain(one))
        if target is not None:
            return Heading((target,), is_certain=True)
    return understood(text, group)


def _assigned(texts: list[tuple[int, str, Cell]], read: Mapping[int, Heading | None]) -> dict[int, Column]:
    """Give each column its target: those that can mean one thing first, then the others what is left."""
    taken: dict[tuple[str, str | None], int] = {}
    found: dict[int, tuple[Target, bool]] = {}
    order = sorted(texts, key=lambda one: _freedom(read[one[0]]))
    measured = min((column for column, one in read.items() if one and _is_indicator(one)), default=None)
    for column, _, _ in order:
        heading = read[column]
        candidates = heading.candidates if heading else ()
        if measured is not None and column > measured:
            # right of the indicators, what may tell of the goal or of them tells of them
            candidates = tuple(sorted(candidates, key=_about_indicators))
        for number, target in enumerate(candidates):
            if (target.name, heading.year if heading else None) not in taken or target is NOTHING:
                taken[target.name, heading.year if heading else None] = column
                found[column] = (target, bool(heading and heading.is_certain and number == 0))
                break
    columns = {}
    for column, group, cell in texts:
        heading = read[column]
        name = f"{group}: {cell.text}" if group else cell.text
        columns[column] = Column(name, cell.place, None, year=heading.year if heading else None)
        if column in found:
            target, is_certain = found[column]
            columns[column] = columns[column]._replace(target=target, is_certain=is_certain)
    return columns


def _is_indicator(heading: Heading) -> bool:
    return heading.is_certain and heading.candidates[0].name == "indicator.name"


def _about_indicators(target: Target) -> int:
    return (target.name != "goal.statement") + (target.scope != "indicator")


def _freedom(heading: Heading | None) -> tuple[bool, int]:
    return (not heading.is_certain, len(heading.candidates)) if heading else (True, 99)
