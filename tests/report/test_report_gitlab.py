"""GitLab's Code Quality report: all that GitLab asks for, and each finding once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, everywhere, shown
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from report_cases import ROOT, file_report, finding, place, report, run

from malkoll.diagnostic import Location, Severity
from malkoll.report import Format, Options, render
from malkoll.result import Report
from malkoll.source import Position

# what GitLab's documentation of the report says is required, and in which words
PLACE = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer", "minimum": 1}},
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^MK[0-9]{3}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {name: {"type": "integer", "minimum": 1} for name in ("begin", "end")},
                    },
                    "positions": {"properties": {"begin": PLACE, "end": PLACE}},
                },
            },
        },
    },
}  # fmt: skip


def gitlab(made: Report, **choices: Any) -> Any:
    read = json.loads(render(made, Format.GITLAB, Options()._replace(**choices)))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(read)] == []
    return read


def test_a_finding_has_all_that_gitlab_reads() -> None:
    made = finding(place("    fokusområde: Hälsa", "Hälsa"), "”Hälsa” finns inte.", help="Vilket menas?")
    assert gitlab(report(file_report(made))) == [
        {
            "description": "”Hälsa” finns inte. Fråga: Vilket menas?",
            "check_name": "MK202",
            "fingerprint": "f" * 32,
            "severity": "major",
            "location": {
                "path": "mål.yaml",
                "lines": {"begin": 7, "end": 7},
                "positions": {"begin": {"line": 7, "column": 18}, "end": {"line": 7, "column": 23}},
            },
        }
    ]


def test_severities_are_gitlabs() -> None:
    found = [finding(severity=severity) for severity in Severity]
    assert [one["severity"] for one in gitlab(report(file_report(*found)))] == ["major", "minor", "info"]
    unread = file_report(finding(code="MK001"), is_document=False)
    assert [one["severity"] for one in gitlab(report(unread))] == ["blocker"]


def test_two_findings_never_have_one_fingerprint() -> None:
    """Two files of one board and year have the same; GitLab would show one of them."""
    made = report(file_report(finding(), finding(), path="a.yaml"), file_report(finding(), path="b.yaml"))
    names = [one["fingerprint"] for one in gitlab(made)]
    assert names[0] == "f" * 32
    assert len(set(names)) == 3


def test_every_example_is_read_and_its_findings_are_told_apart() -> None:
    drafts = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples" / "sv").glob("*.yaml"))
    made = run(*drafts)
    found = gitlab(made)
    assert len({one["fingerprint"] for one in found}) == len(found) == len(made.diagnostics) > 50


def test_a_path_is_told_from_the_projects_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mål").mkdir()
    monkeypatch.chdir(tmp_path / "mål")
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    made = report(file_report(finding(Location("sn.yaml", Position(3, 1), Position(5, 1)))))
    (found,) = gitlab(made)
    assert found["location"]["path"] == "mål/sn.yaml"
    assert found["location"]["lines"] == {"begin": 3, "end": 4}


def test_nothing_found_is_a_report_too() -> None:
    assert gitlab(report()) == []
    assert gitlab(report(file_report())) == []


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_comes_back_from_the_json(text: str) -> None:
    written = render(everywhere(text), Format.GITLAB, Options())
    found = gitlab(everywhere(text))
    assert [one["location"]["path"] for one in found] == [text] * 3
    assert all(shown(text) in " ".join(one["description"].split()) for one in found)
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    assert "##[" not in written
