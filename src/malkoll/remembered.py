"""What is remembered of documents for the rules across them: plain data, and little of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from malkoll.diagnostic import Path
from malkoll.record import Record
from malkoll.steering.loaded import LoadedModel

COMPARED = "compared"
"""What a rule is about that holds documents against each other."""
WHOLE = "whole"
"""What a rule is about that asks whether a document is missing."""


class Figure(Record):
    """A value and the year that it holds for, as far as they are known."""

    value: float | None = None
    year: int | None = None


class IndicatorSummary(Record):
    """What the rules across documents know of an indicator.

    Attributes:
        name, kolada, unit, source: as in the document.
        baseline, target: as in the document.
        path: where it stands.
        keys: the keys as written of unit, source, baseline, target and Kolada id; empty where there is none.

    """

    name: str | None
    kolada: str | None
    unit: str | None
    source: str | None
    baseline: Figure
    target: Figure
    path: Path
    keys: tuple[str, ...]


class GoalSummary(Record):
    """What the rules across documents know of a goal.

    Attributes:
        id, statement: as in the document; a statement that isn't there is empty.
        path: that of its statement.
        focus_areas, priorities: as written.
        until: the last year of its horizon.
        is_reached: whether a follow-up says that it is reached.
        indicators: those that could be read.

    """

    id: str | None
    statement: str
    path: Path
    focus_areas: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    until: int | None = None
    is_reached: bool = False
    indicators: tuple[IndicatorSummary, ...] = ()


class DocumentSummary(Record):
    """What the rules across documents know of a document.

    Attributes:
        file: the file's name, as in the report.
        municipality, board, year, level, status: as in the document.
        is_decided: whether its goals are decided.
        goals: all that could be read.
        model: the steering model in force for it.
        board_path, status_path, goals_path: where the board, the status and the goals stand.
        is_whole: whether all that the rules across documents ask of its goals could be read.

    """

    file: str
    municipality: str | None
    board: str | None
    year: int | None
    level: str
    is_decided: bool
    goals: tuple[GoalSummary, ...]
    model: LoadedModel
    board_path: Path = ()
    status_path: Path = ()
    goals_path: Path = ()
    is_whole: bool = True


class Run(Record):
    """The documents of one run, in the order of their names: those that are checked, and those beside them.

    Of a run of many documents these are those of one municipality: no rule compares two of them.

    Attributes:
        documents: what is remembered of each.
        date: the run's date.
        whole: whether these are all the documents that there are, and not just single files of a folder.
        together: files that were taken together with all that belong to them.
        is_batch: whether the files were named by a program, some of many.
        unread: how many files couldn't be read as documents.
        earlier: documents of an earlier version, to compare with.
        number: how many documents the run has, where these aren't all of them.
        shared: what one rule has worked out and another asks for too; None where nothing is kept.
        checked: names of the files that are checked; None where all of them are.

    """

    documents: tuple[DocumentSummary, ...]
    date: datetime.date
    whole: bool = False
    together: frozenset[str] = frozenset()
    is_batch: bool = False
    unread: int = 0
    earlier: tuple[DocumentSummary, ...] = ()
    number: int = 0
    shared: dict[str, Any] | None = None
    checked: frozenset[str] | None = None

    def tells_in(self, file: str) -> bool:
        """Tell whether a finding is told in its own file: then it needn't be said how others would tell it."""
        return self.checked is None or file in self.checked

    def holds_all(self, documents: Iterable[DocumentSummary]) -> bool:
        """Tell whether these documents of a municipality are all that it has.

        Who names several files means those; one file says nothing of the others.
        """
        return self._holds_more or any(document.file in self.together for document in documents)

    @property
    def offers(self) -> frozenset[str]:
        """What rules across documents can speak of: COMPARED documents, the WHOLE of what there is."""
        found = set()
        if len(self.documents) + len(self.earlier) > 1:
            found.add(COMPARED)
        if self._holds_more or self.together:
            found.add(WHOLE)
        return frozenset(found)

    @property
    def _holds_more(self) -> bool:
        return self.whole or (max(self.number, len(self.documents)) > 1 and not self.is_batch)
