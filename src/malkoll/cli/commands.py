"""Every command with its arguments and options: what help, parsing and completion go by."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.language import Text

SHELLS = ("bash", "zsh", "fish", "powershell")

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
_RULES = Text("REGLER", "RULES")

CHECK = Command(
    ("check",),
    "check",
    Text("Prövar måldokument mot styrmodellen.", "Checks goal documents against the steering model."),
    Text(
        "Läser måldokument i YAML och säger vad som inte stämmer med styrmodellen, var det står, varför det "
        "spelar roll och vad man kan göra. Ingenting ändras i filerna.",
        "Reads goal documents in YAML and says what doesn't agree with the steering model, where it stands, "
        "why it matters and what to do. Nothing is changed in the files.",
    ),
    arguments=(
        Argument(
            Text("SÖKVÄG", "PATH"),
            Text(
                "Filer, mappar (med allt under dem, utom det som .gitignore utesluter) eller - för det som "
                "kommer på standard in. Utan sökväg prövas mappen du står i.",
                "Files, folders (with all below them, except what .gitignore leaves out) or - for what comes "
                "on standard input. Without a path the current folder is checked.",
            ),
            most=None,
        ),
    ),
    options=(
        REPORT_FORMAT,
        Option(
            "--select",
            Text(
                "Bara de här reglerna: koder (MK202), början av koder (MK4) eller namn, med komma emellan.",
                "Only these rules: codes (MK202), beginnings of codes (MK4) or names, with commas between.",
            ),
            _RULES,
            is_list=True,
            completes="rules",
        ),
        Option(
            "--extend-select",
            Text("De här reglerna också.", "These rules too."),
            _RULES,
            is_list=True,
            completes="rules",
        ),
        Option(
            "--ignore",
            Text("Inte de här reglerna.", "Not these rules."),
            _RULES,
            is_list=True,
            completes="rules",
        ),
        FAIL_ON,
        MODEL,
        Option(
            "--date",
            Text(
                "Dagen som prövningen gäller, som 2026-11-23. Annars i dag.",
                "The day that the check is for, as 2026-11-23. Otherwise today.",
            ),
            Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        ),
        Option(
            "--config",
            Text(
                "Den här konfigurationen i stället för dem som finns i mapparna.",
                "This configuration instead of those that are found in the folders.",
            ),
            Text("FIL", "FILE"),
        ),
        Option("--isolated", Text("Ingen konfiguration alls.", "No configuration at all.")),
        Option(
            "--only-goal-documents",
            Text(
                "Hoppa över filer som inte är måldokument även när de nämns vid namn. För pre-commit.",
                "Pass over files that aren't goal documents even when they are named. For pre-commit.",
            ),
        ),
        Option(
            "--stdin-filename",
            Text("Vad det som kommer på standard in heter.", "The name of what comes on standard input."),
            Text("NAMN", "NAME"),
        ),
        Option(
            "--statistics",
            Text(
                "Räkna också hur ofta varje regel slår till.",
                "Also count how often each rule finds something.",
            ),
        ),
        COLOR,
        Option(
            "--quiet",
            Text(
                "Bara det som ger slutkod 1, ingen sammanfattning.",
                "Only what gives exit code 1, no summary.",
            ),
            short="-q",
        ),
        Option(
            "--verbose",
            Text(
                "Också det som är undantaget, och vilken styrmodell som användes.",
                "Also what is silenced, and which steering model was used.",
            ),
            short="-v",
        ),
        # scripts that compare runs pass it; nothing is kept between runs yet
        Option(
            "--no-cache", Text("Spara inget mellan körningar.", "Keep nothing between runs."), is_hidden=True
        ),
    ),
    examples=(
        ("malkoll check socialnamnden.yaml", Text("Pröva ett dokument.", "Check one document.")),
        (
            "malkoll check mål/ --fail-on warning",
            Text("Pröva en mapp, strängare.", "Check a folder, stricter."),
        ),
        ("malkoll check --format json > rapport.json", Text("För andra program.", "For other programs.")),
    ),
)
EXPLAIN = Command(
    ("explain",),
    "explain",
    Text("Förklarar en regel.", "Explains a rule."),
    Text(
        "Visar vad regeln söker, varför, och ett exempel som är fel och ett som är rätt.",
        "Shows what the rule looks for, why, and a wrong and a right example.",
    ),
    arguments=(
        Argument(
            Text("REGEL", "RULE"),
            Text(
                "Regelns kod eller namn: MK202, unknown-focus-area.",
                "The rule's code or name: MK202, unknown-focus-area.",
            ),
            least=1,
            completes="rules",
        ),
    ),
    examples=(("malkoll explain MK202", Text("Varför finns den regeln?", "Why is there such a rule?")),),
)
RULES = Command(
    ("rules",),
    "rules",
    Text("Visar alla regler.", "Shows all rules."),
    options=(
        Option(
            "--select",
            Text(
                "Bara de här: koder, början av koder eller namn.",
                "Only these: codes, beginnings of codes or names.",
            ),
            _RULES,
            is_list=True,
            completes="rules",
        ),
        Option(
            "--format",
            Text(
                "Som tabell (om inget annat sägs) eller json.", "As a table (unless told otherwise) or json."
            ),
            Text("FORM", "FORMAT"),
            choices=("table", "json"),
        ),
    ),
)
SCHEMA = Command(
    ("schema",),
    "schema",
    Text("Skriver ut ett JSON Schema.", "Prints a JSON Schema."),
    Text(
        "Med ett JSON Schema kan en editor fylla i och förklara nycklarna medan du skriver.",
        "With a JSON Schema an editor can complete and explain the keys while you write.",
    ),
    arguments=(
        Argument(
            Text("VAD", "WHAT"),
            Text(
                "document (måldokument, om inget annat sägs), model (styrmodell), config (konfiguration) "
                "eller report (rapporten i json).",
                "document (goal document, unless told otherwise), model (steering model), config "
                "(configuration) or report (the report in json).",
            ),
            choices=("document", "model", "config", "report"),
        ),
    ),
    examples=(
        (
            "malkoll schema document > schema.json",
            Text("Spara schemat bredvid dokumenten.", "Save the schema beside the documents."),
        ),
    ),
)
MODEL_SHOW = Command(
    ("model", "show"),
    "model_show",
    Text("Visar styrmodellen som gäller.", "Shows the steering model in force."),
    options=(
        MODEL,
        Option(
            "--format",
            Text("Som text (om inget annat sägs) eller json.", "As text (unless told otherwise) or json."),
            Text("FORM", "FORMAT"),
            choices=("text", "json"),
        ),
    ),
)
MODEL_CHECK = Command(
    ("model", "check"),
    "model_check",
    Text("Prövar en egen styrmodell.", "Checks a steering model of your own."),
    arguments=(
        Argument(
            Text("FIL", "FILE"),
            Text("Styrmodellens fil, eller flera.", "The steering model's file, or several."),
            least=1,
            most=None,
        ),
    ),
    options=(REPORT_FORMAT, FAIL_ON, COLOR),
)
MODEL_INIT = Command(
    ("model", "init"),
    "model_init",
    Text("Skriver en styrmodell att börja från.", "Writes a steering model to start from."),
    arguments=(
        Argument(
            Text("FIL", "FILE"),
            Text(
                "Filen som ska skrivas, eller - för skärmen. Annars styrmodell.yaml.",
                "The file to write, or - for the screen. Otherwise steering-model.yaml.",
            ),
        ),
    ),
    options=(
        Option("--force", Text("Skriv över filen om den finns.", "Write over the file if there is one.")),
    ),
)
GROUP = Command(
    ("model",),
    "",
    Text("Visar, prövar eller skriver en styrmodell.", "Shows, checks or writes a steering model."),
    commands=(MODEL_SHOW, MODEL_CHECK, MODEL_INIT),
)
ROOT = Command(
    (),
    "",
    Text(
        "Prövar politiska nämnders mål mot kommunens styrmodell.",
        "Checks the goals of municipal boards against the municipality's steering model.",
    ),
    options=(
        Option("--version", Text("Visar versionen.", "Shows the version.")),
        Option(
            "--install-completion",
            Text("Låter skalet fylla i malkolls kommandon.", "Makes the shell complete malkoll's commands."),
            Text("SKAL", "SHELL"),
            choices=SHELLS,
            may_be_bare=True,
        ),
        Option(
            "--show-completion",
            Text("Visar vad som då skrivs till skalet.", "Shows what the shell is given for that."),
            Text("SKAL", "SHELL"),
            choices=SHELLS,
            may_be_bare=True,
        ),
    ),
    examples=(
        ("malkoll check socialnamnden.yaml", Text("Pröva ett dokument.", "Check one document.")),
        (
            "malkoll check",
            Text("Pröva alla måldokument i mappen.", "Check all goal documents in the folder."),
        ),
        ("malkoll explain MK202", Text("Läs om en regel.", "Read about a rule.")),
    ),
    commands=(CHECK, EXPLAIN, RULES, GROUP, SCHEMA),
)
COMMON = (LANG, HELP)
"""Options of every command."""
