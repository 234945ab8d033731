"""Reads the tables that malkoll has written, after people have worked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.record import Record
from malkoll.tables import own, paths, values
from malkoll.tables.content import Content, Path, get, leaves, put
from malkoll.tables.gathered import ABOVE, CONFLICT, NO_GOAL, Gathered, Imported
from malkoll.tables.grid import Cell
from malkoll.tables.layout import POSITIONS, title_of
from malkoll.tables.region import Region, Row
from malkoll.tables.remarks import LAST, Remark
from malkoll.tables.targets import Target, closed

SHOWN = Text(
    "uppgiften hämtas ur bladet ”{sheet}”: ändra den där",
    "this is taken from the sheet “{sheet}”: change it there",
)
NO_PLACE = Text("ingen uppgift heter ”{path}”", "no entry is called “{path}”")
NO_ROW = Text(
    "mål {number} har ingen rad i bladet med målen", "goal {number} has no row in the sheet of the goals"
)
NO_NUMBER = Text(
    "numret säger inte vilket mål raden gäller", "the number doesn't say which goal the row is about"
)
_NUMBER = re.compile(r"([0-9]{1,4})([a-z]{0,3})\Z")
_FIRST_NEW = 9_000
"""Goals without a number of their own are numbered from here, until all are put in order."""


class _Entry(Record):
    file: str
    path: Path
    text: str
    cell: Cell


class _Later(Record):
    """A cell of a further table: it counts if its goal has a row among the goals."""

    draft: _Draft
    goal: int
    path: Path
    target: Target
    cell: Cell


class _Shown(Record):
    file: str
    target: Target
    cell: Cell


@dataclass(slots=True)
class _Draft:
    """A document while it is read: the goals in the order of their rows, by number."""

    imported: Imported
    order: list[int] = field(default_factory=list)
    stated: set[int] = field(default_factory=set)
    counts: dict[tuple[str, int | None], int] = field(default_factory=dict)

    @property
    def content(self) -> Content:
        return self.imported.content


class OwnReader:
    """Reads tables of ours, one after the other."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._drafts: dict[str, _Draft] = {}
        self._file = ""
        self._entries: list[_Entry] = []
        self._shown: list[_Shown] = []
        self._later: list[_Later] = []
        self._above: list[Cell] = []
        self._is_goals = False
        self._goal: int | None = None

    def read(self, region: Region) -> None:
        self._above += region.above
        self._goal = None
        self._is_goals = region.holds("goal.statement")
        is_about_documents = region.holds("key.file") and not any(
            column.target
            and column.target.scope in {"goal", "indicator", "fact", "follow_up", "rest", "remark"}
            for column in region.columns.values()
        )
        for row in region.rows:
            self._row(row, region, is_about_documents=is_about_documents)

    def _row(self, row: Row, region: Region, *, is_about_documents: bool) -> None:
        cells: dict[str, tuple[Target, Cell]] = {}
        scopes = {column.target.scope for column in region.columns.values() if column.target}
        counted = scopes & {"fact", "follow_up"}
        for number, cell in row.cells.items():
            column = region.columns.get(number)
            if column is None or column.target is None:
                self.gathered.leave_column(cell, column, region)
            elif cell.problem:
                self.gathered.leave(cell, Text("{why}", "{why}"), why=cell.problem)
            else:
                cells[column.target.name] = (column.target, cell)
        if file := cells.pop("key.file", None):
            self._file = file[1].text
        if "rest.path" in cells:
            self._entry(cells)
        elif "remark.text" in cells:
            self._remark(cells)
        elif cells or counted:
            self._parts(cells, counted, is_about_documents=is_about_documents)

    def _draft(self) -> _Draft:
        return self._drafts.setdefault(self._file, _Draft(Imported({}, self._file)))

    def _entry(self, cells: dict[str, tuple[Target, Cell]]) -> None:
        name, value = cells["rest.path"][1], cells.get("rest.value", (None, None))[1]
        if fold(name.text) in {
            fold(word) for word in (own.HEADINGS["key.file"].sv, own.HEADINGS["key.file"].en)
        }:
            self._file = value.text if value else ""
            self._draft()
            return
        path = paths.read(name.text)
        if path is None:
            self.gathered.leave(name, NO_PLACE, path=name.text)
        elif value is not None:
            self._draft()
            target = closed().get(path)
            text = values.read(target, value.text) if target else values.unquoted(value.text)
            self._entries.append(_Entry(self._file, path, text, value))

    def _remark(self, cells: dict[str, tuple[Target, Cell]]) -> None:
        text = cells["remark.text"][1].text
        place = cells["remark.place"][1].text if "remark.place" in cells else ""
        path = paths.read(cells["remark.path"][1].text) if "remark.path" in cells else None
        position = next((name for name, word in POSITIONS.items() if fold(place) in (word.sv, word.en)), LAST)
        lines = [line if line.startswith("#") else f"# {line}" for line in values.unquoted(text).split("\n")]
        self._draft().imported.remarks.append(
            Remark(path or (), position if path else LAST, "\n".join(lines))
        )

    def _parts(
        self, cells: dict[str, tuple[Target, Cell]], counted: set[str], *, is_about_documents: bool
    ) -> None:
        draft = self._draft()
        number = cells.pop("key.number", None)
        goal, indicator = self._which(draft, number[1] if number else None, cells)
        if number and goal is None:
            for cell in (number[1], *(cell for _, cell in cells.values())):
                self.gathered.leave(cell, NO_NUMBER)
            return
        # each row of such a table is one more of them, whether anything stands in it or not
        places = {scope: draft.counts.get((scope, goal), 0) for scope in counted}
        draft.counts.update({(scope, goal): place + 1 for scope, place in places.items()})
        for target, cell in cells.values():
            if target.scope == "document" and not is_about_documents:
                self._shown.append(_Shown(self._file, target, cell))
                continue
            base = _base(target.scope, goal, indicator, places)
            if base is None:
                self.gathered.leave(cell, NO_GOAL)
            elif goal is None or self._is_goals:
                self._put(draft, (*base, *target.path), target, cell)
            else:
                self._later.append(_Later(draft, goal, (*base, *target.path), target, cell))

    def _which(
        self, draft: _Draft, number: Cell | None, cells: dict[str, tuple[Target, Cell]]
    ) -> tuple[int | None, int]:
        """Tell which goal and which of its indicators a row is about."""
        states = "goal.statement" in cells
        match = _NUMBER.match(fold(number.text).replace(" ", "")) if number else None
        if match and int(match[1]) > 0:
            goal, letters = int(match[1]) - 1, match[2]
            indicator = _place(letters) if letters else 0
            if states and goal in draft.stated:
                # a copied row with another goal in it
                goal, indicator = self._new(draft), 0
        elif states:
            goal, indicator = self._new(draft), 0
        elif (
            number is None
            and self._goal is not None
            and any(one.scope == "indicator" for one, _ in cells.values())
        ):
            goal = self._goal
            indicator = len(get(draft.content, ("goals", goal, "indicators")) or ())
        else:
            return None, 0
        self._goal = goal
        if states:
            draft.stated.add(goal)
        if goal not in draft.order and self._is_goals:
            draft.order.append(goal)
        return goal, indicator

    @staticmethod
    def _new(draft: _Draft) -> int:
        return max([_FIRST_NEW, *(one + 1 for one in draft.order)])

    def _put(self, draft: _Draft, path: Path, target: Target, cell: Cell) -> None:
        text = (
            cell.text.removesuffix("%").strip() if cell.is_percent and target.kind == "number" else cell.text
        )
        if target.kind != "measure":
            if not put(draft.content, path, values.read(target, text)):
                self.gathered.leave(cell, CONFLICT)
            return
        for name, value in values.read_measure(text).items():
            at = (*path[:-1], "unit") if name == "unit" else (*path, name)
            if not put(draft.content, at, value):
                self.gathered.leave(cell, CONFLICT)

    def finish(self) -> None:
        """Put the rest in its places and the goals in order."""
        for draft, goal, path, target, cell in self._later:
            if goal in draft.order:
                self._put(draft, path, target, cell)
            else:
                self.gathered.leave(cell, NO_ROW, number=goal + 1)
        for entry in self._entries:
            number = entry.path[1] if _is_of_goal(entry.path) else None
            if number is not None and number not in self._drafts[entry.file].order:
                self.gathered.leave(entry.cell, NO_ROW, number=int(number) + 1)
            elif not put(self._drafts[entry.file].content, entry.path, entry.text):
                self.gathered.leave(entry.cell, CONFLICT)
        for file, target, cell in self._shown:
            content = self._drafts[file].content
            value = values.read(target, cell.text)
            if get(content, target.path) is None:
                put(content, target.path, value)
            elif get(content, target.path) != value:
                self.gathered.leave(cell, SHOWN, sheet=own.DOCUMENTS.title)
        for draft in self._drafts.values():
            _settle_assessments(draft.content)
            _order(draft)
            self.gathered.documents.append(draft.imported)
        self._tell_above()

    def _tell_above(self) -> None:
        tables = (*own.IN_EXCEL, *own.IN_WORD, own.ABOUT)
        expected = {text for table in tables for text in (table.title.sv, table.title.en)}
        for draft in self._drafts.values():
            expected.add(values.clean(title_of(draft.content, draft.imported.file)))
        for cell in self._above:
            if cell.text not in expected:
                self.gathered.leave(cell, ABOVE)


