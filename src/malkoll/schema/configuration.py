"""The configuration as a JSON Schema: for ``malkoll.toml`` in an editor."""

from __future__ import annotations

from malkoll.config.values import KEYS, LANGUAGES, NEVER, OFF, SEVERITIES
from malkoll.language import Language, Text
from malkoll.rules import RULES
from malkoll.schema.kinds import Schema
from malkoll.schema.parts import DIALECT
from malkoll.steering.loaded import BUILT_IN

TITLE = Text("malkolls konfiguration", "malkoll's configuration")
ABOUT = {
    "language": Text("Språket i rapporter och hjälp.", "The language of reports and help."),
    "model": Text(
        "Styrmodellen: id för en inbyggd, eller en fil räknat från den här.",
        "The steering model: the id of a built-in one, or a file as seen from this one.",
    ),
    "select": Text(
        "Bara de här reglerna: koder, början av koder (MK4) eller namn.",
        "Only these rules: codes, beginnings of codes (MK4) or names.",
    ),
    "extend-select": Text("De här reglerna också.", "These rules too."),
    "ignore": Text("Inte de här reglerna.", "Not these rules."),
    "severity": Text("Hur allvarlig en regel är, eller av.", "How severe a rule is, or off."),
    "per-file-ignores": Text(
        "Regler som inte gäller för vissa filer. Filerna skrivs som i .gitignore.",
        "Rules that don't hold for some files. The files are written as in .gitignore.",
    ),
    "include": Text(
        "Filer som prövas i mappar. Utan listan alla .yaml och .yml.",
        "Files that are checked in folders. Without the list all .yaml and .yml.",
    ),
    "exclude": Text("Filer och mappar som hoppas över.", "Files and folders that are passed over."),
    "baseline": Text(
        "Filen med äldre anmärkningar som inte räknas, räknat från den här.",
        "The file of older findings that don't count, as seen from this one.",
    ),
    "fail-on": Text("Vad som ger slutkod 1.", "What gives exit code 1."),
}


def configuration_schema(language: Language) -> Schema:
    """Give the schema of a configuration, its descriptions in one language."""
    rules: Schema = {"$ref": "#/$defs/rules"}
    files: Schema = {"type": "array", "items": {"type": "string", "pattern": "\\S"}}
    severity: Schema = {"enum": [*SEVERITIES, OFF]}
    values: dict[str, Schema] = {
        "language": {"enum": list(LANGUAGES)},
        "model": {"type": "string", "pattern": "\\S", "examples": [*BUILT_IN, "styrmodell.yaml"]},
        "select": rules,
        "extend-select": rules,
        "ignore": rules,
        "severity": {
            "type": "object",
            "properties": {
                rule.name: {"description": f"{rule.code}: {rule.title.render(language)}", **severity}
                for rule in RULES
            },
            "additionalProperties": severity,
        },
        "per-file-ignores": {"type": "object", "additionalProperties": rules},
        "include": files,
        "exclude": files,
        "baseline": {"type": "string", "pattern": "\\S", "examples": ["malkoll-baseline.json"]},
        "fail-on": {"enum": [*SEVERITIES, NEVER], "default": SEVERITIES[0]},
    }
    return {
        "$schema": DIALECT,
        "title": TITLE.render(language),
        "type": "object",
        "properties": {key: {"description": ABOUT[key].render(language), **values[key]} for key in KEYS},
        "additionalProperties": False,
        "$defs": {
            # known names are offered; beginnings of codes are fine too
            "rules": {
                "type": "array",
                "items": {"type": "string", "anyOf": [{"enum": _names()}, {"pattern": "\\S"}]},
            }
        },
    }


def _names() -> list[str]:
    return [name for rule in RULES for name in (rule.code, rule.name)]
