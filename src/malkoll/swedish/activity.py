"""MK501 and MK506: what the organisation does or keeps, as the main verb."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.theme import about, acts, residents_act, topic

__all__ = ["activities", "status_quo"]

_LIGHT = frozenset({"genomföra", "bedriva", "utföra", "utöva", "ske", "driva"})
_BETWEEN = frozenset({"life", "offer", "move", "state", "perceive", "have", "copula"})
_RESULT_OBJECTS = frozenset({"resident"})


def activities(sentence: Sentence, words: WordList | None = None, weak: WordList | None = None) -> Iterator[Place]:
    """Yield the main verb that is something the organisation does, where MK401 says nothing of it."""
    if any(weak_verbs(sentence, weak)) or internal(sentence):
        return
    words = words or word_list("activities")
    for main in sentence.mains:
        found = _phrase(sentence, main, words) or _verb(sentence, main) or _noun(sentence, main)
        if found:
            yield found
            return


def _phrase(sentence: Sentence, main: MainClause, words: WordList) -> Place | None:
    verbs = set(sentence.clauses[main.clause].verbs)
    for hit in words.match(sentence.tokens):
        if verbs.isdisjoint(range(hit.first, hit.last + 1)) or residents_act(sentence, main):
            continue
        return place_of(sentence, hit)
    return None


def _verb(sentence: Sentence, main: MainClause) -> Place | None:
    if main.verb < 0:
        return None
    word = sentence.tokens[main.verb].word
    if not word.tagged("doing", "v") or residents_act(sentence, main) and not main.passive:
        return None
    subject = topic(sentence, main.subject)
    if main.passive:
        if main.lemmas & _LIGHT and _has_manner(sentence, main):
            return None
        if about(sentence, subject, "resident", "company", "quality", "environment") or word.tagged("offer", "v"):
            return None
        if word.tagged("life", "v") and not about(sentence, subject, "nominal", "document"):
            return None
    elif any(word.tagged(tag, "v") for tag in _BETWEEN) and not acts(sentence, main):
        return None
    elif not acts(sentence, main) and subject is not None and not about(sentence, subject, "partner"):
        return None
    return place_at(sentence, main.verb, main.verb, "doing verb")


def _has_manner(sentence: Sentence, main: MainClause) -> bool:
    """*ska genomföras jävsfritt och snabbt*: how well it is done, which is a level of service."""
    after = [at for at in sentence.clauses[main.clause].own if at > main.verb]
    if not after:
        return False
    word = sentence.tokens[after[0]].word
    return word.adjective and word.key.endswith("t") and not word.noun


def _noun(sentence: Sentence, main: MainClause) -> Place | None:
    """A doing as a noun: *Framtagande av …*, *En kartläggning ska vara klar*, *Fortsatt utveckling av …*."""
    subject = topic(sentence, main.subject)
    if subject is None or subject.preposition >= 0:
        return None
    if main.heading and about(sentence, subject, "nominal") and not about(sentence, subject, "service"):
        return place_at(sentence, subject.at, subject.at, "doing as noun")
    if main.verb >= 0 and about(sentence, subject, "document", "nominal"):
        word = sentence.tokens[main.verb].word
        own = sentence.clauses[main.clause].own
        ready = any(sentence.tokens[at].word.lemmas & {"klar", "färdig", "antagen", "framtagen", "färdigställd", "genomförd", "beslutad", "på"} for at in own)
        if (word.tagged("copula", "v") and ready) or main.lemmas & {"finnas", "anta", "utarbeta", "starta", "påbörja"}:
            return place_at(sentence, subject.at, subject.at, "document as goal")
    return None


def status_quo(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the main verb that keeps what is: bibehålla, fortsätta, vara oförändrad."""
    for main in sentence.mains:
        clause = sentence.clauses[main.clause]
        for hit in (words or word_list("status-quo")).match(sentence.tokens):
            inside = set(range(hit.first, hit.last + 1))
            if inside & {clause.finite, *clause.verbs} or (main.heading and hit.first in clause.own[:1]):
                yield place_of(sentence, hit)
                return
