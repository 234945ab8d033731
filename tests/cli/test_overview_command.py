"""`malkoll overview` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from cli_calls import Call

from checked import SOUND

OLDER = SOUND.replace("år: 2026\n", "år: 2024\n", 1).replace("2026-2028", "2024-2025")


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A folder with a board's documents of two years."""
    folder = tmp_path / "mål"
    folder.mkdir()
    (folder / "2026.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "2024.yaml").write_text(OLDER, encoding="utf-8")
    return folder


def test_the_latest_year_is_shown_and_the_others_named(call: Call, years: Path) -> None:
    said = call("overview", str(years), "--date", "2026-11-23")
    assert said.status == 0
    assert said.out.startswith("Nämndernas mål 2026\n")
    assert "Det finns också dokument för 2024." in said.out


def test_another_year_is_shown_when_it_is_asked_for(call: Call, years: Path) -> None:
    assert call("overview", str(years), "--year", "2024").out.startswith("Nämndernas mål 2024\n")


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("2023", "Inget dokument gäller 2023. Det finns dokument för 2024 och 2026."),
        ("i år", "--year ska vara ett år"),
    ],
)
def test_a_year_without_documents_is_told(call: Call, years: Path, year: str, sentence: str) -> None:
    said = call("overview", str(years), "--year", year)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err


def test_follow_up_shows_the_latest_year_that_is_followed_up(call: Call, years: Path) -> None:
    text = OLDER.replace(
        "    rådighet: egen\n", "    rådighet: egen\n    uppföljning: [{år: 2025, bedömning: delvis}]\n", 1
    )
    (years / "2024.yaml").write_text(text, encoding="utf-8")
    said = call("overview", str(years), "--follow-up", "--date", "2026-11-23")
    assert said.out.startswith("Hur det gick med nämndernas mål 2024\n")
    assert "1 delvis uppnått" in said.out


def test_findings_are_shown_and_are_no_reason_to_fail(call: Call, faulty: Path) -> None:
    said = call("overview", str(faulty))
    assert said.status == 0
    assert "Prövningen ger 1 fel" in said.out


def test_a_folder_without_documents_is_told(call: Call) -> None:
    said = call("overview")
    assert said.status == 3
    assert "Inget måldokument" in said.err


def test_json_is_one_object_in_the_language_that_was_chosen(call: Call, years: Path) -> None:
    said = call("overview", str(years), "--format", "json", "--lang", "en", "--date", "2026-11-23")
    made = json.loads(said.out)
    assert (made["version"], made["language"], made["year"], made["years"]) == (1, "en", 2026, [2024, 2026])


def test_the_html_goes_to_its_file_and_nothing_to_the_screen(call: Call, sound: Path, tmp_path: Path) -> None:
    said = call("overview", str(sound), "--html", "oversikt.html")
    assert (said.status, said.out) == (0, "")
    assert said.err == "Översikten står i oversikt.html.\n"
    assert (tmp_path / "oversikt.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_html_does_not_overwrite_what_is_read(call: Call, sound: Path) -> None:
    said = call("overview", str(sound), "--html", "sn.yaml")
    assert said.status == 2
    assert sound.read_text(encoding="utf-8") == SOUND


def test_the_html_can_go_to_standard_output(call: Call, sound: Path) -> None:
    said = call("overview", str(sound), "--html", "-")
    assert said.out.rstrip().endswith("</html>")
    assert "Överblick" not in said.err


def test_the_tables_go_to_excel_where_no_text_is_a_formula(call: Call, sound: Path, tmp_path: Path) -> None:
    sound.write_text(SOUND.replace("nämnd: Socialnämnden", "nämnd: '=HYPERLINK(1)'", 1), encoding="utf-8")
    assert call("overview", str(sound), "--xlsx", "o.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book.sheetnames[0] == "Fokusområden"
    board = book.worksheets[0]["B2"]
    assert (board.value, board.data_type) == ("=HYPERLINK(1)", "s")
    assert [cell.value for cell in book.worksheets[0][2]][3:] == [1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    "words",
    [("--xlsx", "-"), ("--xlsx", "a", "--html", "a"), ("--xlsx", "sn.yaml"), ("--html", "finns/inte.html")],
)
def test_a_file_that_cant_be_written_is_told(call: Call, sound: Path, words: tuple[str, ...]) -> None:
    said = call("overview", str(sound), *words)
    assert (said.status, said.out) == (2, "")
    assert said.err
    assert sound.read_text(encoding="utf-8") == SOUND


def test_check_writes_the_same_page_with_the_goals_in_it(call: Call, sound: Path) -> None:
    said = call("check", str(sound), "--format", "html", "--date", "2026-11-23")
    assert said.status == 0
    assert "Väntetiden till en plats på särskilt boende" in said.out


def test_a_report_beside_the_screen_is_the_same_page(call: Call, sound: Path, tmp_path: Path) -> None:
    page = call("check", str(sound), "--format", "html", "--date", "2026-11-23").out
    call("check", str(sound), "--report", "html=r.html", "--date", "2026-11-23")
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == page
