"""Version 1 of the JSON report: programs rely on every key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from report_cases import ROOT, file_report, finding, goal, place, report, run, said

from malkoll import __version__
from malkoll.diagnostic import (
    Applicability,
    Edit,
    LocatedFix,
    LocatedRelated,
    Severity,
    Suppressed,
)
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.source import Position, Span
from malkoll.steering.loaded import LoadedModel

START, END = {"line": 7, "column": 18}, {"line": 7, "column": 23}


def read(*files: Any, language: Language = Language.SV, skipped: int = 0) -> Any:
    return json.loads(render(report(*files, skipped=skipped), Format.JSON, Options(language=language)))


def test_a_report_has_these_keys_in_this_order() -> None:
    edit = Edit(Span(3, 4), Position(7, 18), Position(7, 23), "Hållbar hälsa")
    found = finding(
        help="Skriv Hållbar hälsa.",
        reference="Våra fem fokusområden",
        path=("mål", 0, "fokusområde"),
        goal="sn-1",
        goal_index=0,
        also=(place("namn: x", "x", number=9),),
        related=(LocatedRelated(place("id: y", "y", file="styrmodell.yaml"), said("Här.")),),
        fix=LocatedFix(said("Skriv ”Hållbar hälsa”"), (edit,), Applicability.SAFE),
    )
    silenced = Suppressed(
        finding(code="MK406", name="compound-goal", severity=Severity.WARNING), "skäl", "2027-12-31"
    )
    made = file_report(found, finding(severity=Severity.INFO), goals=(goal(),), suppressed=(silenced,))
    data = read(made, skipped=2)
    sha256 = made.model.sha256
    assert data == {
        "version": 1,
        "tool": {"name": "malkoll", "version": __version__},
        "language": "sv",
        "date": "2026-11-23",
        "model": {"id": "fem-fokusomraden", "sha256": sha256},
        "files": [{"path": "mål.yaml", "board": "Socialnämnden", "year": 2027, "goals": 1}],
        "diagnostics": [
            {
                "code": "MK202",
                "name": "unknown-focus-area",
                "severity": "error",
                "message": "Något stämmer inte.",
                "help": "Skriv Hållbar hälsa.",
                "reference": "Våra fem fokusområden",
                "file": "mål.yaml",
                "start": START,
                "end": END,
                "path": ["mål", 0, "fokusområde"],
                "goal": "sn-1",
                "related": [
                    {
                        "file": "mål.yaml",
                        "start": {"line": 9, "column": 7},
                        "end": {"line": 9, "column": 8},
                        "message": "Här också.",
                    },
                    {
                        "file": "styrmodell.yaml",
                        "start": {"line": 7, "column": 5},
                        "end": {"line": 7, "column": 6},
                        "message": "Här.",
                    },
                ],
                "fix": {
                    "applicability": "safe",
                    "message": "Skriv ”Hållbar hälsa”",
                    "edits": [{"start": START, "end": END, "text": "Hållbar hälsa"}],
                },
                "fingerprint": "f" * 32,
                "url": None,
            },
            {
                "code": "MK202",
                "name": "unknown-focus-area",
                "severity": "info",
                "message": "Något stämmer inte.",
                "help": None,
                "reference": None,
                "file": "mål.yaml",
                "start": START,
                "end": END,
                "path": [],
                "goal": None,
                "related": [],
                "fix": None,
                "fingerprint": "f" * 32,
                "url": None,
            },
        ],
        "suppressed": [
            {
                "code": "MK406",
                "name": "compound-goal",
                "severity": "warning",
                "message": "Något stämmer inte.",
                "file": "mål.yaml",
                "start": START,
                "end": END,
                "goal": None,
                "fingerprint": "f" * 32,
                "reason": "skäl",
                "until": "2027-12-31",
            }
        ],
        "baselines": [],
        "baselined": [],
        "summary": {
            "files": 1,
            "skipped": 2,
            "goals": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 1,
            "suppressed": 1,
            "baselined": 0,
            "fixable": 1,
        },
    }
    assert list(data) == [
        "version", "tool", "language", "date", "model", "files", "diagnostics", "suppressed",
        "baselines", "baselined", "summary",
    ]  # fmt: skip
    assert list(data["diagnostics"][0]) == [
        "code", "name", "severity", "message", "help", "reference", "file", "start", "end", "path", "goal",
        "related", "fix", "fingerprint", "url",
    ]  # fmt: skip


def test_only_a_safe_fix_counts_as_fixable() -> None:
    fixes = [LocatedFix(said("x"), (), applicability) for applicability in Applicability]
    data = read(file_report(*(finding(fix=fix) for fix in fixes)))
    assert data["summary"]["fixable"] == 1
    assert [one["fix"]["applicability"] for one in data["diagnostics"]] == ["safe", "unsafe", "display"]


def test_a_file_of_another_model_names_it() -> None:
    other = _another_model()
    data = read(file_report(path="a.yaml"), file_report(path="b.yaml", model=other))
    assert "model" not in data["files"][0]
    assert data["files"][1]["model"] == {"id": "fem-fokusomraden", "sha256": other.sha256}


def test_a_run_without_documents_is_a_report_too() -> None:
    data = read(skipped=3)
    assert (data["model"], data["files"], data["diagnostics"], data["summary"]["skipped"]) == (
        None,
        [],
        [],
        3,
    )


def test_every_character_comes_back_and_none_is_written_that_cannot_be_seen() -> None:
    text = "rad\n\x1b[0m\x85\u2028\u202e\u200d\ufeff\x7f\U000e0041 ::error:: ##[error] ##vso[x] åäö 😀 \ud800"
    written = render(report(file_report(finding(message=text), path=text)), Format.JSON, Options())
    assert json.loads(written)["diagnostics"][0]["message"] == text
    assert json.loads(written)["files"][0]["path"] == text
    assert not set(written) & set("\x1b\x85\u2028\u202e\u200d\ufeff\x7f\U000e0041\ud800")
    assert "åäö 😀" in written
    assert "##[" not in written


@pytest.mark.parametrize("language", list(Language))
def test_what_is_written_is_what_the_schema_says(language: Language) -> None:
    schema = json.loads((ROOT / "schemas" / "report-v1.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    drafts = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples" / "sv").glob("*.yaml"))
    for made in (run(*drafts), report(), report(file_report(), file_report(model=_another_model()))):
        data = json.loads(render(made, Format.JSON, Options(language=language)))
        assert [error.message for error in validator.iter_errors(data)] == []
    del data["summary"]["fixable"]
    assert not validator.is_valid(data)


def _another_model() -> LoadedModel:
    first = file_report().model
    return LoadedModel(first.model, first.source, b"another")


def test_codes_names_and_fingerprints_are_the_same_in_both_languages() -> None:
    made = run("examples/sv/fel-matning.yaml")
    swedish, english = (
        json.loads(render(made, Format.JSON, Options(language=language)))["diagnostics"]
        for language in Language
    )
    kept = ("code", "name", "severity", "file", "start", "end", "path", "goal", "fingerprint")
    assert [[one[key] for key in kept] for one in swedish] == [[one[key] for key in kept] for one in english]
    assert all(one["message"] != other["message"] for one, other in zip(swedish, english, strict=True))


@pytest.mark.parametrize("form", list(Format))
def test_every_byte_is_the_same_from_run_to_run(form: Format) -> None:
    command = [sys.executable, "-m", "malkoll", "check", "--isolated", "--date", "2026-11-23", "--verbose"]
    command += ["--statistics", "--format", form, "--lang", "sv", "examples/sv"]
    outputs = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment)
        assert done.returncode == 1, done.stderr.decode()
        outputs.add(done.stdout)
    assert len(outputs) == 1
