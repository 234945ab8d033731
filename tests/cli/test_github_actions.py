"""In GitHub Actions the findings stand in the code and on the step's page, without being asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.cli.actions import MOST


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def _commands(out: str) -> list[str]:
    return [line.split(",")[0] for line in out.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("form", [(), ("--format", "full")])
def test_annotations_follow_the_full_report(
    call: Call, faulty: Path, summary: Path, form: tuple[str, ...]
) -> None:
    said = call("check", *form, faulty.name)
    assert said.status == 1
    assert _commands(said.out) == ["::error file=fel.yaml", "::warning file=fel.yaml"]
    assert said.out.index("1 fel, 1 varning.") < said.out.index("::error")
    assert "**1 fel, 1 varning i 1 dokument.**" in summary.read_text(encoding="utf-8")


def test_annotations_are_written_in_letters_that_github_reads(call: Call, faulty: Path) -> None:
    said = call("check", faulty.name, encoding="utf-8")
    assert "title=MK202 · okänt fokusområde · mål sn-2::”Hållbar hälsan”" in said.out


@pytest.mark.parametrize("form", ["concise", "json", "sarif", "gitlab", "junit", "markdown"])
def test_nothing_is_added_to_another_format(call: Call, faulty: Path, summary: Path, form: str) -> None:
    asked = call("check", "--format", form, faulty.name)
    assert _commands(asked.out) == []
    assert not summary.exists()


def test_the_annotations_alone_can_be_asked_for(call: Call, faulty: Path, summary: Path) -> None:
    said = call("check", "--format", "github", faulty.name)
    assert all(line.startswith("::") for line in said.out.splitlines())
    assert len(said.out.splitlines()) == 2
    assert summary.exists()


def test_elsewhere_nothing_is_added(
    call: Call, faulty: Path, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    assert _commands(call("check", faulty.name).out) == []
    assert not summary.exists()


def test_quiet_leaves_the_hints_out_of_the_code_but_not_off_the_page(
    call: Call, faulty: Path, summary: Path
) -> None:
    said = call("check", "--quiet", faulty.name)
    assert _commands(said.out) == ["::error file=fel.yaml"]
    assert "MK214" in summary.read_text(encoding="utf-8")


def test_a_summary_is_added_to_what_stands_there(call: Call, sound: Path, summary: Path) -> None:
    summary.write_text("an unfinished line", encoding="utf-8")
    assert call("check", sound.name).status == 0
    assert call("check", sound.name).status == 0
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("an unfinished line\n\n### malkoll\n")
    assert text.count("### malkoll") == 2


def test_a_run_without_documents_leaves_the_page_as_it_is(call: Call, summary: Path) -> None:
    assert call("check").status == 3
    assert not summary.exists()


def test_a_summary_is_cut_to_what_github_takes(call: Call, faulty: Path, summary: Path) -> None:
    summary.write_bytes(b"x" * (MOST - 70_000))
    assert call("check", faulty.name).status == 1
    assert MOST - 70_000 < summary.stat().st_size <= MOST


def test_a_page_that_is_full_is_told_and_fails_nothing(call: Call, sound: Path, summary: Path) -> None:
    summary.write_bytes(b"x" * (MOST - 500))
    said = call("check", sound.name)
    assert said.status == 0
    assert "GITHUB_STEP_SUMMARY" in said.err
    assert summary.stat().st_size == MOST - 500


@pytest.mark.parametrize("where", ["no/such/summary.md", "."])
def test_a_summary_that_cannot_be_written_is_told_and_fails_nothing(
    call: Call, sound: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", where)
    said = call("check", sound.name)
    assert said.status == 0
    assert said.err.startswith("Sammanfattningen till GitHub")
    assert "Inga anmärkningar." in said.out


def test_a_steering_models_findings_stand_in_its_file(call: Call, tmp_path: Path) -> None:
    (tmp_path / "styrmodell.yaml").write_text("id: m\nnamn: M\nokänt: x\n", encoding="utf-8")
    said = call("model", "check", "styrmodell.yaml")
    assert any(command.endswith("file=styrmodell.yaml") for command in _commands(said.out))


def test_a_file_in_a_folder_below_is_named_from_the_repositorys_root(
    call: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (faulty.parent / ".git").mkdir()
    below = faulty.parent / "nämnder"
    below.mkdir()
    faulty.rename(below / faulty.name)
    monkeypatch.chdir(below)
    assert _commands(call("check").out)[0] == "::error file=nämnder/fel.yaml"
    assert os.fspath(below) not in call("check", "--format", "github").out
