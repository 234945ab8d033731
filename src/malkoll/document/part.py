"""What every part of a document has: its place among the keys that the writer wrote."""

# annotations as they are, not as text: the models would have to read each of them at every start

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, SkipValidation, model_validator

from malkoll.diagnostic import Path
from malkoll.document.fields import as_mapping
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


class Part(BaseModel):
    """A mapping of a document, read: English field names, None for what isn't there."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    words: ClassVar[dict[str, Key]]
    """Each field's key in both languages."""
    shorthand: ClassVar[str | None] = None
    """The field that is meant when a text or number stands for the whole mapping."""

    place: Annotated[Place, SkipValidation]

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, value: Any) -> Any:
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
