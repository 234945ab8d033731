"""MK209: what a goal links to in the regional strategy is there."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.meant import meant

MESSAGE = Text(
    "”{link}” finns inte i den regionala utvecklingsstrategin.",
    "“{link}” is not in the regional development strategy.",
)
CLOSE = Text("Skriv {name}.", "Write {name}.")
CHOOSE = Text(
    "Vilket målområde, vilken princip eller vilken prioritering i strategin tjänar målet? "
    "Skriv dess namn eller id: ”malkoll model show” visar dem.",
    "Which area, principle or priority of the strategy does the goal serve? "
    "Write its name or id: “malkoll model show” lists them.",
)
LABEL = Text("menade du ”{name}”?", "did you mean “{name}”?")
FIX = Text("Skriv ”{name}”", "Write “{name}”")


@rule(
    "MK209",
    "unknown-regional-link",
    Severity.WARNING,
    Text("okänd koppling till den regionala strategin", "unknown link to the regional strategy"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    fix=Applicability.SAFE,
    about=("rus",),
)
def unknown_regional_link(goal: Goal, case: Case) -> Iterator[Finding]:
    known, strategy = case.model.strategy_items, case.model.strategy
    if not known or strategy is None:
        return
    for index, link in enumerate(goal.rus or ()):
        if fold(link) in known:
            continue
        at = At(goal.at("rus", index))
        near = meant(link, [name for item in strategy.items for name in item.names])
        yield Finding(
            at,
            MESSAGE(link=link),
            CLOSE(name=near) if near else CHOOSE(),
            LABEL(name=near) if near else None,
            fix=Fix(FIX(name=near), (Replace(at, near),)) if near else None,
        )
