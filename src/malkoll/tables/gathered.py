"""What was read from tables: documents, and all that found no place in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from malkoll.language import Text
from malkoll.tables.content import Content
from malkoll.tables.grid import Cell
from malkoll.tables.read_excel import Unplaced
from malkoll.tables.region import Column, Region
from malkoll.tables.remarks import Remark

NO_HEADING = Text("kolumnen har ingen rubrik", "the column has no heading")
NO_COLUMN = Text("vet inte vad kolumnen ”{heading}” är", "doesn't know what the column “{heading}” is")
CONFLICT = Text("där står redan något annat", "something else stands there already")
NO_GOAL = Text("inget mål på raden eller ovanför den", "no goal on the row or above it")
ABOVE = Text("text ovanför tabellen", "text above the table")
NO_TABLE = Text("ingen tabell med mål hittades här", "no table of goals was found here")


@dataclass(slots=True)
class Imported:
    """A document that was read.

    Attributes:
        file: the name that it had, if the table says so.

    """

    content: Content
    file: str = ""
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """All that was read.

    Attributes:
        left_out: how many cells stand in columns that the caller didn't want.

    """

    documents: list[Imported] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    left_out: int = 0

    def leave(self, cell: Cell, reason: Text, **values: object) -> None:
        self.unplaced.append(Unplaced(cell, reason(**values)))

    def leave_column(self, cell: Cell, column: Column | None, region: Region) -> None:
        """Tell of a cell in a column that nobody knows."""
        if column is not None:
            self.leave(cell, NO_COLUMN, heading=column.heading)
        else:
            self.leave(cell, NO_HEADING if region.columns else NO_TABLE)
