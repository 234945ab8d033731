"""How a goal is judged, and what became of it, beyond what the manuals show."""

from __future__ import annotations

import datetime

import pytest

from checked import SOUND, changed, check, codes
from malkoll.language import Language

ASSESSED = SOUND[SOUND.index("    professionell_bedömning:") :]
LAST_GOAL = "    rådighet: egen\n    professionell_bedömning:"
MEASURED = "        målvärde: {värde: 80, år: 2028}\n        källa: brukarundersökningen\n"


def assessed(written: str, more: str = "") -> str:
    return changed((ASSESSED, f"    professionell_bedömning: {written}\n{more}"))


@pytest.mark.parametrize("written", ["ja", "true", "Yes", "{}", "{tidpunkt: juni}"])
def test_the_flag_alone_holds_and_is_one_finding(written: str) -> None:
    assert codes(assessed(written)) == ["MK312"]


@pytest.mark.parametrize("written", ["nej", "false"])
def test_a_goal_that_is_not_judged_is_to_be_measured(written: str) -> None:
    assert codes(assessed(written)) == ["MK301"]


def test_what_is_missing_is_named_as_the_document_would_write_it() -> None:
    (found,) = check(assessed("{motivering: går inte, underlag: [samtal], kriterier: []}")).diagnostics
    assert found.help
    for language in Language:
        advice = found.help.render(language)
        assert "ansvarig" in advice
        assert "kriterier" in advice
        assert "motivering" not in advice
        assert "underlag" not in advice


def test_a_goal_that_is_measured_too_needs_no_reason_why_it_is_not() -> None:
    more = "    indikatorer: [{namn: Samtal, enhet: antal, utgångsvärde: 2, målvärde: 4, källa: x}]\n"
    assert not codes(assessed("{ansvarig: chefen, underlag: [samtal], kriterier: [två samtal]}", more))


@pytest.mark.parametrize("written", ["kanske", "[ja]"])
def test_an_assessment_that_can_not_be_read_is_not_called_incomplete(written: str) -> None:
    assert not {"MK301", "MK312"} & set(codes(assessed(written)))


# follow-up


def followed(entry: str, *changes: tuple[str, str]) -> str:
    return changed((MEASURED, f"{MEASURED}    uppföljning:\n      - {entry}\n"), *changes)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{år: 2028, utfall: 80, bedömning: uppnått}", []),
        ("{år: 2028, utfall: 85, bedömning: uppnått}", []),
        ("{år: 2028, utfall: 79, bedömning: uppnått}", ["MK315"]),
        ("{år: 2028, utfall: 79, bedömning: delvis}", []),
        ("{år: 2028, utfall: 60, bedömning: ej uppnått}", []),
        ("{år: 2028, utfall: 80, bedömning: ej uppnått}", ["MK315"]),
        ("{år: 2028, utfall: 80, bedömning: delvis}", ["MK315"]),
        ("{år: 2028, utfall: 80, bedömning: delvis, motivering: bara i norr}", []),
        ("{år: 2028, utfall: {Vet vem som kommer: 79}, bedömning: uppnått}", ["MK315"]),
        ("{år: 2028, utfall: {vet vem som KOMMER: 79}, bedömning: uppnått}", ["MK315"]),
        ("{år: 2028, utfall: {Något annat: 79}, bedömning: uppnått}", []),
        ("{år: 2028, bedömning: uppnått}", []),
        ("{år: 2028, utfall: 79}", []),
    ],
)
def test_a_judgement_agrees_with_outcome_and_target(entry: str, expected: list[str]) -> None:
    assert codes(followed(entry)) == expected


def test_where_less_is_better_a_low_outcome_reaches_the_target() -> None:
    waiting = "        källa: Kolada\n"
    entry = "    uppföljning: [{{år: 2027, utfall: {}, bedömning: uppnått}}]\n"
    assert not codes(changed((waiting, waiting + entry.format(40))))
    assert codes(changed((waiting, waiting + entry.format(50)))) == ["MK315"]


