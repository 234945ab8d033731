"""MK203: a goal that is linked to most focus areas is in truth linked to none."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MOST = Text(
    "Målet är knutet till {number} av styrmodellens {all} fokusområden.",
    "The goal is linked to {number} of the steering model's {all} focus areas.",
)
EVERY = Text(
    "Målet är knutet till alla styrmodellens {all} fokusområden.",
    "The goal is linked to all {all} focus areas of the steering model.",
)
HELP = Text(
    "I vilket av dem ska invånare eller företag märka skillnaden först? Ett mål som hör till allt pekar inte ut något.",
    "In which of them should residents or companies notice the difference first? "
    "A goal that belongs to everything points at nothing.",
)


@rule(
    "MK203",
    "too-many-focus-areas",
    Severity.WARNING,
    Text("för många fokusområden", "too many focus areas"),
    Scope.GOAL,
    source=Source.PRACTICE,
)
def too_many_focus_areas(goal: Goal, case: Case) -> Iterator[Finding]:
    areas, known = goal.focus_area or (), case.model.focus_areas
    if len(areas) < 2:
        return
    linked = {known[fold(area)].at() for area in areas if fold(area) in known}
    number, total = len(linked), len(case.model.model.focus_areas)
    if number < 2 or number * 2 <= total:
        return
    sentence = EVERY(all=total) if number == total else MOST(number=number, all=total)
    yield Finding(At(goal.at("focus_area"), key=True), sentence, HELP())
