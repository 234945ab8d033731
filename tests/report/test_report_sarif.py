"""SARIF as code scanning and editors read it; the schema is the OASIS committee's own."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from report_cases import ROOT, file_report, finding, place, report, run, said
from sarif import loader  # type: ignore[import-untyped]

import hostile_documents
from checked import SOUND, check
from malkoll import check_paths, check_text
from malkoll.diagnostic import Applicability, Edit, LocatedFix, LocatedRelated, Severity, Suppressed
from malkoll.language import Language
from malkoll.report import Format, Options, encoded, render
from malkoll.result import BaselineUse, Report
from malkoll.rules import RULES
from malkoll.source import Position, SourceFile, Span

SCHEMA = ROOT / "tests" / "data" / "sarif-schema-2.1.0.json"
"""From github.com/oasis-tcs/sarif-spec, Schemata/."""
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
Documents = Callable[[], Iterable[tuple[str, str | bytes]]]
KINDS: list[Documents] = [
    hostile_documents.nesting,
    hostile_documents.aliases,
    hostile_documents.encodings,
    hostile_documents.keys,
    hostile_documents.tags,
    hostile_documents.comments,
    hostile_documents.values,
    hostile_documents.shapes,
    hostile_documents.damage,
    hostile_documents.sizes,
]
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
EXAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*/*.yaml"))


def written(made: Report, options: Options | None = None) -> Any:
    """Write a report, hold it against the schema, and give its only run."""
    log = json.loads(encoded(made, Format.SARIF, options or Options()))
    assert [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    _holds_together(only, made)
    return only


def _holds_together(only: Any, made: Report) -> None:
    """What no schema says: everything that is found is there, and what points somewhere points right."""
    passed = (one.diagnostic for one in (*made.suppressed, *made.baselined))
    expected = [*made.diagnostics, *passed]
    assert [one["ruleId"] for one in only["results"]] == [one.code for one in expected]
    rules = only["tool"]["driver"]["rules"]
    for result, one in zip(only["results"], expected, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == LEVELS[one.severity]
        assert result["message"]["text"].strip()
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            physical = location["physicalLocation"]
            artifact = only["artifacts"][physical["artifactLocation"]["index"]]["location"]
            assert artifact.items() <= physical["artifactLocation"].items()
            region = physical["region"]
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def result_of(text: str, code: str) -> Any:
    """Check a document and give its only result of a rule."""
    (found,) = (one for one in written(check_text(text))["results"] if one["ruleId"] == code)
    return found


def region_of(result: Any) -> Any:
    return result["locations"][0]["physicalLocation"]["region"]


def in_utf16(text: str, region: Any) -> str:
    """Cut a region out of a file's text as a reader that counts in UTF-16 does."""
    lines = SourceFile("x", text.encode()).lines
    assert region["startLine"] == region["endLine"]
    units = lines[region["startLine"] - 1].encode("utf-16-le")
    meant: str = units[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le")
    return meant


def test_all_examples_are_written_as_the_schema_wants() -> None:
    assert len(EXAMPLES) > 10
    for language in Language:
        written(run(*EXAMPLES), Options(language))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_hostile_documents_are_written_as_the_schema_wants(kind: Documents) -> None:
    """Of each the first findings: thousands of one kind tell no more."""
    sources, files = {}, []
    for number, (_, text) in enumerate(kind()):
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        made, name = check(data), f"{number}.yaml"
        found = [
            one._replace(location=one.location._replace(file=name), also=(), related=())
            for one in made.diagnostics[:10]
        ]
        files.append(made._replace(path=name, diagnostics=tuple(found)))
        sources[name] = SourceFile(name, data)
    assert files
    for result in written(report(*files))["results"]:
        physical = result["locations"][0]["physicalLocation"]
        source, region = sources[physical["artifactLocation"]["uri"]], physical["region"]
        for side in ("start", "end"):
            line = source.line(region[f"{side}Line"])
            # past the last letter stands the line's end, of one or two
            assert region[f"{side}Column"] <= len(line.encode("utf-16-le")) // 2 + 2


def test_an_independent_reader_counts_and_places_the_same(tmp_path: Path) -> None:
    made = run(*EXAMPLES)
    file = tmp_path / "goals.sarif"
    file.write_bytes(encoded(made, Format.SARIF, Options()))
    read = loader.load_sarif_file(str(file))
    records = [
        (record["Severity"], unquote(record["Location"]), int(record["Line"]), record["Code"])
        for record in read.get_records()
    ]
    silenced = [one.diagnostic for one in made.suppressed]
    ours = [
        (LEVELS[one.severity], one.location.file, one.location.start.line, one.code)
        for one in (*made.diagnostics, *silenced)
    ]
    assert Counter(records) == Counter(ours)
    assert read.get_distinct_tool_names() == ["malkoll"]


@pytest.mark.parametrize(
    "written_as",
    ["Hållbar hälsan", "Hållbar hälsan".replace("ä", "a\u0308").replace("å", "a\u030a"), "Hållbar 😀 hälsan"],
    ids=["plain", "decomposed", "with an emoji"],
)
@pytest.mark.parametrize("before", ["", "😀 ", "å ", "a\u030a ", "👨‍👩‍👧 "], ids=ascii)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=ascii)
def test_columns_count_as_utf16_does(written_as: str, before: str, line_end: str) -> None:
    text = SOUND.replace(
        "    fokusområde: Hållbar hälsa\n", f'    "fokusområde": [ "{before}x", {written_as} ]\n'
    )
    text = text.replace("\n", line_end)
    results = [one for one in written(check_text(text))["results"] if one["ruleId"] == "MK202"]
    assert written_as in [in_utf16(text, region_of(one)) for one in results]


