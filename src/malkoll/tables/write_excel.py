"""Documents as an Excel workbook: goals to work in, findings as comments, and all that the documents say."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from malkoll.call_error import CallError
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.report.shown import Shown
from malkoll.tables import own
from malkoll.tables.archive import dated
from malkoll.tables.content import Path
from malkoll.tables.findings import Sheet, Told
from malkoll.tables.layout import Document, Laid, Out, laid_out
from malkoll.tables.paths import written
from malkoll.tables.read_excel import AUTHOR, MARK, text_of
from malkoll.tables.targets import targets

TOO_LONG = Text(
    "{file}: ”{place}” är längre än de 32 767 tecken som en cell i Excel rymmer. Korta texten, eller exportera "
    "till Word.",
    "{file}: “{place}” is longer than the 32,767 characters that a cell in Excel holds. Shorten the text, or "
    "export to Word.",
)
TITLE = Text("Nämndernas mål", "The boards' goals")
_LONGEST = 32_767
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?\Z")
_WIDTHS = {
    "key.file": 16, "key.number": 6, "document.board": 22, "document.year": 7, "document.municipality": 16,
    "document.mission": 60, "document.current_state": 60, "document.governing_documents": 40, "goal.id": 15,
    "goal.title": 22, "goal.statement": 48, "goal.description": 50, "goal.effect": 50, "goal.focus_area": 19,
    "goal.horizon": 11, "goal.audience": 17, "goal.control": 10, "goal.current_state": 50, "goal.responsible": 19,
    "goal.assessment.flag": 14, "goal.assessment.reason": 40, "goal.assessment.basis": 36, "goal.assessment.criteria": 40,
    "indicator.name": 32, "indicator.unit": 11, "indicator.baseline.value": 13, "indicator.baseline.year": 11,
    "indicator.target.value": 11, "indicator.target.year": 8, "indicator.source": 24, "indicator.milestones": 16,
    "fact.fact": 70, "fact.source": 36, "follow_up.reason": 60, "rest.path": 44, "rest.value": 70, "remark.text": 80,
    "remark.path": 36,
}  # fmt: skip
_WIDTH = 18
_LINE = 15
"""How high a line of text is."""
_HEAD = PatternFill("solid", fgColor="FF1F3A4D")
_BANDS = (None, PatternFill("solid", fgColor="FFF2F6F8"))
_EDGE = Border(bottom=Side("thin", color="FFC9D3DA"))


class Book(Record):
    """What goes into a workbook.

    Attributes:
        told: what was found, by file and path.
        sheets: what is worked out from the documents.

    """

    documents: Sequence[Document]
    told: dict[tuple[str, Path], list[Told]]
    sheets: Sequence[Sheet]


def workbook(book: Book, language: Language, date: datetime.date) -> bytes:
    """Write a workbook; the same documents and day give the same bytes.

    Raises:
        CallError: when a text is longer than a cell can hold.

    """
    made = Workbook()
    made.remove(made.worksheets[0])
    laid = sorted(
        laid_out(book.documents, own.IN_EXCEL, language), key=lambda one: one.table is not own.GOALS
    )
    writer = _Writer(language, book.told)
    for one in laid:
        writer.table(made.create_sheet(one.table.title.render(language)), one)
    for sheet in book.sheets:
        _sheet(made.create_sheet(sheet.title.render(language)), sheet, language)
    properties = made.properties
    properties.keywords, properties.creator, properties.language = MARK, AUTHOR, _tag(language)
    properties.title = TITLE.render(language)
    stream = io.BytesIO()
    made.save(stream)
    return dated(stream.getvalue(), date)


def _tag(language: Language) -> str:
    return "sv-SE" if language is Language.SV else "en-GB"


class _Writer:
    def __init__(self, language: Language, told: dict[tuple[str, Path], list[Told]]) -> None:
        self.language = language
        self._told = dict(told)

    def table(self, sheet: Any, laid: Laid) -> None:
        names = [target.name for target in laid.columns]
        _head(sheet, [own.HEADINGS[name].render(self.language) for name in names])
        for name, letter in zip(names, map(get_column_letter, range(1, len(names) + 1)), strict=True):
            sheet.column_dimensions[letter].width = _WIDTHS.get(name, _WIDTH)
        band, before = 0, ""
        for row, (cells, file) in enumerate(zip(laid.rows, laid.files, strict=True), 2):
            group = (
                f"{file}{cells['key.number'].text.rstrip('abcdefghijklmnopqrstuvwxyz')}"
                if "key.number" in cells
                else file
            )
            band, before = (band, before) if group == before else (1 - band, group)
            lines = 1
            for column, name in enumerate(names, 1):
                out = cells.get(name, Out(""))
                cell = sheet.cell(row, column)
                self._fill(cell, out, file)
                _dress(
                    cell, band, is_middle=targets()[name].kind in {"number", "year"} or name == "key.number"
                )
                self._comment(cell, file, out, is_shown=name in laid.table.shown)
                lines = max(lines, _lines(out.text, _WIDTHS.get(name, _WIDTH)))
            sheet.row_dimensions[row].height = min(max(lines, 1) * _LINE + 3, 400)
        frozen = names.index("key.number") + 1 if "key.number" in names else 1
        _set_up(sheet, get_column_letter(frozen + 1), laid.table.title.render(self.language))
        if names[-1] == "key.file":
            # on paper nobody needs the way back to the file
            sheet.print_area = f"A1:{get_column_letter(len(names) - 1)}{len(laid.rows) + 1}"

    def _fill(self, cell: Any, out: Out, file: str) -> None:
        if len(out.text.encode("utf-16-le", "surrogatepass")) // 2 > _LONGEST:
            place = written(out.path, self.language) if out.path else out.text[:40]
            raise CallError(TOO_LONG(file=file, place=place))
        fill(cell, out.text, out.kind)

    def _comment(self, cell: Any, file: str, out: Out, *, is_shown: bool) -> None:
        told = self._told.pop((file, out.path), None) if out.path is not None and not is_shown else None
        if told:
            # a list in the cell has findings on its items too
            cell.comment = _note(told, self.language)


def fill(cell: Any, text: str, kind: str) -> None:
    """Write a value: a number, year or day as such, all else as text, whatever it begins with."""
    if not text:
        return
    if kind in {"number", "year"} and _NUMBER.match(text):
        number = float(text) if "." in text else int(text)
        if text_of(number) == text:
            cell.value = number
            return
    if kind == "date" and (day := _day(text)):
        cell.value = day
        cell.number_format = "yyyy-mm-dd"
        return
    cell.value = text
    # openpyxl takes what begins with = for a formula, and #REF! for an error
    cell.data_type = "s"
    if text[0] in "=+-@\t\r'" or text.startswith("#"):
        cell.quotePrefix = True


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    # Excel's calendar begins in 1900, with a day that there never was
    return day if day and day.year > 1900 else None


def _note(told: Sequence[Told], language: Language) -> Comment:
    text = "\n\n".join(one.render(language) for one in told)[:8_000]
    comment = Comment(text, AUTHOR)
    comment.width, comment.height = 360, min(60 + 16 * _lines(text, 55), 420)
    return comment


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) * 1.12 // max(width - 1, 1)) for line in text.split("\n"))


def _head(sheet: Any, headings: Sequence[str]) -> None:
    for column, heading in enumerate(headings, 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[1].height = 32


def _dress(cell: Any, band: int, *, is_middle: bool = False) -> None:
    cell.alignment = Alignment("center" if is_middle else None, "top", wrap_text=True)
    cell.border = _EDGE
    if (fill := _BANDS[band]) is not None:
        cell.fill = fill


def _set_up(sheet: Any, frozen: str, title: str) -> None:
    """Keep the head in sight, and print it on the breadth of an A4 page on its side."""
    sheet.freeze_panes = f"{frozen}2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = title, "&P/&N"
    sheet.sheet_view.zoomScale = 90


def _sheet(sheet: Any, made: Sheet, language: Language) -> None:
    # nobody reads it back: what a cell can't hold, or nobody sees, is shown by its code
    shown = Shown()
    _head(sheet, [shown.sentence(heading) for heading in made.headings])
    for column, width in enumerate(made.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, texts in enumerate(made.rows, 2):
        lines = 1
        for column, (text, width) in enumerate(zip(texts, made.widths, strict=True), 1):
            cell = sheet.cell(row, column)
            fill(cell, "\n".join(map(shown, text.split("\n")))[:_LONGEST], "number")
            _dress(cell, row % 2, is_middle=made.is_counts and column > 1)
            lines = max(lines, _lines(text, width))
        sheet.row_dimensions[row].height = min(lines * _LINE + 3, 400)
    _set_up(sheet, "B" if made.is_counts else "A", made.title.render(language))