def test_a_milestone_that_is_reached_may_be_what_the_judgement_means() -> None:
    milestone = ("        källa: brukar", "        delmål: [{år: 2026, värde: 70}]\n        källa: brukar")
    assert not codes(followed("{år: 2026, utfall: 71, bedömning: uppnått}", milestone))
    assert not codes(followed("{år: 2026, utfall: 71, bedömning: ej uppnått}", milestone))
    assert codes(followed("{år: 2026, utfall: 69, bedömning: uppnått}", milestone)) == ["MK315"]


@pytest.mark.parametrize(
    "change",
    [
        ("utgångsvärde: {värde: 64, år: 2025}", "riktning: behåll"),
        ("enhet: procent\n", "enhet: procent\n        riktning: minska\n"),
        ("från 64 till 80", "från 64 till 90"),
    ],
)
def test_where_the_target_is_in_doubt_the_judgement_is_not_told_of(change: tuple[str, str]) -> None:
    assert "MK315" not in codes(followed("{år: 2028, utfall: 60, bedömning: uppnått}", change))


def test_with_several_indicators_a_lone_number_says_nothing() -> None:
    second = "      - {namn: Nöjda, enhet: antal, utgångsvärde: 1, målvärde: 9, källa: x}\n"
    entry = "{år: 2028, utfall: 60, bedömning: uppnått}"
    assert not codes(followed(entry, (MEASURED, MEASURED + second)))
    named = "{år: 2028, utfall: {Nöjda: 9, Vet vem som kommer: 60}, bedömning: uppnått}"
    assert codes(followed(named, (MEASURED, MEASURED + second))) == ["MK315"]
    half = "{år: 2028, utfall: {Nöjda: 9}, bedömning: ej uppnått}"
    assert not codes(followed(half, (MEASURED, MEASURED + second)))


def test_a_judged_goal_says_why_it_was_judged_so() -> None:
    assert codes(SOUND + "    uppföljning: [{år: 2026, bedömning: delvis}]\n") == ["MK315"]
    assert not codes(
        SOUND + "    uppföljning: [{år: 2026, bedömning: delvis, motivering: sju barn av tio}]\n"
    )


FIRST_ENDS_2026 = (
    ("horisont: 2026-2028", "horisont: 2026"),
    ("målvärde: {värde: 80, år: 2028}", "målvärde: {värde: 80, år: 2026}"),
)
DONE = "    uppföljning: [{år: 2026, bedömning: uppnått, motivering: alla kan}]\n"


@pytest.mark.parametrize(("year", "expected"), [(2026, []), (2027, ["MK314"]), (2028, ["MK314", "MK314"])])
def test_follow_up_is_asked_for_when_the_horizon_has_passed(year: int, expected: list[str]) -> None:
    text = changed(*FIRST_ENDS_2026) + DONE
    assert codes(text, date=datetime.date(year, 1, 1)) == expected


def test_an_empty_follow_up_is_none() -> None:
    text = SOUND + "    uppföljning: []\n"
    assert codes(text, date=datetime.date(2027, 1, 1)) == ["MK314"]


def test_a_horizon_that_can_not_be_right_asks_for_no_follow_up() -> None:
    for horizon in ("2016", "2024-2022", "förra året"):
        text = changed(("horisont: 2026\n", f"horisont: {horizon}\n"))
        assert "MK314" not in codes(text, date=datetime.date(2027, 1, 1))


def test_the_numbers_of_a_goal_without_an_indicator_are_proposed_as_one() -> None:
    text = changed((SOUND[SOUND.index("    indikatorer:") : SOUND.index("  - id: sn-2")], ""))
    (found,) = check(text).diagnostics
    assert found.code == "MK301"
    assert found.help
    assert "”utgångsvärde” 64, ”målvärde” 80" in found.help.render(Language.SV)
    assert "“utgångsvärde” 64, “målvärde” 80" in found.help.render(Language.EN)
