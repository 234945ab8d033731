"""MK218: the steering model that a document names can be used."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.language import Message, Text, Words
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.steering.meant import meant
from malkoll.syntax.tree import Trouble

MESSAGES = {
    "unknown": Text(
        "Styrmodellen ”{name}” är varken inbyggd eller en fil som finns.",
        "The steering model “{name}” is neither built in nor a file that exists.",
    ),
    "outside": Text(
        "Styrmodellen ”{name}” ligger utanför mappen med dokumenten, och läses därför inte.",
        "The steering model “{name}” lies outside the folder of the documents and is therefore not read.",
    ),
    "unreadable": Text(
        "Styrmodellen ”{name}” gick inte att läsa.", "The steering model “{name}” could not be read."
    ),
    "faulty": Text(
        "Styrmodellen ”{name}” har fel i sig, och går därför inte att pröva målen mot.",
        "The steering model “{name}” has errors of its own, so the goals can't be held against it.",
    ),
}
MEANWHILE = Text(
    "{advice} Så länge har målen prövats mot den styrmodell som annars gäller.",
    "{advice} Meanwhile the goals were held against the steering model otherwise in force.",
)
CLOSE = Text("Skriv {name}.", "Write {name}.")
BUILT_IN = Text(
    "Inbyggd: {known}. En egen modell anges med sökvägen till filen, räknat från det här dokumentet.",
    "Built in: {known}. A model of your own is given by the path to its file, as seen from this document.",
)
MOVE = Text(
    "Lägg styrmodellen i samma mapp som dokumenten, eller ange den med --model.",
    "Put the steering model in the same folder as the documents, or give it with --model.",
)
SEE = Text(
    "”malkoll model check {name}” visar vad som är fel.", "“malkoll model check {name}” shows what is wrong."
)
LABEL = Text("menade du ”{name}”?", "did you mean “{name}”?")
FIX = Text("Skriv ”{name}”", "Write “{name}”")


@rule(
    "MK218",
    "unusable-steering-model",
    Severity.ERROR,
    Text("styrmodellen går inte att använda", "the steering model can't be used"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def unusable_steering_model(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unusable-steering-model"):
        name = str(trouble.values["name"])
        known = [one.strip() for one in str(trouble.values.get("known", "")).split(",") if one.strip()]
        near = meant(name, known) if trouble.variant == "unknown" else None
        at = At(trouble.path or ())
        yield Finding(
            at,
            MESSAGES[trouble.variant](name=name),
            MEANWHILE(advice=_advice(trouble, name, known, near)),
            LABEL(name=near) if near else None,
            fix=Fix(FIX(name=near), (Replace(at, near),)) if near else None,
        )


def _advice(trouble: Trouble, name: str, known: list[str], near: str | None) -> Message:
    if near:
        return CLOSE(name=near)
    if trouble.variant == "outside":
        return MOVE()
    if trouble.variant == "unknown":
        return BUILT_IN(known=Words(known, quoted=False))
    return SEE(name=trouble.values.get("file", name))
