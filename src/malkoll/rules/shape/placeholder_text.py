"""MK108: something that only holds the place of a text: TODO, XX, Skriv här."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text(
    "”{text}” håller bara platsen: här är något kvar att skriva.",
    "“{text}” only holds the place: something is left to write here.",
)
HELP = Text(
    "Vad ska stå här? Är det inte känt än: ta bort raden, så syns det att uppgiften saknas.",
    "What is to stand here? If it isn't known yet, remove the line, so that it shows that it is missing.",
)


@rule(
    "MK108",
    "placeholder-text",
    Severity.ERROR,
    Text("text som är kvar att skriva", "a text that is left to write"),
    Scope.FILE,
    source=Source.PRACTICE,
)
def placeholder_text(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("placeholder-text"):
        part = (int(trouble.values["start"]), int(trouble.values["end"]))
        text = str(trouble.values["text"])
        yield Finding(At(trouble.path or (), part=part), MESSAGE(text=text[:60]), HELP())
