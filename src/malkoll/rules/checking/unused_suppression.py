"""MK901: a comment that silences a rule has something to silence."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Choice, Text, Words
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "Undantaget för {names} tystar ingenting: inget som det gäller bryter mot {rules}.",
    "The exception for {names} silences nothing: nothing that it covers breaks {rules}.",
)
THE_RULE = Text("regeln", "the rule")
THE_RULES = Text("reglerna", "the rules")
WHOLE = Text(
    "Ta bort kommentaren, eller flytta den om den står fel: på en egen rad gäller den nästa nyckel eller del av "
    "en lista, med allt därunder.",
    "Remove the comment, or move it if it stands in the wrong place: on a line of its own it covers the next key "
    "or list item, with all below it.",
)
PART = Text("Ta bort {names} ur listan.", "Take {names} out of the list.")
FIX_WHOLE = Text("Ta bort kommentaren", "Remove the comment")
FIX_PART = Text("Ta bort {names} ur listan", "Take {names} out of the list")


@rule(
    "MK901",
    "unused-suppression",
    Severity.WARNING,
    Text("undantag utan verkan", "unused exception"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def unused_suppression(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unused-suppression"):
        names = Words(str(trouble.values["names"]).split("\n"))
        whole = trouble.variant == "comment"
        yield Finding(
            At(span=trouble.span),
            MESSAGE(names=names, rules=Choice(len(names.words), THE_RULE, THE_RULES)),
            WHOLE() if whole else PART(names=names),
            also=tuple(At(span=span) for span in trouble.also),
            fix=Fix(FIX_WHOLE() if whole else FIX_PART(names=names), (Rewrite(trouble.edits),)),
        )
