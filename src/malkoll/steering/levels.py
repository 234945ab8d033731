"""The level that a name tells of: Socialnämnden is a board, Kommunfullmäktige the council."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from malkoll.document.vocabulary import LEVELS
from malkoll.document.words import fold
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Sequence

_WORD = re.compile(r"\w+")


class _Signs(NamedTuple):
    """What in a name shows a level: the whole name, a word of it, the end of a word."""

    names: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]

    def show(self, name: str) -> bool:
        words = _WORD.findall(name)
        return (
            name in self.names
            or not self.words.isdisjoint(words)
            or any(word.endswith(self.endings) for word in words)
        )


def level_told_by(name: str) -> str | None:
    """Give the level that a name shows; None when it shows none, or several."""
    folded = fold(name)
    told = [level for level, signs in _levels().items() if signs.show(folded)]
    return told[0] if len(told) == 1 else None


@cache
def _levels() -> dict[str, _Signs]:
    data = Path(__file__).with_name("builtin").joinpath("levels.yaml").read_bytes()
    root = parse(SourceFile("levels.yaml", data)).root
    spelled = {word.sv: level for level, word in LEVELS.items()}
    if not isinstance(root, Mapping):
        return {}
    return {spelled[key.text]: _signs(signs) for key, signs in root.entries}


def _signs(node: Node) -> _Signs:
    if not isinstance(node, Mapping):
        raise TypeError(node)
    listed = {key.text: _texts(value) for key, value in node.entries}
    return _Signs(frozenset(listed["namn"]), frozenset(listed["ord"]), tuple(listed["ändelser"]))


def _texts(node: Node) -> list[str]:
    return (
        [fold(item.text) for item in node.items if hasattr(item, "text")]
        if isinstance(node, Sequence)
        else []
    )
