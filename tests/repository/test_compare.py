"""Two documents held against each other: every change is told, and nothing that is none."""

from __future__ import annotations

import copy
import json
import unicodedata
from typing import Any

import pytest
from comparisons import FOLDER, GOLDENS, Golden
from hypothesis import given
from hypothesis import strategies as st

from comparing import (
    FULL,
    Place,
    at,
    board_of,
    comparison_of,
    differences,
    in_swedish,
    keys_used,
    leaves,
    with_another,
    without,
    written,
)
from malkoll.document import vocabulary
from malkoll.document.words import Key
from malkoll.repository.changes import Topic
from malkoll.repository.compare import State
from malkoll.repository.gathered import Followed
from malkoll.repository.wording import Part, marked, plain

LEAVES = list(leaves(FULL))
ONE_VALUE = {"baseline", "target", "horizon"}
"""What is told as one, with all that stands below it."""
WORDS = st.text("ab ,.1å\u0301", max_size=30) | st.lists(
    st.sampled_from(["mål", "för", "alla", "85", "procent."]), max_size=12
).map(" ".join)


def _keys(place: Place) -> Place:
    """Give the keys that a change in a place is told under."""
    found: list[str] = []
    for step in place:
        if isinstance(step, str):
            found.append(step)
        if step in ONE_VALUE:
            break
        if found and found[-1] == "outcome":
            break
    return tuple(found)


def _is_required(place: Place) -> bool:
    """Tell whether a value must stand there, or means the same where it doesn't."""
    needed = {"board", "year", "id", "statement", "fact", "name", "value", "from", "to", "level", "status"}
    return place[-1] in needed or "outcome" in place


# --- every change is told


def test_the_full_document_has_every_key_of_the_format() -> None:
    tables = [table for name, table in vars(vocabulary).items() if name.isupper() and isinstance(table, dict)]
    wanted = {(id(table), key.en) for table in tables for key in table.values() if isinstance(key, Key)}
    assert wanted == keys_used()


@pytest.mark.parametrize("place", LEAVES, ids=lambda place: "-".join(map(str, place)))
def test_one_changed_value_is_told_as_exactly_that_change(place: Place) -> None:
    ((kind, told),) = differences(written(FULL), written(with_another(FULL, place)))
    assert kind in {"changed", "reworded"}
    assert told == _keys(place)


@pytest.mark.parametrize("place", LEAVES, ids=lambda place: "-".join(map(str, place)))
def test_one_changed_value_is_told_whatever_else_is_written_otherwise(place: Place) -> None:
    changed = with_another(FULL, place)
    assert differences(written(FULL), in_swedish(changed)) == differences(written(FULL), written(changed))


@pytest.mark.parametrize(
    "place",
    [place for place in LEAVES if not _is_required(place)],
    ids=lambda place: "-".join(map(str, place)),
)
def test_a_value_that_is_gone_or_new_is_told(place: Place) -> None:
    is_part_of_one = _keys(place) != tuple(step for step in place if isinstance(step, str))
    one = "changed" if is_part_of_one else None
    assert differences(written(FULL), written(without(FULL, place))) == [(one or "removed", _keys(place))]
    assert differences(written(without(FULL, place)), written(FULL)) == [(one or "added", _keys(place))]


@pytest.mark.parametrize(
    "key", [key for key in FULL if key not in {"board", "year", "goals", "level", "status"}]
)
def test_all_below_a_key_that_is_gone_is_told(key: str) -> None:
    told = differences(written(FULL), written(without(FULL, (key,))))
    assert set(told) == {("removed", (key,))}
    assert len(told) == (len(FULL[key]) if isinstance(FULL[key], list) else 1)


@given(st.lists(st.sampled_from(LEAVES), min_size=1, max_size=6, unique=True))
def test_of_several_changed_values_none_is_silent(places: list[Place]) -> None:
    changed = FULL
    for place in places:
        changed = with_another(changed, place)
    told = [keys for _, keys in differences(written(FULL), written(changed))]
    # what changes its name may no longer be known as the same, and is then told whole
    assert all(any(keys == _keys(place)[: len(keys)] for keys in told) for place in places)


