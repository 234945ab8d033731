"""What a run gives: the files that were checked, one by one and in numbers."""

# annotations as they are, not as text: the records would have to read each of them at every start

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar, overload

from malkoll.diagnostic import Applicability, Diagnostic, Severity, Suppressed
from malkoll.file_report import FileReport
from malkoll.share import Share, here

_AT_A_TIME = 12
"""Files that something is told of at a time where that is shared out."""


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


class HeldAgainst(NamedTuple):
    """The steering model of a file, for those who name it.

    Attributes:
        id, sha256, is_built_in: as in `LoadedModel`.
        file: where it was read from.

    """

    id: str
    sha256: str
    is_built_in: bool
    file: str


class Tally(NamedTuple):
    """A file in numbers: all that the end of a report says of it.

    Attributes:
        path, board, year, goals_written, is_document: as in `FileReport`.
        model: the steering model that it was held against.
        severities: how many findings there are of each severity that occurs.
        worst: the first finding of the most severe: its severity and its rule's code.
        suppressed, baselined: how many findings are silenced, or known.
        safe, unsafe: how many findings can be fixed by the program; none in a file that can't be read to its end.

    """

    path: str
    board: str | None
    year: int | None
    model: HeldAgainst
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
        HeldAgainst(file.model.id, file.model.sha256, file.model.is_built_in, file.model.source.name),
        file.goals_written,
        file.is_document,
        Counter(one.severity for one in file.diagnostics),
        (worst.severity, worst.code) if worst else None,
        len(file.suppressed),
        len(file.baselined),
        fixes.count(Applicability.SAFE),
        fixes.count(Applicability.UNSAFE),
    )


Told = TypeVar("Told")
Tell = Callable[[FileReport, int], Told]
"""Tells something of a file, in the room that there is for it."""


class Files(Sequence[FileReport]):
    """The files of a run of many: each is put together when it is asked for, for all of them would take much memory.

    Args:
        count: how many there are.
        make: puts together the file of a number.
        share: does what is asked of all of them.

    """

    def __init__(self, count: int, make: Callable[[int], FileReport], share: Share = here) -> None:
        self._count = count
        self._make = make
        self._share = share
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

    def told(self, tell: Tell[Told], room: Callable[[], int]) -> Iterator[tuple[int, Told]]:
        """Tell something of each file, as `Report.told` has it."""

        def work(task: tuple[int, int]) -> tuple[Tally, Told]:
            file = self._make(task[0])
            return tally(file), tell(file, task[1])

        tasks = ((place, room()) for place in range(self._count))
        for (place, given), (numbers, told) in self._share(work, tasks, _AT_A_TIME):
            if place == len(self._tallies):
                self._tallies.append(numbers)
            yield given, told

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
    _tallies: list[Tally] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [diagnostic for file in self.files for diagnostic in file.diagnostics]

    @property
    def suppressed(self) -> list[Suppressed]:
        return [suppressed for file in self.files for suppressed in file.suppressed]

    @property
    def baselined(self) -> list[Suppressed]:
        return [baselined for file in self.files for baselined in file.baselined]

    def told(self, tell: Tell[Told], room: Callable[[], int]) -> Iterator[tuple[int, Told]]:
        """Tell something of each file, in order; of many files several processes may do that.

        Args:
            tell: is given a file and the room that there is for it, and changes nothing.
            room: gives the room that is left. It is asked some time before what is told is given: there may be
                less by then.

        Returns:
            for each file the room that `tell` was given, and what it gave.

        """
        if isinstance(self.files, Files):
            return self.files.told(tell, room)
        return ((given := room(), tell(file, given)) for file in self.files)

    @property
    def tallies(self) -> Sequence[Tally]:
        """The files in numbers."""
        if isinstance(self.files, Files):
            return self.files.tallies
        if not self._tallies:
            self._tallies.extend(map(tally, self.files))
        return self._tallies

    def count(self) -> Counter[Severity]:
        numbers: Counter[Severity] = Counter()
        for one in self.tallies:
            numbers.update(one.severities)
        return numbers

    def worst(self) -> Severity | None:
        """Give the most severe severity that occurs."""
        return min(self.count(), key=lambda one: one.rank, default=None)

    def at_hand(self) -> "Report":
        """Give the report with all files in memory, for those who go through them time and again."""
        return self if isinstance(self.files, tuple) else replace(self, files=tuple(self.files))
