"""The places in a document that rules across documents point at, packed small.

A finding of those rules comes when the document's tree is long gone. What it needs of the tree is
little: where a few keys and values stand, and their words. That is kept, as a tree of just these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from malkoll.diagnostic import At, Path
from malkoll.fingerprint import names_an_item
from malkoll.locate import Locator
from malkoll.opened import Input, Opened
from malkoll.record import Record
from malkoll.remembered import DocumentSummary
from malkoll.source import SourceFile
from malkoll.syntax.tree import Entry, Mapping, Node, Scalar
from malkoll.syntax.tree import Sequence as Items

_MAPPING, _ITEMS = "m", "s"
_Tree = dict[str | int, "_Tree"]
_ID = "id"


def _parts(summary: DocumentSummary) -> Iterator[tuple[Path, Path]]:
    """Give what rules across documents point at: parts, each with the keys or places in it that they point at.

    Others can be had by reading the file again.
    """
    for path in (summary.board_path, summary.status_path, summary.goals_path):
        yield path[:-1], path[-1:]
    for goal in summary.goals:
        yield goal.path[:-1], goal.path[-1:]
        yield goal.path[:2], (_ID,)
        for indicator in goal.indicators:
            yield indicator.path, indicator.keys


def are_kept(asked: Iterable[At], summary: DocumentSummary) -> bool:
    """Tell whether places can be found by the outline alone."""
    kept: set[Path] = {()}
    for part, keys in _parts(summary):
        kept.add(part)
        kept.update((*part, key) for key in keys if key != "")
    return all(at.span is None and at.part is None and at.path in kept for at in asked)


def outline(opened: Opened, summary: DocumentSummary) -> bytes:
    """Pack the places of a document that was read."""
    if opened.root is None:
        return b""
    wanted: _Tree = {}
    for part, keys in _parts(summary):
        below = wanted
        for step in part:
            below = below.setdefault(step, {})
        for key in keys:
            below.setdefault(key, {})
    titles = {
        str(goal.index): goal.title
        for goal in (opened.document.goals if opened.document else ())
        if goal.title and not goal.statement
    }
    tree = _packed(opened.root, wanted, opened.source.text, is_item=False)
    return _WRITER.encode([tree, titles]).encode("utf-8", "surrogatepass")


_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def _packed(node: Node, wanted: _Tree, text: str, *, is_item: bool) -> list[Any]:
    if isinstance(node, Scalar):
        return _scalar(node, text)
    if isinstance(node, Items):
        packed: list[Any] = [_ITEMS, node.start]
        for step, below in wanted.items():
            if isinstance(step, int) and step < len(node.items):
                packed += (step, _packed(node.items[step], below, text, is_item=True))
        return packed
    packed = [_MAPPING, node.start]
    for key, value in node.entries:
        inside = wanted.get(key.text)
        if inside is not None:
            packed += (
                _scalar(key, text),
                _scalar(value, text)
                if isinstance(value, Scalar)
                else _packed(value, inside, text, is_item=False),
            )
        elif is_item and names_an_item(key.text) and isinstance(value, Scalar):
            packed += (_scalar(key, text), _scalar(value, text))
    return packed


def _scalar(node: Scalar, text: str) -> list[Any]:
    """Pack a text by its place alone where it reads as it is written."""
    if text[node.start : node.end] == node.text:
        return [node.start, node.end]
    return [node.start, node.end, node.text]


class _Goal:
    __slots__ = ("id", "index", "statement", "title")

    def __init__(self, index: int, goal_id: str | None, statement: str, title: str | None) -> None:
        self.index = index
        self.id = goal_id
        self.statement = statement
        self.title = title


class _Document(Record):
    """What naming a finding asks of a document."""

    municipality: str | None
    board: str | None
    year: int | None
    goals: Sequence[_Goal]
    goals_path: Path

    def at(self, field: str) -> Path:
        return self.goals_path if field == "goals" else ()


def locator_of(file: Input, summary: DocumentSummary, packed: bytes) -> Locator:
    """Give what finds the kept places in a document's file."""
    tree, titles = json.loads(packed.decode("utf-8", "surrogatepass"))
    source = SourceFile(file.name, file.data or b"")
    goals = [
        _Goal(goal.path[1], goal.id, goal.statement, titles.get(str(goal.path[1])))
        for goal in summary.goals
        if len(goal.path) > 1 and isinstance(goal.path[1], int)
    ]
    document = _Document(summary.municipality, summary.board, summary.year, goals, summary.goals_path)
    return Locator(source, _unpacked(tree, source.text), document, file.model)


class _Mapping(Mapping):
    """A mapping that is unpacked when it is looked into: few are."""

    __slots__ = ("_packed", "_text")

    def __init__(self, packed: list[Any], text: str) -> None:
        super().__init__(packed[1])
        del self.entries
        self._packed = packed
        self._text = text

    def __getattr__(self, name: str) -> Any:
        if name != "entries":
            raise AttributeError(name)
        packed, text = self._packed, self._text
        self.entries = [
            # an Entry(key, value), in half the time
            tuple.__new__(Entry, (_read(key, text), _unpacked(value, text)))
            for key, value in zip(packed[2::2], packed[3::2], strict=True)
        ]
        return self.entries


def _unpacked(packed: list[Any], text: str) -> Node:
    kind = packed[0]
    if kind == _MAPPING:
        return _Mapping(packed, text)
    if kind == _ITEMS:
        items = Items(packed[1])
        for place, value in zip(packed[2::2], packed[3::2], strict=True):
            # those between are never asked for
            items.items += [Scalar("", packed[1], packed[1]) for _ in range(place - len(items.items))]
            items.items.append(_unpacked(value, text))
        return items
    return _read(packed, text)


def _read(packed: list[Any], text: str) -> Scalar:
    start, end = packed[0], packed[1]
    return Scalar(packed[2] if len(packed) > 2 else text[start:end], start, end)
