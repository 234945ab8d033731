"""What the rules on indicators say, and where they keep quiet, beyond what their manuals show."""

from __future__ import annotations

import pytest

from checked import SOUND, changed, check, codes, fixed, places
from malkoll.diagnostic import Diagnostic, Severity
from malkoll.language import Language

FIRST = """\
      - namn: Vet vem som kommer
        enhet: procent
        utgångsvärde: {värde: 64, år: 2025}
        målvärde: {värde: 80, år: 2028}
        källa: brukarundersökningen
"""
STATEMENT = "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent."
PLAIN = "Fler brukare i hemtjänsten vet vem som kommer."


def with_indicator(indicator: str, statement: str = PLAIN) -> str:
    """Give the sound document with another first indicator and sentence."""
    lines = "".join(
        f"{'      - ' if n == 0 else '        '}{line}\n" for n, line in enumerate(indicator.splitlines())
    )
    return changed((FIRST, lines), (STATEMENT, statement))


def only(text: str, code: str) -> Diagnostic:
    found = check(text).diagnostics
    assert [one.code for one in found] == [code]
    return found[0]


def test_the_documents_that_these_tests_change_are_sound() -> None:
    assert not codes(SOUND)
    assert not codes(changed((STATEMENT, PLAIN)))


# what is missing


def test_what_is_to_be_kept_needs_no_baseline() -> None:
    assert not codes(
        with_indicator("namn: Nöjda\nenhet: procent\nriktning: behåll\nmålvärde: 90\nkälla: enkät")
    )


def test_the_baseline_that_the_sentence_states_is_quoted_in_the_advice() -> None:
    found = only(with_indicator("namn: Vet\nenhet: procent\nmålvärde: 80\nkälla: enkät", STATEMENT), "MK302")
    assert found.help
    assert "64" in found.help.render(Language.SV)
    assert "64" in found.help.render(Language.EN)


@pytest.mark.parametrize(
    "indicator",
    [
        "namn: Vet vem som kommer, procent\nutgångsvärde: 64\nmålvärde: 80\nkälla: enkät",
        "namn: Vet vem som kommer (%)\nutgångsvärde: 64\nmålvärde: 80\nkälla: enkät",
        "namn: Share who know, percent\nutgångsvärde: 64\nmålvärde: 80\nkälla: enkät",
    ],
)
def test_the_unit_is_read_from_the_indicators_name(indicator: str) -> None:
    text = with_indicator(indicator)
    assert fixed(text, [only(text, "MK303")]) == with_indicator(
        indicator.replace("utgångsvärde", "enhet: procent\nutgångsvärde")
    )


@pytest.mark.parametrize("written", ["80 %", "80 procent", "80%"])
def test_the_unit_is_read_from_the_target_as_it_is_written(written: str) -> None:
    text = with_indicator(f"namn: Vet\nutgångsvärde: 64\nmålvärde: {written}\nkälla: enkät")
    found = [one for one in check(text).diagnostics if one.code == "MK303"]
    assert len(found) == 1
    assert "enhet: procent\n" in fixed(text, found)


@pytest.mark.parametrize(
    ("indicator", "statement"),
    [
        ("namn: Elever med mer än 20 procent frånvaro\nutgångsvärde: 118\nmålvärde: 80\nkälla: x", PLAIN),
        ("namn: Hög frånvaro\nutgångsvärde: 118\nmålvärde: 80\nkälla: x",
         "Antalet elever med mer än 20 procents frånvaro minskar från 118 till 80."),
        ("namn: Samtal\nutgångsvärde: 3\nmålvärde: 5\nkälla: x", PLAIN),
    ],
)  # fmt: skip
def test_a_percentage_that_limits_a_group_is_no_unit(indicator: str, statement: str) -> None:
    assert only(with_indicator(indicator, statement), "MK303").fix is None


def test_the_unit_is_written_in_brackets_too() -> None:
    text = with_indicator("{namn: Andel nöjda (%), utgångsvärde: 64, målvärde: 80, källa: enkät}")
    assert "{namn: Andel nöjda (%), enhet: procent, utgångsvärde: 64" in fixed(text, [only(text, "MK303")])


@pytest.mark.parametrize(("key", "code"), [("enhet", "MK303"), ("utgångsvärde", "MK302"), ("källa", "MK304")])
def test_a_key_with_nothing_after_it_is_as_good_as_left_out(key: str, code: str) -> None:
    lines = {"enhet": "antal", "utgångsvärde": "64", "målvärde": "80", "källa": "enkät", key: ""}
    text = with_indicator(
        "\n".join(["namn: Samtal, procent", *(f"{name}: {value}" for name, value in lines.items())])
    )
    found = only(text, code)
    assert text.splitlines()[found.location.start.line - 1].strip() == f"{key}:"
    assert found.fix is None


def test_an_indicator_with_an_id_in_kolada_needs_a_source_only_as_a_hint() -> None:
    found = only(changed(("        källa: Kolada\n", "")), "MK304")
    assert found.severity is Severity.INFO
    assert found.help
    assert found.help.render(Language.SV) == "Skriv källa: Kolada."


