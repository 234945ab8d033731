"""Documents as a Word file: for each board a table as its agenda has it, and what else there is below."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from malkoll.language import Language
from malkoll.tables import own
from malkoll.tables.archive import dated
from malkoll.tables.layout import Document, Laid, laid_out, title_of
from malkoll.tables.read_excel import MARK
from malkoll.tables.write_excel import TITLE

_WIDTHS = {
    "key.number": 0.9, "goal.id": 2.5, "goal.statement": 5.6, "goal.focus_area": 2.7, "goal.horizon": 2.0,
    "goal.audience": 2.5, "indicator.name": 3.6, "indicator.baseline": 2.2, "indicator.target": 2.2,
    "goal.assessment.flag": 2.5, "goal.responsible": 2.5, "fact.fact": 12.0, "fact.source": 6.0, "fact.year": 2.2,
    "rest.path": 6.0, "rest.value": 15.0, "goal.effect": 6.0, "goal.description": 6.0, "goal.assessment.reason": 5.5,
    "goal.assessment.basis": 5.5, "goal.assessment.criteria": 6.0, "remark.text": 14.0, "remark.path": 6.0,
}  # fmt: skip
_WIDTH = 2.8
_PAGE = 26.7
"""How many centimetres of an A4 page on its side lie between the margins."""


def word_file(documents: Sequence[Document], language: Language, date: datetime.date) -> bytes:
    """Write a Word file; the same documents and day give the same bytes."""
    made = docx.Document()
    _set_up(made, language)
    for number, document in enumerate(documents):
        heading = made.add_heading(title_of(document.content, document.file), level=1)
        heading.paragraph_format.page_break_before = number > 0
        # the rest is known only when all other columns are laid out
        laid = laid_out([document], (own.ABOUT, *own.IN_WORD), language)
        for one in laid:
            made.add_heading(one.table.title.render(language), level=2)
            _table(made, one, language)
    stream = io.BytesIO()
    made.save(stream)
    return dated(stream.getvalue(), date)


def _set_up(made: Any, language: Language) -> None:
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    tag = "sv-SE" if language is Language.SV else "en-GB"
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    for name in ("w:lang",):
        for found in made.styles.element.iter(qn(name)):
            found.set(qn("w:val"), tag)
    for level, size in ((1, 18), (2, 12)):
        style = made.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1F, 0x3A, 0x4D)
    properties = made.core_properties
    properties.keywords, properties.author, properties.language = MARK, "malkoll", tag
    properties.title, properties.comments = TITLE.render(language), ""


def _table(made: Any, laid: Laid, language: Language) -> None:
    names = [target.name for target in laid.columns if target.name != "key.file"]
    table = made.add_table(rows=1 + len(laid.rows), cols=len(names))
    table.style, table.autofit = "Table Grid", False
    wanted = [_WIDTHS.get(name, _WIDTH) for name in names]
    scale = min(_PAGE / sum(wanted), 1.0 if len(names) > 2 else 1.2)
    widths = [Cm(width * scale) for width in wanted]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows = list(table.rows)
    _repeated(rows[0])
    for column, (name, cell) in enumerate(zip(names, rows[0].cells, strict=True)):
        _write(cell, own.HEADINGS[name].render(language), is_head=True)
        cell.width = widths[column]
    for row, cells in zip(rows[1:], laid.rows, strict=True):
        _unbroken(row)
        for column, (name, cell) in enumerate(zip(names, row.cells, strict=True)):
            cell.width = widths[column]
            if name in cells:
                _write(cell, cells[name].text)


def _write(cell: Any, text: str, *, is_head: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size = Pt(9)
    if is_head:
        run.font.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "1F3A4D")
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading of its own


def _repeated(row: Any) -> None:
    """Let a row stand at the head of every page of its table."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no word for it


def _unbroken(row: Any) -> None:
    mark = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - as above
