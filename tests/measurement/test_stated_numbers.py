"""Which numbers of a sentence are its target, and when they contradict the indicator or the horizon."""

from __future__ import annotations

import pytest

from checked import changed, check, codes
from malkoll.language import Language
from malkoll.rules.measurement.stated import stated_target, stated_year
from malkoll.swedish.analysis import analyse

BY = "    horisont: 2026-2028\n    målgrupp: brukare"


@pytest.mark.parametrize(
    ("sentence", "start", "end", "unit"),
    [
        ("Andelen ökar från 82 till 90 procent.", 82, 90, "percent"),
        ("Andelen ska öka från 84 procent till 88 procent.", 84, 88, "percent"),
        ("Andelen ökar från 82,5 % till minst 90 %.", 82.5, 90, "percent"),
        ("Väntetiden minskar från cirka 74 till högst 45 dagar.", 74, 45, "dagar"),
        ("Antalet besök ökar från 1 200 till 12\u00a0500.", 1200, 12500, ""),
        ("Fler barn deltar, från 35 till 62 barn.", 35, 62, "barn"),
        ("The share rises from 64 to 80 percent.", 64, 80, "percent"),
        ("The waiting time falls from about 74 to at most 45 days.", 74, 45, "days"),
        ("Andelen nöjda ökar till minst 90 procent.", None, 90, "percent"),
        ("The share is increased to 90 per cent.", None, 90, "percent"),
        ("Väntetiden kortas från fyra till två veckor.", 4, 2, "veckor"),
        ("Antalet besökare ökar från 1800 till 2000 per år.", 1800, 2000, ""),
        ("ANDELEN ÖKAR FRÅN 82 TILL 90 PROCENT", 82, 90, "percent"),
    ],
)
def test_a_stated_target_is_read(sentence: str, start: float | None, end: float, unit: str) -> None:
    stated = stated_target(analyse(sentence))
    assert stated is not None
    assert (stated.start, stated.end, stated.unit) == (start, end, unit)
    first, last = stated.part
    assert sentence[first:last].casefold().startswith(("från", "from", "till", "to"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Elever med mer än 20 % frånvaro blir färre.",
        "Eleverna i årskurs 3 läser bättre.",
        "Alla elever når examen inom fyra år.",
        "Öppettiderna är från 8 till 17.",
        "Biblioteket har öppet från 10 till 18 alla dagar.",
        "Barn från 1 till 5 år erbjuds förskola, och fler väljer den.",
        "Fler elever från 6 till 16 år går i fritidshem.",
        "Fler elever går från årskurs 3 till årskurs 6.",
        "Utsläppen minskar från 2022 till 2026.",
        "Stöd ges från 1 januari till 31 mars, och fler får det.",
        "Bidrag ges med upp till 50 procent av kostnaden, och fler söker det.",
        "Andelen sjukskrivna till 50 procent minskar.",
        "Andelen ökar med 10 procent.",
        "Andelen ökar från 50 till 60 procent i förskolan och från 70 till 80 procent i skolan.",
        "Andelen ökar till 60 procent i förskolan och till 80 procent i skolan.",
        "Avgiften ökar till 3-5 procent.",
        "Fler kommer till 90 procentenheter.",
        "",
        "från till procent",
    ],
)
def test_other_numbers_are_no_target(sentence: str) -> None:
    assert stated_target(analyse(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Senast 2026 är alla nöjda.", 2026),
        ("Alla är nöjda senast år 2026.", 2026),
        ("Alla är nöjda senast den 31 december 2026.", 2026),
        ("Alla är nöjda senast vid utgången av 2026.", 2026),
        ("Utsläppen upphör senast 2026.", 2026),
        ("By 2026 all are content.", 2026),
        ("All are content by the end of 2026.", 2026),
        ("År 2026 är alla nöjda.", None),
        ("Senast 2026 halva, senast 2028 hela.", None),
        ("The number of visitors increases by 2050.", None),
        ("Senast 2026-12-31 är det klart.", None),
        ("Senast kl. 20 är det klart.", None),
    ],
)
def test_a_year_by_which_is_read(sentence: str, year: int | None) -> None:
    found = stated_year(analyse(sentence))
    assert (found[0] if found else None) == year


def with_indicator(
    statement: str, unit: str, baseline: str, target: str, more: str = "", horizon: str = "2026-2028"
) -> str:
    return changed(
        ("Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.", statement),
        ("horisont: 2026-2028", f"horisont: {horizon}"),
        ("        enhet: procent\n", f"        enhet: {unit}\n" if unit else ""),
        ("utgångsvärde: {värde: 64, år: 2025}", f"utgångsvärde: {baseline}" if baseline else "mäts: årligen"),
        ("målvärde: {värde: 80, år: 2028}", f"målvärde: {target}"),
        ("        källa: brukarundersökningen\n", f"        källa: brukarundersökningen\n{more}"),
    )


