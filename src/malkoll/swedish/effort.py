"""MK401: verbs that promise an effort and not a result."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.findings import Place, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.phrases import Hit, WordList, word_list
from malkoll.swedish.theme import about, residents_act, topic

__all__ = ["is_effort", "is_residents", "main_hits", "weak_verbs"]


def weak_verbs(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield each weak verb that is a main verb.

    One in a subordinate clause only describes; one about the organisation itself is left to MK402, since
    the goal is then internal and no activity towards anybody.
    """
    for hit in main_hits(sentence, words or word_list("weak-verbs")):
        yield place_of(sentence, hit)


def main_hits(sentence: Sentence, words: WordList) -> tuple[Hit, ...]:
    """The hits of `weak_verbs` as tokens; reckoned once for each sentence and list."""
    key = (main_hits, words)
    if key not in sentence.memory:
        sentence.memory[key] = tuple(_main_hits(sentence, words))
    found: tuple[Hit, ...] = sentence.memory[key]
    return found


def is_effort(sentence: Sentence) -> bool:
    """Whether a main verb is weak, by the built-in list."""
    return bool(main_hits(sentence, word_list("weak-verbs")))


def _main_hits(sentence: Sentence, words: WordList) -> Iterator[Hit]:
    for hit in sentence.hits(words):
        if hit.first in sentence.perceived:
            continue
        main = _main_of(sentence, hit)
        if main is None or is_residents(sentence, hit):
            continue
        if _is_state(sentence, main) or _later_predicate(sentence, main, hit):
            continue
        passive = any(sentence.tokens[at].word.passive for at in range(hit.first, hit.last + 1))
        given = passive and (residents_act(sentence, main) or internal(sentence))
        if hit.entry.group.name == "conditions" and given:
            # Alla ska ges möjlighet: what residents get
            continue
        if hit.entry.group.name == "promotion" and (internal(sentence) or _of_nature(sentence, main)):
            continue
        if hit.entry.group.name == "growth" and not _is_doing(sentence, main):
            continue
        yield hit


def _main_of(sentence: Sentence, hit: Hit) -> MainClause | None:
    """The main clause whose verb the hit holds."""
    for main in sentence.mains:
        verbs = set(sentence.clauses[main.clause].verbs)
        for at in range(hit.first, hit.last + 1):
            if at in verbs:
                return main
    return None


def is_residents(sentence: Sentence, hit: Hit) -> bool:
    """*Fler flickor är med i en förening*: residents are who does it."""
    main = _main_of(sentence, hit)
    return main is not None and residents_act(sentence, main) and not main.passive


def _is_state(sentence: Sentence, main: MainClause) -> bool:
    """*Livslångt lärande möjliggör …*: no doer, so no effort of anybody."""
    subject = topic(sentence, main.subject)
    return (
        not main.passive
        and about(sentence, subject, "quality", "environment", "outside")
        and not about(sentence, subject, "actor", "process", "nominal", "document", "partner")
    )


def _of_nature(sentence: Sentence, main: MainClause) -> bool:
    """*Den biologiska mångfalden ska gynnas*: a state of nature, whoever brings it about."""
    return main.passive and about(sentence, topic(sentence, main.subject), "environment")


def _later_predicate(sentence: Sentence, main: MainClause, hit: Hit) -> bool:
    """*Skolgårdarna är gröna och lockar till lek*: the goal is a state, whatever verb comes second."""
    first = sentence.tokens[main.verb].word
    return hit.first > main.verb and not hit.first <= main.verb <= hit.last and first.tagged("copula", "v")


def _is_doing(sentence: Sentence, main: MainClause) -> bool:
    """*Utveckla* and its like: somebody does it, or it is done to a doing, a service or a place."""
    if internal(sentence):
        return False
    if not main.passive:
        return True
    subject = topic(sentence, main.subject)
    if about(sentence, subject, "quality", "resident", "company"):
        return False
    return about(sentence, subject, "nominal", "process", "document", "partner", "actor")
