"""What a run gives: every document with its goals, its active and its silenced diagnostics."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from malkoll.diagnostic import Diagnostic, Severity, Suppressed
from malkoll.language import Message
from malkoll.steering.loaded import LoadedModel

_ABOUT_THE_FILE = "MK0"
"""How the codes of the rules about the file itself begin."""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as a summary shows it; what isn't known is None.

    Attributes:
        index: in the document's list, from 0.
        id, title: as written; the title is the heading, else the statement.
        focus_areas: as written.
        years: first and last year.
        short_term: whether it covers one year.
        measured: has an indicator with a target.
        assessed: is flagged for a professional assessment.
        has_indicators: has an indicator, with a target or without.
        is_unclear: whether it is measured or assessed can't be told: what stands there can't be read.

    """

    index: int
    id: str | None
    title: str | None
    focus_areas: tuple[str, ...]
    years: tuple[int, int] | None
    measured: bool
    assessed: bool
    has_indicators: bool = False
    is_unclear: bool = False


class Assessed(NamedTuple):
    """Something that a document was held against.

    Attributes:
        name: as the summary says it.
        rules: the names of the rules that would have found it wanting.

    """

    name: Message
    rules: frozenset[str]


class FileReport(NamedTuple):
    """One file of a run.

    Attributes:
        path: as shown, with forward slashes.
        board, municipality, year, status, level: as in the document; None where not known.
        model: the steering model that it was held against.
        goals: in the document's order.
        goals_written: how many goals stand there, readable or not.
        assessed: what could be told of the document with the rules that were on.

    """

    path: str
    board: str | None
    municipality: str | None
    year: int | None
    status: str | None
    level: str | None
    model: LoadedModel
    goals: tuple[GoalLine, ...] = ()
    goals_written: int = 0
    assessed: tuple[Assessed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    is_document: bool = True

    @property
    def is_unread(self) -> bool:
        """Tell whether the file is so broken that nothing else in it was checked."""
        return not self.is_document and self._has_broken_text

    @property
    def _has_broken_text(self) -> bool:
        return any(
            one.severity is Severity.ERROR and one.code.startswith(_ABOUT_THE_FILE)
            for one in self.diagnostics
        )

    @property
    def holds(self) -> list[Message]:
        """Name what was checked and holds; nothing of a file that isn't written as it should be."""
        if self._has_broken_text:
            return []
        silenced = (suppressed.diagnostic for suppressed in self.suppressed)
        found = {diagnostic.name for diagnostic in (*self.diagnostics, *silenced)}
        return [one.name for one in self.assessed if not one.rules & found]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, in the order of the files' names.

    Attributes:
        files: those that were checked.
        skipped: how many YAML files in the folders weren't goal documents.
        date: the run's date.

    """

    files: tuple[FileReport, ...]
    skipped: int
    date: datetime.date

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [diagnostic for file in self.files for diagnostic in file.diagnostics]

    @property
    def suppressed(self) -> list[Suppressed]:
        return [suppressed for file in self.files for suppressed in file.suppressed]

    def count(self) -> Counter[Severity]:
        return Counter(diagnostic.severity for diagnostic in self.diagnostics)

    def worst(self) -> Severity | None:
        """Give the most severe severity that occurs."""
        return min((one.severity for one in self.diagnostics), key=lambda one: one.rank, default=None)
