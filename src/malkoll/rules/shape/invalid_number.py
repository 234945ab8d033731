"""MK105: something else than a number where a number is needed, or one that is written in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.document.vocabulary import INDICATOR, MEASUREMENT
from malkoll.document.words import fold
from malkoll.language import Message, Text
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.syntax.tree import Trouble

NUMBER = Text(
    "”{text}” går inte att räkna med: under ”{key}” behövs ett tal.",
    "“{text}” can't be calculated with: “{key}” needs a number.",
)
ONLY = Text(
    "Skriv bara talet, {guess}. Enheten skrivs för sig, under ”{unit}”.",
    "Write only the number, {guess}. The unit goes by itself, below “{unit}”.",
)
PLAIN = Text(
    "Skriv ett tal med siffror, till exempel 80 eller 3.5. Är det inte känt än: ta bort raden.",
    "Write a number in digits, as 80 or 3.5. If it isn't known yet, remove the line.",
)
UNDERSTOOD = Text(
    "”{text}” förstås som talet {instead}, men andra program gör det inte alltid.",
    "“{text}” is understood as the number {instead}, but other programs don't always do so.",
)
UNDERSTOOD_HELP = Text(
    "Skriv {instead}. Tecken som % och mellanslag i talet utelämnas, och enheten skrivs under ”{unit}”.",
    "Write {instead}. Leave out signs as % and blanks in the number; the unit goes below “{unit}”.",
)
YEAR = Text("”{text}” är inget årtal.", "“{text}” is no year.")
YEAR_HELP = Text("Skriv året med fyra siffror, till exempel 2026.", "Write the year in four digits, as 2026.")
WHOLE = Text("”{text}” är inget antal.", "“{text}” is no count.")
WHOLE_HELP = Text("Skriv ett heltal med siffror, till exempel 3.", "Write a whole number in digits, as 3.")
_VALUE = frozenset(fold(word) for word in (MEASUREMENT["value"].sv, MEASUREMENT["value"].en))
FIX = Text("Skriv {instead}", "Write {instead}")


@rule(
    "MK105",
    "invalid-number",
    Severity.ERROR,
    Text("hur talet är skrivet", "how the number is written"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def invalid_number(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("invalid-number"):
        at = At(trouble.path or (), span=None if trouble.path else trouble.span)
        message, advice = _said(trouble, at, INDICATOR["unit"].word(file.language))
        understood = trouble.variant == "understood"
        instead = trouble.values["instead"] if understood else trouble.values.get("guess")
        fix = None
        if instead:
            # what is more than the number may have meant something: ca, minst, över
            safety = Applicability.SAFE if understood else Applicability.UNSAFE
            fix = Fix(FIX(instead=instead), (Replace(at, instead, raw=True),), safety)
        yield Finding(at, message, advice, fix=fix, severity=Severity.INFO if understood else None)


def _said(trouble: Trouble, at: At, unit: str) -> tuple[Message, Message]:
    text = str(trouble.values["text"])
    text = text if len(text) <= 80 else f"{text[:79]}…"
    if trouble.variant == "understood":
        instead = trouble.values["instead"]
        return UNDERSTOOD(text=text, instead=instead), UNDERSTOOD_HELP(instead=instead, unit=unit)
    if trouble.variant == "year":
        return YEAR(text=text), YEAR_HELP()
    if trouble.variant == "whole":
        return WHOLE(text=text), WHOLE_HELP()
    keys = [step for step in at.path if isinstance(step, str)]
    # ”värde” says less than what it is the value of
    key = keys[-2] if len(keys) > 1 and fold(keys[-1]) in _VALUE else keys[-1] if keys else ""
    guess = trouble.values.get("guess")
    return NUMBER(text=text, key=key), ONLY(guess=guess, unit=unit) if guess else PLAIN()
