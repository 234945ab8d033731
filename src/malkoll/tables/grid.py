"""A sheet or a table of a file, whatever program wrote it: cells by row and column."""

from __future__ import annotations

from dataclasses import dataclass, field

from malkoll.language import Message
from malkoll.record import Record

Spot = tuple[int, int]
"""Row and column, from 1."""


class Cell(Record):
    """What stands in a cell.

    Attributes:
        text: as it is to be read; percentages with their sign.
        place: as people name it: ``Blad1!B7``.
        is_percent: a number that the cell shows as a percentage.
        problem: why its value can't be known.

    """

    text: str
    place: str
    is_percent: bool = False
    problem: Message | None = None


@dataclass(slots=True)
class Grid:
    """Cells with something in them.

    Attributes:
        name: the sheet's name; a Word table has none.
        file: where it was read from.
        above: texts that stand before it, nearest last; of a Word file.
        spans: for each cell of a merged area, the area's first cell.
        is_ours: written by malkoll.

    """

    name: str
    file: str
    cells: dict[Spot, Cell] = field(default_factory=dict)
    above: list[Cell] = field(default_factory=list)
    spans: dict[Spot, Spot] = field(default_factory=dict)
    is_ours: bool = False

    def by_row(self) -> dict[int, dict[int, Cell]]:
        """Give the rows that something stands in, from above, each with its cells by column."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        return rows

    def at(self, spot: Spot) -> Cell | None:
        """Give the cell at a place; of a merged area, whatever the area says."""
        return self.cells.get(spot) or self.cells.get(self.spans.get(spot, spot))

    def turned(self) -> Grid:
        """Give the table with its columns as rows: a form with the headings in the first column."""
        cells = {(column, row): cell for (row, column), cell in self.cells.items()}
        spans = {one[::-1]: first[::-1] for one, first in self.spans.items()}
        return Grid(self.name, self.file, cells, self.above, spans, self.is_ours)
