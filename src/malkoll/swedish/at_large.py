"""People at large: how many they are, what befalls them and what they choose by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head
from malkoll.swedish.remainder import PLACES
from malkoll.swedish.theme import about

__all__ = ["SIGNS", "is_place", "is_state", "of_people", "verbs_of"]

_WORK = frozenset({"arbete", "jobb", "anställning", "förvärvsarbete", "heltidsjobb", "heltidsarbete"})
_ANYBODY = frozenset(
    {"åring", "invånare", "kommuninvånare", "befolkning", "kvinna", "man", "vuxen", "vuxna", "ung", "unga", "ungdom",
     "utrikesfödd", "person", "kommunbo", "medborgare", "förälder", "född", "nyanländ", "nyanlända", "hushåll"}
)  # fmt: skip
_STUDIES = frozenset(
    {"program", "linje", "inriktning", "högskola", "universitet", "yrke", "ingenjörsutbildning",
     "lärarutbildning", "högskoleutbildning"}
)  # fmt: skip
FATES = frozenset(
    {
        "föda",
        "insjukna",
        "pendla",
        "utpendla",
        "inpendla",
        "arbetspendla",
        "övernatta",
        "emigrera",
        "invandra",
        "avlida",
        "förvärvsarbeta",
        "vejpa",
        "inflytta",
    }
)
_STATES = frozenset({"move", "state", "copula", "have"})
_NEIGHBOURHOODS = PLACES | {"kommundel", "tätort", "ytterområde", "innerstad"}
_BUYING = frozenset({"byta", "köpa", "skaffa", "installera", "investera"})


SIGNS = FATES | _WORK | _STUDIES | _BUYING | {"bo", "befolkning"}
"""Without one of these words nothing here is said."""


def of_people(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """The token that tells that people at large decide what a clause is about, or -1.

    Args:
        sentence: the statement.
        main: one of its main clauses.
        subject: the nouns of its subject, without those that only count.

    """
    for find in (_befalls, _lives_here, _has_work, _studies, _buys):
        if (at := find(sentence, main, subject)) >= 0:
            return at
    return -1


def is_state(sentence: Sentence, main: MainClause) -> bool:
    """Whether it is told how much or how it is: *ska öka*, *är*, or nothing at all, in a heading."""
    return main.heading or not sentence.tokens[main.verb].word.verb_tags.isdisjoint(_STATES)


def verbs_of(sentence: Sentence, main: MainClause) -> Iterator[int]:
    """The main verb, and those of the clauses that tell of whom is counted."""
    if main.verb >= 0:
        yield main.verb
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0:
            yield clause.verb


def _befalls(sentence: Sentence, main: MainClause, _subject: list[Head]) -> int:
    """*Det föds fler barn*, *Antalet personer som insjuknar i stroke*: what nobody at the municipality does."""
    if "service" in sentence.tags:
        return -1
    return next(
        (at for at in verbs_of(sentence, main) if sentence.tokens[at].word.lemmas & FATES),
        -1,
    )


def is_place(sentence: Sentence, head: Head) -> bool:
    word = sentence.tokens[head.at].word
    return head.preposition >= 0 and any({r.lemma, r.tail} & _NEIGHBOURHOODS for r in word.readings)


def _lives_here(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Det bor 19 500 personer i kommunen*, *Antalet personer som bor på orten*: how many live here."""
    own = sentence.clauses[main.clause].own
    if not subject and own and sentence.tokens[own[0]].key == "det":
        subject = [head for head in main.rest if head.preposition < 0]
    if not subject or not about(sentence, subject[0], "resident"):
        return -1
    if (
        len(subject) == 2
        and sentence.tokens[subject[1].at].word.lemmas & {"befolkning"}
        and is_state(sentence, main)
    ):
        return subject[1].at
    if "bo" in main.lemmas:
        counted = any(sentence.tokens[at].key in {"fler", "det"} for at in own)
        return main.verb if counted and any(is_place(sentence, head) for head in main.rest) else -1
    if not _is_counted(sentence, main, subject[0]) or not is_state(sentence, main):
        return -1
    if (
        len(sentence.clauses) == 1
        and len(subject) > 1
        and all(is_place(sentence, head) for head in subject[1:])
    ):
        return subject[0].at
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0:
            placed = any(
                any({r.lemma, r.tail} & _NEIGHBOURHOODS for r in sentence.tokens[at].word.readings)
                for at in clause.own
            )
            if "bo" in sentence.tokens[clause.verb].word.lemmas and placed:
                return clause.verb
    return -1


def _is_counted(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Antalet invånare*, *Fler barnfamiljer*: how many, and not which part of them."""
    if sentence.tokens[main.subject[0].at].word.lemmas & {"antal"}:
        return True
    return head.at > 0 and sentence.tokens[head.at - 1].key in {"fler", "färre"}


def _is_anybody(sentence: Sentence, subject: list[Head]) -> bool:
    """*20–64-åringar*, *Utrikes födda kvinnor*: people at large, not those whom a service reaches."""
    if not subject or not sentence.tokens[subject[0].at].word.parts & _ANYBODY:
        return False
    words = [token.word for token in sentence.tokens]
    if any(
        word.key in {"efter", "genom", "avslutad"}
        or ("actor" in word.noun_tags and "kommun" not in word.lemmas)
        for word in words
    ):
        return False
    return sentence.tags.isdisjoint({"service", "process", "document", "partner"})


def _has_work(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Andelen 20–64-åringar med ett arbete*, *Fler unga har ett jobb*: how many have work."""
    if not _is_anybody(sentence, subject):
        return -1
    others = [head for head in subject[1:] if sentence.tokens[head.at].word.parts & _WORK]
    if len(subject) == 2 and others and sentence.tokens[others[0].preposition].key in {"med", "i", "utan"}:
        return others[0].at
    if len(sentence.clauses) == 1 and "ha" in main.lemmas:
        return next((head.at for head in main.rest if sentence.tokens[head.at].word.parts & _WORK), -1)
    for clause in sentence.clauses:
        told = clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0
        if told and len(subject) == 1 and sentence.tokens[clause.verb].word.lemmas & {"ha", "sakna"}:
            return next((at for at in clause.own if sentence.tokens[at].word.parts & _WORK), -1)
    return -1


def _studies(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Fler niondeklassare söker teknikprogrammet*: what the young choose to study."""
    if not subject or not about(sentence, subject[0], "resident") or len(subject) > 1:
        return -1
    for verb in verbs_of(sentence, main):
        if not sentence.tokens[verb].word.lemmas & {"söka", "välja"} or sentence.tokens[verb].word.passive:
            continue
        for at in range(verb + 1, min(verb + 5, len(sentence.tokens))):
            word = sentence.tokens[at].word
            if word.key in {"vår", "våra", "vårt"} or (
                word.genitive and word.noun_tags & {"actor", "service"}
            ):
                return -1
            if word.noun and word.parts & _STUDIES:
                return at
    return -1


def _buys(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Fler villaägare byter till värmepump*: what people get for themselves."""
    if (
        not subject
        or not about(sentence, subject[0], "resident")
        or not main.lemmas & _BUYING
        or main.passive
    ):
        return -1
    return next(
        (
            head.at
            for head in main.rest
            if about(sentence, head, "property", "footprint", "outside")
            or sentence.tokens[head.at].word.parts & {"mat", "vara"}
        ),
        -1,
    )
