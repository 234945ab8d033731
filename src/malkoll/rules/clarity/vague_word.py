"""MK402: the words of a goal leave nothing open to interpretation."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, listed, question, quoted, statement, why, words
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.definite import defines, is_degree
from malkoll.swedish.findings import Place
from malkoll.swedish.vague import vague_words

MESSAGE = Text("{words} {why}.", "{words} {why}.")
SEVERAL = Text("lämnar öppet vad som ska uppnås", "leave open what is to be achieved")
HELP = Text("Hur märker en invånare att det är så?", "How does a resident notice that it is so?")


@rule(
    "MK402",
    "vague-word",
    Severity.WARNING,
    Text("ord som kan tolkas olika", "words open to interpretation"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def vague_word(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    found = vague_words(sentence, words("vague-words", case), words("weak-verbs", case))
    places = [place for place in found if not _is_measured(goal, sentence, place)]
    if not places:
        return
    yield Finding(
        at(goal, places[0]),
        MESSAGE(words=quoted(places), why=why(places, SEVERAL)),
        question(places, HELP),
        also=tuple(at(goal, place) for place in places[1:]),
        related=listed(places, case),
    )


def _is_measured(goal: Goal, sentence: Sentence, place: Place) -> bool:
    """Tell whether an indicator with a target says what the word means here.

    What is a matter of degree (*högre*, *i större utsträckning*, *förbättras*) any target makes definite.
    """
    if any(one.values is not None for one in goal.indicators) and is_degree(place):
        return True
    names = [one.name for one in goal.indicators if one.name and one.target is not None]
    return any(defines(name, sentence, place) for name in names)
