"""Options that several commands have."""

from __future__ import annotations

from malkoll.cli.command import Option
from malkoll.formats import FOR_WHOM, Format
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
_FORMATS = tuple(form.value for form in Format)
REPORT_FORMAT = Option(
    "--format",
    Text(
        "Rapportens form: {}.".format(", ".join(f"{one} ({whom.sv})" for one, whom in FOR_WHOM.items())),
        "The report's form: {}.".format(", ".join(f"{one} ({whom.en})" for one, whom in FOR_WHOM.items())),
    ),
    Text("FORM", "FORMAT"),
    choices=_FORMATS,
)
REPORT = Option(
    "--report",
    Text(
        "Skriv rapporten till en fil också, i någon av formerna: json=rapport.json. Kan ges flera gånger.",
        "Write the report to a file too, in one of the forms: json=report.json. Can be given several times.",
    ),
    Text("FORM=FIL", "FORMAT=FILE"),
    choices=_FORMATS,
    is_pair=True,
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
CONFIG = Option(
    "--config",
    Text(
        "Den här konfigurationen i stället för dem som finns i mapparna.",
        "This configuration instead of those that are found in the folders.",
    ),
    Text("FIL", "FILE"),
)
ISOLATED = Option("--isolated", Text("Ingen konfiguration alls.", "No configuration at all."))
LIMITED = ("size", "depth", "nodes", "aliases", "findings")
"""What a limit can be set for; what it is otherwise stands in SECURITY.md."""
LIMIT = Option(
    "--limit",
    Text(
        "Hur mycket en fil får innehålla: size=5000000 (byte, annars 1 MB), depth, nodes, aliases; och hur många "
        "anmärkningar som visas i formen full: findings=20000. Kan ges flera gånger.",
        "How much a file may hold: size=5000000 (bytes, otherwise 1 MB), depth, nodes, aliases; and how many findings the "
        "form full shows: findings=20000. Can be given several times.",
    ),
    Text("VAD=ANTAL", "WHAT=NUMBER"),
    choices=LIMITED,
    is_pair=True,
)
RULES_WORD = Text("REGLER", "RULES")
COMMON = (LANG, HELP)
"""Options of every command."""
