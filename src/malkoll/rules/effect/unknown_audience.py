"""MK504: an audience is one that the steering model counts among residents or companies."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Related, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.words import closest
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.audience import is_audience

MESSAGE = Text(
    "”{audience}” finns inte bland styrmodellens ord för invånare och företag.",
    "“{audience}” is not among the steering model's words for residents and companies.",
)
CLOSE = Text("Skriv {audience}.", "Write {audience}.")
CHOOSE = Text(
    "Vilka invånare eller företag är målet till för? Skriv till exempel elever, äldre eller företag. "
    "Saknas ett ord, lägg till det i styrmodellen.",
    "Which residents or companies is the goal for? Write for example pupils, older people or companies. "
    "If a word is missing, add it to the steering model.",
)
LABEL = Text("menade du ”{audience}”?", "did you mean “{audience}”?")
FIX = Text("Skriv ”{audience}”", "Write “{audience}”")
LISTED = Text("Här står styrmodellens målgrupper.", "The model's audiences stand here.")


@rule(
    "MK504",
    "unknown-audience",
    Severity.WARNING,
    Text("okänd målgrupp", "unknown audience"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    fix=Applicability.SAFE,
    about=("audience",),
)
def unknown_audience(goal: Goal, case: Case) -> Iterator[Finding]:
    model = case.model
    if not model.audiences:
        return
    for index, audience in enumerate(goal.audience or ()):
        if is_audience(audience, model):
            continue
        at = At(goal.at("audience", index))
        near = closest(audience, list(model.audiences))
        yield Finding(
            at,
            MESSAGE(audience=audience),
            CLOSE(audience=near) if near else CHOOSE(),
            LABEL(audience=near) if near else None,
            fix=Fix(FIX(audience=near), (Replace(at, near),)) if near else None,
            related=(Related(At(model.model.at("audiences"), key=True), LISTED(), in_model=True),),
        )
