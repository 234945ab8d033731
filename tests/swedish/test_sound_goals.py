"""Well-formed goals of every kind of board: the rules on wording have nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from malkoll.swedish.activity import activities, status_quo
from malkoll.swedish.analysis import analyse
from malkoll.swedish.change import changes_without_level
from malkoll.swedish.compound import compound_goals
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.form import abbreviations, no_result
from malkoll.swedish.internal import internal_words
from malkoll.swedish.reach import outside_control
from malkoll.swedish.tongue import is_swedish
from malkoll.swedish.vague import escape_clauses, open_lists, superlatives, vague_words

SOUND = [
    line
    for line in (Path(__file__).parents[1] / "data" / "goals_sound.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
DETECTORS = (
    weak_verbs,
    vague_words,
    escape_clauses,
    open_lists,
    superlatives,
    compound_goals,
    activities,
    internal_words,
    outside_control,
    status_quo,
    changes_without_level,
)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_goal_gives_nothing(text: str) -> None:
    sentence = analyse(text)
    found = {detector.__name__: list(detector(sentence)) for detector in DETECTORS}
    assert {name: places for name, places in found.items() if places} == {}
    assert no_result(sentence) == ""
    assert list(abbreviations(sentence)) == []
    assert is_swedish(text)


def test_there_are_enough_of_them() -> None:
    assert len(SOUND) >= 60
