"""The built-in data hold all that their sources say."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import pytest
import yaml

import malkoll.steering
from malkoll.document.words import fold
from malkoll.model_check import check_model
from malkoll.selection import select
from malkoll.steering.agenda2030 import agenda
from malkoll.steering.loaded import BUILT_IN, DEFAULT, STRATEGIES, built_in

SOURCES = Path(__file__).parent.parent / "data" / "steering"
BUILT_IN_FILES = Path(malkoll.steering.__file__).parent / "builtin"
PRESENTATION = (SOURCES / "presentation.txt").read_text(encoding="utf-8")
AREAS = ["Hållbar vardag", "Hållbar hälsa", "Hållbar gemenskap", "Hållbar kompetens", "Hållbar natur"]
MODEL = built_in(DEFAULT).model


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_model_has_no_findings(name: str) -> None:
    data = (BUILT_IN_FILES / f"{name}.yaml").read_bytes()
    checked = check_model(f"{name}.yaml", data, datetime.date(2026, 11, 23), select(extended=["ALL"]))
    assert checked.report.diagnostics == []
    assert checked.usable is not None


def test_agenda_2030_has_its_17_goals_and_169_targets_by_number_and_name() -> None:
    with (SOURCES / "agenda2030.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["goal"] for row in rows] == list(agenda().goals)
    for row in rows:
        goal = agenda().goals[row["goal"]]
        assert goal.targets == tuple(row["targets"].split())
        assert agenda().find(row["short_sv"]) == agenda().find(row["short_en"]) == row["goal"]
    targets = {target for goal in agenda().goals.values() for target in goal.targets}
    assert (len(agenda().goals), len(targets)) == (17, 169)
    assert all(agenda().find(target) == target for target in targets)


def test_no_spelling_in_agenda_2030_means_two_goals() -> None:
    names = [(fold(name), goal.number) for goal in agenda().goals.values() for name in goal.names]
    assert all(agenda().find(name) == number for name, number in names)


@pytest.mark.parametrize(
    ("text", "number"),
    [("4", "4"), ("8.10", "8.10"), ("8.1", "8.1"), ("3.A", "3.a"), ("Mål 4", "4"), ("delmål 4.1", "4.1"),
     ("SDG 13", "13"), ("4. God utbildning för alla", "4"), ("Climate action", "13"), ("jämställdhet", "5")],
)  # fmt: skip
def test_the_ways_to_write_a_global_goal_are_understood(text: str, number: str) -> None:
    assert agenda().find(text) == number


@pytest.mark.parametrize(
    "text", ["0", "18", "4.8", "3.e", "4,1", "5. God utbildning för alla", "hälsa för få", ""]
)
def test_what_is_no_global_goal_is_not_found(text: str) -> None:
    assert agenda().find(text) is None


def test_the_regional_strategy_has_every_area_principle_and_priority_in_both_wordings() -> None:
    source = yaml.safe_load((SOURCES / "rus_vasternorrland.yaml").read_text(encoding="utf-8"))
    items = built_in(DEFAULT).strategy_items
    strategy = built_in(DEFAULT).strategy
    assert strategy is not None
    assert strategy.id in STRATEGIES
    assert (len(strategy.areas), len(strategy.principles), len(strategy.priorities)) == (3, 6, 16)
    for area in source["malomraden"]:
        for one in (area, *area["prioriteringar"]):
            spellings = [one["id"], one["namn"], *([one["seed_namn"]] if "seed_namn" in one else [])]
            assert {items[fold(name)].id for name in spellings} == {one["id"]}
        assert {items[fold(one["id"])].area for one in area["prioriteringar"]} == {area["id"]}
    assert {fold(name) for name in source["principer"]} <= items.keys()


def _plain(text: str) -> str:
    return " ".join(text.replace("”", "").replace("“", "").split())


def test_the_five_focus_areas_have_the_presentations_whole_texts() -> None:
    assert [area.name for area in MODEL.focus_areas] == AREAS
    texts = [_plain(area.text or "") for area in MODEL.focus_areas]
    for text in texts:
        assert len(text) > 150
        assert text in _plain(PRESENTATION)
    # the presentation's quotation runs over all five: nothing of it is left out
    slides = PRESENTATION[
        PRESENTATION.index("”Vi har en levande") : PRESENTATION.index("bäst") + len("bäst \npå.”")
    ]
    quoted = re.sub(
        r"^(?:Medborgarna:\n.*?Lyfte frågor \nom:\n\n?.*?\n)", "", slides, flags=re.MULTILINE | re.DOTALL
    )
    assert _plain(quoted) == " ".join(texts)


def test_each_focus_area_has_the_topics_of_the_presentation_and_who_raised_them() -> None:
    parts = re.split(r"Lyfte frågor \nom:\n", PRESENTATION[PRESENTATION.index("”Vi har en levande") :])
    for area, part in zip(MODEL.focus_areas, parts, strict=False):
        raised: dict[str, list[str]] = {}
        who = ""
        for line in part.splitlines():
            if line.startswith("\uf0fc"):
                raised.setdefault(who, []).append(line[1:].strip())
            elif re.fullmatch(r"[\w, 0-9]+:", line.strip()):
                who = line.strip()[:-1]
        assert area.topics == raised, area.name


def test_each_focus_area_has_the_presentations_links_to_the_regional_strategy() -> None:
    items = built_in(DEFAULT).strategy_items
    overview = PRESENTATION[PRESENTATION.index("Målområde:") : PRESENTATION.index("Våra fokusområden")]
    blocks = re.split(r"(?:Huvudm|M)ålområde:", overview)[1:]
    for area, block in zip(MODEL.focus_areas, blocks, strict=True):
        named = {
            items[fold(_plain(name))].id for name in re.findall(r"[“”]([^“”]+)[“”]", " ".join(block.split()))
        }
        assert area.rus is not None
        linked = [*(area.rus.areas or ()), *(area.rus.principles or ()), *(area.rus.priorities or ())]
        assert set(linked) == named, area.name


def test_the_limits_are_those_of_the_presentation() -> None:
    board, council = MODEL.limits("board"), MODEL.limits("council")
    assert board is not None
    assert board.goals is not None
    assert board.horizon is not None
    assert (board.goals.least, board.goals.most) == (3, 5)
    assert board.horizon.long is not None
    assert (board.horizon.short, board.horizon.long.least, board.horizon.long.most) == (1, 2, 4)
    assert council is not None
    assert council.horizon is not None
    assert council.horizon.longest == 4
    assert MODEL.valid is not None
    assert (MODEL.valid.start, MODEL.valid.end) == (2022, None)


def test_the_councils_priorities_are_pending_until_25_october_2021() -> None:
    assert MODEL.priorities is not None
    assert (MODEL.priorities.status, MODEL.priorities.date) == ("pending", datetime.date(2021, 10, 25))
