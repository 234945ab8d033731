"""The schemas as files: their names, their text, and where they are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from malkoll.language import Language
from malkoll.schema.baseline import baseline_schema
from malkoll.schema.configuration import configuration_schema
from malkoll.schema.kinds import Schema
from malkoll.schema.parts import document_schema, model_schema
from malkoll.schema.report import compare_schema, overview_schema, report_schema

FOLDER = Path("schemas")
_SV, _EN = Language.SV, Language.EN
FILES: dict[str, Callable[[], Schema]] = {
    "goal-document.sv.schema.json": lambda: document_schema(_SV),
    "goal-document.en.schema.json": lambda: document_schema(_EN),
    "steering-model.sv.schema.json": lambda: model_schema(_SV),
    "steering-model.en.schema.json": lambda: model_schema(_EN),
    "config.schema.json": lambda: configuration_schema(_EN),
    "report-v1.schema.json": report_schema,
    "baseline-v1.schema.json": lambda: baseline_schema(_EN),
    "overview-v1.schema.json": overview_schema,
    "compare-v1.schema.json": compare_schema,
}
"""Every schema that is kept, and what makes it."""


def schema(what: str, language: Language) -> Schema:
    """Give the schema of ``document``, ``model``, ``config``, ``report``, ``overview``, ``compare`` or ``baseline``."""
    in_english = {"report": report_schema, "overview": overview_schema, "compare": compare_schema}
    if what in in_english:
        return in_english[what]()
    made = {
        "document": document_schema,
        "model": model_schema,
        "config": configuration_schema,
        "baseline": baseline_schema,
    }
    return made[what](language)


def text_of(found: Schema) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def write_all(folder: Path = FOLDER) -> None:
    """Write every schema anew."""
    for name, make in FILES.items():
        folder.joinpath(name).write_text(text_of(make()), encoding="utf-8", newline="\n")