def test_an_item_of_a_list_that_is_another_and_one_that_is_new_are_told_apart() -> None:
    changed = copy.deepcopy(FULL)
    changed["goals"][0]["audience"] = ["brukare", "anhöriga", "vänner"]
    changed["governing_documents"] = ["Äldreplanen", "Budget 2027", "Biblioteksplanen"]
    assert differences(written(FULL), written(changed)) == [
        ("changed", ("governing_documents",)),
        ("added", ("governing_documents",)),
        ("reordered", ("governing_documents",)),
        ("added", ("goals", "audience")),
    ]


def test_goals_in_another_order_are_told_once() -> None:
    changed = {**FULL, "goals": FULL["goals"][::-1]}
    assert differences(written(FULL), written(changed)) == [("reordered", ("goals",))]


def test_an_unknown_key_and_what_cannot_be_read_are_compared_as_they_stand_and_told() -> None:
    old = written({**FULL, "hemligt": {"a": [1, 2]}, "year": "snart", "goals": [*FULL["goals"], "ett mål"]})
    new = written({**FULL, "hemligt": {"a": [1, 3]}, "year": "sedan", "goals": [*FULL["goals"], "två mål"]})
    assert differences(old, old) == []
    assert sorted(differences(old, new)) == [
        ("added", ("goals",)),
        ("changed", ("?hemligt",)),
        ("changed", ("year",)),
        ("removed", ("goals",)),
    ]
    told = [[one.where[0].field for one in found] for found in board_of(old, new).unreadable]
    assert told == [["year", "?hemligt", "goals"]] * 2


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("goals", 0, "indicators", 0, "target"), "många"),
        (("goals", 0, "indicators", 0, "target", "value"), "många"),
        (("goals", 0, "indicators", 0), "Vet vem som kommer"),
        (("goals", 0, "indicators"), "två"),
        (("goals", 0, "horizon"), "tre år"),
        (("goals", 0, "horizon", "to"), "snart"),
        (("goals", 0, "focus_area"), {"a": "b"}),
        (("goals", 0, "focus_area", 0), ["a"]),
        (("goals", 0, "follow_up", 0, "outcome"), "bra"),
        (("goals", 0, "follow_up", 0, "outcome", "Vet vem som kommer"), "bra"),
        (("goals", 0, "follow_up", 0, "judgement"), "sådär"),
        (("goals", 1, "professional_assessment"), "kanske"),
        (("goals", 1, "professional_assessment", "basis"), {"a": "b"}),
        (("goals", 1, "control"), "lite"),
        (("goals",), "inga"),
        (("current_state",), {"a": "b"}),
        (("current_state", 0), "64 procent"),
        (("decision", "date"), "i våras"),
        (("level",), "annan"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_what_becomes_unreadable_is_told_as_it_stands(place: Place, value: Any) -> None:
    changed = copy.deepcopy(FULL)
    at(changed, place[:-1])[place[-1]] = value
    told = differences(written(FULL), written(changed))
    keys = tuple(step for step in place if isinstance(step, str))
    assert any(one[: len(keys)] == keys[: len(one)] for _, one in told)
    assert [len(found) > 0 for found in board_of(written(FULL), written(changed)).unreadable] == [False, True]
    assert differences(written(changed), written(changed)) == []


# --- and nothing that is none


@given(st.data())
def test_a_document_is_the_same_as_itself_however_it_is_written(data: st.DataObject) -> None:
    document = copy.deepcopy(FULL)
    for place in data.draw(st.lists(st.sampled_from(LEAVES), max_size=8, unique=True)):
        if not any(isinstance(step, int) and step > 0 for step in place):
            holder = at(document, place[:-1])
            if isinstance(holder, dict):
                holder.pop(place[-1], None)
    assert comparison_of(written(document), in_swedish(document)).is_same
    assert differences(in_swedish(document), written(document)) == []


def test_a_document_from_a_mac_is_the_same() -> None:
    text = in_swedish(FULL)
    assert unicodedata.normalize("NFD", text) != text
    assert differences(text, unicodedata.normalize("NFD", text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("målvärde: 80", "målvärde: {värde: 80.0}"),
        ("målvärde: '85 %'", "målvärde: 85"),
        ("målvärde: '3,5'", "target: 3.5"),
        ("delmål: []", "riktning: ~"),
        ("målvärde: {}", "utgångsvärde: {värde: ~}"),
    ],
)
def test_another_spelling_of_a_value_is_no_change(old: str, new: str) -> None:
    text = "nämnd: N\når: 2026\nmål: [{id: a, formulering: X blir Y., indikatorer: [{namn: I, %s}]}]"
    assert differences(text % old, text % new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("horisont: 2026", "horisont: {från: 2026, till: 2026}"),
        ("horisont: 2026-2028", "horisont: {till: 2028, från: 2026}"),
        ("fokusområde: Hållbar vardag", "fokusområde: [Hållbar vardag]"),
        ("professionell_bedömning: ja", "professionell_bedömning: true"),
        ("rubrik: |\n  a\n  b\n", "rubrik: >-\n  a b\n"),
        ("nivå: nämnd", "status: utkast"),
    ],
)
def test_another_form_of_the_same_is_no_change(old: str, new: str) -> None:
    def text(line: str) -> str:
        begin = "nämnd: N\når: 2026\n"
        if line.startswith(("nivå", "status")):
            return f"{begin}{line}\nmål: []\n"
        lines = line.replace("\n", "\n    ")
        return f"{begin}mål:\n  - id: a\n    formulering: X blir Y.\n    {lines}\n"

    assert differences(text(old), text(new)) == []


