"""MK502: goals about the organisation itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.findings import Place, place_at
from malkoll.swedish.nominals import Head
from malkoll.swedish.phrases import word_list
from malkoll.swedish.theme import about, topic

__all__ = ["internal", "internal_words"]

_STRONG_FOOTPRINT = frozenset(
    {"matsvinn", "svinn", "tjänsteresa", "engångsplast", "engångsartikel", "livsmedel", "livsmedelsinköp", "drivmedel",
     "pappersförbrukning", "egenproduktion"}
)  # fmt: skip
_OWN = frozenset({"kommunal", "intern", "egen", "kommunägd"})
_KEEPING_VERBS = frozenset(
    {"ha", "vara", "bli", "säkerställa", "säkra", "förbättra", "stärka", "utveckla", "effektivisera", "modernisera",
     "öka", "minska", "höja", "sänka", "hålla", "nyttja", "använda", "disponera", "förvalta", "anställa", "rekrytera",
     "hitta", "behålla", "attrahera", "nå", "uppnå", "uppfatta", "uppfattas", "upphandla", "optimera", "få",
     "bibehålla", "halvera", "begränsa", "bedriva", "tänka", "ställa", "samordna", "fasa", "byta", "klara", "redovisa",
     "reducera", "förkorta", "leverera", "äga", "skapa"}
)  # fmt: skip


def internal_words(sentence: Sentence) -> Iterator[Place]:
    """Yield the noun that makes the goal internal, if it is."""
    at = _seen(sentence)
    if at is not None:
        yield place_at(sentence, at, at, "internal")


def internal(sentence: Sentence) -> bool:
    """Whether the goal is about staff, money, premises, organisation or the own footprint."""
    return _seen(sentence) is not None


@lru_cache(maxsize=64)
def _seen(sentence: Sentence) -> int | None:
    for main in sentence.mains:
        found = _main(sentence, main)
        if found is not None:
            return found
        if main.subject or main.rest:
            return None
    return None


def _main(sentence: Sentence, main: MainClause) -> int | None:
    subject = topic(sentence, main.subject)
    if subject is not None:
        if _is_own(sentence, main, subject):
            return subject.at
        if about(sentence, subject, "actor") and (place := _footprint_words(sentence)) is not None:
            return place
        if not about(sentence, subject, "actor", "service", "staff", "process", "partner"):
            return None
    if main.heading:
        return None
    return _object(sentence, main)


def _is_own(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """Whether a subject or a heading's noun is the organisation's own."""
    word = sentence.tokens[head.at].word
    genitive = sentence.tokens[head.genitive].word if head.genitive >= 0 else None
    if genitive and (genitive.tagged("resident", "n") or genitive.tagged("service", "n") and not word.tagged("money", "n")):
        return False
    if about(sentence, head, "service", "resident"):
        return False
    if about(sentence, head, "internal"):
        return not _serves(sentence, main)
    if about(sentence, head, "property"):
        return not _mentions(sentence, "resident", "partner", "company")
    if about(sentence, head, "footprint"):
        strong = any(reading.lemma in _STRONG_FOOTPRINT or reading.tail in _STRONG_FOOTPRINT for reading in word.readings)
        return strong or _has_owner(sentence)
    return False


def _serves(sentence: Sentence, main: MainClause) -> bool:
    """Staff who do something for residents: *Personalen bemöter brukarna*."""
    if main.verb < 0:
        return False
    return any(sentence.has(head.at, "resident") and head.preposition < 0 for head in main.rest)


def _mentions(sentence: Sentence, *tags: str) -> bool:
    return any(
        sentence.has(at, tag)
        for at, token in enumerate(sentence.tokens)
        if token.kind == "word" and not (at and sentence.tokens[at - 1].key == "per")
        for tag in tags
    )


def _has_owner(sentence: Sentence) -> bool:
    """Whether something says that it is the municipality's own: kommunens fastigheter, kommunala kök."""
    for at, token in enumerate(sentence.tokens):
        word = token.word
        if sentence.has(at, "property") or word.lemmas & _OWN or sentence.has(at, "organisation"):
            return True
        if word.genitive and word.tagged("actor", "n"):
            following = sentence.tokens[at + 1].word if at + 1 < len(sentence.tokens) else None
            if following is None or not following.lemmas & {"gräns", "område", "invånare", "hushåll", "geografisk", "yta"}:
                return True
        if word.tagged("actor", "n") and not word.lemmas & {"kommun"}:
            return True
    return False


def _footprint_words(sentence: Sentence) -> int | None:
    """*Bolaget ska vara fossilfritt*: the own footprint said of an actor other than the place itself."""
    if sentence.main.subject and sentence.tokens[sentence.main.subject[0].at].word.lemmas & {"kommun", "exempelkommun"}:
        return None
    for hit in word_list("internal").match(sentence.tokens):
        if hit.entry.group.name == "own-footprint":
            return hit.first
    return None


def _object(sentence: Sentence, main: MainClause) -> int | None:
    """What the organisation has or handles: *har en flexibel organisation*, *Säkerställa tidsenliga fordon*."""
    clause = sentence.clauses[main.clause]
    lemmas = {lemma for verb in clause.verbs for lemma in sentence.tokens[verb].word.lemmas}
    if not lemmas & _KEEPING_VERBS or main.passive:
        return None
    for head in main.rest:
        if head.preposition >= 0 and sentence.tokens[head.preposition].key not in {"om"}:
            continue
        if about(sentence, head, "resident", "company"):
            return None
        genitive = sentence.tokens[head.genitive].word if head.genitive >= 0 else None
        if genitive and genitive.tagged("resident", "n"):
            return None
        if about(sentence, head, "service", "document") or (about(sentence, head, "quality") and not about(sentence, head, "internal")):
            return None
        if about(sentence, head, "internal", "property"):
            return head.at
        if about(sentence, head, "footprint") and _has_owner(sentence):
            return head.at
    return None
