"""Options that several commands have."""

from __future__ import annotations

from malkoll.cli.command import Option
from malkoll.language import Text

HELP = Option("--help", Text("Visar den här hjälpen.", "Shows this help."), short="-h")
LANG = Option(
    "--lang",
    Text(
        "Språk. Annars gäller MALKOLL_LANG, konfigurationen och sist datorns språk.",
        "The language. Otherwise MALKOLL_LANG, the configuration and last the computer's language decide.",
    ),
    Text("SPRÅK", "LANGUAGE"),
    choices=("sv", "en"),
)
COLOR = Option(
    "--color",
    Text(
        "Färg: auto (på en skärm), always eller never. NO_COLOR och FORCE_COLOR gäller också.",
        "Colour: auto (on a screen), always or never. NO_COLOR and FORCE_COLOR count too.",
    ),
    Text("NÄR", "WHEN"),
    choices=("auto", "always", "never"),
)
REPORT_FORMAT = Option(
    "--format",
    Text(
        "Rapportens form: full (om inget annat sägs), concise med en rad för varje sak, eller json.",
        "The report's form: full (unless told otherwise), concise with one line a finding, or json.",
    ),
    Text("FORM", "FORMAT"),
    choices=("full", "concise", "json"),
)
FAIL_ON = Option(
    "--fail-on",
    Text(
        "Vad som ger slutkod 1: error (om inget annat sägs), warning, info eller never.",
        "What gives exit code 1: error (unless told otherwise), warning, info or never.",
    ),
    Text("ALLVAR", "SEVERITY"),
    choices=("error", "warning", "info", "never"),
)
MODEL = Option(
    "--model",
    Text(
        "Styrmodellen: id för en inbyggd eller en fil. Går före alla andra.",
        "The steering model: the id of a built-in one, or a file. Goes before all others.",
    ),
    Text("ID|FIL", "ID|FILE"),
)
RULES_WORD = Text("REGLER", "RULES")
COMMON = (LANG, HELP)
"""Options of every command."""