def test_goals_and_items_that_are_twice_are_matched_once_each() -> None:
    goal = {"id": "a", "statement": "Kön blir kortare.", "audience": ["alla", "alla"]}
    document = {"board": "N", "year": 2026, "goals": [goal, goal, {**goal, "title": "B"}]}
    assert differences(written(document), written(document)) == []
    fewer = {**document, "goals": document["goals"][1:]}  # type: ignore[index]
    assert differences(written(document), written(fewer)) == [("dropped", ("goals",))]


# --- goals


def _goals(*goals: dict[str, Any], year: int = 2026) -> str:
    return json.dumps({"board": "N", "year": year, "goals": goals}, ensure_ascii=False)


def test_a_goal_is_known_by_its_words_where_its_id_is_another() -> None:
    old = _goals({"id": "a", "statement": "Väntetiden till ett samtal minskar från 20 till 10 dagar."})
    new = _goals({"id": "b", "statement": "Väntetiden till ett samtal minskar från 20 till 8 dagar."})
    assert differences(old, new) == [("changed", ("goals", "id")), ("reworded", ("goals", "statement"))]


def test_a_goal_with_other_words_under_another_id_is_another_goal() -> None:
    old = _goals({"id": "a", "statement": "Väntetiden till ett samtal minskar."})
    new = _goals({"id": "b", "statement": "Fler unga hittar ett arbete efter skolan."})
    assert differences(old, new) == [("added", ("goals",)), ("dropped", ("goals",))]


def test_of_goals_that_are_all_alike_the_most_alike_are_matched() -> None:
    def goals(verb: str, order: int) -> str:
        return _goals(
            *[
                {"statement": f"Andelen elever på skola nummer {one} som trivs i skolan {verb} varje läsår."}
                for one in range(0, 100, 9)
            ][::order]
        )

    found = board_of(goals("ökar", 1), goals("stiger", -1)).goals
    last = len(found) - 1
    pairs = [(goal.old and goal.old.goal.index, goal.new and goal.new.goal.index) for goal in found]
    assert pairs == [(last - one, one) for one in range(len(found))]


