"""What the summary says holds was asked for, could be told, and is true."""

from __future__ import annotations

import pytest

from checked import SOUND, changed, check, model_of
from malkoll.file_report import FileReport
from malkoll.language import Language
from malkoll.selection import select

ALL = [
    "antal mål (3, ska vara 3–5)",
    "fokusområden",
    "horisonter",
    "mätning eller bedömning",
    "indikatorernas siffror och källor",
    "hur bedömningarna görs",
    "målgrupper",
    "rådighet",
    "grunduppdrag",
    "nulägesanalys",
]


def held(file: FileReport, language: Language = Language.SV) -> list[str]:
    return [name.render(language) for name in file.holds]


def test_all_of_it_holds_in_a_sound_document() -> None:
    file = check(SOUND)
    assert held(file) == ALL
    assert held(file, Language.EN)[0] == "number of goals (3, should be 3–5)"


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("fokusområde: Hållbar vardag", "fokusområde: Hållbar vardan", "fokusområden"),
        ("    fokusområde: Hållbar vardag\n", "", "fokusområden"),
        ("horisont: 2026-2028", "horisont: 2026-2034", "horisonter"),
        ("horisont: 2026-2028", "horisont: snart", "horisonter"),
        ("    horisont: 2026-2028\n", "", "horisonter"),
        ("        källa: Kolada\n", "", "indikatorernas siffror och källor"),
        ("målvärde: {värde: 80, år: 2028}", "målvärde: ca 80", "indikatorernas siffror och källor"),
        ("      ansvarig: enhetschef\n", "", "hur bedömningarna görs"),
        ("    målgrupp: brukare\n", "", "målgrupper"),
        ("    rådighet: egen\n", "", "rådighet"),
        ("rådighet: egen", "rådighet: ingen", "rådighet"),
        ("grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.\n", "", "grunduppdrag"),
        ("    källa: brukarundersökningen\n    år: 2025\n", "", "nulägesanalys"),
    ],
)
def test_what_is_missing_unreadable_or_wrong_is_not_said_to_hold(old: str, new: str, lost: str) -> None:
    names = held(check(changed((old, new))))
    assert lost not in names
    assert set(names) < set(ALL)


def test_a_goal_neither_measured_nor_assessed_leaves_measurement_out() -> None:
    start = SOUND.index("    professionell_bedömning:")
    names = held(check(SOUND[:start]))
    assert "mätning eller bedömning" not in names
    assert "hur bedömningarna görs" not in names, "nothing is assessed"


def test_a_rule_that_is_off_says_nothing_of_what_holds() -> None:
    assert "rådighet" not in held(check(SOUND, selection=select(ignored=["outside-control"])))
    assert held(check(SOUND, selection=select(["MK201"]))) == ["antal mål (3, ska vara 3–5)"]
    off = select(severities={"missing-mission": None})
    assert "grunduppdrag" not in held(check(SOUND, selection=off))


def test_a_model_that_says_nothing_of_something_leaves_it_out() -> None:
    model = model_of(
        "id: m\nnamn: M\nregler:\n  outside-control: av\nnivåer:\n  nämnd:\n    mål: {minst: 1}\n"
    )
    names = held(check(SOUND, model=model))
    assert "antal mål (3, ska vara minst 1)" in names
    assert not {"fokusområden", "horisonter", "rådighet"} & set(names)


@pytest.mark.parametrize(
    ("limits", "said"), [("högst: 4", "högst 4"), ("minst: 3, högst: 3", "3"), ("minst: 2, högst: 9", "2–9")]
)
def test_the_number_of_goals_is_given_with_the_models_limits(limits: str, said: str) -> None:
    model = model_of(f"id: m\nnamn: M\nnivåer:\n  nämnd:\n    mål: {{{limits}}}\n")
    assert f"antal mål (3, ska vara {said})" in held(check(SOUND, model=model))


def test_a_silenced_finding_is_not_said_to_hold() -> None:
    text = changed(
        ("        källa: Kolada\n", ""),
        (
            "      - namn: Väntetid",
            "      # malkoll: undantag[indicator-without-source] kommer\n      - namn: Väntetid",
        ),
    )
    file = check(text)
    assert not file.diagnostics
    assert "indikatorernas siffror och källor" not in held(file)


def test_goals_that_cannot_be_read_leave_nothing_to_say() -> None:
    assert held(check(changed(("  - id: sn-1\n", "  - bara text\n  - id: sn-1\n")))) == []
    assert held(check("nämnd: Socialnämnden\når: 2026\nmål: []\n")) == []
