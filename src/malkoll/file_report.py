"""What is known of a file that was checked: its goals, its active and its silenced diagnostics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from malkoll.diagnostic import Diagnostic, Location, Path, Severity, Suppressed
from malkoll.document.goal_document import GoalDocument
from malkoll.language import Message
from malkoll.record import Record
from malkoll.remembered import DocumentSummary
from malkoll.steering.loaded import LoadedModel

_ABOUT_THE_FILE = "MK0"
"""How the codes of the rules about the file itself begin."""


class GoalLine(Record):
    """A goal as a summary shows it; what isn't known is None.

    Attributes:
        goal_index: in the document's list, from 0.
        id, title: as written; the title is the heading, else the statement.
        focus_areas: as written.
        years: first and last year.
        short_term: whether it covers one year.
        measured: has an indicator with a target.
        assessed: is flagged for a professional assessment.
        has_indicators: has an indicator, with a target or without.
        is_unclear: whether it is measured or assessed can't be told: what stands there can't be read.

    """

    goal_index: int
    id: str | None
    title: str | None
    focus_areas: tuple[str, ...]
    years: tuple[int, int] | None
    measured: bool
    assessed: bool
    has_indicators: bool = False
    is_unclear: bool = False


class Assessed(Record):
    """Something that a document was held against.

    Attributes:
        name: as the summary says it.
        rules: the names of the rules that would have found it wanting.

    """

    name: Message
    rules: frozenset[str]


class Kept(Record):
    """A document as it was read, kept for those who show the goals themselves.

    Attributes:
        document: all that could be read.
        summary: what the rules across documents know of it.
        places: where its goals' statements stand, by their paths.

    """

    document: GoalDocument
    summary: DocumentSummary
    places: dict[Path, Location]


class FileReport(Record):
    """One file of a run.

    Attributes:
        path: as shown, with forward slashes.
        board, municipality, year, status, level: as in the document; None where not known.
        model: the steering model that it was held against.
        goals: in the document's order.
        goals_written: how many goals stand there, readable or not.
        assessed: what could be told of the document with the rules that were on.
        sha256: of the file's bytes, hexadecimal; empty where they couldn't be read.
        wide: where characters stand that UTF-16 counts as two: by line, the columns from 0.
        kept: the document itself, where the caller asks to keep it.
        baselined: findings that don't count, for the run's baseline knows them.

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
    sha256: str = ""
    wide: Mapping[int, Sequence[int]] = MappingProxyType({})
    kept: Kept | None = None
    baselined: tuple[Suppressed, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Tell whether the file is so broken that nothing else in it was checked."""
        return not self.is_document and self._has_broken_text

    @property
    def _has_broken_text(self) -> bool:
        return any(
            one.severity is Severity.ERROR and one.code.startswith(_ABOUT_THE_FILE)
            for one in (*self.diagnostics, *(known.diagnostic for known in self.baselined))
        )

    @property
    def holds(self) -> list[Message]:
        """Name what was checked and holds; nothing of a file that isn't written as it should be."""
        if self._has_broken_text:
            return []
        silenced = (suppressed.diagnostic for suppressed in (*self.suppressed, *self.baselined))
        found = {diagnostic.name for diagnostic in (*self.diagnostics, *silenced)}
        return [one.name for one in self.assessed if not one.rules & found]
