"""Tables as officials make them are understood, and nothing in them is dropped in silence."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from made_files import HEAD, HERE, ROW, excel, goals, left, read, word

from malkoll.tables.gather_loose import Given
from malkoll.tables.headings import known
from malkoll.tables.targets import targets


def test_every_known_heading_means_something_that_there_is() -> None:
    for heading, names in known().items():
        assert isinstance(heading, str)
        assert set(names) <= set(targets())


def test_a_plain_table_becomes_goals_with_their_indicators() -> None:
    result = read(excel(HEAD, ROW))
    assert goals(result) == [
        {
            "statement": "Väntetiden minskar.",
            "focus_area": ["Hållbar hälsa"],
            "horizon": "2026-2028",
            "audience": ["äldre"],
            "indicators": [{"name": "Väntetid", "baseline": {"value": "74"}, "target": {"value": "45"}}],
        }
    ]
    assert left(result) == []


def test_titles_above_the_table_say_whose_goals_they_are() -> None:
    data = excel(("Barn- och utbildningsnämndens mål 2027",), ("Granviks kommun",), (), HEAD, ROW)
    result = read(data, Given())
    assert result.missing == {}
    assert left(result) == []
    content = result.documents[0].content
    assert (content["board"], content["year"], content["municipality"]) == (
        "Barn- och utbildningsnämnden",
        "2027",
        "Granvik",
    )


def test_a_title_that_says_more_is_told_and_not_dropped() -> None:
    result = read(excel(("Socialnämndens mål 2027, antagna 2026-10-12",), HEAD, ROW), Given())
    assert left(result) == [("Blad1!A1", "Socialnämndens mål 2027, antagna 2026-10-12")]
    assert result.documents[0].content["year"] == "2027"


def test_a_sheet_s_name_says_the_board_where_nothing_else_does() -> None:
    result = read(excel(HEAD, ROW, sheet="Miljönämnden 2026"), Given())
    assert result.documents[0].content["board"] == "Miljönämnden"
    assert result.documents[0].content["year"] == "2026"


def test_a_column_of_boards_gives_a_document_for_each() -> None:
    rows = [
        ("Nämnd", "År", "Mål"),
        ("Socialnämnden", 2026, "Ett."),
        (None, None, "Två."),
        ("Miljönämnden", 2026, "Tre."),
    ]
    result = read(excel(*rows), Given())
    found = [(one.content["board"], len(one.content["goals"])) for one in result.documents]
    assert found == [("Socialnämnden", 2), ("Miljönämnden", 1)]


def test_a_heading_across_the_table_begins_another_board() -> None:
    rows = [HEAD, ("Socialnämnden",), ROW, ("Miljönämnden",), ROW]
    result = read(excel(*rows), Given(year="2026"))
    assert [one.content["board"] for one in result.documents] == ["Socialnämnden", "Miljönämnden"]
    assert left(result) == []


def test_board_and_year_that_nobody_says_are_asked_for() -> None:
    assert set(read(excel(HEAD, ROW), Given()).missing) == {"board", "year"}


def test_several_indicators_stand_on_rows_below_their_goal() -> None:
    more = (None, None, None, None, "Nöjda", 60, 70)
    (goal,) = goals(read(excel(HEAD, ROW, more)))
    assert [one["name"] for one in goal["indicators"]] == ["Väntetid", "Nöjda"]


def test_a_goal_in_merged_cells_has_the_indicators_beside_it() -> None:
    def merge(sheet: Any) -> None:
        for column in "ABCD":
            sheet.merge_cells(f"{column}2:{column}3")

    (goal,) = goals(read(excel(HEAD, ROW, (None, None, None, None, "Nöjda", 60, 70), change=merge)))
    assert len(goal["indicators"]) == 2


def test_a_goal_that_is_repeated_on_each_row_is_one_goal() -> None:
    (goal,) = goals(read(excel(HEAD, ROW, (*ROW[:4], "Nöjda", 60, 70))))
    assert len(goal["indicators"]) == 2
    assert goal["audience"] == ["äldre"]


def test_several_indicators_stand_on_lines_of_one_cell() -> None:
    row = (*ROW[:4], "Väntetid\nNöjda", "74 dagar\n60 %", "45 dagar\n70 %")
    (goal,) = goals(read(excel(HEAD, row)))
    assert [(one["name"], one["unit"], one["target"]["value"]) for one in goal["indicators"]] == [
        ("Väntetid", "dagar", "45"),
        ("Nöjda", "procent", "70"),
    ]


def test_lines_that_do_not_match_are_told() -> None:
    row = (*ROW[:4], "Väntetid\nNöjda\nTrygga", "1\n2\n3", "45\n70")
    result = read(excel(HEAD, row))
    assert left(result) == [("Blad1!G2", "45\n70")]


@pytest.mark.parametrize(
    ("value", "format_", "expected"),
    [
        (0.85, "0 %", {"value": "85", "unit": "procent"}),
        ("85 %", None, {"value": "85", "unit": "procent"}),
        ("85 procent", None, {"value": "85", "unit": "procent"}),
        ("3,5", None, {"value": "3.5"}),
        ("1 200", None, {"value": "1200"}),
        (3.5, None, {"value": "3.5"}),
        ("12 dagar (2025)", None, {"value": "12", "unit": "dagar", "year": "2025"}),
        ("-4", None, {"value": "-4"}),
        ("bättre än riket", None, {"value": "bättre än riket"}),
        (0.123456, "0.0%", {"value": "12.3456", "unit": "procent"}),
    ],
)
def test_values_are_read_with_their_units(
    value: object, format_: str | None, expected: dict[str, str]
) -> None:
    def change(sheet: Any) -> None:
        if format_:
            sheet["G2"].number_format = format_

    result = read(excel(HEAD, (*ROW[:5], None, value), change=change))
    ((indicator,),) = [goal["indicators"] for goal in goals(result)]
    assert {
        **indicator["target"],
        **{key: indicator[key] for key in ("unit",) if key in indicator},
    } == expected
    assert left(result) == []


def test_words_beside_a_number_are_told() -> None:
    result = read(excel(HEAD, (*ROW[:5], 74, "högst 45 dagar")))
    assert left(result) == [("Blad1!G2", "högst 45 dagar")]
    assert goals(result)[0]["indicators"][0]["target"] == {"value": "45"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026–2028", "2026-2028"), ("2026 t.o.m. 2028", "2026-2028"), ("2026 till och med 2028", "2026-2028"), (2026, "2026"),
        ("2026-28", "2026-2028"), ("år 2026", "2026"), (datetime.date(2026, 12, 31), "2026"), ("mandatperioden", "mandatperioden"),
        ("2026-01-01 – 2028-12-31", "2026-2028"),
    ],
)  # fmt: skip
def test_horizons_are_read_as_people_write_them(value: object, expected: str) -> None:
    (goal,) = goals(read(excel(HEAD, (*ROW[:2], value, *ROW[3:]))))
    assert goal["horizon"] == expected


@pytest.mark.parametrize(
    ("value", "assessment"),
    [
        ("ja", {"flag": "true"}), ("x", {"flag": "true"}), (True, {"flag": "true"}), ("Bedöms", {"flag": "true"}), ("nej", None),
        ("Mäts", None), ("Kan inte räknas.", {"reason": "Kan inte räknas."}),
    ],
)  # fmt: skip
def test_an_assessment_is_a_sign_or_a_reason(value: object, assessment: dict[str, str] | None) -> None:
    (goal,) = goals(read(excel(("Mål", "Fokusområde", "Professionell bedömning"), ("Ett.", "Hälsa", value))))
    assert goal.get("assessment") == assessment


def test_a_year_in_a_heading_is_the_year_of_the_values() -> None:
    head = ("Mål", "Indikator", "Nuläge 2025", "Målnivå 2026", "Målnivå 2027", "Målnivå 2028")
    (goal,) = goals(read(excel(head, ("Ett.", "Väntetid", 74, 70, 60, 45))))
    assert goal["indicators"] == [
        {
            "name": "Väntetid",
            "baseline": {"value": "74", "year": "2025"},
            "target": {"value": "45", "year": "2028"},
            "milestones": [{"year": "2026", "value": "70"}, {"year": "2027", "value": "60"}],
        }
    ]


def test_headings_in_two_rows_are_read_together() -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("A1:A2")

    data = excel(
        ("Mål", "Indikator"),
        (None, "Namn", "Utgångsvärde", "Målvärde"),
        ("Ett.", "Väntetid", 74, 45),
        change=merge,
    )
    (goal,) = goals(read(data))
    assert goal["indicators"] == [
        {"name": "Väntetid", "baseline": {"value": "74"}, "target": {"value": "45"}}
    ]


def test_a_column_that_nobody_knows_is_told_cell_by_cell() -> None:
    result = read(excel((*HEAD, "Diarienummer"), (*ROW, "2026/17"), (None,) * 7 + ("2026/18",)))
    assert left(result) == [("Blad1!H2", "2026/17"), ("Blad1!H3", "2026/18")]
    assert [one.reason.values["heading"] for one in result.unplaced] == ["Diarienummer"] * 2


def test_the_caller_says_what_a_column_is() -> None:
    result = read(
        excel(("Vad vi vill", "Fokusområde"), ("Ett.", "Hälsa")), chosen={"Vad vi vill": "formulering"}
    )
    assert goals(result) == [{"statement": "Ett.", "focus_area": ["Hälsa"]}]


def test_a_column_that_the_caller_leaves_out_is_counted_alone() -> None:
    result = read(excel((*HEAD, "Diarienummer"), (*ROW, "2026/17")), chosen={"Diarienummer": "-"})
    assert left(result) == []
    assert result.left_out == 1


def test_cells_without_a_value_are_told_with_the_reason() -> None:
    def change(sheet: Any) -> None:
        sheet["G2"] = "=F2-10"
        sheet["F2"] = "#REF!"
        sheet["F2"].data_type = "e"

    result = read(excel(HEAD, ROW, change=change))
    assert left(result) == [("Blad1!F2", "#REF!"), ("Blad1!G2", "=F2-10")]


def test_comments_and_hidden_rows_are_told() -> None:
    from openpyxl.comments import Comment

    from malkoll.language import Language
    from malkoll.tables import importing

    def change(sheet: Any) -> None:
        sheet["B2"].comment = Comment("Stäm av med ordföranden", "Anna")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    tables = importing.found_in([importing.Source("x", excel(HEAD, ROW, change=change))], {}, Language.SV)
    assert [one.cell.text for one in tables.unplaced] == ["Stäm av med ordföranden"]
    said = [note.render(Language.SV) for note in tables.notes]
    assert said == [
        "Dolt i bladet ”Blad1”, men läst: rad 2.",
        "Dolt i bladet ”Blad1”, men läst: kolumn C.",
    ]


def test_several_tables_of_one_sheet_are_read() -> None:
    result = read(excel(HEAD, ROW, (), HEAD, (*ROW[:1], "Ett annat mål.", *ROW[2:])))
    assert len(goals(result)) == 2


def test_a_table_of_word_is_read_with_the_heading_above_it() -> None:
    data = word([HEAD, [str(one) for one in ROW]], above=["Socialnämndens mål 2026", "Inledande text."])
    result = read(data, Given())
    assert result.documents[0].content["board"] == "Socialnämnden"
    assert goals(result)[0]["indicators"][0]["target"] == {"value": "45"}
    assert left(result) == [("stycke 2", "Inledande text.")]


def test_a_form_with_the_headings_in_the_first_column_is_read() -> None:
    form = [
        ("Mål", "Väntetiden minskar."),
        ("Fokusområde", "Hållbar hälsa"),
        ("Indikator", "Väntetid"),
        ("Målvärde", "45 dagar"),
    ]
    (goal,) = goals(read(word(form)))
    assert goal["statement"] == "Väntetiden minskar."
    assert goal["indicators"] == [{"name": "Väntetid", "unit": "dagar", "target": {"value": "45"}}]


def test_struck_out_text_of_word_is_not_read_and_inserted_text_is() -> None:
    from made_files import repacked

    data = word([("Mål", "Fokusområde"), ("XX", "Hälsa")])
    tracked = b"<w:del w:id='1'><w:r><w:delText>gammalt</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>Nytt.</w:t></w:r></w:ins>"
    data = repacked(
        data, {"word/document.xml": lambda part: part.replace(b"<w:r><w:t>XX</w:t></w:r>", tracked)}
    )
    assert goals(read(data))[0]["statement"] == "Nytt."


def test_english_headings_are_read() -> None:
    head = ("Goal", "Focus area", "Horizon", "Target group", "Indicator", "Baseline", "Target", "Responsible")
    (goal,) = goals(
        read(excel(head, ("One.", "Health", "2026-2027", "residents", "Waiting", 74, 45, "Head")))
    )
    assert goal["responsible"] == "Head"
    assert goal["indicators"] == [{"name": "Waiting", "baseline": {"value": "74"}, "target": {"value": "45"}}]


def test_what_the_caller_says_holds_where_the_table_says_nothing() -> None:
    result = read(excel(("Nämnd", "Mål"), ("Miljönämnden", "Ett.")), HERE)
    assert result.documents[0].content["board"] == "Miljönämnden"
    assert result.documents[0].content["year"] == "2026"
