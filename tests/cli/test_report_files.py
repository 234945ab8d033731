"""Several reports of one run, in files beside the one on the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.formats import LAID_OUT, Format

DATE = ("--date", "2026-11-23")


@pytest.mark.usefixtures("faulty")
def test_a_report_in_a_file_is_the_one_that_standard_output_would_have(call: Call, tmp_path: Path) -> None:
    targets = [f"--report={form}={form}.out" for form in Format]
    said = call("check", "fel.yaml", *DATE, *targets)
    assert said.status == 1
    assert said.out == call("check", "fel.yaml", *DATE).out
    for form in Format:
        written = (tmp_path / f"{form}.out").read_bytes()
        assert written == call("check", "fel.yaml", *DATE, "--format", form).out.encode()
        assert written.endswith(b"\n")


@pytest.mark.usefixtures("faulty")
def test_a_report_in_a_file_has_no_colour_and_is_100_wide(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    said = call("check", "fel.yaml", *DATE, "--report", "full=r.txt", "--color", "always", encoding="latin-1")
    assert "\x1b[" in said.out
    text = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert "✖ Fel MK202" in text
    monkeypatch.setenv("COLUMNS", "100")
    assert text == call("check", "fel.yaml", *DATE).out


@pytest.mark.usefixtures("faulty")
def test_documents_are_utf8_whatever_the_terminal_has(call: Call) -> None:
    for form in set(Format) - LAID_OUT:
        plain = call("check", "fel.yaml", *DATE, "--format", form).out
        assert call("check", "fel.yaml", *DATE, "--format", form, encoding="latin-1").out == (
            plain.encode().decode("latin-1")
        )


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("target", "said_of_it"),
    [
        ("jsn=r", "Menade du json?"),
        ("xyz=r", "inte ”xyz”"),
        ("json", "json=…"),
        ("json=", "json=…"),
        ("=r", "--report kan vara"),
        ("json=-", "--format"),
    ],
)
def test_a_target_that_is_none_is_refused_before_anything_is_checked(
    call: Call, tmp_path: Path, target: str, said_of_it: str
) -> None:
    said = call("check", "fel.yaml", "--report", target)
    assert (said.status, said.out) == (2, "")
    assert said_of_it in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["fel.yaml"]


def test_an_option_without_its_value_is_told_what_to_give(call: Call) -> None:
    for name, value in (("--report", "FORM=FIL"), ("--format", "FORM")):
        said = call("check", name)
        assert said.status == 2
        assert f"Efter {name} ska det stå ett värde: {value}." in said.err
        assert "malkoll check --help" in said.err


def test_one_file_is_not_written_twice(call: Call, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "länk").symlink_to(tmp_path / "r")
    for other in ("r", "./r", str(tmp_path / "r"), "länk"):
        said = call("check", faulty.name, "--report", "json=r", "--report", f"concise={other}")
        assert (said.status, said.out) == (2, "")
        assert "samma fil" in said.err
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize("checked", ["fel.yaml", ".", "./fel.yaml"])
def test_a_report_does_not_go_over_what_is_checked(
    call: Call, faulty: Path, tmp_path: Path, checked: str
) -> None:
    before = faulty.read_bytes()
    (tmp_path / "länk").symlink_to(faulty)
    for target in ("fel.yaml", "./fel.yaml", str(faulty), "länk"):
        said = call("check", checked, "--report", f"json={target}")
        assert (said.status, said.out) == (2, "")
        assert "skulle skriva över" in said.err
    assert faulty.read_bytes() == before


def test_a_report_does_not_go_over_a_model_or_a_configuration(
    call: Call, faulty: Path, tmp_path: Path
) -> None:
    assert call("model", "init", "modell.yaml").status == 0
    (tmp_path / "egen.toml").write_text('language = "sv"\n')
    before = (tmp_path / "modell.yaml").read_bytes()
    for words in (
        ("check", faulty.name, "--model", "modell.yaml", "--report", "json=modell.yaml"),
        ("check", faulty.name, "--config", "egen.toml", "--report", "json=egen.toml"),
        ("model", "check", "modell.yaml", "--report", "json=./modell.yaml"),
    ):
        said = call(*words)
        assert (said.status, said.out) == (2, "")
        assert "skulle skriva över" in said.err
    assert (tmp_path / "modell.yaml").read_bytes() == before


@pytest.mark.usefixtures("faulty")
def test_what_cannot_be_written_is_told_and_all_else_is_written(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    targets = ("--report=json=ingen/r.json", "--report=json=mapp", "--report=concise=r.txt")
    said = call("check", "fel.yaml", *DATE, *targets)
    assert said.status == 2
    assert said.out == call("check", "fel.yaml", *DATE).out
    assert "ingen/r.json kan inte skrivas" in said.err
    assert "mapp kan inte skrivas" in said.err
    assert "MK202" in (tmp_path / "r.txt").read_text(encoding="utf-8")


def test_a_run_that_finds_no_document_writes_its_reports_too(call: Call, tmp_path: Path) -> None:
    said = call("check", ".", "--report", "json=r.json")
    assert said.status == 3
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["files"] == []


def test_a_steering_models_findings_go_to_files_too(call: Call, tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("id: x\n", encoding="utf-8")
    said = call("model", "check", "m.yaml", "--report", "sarif=m.sarif")
    assert said.status == 1
    (run,) = json.loads((tmp_path / "m.sarif").read_text(encoding="utf-8"))["runs"]
    said = call("model", "check", "m.yaml", "--format", "concise")
    assert len(run["results"]) == len(said.out.splitlines())


@pytest.mark.usefixtures("faulty")
def test_a_repository_s_configuration_writes_no_reports(call: Call, tmp_path: Path) -> None:
    (tmp_path / "malkoll.toml").write_text('report = "json=r.json"\n')
    said = call("check", "fel.yaml")
    assert said.status == 2
    assert "report" in said.err
    assert not (tmp_path / "r.json").exists()


def test_formats_are_offered_in_the_help_and_by_the_shell(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = call("check", "--help").out
    assert all(form in text for form in Format)
    monkeypatch.setenv("_MALKOLL_COMPLETE", "1")
    assert call("check", "--report", "sa").out.splitlines() == ["sarif="]
    assert call("check", "--report=js").out.splitlines() == ["--report=json="]
