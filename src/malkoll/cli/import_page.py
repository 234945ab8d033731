"""What `malkoll import` says when it is done: what was read, what found no place, what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from malkoll.cli.import_questions import COLUMNS, key_of
from malkoll.cli.page import heading, paragraph
from malkoll.diagnostic import SEVERITY_NAMES, Severity
from malkoll.discover import shown_name
from malkoll.file_report import FileReport
from malkoll.language import Count, Language, Message, Text, Words
from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.tables import importing
from malkoll.tables.gathered import Imported
from malkoll.tables.grid import Cell
from malkoll.tables.read_excel import Unplaced

VERSION = 1
OUR_TABLES = Text(
    "{file} är skriven av malkoll och läses som den är.",
    "{file} was written by malkoll and is read as it is.",
)
PAIR = Text("{heading} → {key}", "{heading} → {key}")
LEFT = Text("Det här fick ingen plats ({count}):", "This found no place ({count}):")
ALL_PLACED = Text("Allt i tabellerna fick en plats.", "All that stands in the tables found a place.")
CELLS = (Text("cell", "cell"), Text("celler", "cells"))
ONE_LEFT = Text("{place}: {text} – {reason}", "{place}: {text} – {reason}")
LEFT_OUT = Text("{count} i kolumner som inte skulle med.", "{count} in columns that were to be left out.")
WRITTEN = Text("{file} är skriven: {goals}.", "{file} is written: {goals}.")
WOULD = Text("{file} skulle skrivas: {goals}.", "{file} would be written: {goals}.")
FOUND = Text(
    "Prövningen gav {counts}. Se vad: malkoll check {file}",
    "The check gave {counts}. See what: malkoll check {file}",
)
WOULD_FIND = Text("Prövningen gav {counts}.", "The check gave {counts}.")
FOUND_NOTHING = Text("Prövningen hade ingenting att anmärka på.", "The check found nothing to remark on.")
GOALS = (Text("mål", "goal"), Text("mål", "goals"))
COMMENT = Text(
    "kommentaren hör till något som inte finns kvar", "the comment belongs to something that is gone"
)
_LONGEST = 160


class Made(Protocol):
    """A document that was made: its file and what it holds."""

    @property
    def file(self) -> str: ...
    @property
    def document(self) -> Imported: ...


@dataclass(slots=True)
class Page:
    """All that is to be said of an import.

    Attributes:
        lost: comments of the file whose place is gone.
        is_asked: the columns have been shown, and agreed to.

    """

    tables: importing.Tables
    result: importing.Result
    lost: list[str]
    language: Language
    is_asked: bool = False

    @property
    def left(self) -> list[Unplaced]:
        comments = [Unplaced(Cell(text, "#"), COMMENT()) for text in self.lost]
        return [*self.result.unplaced, *comments]

    def lines(
        self,
        written: Sequence[Made],
        reports: Sequence[FileReport],
        shown: Shown,
        cells: int,
        *,
        is_dry: bool,
    ) -> Iterator[Line]:
        if not self.is_asked:
            yield from self._columns(shown, cells)
        for note in self.tables.notes:
            yield from paragraph(shown.sentence(note.render(self.language)), cells)
        yield from self._left(shown, cells)
        yield []
        by_file = {report.path: report for report in reports}
        for one in written:
            yield from self._document(one, by_file.get(shown_name(one.file)), shown, cells, is_dry=is_dry)

    def plain(self) -> list[str]:
        """Give in short what was left, where the document itself is what is written out."""
        return [message.render(self.language) for message in (*self.tables.notes, *self._sentences())]

    def _columns(self, shown: Shown, cells: int) -> Iterator[Line]:
        for file in dict.fromkeys(region.grid.file for region in self.tables.regions if region.is_own):
            yield from paragraph(shown.sentence(OUR_TABLES(file=file).render(self.language)), cells)
        before = None
        for region, column in self.tables.columns:
            if region is not before:
                table = region.grid.name or region.grid.file
                yield heading(shown.sentence(COLUMNS(table=table).render(self.language)))
                before = region
            text = PAIR(heading=column.heading, key=key_of(column, self.language)).render(self.language)
            style = Style.PLAIN if column.target and column.is_certain else Style.WARNING
            for line in paragraph(shown.sentence(text), cells, "  "):
                yield [(piece, style) for piece, _ in line]
        if before is not None:
            yield []

    def _left(self, shown: Shown, cells: int) -> Iterator[Line]:
        first, *rest = self._sentences()
        yield heading(shown.sentence(first.render(self.language)))
        for message in rest:
            yield from paragraph(shown.sentence(message.render(self.language)), cells, "  ", "    ")

    def _sentences(self) -> Iterator[Message]:
        left = self.left
        yield LEFT(count=Count(len(left), *CELLS)) if left else ALL_PLACED()
        for cell, reason in left:
            text = " ".join(cell.text.split())
            text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            yield ONE_LEFT(place=cell.place, text=text, reason=reason)
        if self.result.left_out:
            yield LEFT_OUT(count=Count(self.result.left_out, *CELLS))

    def _document(
        self, one: Made, report: FileReport | None, shown: Shown, cells: int, *, is_dry: bool
    ) -> Iterator[Line]:
        goals = Count(len(one.document.content.get("goals") or ()), *GOALS)
        file = shown_name(one.file)
        text = (WOULD if is_dry else WRITTEN)(file=file, goals=goals).render(self.language)
        yield from paragraph(shown.sentence(text), cells)
        if report is None:
            return
        counts = _counts(report)
        said = (
            (WOULD_FIND if is_dry else FOUND)(counts=counts, file=file) if counts.words else FOUND_NOTHING()
        )
        yield from paragraph(shown.sentence(said.render(self.language)), cells, "  ")


def _counts(report: FileReport) -> Words:
    found = [
        (sum(1 for one in report.diagnostics if one.severity is severity), severity) for severity in Severity
    ]
    said = [
        Text("{count}", "{count}")(count=Count(number, *SEVERITY_NAMES[one]))
        for number, one in found
        if number
    ]
    return Words(said, quoted=False)


def shape(
    page: Page, written: Sequence[Made], reports: Sequence[FileReport], *, is_dry: bool
) -> dict[str, Any]:
    """Give all of it as plain data; codes and keys are the same in every language."""
    by_file = {report.path: report for report in reports}
    return {
        "version": VERSION,
        "language": page.language.value,
        "written": not is_dry,
        "documents": [_document(one, by_file.get(shown_name(one.file))) for one in written],
        "columns": [
            {
                "file": region.grid.file,
                "cell": column.place,
                "heading": column.heading,
                "key": column.target.name if column.target else None,
                "certain": column.is_certain,
            }
            for region, column in page.tables.columns
        ],
        "unplaced": [
            {"cell": cell.place, "text": cell.text, "reason": reason.render(page.language)}
            for cell, reason in page.left
        ],
        "left_out": page.result.left_out,
        "notes": [note.render(page.language) for note in page.tables.notes],
    }


def _document(one: Made, report: FileReport | None) -> dict[str, Any]:
    content = one.document.content
    counts = {f"{severity.value}s": 0 for severity in Severity}
    for diagnostic in report.diagnostics if report else ():
        counts[f"{diagnostic.severity.value}s"] += 1
    return {
        "file": shown_name(one.file),
        "board": content.get("board"),
        "year": content.get("year"),
        "goals": len(content.get("goals") or ()),
        **counts,
    }
