"""Whatever stands in a file, what is shown of it can be seen and harms nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malkoll.report.shown import Shown

shown = Shown()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mrött\x1b[0m", "\\x1b[31mrött\\x1b[0m"),
        ("a\x00b\x07c\x7fd\x85e\x9bf", "a\\x00b\\x07c\\x7fd\\x85e\\x9bf"),
        ("rad\nrad\ttabb\rslut", "rad\\nrad\\ttabb\\rslut"),
        ("\u202eabc\u2066def\u200e", "‹U+202E›abc‹U+2066›def‹U+200E›"),
        ("a\u2028b\u2029c", "a‹U+2028›b‹U+2029›c"),
        ("noll\u200bbredd\ufeff mjukt\u00adstreck", "noll‹U+200B›bredd‹U+FEFF› mjukt‹U+00AD›streck"),
        ("ensam \ud800 halva", "ensam ‹U+D800› halva"),
        ("ord\u200dord", "ord‹U+200D›ord"),
        ("\U000e0041\ufffe", "‹U+E0041›‹U+FFFE›"),
    ],
)
def test_what_cannot_be_seen_is_made_visible(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Socialnämnden – ”Hållbar hälsa” … 85 %",
        unicodedata.normalize("NFD", "Hållbar hälsa på Öland"),
        "👨‍👩‍👧 ❤️ 👍🏽 🇸🇪",
        "[bold]inte fet[/bold] :smile: [/x]",
        "Ελληνικά, العربية, 汉字, ไทย",
        "100\u00a0000 kr",
    ],
)
def test_letters_of_every_kind_pass(text: str) -> None:
    assert shown(text) == text


def test_line_ends_and_tabs_are_blanks_in_a_sentence() -> None:
    assert shown.sentence("ett mål\n  på flera\r\n\trader") == "ett mål på flera rader"
    assert shown.sentence("ett\x0bmål\x85till") == "ett\\x0bmål\\x85till"


@pytest.mark.parametrize("command", ["##[error]stopp", "x ##vso[task.setvariable]", "##teamcity[message]"])
def test_a_command_to_a_ci_server_is_broken(command: str) -> None:
    broken = shown(command)
    assert "##" not in broken
    assert broken.replace("\\", "") == command


@given(st.text())
def test_nothing_unseen_is_left_whatever_comes(text: str) -> None:
    result = shown(text)
    unseen = [one for one in result if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not unseen
    assert not set(result) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff"
    )
    assert shown(result) == result, "made fit twice is made fit once"


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "cp437", "utf-16", "no-such-encoding"]))
def test_every_encoding_gets_only_letters_that_it_has(text: str, encoding: str) -> None:
    result = Shown(encoding)(text)
    result.encode("ascii" if encoding.startswith("no") else encoding)
    assert "".join(Shown(encoding).characters(text.replace("\t", ""))) == Shown(encoding)(
        text.replace("\t", "")
    )


def test_signs_have_readable_substitutes_and_letters_visible_ones() -> None:
    assert Shown("ascii")("✖ Fel ▲ ● ━│ ”Hälsa” – …") == 'x Fel ! * ~| "H?lsa" - ...'
    assert Shown("cp1252")("✖ ”Hälsa” – …") == "x ”Hälsa” – …"


def test_a_decomposed_letter_is_whole_where_the_encoding_has_it_whole() -> None:
    assert Shown("cp1252")(unicodedata.normalize("NFD", "Hållbar hälsa")) == "Hållbar hälsa"
    assert Shown("ascii")("a\u030ab") == "?b"
