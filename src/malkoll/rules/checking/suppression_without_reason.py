"""MK903: a comment that silences a rule says why."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "Undantaget säger inte varför. Den som läser efter dig kan inte veta om det fortfarande behövs.",
    "The exception doesn't say why. Whoever reads it after you can't know whether it is still needed.",
)
HELP = Text(
    "Skriv skälet efter hakparentesen: undantag[MK402] beslutat av fullmäktige.",
    "Write the reason after the bracket: ignore[MK402] decided by the council.",
)


@rule(
    "MK903",
    "suppression-without-reason",
    Severity.WARNING,
    Text("undantag utan skäl", "exception without a reason"),
    Scope.FILE,
    source=Source.YAML,
)
def suppression_without_reason(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("suppression-without-reason"):
        yield Finding(At(span=trouble.span), MESSAGE(), HELP())
