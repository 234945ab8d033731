"""Documents laid out as tables of ours: each value in its column, and what has none among the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.tables import own, paths, values
from malkoll.tables.content import Content, Path, get, leaves
from malkoll.tables.remarks import BEFORE, BESIDE, LAST, Remark
from malkoll.tables.targets import WHOLE, Target, closed, targets

POSITIONS = {
    BEFORE: Text("ovanför", "above"),
    BESIDE: Text("bredvid", "beside"),
    LAST: Text("sist", "last"),
}
"""Where a comment stands."""


class Document(Record):
    """A document to lay out: the name of its file, what it holds, its comments."""

    file: str
    content: Content
    remarks: tuple[Remark, ...] = ()


class Out(Record):
    """A cell to write.

    Attributes:
        kind: of its value; numbers, years and dates are written as such where they are.
        path: what it shows of its document.

    """

    text: str
    kind: str = "text"
    path: Path | None = None


Row = dict[str, Out]
"""Cells by the names of their targets."""


@dataclass(slots=True)
class Laid:
    """A table with its rows; ``files`` holds for each row the file that it is about."""

    table: own.Table
    rows: list[Row] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[Target]:
        """Give the columns, without those in which nothing stands and nothing need stand."""
        used = {name for row in self.rows for name in row}
        names = (name for name in self.table.columns if name in used or name not in self.table.optional)
        return [targets()[name] for name in names]


def laid_out(documents: Sequence[Document], tables: Iterable[own.Table], language: Language) -> list[Laid]:
    """Lay documents out in tables; tables without rows aren't there."""
    laid = [Laid(table) for table in tables]
    for document in documents:
        layout = _Layout(document, language)
        for one in laid:
            rows = [row for row in layout.rows(one.table) if row]
            one.rows += rows
            one.files += [document.file] * len(rows)
    return [one for one in laid if one.rows]


def title_of(content: Content, file: str) -> str:
    """Give the heading above a board's tables."""
    board, year = content.get("board"), content.get("year")
    title = f"{board} {year}" if isinstance(board, str) and isinstance(year, str) else file
    return " ".join("".join(one if one.isprintable() else " " for one in title).split())


def number_of(goal: int, indicator: int | None = None) -> str:
    """Number a goal, or one of its indicators: ``2``, ``2a``."""
    letters = ""
    while indicator is not None and indicator >= 0:
        indicator, rest = divmod(indicator, 26)
        letters = chr(97 + rest) + letters
        indicator -= 1
    return f"{goal + 1}{letters}"


