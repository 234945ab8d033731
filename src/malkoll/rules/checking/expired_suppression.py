"""MK904: a comment whose last day has passed silences nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Choice, Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "Undantaget gällde till {date}. {rules} visas igen.",
    "The exception held until {date}. {rules} is shown again.",
)
ONE = Text("Det som regeln säger", "What the rule says")
SEVERAL = Text("Det som reglerna säger", "What the rules say")
HELP = Text(
    "Rätta det som visas och ta bort kommentaren, eller ge undantaget en ny sista dag och ett skäl som gäller nu.",
    "Mend what is shown and remove the comment, or give the exception a new last day and a reason that holds now.",
)


@rule(
    "MK904",
    "expired-suppression",
    Severity.WARNING,
    Text("undantag som gått ut", "expired exception"),
    Scope.FILE,
    source=Source.YAML,
)
def expired_suppression(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("expired-suppression"):
        rules = Choice(int(trouble.values["count"]), ONE, SEVERAL)
        yield Finding(At(span=trouble.span), MESSAGE(date=trouble.values["date"], rules=rules), HELP())
