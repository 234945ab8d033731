"""Annotations: GitHub reads each command as it was meant, and none that a document made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hostile_texts import TEXTS, everywhere, shown
from report_cases import file_report, finding, place, report, run

from malkoll.diagnostic import Diagnostic, Location, Severity
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.source import Position


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def read(written: str) -> list[Command]:
    """Read commands by the rules of GitHub's runner; every line must be one."""
    return [_command(line) for line in written.split("\n")[:-1]]


def _command(line: str) -> Command:
    line = line.lstrip()
    assert line.startswith("::"), line
    info, separator, data = line[2:].partition("::")
    assert separator
    name, _, properties = info.partition(" ")
    pairs = dict(one.split("=", 1) for one in properties.split(",") if "=" in one)
    return Command(
        name,
        {key: _unescaped(value, {"%3A": ":", "%2C": ","}) for key, value in pairs.items()},
        _unescaped(data, {}),
    )


def _unescaped(value: str, more: dict[str, str]) -> str:
    # the sign itself comes last, as in the runner
    for escaped, sign in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        value = value.replace(escaped, sign)
    return value


def github(*found: Diagnostic, **choices: Any) -> list[Command]:
    options = Options()._replace(**choices)
    return read(render(report(file_report(*found)), Format.GITHUB, options))


def test_a_finding_is_a_command_with_its_place_and_all_its_sentences() -> None:
    made = finding(
        place("    fokusområde: Hälsa", "Hälsa"),
        "”Hälsa” finns inte.",
        help="Vilket menas?",
        reference="Våra fem fokusområden",
        goal="sn-1",
        goal_index=0,
    )
    assert github(made) == [
        Command(
            "error",
            {
                "file": "mål.yaml",
                "line": "7",
                "endLine": "7",
                "col": "18",
                "endColumn": "22",
                "title": "MK202 · okänt fokusområde · mål sn-1",
            },
            "”Hälsa” finns inte.\nStyrmodellen: Våra fem fokusområden\nFråga: Vilket menas?",
        )
    ]
    (english,) = github(made, language=Language.EN)
    assert english.properties["title"] == "MK202 · unknown focus area · goal sn-1"


def test_columns_are_given_only_within_one_line() -> None:
    over = finding(Location("mål.yaml", Position(3, 5), Position(6, 2)))
    whole = finding(Location("mål.yaml", Position(3, 5), Position(6, 1)))
    nothing = finding(Location("mål.yaml", Position(3, 5), Position(3, 5)))
    places = [
        {key: value for key, value in command.properties.items() if key not in {"file", "title"}}
        for command in github(over, whole, nothing)
    ]
    assert places == [
        {"line": "3", "endLine": "6"},
        {"line": "3", "endLine": "5"},
        {"line": "3", "endLine": "3", "col": "5", "endColumn": "5"},
    ]


def test_the_worst_come_first_and_each_rule_before_another_again() -> None:
    """GitHub shows ten of each kind: nine of one rule must not hide another."""
    found = [
        finding(code="MK111", severity=Severity.INFO),
        *(finding(code="MK301") for _ in range(3)),
        finding(code="MK402", severity=Severity.WARNING),
        finding(code="MK201"),
    ]
    order = [(one.name, one.properties["title"][:5]) for one in github(*found)]
    assert order == [
        ("error", "MK301"),
        ("error", "MK201"),
        ("error", "MK301"),
        ("error", "MK301"),
        ("warning", "MK402"),
        ("notice", "MK111"),
    ]


def test_a_file_is_named_from_the_repositorys_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nämnder" / "sn").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "nämnder")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    here, outside = (
        finding(place("a: b", "b", file="sn/mål.yaml")),
        finding(place("a", "a", file="/etc/a.yaml")),
    )
    above = finding(place("a", "a", file="../mål.yaml"))
    assert _files(here, outside, above) == ["sn/mål.yaml", "/etc/a.yaml", "../mål.yaml"]
    assert _files(here, outside, above, root=tmp_path) == ["nämnder/sn/mål.yaml", "/etc/a.yaml", "mål.yaml"]
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(link))
    assert _files(here, outside, above) == ["nämnder/sn/mål.yaml", "/etc/a.yaml", "mål.yaml"]


def _files(*found: Diagnostic, root: Path | None = None) -> list[str]:
    return [command.properties["file"] for command in github(*found, root=root)]


def test_what_came_on_standard_input_has_no_file_to_show_it_in() -> None:
    (command,) = github(finding(place("a: b", "b", file="-")))
    assert list(command.properties) == ["title"]


def test_quiet_leaves_out_what_does_not_fail_the_run() -> None:
    found = [finding(severity=severity) for severity in Severity]
    assert [one.name for one in github(*found, quiet=True)] == ["error"]
    assert [one.name for one in github(*found, quiet=True, fail_on=Severity.WARNING)] == ["error", "warning"]


def test_nothing_is_written_where_nothing_is_found() -> None:
    assert render(run("examples/sv/socialnamnden-fardig.yaml"), Format.GITHUB, Options()) == ""


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_starts_a_command_or_is_lost(text: str) -> None:
    written = render(everywhere(text), Format.GITHUB, Options())
    commands = read(written)
    assert [command.name for command in commands] == ["error", "error", "warning"]
    for command in commands:
        assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "::" not in command.data, "whoever looks for the last of them finds the first"
        said, clause, advice = command.data.replace(":\\", ":").split("\n")
        expected = shown(text).replace(":\\", ":")
        assert " ".join(said.split()) == expected
        assert expected in " ".join(clause.split())
        assert expected in " ".join(advice.split())
    assert "##[" not in written
    assert "##vso[" not in written
