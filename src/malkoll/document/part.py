"""What every part of a document has: its place among the keys that the writer wrote, and its fields."""

# annotations as they are, not as text: what a part holds is read from them (`slots`)

from abc import ABC
from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import Any, ClassVar, NoReturn

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from malkoll.diagnostic import Path
from malkoll.document.fields import Kind, as_mapping, by_name, list_of
from malkoll.document.words import Key
from malkoll.syntax.tree import Scalar


class Place:
    """Where a part stands: its path, its keys as written, and what couldn't be read.

    Attributes:
        path: as the writer wrote it.
        keys: field name to the key as written, for every field that was given.
        lists: fields that are written as a list, with how many items stand there.
        broken: fields that were given but couldn't be read: not known, so not assessed.
        blank: fields whose key stands there with nothing after it, and needn't.
        written: fields that hold a single text or number, as it stands in the file.

    """

    __slots__ = ("blank", "broken", "keys", "lists", "path", "scalar", "written")

    def __init__(self, path: Path, *, scalar: bool = False) -> None:
        self.path = path
        self.scalar = scalar
        self.keys: dict[str, str] = {}
        self.lists: dict[str, int] = {}
        self.broken: set[str] = set()
        self.blank: set[str] = set()
        self.written: dict[str, str] = {}

    def at(self, field: str, index: int | None = None) -> Path:
        """Give a field's path; the part's own where the field isn't there."""
        key = self.keys.get(field)
        if key is None:
            return self.path
        if index is not None and field in self.lists:
            return (*self.path, key, index)
        return (*self.path, key)


class PlacedScalar(Scalar):
    """A text or number that may stand for a whole part, with the path where it stands."""

    __slots__ = ("path",)

    def __init__(self, node: Scalar, path: Path) -> None:
        super().__init__(node.text, node.start, node.end, node.style)
        self.is_mended = node.is_mended
        self.path = path


def path_of(value: object) -> Path:
    return value.path if isinstance(value, PlacedScalar) else ()


class Part(ABC):
    """A mapping of a document, read: English field names, None for what isn't there.

    The fields' annotations are what pydantic reads it by, when one is first to be read: to make each kind of
    part a `BaseModel`, at every start, would be a sixth of checking a single document.
    A list or a mapping that isn't written is empty; what else isn't written is what the class says.
    (Abstract in name alone: mypy takes the classes below for keys of a cache only so.)
    """

    words: ClassVar[dict[str, Key]]
    """Each field's key in both languages."""
    shorthand: ClassVar[str | None] = None
    """The field that is meant when a text or number stands for the whole mapping."""
    as_list: ClassVar["type[Part] | None"] = None
    """What a list holds that stands for the whole mapping."""

    place: Place

    def __init__(self, place: Place, **values: Any) -> None:
        vars(self).update({name: kind() for name, kind in _empties(type(self))}, place=place, **values)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        message = f"a part stays as it was read: {name}"
        raise AttributeError(message)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return _schema(cls)

    @classmethod
    def written_short(cls, value: Any) -> Any:
        """Give the fields and values of what stands for a mapping; refuse what can't."""
        if isinstance(value, dict):  # most are written in full
            return value
        if isinstance(value, Scalar) and cls.shorthand and not value.is_empty:
            place = Place(path_of(value), scalar=True)
            place.written[cls.shorthand] = value.text
            return {cls.shorthand: value, "place": place}
        return as_mapping(value)

    def at(self, field: str | None = None, index: int | None = None) -> Path:
        """Give the path of a field (or of one of its items), as the writer wrote it."""
        return self.place.path if field is None else self.place.at(field, index)

    def given(self, field: str) -> bool:
        """Tell whether something stands there, readable or not."""
        place = self.place
        return (field in place.keys and field not in place.blank) or (
            place.scalar and field == self.shorthand
        )

    def unknown(self, field: str) -> bool:
        """Tell whether something stands there that couldn't be read: not to be assessed."""
        return field in self.place.broken


class Slot:
    """What stands under a field.

    Attributes:
        kind: ``model``, ``models`` (a list), ``by-name`` (a dict), ``analysis`` or ``value``.
        cls: what a mapping under it is.
        schema: gives how pydantic reads it.

    """

    __slots__ = ("cls", "kind", "schema")

    def __init__(self, kind: str, cls: type[Part] | None, schema: Callable[[], CoreSchema]) -> None:
        self.kind = kind
        self.cls = cls
        self.schema = schema


@cache
def slots(cls: type[Part]) -> dict[str, Slot]:
    """Tell for each field of a part what stands under it, by its annotation."""
    kinds = cls.__mro__[: cls.__mro__.index(Part)]
    return {
        name: _slot(annotation)
        for one in reversed(kinds)
        for name, annotation in one.__annotations__.items()
        if name != "words"
    }


def _slot(annotation: Any) -> Slot:
    if isinstance(annotation, type):
        part: type[Part] = annotation
        return Slot("analysis" if part.as_list else "model", part.as_list or part, lambda: _schema(part))
    # asked of what it is made of itself: typing's functions would take half the time that all this takes
    inner = annotation.__args__
    if inner[-1] is NoneType:
        return _slot(inner[0])
    if marks := getattr(annotation, "__metadata__", ()):
        read = next(mark.schema for mark in marks if isinstance(mark, Kind))
        kind = "by-name" if getattr(inner[0], "__origin__", None) is dict else "value"
        return Slot(kind, None, lambda: read)
    if annotation.__origin__ is list:
        return Slot("models", inner[0], lambda: list_of(_schema(inner[0])))
    below = _slot(inner[1])
    return Slot("by-name", below.cls, lambda: by_name(below.schema()))


@cache
def _empties(cls: type[Part]) -> tuple[tuple[str, type[list[Any] | dict[str, Any]]], ...]:
    """Give the fields that are empty where they aren't written, with what they are then."""
    return tuple(
        (name, list if slot.kind == "models" else dict)
        for name, slot in slots(cls).items()
        if not hasattr(cls, name)
    )


@cache
def _schema(cls: type[Part]) -> CoreSchema:
    """Give how pydantic reads a part: as a dataclass, each field by what its annotation says."""
    empties = dict(_empties(cls))
    fields = [core_schema.dataclass_field("place", core_schema.any_schema())]
    for name, slot in slots(cls).items():
        read = (
            core_schema.with_default_schema(slot.schema(), default_factory=empties[name])
            if name in empties
            else core_schema.with_default_schema(slot.schema(), default=getattr(cls, name))
        )
        fields.append(core_schema.dataclass_field(name, read))
    values = core_schema.dataclass_args_schema(cls.__name__, fields)
    whole = core_schema.dataclass_schema(cls, values, [field["name"] for field in fields])
    return core_schema.no_info_before_validator_function(cls.written_short, whole)
