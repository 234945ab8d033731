"""Many documents together: what is counted, and that it is counted once."""

from __future__ import annotations

import re

import jsonschema  # type: ignore[import-untyped]
import pytest
from overviews import FOLDER, GOLDENS, Golden, checked, document, gathered, shown

from malkoll.language import Language
from malkoll.report.cells import width
from malkoll.report.overview_v1 import shape
from malkoll.repository.gathered import Followed, Outcome, of_year, years_of
from malkoll.repository.links import agenda_links, priority_links, strategy_links
from malkoll.repository.overview import alike, coverage, follow_ups, followed, horizons
from malkoll.repository.principles import area_of, principles
from malkoll.rules import RULES
from malkoll.schema.files import schema
from malkoll.source import SourceFile
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in, read_model

DAILY, HEALTH = "fokusområde: Hållbar vardag", "fokusområde: hallbar-halsa"
MEASURED = "indikatorer: [{namn: Dagar, utgångsvärde: 3, målvärde: 1}]"
ASSESSED = "professionell_bedömning: true"


def _model(keys: str) -> LoadedModel:
    data = (
        f"id: m\nnamn: M\nnivåer: {{nämnd: {{}}}}\nfokusområden: [{{id: a, namn: Alfa}}]\n{keys}\n".encode()
    )
    source = SourceFile("modell.yaml", data)
    built, _, _ = read_model(source)
    assert built.part is not None
    return LoadedModel(built.part, source, data)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_an_overview_reads_as_before(golden: Golden) -> None:
    """Where the change is meant: ``python tests/repository/overviews.py``, and read the difference."""
    assert golden.text() == golden.file.read_text(encoding="utf-8")


def test_no_kept_overview_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {golden.name for golden in GOLDENS}


def test_goals_are_counted_by_focus_area_however_the_area_is_written() -> None:
    found = coverage(
        gathered(document("A", DAILY, HEALTH), document("B", "fokusområde: HÅLLBAR  VARDAG".lower()))
    )
    assert [sum(row.values()) for row in found.rows] == [2, 1]
    assert found.totals["hållbar vardag"] == 2
    assert [area.name for area in found.uncovered] == [
        "Hållbar gemenskap",
        "Hållbar kompetens",
        "Hållbar natur",
    ]
    assert found.outside == 0


def test_a_goal_in_two_areas_counts_in_both_and_one_in_none_is_told() -> None:
    made = gathered(
        document("A", "fokusområde: [Hållbar vardag, Hållbar hälsa]", "fokusområde: Påhittat", "")
    )
    found = coverage(made)
    assert (found.totals["hållbar vardag"], found.totals["hållbar hälsa"], found.outside) == (1, 1, 2)
    assert "räknas i vart och ett" in shown(made)
    assert "Inget område" in " ".join(shown(made).split()) or "Inget" in shown(made)


def test_horizons_are_gathered_by_their_years_and_told_short_from_long() -> None:
    made = gathered(
        document("A", "horisont: 2026", "horisont: 2026-2028", "horisont: 2026-2028"),
        document("B", "horisont: 2027-2029", "horisont: 2029-2026", ""),
    )
    found = horizons(made)
    assert (found.first, found.last) == (2026, 2029)
    assert found.rows[0] == {(2026, 2026): 1, (2026, 2028): 2}
    assert (found.short, found.long, found.unknown) == (1, 3, 2)


def test_goals_are_counted_by_how_they_are_followed() -> None:
    made = gathered(document("A", MEASURED, ASSESSED, f"{MEASURED}\n{ASSESSED}", "", "indikatorer: ca 80"))
    counts = followed(made.goals)
    assert counts == {
        Followed.MEASURED: 1, Followed.ASSESSED: 1, Followed.BOTH: 1, Followed.NEITHER: 1, Followed.UNCLEAR: 1,
    }  # fmt: skip


