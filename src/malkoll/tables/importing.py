"""From Excel and Word files to documents: what each column is taken for, and what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from malkoll.language import Language, Message
from malkoll.record import Record
from malkoll.tables import own, read_excel, read_word
from malkoll.tables.archive import inspected
from malkoll.tables.gather_loose import Given, LooseReader
from malkoll.tables.gather_own import OwnReader
from malkoll.tables.gathered import Gathered, Imported
from malkoll.tables.read_excel import Unplaced
from malkoll.tables.region import Column, Region, regions
from malkoll.tables.targets import Target


class Source(Record):
    """A file to import: its bytes, and its name as shown."""

    name: str
    data: bytes


@dataclass(slots=True)
class Tables:
    """The tables that were found in files.

    Attributes:
        notes: what the reader should know: hidden rows, tracked changes.

    """

    regions: list[Region] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    @property
    def columns(self) -> list[tuple[Region, Column]]:
        """Give the columns of the tables of others, a table's own once."""
        found = []
        for number, region in enumerate(self.regions):
            is_again = number and region.columns is self.regions[number - 1].columns
            if not region.is_own and not is_again:
                found += [(region, column) for column in region.columns.values()]
        return found


def found_in(sources: Sequence[Source], chosen: Mapping[str, Target], language: Language) -> Tables:
    """Find the tables of files.

    Args:
        sources: the files.
        chosen: what the caller says of headings.
        language: in which tables of Word files are named.

    Raises:
        CallError: when a file can't be read.

    """
    tables = Tables()
    for source in sources:
        package = inspected(source.data, source.name)
        if package.kind == "xlsx":
            opened = read_excel.opened(package, source.name)
        else:
            opened = read_word.opened(package, source.name, language)
        tables.unplaced += opened.unplaced
        tables.notes += opened.notes
        for grid in opened.grids:
            is_counted = grid.is_ours and any(grid.name in (title.sv, title.en) for title in own.COUNTED)
            if not is_counted:
                tables.regions += regions(grid, chosen)
    return tables


class Result(Record):
    """What was read.

    Attributes:
        missing: ``board`` or ``year``, with the places of rows for which nobody says it.

    """

    documents: list[Imported]
    unplaced: list[Unplaced]
    left_out: int
    missing: dict[str, list[str]]


def read(tables: Tables, given: Given, language: Language) -> Result:
    """Read the documents that tables hold."""
    gathered = Gathered(unplaced=list(tables.unplaced))
    ours, others = OwnReader(gathered), LooseReader(gathered, given, language)
    for region in tables.regions:
        (ours if region.is_own or region.grid.is_ours else others).read(region)
    ours.finish()
    return Result(gathered.documents, gathered.unplaced, gathered.left_out, others.missing)
