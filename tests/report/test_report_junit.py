"""JUnit XML: what test reports are read with understands it, whatever stands in a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, everywhere, shown
from lxml import etree
from report_cases import ROOT, file_report, finding, goal, report, run

from malkoll.diagnostic import Severity, Suppressed
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.result import Report

XSD = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "data" / "junit.xsd"))


def junit(made: Report, **choices: Any) -> etree._Element:
    """Read a report back with another parser, and hold it against the schema."""
    written = render(made, Format.JUNIT, Options()._replace(**choices)).encode("utf-8", "backslashreplace")
    root = etree.fromstring(written, etree.XMLParser(resolve_entities=False, no_network=True))
    XSD.assertValid(root)
    return root


def attributes(root: etree._Element, path: str, *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(found.get(name) for name in names) for found in root.iterfind(path)]


def test_a_document_is_a_suite_and_each_of_its_goals_a_case() -> None:
    goals = (goal()._replace(id="sn-1", title="Fler får plats"), goal(1)._replace(title="Kortare väntan"))
    about_goal = finding(message="Fokusområdet finns inte.", goal_index=1, help="Vilket menas?")
    warning = finding(message="Grunduppdraget saknas.", severity=Severity.WARNING, code="MK214")
    silenced = Suppressed(
        finding(message="Källan saknas.", code="MK304", goal_index=0), "bestäms i mars", "2027-03-31"
    )
    root = junit(
        report(file_report(about_goal, warning, goals=goals, suppressed=(silenced,), path="mål/sn.yaml"))
    )
    assert attributes(root, "testsuite", "id", "name", "package", "tests", "failures", "errors", "time") == [
        ("0", "mål/sn.yaml", "Socialnämnden 2027", "3", "1", "0", "0")
    ]
    assert attributes(root, ".//testcase", "classname", "name", "time") == [
        ("mål/sn", "dokumentet", "0"),
        ("mål/sn", "sn-1: Fler får plats", "0"),
        ("mål/sn", "mål 2: Kortare väntan", "0"),
    ]
    (failure,) = root.iterfind(".//failure")
    assert (failure.get("type"), failure.get("message")) == ("MK202", "Fokusområdet finns inte.")
    assert failure.text == (
        "mål.yaml:7:18: fel MK202 · okänt fokusområde · mål 2\nFokusområdet finns inte.\nFråga: Vilket menas?"
    )
    output = root.findtext(".//system-out")
    assert output is not None
    assert (
        output.index("Grunduppdraget saknas.")
        < output.index("Tystat av undantag:")
        < output.index("Källan saknas.")
    )
    assert output.endswith("Skäl: bestäms i mars (till 2027-03-31)")
    assert ("suppressed", "1") in attributes(root, ".//property", "name", "value")


def test_an_error_is_always_a_failure_and_the_rest_when_it_fails_the_run() -> None:
    found = [finding(severity=severity, message=f"{severity}.", goal_index=0) for severity in Severity]
    made = report(file_report(*found, goals=(goal(),)))
    messages = {
        fail_on: [one.get("message") for one in junit(made, fail_on=fail_on).iterfind(".//failure")]
        for fail_on in (None, *Severity)
    }
    assert messages == {
        None: ["error."],
        Severity.ERROR: ["error."],
        Severity.WARNING: ["error. (1 anmärkning till)"],
        Severity.INFO: ["error. (2 anmärkningar till)"],
    }


def test_a_file_that_cannot_be_read_is_an_error_of_its_own_kind() -> None:
    unread = finding(code="MK001", message="Filen finns inte.")
    root = junit(report(file_report(unread, is_document=False, board=None, year=None)))
    assert attributes(root, "testsuite", "tests", "failures", "errors") == [("1", "0", "1")]
    assert attributes(root, ".//error", "type", "message") == [("MK001", "Filen finns inte.")]


def test_what_a_baseline_knows_fails_no_case_and_is_told() -> None:
    known = Suppressed(finding(code="MK001", message="Filen finns inte."), "", "2027-03-31")
    root = junit(report(file_report(baselined=(known,), is_document=False)))
    assert attributes(root, "testsuite", "tests", "failures", "errors") == [("1", "0", "0")]
    assert "Äldre, står i baslinjen:\n\nmål.yaml:7:18: fel MK001" in str(root.findtext(".//system-out"))
    assert ("baselined", "1") in attributes(root, ".//property", "name", "value")


def test_a_finding_about_a_goal_that_could_not_be_read_has_a_case_all_the_same() -> None:
    root = junit(report(file_report(finding(goal_index=4))))
    assert attributes(root, ".//testcase", "name") == [("dokumentet",), ("mål 5",)]


def test_no_two_cases_have_one_name() -> None:
    """GitLab takes two cases of one class and name for the same."""
    twins = tuple(goal(index)._replace(id="sn-1", title="Samma") for index in range(3))
    root = junit(report(file_report(goals=twins, path="a.yaml"), file_report(goals=twins, path="a.yml")))
    names = attributes(root, ".//testcase", "classname", "name")
    assert len(set(names)) == len(names) == 8


@pytest.mark.parametrize("language", list(Language))
def test_every_example_is_a_report_that_test_readers_take(language: Language) -> None:
    drafts = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("??/*.yaml"))
    made = run(*drafts)
    root = junit(made, language=language, fail_on=Severity.INFO)
    assert len(root) == len(made.files) > 15
    said = "\n".join(failure.text or "" for kind in ("failure", "error") for failure in root.iter(kind))
    assert all(shown(one.message.render(language)) in said for one in made.diagnostics)


def test_a_run_without_documents_is_a_report_too() -> None:
    assert len(junit(report())) == 0


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_one_test_like_any_other(text: str) -> None:
    made = everywhere(text)
    root = junit(made)
    assert len(list(root.iter("testcase"))) == 3
    failures = list(root.iter("failure"))
    assert len(failures) == 2
    for failure in failures:
        assert shown(text) in " ".join(str(failure.get("message")).split())
        assert shown(text) in " ".join(str(failure.text).split())
    assert shown(text) in " ".join(str(root.findtext(".//system-out")).split())
    written = render(made, Format.JUNIT, Options())
    assert not any(line.lstrip().startswith("::") for line in written.split("\n"))
    assert "##[" not in written


def test_no_character_that_xml_forbids_is_written() -> None:
    every = "".join(map(chr, [*range(0x20), 0x7F, 0x85, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF, 0x1FFFE, 0x10FFFF]))
    root = junit(everywhere(every))
    assert "\\x00" in str(next(root.iter("failure")).text)