def test_of_a_dropped_goal_it_is_told_whether_it_had_its_time() -> None:
    for until, is_over in ((2026, True), (2027, False), (None, None)):
        goal = {"id": "a", "statement": "X blir Y."} | ({"horizon": until} if until else {})
        (found,) = board_of(_goals(goal), _goals(year=2027)).goals
        assert found.gone is not None
        assert (found.state, found.gone.is_over, found.gone.until) == (State.DROPPED, is_over, until)


def test_a_moved_target_is_higher_or_lower_unless_the_unit_is_another() -> None:
    def goal(target: float, unit: str = "procent") -> str:
        return _goals(
            {"id": "a", "statement": "X", "indicators": [{"name": "I", "unit": unit, "target": target}]}
        )

    def told(new: str) -> list[tuple[Topic | None, bool | None]]:
        return [(one.topic, one.is_higher) for one in board_of(goal(82), new).goals[0].changes]

    assert told(goal(85)) == [(Topic.TARGET, True)]
    assert told(goal(80.5)) == [(Topic.TARGET, False)]
    assert told(goal(85, "%")) == [(None, None), (Topic.TARGET, True)]
    assert told(goal(85, "dagar")) == [(Topic.DEFINITION, None), (Topic.TARGET, None)]


def test_an_indicator_is_redefined_by_its_unit_source_or_baseline() -> None:
    others = {"unit": "antal", "source": "SCB", "baseline": 60, "kolada": "N15034"}
    for key, value in others.items():
        changed = copy.deepcopy(FULL)
        changed["goals"][0]["indicators"][0][key] = value
        (goal, _) = board_of(written(FULL), written(changed)).goals
        assert len(goal.about(Topic.DEFINITION)) == 1
    for key in ("measured", "responsible", "direction"):
        changed = with_another(FULL, ("goals", 0, "indicators", 0, key))
        (goal, _) = board_of(written(FULL), written(changed)).goals
        assert goal.about(Topic.DEFINITION) == []


def test_from_measured_to_assessed_and_back_is_told() -> None:
    measured = {"id": "a", "statement": "X", "indicators": [{"name": "I", "target": 1}]}
    assessed = {"id": "a", "statement": "X", "professional_assessment": True}
    (goal,) = board_of(_goals(measured), _goals(assessed)).goals
    assert goal.followed == (Followed.MEASURED, Followed.ASSESSED)
    (goal,) = board_of(_goals(assessed), _goals(measured)).goals
    assert goal.followed == (Followed.ASSESSED, Followed.MEASURED)


# --- words


@given(WORDS, WORDS)
def test_the_marked_words_make_both_wordings(old: str, new: str) -> None:
    old, new = plain(old), plain(new)
    pieces = marked(old, new)
    for part, text in ((Part.OLD, old), (Part.NEW, new)):
        made = "".join(piece.text for piece in pieces if piece.part in {Part.SAME, part})
        assert made.strip() == text
    assert any(piece.part is not Part.SAME for piece in pieces) is (old != new)


def test_words_are_marked_whole_and_signs_alone() -> None:
    assert marked("Fler unga hittar jobb.", "Fler barn hittar ett jobb!") == (
        (Part.SAME, "Fler"), (Part.OLD, " unga"), (Part.NEW, " barn"), (Part.SAME, " hittar"), (Part.NEW, " ett"),
        (Part.SAME, " jobb"), (Part.OLD, "."), (Part.NEW, "!"),
    )  # fmt: skip


def test_long_texts_that_have_little_in_common_are_marked_without_much_work() -> None:
    old, new = " ".join(f"a{one}" for one in range(40_000)), " ".join(f"b{one}" for one in range(40_000))
    assert [piece.part for piece in marked(f"x {old} y", f"x {new} y")] == [
        Part.SAME,
        Part.OLD,
        Part.NEW,
        Part.SAME,
    ]


# --- as people get it


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_a_comparison_reads_as_before(golden: Golden) -> None:
    """Where the change is meant: ``python tests/repository/comparisons.py``, and read the difference."""
    assert golden.text() == golden.file.read_text(encoding="utf-8")


def test_no_kept_comparison_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {golden.name for golden in GOLDENS}
