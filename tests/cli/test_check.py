"""`malkoll check`: what is checked, what is said, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_calls import Call

from checked import SOUND
from malkoll.cli import check as check_command

OTHER_YAML = "version: 2\nservices:\n  web: {image: x}\n"


def _codes(out: str) -> list[str]:
    return [one["code"] for one in json.loads(out)["diagnostics"]]


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_sound_document_gives_0_in_every_format(call: Call, form: str) -> None:
    said = call("check", "sn.yaml", "--format", form)
    assert (said.status, said.err) == (0, "")


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_an_error_gives_1_in_every_format(call: Call, form: str) -> None:
    said = call("check", "fel.yaml", "--format", form)
    assert said.status == 1
    assert "MK202" in said.out
    assert said.err == ""


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("ignored", "fail_on", "status"),
    [
        ("MK202", "error", 0), ("MK202", "warning", 1), ("MK202", "info", 1), ("MK202", "never", 0),
        ("MK214", "error", 1), ("MK214", "never", 0), ("MK202,MK214", "info", 0),
    ],
)  # fmt: skip
def test_fail_on_says_which_findings_fail_the_run(
    call: Call, ignored: str, fail_on: str, status: int
) -> None:
    assert call("check", "fel.yaml", "--ignore", ignored, "--fail-on", fail_on).status == status


@pytest.mark.usefixtures("faulty")
def test_rules_are_chosen_by_code_beginning_or_name(call: Call) -> None:
    def found(*words: str) -> list[str]:
        return _codes(call("check", "fel.yaml", "--format", "json", *words).out)

    assert found() == ["MK214", "MK202"]
    assert found("--select", "MK21") == ["MK214"]
    assert found("--select", "unknown-focus-area") == ["MK202"]
    assert found("--select", "mk202", "--extend-select", "missing-mission") == ["MK214", "MK202"]
    assert found("--select", "MK2,MK3", "--ignore", "MK21") == ["MK202"]
    assert found("--ignore", "MK20", "--ignore", "MK21") == []


def test_without_a_path_the_current_folder_is_checked(call: Call, sound: Path, faulty: Path) -> None:
    report = json.loads(call("check", "--format", "json").out)
    assert [file["path"] for file in report["files"]] == [faulty.name, sound.name]


def test_other_yaml_in_a_folder_is_passed_over_and_counted(call: Call, sound: Path) -> None:
    sound.with_name("compose.yml").write_text(OTHER_YAML, encoding="utf-8")
    report = json.loads(call("check", ".", "--format", "json").out)
    assert [file["path"] for file in report["files"]] == ["sn.yaml"]
    assert report["summary"]["skipped"] == 1


def test_a_file_that_is_named_is_checked_whatever_it_is(call: Call, tmp_path: Path) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML, encoding="utf-8")
    said = call("check", "compose.yml", "--format", "json")
    assert said.status == 1
    assert json.loads(said.out)["summary"]["files"] == 1


@pytest.mark.usefixtures("sound")
def test_only_goal_documents_passes_over_named_files_too(call: Call, tmp_path: Path) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML, encoding="utf-8")
    report = json.loads(
        call("check", "--only-goal-documents", "compose.yml", "sn.yaml", "--format", "json").out
    )
    assert [file["path"] for file in report["files"]] == ["sn.yaml"]


def test_a_commit_without_goal_documents_does_not_fail_the_hook(call: Call, tmp_path: Path) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML, encoding="utf-8")
    assert call("check", "--only-goal-documents", "compose.yml").status == 0


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_folder_without_goal_documents_gives_3(call: Call, tmp_path: Path, form: str) -> None:
    (tmp_path / "compose.yml").write_text(OTHER_YAML, encoding="utf-8")
    said = call("check", ".", "--format", form)
    assert said.status == 3
    assert "Inget måldokument hittades i ”.”." in said.err
    assert "1 YAML-fil" in said.err


@pytest.mark.parametrize(("name", "code"), [("saknas.yaml", "MK001"), ("mapp.yaml", "MK001")])
def test_a_file_that_cannot_be_read_is_a_finding(call: Call, tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "mapp.yaml").mkdir()
    (tmp_path / "mapp.yaml" / "x.yaml").symlink_to(tmp_path / "mapp.yaml" / "y.yaml")
    said = call("check", name, "--format", "json")
    if name == "saknas.yaml":
        assert said.status == 1
        assert _codes(said.out) == [code]
    else:
        assert said.status == 3


def test_the_run_has_the_date_that_is_given(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sn.yaml").write_text(SOUND, encoding="utf-8")
    early = json.loads(call("check", "sn.yaml", "--format", "json", "--date", "2026-11-23").out)
    late = json.loads(call("check", "sn.yaml", "--format", "json", "--date", "2031-01-01").out)
    assert early["date"] == "2026-11-23"
    assert not early["diagnostics"]
    assert {one["code"] for one in late["diagnostics"]} == {"MK314"}


def test_standard_input_is_checked(call: Call) -> None:
    said = call("check", "-", "--format", "json", stdin=SOUND.encode())
    assert said.status == 0
    assert json.loads(said.out)["files"][0]["path"] == "-"


def test_standard_input_has_the_name_that_is_given(call: Call) -> None:
    for words in (("-", "--stdin-filename", "mål/sn.yaml"), ("--stdin-filename", "mål/sn.yaml")):
        said = call(
            "check", *words, "--format", "concise", stdin=SOUND.replace("Hållbar hälsa", "x").encode()
        )
        assert said.status == 1
        assert said.out.startswith("mål/sn.yaml:")


def test_standard_input_too_large_is_a_finding(call: Call) -> None:
    said = call("check", "-", "--format", "json", stdin=b"a: b\n" * 200_001)
    assert said.status == 1
    assert _codes(said.out) == ["MK001"]


def test_the_same_file_named_twice_is_checked_once(call: Call, sound: Path) -> None:
    said = call("check", "sn.yaml", "./sn.yaml", str(sound), ".", "--format", "json")
    assert json.loads(said.out)["summary"]["files"] == 1


@pytest.mark.usefixtures("faulty")
def test_quiet_says_only_what_fails_the_run(call: Call) -> None:
    said = call("check", "fel.yaml", "--quiet")
    assert "MK202" in said.out
    assert "MK214" not in said.out
    assert call("check", "fel.yaml", "--quiet", "--ignore", "MK202").out == ""


@pytest.mark.usefixtures("faulty")
def test_statistics_counts_the_rules(call: Call) -> None:
    plain, counted = call("check", "fel.yaml"), call("check", "fel.yaml", "--statistics")
    assert len(counted.out) > len(plain.out)


@pytest.mark.usefixtures("faulty")
def test_colour_is_used_when_it_is_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in call("check", "fel.yaml").out
    assert "\x1b[" in call("check", "fel.yaml", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("check", "fel.yaml").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in call("check", "fel.yaml").out
    assert "\x1b[" not in call("check", "fel.yaml", "--color", "never").out


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_the_same_run_gives_the_same_bytes(call: Call, form: str) -> None:
    words = ("check", ".", "--format", form, "--date", "2026-11-23")
    assert call(*words).out == call(*words).out


@pytest.mark.usefixtures("sound")
def test_no_cache_is_accepted(call: Call) -> None:
    assert call("check", "--isolated", "--no-cache", "--fail-on", "never", "sn.yaml").status == 0


def test_a_link_out_of_the_folder_is_told_and_not_read(call: Call, tmp_path: Path) -> None:
    (tmp_path / "utanför.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "mål").mkdir()
    (tmp_path / "mål" / "länk.yaml").symlink_to(tmp_path / "utanför.yaml")
    said = call("check", "mål")
    assert said.status == 3
    assert "mål/länk.yaml är en länk" in said.err
    assert "länk" not in call("check", "mål", "--quiet").err.replace("måldokument", "")


def test_where_the_shell_leaves_patterns_alone_they_are_expanded(
    call: Call, monkeypatch: pytest.MonkeyPatch, sound: Path, faulty: Path
) -> None:
    monkeypatch.setattr(check_command, "EXPANDS_PATTERNS", True)
    report = json.loads(call("check", "*.yaml", "--format", "json").out)
    assert [file["path"] for file in report["files"]] == [faulty.name, sound.name]
    assert call("check", "*.zzz", "--format", "json").status == 1


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
@pytest.mark.parametrize("form", ["full", "concise"])
def test_every_terminal_gets_letters_that_it_has(
    call: Call, tmp_path: Path, encoding: str, form: str
) -> None:
    (tmp_path / "fel 🎯.yaml").write_text(
        SOUND.replace("Hållbar hälsa", "Hållbar hälsan 日本 🎯"), encoding="utf-8"
    )
    said = call("check", "fel 🎯.yaml", "--format", form, encoding=encoding)
    assert said.status == 1
    assert "MK202" in said.out