def test_an_indicator_without_a_name_is_spoken_of_all_the_same() -> None:
    text = with_indicator("enhet: procent\nmålvärde: 80\nkälla: enkät")
    found = next(one for one in check(text).diagnostics if one.code == "MK302")
    assert found.message.render(Language.SV).startswith("Indikatorn har")
    assert found.message.render(Language.EN).startswith("The indicator has")


# the way from baseline to target


def numbers(baseline: str, target: str, extra: str = "", unit: str = "antal", statement: str = PLAIN) -> str:
    lines = [
        f"enhet: {unit}",
        f"utgångsvärde: {baseline}",
        f"målvärde: {target}",
        "källa: x",
        *extra.split("\n"),
    ]
    return with_indicator("\n".join(["namn: Samtal", *(line for line in lines if line)]), statement)


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "expected"),
    [
        ("10", "20", "öka", []),
        ("20", "10", "minska", []),
        ("10", "10", "behåll", []),
        ("10", "10", "", ["MK305"]),
        ("10", "10.0", "", ["MK305"]),
        ("10", "10", "öka", ["MK305"]),
        ("10", "10", "minska", ["MK305"]),
        ("20", "10", "öka", ["MK306"]),
        ("10", "20", "minska", ["MK306"]),
        ("10", "20", "behåll", ["MK306"]),
        ("-5", "-2", "minska", ["MK306"]),
        ("0", "-2", "öka", ["MK306"]),
    ],
)
def test_direction_and_numbers_are_held_together(
    baseline: str, target: str, direction: str, expected: list[str]
) -> None:
    assert codes(numbers(baseline, target, f"riktning: {direction}" if direction else "")) == expected


def test_a_level_that_is_kept_within_bounds_is_asked_about_and_no_error() -> None:
    assert only(numbers("92", "90", "riktning: behåll"), "MK306").severity is Severity.WARNING
    assert only(numbers("92", "90", "riktning: öka"), "MK306").severity is Severity.ERROR


def test_the_direction_is_quoted_as_it_is_written() -> None:
    text = changed(("riktning: minska", "riktning: Increase"))
    found = only(text, "MK306")
    assert "”Increase”" in found.message.render(Language.SV)
    assert "“Increase”" in found.message.render(Language.EN)


@pytest.mark.parametrize(
    "broken", ["utgångsvärde: {år: 2025}", "utgångsvärde: drygt hälften", "riktning: sidledes"]
)
def test_numbers_that_can_not_be_read_are_not_compared(broken: str) -> None:
    key = broken.partition(":")[0]
    lines = {"utgångsvärde": "utgångsvärde: 20", "riktning": "riktning: öka", key: broken}
    text = with_indicator(
        "\n".join(["namn: Samtal", "enhet: antal", *lines.values(), "målvärde: 10", "källa: x"])
    )
    assert not {"MK302", "MK305", "MK306", "MK308"} & set(codes(text))


def test_one_mistaken_number_is_one_finding() -> None:
    # the sentence tells that it is the target, so neither the direction nor the lack of movement is spoken of
    stated = "Antalet samtal ökar från 35 till 62."
    assert codes(numbers("35", "26", "riktning: öka", statement=stated)) == ["MK308"]
    assert codes(numbers("35", "35", statement=stated)) == ["MK308"]
    assert codes(numbers("35", "26", "delmål: [{år: 2026, värde: 50}]", statement=stated)) == ["MK308"]


# the target's year


def test_indicators_with_the_same_year_outside_the_horizon_are_one_mistake() -> None:
    second = FIRST.replace("Vet vem", "Vet när")
    text = changed((FIRST, FIRST + second), ("horisont: 2026-2028", "horisont: 2026-2027"))
    found = only(text, "MK307")
    assert len(found.also) == 1
    assert found.related


def test_a_milestone_outside_the_horizon_is_not_told_of_beside_the_target() -> None:
    text = numbers("10", "20", "delmål: [{år: 2029, värde: 15}]").replace(
        "målvärde: 20", "målvärde: {värde: 20, år: 2030}"
    )
    assert codes(text) == ["MK307"]


@pytest.mark.parametrize("horizon", ["2028-2026", "nästa år", "{från: 2026}"])
def test_without_a_sound_horizon_no_year_is_outside_it(horizon: str) -> None:
    text = changed(("horisont: 2026-2028", f"horisont: {horizon}"), ("år: 2028}", "år: 2031}"))
    assert not {"MK307", "MK313", "MK314"} & set(codes(text))


# percentages


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("Nöjda", "procent", ["MK309"]),
        ("Andel elever med förbättrade resultat", "procent", ["MK309"]),
        ("Nöjda", "'%'", ["MK309"]),
        ("Nöjda", "andel (%)", ["MK309"]),
        ("Ökning av antalet besök", "procent", []),
        ("Förändring mot basåret", "procent", []),
        ("Nöjda", "procentenheter", []),
        ("Nöjd-kund-index", "procent", []),
        ("Täckningsgrad", "procent", []),
        ("Besök", "procent av förra årets, förändring", []),
        ("Besök", "antal", []),
        ("Besök", "index", []),
    ],
)
def test_only_shares_end_at_a_hundred_percent(name: str, unit: str, expected: list[str]) -> None:
    assert (
        codes(with_indicator(f"namn: {name}\nenhet: {unit}\nutgångsvärde: 64\nmålvärde: 110\nkälla: x"))
        == expected
    )


