"""MK005: a file with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

NOTHING = Text("Filen är tom.", "The file is empty.")
COMMENTS = Text(
    "I filen står inget som räknas: bara kommentarer eller tomma rader.",
    "Nothing that counts stands in the file: only comments or empty lines.",
)
HELP = Text(
    "Ett måldokument börjar med vem målen tillhör och vilket år: ”nämnd: Socialnämnden”, ”år: 2026”.",
    "A goal document begins with whose goals they are and for which year: “board: Social Welfare Board”, "
    "“year: 2026”.",
)


@rule(
    "MK005",
    "empty-document",
    Severity.ERROR,
    Text("tomt dokument", "empty document"),
    Scope.FILE,
    source=Source.YAML,
)
def empty_document(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("empty-document"):
        message = COMMENTS() if file.source.text.strip() else NOTHING()
        yield Finding(At(span=trouble.span), message, HELP())
