"""A first document from options alone: it passes its own check, and nothing is ever lost or overwritten."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from cli_calls import Call
from new_calls import BEGINNING, ENGLISH_GOAL, GOALS, SOUND, without

import malkoll
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables.content import Content, content_of

FILE = "socialnamnden-2027.yaml"


def _content(file: str = FILE) -> Content:
    return content_of(parse(SourceFile(file, Path(file).read_bytes())).root)


def _findings(call: Call, file: str = FILE) -> list[str]:
    said = call("check", "--isolated", "--date", "2026-11-23", "--format", "json", file)
    return [one["code"] for one in json.loads(said.out)["diagnostics"]]


def test_the_document_passes_its_own_check(call: Call) -> None:
    said = call(*SOUND)
    assert (said.status, said.out) == (0, "")
    assert said.err == f"{FILE} är skriven. Pröva den med: malkoll check {FILE}\n"
    assert _findings(call) == []


def test_the_document_holds_what_was_given(call: Call) -> None:
    call(*SOUND)
    content = _content()
    assert (content["board"], content["year"], content["status"]) == ("Socialnämnden", "2027", "draft")
    assert content["current_state"] == [
        {
            "fact": "64 procent av brukarna visste vem som skulle komma.",
            "source": "brukarundersökningen",
            "year": "2025",
        }
    ]
    first, second, third = content["goals"]
    assert [goal["id"] for goal in content["goals"]] == ["sn-1", "sn-2", "sn-3"]
    assert first["horizon"] == "2027-2029"
    assert second["audience"] == ["äldre", "anhöriga"]
    assert second["indicators"][0]["target"] == {"value": "45.5", "year": "2027"}
    assert second["indicators"][0]["kolada"] == "U23401"
    assert third["control"] == "shared"
    assert third["assessment"]["basis"] == ["samtal med varje placerat barn", "enkät"]


def test_comments_tell_of_every_part_and_of_what_comes_next(call: Call) -> None:
    call(*SOUND)
    text = Path(FILE).read_text(encoding="utf-8")
    assert text.startswith("# Nämndens mål, skrivna med malkoll new.")
    assert f"malkoll check {FILE}" in text.partition("kommun:")[0]
    assert "# Nämndens grunduppdrag från staten, regionen och kommunen.\ngrunduppdrag:" in text
    assert text.count("# Målet självt, i en mening.") == 1
    assert "Hållbar kompetens" in text
    assert "#   agenda2030" in text
    assert text.endswith("\n")
    assert b"\r" not in Path(FILE).read_bytes()
    assert max(map(len, text.splitlines())) <= 100


def test_an_english_call_gives_english_keys_and_comments(call: Call) -> None:
    goals = [word for number in (1, 2, 3) for word in ("--goal", f"id=x-{number}; {ENGLISH_GOAL}")]
    said = call("new", *BEGINNING, *goals, "--lang", "en", "en.yaml")
    assert said.status == 0
    text = Path("en.yaml").read_text(encoding="utf-8")
    assert "board: Socialnämnden\n" in text
    assert "control: own\n" in text
    assert "status: draft\n" in text
    comments = " ".join(line.strip(" #") for line in text.splitlines() if line.lstrip().startswith("#"))
    for name in ("Hållbar hälsa", "Hållbar", "Styrmodell med fem fokusområden"):
        assert name in comments, "the model's own words stay as they are"
        comments = comments.replace(name, "")
    assert not set("åäö") & set(comments)


def test_a_file_that_exists_is_left_alone_unless_told_otherwise(call: Call) -> None:
    Path(FILE).write_text("mine", encoding="utf-8")
    said = call(*SOUND)
    assert said.status == 2
    assert "finns redan" in said.err
    assert "--force" in said.err
    assert Path(FILE).read_text(encoding="utf-8") == "mine"
    assert call(*SOUND, "--force").status == 0
    assert _findings(call) == []


def test_a_dash_writes_to_standard_output(call: Call) -> None:
    said = call(*SOUND, "-")
    assert said.status == 0
    assert said.out.startswith("# Nämndens mål")
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new",), ["--board", "--goal", "minst 3"]),
        (without("--board"), ["Nämnden saknas", "--board"]),
        (without("--goal"), ["angivna: 2", "minst 3", "--goal"]),
        (
            (*without("--goal"), "--goal", GOALS[0].replace("fokusområde", "beskrivning")),
            ["Mål 3", "fokusområde=…"],
        ),
        (
            (*without("--goal"), "--goal", GOALS[0].partition("; indikator")[0]),
            ["Mål 3", "indikator=…", "bedömning=…"],
        ),
        (
            (*without("--goal"), "--goal", GOALS[0].replace("målvärde=80 (2029); ", "")),
            ["Mål 3", "målvärde=…"],
        ),
    ],
    ids=["nothing", "board", "goals", "focus area", "neither measured nor assessed", "target"],
)
def test_what_is_missing_is_named_with_its_option(
    call: Call, words: tuple[str, ...], told: list[str]
) -> None:
    said = call(*words)
    assert (said.status, said.out) == (2, "")
    assert [word for word in told if word not in said.err] == []
    assert not list(Path().iterdir())


def test_what_the_rules_call_an_error_is_told_and_nothing_is_written(call: Call) -> None:
    words = (*without("--goal"), "--goal", GOALS[0].replace("Hållbar vardag", "Hållbar vardagen"))
    said = call(*words)
    assert said.status == 2
    assert "Mål 3: ”Hållbar vardagen” finns inte" in said.err
    assert "Ingenting är skrivet." in said.err
    assert not list(Path().iterdir())


def test_what_the_rules_warn_of_is_told_and_the_document_is_written(call: Call) -> None:
    said = call(*without("--mission"))
    assert said.status == 0
    assert "grunduppdrag är inte beskrivet" in said.err
    assert "1 varning" in said.err
    assert _findings(call) == ["MK214"]


@pytest.mark.parametrize(
    ("date", "year"), [("2026-06-30", "2026"), ("2026-07-01", "2027"), ("2021-05-01", "2022")]
)
def test_the_year_is_the_next_from_july_and_never_before_the_model(call: Call, date: str, year: str) -> None:
    said = call(*without("--date"), "--date", date, "-")
    assert f"\når: {year}\n" in said.out or year in said.err


def test_a_files_answers_may_be_a_document_and_options_go_before_them(call: Call) -> None:
    call(*SOUND, "first.yaml")
    said = call(
        "new", "second.yaml", "--answers", "first.yaml", "--board", "Omsorgsnämnden", "--date", "2026-11-23"
    )
    assert said.status == 0, said.err
    first, second = _content("first.yaml"), _content("second.yaml")
    assert second == {**first, "board": "Omsorgsnämnden"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (None, "finns inte"),
        ("- a\n- b\n", "malkoll check"),
        ("mål: [", "malkoll check"),
        ("", "malkoll check"),
    ],
)
def test_answers_that_cant_be_read_are_refused(call: Call, answers: str | None, told: str) -> None:
    if answers is not None:
        Path("a.yaml").write_text(answers, encoding="utf-8")
    said = call("new", "b.yaml", "--answers", "a.yaml")
    assert said.status == 2
    assert told in said.err
    assert not Path("b.yaml").exists()


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("bara en mening", "formulering=…"),
        ("bara; formulering=x", "”bara”"),
        ("fokusomrade=x", "Menade du ”fokusområde=”"),
        ("formulering=x; qqqq=y", "”qqqq=”"),
        ("formulering=x; formulering=y", "två gånger"),
        ("formulering=x; enhet=procent", "indikator="),
        ("", "formulering=…"),
    ],
)
def test_a_goal_that_cant_be_read_says_why(call: Call, goal: str, told: str) -> None:
    said = call("new", "--board", "B", "--goal", goal)
    assert said.status == 2
    assert told in said.err


def test_a_fact_of_too_many_parts_says_how_it_is_written(call: Call) -> None:
    said = call("new", "--fact", "a|b|2025|d")
    assert said.status == 2
    assert "4 delar" in said.err


def test_what_was_pasted_unseen_is_taken_away(call: Call) -> None:
    words = [word.replace("Granvik", "Gran\u200bvik\u00a0kommun") for word in SOUND]
    assert call(*words).status == 0
    assert _content()["municipality"] == "Granvik kommun"
    assert _findings(call) == []


def test_a_municipalitys_own_model_decides_how_many_goals_and_is_named(call: Call) -> None:
    Path("mål").mkdir()
    Path("modell.yaml").write_text(
        "id: egen\nnamn: Egen\nnivåer:\n  nämnd:\n    mål: {minst: 1, högst: 2}\n    horisont: {kort: 3}\n"
        "fokusområden:\n  - {id: a, namn: Trygghet}\nmålgrupper:\n  - {id: invånare, ord: [brukare]}\n",
        encoding="utf-8",
    )
    goal = GOALS[0].replace("Hållbar vardag", "Trygghet")
    said = call("new", "mål/a.yaml", *BEGINNING, "--goal", goal, "--model", "modell.yaml")
    assert said.status == 0, said.err
    assert _content("mål/a.yaml")["steering_model"] == "../modell.yaml"
    assert _findings(call, "mål/a.yaml") == []


def test_the_configurations_model_and_rules_hold_for_new_too(call: Call) -> None:
    Path("malkoll.toml").write_text('ignore = ["missing-mission"]\n', encoding="utf-8")
    said = call(*without("--mission"))
    assert said.status == 0
    assert "varning" not in said.err


@pytest.mark.parametrize("board", ["../../etc", "  Å/Ä: Ö?  ", "👩‍🏫", "nämnd" * 100])
def test_a_boards_name_makes_a_plain_files_name(call: Call, board: str) -> None:
    assert call(*without("--board"), "--board", board).status == 0
    (name,) = (one.name for one in Path().iterdir())
    assert name.isascii()
    assert "/" not in name
    assert len(name) < 80


def test_a_folder_that_isnt_there_is_told_in_words(call: Call) -> None:
    said = call(*SOUND, "finns/inte.yaml")
    assert said.status == 2
    assert "mappen" in said.err


PAGES = Path(malkoll.__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("page", ["sv/nytt-dokument.md", "new-document.md"])
def test_the_call_that_the_page_shows_gives_a_document_without_findings(call: Call, page: str) -> None:
    text = (PAGES / page).read_text(encoding="utf-8")
    (command,) = re.findall(r"```console\nmalkoll (new .*?--no-input.*?)```", text, re.DOTALL)
    words = shlex.split(command.replace("\\\n", " "))
    said = call(*words)
    assert said.status == 0, said.err
    assert _findings(call, words[1]) == []
