"""MK202: every goal is linked to a focus area that the steering model has."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Related, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import fold
from malkoll.language import OR, Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.meant import meant

MESSAGE = Text(
    "”{area}” finns inte bland styrmodellens fokusområden.",
    "“{area}” is not among the focus areas of the steering model.",
)
CLOSE = Text("Skriv {area}.", "Write {area}.")
CHOOSE = Text("Välj ett av dem: {areas}.", "Choose one of them: {areas}.")
LABEL = Text("menade du ”{area}”?", "did you mean “{area}”?")
FIX = Text("Skriv ”{area}”", "Write “{area}”")
LISTED = Text("Här står styrmodellens fokusområden.", "The model's focus areas stand here.")


@rule(
    "MK202",
    "unknown-focus-area",
    Severity.ERROR,
    Text("okänt fokusområde", "unknown focus area"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    fix=Applicability.SAFE,
)
def unknown_focus_area(goal: Goal, case: Case) -> Iterator[Finding]:
    known = case.model.focus_areas
    if not known:
        return
    for index, area in enumerate(goal.focus_area or ()):
        if fold(area) in known:
            continue
        at = At(goal.at("focus_area", index))
        names = [one.name for one in case.model.model.focus_areas if one.name]
        near = meant(area, [*names, *(name for one in case.model.model.focus_areas for name in one.names)])
        yield Finding(
            at,
            MESSAGE(area=area),
            CLOSE(area=near) if near else CHOOSE(areas=Words(names, OR, quoted=False, most=12)),
            LABEL(area=near) if near else None,
            fix=Fix(FIX(area=near), (Replace(at, near),)) if near else None,
            related=(Related(At(case.model.model.at("focus_areas"), key=True), LISTED(), in_model=True),),
        )
