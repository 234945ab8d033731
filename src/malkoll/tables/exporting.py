"""From goal documents to tables: what each file holds, and what a check found in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from malkoll.call_error import CallError
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.report.shown import Shown
from malkoll.result import Report
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables import own
from malkoll.tables.content import content_of
from malkoll.tables.findings import attached, by_place, coverage_sheet, findings_sheet
from malkoll.tables.layout import Document, laid_out
from malkoll.tables.remarks import remarks_of

UNSOUND = Text(
    "{file} går inte att läsa säkert som den är skriven, så ingenting är exporterat. Se vad det är: malkoll check {file}",
    "{file} can't be read for certain as it is written, so nothing was exported. See what it is: malkoll check {file}",
)
_UNSOUND = frozenset(
    {
        "yaml-syntax",
        "yaml-limits",
        "duplicate-key",
        "several-documents",
        "unsupported-yaml",
        "unreadable-file",
    }
)
"""Mistakes that make it uncertain what was meant: a table would hide them."""


class File(Record):
    """A goal document to export: its name as shown, and its bytes."""

    name: str
    data: bytes


def documents_of(files: Iterable[File]) -> list[Document]:
    """Read documents whole.

    Raises:
        CallError: when what one of them says isn't certain.

    """
    return [_document(file) for file in files]


def _document(file: File) -> Document:
    source = SourceFile(file.name, file.data)
    parsed = parse(source)
    if not parsed.whole or parsed.root is None or any(one.rule in _UNSOUND for one in parsed.troubles):
        raise CallError(UNSOUND(file=file.name))
    # a name is a text in the tables: what they can't hold is shown by its code
    return Document(Shown()(file.name), content_of(parsed.root), tuple(remarks_of(source, parsed.root)))


def as_workbook(
    documents: Sequence[Document], report: Report, language: Language, date: datetime.date
) -> bytes:
    """Write documents as an Excel file, with what a check found.

    Raises:
        CallError: when a text is longer than a cell can hold.

    """
    # loaded here: Word files need no Excel
    from malkoll.tables.write_excel import Book, workbook  # noqa: PLC0415

    laid = laid_out(documents, own.IN_EXCEL, language)
    cells = [
        (file, out.path)
        for one in laid
        for row, file in zip(one.rows, one.files, strict=True)
        for out in row.values()
        if out.path
    ]
    sheets = [findings_sheet(report, language), coverage_sheet(report, language)]
    return workbook(Book(documents, attached(by_place(report), cells), sheets), language, date)


def as_word_file(documents: Sequence[Document], language: Language, date: datetime.date) -> bytes:
    """Write documents as a Word file."""
    # loaded here: Excel files need no Word
    from malkoll.tables.write_word import word_file  # noqa: PLC0415

    return word_file(documents, language, date)
