"""MK008: what YAML can do and a goal document has no use for."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

SENTENCES: dict[str, tuple[Text, Text]] = {
    "tag": (
        Text(
            "”{tag}” börjar med ett utropstecken, och YAML läser det som en anvisning, inte som text.",
            "“{tag}” begins with an exclamation mark, and YAML reads that as an instruction, not as text.",
        ),
        Text(
            "Hör utropstecknet till texten: sätt citattecken om hela texten. Annars: ta bort ordet.",
            "If the mark belongs to the text, put quotation marks around all of it. Otherwise take the word away.",
        ),
    ),
    "complex-key": (
        Text(
            "Här står en lista eller en grupp av uppgifter där en nyckel ska stå.",
            "A list or a group of facts stands here where a key should be.",
        ),
        Text(
            "En nyckel är ett ord följt av ett kolon. Står det [, { eller ? först på raden?",
            "A key is a word followed by a colon. Does the line begin with [, { or ?",
        ),
    ),
    "anchor": (
        Text(
            "”&{name}” ger det som följer ett namn, men namnet har tecken som program läser på olika sätt.",
            "“&{name}” gives a name to what follows, but the name has characters that programs read differently.",
        ),
        Text(
            "Ska det vara ett namn: använd bara bokstäver a–z, siffror och bindestreck. Hör &-tecknet till texten: "
            "sätt citattecken om hela texten.",
            "If it is to be a name, use only the letters a–z, digits and hyphens. If the & belongs to the text, put "
            "quotation marks around all of it.",
        ),
    ),
    "merge": (
        Text(
            "”<<” hämtar in nycklar från en annan plats, men det som hämtas här är inga nycklar.",
            "“<<” brings in keys from another place, but what is brought here are no keys.",
        ),
        Text("Skriv ut nycklarna i stället.", "Write the keys instead."),
    ),
}
"""For each: what it is, and what to do."""


@rule(
    "MK008",
    "unsupported-yaml",
    Severity.ERROR,
    Text("YAML som malkoll inte läser", "YAML that malkoll doesn't read"),
    Scope.FILE,
    source=Source.YAML,
)
def unsupported_yaml(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unsupported-yaml"):
        message, advice = SENTENCES[trouble.variant]
        yield Finding(At(span=trouble.span), message(**trouble.values), advice())
