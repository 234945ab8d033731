"""MK106: a date that isn't written as year, month and day, or that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

FORM = Text(
    "”{text}” är ett datum, men inte skrivet som år, månad och dag.",
    "“{text}” is a date, but isn't written as year, month and day.",
)
FORM_HELP = Text("Skriv {instead}.", "Write {instead}.")
UNKNOWN = Text("”{text}” är inget datum.", "“{text}” is no date.")
UNKNOWN_HELP = Text(
    "Skriv år, månad och dag med siffror, till exempel 2026-10-21.",
    "Write year, month and day in digits, as 2026-10-21.",
)
FIX = Text("Skriv {instead}", "Write {instead}")


@rule(
    "MK106",
    "invalid-date",
    Severity.ERROR,
    Text("datum som inte går att läsa", "a date that can't be read"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def invalid_date(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("invalid-date"):
        at, text = At(trouble.path or ()), str(trouble.values["text"])[:80]
        instead = trouble.values.get("instead")
        if instead:
            fix = Fix(FIX(instead=instead), (Replace(at, instead, raw=True),))
            yield Finding(at, FORM(text=text), FORM_HELP(instead=instead), fix=fix)
        else:
            yield Finding(at, UNKNOWN(text=text), UNKNOWN_HELP())
