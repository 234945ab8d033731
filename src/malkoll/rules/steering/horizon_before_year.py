"""MK206: a goal begins in the year of its document, and doesn't end before it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.steering.horizon_length import length_is_right

ENDS_BEFORE = Text(
    "Målet slutar {end}, men dokumentet gäller från {year}.",
    "The goal ends in {end}, but the document applies from {year}.",
)
ENDED = Text(
    "Är målet avslutat? Följ då upp det under ”{follow_up}” i det dokument där det sattes. "
    "Annars: vilket år ska det vara nått?",
    "Is the goal finished? Then follow it up under “{follow_up}” in the document where it was set. "
    "Otherwise: in which year should it be reached?",
)
BEGINS_ELSEWHEN = Text(
    "Målet börjar {start}, men dokumentet gäller från {year}.",
    "The goal begins in {start}, but the document applies from {year}.",
)
BEGAN_EARLIER = Text(
    "Löper ett tidigare mål vidare, eller är det ett nytt? Ett nytt mål börjar {year}.",
    "Is an earlier goal running on, or is it a new one? A new goal begins in {year}.",
)
BEGINS_LATER = Text(
    "Hör målet till dokumentet för {start}? Eller vad ska hända redan {year}?",
    "Does the goal belong to the document for {start}? Or what should happen already in {year}?",
)
YEAR = Text("Här står dokumentets år.", "The document's year stands here.")


@rule(
    "MK206",
    "horizon-before-year",
    Severity.ERROR,
    Text("målets år stämmer inte med dokumentets", "the goal's years don't fit the document's"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def horizon_before_year(goal: Goal, case: Case) -> Iterator[Finding]:
    horizon, year = goal.horizon, case.document.year
    if year is None or horizon is None or horizon.start is None or horizon.end is None:
        return
    if horizon.start == year or not length_is_right(horizon, case):
        return
    related = (Related(At(case.document.at("year")), YEAR()),)
    if horizon.end < year:
        advice = ENDED(follow_up=case.word(GOAL["follow_up"]))
        yield Finding(At(horizon.at("end")), ENDS_BEFORE(end=horizon.end, year=year), advice, related=related)
        return
    advice = (
        BEGAN_EARLIER(year=year) if horizon.start < year else BEGINS_LATER(start=horizon.start, year=year)
    )
    yield Finding(
        At(horizon.at("start")),
        BEGINS_ELSEWHEN(start=horizon.start, year=year),
        advice,
        related=related,
        severity=Severity.WARNING,
    )
