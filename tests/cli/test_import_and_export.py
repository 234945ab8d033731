"""The commands that lead to and from Excel and Word, as they are called."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import openpyxl
import pytest
from cli_calls import Call
from terminals import Talk

HEAD = ("Fokusområde", "Mål", "Horisont", "Indikator", "Utgångsvärde", "Målvärde")
ROW = (
    "Hållbar hälsa",
    "Väntetiden till särskilt boende minskar från 74 till 45 dagar.",
    "2026-2027",
    "Väntetid",
    74,
    45,
)


def _table(*rows: tuple[object, ...], name: str = "mål.xlsx", sheet: str = "Socialnämnden 2026") -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    file = Path(name)
    book.save(file)
    return file


def test_import_writes_a_document_and_checks_it(call: Call) -> None:
    _table(HEAD, ROW)
    said = call("import", "mål.xlsx", "--date", "2026-11-23")
    assert said.status == 0
    assert "Mål → formulering" in said.out
    assert "Allt i tabellerna fick en plats." in said.out
    assert "socialnamnden-2026.yaml är skriven: 1 mål." in said.out
    assert "Se vad: malkoll check socialnamnden-2026.yaml" in said.out
    text = Path("socialnamnden-2026.yaml").read_text(encoding="utf-8")
    assert text.startswith("nämnd: Socialnämnden\når: 2026\n")
    assert "        målvärde: 45\n" in text


def test_keys_can_be_written_in_the_other_language(call: Call) -> None:
    _table(HEAD, ROW)
    call("import", "mål.xlsx", "--keys", "en")
    assert Path("socialnamnden-2026.yaml").read_text(encoding="utf-8").startswith("board: Socialnämnden\n")


def test_what_found_no_place_is_listed_and_gives_exit_code_1(call: Call) -> None:
    _table((*HEAD, "Diarienummer"), (*ROW, "2026/17"))
    said = call("import", "mål.xlsx", "--dry-run")
    assert said.status == 1
    assert "Det här fick ingen plats (1 cell):" in said.out
    assert "Socialnämnden 2026!G2: 2026/17 – vet inte vad kolumnen ”Diarienummer” är" in said.out
    assert "skulle skrivas" in said.out
    assert not list(Path().glob("*.yaml"))


def test_the_same_for_programs(call: Call) -> None:
    _table((*HEAD, "Diarienummer"), (*ROW, "2026/17"))
    said = call("import", "mål.xlsx", "--format", "json", "--lang", "en")
    found = json.loads(said.out)
    assert found["version"] == 1
    assert found["unplaced"] == [
        {
            "cell": "Socialnämnden 2026!G2",
            "text": "2026/17",
            "reason": "doesn't know what the column “Diarienummer” is",
        }
    ]
    assert [(one["heading"], one["key"]) for one in found["columns"]][1] == ("Mål", "goal.statement")
    assert found["documents"][0]["file"] == "socialnamnden-2026.yaml"


def test_a_file_that_exists_is_not_overwritten_without_being_told_to(call: Call) -> None:
    _table(HEAD, ROW)
    Path("socialnamnden-2026.yaml").write_text("mitt\n", encoding="utf-8")
    said = call("import", "mål.xlsx")
    assert said.status == 2
    assert "finns redan" in said.err
    assert Path("socialnamnden-2026.yaml").read_text(encoding="utf-8") == "mitt\n"
    assert call("import", "mål.xlsx", "--force").status == 0


def test_a_table_can_go_to_standard_output(call: Call) -> None:
    _table(HEAD, ROW)
    said = call("import", "mål.xlsx", "--output", "-")
    assert said.out.startswith("nämnd: Socialnämnden\n")
    assert "Allt i tabellerna fick en plats." in said.err


def test_unattended_headings_that_are_not_certain_are_asked_for_by_name(call: Call) -> None:
    _table(("Målfomulering", "Fokusområde", "Horisont"), ("Ett.", "Hälsa", 2026))
    said = call("import", "mål.xlsx")
    assert said.status == 2
    assert 'Säg det så här: --map "Målfomulering=formulering"' in said.err
    assert call("import", "mål.xlsx", "--yes", "--dry-run").status == 0
    assert call("import", "mål.xlsx", "--map", "Målfomulering=formulering", "--dry-run").status == 0


def test_board_and_year_that_no_table_says_are_asked_for_by_name(call: Call) -> None:
    _table(HEAD, ROW, sheet="Blad1")
    said = call("import", "mål.xlsx")
    assert said.status == 2
    assert "--board Socialnämnden" in said.err
    assert "--year 2027" in said.err
    said = call(
        "import", "mål.xlsx", "--board", "Äldrenämnden", "--year", "2027", "--municipality", "Granvik"
    )
    assert said.status == 0
    assert Path("aldrenamnden-2027.yaml").read_text(encoding="utf-8").startswith("kommun: Granvik\n")


@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        (("import", "finns-inte.xlsx"), "går inte att läsa"),
        (("import",), "FIL saknas"),
        (("import", "mål.xlsx", "--map", "Mål"), "likhetstecken"),
        (("import", "mål.xlsx", "--map", "Mål=formulring"), "Menade du formulering?"),
        (("import", "mål.xlsx", "--map", "Mol=formulering"), "ingen tabell har rubriken ”Mol”"),
        (("import", "mål.xlsx", "--year", "i år"), "--year ska vara ett år"),
        (("import", "mål.xlsx", "--output", "ingen/mapp"), "mappen ingen/mapp finns inte"),
        (("import", "text.xlsx"), "varken en Excel- eller en Word-fil"),
        (("import", "tom.xlsx"), "Ingen tabell med mål hittades i tom.xlsx"),
        (("export",), "--xlsx mål.xlsx"),
        (("export", "--xlsx", "-"), "inte standard in och ut"),
        (("export", "finns-inte.yaml", "--xlsx", "ut.xlsx"), "går inte att läsa"),
        (("export", "--xlsx", "a", "--docx", "a"), "samma namn"),
    ],
)
def test_mistakes_are_told_in_words(call: Call, words: tuple[str, ...], said_of_it: str) -> None:
    _table(HEAD, ROW)
    _table(("Hej",), name="tom.xlsx")
    Path("text.xlsx").write_text("text", encoding="utf-8")
    said = call(*words)
    assert said.status == 2
    assert said_of_it in said.err


def test_a_workbook_and_a_word_file_are_written_and_read_again(call: Call, sound: Path) -> None:
    said = call("export", "sn.yaml", "--xlsx", "ut.xlsx", "--docx", "ut.docx", "--date", "2026-11-23")
    assert said.status == 0
    assert "ut.xlsx är skriven: 1 dokument, 3 mål." in said.err
    for file, folder in (("ut.xlsx", "a"), ("ut.docx", "b")):
        Path(folder).mkdir()
        said = call("import", file, "--output", folder)
        assert said.status == 0
        assert f"{file} är skriven av malkoll och läses som den är." in said.out
    first, second = (Path(folder, "sn.yaml").read_text(encoding="utf-8") for folder in "ab")
    assert first == second
    sound.unlink()
    Path("a/sn.yaml").rename("sn.yaml")
    again = call("export", "sn.yaml", "--xlsx", "igen.xlsx", "--date", "2026-11-23")
    assert again.status == 0


def test_the_same_input_and_day_give_the_same_files(call: Call, sound: Path) -> None:
    for name in ("a", "b"):
        call("export", sound.name, "--xlsx", f"{name}.xlsx", "--docx", f"{name}.docx", "--date", "2026-11-23")
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_an_export_is_not_written_over_a_file_without_being_told_to(call: Call, sound: Path) -> None:
    Path("ut.xlsx").write_bytes(b"mitt")
    assert call("export", sound.name, "--xlsx", "ut.xlsx").status == 2
    assert Path("ut.xlsx").read_bytes() == b"mitt"
    assert call("export", sound.name, "--xlsx", "ut.xlsx", "--force").status == 0


def test_a_folder_without_goal_documents_gives_nothing_to_export(call: Call) -> None:
    assert call("export", "--xlsx", "ut.xlsx").status == 3
    assert not Path("ut.xlsx").exists()


def test_at_a_terminal_the_columns_are_shown_and_agreed_to(talk: Talk) -> None:
    _table(("Vad vi vill", "Fokusområde", "Horisont"), ("Ett.", "Hållbar hälsa", 2026), sheet="Blad1")
    terminal = talk("import", "mål.xlsx")
    terminal.hears("Vilken kolumn står målens formulering i?")
    terminal.answers("1")
    terminal.hears("1 Vad vi vill → formulering")
    terminal.answers("")
    terminal.hears("Vilken nämnd gäller målen?")
    terminal.answers("Äldrenämnden", "i år", "2027")
    terminal.hears("aldrenamnden-2027.yaml är skriven")
    assert terminal.ends() == 0
    assert terminal.said.count("Från vilket år gäller målen?") == 2


def test_at_a_terminal_a_column_can_be_changed(talk: Talk) -> None:
    _table((*HEAD, "Anm"), (*ROW, "en bakgrund"))
    terminal = talk("import", "mål.xlsx")
    terminal.answers("7", "något", "7", "beskrivning")
    terminal.hears("7 Anm → beskrivning")
    terminal.answers("")
    assert terminal.ends() == 0
    assert "Den nyckeln finns inte." in terminal.said
    assert "beskrivning: en bakgrund" in Path("socialnamnden-2026.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [b"q\n", b"\x04"], ids=["q", "Ctrl-D"])
def test_whoever_stops_at_a_question_has_nothing_written(talk: Talk, key: bytes) -> None:
    _table(HEAD, ROW)
    terminal = talk("import", "mål.xlsx")
    terminal.presses(key)
    assert terminal.ends() == 2
    assert "Avbrutet. Ingenting är skrivet." in terminal.said
    assert not list(Path().glob("*.yaml"))


def test_checking_loads_nothing_of_excel_or_word(sound: Path) -> None:
    import subprocess

    program = (
        "import sys; from malkoll.cli import main; main(['check', 'sn.yaml']); "
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('openpyxl', 'docx', 'lxml', 'ruamel', 'defusedxml') or name.startswith('malkoll.tables')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=sound.parent)
    assert done.stdout.decode().rstrip().endswith("[]")
