"""Widths are those of a terminal, so that what is underlined is what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from malkoll.report.cells import cut, pad, width, widths


@pytest.mark.parametrize(
    "text",
    [
        "Hållbar hälsa",
        "Ha\u030allbar ha\u0308lsa",
        "👨‍👩‍👧 familjer",
        "❤️ hjärta ☺️ 1️⃣",
        "👍🏽 tumme",
        "🇸🇪 flagga",
        "汉字 ｶﾀｶﾅ 한글",
        "✖ ▲ ● ━ │ … “ ” –",
        "ก็ ไทย",
        "⌚ 🫨",
    ],
)
def test_widths_are_those_of_rich(text: str) -> None:
    assert width(text) == cell_len(text)


@given(
    st.text(
        alphabet=st.characters(max_codepoint=0x24F, exclude_categories=["Cc"]) | st.sampled_from("å̈ 汉😀é…–")
    )
)
def test_widths_of_european_text_are_those_of_rich(text: str) -> None:
    text = text.replace("\u00ad", "")
    assert width(text) == cell_len(text)


@given(st.text())
def test_a_text_is_as_wide_as_its_letters_together(text: str) -> None:
    assert sum(widths(text)) == width(text)
    assert len(widths(text)) == len(text)


@given(st.text(), st.integers(min_value=3, max_value=60))
def test_a_cut_text_fits(text: str, cells: int) -> None:
    result = cut(text, cells)
    assert width(result) <= cells
    assert result == text or result.endswith("…")


def test_a_text_is_cut_between_words_where_it_can_be() -> None:
    assert cut("Andelen äldre som känner sig trygga", 20) == "Andelen äldre som …"
    assert cut("Försörjningsstödshandläggning", 12) == "Försörjning…"
    assert cut("kort", 12) == "kort"


def test_a_padded_text_fills_its_cells() -> None:
    assert width(pad("汉字", 7)) == 7
    assert pad("for wide", 3) == "for wide"
