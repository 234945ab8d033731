"""MK705: a steering model has focus areas for goals to be linked to."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule

MESSAGE = Text(
    "Modellen har inga fokusområden, så det finns ingenting att knyta ett mål till.",
    "The model has no focus areas, so there is nothing to link a goal to.",
)
HELP = Text(
    "Vilka områden har fullmäktige beslutat? Ge vart och ett ett id, som aldrig ändras, och ett namn.",
    "Which areas has the council decided on? Give each an id, which never changes, and a name.",
)


@rule(
    "MK705",
    "no-focus-areas",
    Severity.ERROR,
    Text("inga fokusområden", "no focus areas"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def no_focus_areas(case: ModelCase) -> Iterator[Finding]:
    if case.model.place.lists.get("focus_areas") == 0:
        yield Finding(At(case.model.at("focus_areas"), key=True), MESSAGE(), HELP())
