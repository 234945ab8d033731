"""Keys: misspelt, in other words, in the wrong place, missing, twice, in two languages."""

from __future__ import annotations

import pytest

from checked import SOUND, changed, check, codes, fixed, places
from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.language import Language


def only(text: str) -> Diagnostic:
    (found,) = check(text).diagnostics
    return found


def said(found: Diagnostic) -> str:
    return found.message.render(Language.SV)


MISSPELT = [
    ("nämnd", "namnd"), ("nämnd", "nämd"), ("nämnd", "Nämnnd"), ("nämnd", "nämdn"), ("år", "ar"), ("mål", "mal"), ("mål", "mlå"),
    ("mål", "måll"), ("formulering", "formulring"), ("formulering", "Formulerign"), ("fokusområde", "fokusomrade"),
    ("fokusområde", "fokus-område"), ("fokusområde", "fokusområden"), ("horisont", "horisnt"), ("rådighet", "radighet"),
    ("målgrupp", "malgrupp"), ("indikatorer", "indikator"), ("indikatorer", "indikatörer"), ("målvärde", "malvarde"),
    ("utgångsvärde", "utgangsvärde"), ("namn", "nam"), ("enhet", "enhte"), ("källa", "kalla"), ("fakta", "fakat"),
]  # fmt: skip
OTHER_WORDS = [
    ("formulering", "text"), ("formulering", "målsättning"), ("fokusområde", "område"), ("horisont", "period"),
    ("nulägesanalys", "nuläge"), ("målvärde", "målnivå"), ("utgångsvärde", "nuvärde"), ("indikatorer", "mått"),
]  # fmt: skip


def renamed(key: str, other: str) -> str:
    """Write a key otherwise, where it stands first as a key."""
    line = next(line for line in SOUND.splitlines() if line.lstrip(" -").startswith(f"{key}:"))
    return changed((line, line.replace(f"{key}:", f"{other}:", 1)))


@pytest.mark.parametrize(("key", "typo"), MISSPELT)
def test_a_misspelt_key_is_one_finding_and_the_fix_spells_it(key: str, typo: str) -> None:
    text = renamed(key, typo)
    found = only(text)
    assert found.code == "MK101"
    assert said(found) == f"”{typo}” är ingen nyckel. Menade du ”{key}”?"
    assert fixed(text, [found]) == SOUND


@pytest.mark.parametrize(("key", "word"), OTHER_WORDS)
def test_another_word_for_a_key_is_one_finding_and_nobody_writes_it_unasked(key: str, word: str) -> None:
    text = renamed(key, word)
    found = only(text)
    assert (found.code, said(found)) == ("MK101", f"Nyckeln heter ”{key}”, inte ”{word}”.")
    assert found.fix is not None
    assert found.fix.applicability is Applicability.UNSAFE
    assert fixed(text, [found]) == SOUND


def test_a_key_of_another_place_is_told_where_it_belongs() -> None:
    found = only(changed(("status: utkast", "status: utkast\nfokusområde: Hållbar hälsa")))
    assert said(found) == "”fokusområde” hör hemma under ett mål, inte här."
    assert found.fix is None


def test_a_key_that_nobody_knows_is_told_what_may_stand_there() -> None:
    found = only(changed(("    rådighet: egen", "    rådighet: egen\n    väder: soligt")))
    assert found.help is not None
    assert "formulering, beskrivning, effekt" in found.help.render(Language.SV)
    assert found.goal == "sn-1"