def test_an_impossible_number_is_one_finding_whatever_else_it_breaks() -> None:
    assert codes(numbers("64", "800", "riktning: minska", unit="procent", statement=STATEMENT)) == ["MK309"]
    found = only(numbers("118", "140", "delmål: [{år: 2026, värde: 125}]", unit="procent"), "MK309")
    assert len(found.also) == 2
    assert "118, 125 eller 140" in found.message.render(Language.SV)
    assert "118, 125 or 140" in found.message.render(Language.EN)


def test_an_outcome_is_held_to_the_same_bounds() -> None:
    text = changed(
        (
            "    rådighet: egen\n",
            "    rådighet: egen\n    uppföljning: [{år: 2026, utfall: 645, bedömning: uppnått}]\n",
        )
    )
    assert codes(text) == ["MK309"]


@pytest.mark.parametrize(
    ("name", "baseline", "target", "expected"),
    [
        ("Brukare som vet vem som kommer", "64", "100", ["MK310"]),
        ("Andel som svarar att de är nöjda", "64", "100", ["MK310"]),
        ("Elever som utsätts för våld", "3", "0", ["MK310"]),
        ("Andel grundskolor med bibliotekarie", "64", "100", []),
        ("Brukare som vet vem som kommer", "100", "100", ["MK305"]),
        ("Brukare som vet vem som kommer", "64", "99", []),
    ],
)
def test_all_or_none_of_a_group_of_people_is_hard_to_reach(
    name: str, baseline: str, target: str, expected: list[str]
) -> None:
    text = with_indicator(
        f"namn: {name}\nenhet: procent\nutgångsvärde: {baseline}\nmålvärde: {target}\nkälla: x"
    )
    assert codes(text) == expected


def test_nobody_as_a_number_is_no_share() -> None:
    assert not codes(
        with_indicator("namn: Barn som vräks\nenhet: antal\nutgångsvärde: 3\nmålvärde: 0\nkälla: x")
    )


# ids in Kolada


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ("N15436", None),
        ("U23401", None),
        ("M15436", Severity.WARNING),
        ("n15436", Severity.ERROR),
        ("m15436", Severity.ERROR),
        ("N1543", Severity.ERROR),
        ("N154366", Severity.ERROR),
        ("15436", Severity.ERROR),
        ("N 15436", Severity.ERROR),
        ("N15436, N15437", Severity.ERROR),
        ("Ｎ15436", Severity.ERROR),
        ("N１5436", Severity.ERROR),
        ("ℕ15436", Severity.ERROR),
    ],
)
def test_an_id_is_checked_by_its_form(written: str, severity: Severity | None) -> None:
    found = check(changed(("kolada: U23401", f"kolada: {written}"))).diagnostics
    assert [(one.code, one.severity) for one in found] == ([("MK311", severity)] if severity else [])


# milestones


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        ("[{år: 2026, värde: 12}, {år: 2027, värde: 15}]", []),
        ("[{år: 2026, värde: 12}, {år: 2027, värde: 12}]", []),
        ("[{år: 2026, värde: 12}, {år: 2026, värde: 15}]", ["MK313"]),
        ("[{år: 2027, värde: 15}, {år: 2026, värde: 12}]", ["MK313"]),
        ("[{år: 2025, värde: 12}]", ["MK313"]),
        ("[{år: 2029, värde: 15}]", ["MK313"]),
        ("[{år: 2026, värde: 9}]", ["MK313"]),
        ("[{år: 2026, värde: 25}]", ["MK313"]),
        ("[{år: 2026, värde: 15}, {år: 2027, värde: 12}]", ["MK313"]),
        ("[{år: 2027, värde: 25}, {år: 2026, värde: 5}]", ["MK313"]),
    ],
)
def test_milestones_lead_to_the_target(milestones: str, expected: list[str]) -> None:
    assert codes(numbers("10", "20", f"delmål: {milestones}")) == expected


def test_without_a_baseline_a_milestone_may_lie_anywhere() -> None:
    text = with_indicator(
        "namn: Samtal\nenhet: antal\nriktning: behåll\nmålvärde: 9\nkälla: x\ndelmål: [{år: 2026, värde: 5}]"
    )
    assert not codes(text)


def test_a_milestone_without_a_value_is_left_out_of_the_order() -> None:
    text = numbers("10", "20", "delmål: [{år: 2026}, {år: 2027, värde: 15}]")
    assert "MK313" not in codes(text)


def test_a_milestone_after_the_targets_year_is_told_of() -> None:
    text = numbers("10", "{värde: 20, år: 2027}", "delmål: [{år: 2028, värde: 15}]")
    assert places(text)[0][0] == "MK313"


def test_with_the_direction_in_doubt_milestones_are_not_judged() -> None:
    assert codes(numbers("20", "10", "riktning: öka\ndelmål: [{år: 2026, värde: 5}]")) == ["MK306"]
