"""A whole run: configuration, rules and steering model of each file, and the Python functions."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

import malkoll
from checked import DATE, SOUND
from malkoll import CallError, Diagnostic, Report, check_paths, check_text
from malkoll.diagnostic import Severity
from malkoll.discover import Found, read
from malkoll.language import Language
from malkoll.run import Settings, run
from malkoll.steering.loaded import DEFAULT
from malkoll.syntax.tree import Trouble

EXAMPLES = Path(__file__).parents[1] / "examples"
OWN_MODEL = (EXAMPLES / "styrmodell-egen.yaml").read_text(encoding="utf-8")
FAULTY = SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan").replace(
    "grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.\n", ""
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _codes(*paths: str, **choices: object) -> list[str]:
    report = check_paths(paths or ["."], date=DATE, **choices)  # type: ignore[arg-type]
    return [one.code for one in report.diagnostics]


def test_the_configuration_chooses_the_rules() -> None:
    _write("sn.yaml", FAULTY)
    assert _codes() == ["MK214", "MK202"]
    for text, expected in (
        ('select = ["MK20"]', ["MK202"]),
        ('ignore = ["missing-mission"]', ["MK202"]),
        ('select = ["MK21"]\nextend-select = ["MK202"]', ["MK214", "MK202"]),
        ('[severity]\nmissing-mission = "off"', ["MK202"]),
        ('[severity]\nMK2 = "off"', []),
        ('[per-file-ignores]\n"s*.yaml" = ["MK2"]', []),
        ('[per-file-ignores]\n"x*.yaml" = ["MK2"]', ["MK214", "MK202"]),
    ):
        _write("malkoll.toml", text)
        assert _codes() == expected
        assert _codes(isolated=True) == ["MK214", "MK202"]


def test_the_caller_goes_before_the_configuration() -> None:
    _write("sn.yaml", FAULTY)
    _write("malkoll.toml", 'select = ["MK214"]\nignore = ["MK202"]\n')
    assert _codes(select=["MK202"]) == ["MK202"]
    assert _codes(extend_select=["MK202"]) == ["MK214", "MK202"]
    assert _codes(ignore=["MK214"]) == []


def test_a_configuration_sets_severities() -> None:
    _write("sn.yaml", FAULTY)
    _write("malkoll.toml", '[severity]\nMK202 = "info"\nmissing-mission = "error"\n')
    severities = {one.code: one.severity for one in check_paths(["."], date=DATE).diagnostics}
    assert severities == {"MK202": Severity.INFO, "MK214": Severity.ERROR}


def test_each_file_has_the_configuration_that_is_nearest_to_it() -> None:
    for folder in ("a", "b"):
        _write(f"{folder}/sn.yaml", FAULTY.replace("Socialnämnden", f"Nämnd {folder}"))
    _write("a/malkoll.toml", 'ignore = ["MK202"]\n')
    report = check_paths(["."], date=DATE, ignore=["MK6"])
    assert [(one.location.file, one.code) for one in report.diagnostics] == [
        ("a/sn.yaml", "MK214"), ("b/sn.yaml", "MK214"), ("b/sn.yaml", "MK202"),
    ]  # fmt: skip


def test_folders_are_walked_as_the_configuration_says() -> None:
    for name in ("mål/a.yaml", "mål/b.yaml", "arkiv/c.yaml", "d.yaml"):
        _write(name, SOUND)
    _write("malkoll.toml", 'include = ["mål/"]\nexclude = ["b.yaml"]\n')
    assert [file.path for file in check_paths(["."], date=DATE).files] == ["mål/a.yaml"]
    assert [file.path for file in check_paths(["d.yaml"], date=DATE).files] == ["d.yaml"]
    hook = run(["d.yaml", "mål/a.yaml", "mål/b.yaml"], Settings(only_goal_documents=True, date=DATE))
    assert [file.path for file in hook.report.files] == ["mål/a.yaml"]


@pytest.mark.parametrize("key", ["ignore", "per-file-ignores", "severity"])
def test_a_setting_that_names_no_rule_is_a_warning_at_its_place(key: str) -> None:
    values = {"ignore": '["MK2O2"]', "per-file-ignores": '{"x" = ["MK2O2"]}', "severity": '{MK2O2 = "off"}'}
    _write("sn.yaml", SOUND)
    _write("malkoll.toml", f"# MK2O2?\n{key} = {values[key]}\n")
    outcome = run(["."], Settings(date=DATE))
    (found,) = outcome.report.diagnostics
    assert (found.code, found.severity) == ("MK902", Severity.WARNING)
    assert found.location.file == "malkoll.toml"
    assert found.location.start.line == 2
    assert outcome.checked == 1
    assert "MK2O2" in found.message.render(Language.SV)


def test_a_setting_that_names_no_rule_can_be_ignored_as_any_finding() -> None:
    _write("sn.yaml", SOUND)
    _write("malkoll.toml", 'ignore = ["MK2O2", "MK902"]\n')
    assert _codes() == []


@pytest.mark.parametrize("key", ["select", "extend-select"])
def test_a_selection_that_names_no_rule_stops_the_run(key: str) -> None:
    _write("sn.yaml", SOUND)
    _write("malkoll.toml", f'{key} = ["unknown-focus-are"]\n')
    with pytest.raises(CallError, match="Did you mean “unknown-focus-area”"):
        check_paths(["."], date=DATE)


def test_a_caller_that_names_no_rule_is_told() -> None:
    for choice in ("select", "extend_select", "ignore"):
        with pytest.raises(CallError, match="No rule is called “MKX”"):
            _codes(**{choice: ["MKX"]})


def _models(report: Report) -> list[str]:
    return [file.model.id for file in report.files]


def _document(model: str = "") -> str:
    return f"styrmodell: {model}\n{SOUND}" if model else SOUND


def test_the_steering_model_is_the_callers_the_documents_the_configurations_or_the_default() -> None:
    _write("modell.yaml", OWN_MODEL)
    _write("other.yaml", OWN_MODEL.replace("id: granvik-2027", "id: annan"))
    _write("mål/sn.yaml", SOUND)
    assert _models(check_paths(["mål"], date=DATE)) == [DEFAULT]
    _write("malkoll.toml", 'model = "modell.yaml"\n')
    assert _models(check_paths(["mål"], date=DATE)) == ["granvik-2027"]
    _write("mål/sn.yaml", _document("../other.yaml"))
    assert _models(check_paths(["mål"], date=DATE)) == ["annan"]
    _write("mål/sn.yaml", _document(DEFAULT))
    assert _models(check_paths(["mål"], date=DATE)) == [DEFAULT]
    assert _models(check_paths(["mål"], date=DATE, model="other.yaml")) == ["annan"]
    _write("mål/sn.yaml", _document("missing.yaml"))
    assert _models(check_paths(["mål"], date=DATE, model=DEFAULT)) == [DEFAULT]


def test_a_model_is_read_once_for_all_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    _write("modell.yaml", OWN_MODEL)
    for number in range(5):
        _write(f"{number}.yaml", _document("modell.yaml").replace("Socialnämnden", f"Nämnd {number}"))
    reads = []

    def counted(found: Found, most: int) -> tuple[bytes | None, Trouble | None]:
        reads.append(found)
        return read(found, most)

    monkeypatch.setattr("malkoll.models.read", counted)
    check_paths(["."], date=DATE)
    assert len(reads) == 1


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("missing.yaml", "finns"),
        ("../outside.yaml", "utanför"),
        ("/etc/passwd", "utanför"),
        ("link.yaml", "utanför"),
        ("folder", "gick inte att läsa"),
        ("large.yaml", "fel i sig"),
        ("faulty.yaml", "fel i sig"),
        ("sn.yaml", "fel i sig"),
        ('"noll\\0tecken"', "finns"),
    ],
)
def test_a_model_that_a_document_names_and_that_cannot_be_used_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, variant: str
) -> None:
    _write("outside.yaml", OWN_MODEL)
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    _write("faulty.yaml", OWN_MODEL.replace("mål: {minst: 2, högst: 4}", "mål: {minst: 4, högst: 2}"))
    _write("large.yaml", OWN_MODEL + "#" * 1_000_000)
    Path("folder").mkdir()
    Path("link.yaml").symlink_to("../outside.yaml")
    _write("sn.yaml", _document(name))
    report = check_paths(["sn.yaml"], date=DATE)
    found = [one for one in report.diagnostics if one.code == "MK218"]
    assert len(found) == 1
    assert variant in found[0].message.render(Language.SV)
    assert _models(report) == [DEFAULT]


def test_a_document_may_name_a_model_elsewhere_in_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    _write("modeller/modell.yaml", OWN_MODEL)
    _write("mål/2026/sn.yaml", _document("../../modeller/modell.yaml"))
    monkeypatch.chdir(tmp_path / "mål" / "2026")
    assert _models(check_paths(["sn.yaml"], date=DATE)) == ["granvik-2027"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing.yaml", "neither a file nor"),
        ("fem-fokusomrade", "Did you mean “fem-fokusomraden”"),
        ("faulty.yaml", "malkoll model check faulty.yaml"),
        (".", "could not be read"),
    ],
)
def test_a_model_that_the_caller_or_the_configuration_names_must_be_usable(name: str, sentence: str) -> None:
    _write("sn.yaml", SOUND)
    _write("faulty.yaml", OWN_MODEL.replace("mål: {minst: 2, högst: 4}", "mål: {minst: 4, högst: 2}"))
    with pytest.raises(CallError, match=sentence):
        check_paths(["sn.yaml"], date=DATE, model=name)
    _write("malkoll.toml", f'model = "{name}"\n')
    with pytest.raises(CallError, match=rf"malkoll\.toml: .*{sentence}"):
        check_paths(["sn.yaml"], date=DATE)


def test_a_configuration_cannot_name_a_model_outside_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("outside.yaml", OWN_MODEL)
    (tmp_path / "r" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "r")
    _write("malkoll.toml", 'model = "../outside.yaml"\n')
    _write("sn.yaml", SOUND)
    with pytest.raises(CallError, match="outside the repository"):
        check_paths(["."], date=DATE)
    assert _models(check_paths(["."], date=DATE, model="../outside.yaml")) == ["granvik-2027"]


def test_a_large_file_that_is_no_goal_document_is_passed_over_in_a_folder() -> None:
    _write("lock.yaml", "packages:\n" + "  - {name: a, version: 1}\n" * 50_000)
    _write("stor.yaml", SOUND + "#" * 1_000_000)
    report = check_paths(["."], date=DATE)
    assert [(one.location.file, one.code) for one in report.diagnostics] == [("stor.yaml", "MK001")]
    assert report.skipped == 1


def test_a_text_is_checked_without_any_file() -> None:
    _write("malkoll.toml", 'ignore = ["MK2"]\n')
    report = check_text(FAULTY, date=DATE)
    assert isinstance(report, Report)
    assert [one.code for one in report.diagnostics] == ["MK214", "MK202"]
    assert all(isinstance(one, Diagnostic) for one in report.diagnostics)
    assert report.diagnostics[0].location.file == "text.yaml"
    assert check_text(SOUND, name="mål.yaml", date=DATE).files[0].path == "mål.yaml"
    assert check_text("\ud800", date=DATE).files


def test_a_text_is_checked_against_the_model_that_is_given() -> None:
    _write("modell.yaml", OWN_MODEL)
    assert _models(check_text(SOUND, model="modell.yaml", date=DATE)) == ["granvik-2027"]
    assert _models(check_text(_document("modell.yaml"), date=DATE)) == ["granvik-2027"]


def test_without_a_date_it_is_today() -> None:
    today = datetime.datetime.now().astimezone().date()
    assert today <= check_text(SOUND).date <= today + datetime.timedelta(days=1)


def test_the_package_offers_what_it_says_and_loads_it_late() -> None:
    for name in malkoll.__all__:
        assert getattr(malkoll, name) is not None
    with pytest.raises(AttributeError, match="no_such"):
        _ = malkoll.no_such
    code = "import sys, json, malkoll; print(json.dumps([name for name in sys.modules if name.startswith('malkoll')]))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == ["malkoll"]