RISES = "Andelen brukare som vet vem som kommer ökar från 64 till 80 procent."
WAIT = "Tiden som brukare väntar minskar från 4 till 2 veckor."


@pytest.mark.parametrize(
    ("statement", "unit", "baseline", "target", "disagree"),
    [
        (RISES, "procent", "64", "80", False),
        (RISES, "procent", "64.3", "80.4", False),
        (RISES, "procent", "60", "80", True),
        (RISES, "procent", "64", "85", True),
        (RISES, "procent", "", "85", True),
        (RISES, "antal", "118", "140", False),
        (RISES, "procentenheter", "10", "20", False),
        (WAIT, "dagar", "28", "14", False),
        (WAIT, "veckor", "4", "2", False),
        (WAIT, "veckor", "4", "3", True),
        ("Brukarnas andel ökar från 64 till 80.", "procent", "64", "85", True),
        ("Antalet brukare som är nöjda ökar från 64 till 80 brukare.", "antal", "64", "85", True),
        (RISES, "", "64", "85", True),
        ("Brukarnas bidrag ökar från 1 till 2 miljoner kronor.", "", "1000", "2000", False),
        ("Andelen brukare som vet vem som kommer ökar till 80 procent.", "procent", "70", "80", False),
        ("Andelen brukare som vet vem som kommer ökar till 80 procent.", "procent", "70", "90", True),
        ("Brukarna får mer, ökningen är från 1,2 till 1,5 miljoner kronor.", "tkr", "1200", "1500", False),
    ],
)
def test_the_only_indicator_is_held_against_the_sentence(
    statement: str, unit: str, baseline: str, target: str, *, disagree: bool
) -> None:
    found = codes(with_indicator(statement, unit, baseline, target))
    assert ("MK308" in found) is disagree


def test_the_part_of_the_sentence_that_disagrees_is_shown() -> None:
    text = with_indicator(RISES, "procent", "64", "85")
    (found,) = check(text).diagnostics
    line = text.splitlines()[found.location.start.line - 1]
    assert line[found.location.start.column - 1 : found.location.end.column - 1] == "från 64 till 80 procent"
    assert found.message.render(Language.SV) == "Meningen säger 80, men indikatorn har målvärdet 85."
    assert found.related[0].message.render(Language.EN) == "The indicator “Vet vem som kommer” says 85."


def test_a_sentence_in_a_block_text_is_shown_at_its_numbers() -> None:
    block = ">-\n      Andelen brukare som vet vem som kommer\n      ökar från 64 till 80 procent."
    text = with_indicator(block, "procent", "60", "80")
    (found,) = check(text).diagnostics
    assert found.location.start.line == 14
    assert found.message.render(Language.SV).startswith("Meningen säger att det är 64 i dag")


MORE = "      - namn: Nöjda\n        enhet: procent\n        utgångsvärde: {}\n        målvärde: {}\n        källa: x\n"


def test_of_several_indicators_one_is_enough() -> None:
    assert not codes(with_indicator(RISES, "procent", "70", "90", MORE.format(64, 80)))
    assert codes(with_indicator(RISES, "procent", "70", "90", MORE.format(60, 70))) == ["MK308"]


def test_an_indicator_that_can_not_be_read_may_be_the_one() -> None:
    assert "MK308" not in codes(with_indicator(RISES, "procent", "70", "90", "      - Nöjda brukare\n"))
    assert "MK308" not in codes(with_indicator(RISES, "procent", "70", "drygt 90"))


@pytest.mark.parametrize(
    ("year", "horizon", "target", "expected"),
    [
        ("2028", "2026-2028", "{värde: 80, år: 2028}", []),
        ("2027", "2026-2028", "{värde: 80, år: 2027}", []),
        ("2027", "2026-2028", "{värde: 80, år: 2028}", ["MK308"]),
        ("2027", "2026-2028", "80", ["MK308"]),
        ("2029", "2026-2028", "80", ["MK308"]),
        ("2025", "2026-2028", "80", ["MK308"]),
        ("2029", "2026-2028", "{värde: 80, år: 2029}", ["MK307"]),
        ("2029", "2026", "80", ["MK308"]),
    ],
)
def test_a_year_by_which_lies_at_the_end_of_the_horizon(
    year: str, horizon: str, target: str, expected: list[str]
) -> None:
    statement = f"Senast {year} vet fler brukare i hemtjänsten vem som kommer."
    assert codes(with_indicator(statement, "procent", "64", target, horizon=horizon)) == expected


def test_numbers_and_year_of_one_sentence_are_two_findings() -> None:
    statement = f"Senast 2029: {RISES}"
    assert codes(with_indicator(f'"{statement}"', "procent", "64", "85")) == ["MK308", "MK308"]
