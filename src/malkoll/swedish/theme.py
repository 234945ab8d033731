"""What a main clause is about: residents, staff, money, places … by the nouns that carry it."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head

__all__ = ["about", "acts", "is_measure", "others_act", "others_serve", "receives", "residents_act", "topic"]

_RECEIVING = frozenset({"have", "perceive", "life", "copula"})
_ACTING_PRONOUNS = frozenset({"vi"})
_PEOPLE_PRONOUNS = frozenset({"de", "den", "alla", "fler", "färre", "man", "ingen", "samtliga", "många"})


def is_measure(sentence: Sentence, head: Head) -> bool:
    """Whether a noun only counts: andel, antal, nivå."""
    return sentence.tokens[head.at].word.measure


def topic(sentence: Sentence, heads: tuple[Head, ...]) -> Head | None:
    """The noun that some heads are about: *antalet barn* is about children, *Känslan av trygghet* about safety."""
    governed = None
    for head in heads:
        if not is_measure(sentence, head):
            if head.preposition < 0:
                return head
            governed = governed or head
    return governed


def about(sentence: Sentence, head: Head | None, *tags: str) -> bool:
    """Whether a noun has one of the tags."""
    return head is not None and not sentence.tokens[head.at].word.noun_tags.isdisjoint(tags)


def acts(sentence: Sentence, main: MainClause) -> bool:
    """Whether the organisation is who does it: it stands as subject, or nobody does (*Stärka …*)."""
    if main.imperative:
        return True
    subject = topic(sentence, main.subject)
    if subject is None:
        return any(
            sentence.tokens[at].key in _ACTING_PRONOUNS for at in sentence.clauses[main.clause].own[:2]
        )
    if about(sentence, subject, "actor", "process", "nominal", "staff"):
        return True
    ours = about(sentence, subject, "service") and not others_serve(sentence, subject)
    return ours and not about(sentence, subject, "resident", "quality")


def others_serve(sentence: Sentence, head: Head | None) -> bool:
    """*Kollektivtrafiken ska byggas ut*, *Turismen ska växa*: a service that is not the municipality's."""
    return about(sentence, head, "service") and about(sentence, head, "outside")


def receives(sentence: Sentence, main: MainClause) -> bool:
    """*Föreningar har en lokal att mötas i*: an association that has, gets, knows or is given, not one that works."""
    if main.verb < 0 or not about(sentence, topic(sentence, main.subject), "association"):
        return False
    word = sentence.tokens[main.verb].word
    if main.passive:
        return word.tagged("offer", "v")
    return not word.verb_tags.isdisjoint(_RECEIVING) and "vagueverb" not in word.verb_tags


def residents_act(sentence: Sentence, main: MainClause) -> bool:
    """Whether residents or companies are who does it."""
    subject = topic(sentence, main.subject)
    if subject is None:
        own = sentence.clauses[main.clause].own
        first = own[1:2] if own and sentence.tokens[own[0]].key == "lika" else own[:1]
        # Lika många flickor som pojkar …
        return bool(first) and sentence.tokens[first[0]].key in _PEOPLE_PRONOUNS
    return about(sentence, subject, "resident", "company") or receives(sentence, main)


def others_act(sentence: Sentence, main: MainClause) -> int:
    """The token of another authority that is to do it alone, or -1: *Staten ska bygga …*, *… byggs av Trafikverket*."""
    if "authority" not in sentence.tags or main.verb < 0:
        return -1
    if main.passive:
        agents = (head for head in main.rest if sentence.has(head.at, "authority") and head.preposition >= 0)
        return next((head.at for head in agents if sentence.tokens[head.preposition].key == "av"), -1)
    if len(main.subject) != 1:
        return -1
    head = main.subject[0]
    found = head.preposition < 0 and sentence.has(head.at, "authority")
    return head.at if found else -1
