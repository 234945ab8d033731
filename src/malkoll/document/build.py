"""From a tree to a model: keys translated, values validated, and all that is wrong noted.

A value that can't be read is left out and remembered as broken, so that the rest of the
document is still checked and nothing is said of what can't be known.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from malkoll.diagnostic import Path
from malkoll.document.goal_document import Analysis, Fact
from malkoll.document.messages import trouble_of
from malkoll.document.part import Part, Place, PlacedScalar
from malkoll.document.words import Key, Need, closest, fold
from malkoll.language import Language
from malkoll.source import Span
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble

AnyPart = TypeVar("AnyPart", bound=Part)


@dataclass(frozen=True, slots=True)
class Built(Generic[AnyPart]):
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
    language = builder.settle_languages()
    return Built(part, tuple(builder.troubles), language)


class _Slot(typing.NamedTuple):
    """What stands under a field: ``model``, ``models`` (a list), ``by-name`` (a dict) or ``value``."""

    kind: str
    cls: type[Part] | None = None


@cache
def slots(cls: type[Part]) -> dict[str, _Slot]:
    """Tell for each field of a model which model, if any, stands under it."""
    return {name: _slot(field.annotation) for name, field in cls.model_fields.items() if name != "place"}


def _slot(annotation: Any) -> _Slot:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _Slot("analysis", Fact) if annotation is Analysis else _Slot("model", annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _slot(arguments[0])
    if origin is types.UnionType or origin is typing.Union:
        return _slot(next(argument for argument in arguments if argument is not types.NoneType))
    if origin is list:
        inner = _slot(arguments[0])
        return _Slot("models", inner.cls) if inner.cls else _Slot("value")
    if origin is dict:
        return _Slot("by-name", _slot(arguments[1]).cls)
    return _Slot("value")


@cache
def _fields_by_spelling(cls: type[Part]) -> dict[str, tuple[str, Language | None]]:
    found: dict[str, tuple[str, Language | None]] = {}
    for field, key in cls.words.items():
        same = fold(key.sv) == fold(key.en)
        found[fold(key.sv)] = (field, None if same else Language.SV)
        found[fold(key.en)] = (field, None if same else Language.EN)
    return found


class _Builder:
    def __init__(self) -> None:
        self.troubles: list[Trouble] = []
        self._written: list[tuple[Scalar, Path, Key, Language]] = []

    def shape(self, node: Mapping, cls: type[Part], path: Path) -> dict[str, Any]:
        """Turn a mapping into field names and values, with the place that they had."""
        place = Place(path)
        data: dict[str, Any] = {"place": place}
        spellings, below = _fields_by_spelling(cls), slots(cls)
        strangers: list[Scalar] = []
        entries: list[tuple[Scalar, Node, str]] = []
        for key, value in node.entries:
            known = spellings.get(key.text) or spellings.get(fold(key.text))
            if known is None:
                strangers.append(key)
                continue
            field, language = known
            if field in place.keys:
                self._twice(node, key, place.keys[field], path)
                continue
            place.keys[field] = key.text
            if language:
                self._written.append((key, (*path, key.text), cls.words[field], language))
            entries.append((key, value, field))
        entries += self._adopt(node, strangers, cls, place)
        for key, value, field in entries:
            self._fill(data, place, field, value, below[field], (*path, key.text))
        self._missing(node, cls, place)
        return data

    def _twice(self, node: Mapping, key: Scalar, first: str, path: Path) -> None:
        """Report one field written under two names: nämnd and board."""
        other = node.get(first)
        related = Span(other.key.start, other.key.end) if other else None
        values: dict[str, str | int] = {"key": key.text, "first": first}
        self.troubles.append(
            Trouble("duplicate-key", "both-languages", _span(key), (*path, key.text), values, related=related)
        )

    def _adopt(
        self, node: Mapping, strangers: list[Scalar], cls: type[Part], place: Place
    ) -> list[tuple[Scalar, Node, str]]:
        """Report keys that nobody knows; one that is close to a missing key is read as that."""
        adopted: list[tuple[Scalar, Node, str]] = []
        for key in strangers:
            free = {field: word for field, word in cls.words.items() if field not in place.keys}
            near = closest(key.text, [spelling for word in free.values() for spelling in (word.sv, word.en)])
            field = next((name for name, word in free.items() if near in (word.sv, word.en)), None)
            entry = node.get(key.text)
            path = (*place.path, key.text)
            if near is None or field is None or entry is None:
                values: dict[str, str | int] = {"key": key.text, "part": cls.__name__}
                self.troubles.append(Trouble("unknown-key", "stranger", _span(key), path, values))
                continue
            self.troubles.append(
                Trouble(
                    "unknown-key",
                    "close",
                    _span(key),
                    path,
                    {"key": key.text, "near": near},
                    edits=((_span(key), near),),
                )
            )
            place.keys[field] = key.text
            adopted.append((key, entry.value, field))
        return adopted

    def _fill(
        self, data: dict[str, Any], place: Place, field: str, value: Node, slot: _Slot, path: Path
    ) -> None:
        if isinstance(value, Scalar) and value.is_empty:
            place.broken.add(field)
            self.troubles.append(Trouble("empty-text", "field", _span(value), path, {"field": field}))
            return
        if isinstance(value, Sequence):
            place.lists[field] = len(value.items)
        elif isinstance(value, Scalar):
            place.written[field] = value.text
        data[field] = self._under(value, slot, path)

    def _under(self, value: Node, slot: _Slot, path: Path) -> Any:
        if slot.kind in {"model", "analysis"} and isinstance(value, Scalar):
            return PlacedScalar(value, path)
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
            return {key.text: self._named(item, slot.cls, (*path, key.text)) for key, item in value.entries}
        return value

    def _named(self, value: Node, cls: type[Part] | None, path: Path) -> Any:
        if cls is not None:
            return self._under(value, _Slot("model", cls), path)
        return list(value.items) if isinstance(value, Sequence) else value

    def _missing(self, node: Mapping, cls: type[Part], place: Place) -> None:
        for field, key in cls.words.items():
            if key.need is Need.REQUIRED and field not in place.keys:
                values: dict[str, str | int] = {
                    "sv": key.sv,
                    "en": key.en,
                    "field": field,
                    "part": cls.__name__,
                }
                span = Span(node.start, node.start + 1)
                self.troubles.append(Trouble("missing-key", "key", span, place.path, values))

    def validate(self, cls: type[AnyPart], data: dict[str, Any]) -> AnyPart | None:
        """Read the values; drop those that can't be read, and read the rest again."""
        noted: list[tuple[Scalar, Trouble]] = []
        try:
            part = cls.model_validate(data, context=noted)
        except ValidationError as error:
            places = [self._drop(data, details) for details in error.errors(include_url=False)]
            for holder, step in sorted(places, key=lambda place: str(place[1]).zfill(8), reverse=True):
                if isinstance(holder, list):
                    holder[int(step)] = None
                else:
                    holder.pop(step, None)
            _compact(data)
            noted.clear()
            part = cls.model_validate(data, context=noted)
        self.troubles += [trouble for _, trouble in noted]
        return part

    def _drop(self, data: dict[str, Any], details: Any) -> tuple[Any, Any]:
        """Report one error; tell the holder and the key of the value that is to go."""
        holder: Any = data
        step: Any = None
        value: Any = data
        path: Path = ()
        place: Place = data["place"]
        for part in details["loc"]:
            if isinstance(value, list) and isinstance(part, int) and part < len(value):
                path = (*path, part)
            elif isinstance(value, dict) and part in value:
                if "place" in value:
                    place = value["place"]
                    path = place.at(str(part))
                    place.broken.add(str(part))
                else:
                    path = (*path, str(part))
            elif isinstance(value, list) and isinstance(part, str):
                continue  # the model's own name for what is written as a plain list
            else:
                break
            holder, step, value = value, part, value[part]
        self.troubles.append(trouble_of(details, value, path))
        return holder, step

    def settle_languages(self) -> Language:
        """Choose the language that most keys have; report the others once."""
        swedish = sum(1 for *_, language in self._written if language is Language.SV)
        main = Language.SV if swedish * 2 >= len(self._written) else Language.EN
        others = [written for written in self._written if written[3] is not main]
        if others:
            first, path, key, _ = others[0]
            # misspelt keys are read as the right ones and don't count here
            self.troubles.append(
                Trouble(
                    "mixed-key-languages",
                    main.value,
                    _span(first),
                    path,
                    {"key": first.text, "word": key.word(main), "count": len(others)},
                    also=tuple(_span(node) for node, *_ in others[1:]),
                    edits=tuple((_span(node), word.word(main)) for node, _, word, _ in others),
                )
            )
        return main


def _span(node: Scalar) -> Span:
    return Span(node.start, node.end)


def _compact(value: Any) -> None:
    """Take the dropped items out of lists."""
    if isinstance(value, list):
        value[:] = [item for item in value if item is not None]
    for child in value if isinstance(value, list) else value.values():
        if isinstance(child, dict | list):
            _compact(child)
