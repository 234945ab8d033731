"""Words that tell that what a goal is about is the organisation's own, whatever the noun is."""

from __future__ import annotations

from itertools import pairwise

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head, is_head
from malkoll.swedish.ownership import mentions, word_tail
from malkoll.swedish.phrases import word_list
from malkoll.swedish.remainder import PLACES
from malkoll.swedish.theme import about

__all__ = ["described_own", "footprint_words", "own_phrase", "plainly_own", "stands_in_property"]

_FOOD = frozenset({"mat", "kost", "livsmedel", "måltid", "råvara"})
_BOUGHT = frozenset({"inköpt", "beställd", "upphandlad", "köpt", "intern", "internt", "verksamhetsintern"})


def own_phrase(sentence: Sentence, main: MainClause) -> int | None:
    """*Rätt kompetens*, *budget i balans*: phrases that only the own organisation has."""
    own = sentence.clauses[main.clause].own
    if any(sentence.has(at, "resident") for at in own):
        return None
    for hit in sentence.hits(word_list("internal")):
        if hit.entry.group.name == "own" and hit.first in own:
            # attraktiv arbetsgivare: the noun is the organisation's, the adjective is MK402's business
            return next((at for at in range(hit.first, hit.last) if is_head(sentence.tokens, at)), hit.last)
    return None


def footprint_words(sentence: Sentence) -> int | None:
    """*Bolaget ska vara fossilfritt*: the own footprint said of an actor other than the place itself."""
    if sentence.main.subject and sentence.tokens[sentence.main.subject[0].at].word.lemmas & {
        "kommun",
        "exempelkommun",
    }:
        return None
    for hit in sentence.hits(word_list("internal")):
        if hit.entry.group.name == "own-footprint":
            return hit.first
    return None


def stands_in_property(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Nätet i kommunens byggnader*: what stands in the own premises and is nobody's out there."""
    tags = (
        "resident",
        "service",
        "quality",
        "environment",
        "measure",
        "outside",
        "actor",
        "company",
        "partner",
        "nominal",
        "document",
    )
    if about(sentence, head, *tags) or mentions(sentence, main, "resident", "company"):
        return False
    return any(
        about(sentence, other, "property")
        and other.preposition >= 0
        and sentence.tokens[other.preposition].key in {"i", "på"}
        for other in main.subject
    )


def plainly_own(sentence: Sentence, main: MainClause, head: Head) -> int | None:
    """Signs that hold whatever the noun is: *inköpta drycker*, *flygresor i tjänsten*, *Eldrivna sopbilar*."""
    if mentions(sentence, main, "resident", "company") or about(sentence, head, "actor", "outside"):
        return None
    for at in (*head.adjectives, head.at):
        lemmas = sentence.tokens[at].word.lemmas
        if lemmas & _BOUGHT and not about(sentence, head, "service", "document"):
            return head.at
    own = sentence.clauses[main.clause].own
    for first, second in pairwise(own):
        if sentence.tokens[first].key == "i" and sentence.tokens[second].key == "tjänsten":
            return head.at
    if main.heading and not about(sentence, head, "service", "environment", "quality", "partner"):
        for at in head.adjectives:
            hits = word_list("internal").match([sentence.tokens[at]])
            if any(hit.entry.group.name == "own-footprint" for hit in hits):
                return None if sentence.tokens[head.at].word.lemmas & PLACES else head.at
    return None


def described_own(sentence: Sentence, head: Head) -> int | None:
    """*Andelen närproducerad mat*, *stabil finansiell utveckling*: the adjective makes it the own."""
    if not about(sentence, head, "footprint", "service", "quality", "nominal", "other"):
        return None
    for at in head.adjectives:
        word = sentence.tokens[at].word
        if "finansiell" in word.lemmas:
            return head.at
        food = about(sentence, head, "footprint") or word_tail(sentence.tokens[head.at].word, _FOOD)
        if food and any(
            hit.entry.group.name == "own-footprint"
            for hit in word_list("internal").match([sentence.tokens[at]])
        ):
            return head.at
    return None
