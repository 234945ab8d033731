"""The commands that tell: of rules, models and schemas."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import MODEL, RULES_WORD
from malkoll.language import Text

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
    examples=(
        (
            Text("malkoll explain MK202", "malkoll explain MK202"),
            Text("Varför finns den regeln?", "Why is there such a rule?"),
        ),
    ),
)
WORD_LISTS = (
    "weak-verbs", "vague-words", "escape-clauses", "open-lists", "superlatives", "bureaucratic-words", "activities",
    "outside-control", "status-quo", "fixed-terms", "abbreviations",
    "svaga-verb", "vaga-ord", "reservationer", "öppna-uppräkningar", "superlativ", "kanslisvenska", "aktiviteter",
    "utanför-rådighet", "oförändrat", "fasta-uttryck", "kända-förkortningar",
)  # fmt: skip
"""What the word lists are called, by id and in Swedish; written out, for loading them takes its time."""
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
            RULES_WORD,
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
        Option(
            "--words",
            Text(
                "Visar språkreglernas ordlistor i stället, eller allt som står i en av dem.",
                "Shows the word lists of the text rules instead, or all that stands in one of them.",
            ),
            Text("LISTA", "LIST"),
            choices=WORD_LISTS,
            may_be_bare=True,
        ),
    ),
    examples=(
        (
            Text("malkoll rules --words vaga-ord", "malkoll rules --words vague-words"),
            Text("Vilka ord är för vaga?", "Which words are too vague?"),
        ),
    ),
)
SCHEMA = Command(
    ("schema",),
    "schema",
    Text("Skriver ut ett JSON Schema.", "Prints a JSON Schema."),
    Text(
        "Med ett JSON Schema kan en redigerare fylla i och förklara nycklarna medan du skriver.",
        "With a JSON Schema an editor can complete and explain the keys while you write.",
    ),
    arguments=(
        Argument(
            Text("VAD", "WHAT"),
            Text(
                "document (måldokument, om inget annat sägs), model (styrmodell), config (konfiguration), "
                "report (rapporten i json), overview (översikten i json), compare (jämförelsen i json) eller baseline "
                "(baslinjen).",
                "document (goal document, unless told otherwise), model (steering model), config "
                "(configuration), report (the report in json), overview (the overview in json), compare (the "
                "comparison in json) or baseline.",
            ),
            choices=("document", "model", "config", "report", "overview", "compare", "baseline"),
        ),
    ),
    examples=(
        (
            Text("malkoll schema document > schema.json", "malkoll schema document > schema.json"),
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
