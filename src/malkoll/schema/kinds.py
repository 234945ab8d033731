"""Each kind of value as a JSON Schema: what the reader understands, and no more."""

from __future__ import annotations

import copy
from typing import Any

from malkoll.document.fields import Kind
from malkoll.language import Language

Schema = dict[str, Any]

YEAR: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 2999},
        {"type": "string", "pattern": "^[12][0-9]{3}$"},
    ]
}
YEARS: Schema = {
    "anyOf": [
        YEAR["anyOf"][0],
        {
            "type": "string",
            "pattern": "^[12][0-9]{3}(\\s*([-\u2013\u2014]|till|to)\\s*[12][0-9]{3})?$",
        },
    ]
}
NUMBER: Schema = {
    "anyOf": [
        {"type": "number"},
        # 3,5 and 1 200 and 85 % are understood
        {
            "type": "string",
            "pattern": "^[-+\u2212\u2013]?[0-9]+([ \u00a0\u2009\u202f][0-9]{3})*([.,][0-9]+)?"
            "[ \u00a0\u2009\u202f]?(%|[Pp]rocent|[Pp]ercent)?$",
        },
    ]
}
TRUTH: Schema = {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nej", "yes", "no"]}]}
DATE: Schema = {
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
WHOLE: Schema = {"type": "integer", "minimum": 0, "maximum": 9999}
TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}


def schema_of(kind: Kind, language: Language) -> Schema:
    """Give the schema of one kind of value, its words in one language."""
    if kind.words is not None:
        return {"enum": [word.word(language) for word in kind.words.values()]}
    texts = {"type": "array", "items": TEXT}
    schemas: dict[str, Schema] = {
        "text": TEXT,
        "year": YEAR,
        "number": NUMBER,
        "truth": TRUTH,
        "date": DATE,
        "whole": WHOLE,
        "list": texts,
        "text-or-list": {"anyOf": [TEXT, texts]},
        "outcome": {"anyOf": [*NUMBER["anyOf"], {"type": "object", "additionalProperties": NUMBER}]},
    }
    return copy.deepcopy(schemas[kind.name])


def or_nothing(schema: Schema) -> Schema:
    """Let a key stand with nothing after it, as the reader does where nothing is required."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    blank = {
        key: value for key, value in schema.items() if not (key == "pattern" and value == TEXT["pattern"])
    }
    return {**blank, "type": [*types, "null"]}
