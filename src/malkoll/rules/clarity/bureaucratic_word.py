"""MK411: plain words rather than officialese."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, Finding, Fix, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.said import said_of_words
from malkoll.rules.statement import at, listed, quoted, statement, words
from malkoll.swedish.findings import Place
from malkoll.swedish.form import bureaucratic_words, plain_word, replacement

MESSAGE = Text("{words} är kanslisvenska.", "{words} is officialese.")
HELP = Text("Skriv hellre {instead}.", "Rather write {instead}.")
PLAIN = Text("Finns det ett vanligare ord?", "Is there a more common word?")
CHANGE = Text("byt {words} mot {instead}", "replace {words} with {instead}")


@rule(
    "MK411",
    "bureaucratic-word",
    Severity.INFO,
    Text("kanslisvenska", "officialese"),
    Scope.GOAL,
    source=Source.PRACTICE,
    fix=Applicability.UNSAFE,
    enabled=False,
)
def bureaucratic_word(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    for place in bureaucratic_words(sentence, words("bureaucratic-words", case)):
        if said_of_words(sentence, case, place):
            continue
        instead = plain_word(place)
        yield Finding(
            at(goal, place),
            MESSAGE(words=quoted([place])),
            HELP(instead=Words([instead])) if instead else PLAIN(),
            related=listed([place], case),
            fix=_fix(goal, place),
            key=place.words,
        )


def _fix(goal: Goal, place: Place) -> Fix | None:
    """Offer the plain word where it can stand without bending the rest of the sentence."""
    instead = replacement(place)
    if not instead:
        return None
    change = Replace(at(goal, place), instead)
    return Fix(CHANGE(words=quoted([place]), instead=Words([instead])), (change,), Applicability.UNSAFE)
