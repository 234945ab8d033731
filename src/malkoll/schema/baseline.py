"""The baseline as a JSON Schema: for those who write a reason or a last day into one."""

from __future__ import annotations

from malkoll.baseline.entry import KEYS, VERSION
from malkoll.fingerprint import LENGTH
from malkoll.language import Language, Text
from malkoll.schema.kinds import DATE, Schema
from malkoll.schema.parts import DIALECT

TITLE = Text("malkolls baslinje, version 1", "malkoll's baseline, version 1")
ABOUT = {
    "code": Text("Regelns kod.", "The rule's code."),
    "name": Text("Regelns namn.", "The rule's name."),
    "file": Text("Dokumentet, räknat från baslinjens mapp.", "The document, as seen from the baseline's folder."),
    "board": Text("Nämnden.", "The board."),
    "year": Text("Året som målen gäller för.", "The year that the goals apply to."),
    "goal": Text("Målets id.", "The goal's id."),
    "fingerprint": Text(
        "Det som anmärkningen känns igen på. Ändras inte för hand.",
        "What the finding is known by. It isn't changed by hand.",
    ),
    "reason": Text("Varför det får stå kvar. Skrivs för hand.", "Why it may stand. Written by hand."),
    "until": Text(
        "Sista dagen som det får stå kvar, som 2026-11-23. Skrivs för hand.",
        "The last day that it may stand, as 2026-11-23. Written by hand.",
    ),
}  # fmt: skip
_TEXT: Schema = {"type": ["string", "null"]}


def baseline_schema(language: Language) -> Schema:
    """Give the schema of a baseline, its descriptions in one language."""
    values: dict[str, Schema] = {
        "code": {"type": "string", "pattern": "^MK[0-9]{3}$"},
        "file": {"type": "string", "pattern": "\\S"},
        "year": {"type": ["integer", "null"], "minimum": 1, "maximum": 9999},
        "fingerprint": {"type": "string", "pattern": f"^[0-9a-f]{{{LENGTH}}}$"},
        "until": {**DATE, "type": ["string", "null"]},
    }
    entry: Schema = {
        "type": "object",
        "properties": {
            key: {"description": ABOUT[key].render(language), **values.get(key, _TEXT)} for key in KEYS
        },
        "required": ["code", "file", "fingerprint"],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": TITLE.render(language),
        "type": "object",
        "properties": {
            "$schema": {},
            "version": {"const": VERSION},
            "findings": {"type": "array", "items": entry},
        },
        "required": ["version", "findings"],
        "additionalProperties": False,
    }
