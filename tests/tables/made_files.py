"""Small Excel and Word files as officials have them, made for a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
import openpyxl

from malkoll.language import Language
from malkoll.tables import importing
from malkoll.tables.content import Content, settled
from malkoll.tables.gather_loose import Given
from malkoll.tables.targets import Target, named

HEAD = ("Fokusområde", "Mål", "Tidshorisont", "Målgrupp", "Indikator", "Utgångsvärde", "Målvärde")
ROW = ("Hållbar hälsa", "Väntetiden minskar.", "2026-2028", "äldre", "Väntetid", 74, 45)
HERE = Given(board="Socialnämnden", year="2026")


def excel(*rows: Sequence[Any], sheet: str = "Blad1", change: Callable[[Any], None] | None = None) -> bytes:
    """Make a workbook of one sheet; ``change`` gets the sheet."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                page.cell(number, column, value)
    if change:
        change(page)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def word(*tables: Sequence[Sequence[str]], above: Sequence[str] = ()) -> bytes:
    made = docx.Document()
    for text in above:
        made.add_paragraph(text)
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read(data: bytes, given: Given = HERE, chosen: Mapping[str, str] | None = None) -> importing.Result:
    """Import a file; ``chosen`` is what the caller says of headings."""
    targets: dict[str, Target] = {}
    for heading, key in (chosen or {}).items():
        target = named(key)
        assert target is not None
        targets[heading.casefold()] = target
    tables = importing.found_in([importing.Source("mål.xlsx", data)], targets, Language.SV)
    return importing.read(tables, given, Language.SV)


def goals(result: importing.Result) -> list[Content]:
    """Give the goals of the only document that was read."""
    (document,) = result.documents
    found: list[Content] = settled(document.content).get("goals", [])
    return found


def left(result: importing.Result) -> list[tuple[str, str]]:
    """Give place and text of what found no place."""
    return [(one.cell.place, one.cell.text) for one in result.unplaced]


def repacked(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Give a file with some of its parts changed, or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *changes]):
            part = old.read(name) if name in old.namelist() else b""
            new.writestr(name, changes.get(name, bytes)(part))
    return stream.getvalue()