def test_a_misspelt_key_is_named_in_the_language_that_the_others_are_in() -> None:
    found = only(changed(("    målgrupp: brukare", "    målgrupp: brukare\n    titel: Känd person")))
    assert said(found) == "”titel” är ingen nyckel. Menade du ”rubrik”?"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nämnd: Socialnämnden\n", "Dokumentet saknar ”nämnd”."),
        ("år: 2026\n", "Dokumentet saknar ”år”."),
        ("    fokusområde: Hållbar vardag\n", "Målet sn-1 saknar ”fokusområde”."),
        ("        målvärde: {värde: 80, år: 2028}\n", "Indikatorn ”Vet vem som kommer” saknar ”målvärde”."),
        ("  - fakta: 64 procent av brukarna i hemtjänsten visste vem som skulle komma.\n    källa", None),
    ],
)
def test_a_key_that_must_be_there_is_missed_by_name(line: str, message: str | None) -> None:
    instead = "  - källa" if message is None else ""
    found = only(changed((line, instead)))
    assert found.code == "MK102"
    assert said(found) == (message or "Uppgiften om nuläget saknar ”fakta”.")


def test_a_goal_without_an_id_is_named_by_its_number() -> None:
    text = changed(
        ("  - id: sn-2\n    formulering", "  - formulering"), ("    fokusområde: Hållbar hälsa\n", "")
    )
    assert said(next(one for one in check(text).diagnostics if one.code == "MK102")) == (
        "Mål nummer 2 saknar ”fokusområde”."
    )


def test_a_missing_key_is_named_in_the_language_of_the_document() -> None:
    text = "board: A\nyear: 2026\ngoals:\n  - statement: x\n    focus_area: y\n"
    found = next(one for one in check(text).diagnostics if one.code == "MK102")
    assert said(found) == "Mål nummer 1 saknar ”horizon”."
    assert found.message.render(Language.EN) == "Goal number 1 has no “horizon”."


def test_a_key_in_both_languages_is_one_too_many() -> None:
    found = only(changed(("nämnd: Socialnämnden", "nämnd: Socialnämnden\nboard: Social Welfare Board")))
    assert found.code == "MK004"
    assert [one.location.start for one in found.related] == [(2, 1)]


def test_keys_in_two_languages_are_one_finding_and_the_fix_writes_them_in_one() -> None:
    text = changed(("    rådighet: egen", "    control: egen"), ("år: 2026", "year: 2026"))
    found = only(text)
    assert found.code == "MK109"
    assert said(found) == "”year” och 1 nyckel till är engelska i ett dokument med svenska nycklar."
    assert fixed(text, [found]) == SOUND


def test_an_english_document_is_as_sound_as_a_swedish_one() -> None:
    words = {
        "kommun:": "municipality:", "nämnd:": "board:", "år:": "year:", "grunduppdrag:": "mission:",
        "nulägesanalys:": "current_state:", "fakta:": "fact:", "källa:": "source:", "mål:": "goals:",
        "formulering:": "statement:", "fokusområde:": "focus_area:", "horisont:": "horizon:", "från:": "from:",
        "till:": "to:", "målgrupp:": "audience:", "rådighet:": "control:", "indikatorer:": "indicators:", "namn:": "name:",
        "enhet:": "unit:", "riktning:": "direction:", "utgångsvärde:": "baseline:", "målvärde:": "target:", "värde:": "value:",
        "professionell_bedömning:": "professional_assessment:", "motivering:": "reason:", "ansvarig:": "responsible:",
        "underlag:": "basis:", "kriterier:": "criteria:", "tidpunkt:": "when:", "utkast": "draft", "egen\n": "own\n",
        " minska\n": " decrease\n",
    }  # fmt: skip
    text = SOUND
    for swedish, english in words.items():
        text = text.replace(swedish, english)
    assert codes(text) == []


@pytest.mark.parametrize("key", ["grunduppdrag", "nulägesanalys"])
def test_a_blank_key_that_need_not_be_there_is_as_good_as_left_out(key: str) -> None:
    lines = SOUND.splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if line.startswith(f"{key}:"))
    below = [line for line in lines[at + 1 :] if not line.startswith(" ")]
    end = lines.index(below[0])
    left_out = "".join([*lines[:at], *lines[end:]])
    blank = "".join([*lines[:at], f"{key}:\n", *lines[end:]])
    assert codes(blank) == codes(left_out)


