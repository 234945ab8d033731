"""Documents put side by side, and whole overviews as people get them; read them before you accept a change.

Write the kept ones anew from the repository's root: ``python tests/repository/overviews.py``.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.report.overview_page import OverviewPage
from malkoll.report.screen import plain_text
from malkoll.report.shown import Shown
from malkoll.repository.gathered import Gathered, gather
from malkoll.result import Report
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in

DATE = datetime.date(2026, 11, 23)
ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).with_name("golden")
BOARDS = tuple(
    f"examples/sv/{name}.yaml"
    for name in (
        "barn-och-utbildningsnamnden-beslutad",
        "kommunfullmaktige-utkast",
        "kultur-och-fritidsnamnden-utkast",
        "fel-dubbletter",
        "socialnamnden-utkast",
    )
)
FOLLOWED_UP = ("examples/sv/fel-uppfoljning.yaml",)


def document(board: str, *goals: str, year: int = 2026, municipality: str = "Granvik", more: str = "") -> str:
    """Write a document of goals that are each given as lines of YAML, after ``formulering``."""
    listed = "".join(
        f"  - formulering: Väntetiden i kö {board} {number} minskar från {number + 2} till 1 dagar.\n"
        + "".join(f"    {line}\n" for line in goal.splitlines())
        for number, goal in enumerate(goals)
    )
    return f"kommun: {municipality}\nnämnd: {board}\når: {year}\n{more}mål:\n{listed or '  []'}"


def checked(*documents: str, model: LoadedModel | None = None, keep: bool = True) -> Report:
    engine = Engine(DATE, keep=keep)
    for number, text in enumerate(documents):
        engine.check(Input(f"{number}.yaml", text.encode(), model or built_in(DEFAULT), select()))
    return engine.finish()


def gathered(*documents: str, model: LoadedModel | None = None) -> Gathered:
    return gather(checked(*documents, model=model))


def shown(
    made: Gathered, *, width: int = 80, language: Language = Language.SV, follow_up: bool = False
) -> str:
    """Give an overview as it stands on a screen."""
    page = OverviewPage(made, language, Shown(), width)
    return plain_text(page.follow_up() if follow_up else page.lines(), Shown())


class Golden(NamedTuple):
    """An overview to keep, and how it is to look."""

    name: str
    paths: tuple[str, ...]
    width: int = 80
    language: Language = Language.SV
    follow_up: bool = False

    @property
    def file(self) -> Path:
        return FOLDER / self.name

    def text(self) -> str:
        engine = Engine(DATE, keep=True)
        for path in self.paths:
            engine.check(Input(path, (ROOT / path).read_bytes(), built_in(DEFAULT), select()))
        made = gather(engine.finish())
        return shown(made, width=self.width, language=self.language, follow_up=self.follow_up)


GOLDENS = (
    Golden("boards-sv-60.txt", BOARDS, 60),
    Golden("boards-sv-80.txt", BOARDS, 80),
    Golden("boards-sv-120.txt", BOARDS, 120),
    Golden("boards-en-80.txt", BOARDS, 80, Language.EN),
    Golden("follow-up-sv-80.txt", FOLLOWED_UP, follow_up=True),
    Golden("follow-up-en-60.txt", FOLLOWED_UP, 60, Language.EN, follow_up=True),
)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for golden in GOLDENS:
        golden.file.write_text(golden.text(), encoding="utf-8", newline="\n")
        print(golden.file.relative_to(ROOT))


if __name__ == "__main__":
    write()
