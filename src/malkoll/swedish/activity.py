"""MK501 and MK506: what the organisation does or keeps, as the main verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from malkoll.swedish.analysis import MainClause, Sentence, once
from malkoll.swedish.effort import is_effort, main_hits
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.nominals import Head
from malkoll.swedish.phrases import WordList, groups, word_list
from malkoll.swedish.theme import about, acts, others_act, others_serve, residents_act, topic

__all__ = ["activities", "is_activity", "status_quo"]

_LIGHT = frozenset(
    {"genomföra", "bedriva", "utföra", "utöva", "ske", "driva", "påbörja", "inleda", "åtgärda", "starta"}
)
_BETWEEN = frozenset({"life", "offer", "move", "state", "perceive", "have", "copula"})
_USE = frozenset({"använda", "nyttja", "utnyttja"})
_STUDIES = frozenset({"kartlägga", "inventera", "utreda", "analysera"})


def activities(
    sentence: Sentence, words: WordList | None = None, weak: WordList | None = None
) -> Iterator[Place]:
    """Yield the main verb that is something the organisation does, where MK401 says nothing of it."""
    asked = (words or word_list("activities"), weak or word_list("weak-verbs"))
    if asked not in sentence.memory:
        # three rules want to know
        sentence.memory[asked] = _first(sentence, *asked)
    found: Place | None = sentence.memory[asked]
    if found is not None:
        yield found


def _first(sentence: Sentence, words: WordList, weak: WordList) -> Place | None:
    if main_hits(sentence, weak) or internal(sentence):
        return None
    for main in sentence.mains:
        if others_act(sentence, main) >= 0:
            continue
        found = _phrase(sentence, main, words) or _verb(sentence, main) or _noun(sentence, main)
        if found:
            return found
    return None


@once
def is_activity(sentence: Sentence) -> bool:
    """Whether the goal is an effort or something the organisation does, by the built-in lists."""
    return is_effort(sentence) or any(activities(sentence))


def _phrase(sentence: Sentence, main: MainClause, words: WordList) -> Place | None:
    hits = sentence.hits(words)
    verbs = set(sentence.clauses[main.clause].verbs) if hits else set()
    for hit in hits:
        if verbs.isdisjoint(range(hit.first, hit.last + 1)) or residents_act(sentence, main):
            continue
        if main.passive and others_serve(sentence, topic(sentence, main.subject)):
            continue
        return place_of(sentence, hit)
    return None


def _verb(sentence: Sentence, main: MainClause) -> Place | None:
    if main.verb < 0:
        return None
    word = sentence.tokens[main.verb].word
    if word.tagged("keep", "v"):
        return None
    if not word.tagged("doing", "v") or (residents_act(sentence, main) and not main.passive):
        return None
    if main.lemmas & _LIGHT and _is_level(sentence, main):
        return None
    if "ta" in main.lemmas and any(
        at > main.verb and sentence.has(at, "time") for at in sentence.clauses[main.clause].own
    ):
        # Handläggningen får ta högst fem veckor
        return None
    if not (_is_done(sentence, main) if main.passive else _does(sentence, main)):
        return None
    return place_at(sentence, main.verb, main.verb, "doing verb")


def _is_done(sentence: Sentence, main: MainClause) -> bool:
    """*En plan ska tas fram*: done by the organisation, and no state or service that residents meet."""
    word = sentence.tokens[main.verb].word
    subject = topic(sentence, main.subject)
    if sentence.tokens[sentence.clauses[main.clause].own[0]].key == "det":
        # Det byggs bostäder: somebody else does it
        return False
    kinds = ("service", "process", "document") if _is_many(sentence, subject) else ("service", "process")
    if about(sentence, subject, *kinds) and _is_level(sentence, main):
        return False
    if about(sentence, subject, "resident", "company"):
        return False
    if main.lemmas & _STUDIES:
        # Enskilda avlopp ska inventeras; an ansökan that is looked into is casework
        return not (subject and _is_case(sentence, subject))
    if main.lemmas & _open_verbs() or main.lemmas & _USE or word.tagged("offer", "v"):
        return False
    if about(sentence, subject, "quality", "environment") or others_serve(sentence, subject):
        return False
    return not word.tagged("life", "v") or about(sentence, subject, "nominal", "document")


def _is_many(sentence: Sentence, subject: Head | None) -> bool:
    """*Detaljplaner antas inom 18 månader*: each of them, so it is casework; *en plan* is made once."""
    if subject is None:
        return False
    readings = sentence.tokens[subject.at].word.readings
    return any(reading.word_class == "n" and reading.feature in {"pi", "pd"} for reading in readings)


def _does(sentence: Sentence, main: MainClause) -> bool:
    """*Nämnden genomför en utbildning*: the organisation or a partner is who does it."""
    word = sentence.tokens[main.verb].word
    if _is_casework(sentence, main) or _comes_of_itself(sentence, main):
        return False
    if acts(sentence, main):
        return True
    subject = topic(sentence, main.subject)
    return not any(word.tagged(tag, "v") for tag in _BETWEEN) and (
        subject is None or about(sentence, subject, "partner")
    )


def _comes_of_itself(sentence: Sentence, main: MainClause) -> bool:
    """*Det ska öppna tio nya butiker*: companies do it."""
    own = sentence.clauses[main.clause].own
    return (
        bool(own)
        and sentence.tokens[own[0]].key == "det"
        and any(about(sentence, head, "company") for head in main.rest)
    )


_CASES = frozenset({"ansökan", "anmälan", "orosanmälan", "ärende", "årsräkning", "begäran", "överklagande"})


def _is_casework(sentence: Sentence, main: MainClause) -> bool:
    """*Nämnden utreder alla orosanmälningar inom lagens tid*: what each resident gets, a service."""
    for head in main.rest:
        if head.preposition < 0:
            return _is_case(sentence, head)
    return False


def _is_case(sentence: Sentence, head: Head) -> bool:
    readings = sentence.tokens[head.at].word.readings
    return any(reading.lemma in _CASES or reading.tail in _CASES for reading in readings)


@cache
def _open_verbs() -> frozenset[str]:
    """The verbs that MK401 or MK402 speaks of, whichever fits."""
    return frozenset(
        words for group, lines in groups("weak-verbs") if group.name == "growth" for words in lines
    )


def _is_level(sentence: Sentence, main: MainClause) -> bool:
    """*ska genomföras jävsfritt och snabbt*, *utförs inom 15 minuter*: how well it is done, a level of service."""
    if any(number.role == "limit" for number in sentence.numbers) or any(
        token.key == "inom" and sentence.tokens[at + 1 :] and sentence.tokens[-2].word.lemmas & {"tid"}
        for at, token in enumerate(sentence.tokens)
    ):
        return True
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
    after = (
        sentence.tokens[subject.at + 1].word.function
        if subject.at + 1 < len(sentence.tokens)
        else frozenset()
    )
    if main.heading and about(sentence, subject, "nominal") and "preposition" in after:
        return place_at(sentence, subject.at, subject.at, "doing as noun")
    if _is_carried_out(sentence, main):
        # Samtliga kontroller ska vara genomförda: whatever it is, it is done
        return place_at(sentence, subject.at, subject.at, "document as goal")
    if main.verb >= 0 and about(sentence, subject, "document", "nominal"):
        word = sentence.tokens[main.verb].word
        own = sentence.clauses[main.clause].own
        ready = any(
            sentence.tokens[at].word.lemmas
            & {"klar", "färdig", "antagen", "framtagen", "färdigställd", "genomförd", "beslutad", "på"}
            for at in own
        )
        if _is_many(sentence, subject) and _is_level(sentence, main):
            return None
        if (word.tagged("copula", "v") and ready) or main.lemmas & {
            "finnas",
            "anta",
            "besluta",
            "fastställa",
            "utarbeta",
            "starta",
            "påbörja",
        }:
            return place_at(sentence, subject.at, subject.at, "document as goal")
    return None


def _is_carried_out(sentence: Sentence, main: MainClause) -> bool:
    if main.verb < 0 or not sentence.tokens[main.verb].word.tagged("copula", "v"):
        return False
    after = (at for at in sentence.clauses[main.clause].own if at > main.verb)
    done = any("genomförd" in sentence.tokens[at].word.lemmas for at in after)
    return done and not _is_level(sentence, main)


def status_quo(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the main verb that keeps what is: bibehålla, fortsätta, vara oförändrad."""
    hits = sentence.hits(words or word_list("status-quo"))
    for main in sentence.mains if hits else ():
        clause = sentence.clauses[main.clause]
        for hit in hits:
            inside = set(range(hit.first, hit.last + 1))
            if inside & {clause.finite, clause.verb} or (main.heading and hit.first in clause.own[:1]):
                yield place_of(sentence, hit)
                return
