"""MK107: a key with nothing after it, where something has to be; a list's dash with nothing after it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.words import Need
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

FIELD = Text(
    "Efter ”{key}” står ingenting, och det måste vara ifyllt.",
    "Nothing stands after “{key}”, and it must be filled in.",
)
FIELD_HELP = Text("Vad ska stå här?", "What is to stand here?")
ITEM = Text("En del av listan ”{key}” är tom.", "A part of the list “{key}” is empty.")
ITEM_HELP = Text(
    "Skriv det som ska stå efter strecket, eller ta bort strecket.",
    "Write what is to stand after the dash, or take the dash away.",
)


@rule(
    "MK107",
    "empty-text",
    Severity.ERROR,
    Text("inget ifyllt", "nothing filled in"),
    Scope.FILE,
    source=Source.YAML,
)
def empty_text(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("empty-text"):
        path = trouble.path or ()
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if trouble.variant == "item" and path and isinstance(path[-1], int):
            yield Finding(At(path, span=trouble.span), ITEM(key=key), ITEM_HELP())
        elif trouble.variant == "item" or trouble.values["need"] == Need.REQUIRED.value:
            yield Finding(At(path), FIELD(key=key), FIELD_HELP())