@pytest.mark.parametrize("key", ["fokusområde", "formulering", "horisont"])
def test_a_blank_key_that_must_be_filled_in_is_one_finding(key: str) -> None:
    line = next(line for line in SOUND.splitlines() if line.lstrip(" -").startswith(f"{key}:"))
    assert places(changed((line, line[: line.index(":") + 1]))) == [
        ("MK107", SOUND.splitlines().index(line) + 1)
    ]


def test_an_empty_part_of_a_list_is_told_of() -> None:
    assert codes(changed(("[samtal med varje placerat barn]", "\n        - samtal\n        -"))) == ["MK107"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            ("målgrupp: brukare", "målgrupp: {grupp: brukare}"),
            "väntas en text eller en lista, men här står nycklar",
        ),
        (
            ("horisont: 2026-2028", "horisont: [2026, 2028]"),
            "väntas ett år eller en period, men här står en lista",
        ),
        (
            ("utgångsvärde: {värde: 64, år: 2025}", "utgångsvärde: [64, 2025]"),
            "väntas ett tal, men här står en lista",
        ),
        (("rådighet: egen", "rådighet: [egen]"), "väntas en text, men här står en lista"),
        (("år: 2026", "år: {från: 2026}"), "väntas ett årtal, men här står nycklar"),
        (
            ("  - id: sn-1", "  - Tryggare äldre\n  - id: sn-1"),
            "ska vara nycklar med kolon, men här står bara en text",
        ),
        (("[samtal med varje placerat barn]", "[{samtal: barn}]"), "ska vara en text, men här står nycklar"),
    ],
)
def test_the_wrong_kind_of_content_is_one_finding(change: tuple[str, str], says: str) -> None:
    found = only(changed(change))
    assert found.code == "MK103"
    assert says in said(found)


def test_a_list_of_texts_where_facts_are_meant_is_one_finding_with_every_place() -> None:
    facts = "  - fakta: 64 procent av brukarna i hemtjänsten visste vem som skulle komma.\n    källa: brukarundersökningen\n    år: 2025\n"
    found = only(changed((facts, "  - ett\n  - två\n  - tre\n")))
    assert found.code == "MK103"
    assert len(found.also) == 2


@pytest.mark.parametrize("bullet", ["•", "–", "-"])
def test_a_list_with_bullets_that_yaml_takes_for_text_is_told_how_to_write_it(bullet: str) -> None:
    text = changed(("status: utkast", f"status: utkast\nstyrdokument:\n  {bullet}Lagen\n  {bullet}Planen"))
    found = only(text)
    assert found.code == "MK103"
    assert found.help is not None
    assert "vanligt bindestreck" in found.help.render(Language.SV)


@pytest.mark.parametrize("root", ["- a\n- b\n", "bara en text\n", "42\n"])
def test_a_file_that_is_no_mapping_is_one_finding(root: str) -> None:
    assert codes(root) == ["MK103"]


def test_a_mistake_in_a_part_that_stands_in_several_places_is_told_once() -> None:
    text = changed(
        ("    indikatorer:\n      - namn: Vet", "    indikatorer: &alla\n      - namn: Vet"),
        ("målvärde: {värde: 80, år: 2028}", "målvärde: {värde: ca 80, år: 2028}"),
        ("    horisont: {från: 2026, till: 2027}", "    horisont: 2026-2028"),
    )
    start, end = text.index("    indikatorer:\n      - namn: Väntetid"), text.index("  - id: sn-3")
    text = f"{text[:start]}    indikatorer: *alla\n{text[end:]}"
    assert [one.code for one in check(text).diagnostics if one.code == "MK105"] == ["MK105"]


def test_a_bad_value_in_one_goal_leaves_the_number_of_goals_known() -> None:
    text = changed(("målvärde: {värde: 80, år: 2028}", "målvärde: ca 80"))
    text = text[: text.index("  - id: sn-3")]
    assert codes(text) == ["MK201", "MK105"]
