"""MK407: a goal can be read in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.part import Part
from malkoll.document.vocabulary import GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.swedish.form import lix, words_in
from malkoll.swedish.tongue import is_swedish

TOO_LONG = Text(
    "Målet har {number} ord. Över {most} ord är det svårt att se vad som är själva målet.",
    "The goal has {number} words. Over {most} words it is hard to see what the goal itself is.",
)
SHORTEN = Text(
    "Vad är resultatet? Skriv det som mål, och bakgrunden under ”{description}”.",
    "What is the result? Write that as the goal, and the background under “{description}”.",
)
HARD = Text(
    "Texten är svår att läsa: läsbarhetsindex (LIX) är {lix}, och över {most} räknas som mycket svårt.",
    "The text is hard to read: its readability index (LIX) is {lix}, and over {most} counts as very hard.",
)
SIMPLER = Text(
    "Kortare meningar och kortare ord gör störst skillnad.", "Shorter sentences and shorter words help most."
)
MOST_WORDS = 30
MOST_LIX = 60
LEAST_WORDS = 100
"""LIX says nothing of shorter texts."""


@rule(
    "MK407",
    "long-sentence",
    Severity.INFO,
    Text("lång eller svår text", "long or hard text"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
)
def long_sentence(case: Case) -> Iterator[Finding]:
    for goal in case.goals:
        if not goal.statement:
            continue
        number = words_in(goal.statement)
        if number > MOST_WORDS and is_swedish(goal.statement):
            description = goal.place.keys.get("description") or case.word(GOAL["description"])
            yield Finding(
                At(goal.at("statement")),
                TOO_LONG(number=number, most=MOST_WORDS),
                SHORTEN(description=description),
            )
    for part, field, text in _texts(case):
        if len(text) < 2 * LEAST_WORDS or words_in(text) < LEAST_WORDS or not is_swedish(text):
            continue
        index = round(lix(text))
        if index > MOST_LIX:
            yield Finding(At(part.at(field)), HARD(lix=index, most=MOST_LIX), SIMPLER())


def _texts(case: Case) -> Iterator[tuple[Part, str, str]]:
    """The longer texts of a document, each with where it stands."""
    document = case.document
    if document.mission:
        yield document, "mission", document.mission
    if document.current_state and document.current_state.prose:
        yield document, "current_state", document.current_state.prose
    for goal in case.goals:
        if goal.description:
            yield goal, "description", goal.description
        if goal.effect:
            yield goal, "effect", goal.effect
