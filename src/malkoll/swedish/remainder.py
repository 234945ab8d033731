"""What is left when nobody and nothing outside has a part in a goal: the organisation."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.phrases import word_list
from malkoll.swedish.theme import topic
from malkoll.swedish.tokens import Token
from malkoll.swedish.words import Word

__all__ = ["PLACES", "nobody_elses"]

_STATES = frozenset({"move", "state", "copula", "have"})
_OUTWARD = frozenset(
    {"resident", "company", "service", "environment", "outside", "process", "quality", "partner", "nominal"}
)
_PEOPLE = frozenset({"alla", "fler", "färre", "ingen", "man", "någon", "de", "dem", "den", "det", "vi"})
PLACES = frozenset(
    {
        "kommun",
        "centrum",
        "by",
        "natur",
        "värld",
        "rike",
        "land",
        "hus",
        "väg",
        "samhälle",
        "ort",
        "län",
        "plats",
        "stad",
        "bygd",
        "region",
        "landsbygd",
    }
)


def nobody_elses(sentence: Sentence, main: MainClause) -> int | None:
    """*Nyttjandegraden ska vara minst 70 procent*: a state that nobody and nothing outside has a part in.

    An effect is always for somebody, for nature or for a place; where none of them is in the sentence, and
    nothing is done, what is left is the organisation.
    """
    subject = topic(sentence, main.subject)
    if subject is None or not _is_understood(sentence.tokens[subject.at].word):
        return None
    verb = sentence.tokens[main.verb].word if main.verb >= 0 else None
    if verb is not None and verb.verb_tags.isdisjoint(_STATES):
        return None
    verbs = {at for clause in sentence.mains for at in sentence.clauses[clause.clause].verbs}
    for list_id in ("weak-verbs", "activities"):
        if any(
            not verbs.isdisjoint(range(hit.first, hit.last + 1)) for hit in sentence.hits(word_list(list_id))
        ):
            return None
    if any(_is_outward(token) or (token.capital and at > 0) for at, token in enumerate(sentence.tokens)):
        return None
    return subject.at


def _is_understood(word: Word) -> bool:
    """Whether a noun or its last part stands in the lexicon; of others nothing can be ruled out."""
    return word.known or any(reading.tail for reading in word.readings)


def _is_outward(token: Token) -> bool:
    """Whether a word is about people, services, nature, places or the handling of their matters."""
    word = token.word
    if not word.noun_tags.isdisjoint(_OUTWARD) or "resident" in word.front or "service" in word.front:
        return True
    if word.key in _PEOPLE or any({reading.lemma, reading.tail} & PLACES for reading in word.readings):
        return True
    return bool(
        word.verb_tags & {"life", "perceive", "offer"} and word.features - {"ptc", "prp"} and not word.noun
    )
