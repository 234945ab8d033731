"""MK006: a file with more than one document in it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "Här börjar ett nytt dokument i samma fil. malkoll läser ett dokument per fil.",
    "A new document begins here in the same file. malkoll reads one document a file.",
)
HELP = Text(
    "Lägg varje nämnds mål i en egen fil. Hör allt ihop: ta bort raden med --- eller ... .",
    "Put each board's goals into a file of its own. If all belongs together, remove the line with --- or ... .",
)


@rule(
    "MK006",
    "several-documents",
    Severity.ERROR,
    Text("flera dokument i en fil", "several documents in one file"),
    Scope.FILE,
    source=Source.YAML,
)
def several_documents(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("several-documents"):
        yield Finding(At(span=trouble.span), MESSAGE(), HELP())
