"""The JSON Schemas: kept as generated, agreeing with malkoll on documents, and helpful in an editor."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from checked import DATE
from malkoll import check_paths
from malkoll.cli import main
from malkoll.document.goal_document import GoalDocument
from malkoll.language import Language
from malkoll.rules import RULES
from malkoll.schema.files import FILES, schema, text_of
from malkoll.schema.parts import document_schema, model_schema

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "schemas"
EXAMPLES = ROOT / "examples"
MODELS = [
    EXAMPLES / "styrmodell-egen.yaml",
    EXAMPLES / "en" / "steering-model.yaml",
    ROOT / "src" / "malkoll" / "steering" / "builtin" / "fem-fokusomraden.yaml",
    *sorted((ROOT / "src" / "malkoll" / "cli" / "templates").glob("*.yaml")),
]
DOCUMENTS = [path for path in sorted(EXAMPLES.glob("*/*.yaml")) if path not in MODELS]
SHAPE = re.compile(r"MK(00[2-8]|010|10[1-7])\Z")
"""Rules about what a JSON Schema can see too: whether it is YAML, its keys, and the values of its fields."""
AGREES = frozenset({"MK105:info", "MK109:warning", "MK010:warning", "MK002:error"})
"""What malkoll remarks on and understands all the same."""


def _language(path: Path) -> Language:
    text = path.read_text(encoding="utf-8")
    return Language.EN if re.search(r"^(board|levels|bord):", text, re.MULTILINE) else Language.SV


def _check_jsonschema(kind: str, path: Path) -> bool:
    name = f"{kind}.{_language(path).value}.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(FOLDER / name), str(path)]
    return subprocess.run(command, capture_output=True, check=False, timeout=120).returncode == 0


@pytest.mark.parametrize("name", FILES)
def test_the_kept_schema_is_the_generated_one(name: str) -> None:
    again = "run: python -m malkoll.schema"
    assert (FOLDER / name).read_text(encoding="utf-8") == text_of(FILES[name]()), again


def test_no_other_schema_is_kept_and_one_command_writes_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "schemas").mkdir()
    monkeypatch.chdir(tmp_path)
    runpy.run_module("malkoll.schema", run_name="__main__")
    written = {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.glob("*.json")}


@pytest.mark.parametrize("name", FILES)
def test_every_schema_is_a_schema(name: str) -> None:
    found = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(found)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_schema_and_malkoll_agree_on_the_shape_of_every_example(path: Path) -> None:
    found = check_paths([path], date=DATE, isolated=True).diagnostics
    faults = [f"{one.code}:{one.severity}" for one in found if SHAPE.match(one.code)]
    assert _check_jsonschema("goal-document", path) is not bool(set(faults) - AGREES), faults


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.name)
def test_every_model_is_accepted(path: Path) -> None:
    assert _check_jsonschema("steering-model", path)


SOUND: dict[str, Any] = {
    "nämnd": "Socialnämnden",
    "år": 2026,
    "mål": [{"formulering": "F", "fokusområde": "Hållbar hälsa", "horisont": 2026}],
}


def _accepts(changes: dict[str, Any], goal: dict[str, Any] | None = None) -> bool:
    document = {**SOUND, **changes}
    if goal is not None:
        document["mål"] = [{**SOUND["mål"][0], **goal}]
    return bool(jsonschema.Draft202012Validator(document_schema(Language.SV)).is_valid(document))


@pytest.mark.parametrize(
    "goal",
    [
        {"horisont": "2026-2028"}, {"horisont": "2026–2028"}, {"horisont": "2026 till 2028"}, {"horisont": "2026"},
        {"horisont": {"från": 2026, "till": "2028"}}, {"fokusområde": ["a", "b"]}, {"målgrupp": None}, {"rubrik": None},
        {"indikatorer": [{"namn": "N", "målvärde": 80}]}, {"indikatorer": [{"namn": "N", "målvärde": "85 %"}]},
        {"indikatorer": [{"namn": "N", "målvärde": "1 200"}]}, {"indikatorer": [{"namn": "N", "målvärde": "3,5"}]},
        {"indikatorer": [{"namn": "N", "målvärde": {"värde": -3.5, "år": 2027}}]},
        {"indikatorer": [{"namn": "N", "målvärde": 1, "delmål": [{"år": 2026, "värde": "1 000,5"}]}]},
        {"professionell_bedömning": True}, {"professionell_bedömning": "ja"}, {"professionell_bedömning": "no"},
        {"professionell_bedömning": {"motivering": "M", "underlag": "U", "kriterier": ["K"]}},
        {"uppföljning": [{"år": 2026, "utfall": 3}]}, {"uppföljning": [{"år": 2026, "utfall": {"N": "3,5"}}]},
        {"nuläge": "prosa"}, {"nuläge": [{"fakta": "F", "källa": "K", "år": 2025}]}, {"agenda2030": [4, "4.1"]},
        {"rådighet": "delad"}, {"indikatorer": None},
    ],
    ids=str,
)  # fmt: skip
def test_every_way_of_writing_that_malkoll_understands_is_accepted(goal: dict[str, Any]) -> None:
    assert _accepts({}, goal)


@pytest.mark.parametrize(
    ("changes", "goal"),
    [
        ({"namnd": "S"}, None), ({"board": "S"}, None), ({"nämnd": None}, None), ({"nämnd": " "}, None),
        ({"nämnd": ["S"]}, None), ({"år": "26"}, None), ({"år": 26}, None), ({"status": "klar"}, None),
        ({"mål": {}}, None), ({"mål": "M"}, None), ({"mål": ["M"]}, None), ({"beslut": {"datum": "i dag"}}, None),
        ({"beslut": {"datum": "2022-13-45"}}, None), ({"styrdokument": "text"}, None),
        ({}, {"horisont": "2026-28"}), ({}, {"horisont": {"från": 2026}}), ({}, {"rådighet": "eget"}),
        ({}, {"indikatorer": [{"namn": "N"}]}), ({}, {"indikatorer": [{"namn": "N", "målvärde": "ca 80"}]}),
        ({}, {"indikatorer": {"namn": "N"}}), ({}, {"nuläge": [{"källa": "K"}]}), ({}, {"formulering": {"a": 1}}),
        ({}, {"professionell_bedömning": "kanske"}), ({}, {"uppföljning": [{"utfall": 3}]}), ({}, {"målgrupp": [None]}),
    ],
    ids=str,
)  # fmt: skip
def test_what_malkoll_refuses_is_refused(changes: dict[str, Any], goal: dict[str, Any] | None) -> None:
    assert not _accepts(changes, goal)


def _below(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        for value in found.values():
            yield from _below(value)
    elif isinstance(found, list):
        for value in found:
            yield from _below(value)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("make", [document_schema, model_schema])
def test_every_key_is_explained_in_the_language_of_the_keys(make: Any, language: Language) -> None:
    whole = make(language)
    other = make(next(one for one in Language if one is not language))
    explained = {
        key: value["description"]
        for part in _below(whole)
        for key, value in part.get("properties", {}).items()
    }
    assert all(text.strip() for text in explained.values())
    others = {value["description"] for part in _below(other) for value in part.get("properties", {}).values()}
    rules = {f"{rule.code}: {rule.title.render(language)}" for rule in RULES}
    assert not (set(explained.values()) - rules) & others
    for part in _below(whole):
        if part.get("type") == "object" and "properties" in part:
            assert "additionalProperties" in part


def test_words_are_offered_in_the_language_of_the_keys() -> None:
    swedish, english = document_schema(Language.SV), document_schema(Language.EN)
    assert swedish["properties"]["status"]["enum"] == ["utkast", "beslutad", None]
    assert english["properties"]["status"]["enum"] == ["draft", "decided", None]
    assert swedish["properties"]["status"]["default"] == "utkast"
    assert swedish["title"] == "Måldokument"
    assert set(english["required"]) == {"board", "year", "goals"}
    assert len(swedish["properties"]) == len(GoalDocument.words)


def test_a_models_rules_are_offered_with_their_titles() -> None:
    rules = model_schema(Language.SV)["properties"]["regler"]["properties"]
    assert rules["vague-word"]["description"] == "MK402: ord som kan tolkas olika"


@pytest.mark.parametrize("language", list(Language))
def test_the_configuration_is_explained_and_checked(language: Language) -> None:
    found = schema("config", language)
    validator = jsonschema.Draft202012Validator(found)
    assert all(value["description"] for value in found["properties"].values())
    for sound in (
        {
            "language": "sv",
            "model": "m.yaml",
            "select": ["MK4", "vague-word"],
            "fail-on": "never",
            "exclude": ["a/"],
            "baseline": "malkoll-baseline.json",
        },
        {"severity": {"vague-word": "error", "MK212": "off"}, "per-file-ignores": {"a/*": ["MK302"]}},
    ):
        assert validator.is_valid(sound)
    for faulty in (
        {"langauge": "sv"},
        {"language": "de"},
        {"select": "MK4"},
        {"severity": {"MK4": "fel"}},
        {"model": ""},
    ):
        assert not validator.is_valid(faulty)


def test_every_report_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    for language in Language:
        main(["check", str(EXAMPLES), "--format", "json", "--date", "2026-11-23", "--lang", language.value])
        report = json.loads(capsys.readouterr().out)
        jsonschema.Draft202012Validator(schema("report", language)).validate(report)
        assert report["diagnostics"]
        assert report["suppressed"]


def test_the_schema_of_the_report_explains_every_key() -> None:
    found = schema("report", Language.EN)
    assert all(
        value.get("description") for part in _below(found) for value in part.get("properties", {}).values()
    )
    assert set(found["required"]) == set(found["properties"])
    assert "model" not in found["$defs"]["FileV1"]["required"]


@pytest.mark.parametrize("what", ["document", "model", "config", "report", "baseline"])
def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str], what: str) -> None:
    for language in Language:
        assert main(["schema", what, "--lang", language.value]) == 0
        assert json.loads(capsys.readouterr().out) == schema(what, language)


def test_without_a_word_the_command_prints_the_schema_of_documents(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema", "--lang", "sv"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Måldokument"


def test_examples_point_to_schemas_that_are_kept() -> None:
    for path in EXAMPLES.rglob("*.yaml"):
        for named in re.findall(r"\$schema=(\S+)", path.read_text(encoding="utf-8")):
            assert (path.parent / named).resolve().is_file(), path
