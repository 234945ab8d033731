"""MK217: the steering model is valid for the document's year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.vocabulary import DOCUMENT
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

BEFORE = Text(
    "Målen gäller från {year}, men styrmodellen ”{model}” gäller först från {first}.",
    "The goals apply from {year}, but the steering model “{model}” is valid from {first}.",
)
AFTER = Text(
    "Målen gäller från {year}, men styrmodellen ”{model}” gäller bara till och med {last}.",
    "The goals apply from {year}, but the steering model “{model}” is valid until {last}.",
)
HELP = Text(
    "Vilken styrmodell gällde {year}? Ange den under ”{steering_model}”, eller rätta året.",
    "Which steering model was valid in {year}? Give it under “{steering_model}”, or correct the year.",
)
TERM = Text("Här står när styrmodellen gäller.", "When the steering model is valid stands here.")


@rule(
    "MK217",
    "model-not-valid-for-year",
    Severity.WARNING,
    Text("styrmodellen gäller inte det året", "the steering model isn't valid for the year"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
)
def model_not_valid_for_year(case: Case) -> Iterator[Finding]:
    year, term = case.document.year, case.model.model.valid
    if year is None or term is None:
        return
    if term.start is not None and year < term.start:
        sentence = BEFORE(year=year, model=case.model.id, first=term.start)
    elif term.end is not None and year > term.end:
        sentence = AFTER(year=year, model=case.model.id, last=term.end)
    else:
        return
    yield Finding(
        At(case.document.at("year")),
        sentence,
        HELP(year=year, steering_model=case.word(DOCUMENT["steering_model"])),
        related=(Related(At(term.at()), TERM(), in_model=True),),
    )
