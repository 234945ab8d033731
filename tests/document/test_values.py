"""Values are understood as officials write them, and what isn't understood is said once, in their words."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checked import SOUND, changed, check, codes, fixed
from malkoll.diagnostic import Applicability, Severity
from malkoll.document.build import build
from malkoll.document.fields import parse_number
from malkoll.document.goal_document import GoalDocument
from malkoll.document.placeholders import placeholder
from malkoll.language import Language
from reading import read

NUMBERS = [
    ("80", 80), ("-5", -5), ("+5", 5), ("3.5", 3.5), (".5", 0.5), ("1e3", 1000.0),
    ("3,5", 3.5), ("1 200", 1200), ("1\u00a0200", 1200), ("1\u2009200,5", 1200.5), ("85 %", 85), ("85%", 85),
    ("85 procent", 85), ("85,5 percent", 85.5), ("\u22125", -5), ("–5", -5),
]  # fmt: skip
NOT_NUMBERS = [
    "",
    "ca 80",
    "80-90",
    "1,2,3",
    "0x1F",
    "1_000",
    ".inf",
    "nan",
    "1e400",
    "-",
    "%",
    "½",
    "１２",
    "5 % %",
]


def document(text: str) -> GoalDocument:
    _, parsed = read(text)
    assert parsed.root is not None
    part = build(parsed.root, GoalDocument).part
    assert part is not None
    return part


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_a_number_is_understood_as_people_write_it(text: str, number: float) -> None:
    assert parse_number(text)[0] == number


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_may_mean_something_else_is_no_number(text: str) -> None:
    assert parse_number(text)[0] is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_every_number_reads_as_itself(number: float) -> None:
    assert parse_number(repr(number)) == (number, True)


@pytest.mark.parametrize("text", ["62 %", "62,5", "1 200", "–5"])
def test_an_understood_number_is_a_hint_and_the_fix_writes_it_plainly(text: str) -> None:
    written = changed(("målvärde: {värde: 80, år: 2028}", f'målvärde: {{värde: "{text}", år: 2028}}'))
    found = [one for one in check(written).diagnostics if one.code == "MK105"]
    assert [one.severity for one in found] == [Severity.INFO]
    assert [one.path[-1] for one in found] == ["värde"]
    assert [one.goal for one in found] == ["sn-1"]
    assert "MK105" not in codes(fixed(written, found))


@pytest.mark.parametrize(
    ("text", "guess"), [("ca 80", "80"), ("80 dagar", "80"), ("minst 80", "80"), ("> 80", "80")]
)
def test_a_number_among_words_is_offered_but_not_written_unasked(text: str, guess: str) -> None:
    (found,) = check(changed(("målvärde: {värde: 80, år: 2028}", f'målvärde: "{text}"'))).diagnostics
    assert found.code == "MK105"
    assert found.help is not None
    assert f"Skriv bara talet, {guess}." in found.help.render(Language.SV)
    assert found.fix is not None
    assert found.fix.applicability is Applicability.UNSAFE


def test_a_number_is_asked_for_by_what_it_is_the_value_of() -> None:
    (found,) = check(
        changed(("målvärde: {värde: 80, år: 2028}", "målvärde: {värde: ca 80, år: 2028}"))
    ).diagnostics
    assert found.message.render(Language.SV).endswith("under ”målvärde” behövs ett tal.")


def test_a_decision_with_an_unreadable_date_still_lacks_its_paragraph() -> None:
    text = changed(("status: utkast", "status: beslutad\nbeslut: {datum: i höst}"))
    assert [code for code in codes(text) if code != "MK212"] == ["MK110", "MK106"]


@pytest.mark.parametrize("text", ["80-90", "mellan 80 och 90", "nästan alla", "1e400", "2026-01-01"])
def test_where_no_number_is_plain_none_is_offered(text: str) -> None:
    (found,) = check(changed(("målvärde: {värde: 80, år: 2028}", f"målvärde: {text}"))).diagnostics
    assert found.code == "MK105"
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "1 oktober 2026", "den 1 oktober 2026", "1 okt. 2026", "1:a oktober 2026", "1/10 2026", "1/10-2026", "2026-10-1",
        "20261001", "2026/10/01", "2026.10.1", "2026-10-01T12:00:00", "October 1, 2026", "1st of October 2026", "1 Oct 2026",
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_mended_to_the_same_day(text: str) -> None:
    written = changed(("status: utkast", f'status: utkast\nbeslut: {{datum: "{text}", paragraf: § 1}}'))
    (found,) = check(written).diagnostics
    assert found.code == "MK106"
    mended = document(fixed(written, [found]))
    assert mended.decision is not None
    assert mended.decision.date == datetime.date(2026, 10, 1)


@pytest.mark.parametrize(
    "text", ["2026-13-45", "2026-02-30", "i höst", "31/4 2026", "12/10/2026", "0000-00-00", "1 mål 2026"]
)
def test_a_day_that_no_calendar_has_is_no_date_and_nothing_is_guessed(text: str) -> None:
    (found,) = check(
        changed(("status: utkast", f"status: utkast\nbeslut: {{datum: {text}, paragraf: § 1}}"))
    ).diagnostics
    assert found.code == "MK106"
    assert found.fix is None


@pytest.mark.parametrize(
    ("text", "years"), [("2026", (2026, 2026)), ("2026-2028", (2026, 2028)), ("2026–2028", (2026, 2028))]
)
def test_a_horizon_is_read(text: str, years: tuple[int, int]) -> None:
    horizon = document(changed(("2026-2028", text))).goals[0].horizon
    assert horizon is not None
    assert (horizon.start, horizon.end) == years


@pytest.mark.parametrize(
    "text", ["2026-28", "2026--2028", "från 2026 till 2028", "2026 t.o.m. 2028", "år 2026-2028"]
)
def test_a_horizon_in_another_form_is_mended(text: str) -> None:
    written = changed(("2026-2028", text))
    (found,) = check(written).diagnostics
    assert (found.code, fixed(written, [found])) == ("MK104", SOUND)


@pytest.mark.parametrize("text", ["2026/2027", "tre år", "löpande", "2026, 2027", "Q3 2026"])
def test_a_horizon_that_may_mean_several_things_is_not_guessed(text: str) -> None:
    (found,) = check(changed(("2026-2028", text))).diagnostics
    assert (found.code, found.fix) == ("MK104", None)


@pytest.mark.parametrize("word", ["Egen", "EGEN", "own"])
def test_a_closed_word_may_be_in_either_language_and_case(word: str) -> None:
    assert document(changed(("egen", word))).goals[0].control == "own"


def test_the_word_that_is_meant_is_written_in_the_language_of_the_document() -> None:
    written = changed(("rådighet: egen", "rådighet: onw"))
    (found,) = check(written).diagnostics
    assert fixed(written, [found]) == SOUND


def test_a_closed_word_that_nothing_is_like_gets_the_words_to_choose_from() -> None:
    (found,) = check(changed(("rådighet: egen", "rådighet: kommunens"))).diagnostics
    assert found.fix is None
    assert found.help is not None
    assert found.help.render(Language.SV) == "Välj ett av orden: egen, delad eller ingen."


PLACEHOLDERS = [
    "TODO", "todo", "TBD", "XX", "xxx", "...", "…", "??", "Skriv här", "Skriv målet här", "Fyll i nämndens namn",
    "Ange mål här", "<nämndens namn>", "[nämndens namn]", "{{formulering}}", "Klicka här för att skriva text",
    "lorem ipsum dolor sit amet", "Andelen ökar från XX till YY procent.", "Andelen ökar till X procent.",
    "Andelen ökar från ___ till 80 procent.", "Väntetiden minskar till ..... dagar.", "Klart 20XX.", "Beslut ÅÅÅÅ-MM-DD.",
    "Andelen ökar (fyll i nivå).", "Write here", "to be decided", "TODO: formulera målet", "–",
]  # fmt: skip
TEXTS = [
    "Fler väljer att skriva in sina barn här.", "Vägen Bergsund–Granvik är ombyggd.", "Väntetiden är < 5 dagar.",
    "Andelen är <5 procent eller >95 procent.", "Kontakta registrator <registrator@granvik.se>.", "Karl XII:s torg",
    "Generation X får svar snabbare.", "X-border", "Hållbar vardag", "Målet är nått (se bilaga).", "Vad är nytt?",
    "Elever i årskurs 9 …", "Exempelkommun", "Alla barn kan läsa [se bilaga 2] när de slutar årskurs 1.",
    "Beskriv­ningen av läget", "Text och bild", "Skrivarkurser erbjuds.", "a <b>fet</b> text", "5 * 3", "sn-1", "§ 101",
    "En plan med xylofon", "Mål nås 2028.", "Test av brandvarnare i alla bostäder", "https://exempel.se/?a=<b>",
]  # fmt: skip


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_what_only_holds_the_place_is_one_finding_under_it(text: str) -> None:
    written = changed(("kommun: Exempelkommun", f"kommun: '{text}'"))
    (found,) = check(written).diagnostics
    assert found.code == "MK108"
    start, end = found.location.start, found.location.end
    told = placeholder(text)
    assert told is not None
    assert written.splitlines()[0][start.column - 1 : end.column - 1] == told.text


@pytest.mark.parametrize("text", TEXTS)
def test_a_real_text_is_no_placeholder(text: str) -> None:
    assert placeholder(text) is None


@pytest.mark.parametrize("key", ["fokusområde", "målgrupp", "rådighet", "horisont", "formulering", "id"])
def test_a_placeholder_is_the_only_thing_that_is_said_of_its_line(key: str) -> None:
    line = next(line for line in SOUND.splitlines() if line.strip().removeprefix("- ").startswith(f"{key}:"))
    assert codes(changed((line, f"{line.split(':')[0]}: TODO"))) == ["MK108"]


scalars = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["2026", "ca 80", "", "ja", "TODO", "egen", "1 oktober 2026", "~", "2026-2028", "x: y"]),
)
keys = st.one_of(
    st.text(min_size=1, max_size=8),
    st.sampled_from(
        [
            "nämnd",
            "år",
            "mål",
            "id",
            "formulering",
            "horisont",
            "från",
            "till",
            "indikatorer",
            "namn",
            "målvärde",
            "värde",
            "place",
            "utfall",
            "uppföljning",
            "nulägesanalys",
            "fakta",
            "beslut",
            "datum",
            "professionell_bedömning",
            "delmål",
            "prioriteringar",
            "fokusområde",
            "board",
            "goals",
        ]
    ),
)
trees = st.recursive(
    scalars,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=5),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(keys, trees, min_size=1, max_size=8))
def test_whatever_stands_under_the_keys_is_read_or_told_of(tree: object) -> None:
    import yaml

    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    report = check(text)
    assert not [one for one in report.diagnostics if one.code == "MK999"]
