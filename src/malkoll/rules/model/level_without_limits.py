"""MK706: the model says something of every level that goals are set at."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import LEVELS
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.steering.model import Board

NOBODY = Text(
    "Modellen säger inget om nivån {level}, så varken antalet mål eller deras längd prövas där.",
    "The model says nothing of the level {level}, so neither the number of goals nor their length is checked there.",
)
BOARD = Text(
    "”{board}” hör till nivån {level}, men om den säger modellen inget: varken antalet mål eller deras längd prövas.",
    "“{board}” belongs to the level {level}, but of that the model says nothing: "
    "neither the number of goals nor their length is checked.",
)
HELP = Text(
    "Vad har beslutats? Skriv gränserna under ”{level}”, eller ”{level}: {nothing}” om det inte finns några.",
    "What has been decided? Write the limits under “{level}”, or “{level}: {nothing}” if there are none.",
)
_NOTHING = "{}"


@rule(
    "MK706",
    "level-without-limits",
    Severity.WARNING,
    Text("nivå utan gränser", "level without limits"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def level_without_limits(case: ModelCase) -> Iterator[Finding]:
    levels = case.model.levels
    if levels is None:
        return
    for level, board in _levels_in_use(case.model.boards).items():
        if levels.given(level):
            continue
        word = LEVELS[level]
        name = Text(word.sv, word.en)
        yield Finding(
            At(case.model.at("levels"), key=True),
            BOARD(board=board.name, level=name) if board else NOBODY(level=name),
            HELP(level=word.word(case.language), nothing=_NOTHING),
            key=level,
        )


def _levels_in_use(boards: list[Board]) -> dict[str, Board | None]:
    """Give each level that goals are set at, with the first of its boards: of boards if none are listed."""
    used: dict[str, Board | None] = {}
    for board in boards:
        used.setdefault(board.level, board)
    return used or {"board": None}
