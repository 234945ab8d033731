"""The program itself with all its commands; a call of `check` alone does without it."""

from __future__ import annotations

from malkoll.cli.command import Command, Option
from malkoll.cli.commands.checking import CHECK, MODEL_CHECK
from malkoll.cli.commands.compare import COMPARE
from malkoll.cli.commands.keeping import CACHE
from malkoll.cli.commands.overview import OVERVIEW
from malkoll.cli.commands.reading import EXPLAIN, MODEL_INIT, MODEL_SHOW, RULES, SCHEMA
from malkoll.cli.commands.tables import EXPORT, IMPORT
from malkoll.cli.commands.writing import NEW
from malkoll.language import Text

SHELLS = ("bash", "zsh", "fish", "powershell")

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
            Text(
                "Låter terminalen fylla i malkolls kommandon med Tab.",
                "Lets the terminal complete malkoll's commands with Tab.",
            ),
            Text("SKAL", "SHELL"),
            choices=SHELLS,
            may_be_bare=True,
        ),
        Option(
            "--show-completion",
            Text(
                "Visar det som --install-completion lägger till i skalet.",
                "Shows what --install-completion adds to the shell.",
            ),
            Text("SKAL", "SHELL"),
            choices=SHELLS,
            may_be_bare=True,
        ),
    ),
    examples=(
        (
            Text("malkoll check socialnamnden.yaml", "malkoll check goals.yaml"),
            Text("Pröva ett dokument.", "Check one document."),
        ),
        (
            Text("malkoll check", "malkoll check"),
            Text("Pröva alla måldokument i mappen.", "Check all goal documents in the folder."),
        ),
        (
            Text("malkoll new", "malkoll new"),
            Text(
                "Skriv ett första dokument, fråga för fråga.", "Write a first document, question by question."
            ),
        ),
        (
            Text("malkoll explain MK202", "malkoll explain MK202"),
            Text("Läs om en regel.", "Read about a rule."),
        ),
    ),
    commands=(CHECK, NEW, OVERVIEW, COMPARE, IMPORT, EXPORT, EXPLAIN, RULES, GROUP, SCHEMA, CACHE),
)
