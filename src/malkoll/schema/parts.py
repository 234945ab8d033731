"""Goal documents and steering models as JSON Schemas, one for each language of the keys."""

from __future__ import annotations

import types
import typing
from typing import Any

from malkoll.document.fields import Kind
from malkoll.document.goal_document import Analysis, Fact, GoalDocument, Horizon
from malkoll.document.part import Part
from malkoll.document.words import Key, Need
from malkoll.language import Language, Text
from malkoll.rules import RULES
from malkoll.schema.kinds import TEXT, YEARS, Schema, or_nothing, schema_of
from malkoll.steering.model import Clause, RuleSetting, SteeringModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLES = {
    GoalDocument: Text("Måldokument", "Goal document"),
    SteeringModel: Text("Styrmodell", "Steering model"),
}


def document_schema(language: Language) -> Schema:
    return _whole(GoalDocument, language)


def model_schema(language: Language) -> Schema:
    return _whole(SteeringModel, language)


def _whole(cls: type[Part], language: Language) -> Schema:
    builder = _Builder(language)
    body = builder.mapping(cls)
    return {"$schema": DIALECT, "title": TITLES[cls].render(language), **body, "$defs": builder.definitions}


class _Builder:
    def __init__(self, language: Language) -> None:
        self.language = language
        self.definitions: dict[str, Schema] = {}

    def mapping(self, cls: type[Part]) -> Schema:
        """Give the schema of a part that is written in full."""
        kinds = typing.get_type_hints(cls, include_extras=True)
        properties = {
            key.word(self.language): self._property(key, kinds[field], getattr(cls, field, None))
            for field, key in cls.words.items()
        }
        required = [key.word(self.language) for key in cls.words.values() if key.need is Need.REQUIRED]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": required} if required else schema

    def _property(self, key: Key, annotation: Any, default: Any) -> Schema:
        word = key.word(self.language)
        about = {"title": _title(word), "description": key.about.render(self.language)}
        found = self.value(annotation)
        if key.need is not Need.REQUIRED:
            found = or_nothing(found)
        kind = _kind(annotation)
        if kind is not None and kind.words is not None and isinstance(default, str):
            about["default"] = kind.words[default].word(self.language)
        return {**about, **found}

    def value(self, annotation: Any) -> Schema:
        """Give the schema of what a field may hold."""
        kind = _kind(annotation)
        if kind is not None:
            return schema_of(kind, self.language)
        annotation = _bare(annotation)
        if typing.get_origin(annotation) is list:
            return {"type": "array", "items": self.value(typing.get_args(annotation)[0])}
        if typing.get_origin(annotation) is dict:
            return self._by_name(typing.get_args(annotation)[1])
        return self._part(annotation)

    def _by_name(self, annotation: Any) -> Schema:
        """Give the schema of a mapping whose keys are names that the writer chooses."""
        found = self.value(annotation)
        schema: Schema = {"type": "object", "additionalProperties": found}
        if _bare(annotation) is RuleSetting:
            schema["properties"] = {
                rule.name: {"description": f"{rule.code}: {rule.title.render(self.language)}", **found}
                for rule in RULES
            }
        return schema

    def _part(self, cls: type[Part]) -> Schema:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}  # a part may hold itself
            self.definitions[cls.__name__] = self._written(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def _written(self, cls: type[Part]) -> Schema:
        """Give the ways in which a part can be written: short, or as a mapping."""
        if cls is Analysis:
            return {"anyOf": [TEXT, {"type": "array", "items": self._part(Fact)}]}
        full = self.mapping(cls)
        if cls is Horizon:
            return {"anyOf": [*YEARS["anyOf"], full]}
        if cls is Clause:
            return {"anyOf": [TEXT, full]}
        if cls.shorthand is None:
            return full
        short = self.value(typing.get_type_hints(cls, include_extras=True)[cls.shorthand])
        return {"anyOf": [*short.get("anyOf", [short]), full]}


def _kind(annotation: Any) -> Kind | None:
    """Find the mark that says what kind of value an annotation means."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        inner = [one for one in typing.get_args(annotation) if one is not types.NoneType]
        return _kind(inner[0])
    marks = getattr(annotation, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Kind)), None)


def _bare(annotation: Any) -> Any:
    """Take away what surrounds a type: ``None`` as an alternative, and marks."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        return _bare(next(one for one in typing.get_args(annotation) if one is not types.NoneType))
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    return annotation


def _title(word: str) -> str:
    return word.replace("_", " ").capitalize()
