"""MK205: a goal that runs on after the model's term is to be looked at again in the new one."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.steering.horizon_length import length_is_right

MESSAGE = Text(
    "Målet löper till {end}, men styrmodellen gäller till och med {last}.",
    "The goal runs until {end}, but the steering model is valid until {last}.",
)
HELP = Text(
    "Vad ska vara nått {last}? Sätt målet dit. Det som ligger längre fram får prövas i den nya mandatperioden.",
    "What should be reached by {last}? Set the goal there. What lies further ahead is for the new term.",
)
TERM = Text("Här står hur länge styrmodellen gäller.", "How long the steering model is valid stands here.")


@rule(
    "MK205",
    "horizon-outside-term",
    Severity.WARNING,
    Text("målet löper förbi mandatperioden", "the goal runs past the term"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def horizon_outside_term(goal: Goal, case: Case) -> Iterator[Finding]:
    horizon, term, year = goal.horizon, case.model.model.valid, case.document.year
    if horizon is None or horizon.end is None or term is None or term.end is None:
        return
    if horizon.end <= term.end or not length_is_right(horizon, case):
        return
    if year is not None and year > term.end:
        # then the whole document is of another term, and that is said once
        return
    yield Finding(
        At(horizon.at("end")),
        MESSAGE(end=horizon.end, last=term.end),
        HELP(last=term.end),
        related=(Related(At(term.at("end")), TERM(), in_model=True),),
    )
