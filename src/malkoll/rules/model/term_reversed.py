"""MK704: a steering model's term doesn't end before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule

MESSAGE = Text(
    "Modellen gäller till och med {end}, men börjar gälla först {start}.",
    "The model is valid until {end}, but isn't valid before {start}.",
)
HELP = Text("Har åren bytt plats?", "Have the years changed places?")


@rule(
    "MK704",
    "term-reversed",
    Severity.ERROR,
    Text("mandatperioden slutar innan den börjar", "the term ends before it begins"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def term_reversed(case: ModelCase) -> Iterator[Finding]:
    term = case.model.valid
    if term is not None and term.start is not None and term.end is not None and term.end < term.start:
        yield Finding(At(term.at("end")), MESSAGE(start=term.start, end=term.end), HELP())
