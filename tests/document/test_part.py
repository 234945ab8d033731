"""What every part of a document is: a value that stays as it was read, with nothing shared by mistake."""

from __future__ import annotations

import copy

import pytest

from checked import SOUND
from malkoll.document.build import build
from malkoll.document.goal_document import Analysis, GoalDocument, Indicator
from malkoll.document.part import Part, Place, slots
from malkoll.steering.model import FocusArea, SteeringModel
from reading import read


def _document() -> GoalDocument:
    root = read(SOUND)[1].root
    assert root is not None
    document = build(root, GoalDocument).part
    assert document is not None
    return document


@pytest.mark.parametrize("field", ["board", "goals", "place", "unheard_of"])
def test_a_part_stays_as_it_was_read(field: str) -> None:
    document = _document()
    before = copy.copy(vars(document))
    with pytest.raises(AttributeError, match=field):
        setattr(document, field, "another")
    assert vars(document) == before


def test_a_list_or_a_mapping_that_is_not_written_is_empty() -> None:
    model, area = SteeringModel(Place(())), FocusArea(Place(()))
    assert (model.boards, model.rules, area.topics, area.alias) == ([], {}, {}, None)
    assert model.boards is not SteeringModel(Place(())).boards
    goals = _document().goals
    assert all(goal.follow_up == [] for goal in goals)
    assert len({id(goal.follow_up) for goal in goals}) == len(goals)


def test_each_field_tells_what_stands_under_it() -> None:
    below = {name: (slot.kind, slot.cls) for name, slot in slots(Indicator).items()}
    assert below["name"] == ("value", None)
    assert {kind for kind, _ in below.values()} == {"value", "model", "models"}
    assert {name: kind for name, (kind, _) in below.items() if kind != "value"} == {
        "baseline": "model",
        "target": "model",
        "milestones": "models",
    }


@pytest.mark.parametrize("cls", Part.__subclasses__(), ids=lambda cls: cls.__name__)
def test_what_has_a_key_has_a_field(cls: type[Part]) -> None:
    if cls is not Analysis and hasattr(cls, "words"):
        assert set(cls.words) <= set(slots(cls))
