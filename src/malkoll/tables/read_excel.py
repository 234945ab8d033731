"""An Excel file's sheets as grids, with all that a reader should know of its cells."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from malkoll.call_error import CallError
from malkoll.language import Message, Text, Words
from malkoll.record import Record
from malkoll.tables.archive import BROKEN, Package
from malkoll.tables.grid import Cell, Grid
from malkoll.tables.values import clean

MARK = "malkoll-1"
"""What a file that malkoll has written has among its keywords."""
AUTHOR = "malkoll"
"""Who writes the comments that hold findings."""
NOT_COUNTED = Text(
    "cellen har en formel utan uträknat värde: öppna filen i Excel och spara den",
    "the cell has a formula without a computed value: open the file in Excel and save it",
)
ERROR = Text("cellen visar ett fel i Excel", "the cell shows an error in Excel")
COMMENT = Text("kommentar till cellen", "comment on the cell")
HIDDEN_SHEET = Text("Bladet ”{name}” är dolt. Det är läst.", "The sheet “{name}” is hidden. It was read.")
HIDDEN_ROWS = Text(
    "Dolt i bladet ”{name}”, men läst: rad {numbers}.",
    "Hidden in the sheet “{name}”, but read: row {numbers}.",
)
HIDDEN_COLUMNS = Text(
    "Dolt i bladet ”{name}”, men läst: kolumn {letters}.",
    "Hidden in the sheet “{name}”, but read: column {letters}.",
)
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Unplaced(Record):
    """Something that found no place in a document, and why."""

    cell: Cell
    reason: Message


class Opened(Record):
    """What a file holds.

    Attributes:
        grids: its sheets or tables.
        unplaced: what stands beside the cells: comments, texts outside tables.
        notes: what the reader should know.

    """

    grids: list[Grid]
    unplaced: list[Unplaced]
    notes: list[Message]


def opened(package: Package, file: str) -> Opened:
    """Open a workbook.

    Raises:
        CallError: when it is damaged.

    """
    try:
        with warnings.catch_warnings():
            # of what openpyxl leaves out: drawings, extensions
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(package.data), data_only=True, keep_links=False)
            # a formula shows its value; whether it is one stands in another reading
            has_formulas = any(sign in package.data for sign in (b"<f>", b"<f ", b":f>", b":f "))
            formulas = (
                openpyxl.load_workbook(io.BytesIO(package.data), keep_links=False) if has_formulas else book
            )
    except Exception as error:  # openpyxl raises whatever it stumbles on
        raise CallError(BROKEN(file=file)) from error
    is_ours = MARK in str(book.properties.keywords or "").split()
    found = Opened([], [], [])
    for sheet, source in zip(book.worksheets, formulas.worksheets, strict=True):
        grid = _grid(sheet, source, file, found)
        grid.is_ours = is_ours
        found.notes.extend(_hidden(sheet, grid))
        found.grids.append(grid)
    return found


def _grid(sheet: Any, source: Any, file: str, found: Opened) -> Grid:
    grid = Grid(sheet.title, file)
    for spot, cell in sheet._cells.items():  # noqa: SLF001 - the cells that there are, not every cell of the area
        place = f"{sheet.title}!{cell.coordinate}"
        formula = source._cells[spot]  # noqa: SLF001 - as above
        read = _cell(cell, formula, place)
        if read.text or read.problem:
            grid.cells[spot] = read
        if cell.comment is not None and cell.comment.author != AUTHOR:
            found.unplaced.append(Unplaced(Cell(clean(cell.comment.text or ""), place), COMMENT()))
    for area in sheet.merged_cells.ranges:
        first = (area.min_row, area.min_col)
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                grid.spans[row, column] = first
    return grid


def _cell(cell: Any, formula: Any, place: str) -> Cell:
    value = cell.value
    if value is None:
        is_formula = formula.data_type == "f"
        return Cell(str(formula.value)[:200], place, problem=NOT_COUNTED()) if is_formula else Cell("", place)
    if cell.data_type == "e":
        return Cell(str(value), place, problem=ERROR())
    is_percent = isinstance(value, int | float) and "%" in (cell.number_format or "")
    if is_percent and not isinstance(value, bool):
        return Cell(f"{number_text(round(value * 100, 10))} %", place, is_percent=True)
    return Cell(text_of(value), place)


def text_of(value: object) -> str:
    """Write a cell's value as a goal document has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return clean(_CODE.sub(_decoded, str(value)))


def number_text(value: float) -> str:
    if float(value).is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _decoded(match: re.Match[str]) -> str:
    """Read what Excel writes for a sign that XML doesn't hold."""
    character = chr(int(match[1], 16))
    return character if character in "\t\n\r" else match[0]


def _hidden(sheet: Any, grid: Grid) -> Iterator[Message]:
    if sheet.sheet_state != "visible" and grid.cells:
        yield HIDDEN_SHEET(name=sheet.title)
    rows = [row for row in grid.by_row() if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden]
    if rows:
        yield HIDDEN_ROWS(name=sheet.title, numbers=Words([str(row) for row in rows], quoted=False))
    used = {column for _, column in grid.cells}
    hidden = [
        get_column_letter(column)
        for one in sheet.column_dimensions.values()
        if one.hidden
        for column in range(one.min or 1, min(one.max or 1, 16_384) + 1)
        if column in used
    ]
    if hidden:
        yield HIDDEN_COLUMNS(name=sheet.title, letters=Words(hidden, quoted=False))