class _Layout:
    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.content = document.content
        self.language = language
        self.placed: set[Path] = set()

    def rows(self, table: own.Table) -> Iterator[Row]:
        scopes = {
            "document": self._documents,
            "goal": self._goals,
            "indicator": self._indicators,
            "fact": self._facts,
            "follow_up": self._follow_ups,
            "rest": self._rest,
            "remark": self._remarks,
        }
        return scopes[table.scope](table)

    def _key(self, table: own.Table, number: str | None = None) -> Row:
        row = {"key.file": Out(self.document.file)}
        if number is not None:
            row["key.number"] = Out(number)
        return {name: out for name, out in row.items() if name in table.columns}

    def _cells(self, table: own.Table, scope: str, base: Path) -> Row:
        """Give the cells of the columns that tell of one part."""
        row: Row = {}
        for name in table.columns:
            target = targets()[name]
            if target.scope != scope or name in table.shown:
                continue
            path = (*base, *target.path)
            if target.kind == "measure":
                out = self._measure(path)
            elif any(self._is_placed(leaf) for leaf, _ in leaves(get(self.content, path), path)):
                continue
            else:
                out = self._value(target, path)
            if out is not None:
                row[name] = out
        return row

    def _is_placed(self, leaf: Path) -> bool:
        return leaf in self.placed

    def _value(self, target: Target, path: Path) -> Out | None:
        value = get(self.content, path)
        if value in (None, "", [], {}):
            return None
        text = values.written(target, value, self.language)
        if text is None:
            return None
        self.placed |= {leaf for leaf, _ in leaves(value, path)}
        return Out(text, target.kind, path)

    def _measure(self, path: Path) -> Out | None:
        """Write a value with its year and, where both values of the indicator can have it, the unit."""
        indicator = get(self.content, path[:-1])
        value = get(self.content, path)
        if not isinstance(indicator, dict) or not isinstance(value, dict):
            return None
        unit = indicator.get("unit")
        both = [indicator[name] for name in WHOLE if indicator.get(name)]
        with_unit = isinstance(unit, str) and all(values.measure(one, unit) for one in both)
        text = values.measure(value, unit if with_unit else None)
        if text is None:
            return None
        self.placed |= {leaf for leaf, _ in leaves(value, path)}
        if with_unit:
            self.placed.add((*path[:-1], "unit"))
        return Out(text, "text", path)

    def _documents(self, table: own.Table) -> Iterator[Row]:
        yield {**self._key(table), **self._cells(table, "document", ())}

    def _list(self, path: Path) -> list[Any]:
        found = get(self.content, path)
        return found if isinstance(found, list) else []

    def _shown(self, table: own.Table) -> Row:
        row: Row = {}
        for name in table.shown:
            target = targets()[name]
            value = get(self.content, target.path)
            text = values.written(target, value, self.language) if value else None
            if text is not None:
                row[name] = Out(text, target.kind, target.path)
        return row

    def _goals(self, table: own.Table) -> Iterator[Row]:
        for index, goal in enumerate(self._list(("goals",))):
            if not isinstance(goal, dict):
                continue
            base: Path = ("goals", index)
            cells = self._cells(table, "goal", base)
            if "goal.assessment.flag" in table.columns and any(leaves(goal.get("assessment"))):
                cells.setdefault("goal.assessment.flag", self._assessed(base))
            if "indicator.name" not in table.columns:
                # a goal of which there is nothing more to say has no row
                yield {**self._key(table, number_of(index)), **cells} if cells else {}
                continue
            indicators = self._list((*base, "indicators"))
            for place in range(max(len(indicators), 1)):
                number = number_of(index, place if indicators else None)
                measured = self._cells(table, "indicator", (*base, "indicators", place)) if indicators else {}
                goal_cells = cells if not place else {}
                yield {**self._key(table, number), **self._shown(table), **goal_cells, **measured}

    def _assessed(self, base: Path) -> Out:
        flag = targets()["goal.assessment.flag"]
        return Out(values.written(flag, "true", self.language) or "", "truth", (*base, "assessment"))

    def _indicators(self, table: own.Table) -> Iterator[Row]:
        for index in range(len(self._list(("goals",)))):
            base: Path = ("goals", index, "indicators")
            for place in range(len(self._list(base))):
                cells = self._cells(table, "indicator", (*base, place))
                yield {**self._key(table, number_of(index, place)), **cells} if cells else {}

    def _facts(self, table: own.Table) -> Iterator[Row]:
        yield from self._items(table, "fact", (), "current_state", "")
        for index in range(len(self._list(("goals",)))):
            yield from self._items(table, "fact", ("goals", index), "current_state", number_of(index))

    def _follow_ups(self, table: own.Table) -> Iterator[Row]:
        for index in range(len(self._list(("goals",)))):
            yield from self._items(table, "follow_up", ("goals", index), "follow_up", number_of(index))

    def _items(self, table: own.Table, scope: str, base: Path, name: str, number: str) -> Iterator[Row]:
        path = (*base, name)
        for place in range(len(self._list(path))):
            # a row for each, so that they can be counted again
            yield {**self._key(table, number), **self._cells(table, scope, (*path, place))}

    def _rest(self, table: own.Table) -> Iterator[Row]:
        """Give what no column has: of a table without files, what is said of the board."""
        is_about = "key.file" not in table.columns
        if is_about:
            yield self._entry((), self.document.file)
        for path, text in leaves(self.content):
            if path in self.placed or (is_about and path[0] in {"goals", "current_state"}):
                continue
            if is_about and len(path) > 1 and path[0] not in {"decision", "governing_documents"}:
                continue
            self.placed.add(path)
            yield {**self._key(table), **self._entry(path, text)}

    def _entry(self, path: Path, text: str) -> Row:
        name = paths.written(path, self.language) if path else own.HEADINGS["key.file"].render(self.language)
        target = closed().get(path)
        shown = values.written(target, text, self.language) if target else None
        return {"rest.path": Out(name), "rest.value": Out(shown or values.quoted(text), "text", path)}

    def _remarks(self, table: own.Table) -> Iterator[Row]:
        for remark in self.document.remarks:
            yield {
                **self._key(table),
                "remark.place": Out(POSITIONS[remark.place].render(self.language)),
                "remark.path": Out(paths.written(remark.path, self.language)),
                "remark.text": Out(values.quoted(remark.text)),
            }
