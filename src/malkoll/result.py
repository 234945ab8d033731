"""What a run gives: every document with its goals, its active and its silenced diagnostics."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple, overload

from malkoll.diagnostic import Applicability, Diagnostic, Location, Path, Severity, Suppressed
from malkoll.document.goal_document import GoalDocument
from malkoll.language import Message
from malkoll.remembered import DocumentSummary
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


class Kept(NamedTuple):
    """A document as it was read, kept for those who show the goals themselves.

    Attributes:
        document: all that could be read.
        summary: what the rules across documents know of it.
        places: where its goals' statements stand, by their paths.

    """

    document: GoalDocument
    summary: DocumentSummary
    places: dict[Path, Location]


class Written(NamedTuple):
    """What writing a baseline did.

    Attributes:
        is_new: there was none before.
        removed, left: entries that were mended, and those that stay.
        added, not_added: findings that it didn't hold before: taken in, or not.

    """

    is_new: bool
    removed: int
    left: int
    added: int
    not_added: int


class BaselineUse(NamedTuple):
    """What became of a baseline in a run.

    Attributes:
        file: as shown.
        known: findings that it keeps from counting.
        expired: findings that it names and that count again, for their last day has passed.
        fixed: entries whose finding is gone.
        written: what writing it did; None where that wasn't asked for.

    """

    file: str
    known: int
    expired: int
    fixed: int
    written: Written | None = None


class FileReport(NamedTuple):
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


class Tally(NamedTuple):
    """A file in numbers: all that the end of a report says of it.

    Attributes:
        path, board, year, model, goals_written, is_document: as in `FileReport`.
        severities: how many findings there are of each severity that occurs.
        worst: the first finding of the most severe: its severity and its rule's code.
        suppressed, baselined: how many findings are silenced, or known.
        safe, unsafe: how many findings can be fixed by the program; none in a file that can't be read to its end.

    """

    path: str
    board: str | None
    year: int | None
    model: LoadedModel
    goals_written: int
    is_document: bool
    severities: Mapping[Severity, int]
    worst: tuple[Severity, str] | None
    suppressed: int
    baselined: int
    safe: int
    unsafe: int


def tally(file: FileReport) -> Tally:
    """Count what was found in a file."""
    worst = min(file.diagnostics, key=lambda one: one.severity.rank, default=None)
    fixes = [] if file.is_unread else [one.fix.applicability for one in file.diagnostics if one.fix]
    return Tally(
        file.path,
        file.board,
        file.year,
        file.model,
        file.goals_written,
        file.is_document,
        Counter(one.severity for one in file.diagnostics),
        (worst.severity, worst.code) if worst else None,
        len(file.suppressed),
        len(file.baselined),
        fixes.count(Applicability.SAFE),
        fixes.count(Applicability.UNSAFE),
    )


class Files(Sequence[FileReport]):
    """The files of a run of many: each is put together when it is asked for, for all of them would take much memory.

    Args:
        count: how many there are.
        make: puts together the file of a number.

    """

    def __init__(self, count: int, make: Callable[[int], FileReport]) -> None:
        self._count = count
        self._make = make
        self._tallies: list[Tally] = []

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> FileReport: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[FileReport, ...]: ...
    def __getitem__(self, place: int | slice) -> FileReport | tuple[FileReport, ...]:
        places = range(self._count)[place]
        return self._make(places) if isinstance(places, int) else tuple(map(self._make, places))

    def __iter__(self) -> Iterator[FileReport]:
        for place in range(self._count):
            file = self._make(place)
            if place == len(self._tallies):
                # who goes through them wants to know what they come to: they needn't be put together again
                self._tallies.append(tally(file))
            yield file

    @property
    def tallies(self) -> Sequence[Tally]:
        """The files in numbers."""
        for place in range(len(self._tallies), self._count):
            self._tallies.append(tally(self._make(place)))
        return self._tallies


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, in the order of the files' names.

    Attributes:
        files: those that were checked; of many each is put together anew whenever it is asked for.
        skipped: how many YAML files in the folders weren't goal documents.
        date: the run's date.
        baselines: those that hold for any of the files.

    """

    files: Sequence[FileReport]
    skipped: int
    date: datetime.date
    baselines: tuple[BaselineUse, ...] = ()

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [diagnostic for file in self.files for diagnostic in file.diagnostics]

    @property
    def suppressed(self) -> list[Suppressed]:
        return [suppressed for file in self.files for suppressed in file.suppressed]

    @property
    def baselined(self) -> list[Suppressed]:
        return [baselined for file in self.files for baselined in file.baselined]

    @property
    def tallies(self) -> Sequence[Tally]:
        """The files in numbers."""
        return self.files.tallies if isinstance(self.files, Files) else [tally(file) for file in self.files]

    def count(self) -> Counter[Severity]:
        numbers: Counter[Severity] = Counter()
        for one in self.tallies:
            numbers.update(one.severities)
        return numbers

    def worst(self) -> Severity | None:
        """Give the most severe severity that occurs."""
        return min(self.count(), key=lambda one: one.rank, default=None)

    def at_hand(self) -> Report:
        """Give the report with all files in memory, for those who go through them time and again."""
        return self if isinstance(self.files, tuple) else replace(self, files=tuple(self.files))