def test_what_a_goal_names_and_what_its_area_implies_are_counted_apart() -> None:
    made = gathered(
        document("A", f"{HEALTH}\nagenda2030: [3.4, 3.8, 4]", HEALTH, "agenda2030: [inte ett mål]")
    )
    found = agenda_links(made)
    links = {link.id: link for link in found.links}
    assert len(links) == 17
    assert (links["3"].stated, links["3"].implied) == (1, 1)
    assert (links["4"].stated, links["4"].implied) == (1, 0)
    assert (links["10"].stated, links["10"].implied) == (0, 2)
    assert found.is_own_reading
    assert "malkolls egen läsning" in shown(made)


def test_a_municipalitys_own_links_to_the_agenda_are_not_called_malkolls_reading() -> None:
    model = _model("").model
    assert model.focus_areas
    own = gathered(document("A", "fokusområde: Alfa\nagenda2030: [4]"), model=_model(""))
    assert not agenda_links(own).is_own_reading
    assert "egen läsning" not in shown(own)


def test_the_regional_strategy_is_counted_by_area_principle_and_priority() -> None:
    made = gathered(document("A", f"{HEALTH}\nrus: [RUS2.1, Jämställdhet]", HEALTH))
    (strategy,) = strategy_links(made)
    by_id = {link.id: link for link in strategy.all}
    assert (by_id["RUS2.1"].stated, by_id["RUS2.1"].implied) == (1, 1)
    assert (by_id["RUS-P3"].stated, by_id["RUS-P3"].implied) == (1, 1)
    assert (by_id["RUS2"].stated, by_id["RUS2"].implied) == (0, 2)


def test_pending_priorities_are_told_as_pending_and_decided_ones_with_their_goals() -> None:
    assert "väntar de på beslut" in shown(gathered(document("A", DAILY)))
    model = _model(
        "prioriteringar: {status: beslutade, lista: [{id: p1, namn: Fler jobb}, {id: p2, namn: Trygga barn}]}"
    )
    made = gathered(document("A", "fokusområde: Alfa\nprioriteringar: [p1]"), model=model)
    (found,) = priority_links(made)
    assert [(link.name, link.stated) for link in found.links] == [("Fler jobb", 1), ("Trygga barn", 0)]
    assert "Inget mål anger Trygga barn." in shown(made)


def test_follow_ups_tell_goals_that_are_due_from_goals_that_go_on() -> None:
    made = gathered(
        document(
            "A",
            f"{DAILY}\nhorisont: 2024\nuppföljning: [{{år: 2024, bedömning: uppnått}}]",
            f"{DAILY}\nhorisont: 2024\nuppföljning: [{{år: 2024, bedömning: uppnått}}, {{år: 2025, bedömning: delvis}}]",
            f"{HEALTH}\nhorisont: 2024\nuppföljning: [{{år: 2024, bedömning: ej uppnått, motivering: Kön växte.}}]",
            f"{HEALTH}\nhorisont: 2024",
            f"{HEALTH}\nhorisont: 2024-2027",
            f"{HEALTH}\nhorisont: 2024\nuppföljning: [{{år: 2024, utfall: 3}}]",
            year=2024,
        )
    )
    found = follow_ups(made)
    assert found.totals == dict.fromkeys(Outcome, 1)
    assert found.areas["hållbar vardag"] == {Outcome.REACHED: 1, Outcome.PARTLY: 1}
    text = shown(made, follow_up=True)
    assert "Motivering: Kön växte." in text
    assert "inte uppföljt fast tiden har gått ut" in " ".join(text.split())


def test_goals_that_are_alike_are_shown_with_the_boards_that_have_them() -> None:
    goal = "formulering: Antalet barn som deltar i öppen förskola ökar från 35 till 62."
    texts = [
        f"nämnd: {board}\når: 2026\nmål:\n  - id: {board.lower()}-1\n    {goal}\n" for board in ("Aa", "Bb")
    ]
    made = gathered(*texts)
    (pair,) = alike(made)
    assert (pair.other_row.name, pair.row.name) == ("Aa", "Bb")
    assert "Bb (bb-1) och Aa (aa-1)" in shown(made)


