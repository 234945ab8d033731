"""Whole comparisons as people get them; read them before you accept a change.

Write the kept ones anew from the repository's root: ``python tests/repository/comparisons.py``.
"""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path
from typing import NamedTuple

from malkoll.config.files import Configurations
from malkoll.language import Language
from malkoll.models import Models
from malkoll.report import compare_markdown, compare_v1
from malkoll.report.compare_page import ComparePage
from malkoll.report.screen import plain_text
from malkoll.report.shown import Shown
from malkoll.repository.compare import Comparison, compare
from malkoll.repository.sides import Reader

HERE = Path(__file__).parent
FOLDER = HERE / "compared_golden"
YEARS = ("compared/2026", "compared/2027")
BOARD = ("compared/2026/socialnamnden.yaml", "compared/2027/socialnamnden.yaml")
SAME = ("compared/2026/kulturnamnden.yaml", "compared/2027/kulturnamnden.yaml")


def comparison(old: str, new: str) -> Comparison:
    """Compare two paths that lie beside this file."""
    with contextlib.chdir(HERE):
        models = Models(None, datetime.date(2026, 11, 23))
        return compare(*Reader(Configurations(isolated=True), models).both(old, new))


class Golden(NamedTuple):
    """A comparison to keep, and how it is to look; its name's end says in which format."""

    name: str
    paths: tuple[str, str] = BOARD
    width: int = 80
    language: Language = Language.SV

    @property
    def file(self) -> Path:
        return FOLDER / self.name

    def text(self) -> str:
        made = comparison(*self.paths)
        if self.name.endswith(".json"):
            return compare_v1.text(made, self.language)
        if self.name.endswith(".md"):
            return compare_markdown.text(made, self.language)
        return plain_text(ComparePage(made, self.language, Shown(), self.width).lines(), Shown())


GOLDENS = (
    Golden("board-sv-60.txt", width=60),
    Golden("board-sv-80.txt"),
    Golden("board-en-120.txt", width=120, language=Language.EN),
    Golden("board-en.json", language=Language.EN),
    Golden("board-sv.md"),
    Golden("years-sv-80.txt", YEARS),
    Golden("years-en-60.txt", YEARS, 60, Language.EN),
    Golden("years-en.md", YEARS, language=Language.EN),
    Golden("same-sv-80.txt", SAME),
)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for golden in GOLDENS:
        golden.file.write_text(golden.text(), encoding="utf-8", newline="\n")
        print(golden.file.relative_to(HERE))


if __name__ == "__main__":
    write()
