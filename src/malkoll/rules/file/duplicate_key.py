"""MK004: a key that stands twice in one place."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

SAME = Text(
    "”{key}” står redan på det här stället. Det som står här räknas inte.",
    "“{key}” already stands in this place. What stands here doesn't count.",
)
BOTH = Text(
    "”{key}” betyder samma sak som ”{first}”, som redan står på det här stället.",
    "“{key}” means the same as “{first}”, which already stands in this place.",
)
AGAIN = Text(
    "Här börjar ”{key}” om på nytt, så ett streck saknas: det här är nästa del i listan.",
    "“{key}” begins anew here, so a dash is missing: this is the next part of the list.",
)
CHOOSE = Text("Vilken gäller? Ta bort den andra.", "Which one holds? Take the other away.")
DASH = Text("Sätt ett streck och ett mellanslag framför ”{key}”.", "Put a dash and a space before “{key}”.")
FIRST = Text("Här står ”{key}” första gången.", "“{key}” stands here first.")
SENTENCES = {"same": (SAME, CHOOSE), "both-languages": (BOTH, CHOOSE), "again": (AGAIN, DASH)}


@rule(
    "MK004",
    "duplicate-key",
    Severity.ERROR,
    Text("nyckeln står två gånger", "the key stands twice"),
    Scope.FILE,
    source=Source.YAML,
)
def duplicate_key(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("duplicate-key"):
        message, advice = SENTENCES[trouble.variant]
        first = trouble.values.get("first", trouble.values["key"])
        related = (Related(At(span=trouble.related), FIRST(key=first)),) if trouble.related else ()
        yield Finding(
            At(span=trouble.span), message(**trouble.values), advice(**trouble.values), related=related
        )
