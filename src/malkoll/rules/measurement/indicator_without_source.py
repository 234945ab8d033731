"""MK304: an indicator says where its values are taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import INDICATOR
from malkoll.language import Text
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.values import called

MESSAGE = Text(
    "{indicator} har ingen källa. Nästa år måste någon kunna hämta samma värde på samma ställe.",
    "{indicator} has no source. Next year somebody must be able to take the same value from the same place.",
)
HELP = Text(
    "Var hämtas värdet? Skriv det under ”{source}”: Kolada, en undersökning, ett verksamhetssystem.",
    "Where is the value taken from? Write it under “{source}”: Kolada, a survey, a case management system.",
)
KOLADA = Text(
    "{indicator} har ett id i Kolada men ingen källa. Alla läsare känner inte igen ett sådant id.",
    "{indicator} has an id in Kolada but no source. Not every reader knows such an id.",
)
WRITE_KOLADA = Text("Skriv {source}: Kolada.", "Write {source}: Kolada.")


@rule(
    "MK304",
    "indicator-without-source",
    Severity.WARNING,
    Text("indikator utan källa", "indicator without a source"),
    Scope.GOAL,
    about=("indicators",),
)
def indicator_without_source(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        if indicator.given("source"):
            continue
        at, source = At(indicator.at("source")), case.word(INDICATOR["source"])
        if indicator.kolada and re.fullmatch(r"[A-Z][0-9]{5}", indicator.kolada):
            # the id says where the value stands: worth a word, not a warning
            message = KOLADA(indicator=called(indicator))
            yield Finding(at, message, WRITE_KOLADA(source=source), severity=Severity.INFO)
        else:
            yield Finding(at, MESSAGE(indicator=called(indicator)), HELP(source=source))
