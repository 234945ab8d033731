"""MK902: a comment or a setting names a rule that there is, in a form that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

NO_RULE = Text(
    "Det finns ingen regel som heter ”{name}”, så undantaget tystar ingenting.",
    "There is no rule called “{name}”, so the exception silences nothing.",
)
UNREADABLE = Text(
    "Kommentaren går inte att läsa som ett undantag, så den tystar ingenting: ”malkoll: {said}”.",
    "The comment can't be read as an exception, so it silences nothing: “malkoll: {said}”.",
)
WRITE = Text("Skriv {near}.", "Write {near}.")
LIST = Text(
    "Kommandot malkoll rules visar vad reglerna heter.",
    "The command malkoll rules shows what the rules are called.",
)
SENTENCES: dict[str, tuple[Text, Text]] = {
    "close": (NO_RULE, WRITE),
    "stranger": (NO_RULE, LIST),
    "prefix": (
        Text(
            "Undantaget nämner ”{name}”, men ett undantag gäller en regel i taget. Det tystar ingenting.",
            "The exception names “{name}”, but an exception is for one rule at a time. It silences nothing.",
        ),
        Text(
            "Skriv hela koden eller namnet, till exempel MK402 eller vague-word. Flera skiljs åt med komma.",
            "Write the whole code or the name, for example MK402 or vague-word. Several are parted by commas.",
        ),
    ),
    "commas": (
        Text(
            "Undantaget nämner flera regler utan komma emellan: ”{name}”. Det tystar ingenting.",
            "The exception names several rules without commas between them: “{name}”. It silences nothing.",
        ),
        WRITE,
    ),
    "none": (
        Text(
            "Undantaget nämner ingen regel, så det tystar ingenting.",
            "The exception names no rule, so it silences nothing.",
        ),
        Text(
            "Skriv regelns kod eller namn inom hakparenteserna: undantag[MK402] skäl.",
            "Write the rule's code or name inside the brackets: ignore[MK402] reason.",
        ),
    ),
    "date": (
        Text(
            "”{date}” går inte att läsa som ett datum, så undantaget tar aldrig slut.",
            "“{date}” can't be read as a date, so the exception never ends.",
        ),
        Text("Skriv datumet så här: till 2027-12-31.", "Write the date like this: until 2027-12-31."),
    ),
    "form": (UNREADABLE, Text("Skriv: # malkoll: {instead}", "Write: # malkoll: {instead}")),
    "unreadable": (
        UNREADABLE,
        Text(
            "Skriv så här: # malkoll: undantag[MK402] skäl",
            "Write like this: # malkoll: ignore[MK402] reason",
        ),
    ),
    "setting": (
        Text(
            "Inställningen nämner ”{name}”, men det finns ingen sådan regel.",
            "The setting names “{name}”, but there is no such rule.",
        ),
        LIST,
    ),
}
"""For each variant: what is wrong, and how to write it instead."""
LABEL = Text("menade du {near}?", "did you mean {near}?")
FIX = Text("Skriv {near}", "Write {near}")
FIX_COMMENT = Text("Skriv # malkoll: {instead}", "Write # malkoll: {instead}")


@rule(
    "MK902",
    "unknown-rule",
    Severity.WARNING,
    Text("okänd regel", "unknown rule"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def unknown_rule(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unknown-rule"):
        message, advice = SENTENCES[trouble.variant]
        values = trouble.values
        if trouble.variant == "setting" and "near" in values:
            advice = WRITE
        made = FIX_COMMENT if trouble.variant == "form" else FIX
        yield Finding(
            At(span=trouble.span),
            message(**values),
            advice(**values),
            LABEL(**values) if "near" in values else None,
            fix=Fix(made(**values), (Rewrite(trouble.edits),)) if trouble.edits else None,
        )
