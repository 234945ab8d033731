"""MK007: a file that grows beyond what a goal document can need."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

SENTENCES: dict[str, tuple[Text, Text]] = {
    "depth": (
        Text(
            "Här ligger listor och nycklar i varandra i fler än {limit} nivåer.",
            "Lists and keys lie within each other here in more than {limit} levels.",
        ),
        Text(
            "Ett måldokument behöver sex. Har ett tecken som [ kommit med många gånger?",
            "A goal document needs six. Has a character like [ come along many times?",
        ),
    ),
    "nodes": (
        Text(
            "Filen innehåller fler än {limit} nycklar och texter.",
            "The file holds more than {limit} keys and texts.",
        ),
        Text(
            "Är det rätt fil? Dela den annars i flera.", "Is it the right file? If so, split it into several."
        ),
    ),
    "expanded": (
        Text(
            "Hänvisningarna med * gör filen mer än {limit} delar större än den ser ut.",
            "The references with * make the file more than {limit} parts larger than it looks.",
        ),
        Text("Skriv ut det som menas i stället.", "Write what is meant instead."),
    ),
    "recursive": (
        Text(
            "”*{name}” hänvisar till något som det självt är en del av, så det tar aldrig slut.",
            "“*{name}” refers to something that it is a part of itself, so it never ends.",
        ),
        Text("Skriv ut det som menas i stället.", "Write what is meant instead."),
    ),
}
"""For each limit: what is beyond it, and what to do."""


@rule(
    "MK007",
    "yaml-limits",
    Severity.ERROR,
    Text("för stort eller för djupt", "too large or too deep"),
    Scope.FILE,
    source=Source.YAML,
)
def yaml_limits(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("yaml-limits"):
        message, advice = SENTENCES[trouble.variant]
        values = dict(trouble.values)
        if limit := values.get("limit"):
            # thousands apart, as each language writes them
            values["limit"] = Text(f"{limit:,}".replace(",", "\u00a0"), f"{limit:,}")
        yield Finding(At(span=trouble.span), message(**values), advice())
