"""From a tree to a model: keys translated, values validated, and all that is wrong noted.

A value that can't be read is left out and remembered as broken, so that the rest of the
document is still checked and nothing is said of what can't be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from malkoll.diagnostic import Path
from malkoll.document.keys import Keys
from malkoll.document.messages import troubles_of
from malkoll.document.part import Part, Place, PlacedScalar, Slot, slots
from malkoll.document.words import Need
from malkoll.language import Language
from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble

AnyPart = TypeVar("AnyPart", bound=Part)


class Built(Record, Generic[AnyPart]):
    """A document as far as it could be read.

    Attributes:
        part: None when nothing could be read.
        troubles: what is wrong with its keys and values.
        language: the language that most of its keys are written in.

    """

    part: AnyPart | None
    troubles: tuple[Trouble, ...]
    language: Language


def build(root: Node, cls: type[AnyPart]) -> Built[AnyPart]:
    """Read a tree as a document of this kind. Never raises for what a writer can write."""
    builder = _Builder()
    if not isinstance(root, Mapping):
        found = "list" if isinstance(root, Sequence) else "text"
        span = Span(root.start, root.end)
        trouble = Trouble("wrong-type", "root", span, path=(), values={"found": found})
        return Built(None, (trouble,), Language.SV)
    data = builder.shape(root, cls, ())
    part = builder.validate(cls, data)
    about_keys, language = builder.keys.settle()
    return Built(part, tuple(_once([*about_keys, *builder.troubles])), language)


_NAMES = frozenset(
    {"steering_model", "board", "focus_area", "audience", "kolada", "rus", "agenda2030", "priorities"}
)
"""Fields whose text names something that is known elsewhere."""
_SHORT = frozenset({"model", "analysis"})
"""What a text or number may stand for."""


@cache
def _reader(cls: type[Part]) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


class _Builder:
    def __init__(self) -> None:
        self.troubles: list[Trouble] = []
        self.keys = Keys()
        self._paths: dict[int, Path] = {}

    def shape(self, node: Mapping, cls: type[Part], path: Path) -> dict[str, Any]:
        """Turn a mapping into field names and values, with the place that they had."""
        place = Place(path)
        data: dict[str, Any] = {"place": place}
        below = slots(cls)
        for field, key, value in self.keys.read(node, cls, place):
            at = (*path, key.text)
            if not isinstance(value, Scalar):
                if isinstance(value, Sequence):
                    place.lists[field] = len(value.items)
                data[field] = self._under(value, below[field], at)
            elif value.is_empty:
                self._blank(cls, place, field, value, at)
            elif value.is_mended and field in _NAMES:
                # with a sign too many it is no name that anybody knows: one mistake, not two
                place.broken.add(field)
            else:
                place.written[field] = value.text
                self._paths[id(value)] = at
                data[field] = PlacedScalar(value, at) if below[field].kind in _SHORT else value
        return data

    def _blank(self, cls: type[Part], place: Place, field: str, value: Scalar, path: Path) -> None:
        """Note a key with nothing after it: a mistake where it must be there, else as good as left out."""
        required = cls.words[field].need is Need.REQUIRED
        (place.broken if required else place.blank).add(field)
        need = cls.words[field].need.value
        span = Span(value.start, value.end)
        self.troubles.append(Trouble("empty-text", "field", span, path, {"field": field, "need": need}))

    def _under(self, value: Mapping | Sequence, slot: Slot, path: Path) -> Any:
        if slot.cls is not None and isinstance(value, Mapping) and slot.kind == "model":
            return self.shape(value, slot.cls, path)
        if slot.cls is not None and isinstance(value, Sequence) and slot.kind in {"models", "analysis"}:
            return [
                self.shape(item, slot.cls, (*path, index)) if isinstance(item, Mapping) else item
                for index, item in enumerate(value.items)
            ]
        if isinstance(value, Sequence) and slot.kind == "value":
            return list(value.items)
        if isinstance(value, Mapping) and slot.kind == "by-name":
            named = {key.text: (item, (*path, key.text)) for key, item in value.entries}
            self._paths.update((id(item), at) for item, at in named.values())
            return {name: self._named(item, slot.cls, at) for name, (item, at) in named.items()}
        return value

    def _named(self, value: Node, cls: type[Part] | None, path: Path) -> Any:
        if cls is None:
            return list(value.items) if isinstance(value, Sequence) else value
        if isinstance(value, Scalar):
            return PlacedScalar(value, path)
        return self.shape(value, cls, path) if isinstance(value, Mapping) else value

    def validate(self, cls: type[AnyPart], data: dict[str, Any]) -> AnyPart | None:
        """Read the values; drop those that can't be read, and read the rest again."""
        noted: list[tuple[Scalar, Trouble]] = []
        part: AnyPart | None
        try:
            part = _reader(cls).validate_python(data, context=noted)
        except ValidationError as error:
            places = [self._drop(data, details) for details in error.errors(include_url=False)]
            for holder, step in sorted(places, key=lambda place: str(place[1]).zfill(8), reverse=True):
                if isinstance(holder, list):
                    holder[int(step)] = None
                else:
                    holder.pop(step, None)
            _compact(data)
            noted.clear()
            part = _reader(cls).validate_python(data, context=noted)
        for node, trouble in noted:
            path = node.path if isinstance(node, PlacedScalar) else self._paths.get(id(node))
            self.troubles.append(trouble._replace(path=path))
        return part

    def _drop(self, data: dict[str, Any], details: Any) -> tuple[Any, Any]:
        """Report one error; tell the holder and the key of the value that is to go."""
        holder: Any = data
        step: Any = None
        value: Any = data
        path: Path = ()
        above: list[tuple[Place, str] | None] = []
        for part in details["loc"]:
            if isinstance(value, list) and isinstance(part, int) and part < len(value):
                path = (*path, part)
                above.append(None)
            elif isinstance(value, dict) and part in value:
                place = value.get("place")
                if isinstance(place, Place):
                    path = place.at(str(part))
                    above.append((place, str(part)))
                else:
                    path = (*path, str(part))
            elif isinstance(value, list) and isinstance(part, str):
                continue  # the model's own name for what is written as a plain list
            else:
                break
            holder, step, value = value, part, value[part]
        _break(above)
        if not (isinstance(value, Scalar) and value.is_mended):
            self.troubles += troubles_of(details, value, path)
        return holder, step


def _break(above: list[tuple[Place, str] | None]) -> None:
    """Mark what couldn't be read, up to the list that it is an item of: the other items are known."""
    for index, one in enumerate(reversed(above)):
        if one is not None:
            place, field = one
            place.broken.add(field)
        elif index:
            return


def _once(troubles: Iterable[Trouble]) -> Iterator[Trouble]:
    """Leave out what was seen again: a part that stands in several places by an alias has one mistake."""
    seen: set[tuple[str, str, Span, str]] = set()
    for trouble in troubles:
        one = (trouble.rule, trouble.variant, trouble.span, repr(dict(trouble.values)))
        if one not in seen:
            seen.add(one)
            yield trouble


def _compact(value: Any) -> None:
    """Take the dropped items out of lists."""
    if isinstance(value, list):
        value[:] = [item for item in value if item is not None]
    for child in value if isinstance(value, list) else value.values():
        if isinstance(child, dict | list):
            _compact(child)
