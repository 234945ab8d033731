"""A record is what `typing.NamedTuple` gives, before its constructor is compiled and after."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import pytest

import malkoll
from malkoll.record import Record

Any_ = TypeVar("Any_")


class Place(Record):
    """A place."""

    name: str
    row: int
    column: int = 1
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        return f"{self.name}:{self.row}:{self.column}"


class Known(NamedTuple):
    name: str
    row: int
    column: int = 1
    notes: tuple[str, ...] = ()


class Held(Record, Generic[Any_]):
    value: Any_


SOURCE = Path(malkoll.__file__).parent
FUTURE = "\nfrom __future__ import annotations\n"
MANY = 30
"""Well over the number from which on a constructor of its own makes them."""

CALLS: list[Callable[[Any], Any]] = [
    lambda kind: kind("a", 1),
    lambda kind: kind("a", 1, 2, ("x",)),
    lambda kind: kind(row=1, name="a"),
    lambda kind: kind("a", 1, notes=("x",)),
    lambda kind: kind("a", row=1, column=5),
]
WRONG_CALLS: list[Callable[[Any], Any]] = [
    lambda kind: kind(),
    lambda kind: kind("a"),
    lambda kind: kind("a", 1, 2, (), 5),
    lambda kind: kind("a", 1, name="b"),
    lambda kind: kind("a", 1, other=2),
    lambda kind: kind(row=1),
]


def _new_kind() -> Any:
    """Give a class that nothing was made of yet."""

    class Place(Record):
        name: str
        row: int
        column: int = 1
        notes: tuple[str, ...] = ()

    return Place


@pytest.mark.parametrize("call", CALLS)
def test_every_record_of_a_class_holds_what_a_named_tuple_would(call: Callable[[Any], Any]) -> None:
    kind = _new_kind()
    wanted = call(Known)
    for _ in range(MANY):
        made = call(kind)
        assert tuple(made) == tuple(wanted)
        assert made._asdict() == wanted._asdict()
        assert (made.name, made.row, made.column, made.notes) == tuple(wanted)
        assert repr(made) == repr(wanted).replace("Known", "Place")


@pytest.mark.parametrize("call", WRONG_CALLS)
def test_a_wrong_call_is_refused_the_first_time_and_later(call: Callable[[Any], Any]) -> None:
    kind = _new_kind()
    for _ in range(3):
        with pytest.raises(TypeError):
            call(kind)
    for _ in range(MANY):
        kind("a", 1)
    with pytest.raises(TypeError):
        call(kind)


def test_records_are_equal_by_what_they_hold_and_cannot_be_changed() -> None:
    one = Place("a", 1)
    assert one == Place("a", 1, 1)
    assert hash(one) == hash(("a", 1, 1, ()))
    assert one.told == "a:1:1"
    name, row, *_ = one
    assert (name, row) == ("a", 1)
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.other = "b"  # type: ignore[attr-defined]


def test_a_record_is_copied_with_other_values() -> None:
    assert Place("a", 1)._replace(row=2) == Place("a", 2)
    with pytest.raises(ValueError, match="other"):
        Place("a", 1)._replace(other=2)  # type: ignore[call-arg]
    assert Place._make(["a", 1, 2, ()]) == Place("a", 1, 2)
    with pytest.raises(TypeError, match="4 fields, not 2"):
        Place._make(["a", 1])


def test_a_record_goes_to_another_process_and_back() -> None:
    one = Place("a", 1, notes=("x",))
    for made in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):  # noqa: S301 - our own
        assert made == one
        assert type(made) is Place


def test_a_record_may_hold_a_value_of_any_kind() -> None:
    assert Held[int](3).value == 3
    assert Held("x").value == "x"


def test_a_record_is_taken_apart_where_it_is_matched() -> None:
    match Place("a", 7):
        case Place(name, row):
            assert (name, row) == ("a", 7)


def test_a_module_with_records_keeps_annotations_as_text() -> None:
    modules = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    with_records = {
        path: text for path, text in modules.items() if re.search(r"^class .*\(Record\b", text, re.MULTILINE)
    }
    assert len(with_records) > 50
    assert [path for path, text in with_records.items() if FUTURE not in text] == []


def test_a_field_without_a_default_cannot_follow_one_with() -> None:
    with pytest.raises(TypeError, match="row has no default"):

        class _Wrong(Record):
            name: str = ""
            row: int  # type: ignore[misc]
