"""The workbook: safe to open, easy to work in, with the findings where they belong."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from any_document import read as content_of
from made_files import left

import malkoll
from checked import SOUND, changed
from malkoll.call_error import CallError
from malkoll.language import Language
from malkoll.tables import exporting, importing
from malkoll.tables.content import settled
from malkoll.tables.gather_loose import Given

DATE = datetime.date(2026, 11, 23)


def _workbook(text: str, language: Language = Language.SV) -> bytes:
    report = malkoll.check_text(text, name="sn.yaml", date=DATE)
    documents = exporting.documents_of([exporting.File("sn.yaml", text.encode())])
    return exporting.as_workbook(documents, report, language, DATE)


def _opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def _back(data: bytes) -> importing.Result:
    tables = importing.found_in([importing.Source("sn.xlsx", data)], {}, Language.SV)
    return importing.read(tables, Given(), Language.SV)


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 70 1", "-1+1|cmd", "@SUM(A1)", '=HYPERLINK("http://x.se","y")']
)
def test_a_text_that_looks_like_a_formula_is_written_as_text(text: str) -> None:
    quoted = text.replace('"', '\\"')
    data = _workbook(changed(("formulering: Väntetiden", f'rubrik: "{quoted}"\n    formulering: Väntetiden')))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
        styles = archive.read("xl/styles.xml").decode()
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    (cell,) = [cell for row in _opened(data)["Mål"] for cell in row if cell.value == text]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert 'quotePrefix="1"' in styles
    escaped = text.replace('"', "&quot;")
    assert any(
        re.search(rf't="inlineStr"[^>]*><is><t[^>]*>{re.escape(one)}<', sheets[0]) for one in (text, escaped)
    )


def test_numbers_years_and_days_are_written_as_such() -> None:
    text = changed(("status: utkast", "status: beslutad\nbeslut:\n  datum: 2026-10-12\n  paragraf: § 1"))
    book = _opened(_workbook(text))
    head = {cell.value: cell.column for cell in book["Mål"][1]}
    assert book["Mål"].cell(2, head["Målvärde"]).value == 80
    boards = {cell.value: cell.column for cell in book["Nämnder"][1]}
    assert book["Nämnder"].cell(2, boards["Beslutsdatum"]).value.date() == datetime.date(2026, 10, 12)


def test_findings_stand_as_comments_at_what_they_are_about() -> None:
    data = _workbook(changed(("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan")))
    comments = {cell.value: cell.comment.text for row in _opened(data)["Mål"] for cell in row if cell.comment}
    assert set(comments) == {"Hållbar hälsan"}
    assert comments["Hållbar hälsan"].startswith("Fel MK202: ”Hållbar hälsan” finns inte")
    assert "Att göra: Skriv Hållbar hälsa" in comments["Hållbar hälsan"]


def test_comments_of_findings_are_in_the_language_of_the_run_and_are_not_read_back() -> None:
    data = _workbook(changed(("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan")), Language.EN)
    (comment,) = [cell.comment.text for row in _opened(data)["Goals"] for cell in row if cell.comment]
    assert comment.startswith("Error MK202")
    assert "Att göra" not in comment
    assert left(_back(data)) == []


def test_a_finding_about_what_is_missing_stands_at_the_goal() -> None:
    data = _workbook(changed(("        källa: Kolada\n", "")))
    comments = [cell.comment.text for row in _opened(data)["Mål"] for cell in row if cell.comment]
    assert [one.partition(":")[0] for one in comments] == ["Råd MK304"]


def test_the_sheets_of_findings_and_coverage_count_what_there_is() -> None:
    book = _opened(_workbook(changed(("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan"))))
    assert book.sheetnames[0] == "Mål"
    assert book.sheetnames[-2:] == ["Anmärkningar", "Täckning"]
    assert book["Anmärkningar"]["E2"].value.startswith("MK202")
    rows = [[cell.value for cell in row] for row in book["Täckning"]]
    assert rows[0] == [
        "Nämnd", "Hållbar vardag", "Hållbar hälsa", "Hållbar gemenskap", "Hållbar kompetens", "Hållbar natur", "Annat", "Mål",
    ]  # fmt: skip
    assert rows[1] == ["Socialnämnden 2026", 1, 0, 1, 0, 0, 1, 3]
    assert rows[2][0] == "Summa"


def test_the_sheet_of_goals_is_set_up_for_work_and_for_paper() -> None:
    sheet = _opened(_workbook(SOUND))["Mål"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["F2"].alignment.wrap_text


def test_a_text_longer_than_a_cell_is_refused_with_its_place() -> None:
    with pytest.raises(CallError) as caught:
        _workbook(changed(("rådighet: egen", f"beskrivning: {'ord ' * 9_000}\n    rådighet: egen")))
    assert "”mål 1 › beskrivning” är längre än de 32 767 tecken" in " ".join(caught.value.render(Language.SV))


def test_a_document_that_is_not_read_for_certain_is_not_exported() -> None:
    with pytest.raises(CallError) as caught:
        exporting.documents_of(
            [exporting.File("a.yaml", changed(("år: 2026\n", "år: 2026\når: 2027\n")).encode())]
        )
    assert "malkoll check a.yaml" in " ".join(caught.value.render(Language.SV))


def _change(data: bytes, sheet: str, find: object, value: object) -> bytes:
    book = _opened(data)
    (cell,) = [cell for row in book[sheet] for cell in row if cell.value == find]
    cell.value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_one_changed_cell_is_the_one_change() -> None:
    before = content_of(SOUND)
    result = _back(_change(_workbook(SOUND), "Mål", 45, 40))
    after = settled(result.documents[0].content)
    assert left(result) == []
    assert before["goals"][1]["indicators"][0]["target"] == {"value": "45", "year": "2027"}
    before["goals"][1]["indicators"][0]["target"] = {"value": "40", "year": "2027"}
    assert after == before


def test_rows_that_people_add_remove_and_move_are_followed() -> None:
    book = _opened(_workbook(SOUND))
    sheet = book["Mål"]
    head = {cell.value: cell.column for cell in sheet[1]}
    sheet.insert_rows(3)
    for heading, value in (("Mål", "Ett nytt mål."), ("Fokusområde", "Hållbar natur"), ("Horisont", 2027)):
        sheet.cell(3, head[heading], value)
    sheet.delete_rows(4)
    sheet.cell(5, head["Indikator"], "En indikator till")
    stream = io.BytesIO()
    book.save(stream)
    result = _back(stream.getvalue())
    goals = settled(result.documents[0].content)["goals"]
    assert [goal["statement"].partition(" ")[0] for goal in goals] == ["Andelen", "Ett", "Barn"]
    assert goals[1]["horizon"] == "2027"
    assert goals[2]["indicators"] == [{"name": "En indikator till"}]
    # what further sheets say of the goal that is gone
    assert left(result) == [
        ("Mer om indikatorerna!B2", "U23401"),
        ("Mer om indikatorerna!C2", "minska"),
    ]


def test_a_shown_name_is_changed_where_it_stands_and_told_elsewhere() -> None:
    book = _opened(_workbook(SOUND))
    book["Mål"]["A2"] = "En annan nämnd"
    stream = io.BytesIO()
    book.save(stream)
    result = _back(stream.getvalue())
    assert left(result) == [("Mål!A2", "En annan nämnd")]
    assert result.documents[0].content["board"] == "Socialnämnden"
