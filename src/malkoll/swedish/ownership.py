"""Whose something is: the organisation's own, its staff's, or the residents'."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head
from malkoll.swedish.theme import about
from malkoll.swedish.words import Word

__all__ = [
    "belongs_to_staff",
    "has_owner",
    "is_administration",
    "is_others",
    "mentions",
    "mentions_company",
    "serves",
    "upkeep",
    "word_tail",
]

_OWN = frozenset({"kommunal", "intern", "egen", "kommunägd"})


def serves(sentence: Sentence, main: MainClause) -> bool:
    """Staff who do something for residents: *Personalen bemöter brukarna*, *medarbetare som en äldre möter*."""
    for clause in sentence.clauses:
        describes = clause.kind == "relative" and clause.parent == main.clause
        if describes and any(sentence.has(at, tag) for at in clause.own for tag in ("resident", "company")):
            return True
    if main.verb < 0 or sentence.tokens[main.verb].word.tagged("copula", "v"):
        # Hälften av cheferna ska vara kvinnor: what they are, nobody they serve
        return False
    return any(
        sentence.has(head.at, "resident")
        and (head.preposition < 0 or sentence.tokens[head.preposition].key == "för")
        for head in main.rest
    )


def mentions_company(sentence: Sentence) -> bool:
    """*Andelen inköp som går till lokala småföretag*: bought, but for somebody."""
    return "company" in sentence.tags


def upkeep(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Drift och underhåll av gator och parker*: what is kept up is the residents'."""
    if not sentence.tokens[head.at].word.lemmas & {"drift", "underhåll", "skötsel"}:
        return False
    return any(about(sentence, other, "service") and other.preposition >= 0 for other in main.subject)


def is_administration(word: Word) -> bool:
    """A company, a board, an administration: anything that acts but the municipality, which is a place too."""
    return word.tagged("actor", "n") and not any(
        "kommun" in {reading.lemma, reading.tail} for reading in word.readings
    )


_FREE = ("company", "money", "staff", "property", "footprint", "outside")
_TRADED = frozenset({"bostad", "jobb", "arbetstillfälle", "sektor", "skog", "skogsmark", "fastighet", "bil"})


def is_others(sentence: Sentence, head: Head) -> bool:
    """*Privata investeringar*, *Polisens närvaro*, *Länets skolresultat*: a private one's or another authority's."""
    word = sentence.tokens[head.at].word
    for at in head.adjectives:
        lemmas = sentence.tokens[at].word.lemmas
        if "statlig" in lemmas or (
            "privat" in lemmas and (about(sentence, head, *_FREE) or word.parts & _TRADED)
        ):
            return True
    if head.genitive >= 0 and (
        sentence.has(head.genitive, "authority") or "län" in sentence.tokens[head.genitive].word.lemmas
    ):
        return True
    return "authority" in word.front and not about(sentence, head, "document", "nominal", "actor", "partner")


def mentions(sentence: Sentence, main: MainClause, *tags: str) -> bool:
    """Whether the clause names people; *per invånare* is only a measure."""
    if sentence.tags.isdisjoint(tags) and "förening" not in sentence.places:
        return False
    for at in sentence.clauses[main.clause].own:
        word = sentence.tokens[at].word
        named = not word.noun_tags.isdisjoint(tags) or "förening" in word.lemmas
        if named and not (at and sentence.tokens[at - 1].key == "per"):
            return True
    return False


def has_owner(sentence: Sentence, besides: int = -1) -> bool:
    """Whether something says that it is the municipality's own: kommunens fastigheter, kommunala kök.

    Args:
        sentence: the statement.
        besides: the token of what it is asked of, which says nothing of its owner.

    """
    for at, token in enumerate(sentence.tokens):
        word = token.word
        if at == besides:
            continue
        if sentence.has(at, "property") or word.lemmas & _OWN or sentence.has(at, "organisation"):
            return True
        if word.genitive and word.tagged("actor", "n"):
            following = sentence.tokens[at + 1].word if at + 1 < len(sentence.tokens) else None
            if following is None or not following.lemmas & {
                "gräns",
                "område",
                "invånare",
                "hushåll",
                "geografisk",
                "yta",
            }:
                return True
        if word.tagged("actor", "n") and not word.lemmas & {"kommun"}:
            return True
    return False


def word_tail(word: Word, lemmas: frozenset[str]) -> bool:
    """Whether a word or its last part is one of these."""
    return any(reading.lemma in lemmas or reading.tail in lemmas for reading in word.readings)


def belongs_to_staff(sentence: Sentence, main: MainClause) -> int | None:
    """*Vi tar vara på medarbetarnas idéer*: what is handled is the staff's."""
    for head in main.rest:
        if head.genitive >= 0 and sentence.tokens[head.genitive].word.tagged("employee", "n"):
            return head.genitive
    return None
