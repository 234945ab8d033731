"""Whole reports of real documents, and the README's picture, are as they were read and found good."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest
from goldens import FOLDER, GOLDENS, Golden
from report_cases import ROOT


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_a_report_reads_as_before(golden: Golden) -> None:
    """Where the change is meant: ``python tests/report/goldens.py``, and read the difference."""
    assert golden.text() == golden.file.read_text(encoding="utf-8")


def test_no_kept_report_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {golden.name for golden in GOLDENS}


def _picture() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["picture"] = module
    spec.loader.exec_module(module)
    return module


def test_the_picture_shows_what_a_run_says_today() -> None:
    """Where the change is meant: ``python docs/picture.py``, and look at docs/report.svg."""
    assert _picture().svg() == (ROOT / "docs" / "report.svg").read_text(encoding="utf-8")


def test_the_picture_fetches_nothing_and_runs_nothing() -> None:
    drawn = (ROOT / "docs" / "report.svg").read_text(encoding="utf-8")
    assert "http" not in drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "<script" not in drawn
    assert "url(" not in drawn
