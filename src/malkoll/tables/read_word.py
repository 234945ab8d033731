"""A Word file's tables as grids, and the texts that stand outside them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from malkoll.call_error import CallError
from malkoll.language import Language, Text
from malkoll.tables.archive import BROKEN, Package
from malkoll.tables.grid import Cell, Grid
from malkoll.tables.read_excel import MARK, Opened, Unplaced
from malkoll.tables.values import clean

OUTSIDE = Text("text utanför tabellerna", "text outside the tables")
INSIDE = Text("tabell inuti en cell", "table inside a cell")
COMMENT = Text("kommentar i marginalen", "comment in the margin")
NOTE = Text("fotnot eller slutnot", "footnote or endnote")
TRACKED = Text(
    "Filen har ändringar som spåras. Det infogade är läst, det strukna inte.",
    "The file has tracked changes. What was inserted is read, what was struck out is not.",
)
TABLE = Text("Tabell {number}", "Table {number}")
PARAGRAPH = Text("stycke {number}", "paragraph {number}")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "tblPr"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MOST_COLUMNS = 200
_KEYWORDS = re.compile(rb"<cp:keywords[^>]*>([^<]*)<")
_TARGET = re.compile(r"<Relationship\b[^<>]*/officeDocument\"[^<>]*>")


def opened(package: Package, file: str, language: Language) -> Opened:
    """Open a Word file.

    Raises:
        CallError: when it is damaged.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
            name = _main(archive)
            root = fromstring(archive.read(name).replace(_STRICT[1:-1].encode(), _WORD[1:-1].encode()))
            folder = posixpath.dirname(name)
            beside = [
                (reason, fromstring(archive.read(f"{folder}/{part}.xml")))
                for part, reason in (("comments", COMMENT), ("footnotes", NOTE), ("endnotes", NOTE))
                if f"{folder}/{part}.xml" in archive.namelist()
            ]
            keywords = _KEYWORDS.search(archive.read("docProps/core.xml")) if _has_core(archive) else None
    except (KeyError, ParseError, DefusedXmlException, ValueError, zipfile.BadZipFile) as error:
        raise CallError(BROKEN(file=file)) from error
    reader = _Reader(file, language, is_ours=keywords is not None and MARK.encode() in keywords[1].split())
    reader.body(root)
    for reason, part in beside:
        reader.aside(part, reason)
    if any(True for tag in ("ins", "del", "moveFrom") for _ in root.iter(_WORD + tag)):
        reader.found.notes.append(TRACKED())
    return reader.found


def _has_core(archive: zipfile.ZipFile) -> bool:
    return "docProps/core.xml" in archive.namelist()


def _main(archive: zipfile.ZipFile) -> str:
    """Find the part that holds the text."""
    match = _TARGET.search(archive.read("_rels/.rels").decode("utf-8", "replace"))
    target = re.search(r'Target="/?([^"]+)"', match[0]) if match else None
    return target[1] if target else "word/document.xml"


class _Reader:
    def __init__(self, file: str, language: Language, *, is_ours: bool) -> None:
        self.file = file
        self.language = language
        self.is_ours = is_ours
        self.found = Opened([], [], [])
        self._above: list[Cell] = []
        self._paragraphs = 0

    def body(self, root: Element) -> None:
        """Go through paragraphs and tables in the file's order, whatever they are wrapped in."""
        for element in _outermost(root, ("p", "tbl")):
            if element.tag == f"{_WORD}tbl":
                self.table(element)
                continue
            self._paragraphs += 1
            for box in _boxes(element):
                self._left(box, self._paragraph(), OUTSIDE)
            if text := clean(_text(element)):
                self._above.append(Cell(text, self._paragraph()))
        # what nothing followed stands for itself
        last = Grid("", self.file, above=self._above, is_ours=self.is_ours)
        self.found.grids.append(last)

    def _paragraph(self) -> str:
        return PARAGRAPH(number=self._paragraphs).render(self.language)

    def _left(self, element: Element, place: str, reason: Text) -> None:
        if text := clean(_text(element)):
            self.found.unplaced.append(Unplaced(Cell(text, place), reason()))

    def aside(self, root: Element, reason: Text) -> None:
        for number, one in enumerate(root, 1):
            self._left(one, f"{reason.render(self.language)} {number}", reason)

    def table(self, table: Element) -> None:
        name = TABLE(number=len(self.found.grids) + 1).render(self.language)
        grid = Grid(name, self.file, above=self._above, is_ours=self.is_ours)
        self._above = []
        self.found.grids.append(grid)
        starts: dict[int, int] = {}
        for at, row in enumerate(_outermost(table, ("tr",), inside=True), 1):
            column = 1 + _number(row, "trPr", "gridBefore", 0)
            for cell in _outermost(row, ("tc",), inside=True):
                width = min(_number(cell, "tcPr", "gridSpan", 1), _MOST_COLUMNS)
                if column > _MOST_COLUMNS:
                    break
                merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
                goes_on = merge is not None and merge.get(f"{_WORD}val", "continue") == "continue"
                top = starts.get(column, at) if goes_on else at
                if merge is not None:
                    starts[column] = top
                for below in range(column, column + width):
                    if (at, below) != (top, column) and (width > 1 or goes_on):
                        grid.spans[at, below] = (top, column)
                if width > 1 or merge is not None:
                    grid.spans[at, column] = (top, column)
                place = f"{name}!{_letters(column)}{at}"
                for inner in _outermost(cell, ("tbl",), inside=True):
                    self._left(inner, place, INSIDE)
                text = clean(
                    "\n".join(_text(one) for one in _outermost(cell, ("p",), inside=True, no=("tbl",)))
                )
                if text:
                    grid.cells[at, column] = Cell(text, place)
                column += width


def _number(element: Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{_WORD}{properties}/{_WORD}{name}")
    value = found.get(f"{_WORD}val", "") if found is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else default


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _outermost(
    root: Element, tags: tuple[str, ...], *, inside: bool = False, no: tuple[str, ...] = ()
) -> Iterator[Element]:
    """Give the nearest elements of these kinds below, and nothing that lies within them."""
    wanted = {_WORD + tag for tag in tags}
    passed_over = {_WORD + tag for tag in no}
    stack: list[Any] = list(reversed(root)) if inside else [root]
    while stack:
        element = stack.pop()
        if element.tag in wanted:
            yield element
        elif element.tag not in passed_over and _name(element) not in _SKIPPED:
            stack.extend(reversed(element))


def _boxes(paragraph: Element) -> Iterator[Element]:
    return _outermost(paragraph, ("txbxContent",), inside=True)


def _text(element: Element) -> str:
    """Give the text of an element as it would be read once all changes are accepted."""
    pieces: list[str] = []
    stack: list[Any] = [element]
    while stack:
        one = stack.pop()
        name = _name(one)
        if name in _SKIPPED or (name == "txbxContent" and one is not element):
            continue
        if name == "t":
            pieces.append(one.text or "")
        elif name == "p" and pieces:
            pieces.append("\n")
        pieces.append(_SIGNS.get(name, ""))
        stack.extend(reversed(one))
    return "".join(pieces)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
