"""MK101: a key that isn't a word of the format, or that belongs somewhere else."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.document import vocabulary
from malkoll.document.words import Key, fold
from malkoll.language import OR, Message, Text, Words
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.syntax.tree import Trouble

MESSAGE = Text(
    "”{key}” är ingen nyckel som hör hemma här, så det som står efter den räknas inte.",
    "“{key}” is no key that belongs here, so what stands after it doesn't count.",
)
MISSPELT = Text("”{key}” är ingen nyckel. Menade du ”{near}”?", "“{key}” is no key. Did you mean “{near}”?")
OTHER_WORD = Text("Nyckeln heter ”{near}”, inte ”{key}”.", "The key is called “{near}”, not “{key}”.")
ELSEWHERE = Text("”{key}” hör hemma {where}, inte här.", "“{key}” belongs {where}, not here.")
WRITE = Text("Skriv ”{near}”.", "Write “{near}”.")
MOVE = Text(
    "Flytta raden dit. Står den på rätt ställe kan den vara indragen för lite eller för mycket.",
    "Move the line there. If it is in its place, it may be indented too little or too much.",
)
KNOWN = Text(
    "Här kan stå: {keys}. Är texten bara till för läsaren: skriv den efter ett # på en egen rad.",
    "These may stand here: {keys}. If the text is only for the reader, write it after a # on a line of its own.",
)
NOTE = Text(
    "Är texten bara till för läsaren: skriv den efter ett # på en egen rad.",
    "If the text is only for the reader, write it after a # on a line of its own.",
)
LABEL = Text("menade du ”{near}”?", "did you mean “{near}”?")
FIX = Text("Skriv ”{near}”", "Write “{near}”")
_PARTS: dict[str, tuple[dict[str, Key], Text]] = {
    "GoalDocument": (vocabulary.DOCUMENT, Text("längst ut i dokumentet", "at the top level of the document")),
    "Goal": (vocabulary.GOAL, Text("under ett mål", "below a goal")),
    "Indicator": (vocabulary.INDICATOR, Text("under en indikator", "below an indicator")),
    "Measurement": (
        vocabulary.MEASUREMENT,
        Text("under ett utgångsvärde eller målvärde", "below a baseline or target"),
    ),
    "Milestone": (vocabulary.MILESTONE, Text("under ett delmål", "below a milestone")),
    "Assessment": (
        vocabulary.ASSESSMENT,
        Text("under den professionella bedömningen", "below the professional assessment"),
    ),
    "FollowUp": (vocabulary.FOLLOW_UP, Text("under en uppföljning", "below a follow-up")),
    "Fact": (vocabulary.FACT, Text("i nulägesanalysen", "in the current state")),
    "Decision": (vocabulary.DECISION, Text("under beslutet", "below the decision")),
    "Horizon": (vocabulary.HORIZON, Text("under en horisont", "below a horizon")),
}
"""For each part of a goal document its keys, and how the part is called."""


@rule(
    "MK101",
    "unknown-key",
    Severity.ERROR,
    Text("okänd nyckel", "unknown key"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def unknown_key(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unknown-key"):
        at = At(trouble.path or (), key=True)
        if near := trouble.values.get("near"):
            safe = trouble.variant == "close"
            yield Finding(
                at,
                (MISSPELT if safe else OTHER_WORD)(key=trouble.values["key"], near=near),
                WRITE(near=near),
                LABEL(near=near),
                fix=Fix(
                    FIX(near=near),
                    (Rewrite(trouble.edits),),
                    Applicability.SAFE if safe else Applicability.UNSAFE,
                ),
            )
        else:
            yield Finding(at, *_stranger(file, trouble))


def _stranger(file: ReadFile, trouble: Trouble) -> tuple[Message, Message]:
    key, part = trouble.values["key"], trouble.values["part"]
    folded = fold(str(key))
    homes = [
        called
        for words, called in _PARTS.values()
        if any(folded in {fold(word.sv), fold(word.en)} for word in words.values())
    ]
    if homes and part in _PARTS:
        return ELSEWHERE(key=key, where=Words(homes, OR, quoted=False, most=2)), MOVE()
    if part not in _PARTS:
        return MESSAGE(key=key), NOTE()
    known = [word.word(file.language) for word in _PARTS[part][0].values()]
    return MESSAGE(key=key), KNOWN(keys=Words(known, OR, quoted=False, most=20))
