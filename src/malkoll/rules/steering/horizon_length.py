"""MK204: a goal runs for as many years as the steering model allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.goal_document import Goal, Horizon
from malkoll.language import OR, Count, Message, Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import HorizonLimits

REVERSED = Text(
    "Målet slutar {end} men börjar först {start}.", "The goal ends in {end} but doesn't begin until {start}."
)
FIRST_YEAR_FIRST = Text(
    "Är det tvärtom? Skriv {end}-{start}.", "Is it the other way round? Write {end}-{start}."
)
TOO_MANY_YEARS = Text(
    "Målet löper över {count} ({start}–{end}). Styrmodellen säger {allowed}.",
    "The goal runs for {count} ({start}–{end}). The steering model says {allowed}.",
)
TOO_LONG = Text(
    "Vad ska vara nått redan {year}? Gör det till målet, och skriv i beskrivningen vart det ska leda sedan.",
    "What should be reached by {year}? Make that the goal, and tell in the description where it is to lead.",
)
YEARS = (Text("år", "year"), Text("år", "years"))
SPAN = Text("{least}–{most} år", "{least}–{most} years")
OPEN = Text("minst {least}", "at least {least}")
LIMIT = Text("Här står gränsen.", "The limit stands here.")


@rule(
    "MK204",
    "horizon-length",
    Severity.ERROR,
    Text("målets längd i år", "how long a goal runs"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def horizon_length(goal: Goal, case: Case) -> Iterator[Finding]:
    horizon = goal.horizon
    if horizon is None or horizon.years is None or length_is_right(horizon, case):
        return
    at = At(goal.at("horizon"))
    years = {"start": horizon.start, "end": horizon.end}
    if horizon.years < 1:
        yield Finding(at, REVERSED(**years), FIRST_YEAR_FIRST(**years))
        return
    limits = _limits(case)
    if limits is None or limits.longest is None or horizon.start is None:
        return
    yield Finding(
        at,
        TOO_MANY_YEARS(count=Count(horizon.years, *YEARS), allowed=_allowed(limits), **years),
        TOO_LONG(year=horizon.start + limits.longest - 1),
        related=(Related(At(limits.at()), LIMIT(), in_model=True),),
    )


def length_is_right(horizon: Horizon, case: Case) -> bool:
    """Tell whether a horizon runs forward, and no longer than the level's longest.

    What else is wrong with a horizon of a wrong length can't be told from the wrong length.
    """
    years = horizon.years
    if years is None or years < 1:
        return years is None
    limits = _limits(case)
    return limits is None or limits.longest is None or years <= limits.longest


def _limits(case: Case) -> HorizonLimits | None:
    document = case.document
    return None if document.unknown("level") else _limits_of(case.model, document.level, document.board)


@lru_cache(maxsize=64)
def _limits_of(model: LoadedModel, level: str, board: str | None) -> HorizonLimits | None:
    """Give the same for each of a document's goals."""
    limits = model.limits(level, board)
    return limits.horizon if limits else None


def _allowed(limits: HorizonLimits) -> Words:
    """List the lengths that are allowed: ”1 år eller 2–4 år”."""
    lengths: list[str | Text | Message] = []
    if limits.short is not None:
        lengths.append(_years(limits.short))
    if limits.long is not None:
        least, most = limits.long.least or 1, limits.long.most
        if most is None:
            lengths.append(OPEN(least=Count(least, *YEARS)))
        else:
            lengths.append(_years(most) if least == most else SPAN(least=least, most=most))
    return Words(lengths, OR, quoted=False)


_NUMBER = Text("{years}", "{years}")


def _years(number: int) -> Message:
    return _NUMBER(years=Count(number, *YEARS))