def _base(scope: str, goal: int | None, indicator: int, places: dict[str, int]) -> Path | None:
    """Give the part of a document that a cell is about."""
    if scope == "document":
        return ()
    above: Path = () if goal is None else ("goals", goal)
    if scope == "fact":
        return (*above, "current_state", places[scope])
    if goal is None:
        return None
    if scope == "follow_up":
        return (*above, "follow_up", places[scope])
    return (*above, "indicators", indicator) if scope == "indicator" else above


def _is_of_goal(path: Path) -> bool:
    """Tell whether a path leads into a goal that is written as one."""
    return len(path) > 2 and path[0] == "goals" and isinstance(path[1], int) and isinstance(path[2], str)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 96
    return place - 1


def _settle_assessments(content: Content) -> None:
    """Take away the flag where more is said: it is there for the eye."""
    for goal in content.get("goals") or ():
        assessment = goal.get("assessment") if isinstance(goal, dict) else None
        if (
            isinstance(assessment, dict)
            and len(dict(leaves(assessment))) > 1
            and assessment.get("flag") == "true"
        ):
            del assessment["flag"]


def _order(draft: _Draft) -> None:
    """Put the goals in the order of their rows; one that has none stands where its number says."""
    goals = draft.content.get("goals")
    if not isinstance(goals, list):
        return
    order = [index for index in draft.order if index < len(goals)]
    for index, goal in enumerate(goals):
        if index not in order and goal not in (None, {}):
            before = [place for place, one in enumerate(order) if one < index]
            order.insert(before[-1] + 1 if before else 0, index)
    places = {old: new for new, old in enumerate(order)}
    draft.content["goals"] = [goals[index] for index in order]
    draft.imported.remarks = [_moved(remark, places) for remark in draft.imported.remarks]


def _moved(remark: Remark, places: dict[int, int]) -> Remark:
    path = remark.path
    if len(path) > 1 and path[0] == "goals" and path[1] in places:
        return remark._replace(path=("goals", places[int(path[1])], *path[2:]))
    return remark
