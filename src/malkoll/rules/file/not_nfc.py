"""MK011: letters like å that are written as two characters."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Choice, Count, Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "{letters} i filen {consist} av två tecken: bokstaven för sig, prickarna eller ringen för sig. "
    "Den första står i ”{word}”.",
    "{letters} of the file {consist} of two characters: the letter, and its dots or ring. "
    "The first stands in “{word}”.",
)
CONSIST = (Text("består", "consists"), Text("består", "consist"))
LETTERS = (Text("bokstav", "letter"), Text("bokstäver", "letters"))
HELP = Text(
    "malkoll läser dem ändå. Men sökning, sortering och andra program kan ta dem för andra ord.",
    "malkoll reads them all the same. But searching, sorting and other programs may take them for other words.",
)
FIX = Text("Skriv bokstäverna som ett tecken var", "Write each letter as one character")


@rule(
    "MK011",
    "not-nfc",
    Severity.INFO,
    Text("bokstäver i två delar", "letters in two parts"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def not_nfc(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("not-nfc"):
        count = int(trouble.values["count"])
        yield Finding(
            At(span=trouble.span),
            MESSAGE(
                letters=Count(count, *LETTERS),
                consist=Choice(count, *CONSIST),
                word=trouble.values["word"],
            ),
            HELP(),
            fix=Fix(FIX(), (Rewrite(trouble.edits),)),
        )
