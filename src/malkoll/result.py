"""What a run gives: every document with its goals, its active and its silenced diagnostics."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from malkoll.diagnostic import Diagnostic, Severity, Suppressed
from malkoll.steering.loaded import LoadedModel


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

    """

    index: int
    id: str | None
    title: str | None
    focus_areas: tuple[str, ...]
    years: tuple[int, int] | None
    measured: bool
    assessed: bool


class FileReport(NamedTuple):
    """One file of a run.

    Attributes:
        path: as shown, with forward slashes.
        board, municipality, year, status, level: as in the document; None where not known.
        model: the steering model that it was held against.
        goals: in the document's order.
        holds: names of things that were checked and hold, for the summary.

    """

    path: str
    board: str | None
    municipality: str | None
    year: int | None
    status: str | None
    level: str | None
    model: LoadedModel
    goals: tuple[GoalLine, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    is_document: bool = True


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