def test_a_byte_order_mark_moves_no_column() -> None:
    text = "\ufeff" + SOUND.replace("kommun:", "komun:", 1)
    region = region_of(result_of(text, "MK101"))
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 1, 6)


def test_a_tab_is_one_column() -> None:
    text = SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde:\t\tHållbar hälsan")
    assert in_utf16(text, region_of(result_of(text, "MK202"))) == "Hållbar hälsan"


def test_a_fix_writes_over_just_what_it_means() -> None:
    text = SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde: [😀, Hållbar hälsan]")
    (fix,) = (
        one for one in written(check_text(text))["results"] if "fixes" in one and one["ruleId"] == "MK202"
    )
    (change,) = fix["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert in_utf16(text, replacement["deletedRegion"]) == "Hållbar hälsan"
    assert replacement["insertedContent"]["text"] == "Hållbar hälsa"
    assert change["artifactLocation"]["uri"] == "text.yaml"


def test_only_fixes_that_need_no_judgement_are_offered() -> None:
    edit = Edit(Span(3, 4), Position(7, 18), Position(7, 23), "x")
    fixes = [LocatedFix(said("Byt"), (edit,), applicability) for applicability in Applicability]
    results = written(report(file_report(*(finding(fix=fix) for fix in fixes))))["results"]
    assert ["fixes" in one for one in results] == [True, False, False]


def test_a_silenced_finding_is_there_and_marked_with_its_reason() -> None:
    silenced = Suppressed(finding(severity=Severity.WARNING), "källan kommer i mars", "2027-03-31")
    (result,) = written(report(file_report(suppressed=(silenced,))))["results"]
    assert result["suppressions"] == [
        {
            "kind": "inSource",
            "justification": "källan kommer i mars",
            "properties": {"until": "2027-03-31"},
        }
    ]


def test_what_a_baseline_knows_is_unchanged_and_all_else_is_new() -> None:
    known = Suppressed(finding(), "togs över från i fjol", None)
    baseline = BaselineUse("malkoll-baseline.json", known=1, expired=0, fixed=0)
    made = report(file_report(finding(), baselined=(known,)))._replace(baselines=(baseline,))
    new, old = written(made)["results"]
    assert (new["baselineState"], "suppressions" in new) == ("new", False)
    assert old["baselineState"] == "unchanged"
    assert old["suppressions"] == [{"kind": "external", "justification": "togs över från i fjol"}]
    assert "baselineState" not in written(report(file_report(finding())))["results"][0]


def test_a_file_that_cannot_be_read_is_told_of_at_its_first_line(tmp_path: Path) -> None:
    for made in (check_paths([tmp_path / "borta.yaml"]), check_text("")):
        (result,) = written(made)["results"]
        region = region_of(result)
        assert (region["startLine"], region["startColumn"]) == (1, 1)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("mål/sn.yaml", "m%C3%A5l/sn.yaml"),
        ("ma\u030al.yaml", "ma%CC%8Al.yaml"),
        ("a b#c%20?.yaml", "a%20b%23c%2520%3F.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("../../etc\u202e.yaml", None),
        ("\udce5.yaml", "%E5.yaml"),
        ("😀.yaml", "%F0%9F%98%80.yaml"),
        ("::error::x.yaml", "%3A%3Aerror%3A%3Ax.yaml"),
    ],
)
@pytest.mark.skipif(os.sep == "\\", reason="names that only others have")
def test_names_of_files_are_written_as_addresses(name: str, uri: str | None) -> None:
    (result,) = written(report(file_report(finding(place("a: b", "b", file=name)), path=name)))["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]
    if uri is None:
        assert address["uri"].startswith("file:///")
        assert "uriBaseId" not in address
    else:
        assert (address["uri"], address["uriBaseId"]) == (uri, "%SRCROOT%")


def test_addresses_count_from_the_root_wherever_the_command_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "nämnder" / "sn"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    made = report(
        file_report(path="mål.yaml"),
        file_report(path="../bun.yaml"),
        file_report(path="/elsewhere/å.yaml"),
        file_report(path="-"),
    )
    only = written(made, Options(root=tmp_path))
    assert [one["location"]["uri"] for one in only["artifacts"]] == [
        "n%C3%A4mnder/sn/m%C3%A5l.yaml",
        "n%C3%A4mnder/bun.yaml",
        "file:///elsewhere/%C3%A5.yaml",
        "-",
    ]
    assert str(tmp_path) not in render(made, Format.SARIF, Options(root=tmp_path))


def test_places_in_a_built_in_model_are_left_out_and_those_in_a_file_are_not() -> None:
    built_in = file_report().model.source.name
    related = [
        LocatedRelated(place("a: b", "b", file=name), said("Här.")) for name in (built_in, "annan.yaml")
    ]
    (result,) = written(report(file_report(finding(related=tuple(related), also=(place("c: d", "d"),)))))[
        "results"
    ]
    told = [
        (one["id"], one["physicalLocation"]["artifactLocation"]["uri"]) for one in result["relatedLocations"]
    ]
    assert told == [(1, "m%C3%A5l.yaml"), (2, "annan.yaml")]


def test_every_rule_can_be_described_in_both_languages() -> None:
    made = report(file_report(*(finding(code=rule.code, name=rule.name) for rule in RULES)))
    for language in Language:
        rules = written(made, Options(language))["tool"]["driver"]["rules"]
        assert [one["id"] for one in rules] == [rule.code for rule in RULES]
        for one, rule in zip(rules, RULES, strict=True):
            assert one["name"] == rule.name
            assert one["shortDescription"]["text"].casefold() == rule.title.render(language).casefold()
            assert 0 < len(one["fullDescription"]["text"]) <= 1024
            assert "```" not in one["help"]["text"]
            assert "```yaml " not in one["help"]["markdown"]
            assert one["defaultConfiguration"]["level"] == LEVELS[rule.severity]


HOSTILE = (
    "rad\n\x1b[31m\x00\x85\u2028\u202e ]]> ::error:: ##[error]x %0A </script> <!-- {0} {x} [här](https://x.example) "
    "[a](1) \\[b](2) ${{ x }} åäö 😀 \ud800"
)


def test_hostile_text_is_neither_lost_nor_obeyed() -> None:
    made = report(file_report(finding(message=HOSTILE)))
    log = encoded(made, Format.SARIF, Options()).decode()
    assert not set(log) & set("\x1b\x00\x85\u2028\u202e\ud800")
    assert "##[" not in log
    (result,) = written(made)["results"]
    text = result["message"]["text"]
    assert "\n" not in text
    for whole in ("]]>", "::error::", "%0A", "</script>", "<!--", "åäö 😀"):
        assert whole in text
    for visible in ("\\x1b[31m", "\\x00", "‹U+202E›", "‹U+D800›"):
        assert visible in text
    assert "{{0}} {{x}}" in text
    assert "${{{{ x }}}}" in text
    for link in ("\\[här\\](https://x.example)", "\\[a\\](1)"):
        assert link in text


def test_a_document_in_the_file_arrives_letter_for_letter() -> None:
    line = 'fokusområde: "\x1b[31m ##[error] ]]> \u202e {0} [x](1)"'
    (result,) = written(report(file_report(finding(place(line, line)))))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"]["snippet"]["text"] == line
    assert physical["contextRegion"]["snippet"]["text"] == line


def test_a_rule_that_broke_makes_the_run_unsuccessful() -> None:
    sound, broken = finding(), finding(code="MK999", name="internal-error")
    for found, is_whole in (((), True), ((sound,), True), ((sound, broken), False)):
        (invocation,) = written(report(file_report(*found)))["invocations"]
        assert invocation == {"executionSuccessful": is_whole}


def test_fingerprints_stand_under_a_key_of_our_own() -> None:
    (result,) = written(report(file_report(finding())))["results"]
    assert result["partialFingerprints"] == {"malkollFingerprint/v1": "f" * 32}


def test_the_steering_model_and_the_day_are_told() -> None:
    made = file_report(finding())
    only = written(report(made))
    assert only["properties"] == {
        "date": "2026-11-23",
        "model": {"id": "fem-fokusomraden", "sha256": made.model.sha256},
    }
    assert (only["language"], only["columnKind"]) == ("sv-SE", "utf16CodeUnits")
    assert written(report())["properties"]["model"] is None


def test_a_goal_is_named_beside_its_lines() -> None:
    found = finding(path=("mål", 0, "a/b~"), goal="sn-1", goal_index=0)
    (result,) = written(report(file_report(found)))["results"]
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "a/b~", "fullyQualifiedName": "/mål/0/a~1b~0", "kind": "property"},
        {"name": "sn-1", "fullyQualifiedName": "/mål/0", "kind": "object"},
    ]


def test_a_very_long_line_is_not_repeated_for_each_finding() -> None:
    line = f"fokusområde: {'x' * 50_000}"
    made = report(file_report(*(finding(place(line, "x" * 50_000)) for _ in range(20))))
    assert len(render(made, Format.SARIF, Options())) < 50_000
