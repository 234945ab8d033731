"""The way round: a document begun here, worked in as a table by others, and read back, compared with what it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cli_calls import Call
from new_calls import SOUND

Value = str | float
TARGET = ["indicators", "target"]
CELLS: list[tuple[Value, Value, list[str], str]] = [
    # the cell's value, another, and where and how the change is to be told
    (80, 85, TARGET, "målvärde: 80 (2029) → 85 (2029), högre satt"),
    (45.5, 40, TARGET, "målvärde: 45,5 (2027) → 40 (2027), lägre satt"),
    ("Kolada", "SCB", ["indicators", "source"], "källa: ”Kolada” → ”SCB”"),
    ("2027-2029", "2027-2030", ["horizon"], "horisont: 2027–2029 → 2027–2030"),
    ("delad", "egen", ["control"], "rådighet: delad → egen"),
    ("november 2027", "maj 2027", ["professional_assessment", "when"], "”november 2027” → ”maj 2027”"),
    (
        "64 procent av brukarna visste vem som skulle komma.",
        "66 procent av brukarna visste vem som skulle komma.",
        ["current_state", "fact"],
        "[-64-] {+66+} procent av brukarna",
    ),
]


def _change_one_cell(file: str, old: Value, new: Value) -> None:
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == old]
    cells[0].value = new
    book.save(file)


@pytest.fixture
def exported(call: Call) -> None:
    """A document that ``new`` wrote unattended, and its workbook."""
    assert call(*SOUND, "sn.yaml").status == 0
    assert call("export", "sn.yaml", "--xlsx", "mål.xlsx", "--date", "2026-11-23").status == 0


def _imported(call: Call) -> str:
    said = call("import", "mål.xlsx", "--yes", "--output", "ut", "--date", "2026-11-23")
    assert said.status == 0, said
    (file,) = Path("ut").iterdir()
    return file.as_posix()


@pytest.mark.usefixtures("exported")
@pytest.mark.parametrize(("old", "new", "path", "sentence"), CELLS, ids=[f"{old}" for old, *_ in CELLS])
def test_one_changed_cell_is_shown_as_exactly_that_change(
    call: Call, old: Value, new: Value, path: list[str], sentence: str
) -> None:
    Path("ut").mkdir()
    _change_one_cell("mål.xlsx", old, new)
    file = _imported(call)
    ((board,),) = [json.loads(call("compare", "sn.yaml", file, "--format", "json").out)["boards"]]
    changes: list[dict[str, Any]] = [
        *board["changes"],
        *(change for goal in board["goals"] for change in goal["changes"]),
    ]
    assert [[step["key"] for step in change["path"]] for change in changes] == [path]
    assert {goal["state"] for goal in board["goals"]} <= {"changed", "unchanged"}
    assert sentence in call("compare", "sn.yaml", file).out


@pytest.mark.usefixtures("exported")
def test_without_a_changed_cell_there_is_no_difference(call: Call) -> None:
    Path("ut").mkdir()
    said = call("compare", "sn.yaml", _imported(call), "--exit-code")
    assert (said.status, "Ingen skillnad i innehåll." in said.out) == (0, True)
