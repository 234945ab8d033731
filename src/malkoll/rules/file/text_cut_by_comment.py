"""MK009: a text that ends at a ``#`` which the writer hardly meant as a comment."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

CUT = Text(
    "Texten slutar vid #, så ”{lost}” räknas som en kommentar och faller bort.",
    "The text ends at #, so “{lost}” counts as a comment and is lost.",
)
ALL = Text(
    "Texten börjar med #, så ”{lost}” räknas som en kommentar och faller bort.",
    "The text begins with #, so “{lost}” counts as a comment and is lost.",
)
HELP = Text(
    "Hör det till texten: sätt citattecken om alltihop, {quoted}. "
    "Är det en kommentar: sätt ett mellanslag efter #.",
    "If it belongs to the text, put quotation marks around all of it: {quoted}. "
    "If it is a comment, put a space after #.",
)
FIX = Text("Sätt citattecken om hela texten", "Put quotation marks around the whole text")


@rule(
    "MK009",
    "text-cut-by-comment",
    Severity.WARNING,
    Text("texten kapas av #", "the text is cut by #"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def text_cut_by_comment(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("text-cut-by-comment"):
        message = CUT if trouble.variant == "cut" else ALL
        yield Finding(
            At(span=trouble.span),
            message(**trouble.values),
            HELP(**trouble.values),
            fix=Fix(FIX(), (Rewrite(trouble.edits),)),
        )
