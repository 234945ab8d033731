"""What concerns several documents doesn't depend on which of them are named."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from checked import DATE, SOUND, changed
from malkoll import check_paths
from malkoll.diagnostic import Diagnostic
from malkoll.language import Language
from malkoll.result import Report
from malkoll.run import Settings, run

ALIKE = changed(("Socialnämnden", "Omsorgsnämnden"))
"""Another board's document with the same three goals."""
OTHER = (
    ALIKE.replace("Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80", "Andelen hushåll som sorterar matavfall ökar från 64 till 80")
    .replace("Väntetiden till en plats på särskilt boende minskar", "Tiden från ansökan till beslut om bygglov minskar")
    .replace("Barn som är placerade utanför hemmet kan berätta vem på socialtjänsten de vänder sig till.", "Elever i grundskolan kan berätta om ett beslut som de har påverkat.")
)  # fmt: skip
INCLUDE = 'include = ["mål/**"]\n'
MODEL = """\
id: m
namn: M
nivåer: {nämnd: {mål: {minst: 3, högst: 5}}}
nämnder: [Socialnämnden, Omsorgsnämnden, Kulturnämnden]
fokusområden:
  - {id: vardag, namn: Hållbar vardag}
  - {id: halsa, namn: Hållbar hälsa}
  - {id: gemenskap, namn: Hållbar gemenskap}
  - {id: natur, namn: Hållbar natur}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()


def _write(**files: str) -> None:
    for name, text in files.items():
        file = Path("mål", f"{name}.yaml")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _include(text: str = INCLUDE) -> None:
    Path("malkoll.toml").write_text(text, encoding="utf-8")


def _report(*paths: str, select: str = "MK6") -> Report:
    return check_paths(paths, select=[select], date=DATE)


def _told(*paths: str, select: str = "MK6") -> list[tuple[str, str]]:
    return [(one.code, one.location.file) for one in _report(*paths, select=select).diagnostics]


def _prints(found: list[Diagnostic]) -> set[str]:
    return {one.fingerprint for one in found}


def test_a_named_file_is_held_against_those_beside_it() -> None:
    _write(a=SOUND, b=changed(("år: 2026", "år: 2026 "), text=SOUND))
    assert _told("mål/b.yaml") == []
    _include()
    report = _report("mål/b.yaml")
    [found] = report.diagnostics
    assert (found.code, found.location.file, found.related[0].location.file) == (
        "MK605",
        "mål/b.yaml",
        "mål/a.yaml",
    )
    assert [file.path for file in report.files] == ["mål/b.yaml"]


def test_what_is_at_home_in_a_file_that_is_not_named_is_told_in_the_one_that_is() -> None:
    _include()
    _write(a=SOUND, b=ALIKE)
    whole = _report("mål").diagnostics
    home = [one for one in whole if one.code == "MK601"]
    moved = [one for one in _report("mål/a.yaml").diagnostics if one.code == "MK601"]
    assert {one.location.file for one in home} == {"mål/b.yaml"}
    assert {one.location.file for one in moved} == {"mål/a.yaml"}
    assert len(moved) == len(home) == 3
    assert _prints(moved) == _prints(home), "a baseline knows them again"
    assert {one.related[0].location.file for one in moved} == {"mål/b.yaml"}
    assert [one.goal for one in moved] == ["sn-1", "sn-2", "sn-3"]
    assert "Omsorgsnämnden" in moved[0].message.render(Language.SV)


def test_a_pair_is_told_once_when_both_files_are_named() -> None:
    _include()
    _write(a=SOUND, b=ALIKE, c=OTHER.replace("Omsorgsnämnden", "Kulturnämnden"))
    folder = _told("mål")
    assert _told("mål/a.yaml", "mål/b.yaml") == folder
    assert _told("mål/b.yaml", "mål/a.yaml", "mål/c.yaml") == folder


def test_what_only_concerns_files_that_are_not_named_is_not_told() -> None:
    _include()
    _write(a=SOUND, b=ALIKE, c=OTHER.replace("Omsorgsnämnden", "Kulturnämnden"))
    assert [one for one in _told("mål/c.yaml") if one[0] == "MK601"] == []


def test_what_is_silenced_at_home_is_silent_in_other_files_too() -> None:
    _include()
    _write(a=SOUND, b="# malkoll: undantag-fil[near-duplicate-goal] gemensamma mål\n" + ALIKE)
    assert [one for one in _told("mål/a.yaml") if one[0] == "MK601"] == []
    _include(INCLUDE + '[per-file-ignores]\n"mål/b.yaml" = ["MK601"]\n')
    _write(b=ALIKE)
    assert [one for one in _told("mål/a.yaml") if one[0] == "MK601"] == []


def test_what_the_named_file_silences_is_silent_there() -> None:
    _include()
    _write(a="# malkoll: undantag-fil[near-duplicate-goal] gemensamma mål\n" + SOUND, b=ALIKE)
    report = _report("mål/a.yaml")
    assert [one.code for one in report.diagnostics if one.code == "MK601"] == []
    assert [one.diagnostic.code for one in report.suppressed] == ["MK601"] * 3


def test_boards_and_focus_areas_are_missed_once_the_others_are_known() -> None:
    Path("modell.yaml").write_text(MODEL, encoding="utf-8")
    _write(a=SOUND, b=OTHER)
    _include('model = "modell.yaml"\n')
    assert _told("mål/a.yaml") == _told("mål/b.yaml") == []
    _include(f'model = "modell.yaml"\n{INCLUDE}')
    assert _told("mål") == [("MK604", "mål/a.yaml")]
    assert _told("mål/a.yaml") == [("MK604", "mål/a.yaml")]
    assert _told("mål/b.yaml") == [("MK604", "mål/b.yaml")]
    assert _told("mål/a.yaml", "mål/b.yaml") == [("MK604", "mål/a.yaml")]
    _write(c=OTHER.replace("Omsorgsnämnden", "Kulturnämnden").replace("Hållbar hälsa", "Hållbar vardag"))
    assert [one for one in _told("mål/b.yaml") if one[0] in {"MK602", "MK604"}] == [("MK602", "mål/b.yaml")]
    [found] = [one for one in _report("mål").diagnostics if one.code == "MK602"]
    assert found.location.file == "mål/a.yaml"
    assert (
        found.message.render(Language.SV)
        == "Ingen nämnd har något mål för 2026 i fokusområdet Hållbar natur."
    )


def test_a_batch_of_a_hook_says_nothing_of_files_that_it_does_not_know() -> None:
    Path("modell.yaml").write_text(MODEL, encoding="utf-8")
    _include('model = "modell.yaml"\n')
    _write(a=SOUND, b=OTHER)
    named = ["mål/a.yaml", "mål/b.yaml"]
    settings = Settings(select=("MK6",), date=DATE, only_goal_documents=True)
    assert [one.code for one in run(named, settings).report.diagnostics] == []
    assert [
        one.code for one in run(named, settings._replace(only_goal_documents=False)).report.diagnostics
    ] == ["MK604"]


def test_last_year_is_found_beside_a_named_file_and_told_in_either() -> None:
    _include()
    last = changed(("år: 2026", "år: 2025"), ("horisont: 2026-2028", "horisont: 2025-2028"))
    _write(
        new=SOUND.replace("sn-1", "sn-7").replace(
            "Andelen brukare i hemtjänsten som vet vem", "Nio av tio vet vad"
        ),
        old=last,
    )
    for named in ("new", "old"):
        found = _report(f"mål/{named}.yaml").diagnostics
        assert ("MK606", f"mål/{named}.yaml") in [(one.code, one.location.file) for one in found]
    assert _prints(_report("mål/new.yaml").diagnostics) == _prints(_report("mål/old.yaml").diagnostics)


def test_siblings_that_cannot_be_read_are_left_out_and_nothing_is_told_of_the_whole() -> None:
    Path("modell.yaml").write_text(MODEL, encoding="utf-8")
    _include(f'model = "modell.yaml"\n{INCLUDE}')
    _write(a=SOUND, b=OTHER, c='nämnd: "Kultur\n\t- [', d="inte: mål\n")
    Path("mål/e.yaml").symlink_to("finns-inte.yaml")
    Path("mål/f").mkdir()
    Path("mål/f/malkoll.toml").write_text("= fel", encoding="utf-8")
    Path("mål/f/g.yaml").write_text(SOUND, encoding="utf-8")
    outcome = run(["mål/a.yaml"], Settings(date=DATE, select=("MK6",)))
    assert [one.code for one in outcome.report.diagnostics] == []
    assert outcome.left_out == ()
    assert outcome.checked == 1


def test_what_the_configuration_leaves_out_is_no_sibling() -> None:
    _write(a=SOUND, b=SOUND)
    for text in ('include = ["annat/**"]\n', f'{INCLUDE}exclude = ["mål/b.yaml"]\n', 'exclude = ["x"]\n'):
        _include(text)
        assert _told("mål/a.yaml") == []
    _include()
    Path(".gitignore").write_text("b.yaml\n", encoding="utf-8")
    assert _told("mål/a.yaml") == []


def test_without_include_no_folder_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    _write(a=SOUND, b=SOUND)
    _include('exclude = ["x"]\n')

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("malkoll.discover._entries", refuse)
    assert _told("mål/a.yaml") == []
    _include()
    assert _told("mål/a.yaml", select="MK4") == [], "no rule across documents is asked"


def test_a_folder_of_a_larger_one_knows_what_lies_beside_it() -> None:
    _include()
    _write(a=SOUND)
    Path("mål/2025").mkdir()
    Path("mål/2025/a.yaml").write_text(
        changed(("år: 2026", "år: 2025"), ("id: sn-1", "id: gammalt")), encoding="utf-8"
    )
    assert [code for code, _ in _told("mål/2025")] == ["MK607"]


def test_what_comes_on_standard_input_stands_for_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    _include()
    _write(a=SOUND, b=OTHER)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND.encode())))
    settings = Settings(date=DATE, select=("MK605",), stdin_name="mål/a.yaml")
    assert run(["-"], settings).report.diagnostics == []
