"""Agenda 2030: 17 goals and their 169 targets, found by number or by name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence

_NUMBER_AND_NAME = re.compile(r"(?P<number>[0-9]{1,2})[.:]? (?P<name>.+)\Z")


class GlobalGoal(NamedTuple):
    """One of the goals, with the names that publishers give it."""

    number: str
    name: Text
    names: tuple[str, ...]
    targets: tuple[str, ...]


class Agenda(NamedTuple):
    """The whole agenda.

    Attributes:
        goals: by number, as text.
        spellings: every folded number and name, to the number of its goal or target.
        before: words that may stand before a number: ”mål 4”.

    """

    goals: dict[str, GlobalGoal]
    spellings: dict[str, str]
    before: tuple[str, ...]

    def find(self, text: str) -> str | None:
        """Give the number of the goal or target that a text names, or None.

        ``4``, ``4.1``, ``mål 4``, ``God utbildning för alla`` and ``4. God utbildning för alla``
        are understood. Numbers are text: ``8.10`` is another target than ``8.1``.
        """
        folded = fold(text)
        for word in self.before:
            folded = folded.removeprefix(f"{word} ")
        if found := self.spellings.get(folded):
            return found
        both = _NUMBER_AND_NAME.match(folded)
        if both and self.spellings.get(both["name"]) == both["number"]:
            return both["number"]
        return None


@cache
def agenda() -> Agenda:
    """Read the agenda: once, and only when a document or a model mentions it."""
    data = Path(__file__).with_name("builtin").joinpath("agenda2030.yaml").read_bytes()
    root = parse(SourceFile("agenda2030.yaml", data)).root
    goals = [_goal(node) for node in _items(_under(root, "mål"))]
    spellings = {fold(name): goal.number for goal in goals for name in (goal.number, *goal.names)}
    spellings.update({target: target for goal in goals for target in goal.targets})
    before = tuple(_text(node) for node in _items(_under(root, "före_numret")))
    return Agenda({goal.number: goal for goal in goals}, spellings, before)


def _goal(node: Node) -> GlobalGoal:
    sv, en = _text(_under(node, "sv")), _text(_under(node, "en"))
    aliases = [_text(item) for key in ("alias_sv", "alias_en") for item in _items(_under(node, key))]
    targets = tuple(_text(item) for item in _items(_under(node, "delmål")))
    return GlobalGoal(_text(_under(node, "id")), Text(sv, en), (sv, en, *aliases), targets)


def _under(node: Node | None, key: str) -> Node | None:
    entry = node.get(key) if isinstance(node, Mapping) else None
    return entry.value if entry else None


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
