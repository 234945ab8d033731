"""Checking a steering model: what is found, and when goals can be held against it."""

from __future__ import annotations

import datetime

import pytest

from malkoll.diagnostic import Severity
from malkoll.language import Language
from malkoll.model_check import CheckedModel, check_model
from malkoll.selection import select
from malkoll.source import Span
from malkoll.syntax.tree import Trouble

DATE = datetime.date(2026, 11, 23)
SOUND = """id: m
namn: Modell
nivåer: {nämnd: {mål: {minst: 1, högst: 2}}}
fokusområden: [{id: a, namn: Alfa}, {id: b, namn: Beta}]
"""


def _check(text: str | bytes, trouble: Trouble | None = None) -> CheckedModel:
    data = text if isinstance(text, bytes) else text.encode()
    return check_model("modell.yaml", data, DATE, select(), trouble)


def _told(checked: CheckedModel) -> list[tuple[str, int]]:
    return [(one.code, one.location.start.line) for one in checked.report.diagnostics]


def test_a_sound_model_is_usable_and_has_no_findings() -> None:
    checked = _check(SOUND)
    assert _told(checked) == []
    assert checked.usable is not None
    assert checked.usable.id == "m"
    assert checked.usable.focus_areas.keys() == {"a", "alfa", "b", "beta"}


def test_a_model_with_errors_is_not_usable_but_all_of_it_is_checked() -> None:
    checked = _check(SOUND.replace("minst: 1", "minst: 3").replace("id: b", "id: A"))
    assert _told(checked) == [("MK701", 3), ("MK702", 4)]
    assert checked.usable is None
    assert checked.model is not None


def test_a_warning_leaves_a_model_usable() -> None:
    checked = _check(SOUND.replace("nämnd: {mål: {minst: 1, högst: 2}}", "fullmäktige: {}"))
    assert _told(checked) == [("MK706", 3)]
    assert checked.usable is not None


@pytest.mark.parametrize(
    "text", ["", "# bara en kommentar\n", "- en\n- lista\n", "id: [öppen\n", b"PK\x03\x04xl/"]
)
def test_what_cant_be_read_as_a_model_is_not_usable(text: str | bytes) -> None:
    checked = _check(text)
    assert checked.usable is None
    assert checked.report.worst() is Severity.ERROR


def test_a_file_that_isnt_there_is_a_finding() -> None:
    missing = Trouble("unreadable-file", "missing", Span(0, 0), values={"name": "modell.yaml"}, fatal=True)
    checked = _check(b"", missing)
    assert [code for code, _ in _told(checked)] == ["MK001"]
    assert checked.usable is None


def test_a_file_over_the_limit_is_a_finding() -> None:
    assert [code for code, _ in _told(_check(b"#" * 1_000_001))] == ["MK001"]


def test_mistakes_of_shape_are_told_as_in_a_goal_document() -> None:
    checked = _check(SOUND.replace("minst: 1", "minst: ett").replace("namn: Modell\n", "nam: Modell\n"))
    assert _told(checked) == [("MK101", 2), ("MK105", 3)]


def test_a_broken_list_is_not_taken_for_a_missing_one() -> None:
    text = SOUND + "rus: {id: egen, målområden: fel}\nprioriteringar: {status: beslutade, lista: fel}\n"
    assert [code for code, _ in _told(_check(text))] == ["MK103", "MK103"]


def test_an_unknown_rule_is_told_with_the_one_that_was_meant() -> None:
    checked = _check(SOUND + "regler:\n  goal-cuont: av\n  mk201: krav\n  alldeles-okänd: av\n")
    assert _told(checked) == [("MK902", 6), ("MK902", 8)]
    first = checked.report.diagnostics[0]
    assert first.fix is not None
    assert first.fix.edits[0].text == "goal-count"
    assert checked.usable is not None


def test_a_rule_that_is_set_twice_is_told() -> None:
    checked = _check(SOUND + "regler:\n  goal-count: av\n  MK201: krav\n")
    assert _told(checked) == [("MK702", 7)]
    assert "MK201" in checked.report.diagnostics[0].message.render(Language.SV)


def test_the_model_may_settle_how_severe_its_own_findings_are() -> None:
    text = SOUND.replace("minst: 1", "minst: 3") + "regler: {limits-reversed: råd}\n"
    [found] = _check(text).report.diagnostics
    assert found.severity is Severity.INFO


