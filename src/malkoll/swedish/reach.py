"""The text side of MK505: what others decide mostly."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.activity import is_activity
from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.theme import is_measure

__all__ = ["outside_control"]


_AIMS = frozenset(
    {"ha", "nå", "öka", "minska", "höja", "sänka", "halvera", "vara", "bli", "få", "locka", "vända"}
)


def _aims(sentence: Sentence, main: MainClause) -> bool:
    """Whether the verb aims at its object: *Minska arbetslösheten*, *ska ha landets lägsta skatt*."""
    return bool(main.lemmas & _AIMS)


_HABITS = frozenset(
    {
        "användning",
        "bruk",
        "konsumtion",
        "vana",
        "missbruk",
        "debut",
        "handel",
        "resa",
        "resande",
        "trafik",
        "åkande",
    }
)


def _by_front(sentence: Sentence, at: int) -> bool:
    """*droganvändning*, *tågresande*: the first part names what others decide."""
    word = sentence.tokens[at].word
    return "outside" in word.front and any(reading.tail in _HABITS for reading in word.readings)


def outside_control(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the topic that others decide mostly; nothing where the goal is what the organisation does about it."""
    if internal(sentence) or is_activity(sentence):
        return
    for main in sentence.mains:
        subject = [head for head in main.subject if not is_measure(sentence, head)]
        for number, head in enumerate(subject):
            offered = main.verb >= 0 and sentence.tokens[main.verb].word.tagged("offer", "v")
            # Utsläppen av växthusgaser: the second noun says what the first is of
            of_first = number == 1 and (main.heading or sentence.has(subject[0].at, "environment"))
            carried = number == 0 or of_first
            said = sentence.has(head.at, "outside") or _by_front(sentence, head.at)
            if not said and any(sentence.has(at, "outside") for at in head.adjectives):
                # Färre arbetslösa ungdomar
                said = True
            if said and carried and not offered:
                yield place_at(sentence, head.at, head.at, "topic")
                return
        for head in main.rest:
            if head.preposition < 0 and sentence.has(head.at, "outside") and _aims(sentence, main):
                yield place_at(sentence, head.at, head.at, "topic")
                return
        genitive = main.subject[0].genitive if main.subject else -1
        if genitive >= 0 and is_measure(sentence, main.subject[0]) and sentence.has(genitive, "outside"):
            # Kollektivtrafikens andel av resorna
            yield place_at(sentence, genitive, genitive, "topic")
            return
    for hit in (words or word_list("outside-control")).match(sentence.tokens):
        if not any(at in sentence.protected for at in range(hit.first, hit.last + 1)):
            yield place_of(sentence, hit)
            return
