"""MK311: a key figure's id in Kolada is a letter and five digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, rule

MESSAGE = Text(
    "”{id}” är inget id i Kolada: ett sådant är en bokstav och fem siffror, som N15436.",
    "“{id}” is no id in Kolada: such an id is a letter and five digits, as N15436.",
)
FIND = Text(
    "Sök nyckeltalet på kolada.se: id:t står vid namnet. Ett id per indikator.",
    "Look the key figure up on kolada.se: the id stands by the name. One id for each indicator.",
)
SMALL = Text(
    "”{id}” är skrivet med liten bokstav. Id:n i Kolada har en stor.",
    "“{id}” is written with a small letter. Ids in Kolada have a capital one.",
)
WRITE = Text("Skriv {id}.", "Write {id}.")
FIX = Text("Skriv {id}", "Write {id}")
LETTER = Text(
    "”{id}” börjar på {letter}. Id:n i Kolada börjar i regel på N eller U.",
    "“{id}” begins with {letter}. Ids in Kolada begin with N or U as a rule.",
)
CHECK = Text("Stämmer id:t? Se efter på kolada.se.", "Is the id right? See kolada.se.")

_ID = re.compile(r"[NU][0-9]{5}")


@rule(
    "MK311",
    "malformed-kolada-id",
    Severity.ERROR,
    Text("fel form på Kolada-id", "malformed Kolada id"),
    Scope.GOAL,
    fix=Applicability.SAFE,
    about=("kolada",),
)
def malformed_kolada_id(goal: Goal, _case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        written = indicator.kolada
        if written is None or _ID.fullmatch(written):
            continue
        at = At(indicator.at("kolada"))
        capital = written.upper()
        if re.fullmatch(r"[A-Z][0-9]{5}", written):
            yield Finding(at, LETTER(id=written, letter=written[0]), CHECK(), severity=Severity.WARNING)
        elif _ID.fullmatch(capital):
            fix = Fix(FIX(id=capital), (Replace(at, capital),))
            yield Finding(at, SMALL(id=written), WRITE(id=capital), fix=fix)
        else:
            yield Finding(at, MESSAGE(id=written), FIND())