def test_a_comment_silences_a_finding_and_one_that_silences_nothing_is_told() -> None:
    silenced = SOUND.replace("minst: 1,", "minst: 3,").replace(
        "nivåer:", "# malkoll: undantag[limits-reversed] prövas i höst\nnivåer:"
    )
    checked = _check(silenced)
    assert _told(checked) == []
    assert [one.reason for one in checked.report.suppressed] == ["prövas i höst"]
    idle = SOUND.replace("nivåer:", "# malkoll: undantag[limits-reversed] prövas i höst\nnivåer:")
    assert _told(_check(idle)) == [("MK901", 3)]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("rus: rus-vasternorland\n", [("MK703", 5)]),
        ("rus: rus-vasternorrland\n", []),
        ("rus: {id: egen, namn: Egen strategi}\n", [("MK703", 5)]),
        ("rus: {id: egen, målområden: [{id: M1, namn: Ett}], prioriteringar: [{id: P, namn: Två, målområde: M1}]}\n", []),
        ("rus: {id: egen, målområden: [{id: M1, namn: Ett}], prioriteringar: [{id: P, namn: Två, målområde: M2}]}\n",
         [("MK703", 5)]),
        ("prioriteringar: {status: väntar, lista: [{id: p, namn: P, fokusområde: Alfa}]}\n", []),
        ("prioriteringar: {status: väntar, lista: [{id: p, namn: P, fokusområde: Gamma}]}\n", [("MK703", 5)]),
        ("prioriteringar: {status: väntar}\n", []),
        ("målgrupper: [{id: invånare, ord: [barn, kunder]}, {id: företag, ord: [Kunder]}]\n", [("MK702", 5)]),
        ("målgrupper: [{id: invånare, ord: [barn]}, {id: invånare, ord: [barn]}]\n", []),
        ("nämnder: [Socialnämnden, {namn: Skolnämnden, alias: [SOCIALNÄMNDEN]}]\n", [("MK702", 5)]),
        ("nämnder: [{namn: Socialnämnden, alias: [Socialnämnden]}]\n", []),
        ("nämnder: [{namn: Energi AB, nivå: bolag}]\n", [("MK706", 3)]),
        ("giltig: {från: 2023, till: 2023}\n", []),
    ],
)  # fmt: skip
def test_what_a_model_refers_to_and_what_it_names_twice(keys: str, found: list[tuple[str, int]]) -> None:
    assert _told(_check(SOUND + keys)) == found


@pytest.mark.parametrize(
    ("links", "keys", "found"),
    [
        ("rus: {målområden: [RUS1]}", "", [("MK703", 4)]),
        ("rus: {målområden: [RUS1], principer: [Nix]}", "", [("MK703", 4)]),
        ("rus: {målområden: [RUS1], principer: [Nix]}", "rus: rus-vasternorrland\n", [("MK703", 4)]),
        ("rus: {målområden: [RUS1], principer: [Nix]}", "rus: okänd\n", [("MK703", 5)]),
        ("rus: {målområden: [RUS9]}", "rus: {id: x, målområden: fel}\n", [("MK103", 5)]),
        ("agenda2030: [4, 8.10, 18]", "", [("MK703", 4)]),
        ("agenda2030: [God utbildning]", "", []),
    ],
)
def test_what_a_focus_area_links_to_exists(links: str, keys: str, found: list[tuple[str, int]]) -> None:
    assert _told(_check(SOUND.replace("id: b,", f"id: b, {links},") + keys)) == found


@pytest.mark.parametrize(
    ("horizon", "number"),
    [
        ("{kort: 1, lång: {minst: 2, högst: 4}}", 0),
        ("{kort: 2, lång: {minst: 2}}", 0),
        ("{lång: {minst: 4, högst: 4}}", 0),
        ("{kort: 0}", 1),
        ("{kort: 3, lång: {minst: 2, högst: 4}}", 1),
        ("{lång: {minst: 4, högst: 2}}", 1),
        ("{kort: 1}", 0),
    ],
)
def test_the_limits_of_a_horizon_hold_together(horizon: str, number: int) -> None:
    checked = _check(SOUND.replace("högst: 2}}", f"högst: 2}}, horisont: {horizon}}}"))
    assert [code for code, _ in _told(checked)] == ["MK701"] * number
