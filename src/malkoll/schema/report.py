"""The JSON report, the overview and the comparison, version 1, as JSON Schemas: their shapes, with the texts that stand beside their keys."""

from __future__ import annotations

import types
import typing
from typing import Any

from typing_extensions import is_typeddict

from malkoll.report.compare_shapes import CompareV1
from malkoll.report.json_v1 import ReportV1
from malkoll.report.overview_shapes import OverviewV1
from malkoll.schema.kinds import Schema
from malkoll.schema.parts import DIALECT

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def report_schema() -> Schema:
    """Give the schema of the report, in English as its keys are."""
    return _whole(ReportV1, "malkoll's report, version 1")


def overview_schema() -> Schema:
    """Give the schema of the overview, in English as its keys are."""
    return _whole(OverviewV1, "malkoll's overview, version 1")


def compare_schema() -> Schema:
    """Give the schema of the comparison, in English as its keys are."""
    return _whole(CompareV1, "malkoll's comparison, version 1")


def _whole(shape: Any, title: str) -> Schema:
    """Give a whole schema; keys that it doesn't name may follow: a later version may add some."""
    definitions: dict[str, Schema] = {}
    body = _shape(shape, definitions)
    return {"$schema": DIALECT, "title": title, **body, "$defs": definitions}


def _shape(shape: Any, definitions: dict[str, Schema]) -> Schema:
    """Give the schema of one shape, and put those below it among the definitions."""
    hints = typing.get_type_hints(shape, include_extras=True)
    properties = {key: _value(annotation, definitions) for key, annotation in hints.items()}
    required = [
        key for key, annotation in hints.items() if typing.get_origin(annotation) is not typing.NotRequired
    ]
    return {"description": shape.__doc__, "type": "object", "properties": properties, "required": required}


def _value(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.NotRequired:
        return _value(arguments[0], definitions)
    if origin is typing.Annotated:
        return {"description": arguments[1], **_value(arguments[0], definitions)}
    if origin is typing.Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _value(arguments[0], definitions)}
    if origin in (types.UnionType, typing.Union):
        return _either(arguments, definitions)
    if is_typeddict(annotation):
        if annotation.__name__ not in definitions:
            definitions[annotation.__name__] = {}  # keeps its place while those below are made
            definitions[annotation.__name__] = _shape(annotation, definitions)
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    return {"type": _PLAIN[annotation]}


def _either(annotations: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if all(annotation in _PLAIN for annotation in annotations):
        return {"type": [_PLAIN[annotation] for annotation in annotations]}
    return {"anyOf": [_value(annotation, definitions) for annotation in annotations]}
