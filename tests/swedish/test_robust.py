"""Whatever stands in a statement: it is read, and every place lies inside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from malkoll.swedish.activity import activities, status_quo
from malkoll.swedish.analysis import analyse
from malkoll.swedish.audience import audience
from malkoll.swedish.change import changes_without_level
from malkoll.swedish.compound import compound_goals
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.form import bureaucratic_words, no_result
from malkoll.swedish.internal import internal_words
from malkoll.swedish.reach import outside_control
from malkoll.swedish.tongue import is_swedish
from malkoll.swedish.vague import escape_clauses, open_lists, superlatives, vague_words
from work import calls

DETECTORS = (
    activities,
    bureaucratic_words,
    changes_without_level,
    compound_goals,
    escape_clauses,
    internal_words,
    open_lists,
    outside_control,
    status_quo,
    superlatives,
    vague_words,
    weak_verbs,
)
PIECES = [
    "och",
    "att",
    "som",
    "ska",
    "skall",
    "vi",
    "har",
    "är",
    "verka",
    "för",
    "goda",
    "attraktiva",
    "elever",
    "andelen",
    "ökar",
    "från",
    "82",
    "till",
    "90",
    "procent",
    "senast",
    "2030",
    "(",
    ")",
    ",",
    ".",
    "?",
    "”",
    "”",
    "bl.a.",
    "m.m.",
    "där",
    "om",
    "möjligt",
    "inte",
    "sjukfrånvaron",
    "arbetslösheten",
    "minskar",
    "kommunens",
    "fordon",
    "fossilfria",
    "vård",
    "omsorg",
    "kultur-",
    "barn",
    "unga",
    "bästa",
    "mest",
    "i",
    "landet",
    "å",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    sentence = analyse(text)
    for detector in DETECTORS:
        for place in detector(sentence):
            assert text[place.start : place.end] == place.words
            assert place.words
    assert all(0 <= at < len(sentence.tokens) for at in audience(sentence))
    no_result(sentence)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    sentence = analyse(text)
    assert "".join(token.text for token in sentence.tokens) == "".join(
        text[token.start : token.end] for token in sentence.tokens
    )
    is_swedish(text)
    for detector in DETECTORS:
        list(detector(sentence))


SHAPES = [*(f"{piece} " for piece in PIECES), "goda och ", "ska ha och ", "samt ökar ", "läser och skriver, ", "som en elev möter ", "kommunens skolors elevers ", "ökar -", "(elever ", "barn", "från fyra till två och "]  # fmt: skip
MOST_CALLS = 1_000_000
"""Calls that reading 2,000 characters may make: a walk from each word to each other would make more."""


@pytest.mark.parametrize("shape", SHAPES)
def test_two_thousand_characters_of_any_shape_are_read_at_once(shape: str) -> None:
    text = (shape * 2000)[:2000]

    def read() -> None:
        sentence = analyse(text)
        for detector in DETECTORS:
            list(detector(sentence))
        audience(sentence)
        no_result(sentence)

    assert calls(read) < MOST_CALLS
