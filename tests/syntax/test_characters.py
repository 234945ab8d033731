"""Characters that nobody sees: named, counted, read past, and taken out by the fix."""

from __future__ import annotations

import time
import unicodedata

import pytest

from checked import SOUND, changed, check, fixed
from malkoll.diagnostic import Severity
from malkoll.language import Language
from reading import data_of, read

UNSEEN = [
    # what comes into the sound document, the severity, and the character that is named
    (("nämnd:", "\u200bnämnd:"), Severity.WARNING, "U+200B"),
    (("nämnd: Social", "nämnd: Soci\u00adal"), Severity.WARNING, "U+00AD"),
    (("nämnd: Social", "nämnd: \u202eSocial"), Severity.WARNING, "U+202E"),
    (("\nmål:", "\n\u200b\nmål:"), Severity.WARNING, "U+200B"),
    (("\nmål:", "\n\ufeffmål:"), Severity.WARNING, "U+FEFF"),
    (("\nmål:", "\n\x0cmål:"), Severity.ERROR, "U+000C"),
    (("kommun: Ex", "kommun:\x0bEx"), Severity.ERROR, "U+000B"),
    (("nämnd: ", "nämnd:\u00a0"), Severity.ERROR, "U+00A0"),
    (("    horisont: 2026-2028", "  \u00a0 horisont: 2026-2028"), Severity.ERROR, "U+00A0"),
    (("{värde: 80, år: 2028}", "{värde:\u00a080, år:\u00a02028}"), Severity.ERROR, "U+00A0"),
    (("- id: sn-2", "-\u00a0id: sn-2"), Severity.ERROR, "U+00A0"),
    (("av brukarna i hem", "av brukarna\u2028i hem"), Severity.WARNING, "U+2028"),
    (("av brukarna i hem", "av brukarna\x85i hem"), Severity.WARNING, "U+0085"),
]


@pytest.mark.parametrize(("change", "severity", "character"), UNSEEN)
def test_a_character_that_is_not_seen_is_one_finding_and_the_fix_mends_it(
    change: tuple[str, str], severity: Severity, character: str
) -> None:
    text = changed(change)
    report = check(text)
    assert [(one.code, one.severity) for one in report.diagnostics] == [("MK010", severity)]
    assert character in report.diagnostics[0].message.render(Language.SV)
    assert len(report.goals) == 3
    mended = fixed(text, report.diagnostics)
    assert check(mended).diagnostics == ()
    assert data_of(read(mended)[1].root) == data_of(read(text)[1].root)


@pytest.mark.parametrize("change", [change for change, *_ in UNSEEN])
def test_it_is_underlined_where_it_stands(change: tuple[str, str]) -> None:
    text = changed(change)
    (found,) = check(text).diagnostics
    line = text.split("\n")[found.location.start.line - 1] if "\x0b" not in text else text
    assert not line[found.location.start.column - 1].isalnum() or "\x0b" in text


def test_a_no_break_space_within_a_text_is_no_mistake() -> None:
    assert check(changed(("64 till 80 procent.", "64 till 80\u00a0procent."))).diagnostics == ()


def test_an_emoji_of_several_characters_is_no_mistake() -> None:
    assert check(changed(("kommun: Exempelkommun", "kommun: Ex 👩\u200d👧"))).diagnostics == ()


def test_several_of_one_kind_are_one_finding_with_their_number() -> None:
    (found,) = check(changed(("Socialnämnden", "So\u200bci\u200bal\u200bnämnden"))).diagnostics
    assert found.message.render(Language.SV).startswith("Filen innehåller 3 osynliga tecken (U+200B)")
    assert found.message.render(Language.EN).startswith("The file holds 3 invisible characters (U+200B)")
    assert len(found.also) == 2


def test_a_document_from_a_mac_is_read_like_any_other_and_told_of_as_a_hint() -> None:
    text = unicodedata.normalize("NFD", SOUND)
    report = check(text)
    assert [(one.code, one.severity) for one in report.diagnostics] == [("MK011", Severity.INFO)]
    assert data_of(read(text)[1].root) == data_of(read(SOUND)[1].root)
    assert fixed(text, report.diagnostics) == SOUND


def test_the_place_in_a_text_from_a_mac_is_under_the_right_characters() -> None:
    text = changed(("från 64 till 80 procent.", "från 64 till XX procent."))
    apart = unicodedata.normalize("NFD", text)
    found = next(one for one in check(apart).diagnostics if one.code == "MK108")
    line = apart.split("\n")[found.location.start.line - 1]
    assert line[found.location.start.column - 1 : found.location.end.column - 1] == "XX"


@pytest.mark.parametrize(
    "text",
    [
        "nämnd: a" + "\u0301\u0323" * 150_000,
        "nämnd: a" + "\u064b\u0651" * 150_000,
        'nämnd: "a' + "\\u0301\\u0323" * 80_000 + '"',
        "a" + "\u0301\u0323" * 150_000 + ": x",
        "nämnd: x  # malkoll: undantag[MK202] a" + "\u0301\u0323" * 150_000,
        "\ufeff" * 200_000,
        "a\u200b" * 100_000,
        "\x01" * 500_000,
    ],
    ids=[
        "accents",
        "vowel marks",
        "escaped",
        "in a key",
        "in a comment",
        "byte order marks",
        "no width",
        "control",
    ],
)
def test_heaps_of_them_take_no_time(text: str) -> None:
    began = time.process_time()
    check(text)
    assert time.process_time() - began < 4


def test_two_byte_order_marks_are_told_of_and_the_document_is_read() -> None:
    report = check(b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND.encode())
    assert [one.code for one in report.diagnostics] == ["MK010"]
    assert len(report.goals) == 3


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1252", "Windows-1252, inte UTF-8. Det första tecknet som visar det är ”ä” på rad 2."),
        ("utf-16", "UTF-16, inte UTF-8."),
        ("utf-16-le", "UTF-16, inte UTF-8."),
        ("utf-32", "UTF-32, inte UTF-8."),
    ],
)
def test_another_encoding_is_named_and_the_document_is_read(encoding: str, said: str) -> None:
    (found,) = check(SOUND.encode(encoding)).diagnostics
    assert found.code == "MK002"
    assert found.message.render(Language.SV) == f"Filen är sparad som {said}"
    assert found.fix is not None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04....xl/workbook.xml", "en arbetsbok i Excel"),
        (b"PK\x03\x04....word/document.xml", "ett Word-dokument"),
        (b"PK\x03\x04....", "ingen textfil"),
        (b"%PDF-1.7 ...", "en PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "ingen textfil"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_is(data: bytes, said: str) -> None:
    (found,) = check(data).diagnostics
    assert said in found.message.render(Language.SV)


def test_a_wide_file_that_is_cut_short_is_one_finding() -> None:
    assert [one.code for one in check(SOUND.encode("utf-16")[:-1]).diagnostics] == ["MK002"]