def test_municipalities_and_years_have_a_column_where_there_are_several() -> None:
    one = shown(gathered(document("A", DAILY), document("B", DAILY)))
    assert "Kommun" not in one
    two = shown(gathered(document("A", DAILY), document("A", DAILY, municipality="Bergsund", year=2027)))
    assert re.search(r"Kommun +Nämnd +År", two)


def test_a_report_is_narrowed_to_a_year_and_keeps_what_has_none() -> None:
    report = checked(document("A", DAILY), document("B", DAILY, year=2027), "nämnd: C\nmål: []\n")
    assert years_of(report) == (2026, 2027)
    assert [file.board for file in of_year(report, 2027).files] == ["B", "C"]


def test_findings_stand_under_the_models_principles_in_their_order_and_the_rest_under_their_area() -> None:
    found = principles(checked(document("A", DAILY, "foo: 1")).files)
    names = [principle.name.sv for principle in found]
    assert names[0] == "Nämnderna har rätt antal mål"
    assert names.index("Målen är mätbara så långt det är möjligt") < names.index(
        "Dokumentet är ifyllt som det ska"
    )
    assert [principle.is_the_models for principle in found] == sorted(
        (principle.is_the_models for principle in found), reverse=True
    )


def test_a_models_own_principles_are_the_headings() -> None:
    model = _model(
        "principer: [{id: p, namn: {sv: Målen går att mäta, en: Goals can be measured}, regler: [MK301]}]"
    )
    found = principles(checked(document("A", "fokusområde: Alfa"), model=model).files)
    (own,) = [principle for principle in found if principle.is_the_models]
    assert own.name.en == "Goals can be measured"
    assert [rule.code for rule in own.rules] == ["MK301"]


def test_every_finding_stands_under_exactly_one_principle() -> None:
    report = checked(document("A", DAILY, "foo: 1"), "nämnd: [\n", document("B", HEALTH))
    found = [one.diagnostic.fingerprint for principle in principles(report.files) for one in principle.found]
    assert sorted(found) == sorted(one.fingerprint for one in report.diagnostics)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_heading_to_stand_under(rule: object) -> None:
    heading = area_of(rule.code)  # type: ignore[attr-defined]
    assert heading.sv
    assert heading.en


def test_every_rule_about_goals_belongs_to_a_principle_of_the_built_in_model() -> None:
    areas = {"steering", "measurement", "clarity", "effect"}
    left = {
        rule.name
        for rule in RULES
        if rule.module.split(".")[2] in areas and built_in(DEFAULT).principle(rule.code, rule.name) is None
    }
    # that a model can't be used is no principle of it
    assert left == {"unusable-steering-model"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_nothing_is_wider_than_the_screen(columns: int, language: Language) -> None:
    made = gathered(
        document("Nämnden för arbetsmarknad, integration och vuxenutbildning", DAILY, HEALTH),
        document("B", DAILY, municipality="Upplands Väsby"),
        document("C", "horisont: 2026-2031", year=2025),
    )
    for follow_up in (False, True):
        lines = shown(made, width=columns, language=language, follow_up=follow_up).splitlines()
        assert max(map(width, lines)) <= columns


def test_the_json_overview_is_what_its_schema_says() -> None:
    texts = (document("A", DAILY, f"{HEALTH}\nhorisont: 2026-2027\nagenda2030: [4]"), document("B", MEASURED))
    made = shape(gathered(*texts), Language.EN)
    jsonschema.validate(made, schema("overview", Language.EN))
    assert made["goals"] == 3
    assert made["boards"][0]["focus_areas"][0] == {"focus_area": "Hållbar vardag", "goals": 1}
    assert made["findings"]["errors"] == sum(one["findings"]["errors"] for one in made["principles"])
    empty = shape(gathered("nämnd: A\n"), Language.SV)
    jsonschema.validate(empty, schema("overview", Language.SV))
