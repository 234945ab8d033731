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


_WORK = frozenset({"arbete", "jobb", "anställning", "försörjning", "sysselsättning", "bostad"})
_FROM_US = frozenset({"service", "document", "process"})


def _is_met(sentence: Sentence, at: int) -> bool:
    """*Antalet företag som får svar inom fyra veckor*: those counted are those whom the operation meets."""
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.opener <= at or clause.verb < 0:
            continue
        if any(sentence.tokens[between].word.finite for between in range(at + 1, clause.opener)):
            continue
        word = sentence.tokens[clause.verb].word
        if word.tagged("offer", "v") or (word.tagged("perceive", "v") and not word.passive):
            return True
        if "delta" in word.lemmas:
            return True
        content = any(sentence.tokens[own].word.lemmas & {"nöjd", "missnöjd"} for own in clause.own)
        got = any(
            own > clause.verb and sentence.has(own, tag) and not sentence.has(own, "outside")
            for own in clause.own
            for tag in _FROM_US
        )
        timed = any(number.role == "limit" and number.at in clause.own for number in sentence.numbers)
        work = any(sentence.tokens[own].word.parts & _WORK for own in clause.own)
        if timed and not work and "få" in word.lemmas:
            return True
        if content or (got and word.lemmas & {"få", "ha", "möta", "söka", "besöka", "använda"}):
            return True
    return False


def _topic(sentence: Sentence, main: MainClause) -> int:
    """The token of a topic that others decide, where the clause is about it; else -1."""
    subject = [head for head in main.subject if not is_measure(sentence, head)]
    verb = sentence.tokens[main.verb].word if main.verb >= 0 else None
    # Sommarjobb erbjuds arbetslösa, Nyinflyttade får en karta: what is done about it is the board's own
    offered = verb is not None and verb.verb_tags.isdisjoint({"move", "state", "copula", "have"})
    offered = offered and not main.lemmas & {"bo", "flytta", "stanna"}
    # Utsläppen av växthusgaser: the second noun says what the first is of
    reach = 2 if subject and (main.heading or sentence.has(subject[0].at, "environment")) else 1
    for head in subject[: 0 if offered else reach]:
        # Färre arbetslösa ungdomar: the adjective names it
        if _by_front(sentence, head.at) or any(
            sentence.has(at, "outside") for at in (head.at, *head.adjectives)
        ):
            return head.at
    for head in main.rest:
        if head.preposition < 0 and sentence.has(head.at, "outside") and main.lemmas & _AIMS:
            return head.at
    genitive = main.subject[0].genitive if main.subject else -1
    if genitive >= 0 and is_measure(sentence, main.subject[0]) and sentence.has(genitive, "outside"):
        # Kollektivtrafikens andel av resorna
        return genitive
    return -1


def outside_control(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the topic that others decide mostly; nothing where the goal is what the organisation does about it."""
    if internal(sentence) or is_activity(sentence):
        return
    for main in sentence.mains:
        at = _topic(sentence, main)
        if at >= 0 and not _is_met(sentence, at):
            yield place_at(sentence, at, at, "topic")
            return
    for hit in sentence.hits(words or word_list("outside-control")):
        if _is_met(sentence, hit.last):
            continue
        if not any(at in sentence.protected for at in range(hit.first, hit.last + 1)):
            yield place_of(sentence, hit)
            return
