"""MK402, MK404, MK405 and MK410: words that leave the goal open."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import Sentence, once
from malkoll.swedish.effort import is_residents, main_hits
from malkoll.swedish.findings import Place, place_of
from malkoll.swedish.numbers import COUNTS
from malkoll.swedish.phrases import Hit, WordList, word_list
from malkoll.swedish.theme import is_measure, residents_act

__all__ = ["escape_clauses", "open_lists", "superlatives", "vague_words"]

_SCALES = frozenset({"degree"})
_RANKINGS = frozenset({"ranking", "rankning", "mätning", "index", "undersökning", "kolada", "plats"})


def vague_words(
    sentence: Sentence, words: WordList | None = None, weak: WordList | None = None
) -> Iterator[Place]:
    """Yield each word that leaves the goal open and that nothing in it makes definite.

    Args:
        sentence: the statement.
        words: the list of vague words in force.
        weak: the list of weak verbs in force; what MK401 says of a verb is not said again.

    """
    weak = weak or word_list("weak-verbs")
    found = sentence.hits(words or word_list("vague-words"))
    if not (found or sentence.hits(weak)):
        return
    covered = {at for hit in main_hits(sentence, weak) for at in range(hit.first, hit.last + 1)}
    for finder in ("escape-clauses", "superlatives"):
        for hit in sentence.hits(word_list(finder)):
            covered.update(range(hit.first, hit.last + 1))
    for hit in found:
        if any(at in covered or at in sentence.protected for at in range(hit.first, hit.last + 1)):
            continue
        if not _is_definite(sentence, hit):
            yield place_of(sentence, hit)
    for hit in sentence.hits(weak):
        if hit.first in covered or hit.last == hit.first or is_residents(sentence, hit):
            continue
        if not _is_definite(sentence, hit):
            yield place_of(sentence, hit)


def _is_definite(sentence: Sentence, hit: Hit) -> bool:
    """Whether something in the sentence says what the word means, or it is no vague use of it."""
    word_class = hit.entry.group.word_class
    if word_class == "phrase":
        return hit.first in sentence.perceived and hit.entry.group.list_id == "weak-verbs"
    if (
        hit.first in sentence.perceived
        or sentence.measured
        or _has_standard(sentence, hit)
        or _is_share(sentence)
    ):
        return True
    if word_class == "verb":
        return _is_definite_verb(sentence, hit)
    if word_class == "adjective":
        return _is_definite_adjective(sentence, hit)
    return False


@once
def _is_share(sentence: Sentence) -> bool:
    """*Nio av tio barn ska …*: how many of them says how much."""
    keys = [token.key for token in sentence.tokens[:4]]
    start = 1 if keys[:1] in (["minst"], ["drygt"]) else 0
    return keys[start + 1 : start + 2] == ["av"] and all(
        token.kind == "number" or token.key in COUNTS for token in sentence.tokens[start : start + 3 : 2]
    )


def _has_standard(sentence: Sentence, hit: Hit) -> bool:
    """*av god kvalitet enligt Havs- och vattenmyndighetens klassning*: somebody has defined it."""
    return _standards(sentence).get(sentence.clause_of(hit.first), -1) > hit.last


@once
def _standards(sentence: Sentence) -> dict[int, int]:
    """For each clause with an *enligt* where the last one stands."""
    return {sentence.clause_of(at): at for at, token in enumerate(sentence.tokens) if token.key == "enligt"}


def _is_definite_verb(sentence: Sentence, hit: Hit) -> bool:
    """A verb counts where it is a clause's verb; with people or a measure as subject it is plain."""
    for main in sentence.mains:
        if hit.first in sentence.clauses[main.clause].verbs:
            if residents_act(sentence, main) and sentence.tokens[hit.first].word.lemmas & {
                "utveckla",
                "utvecklas",
            }:
                return True
            return bool(main.subject) and is_measure(sentence, main.subject[0]) and main.passive
    return not any(hit.first in clause.verbs for clause in sentence.clauses)


def _is_definite_adjective(sentence: Sentence, hit: Hit) -> bool:
    token = sentence.tokens[hit.first]
    if [other.key for other in sentence.tokens[max(hit.first - 1, 0) : hit.last + 2 : 2]] == ["så", "att"]:
        # så låga att unga har råd: how low is said
        return True
    features = {reading.feature for reading in token.word.readings if reading.word_class == "a"}
    if any(hit.first in clause.verbs for clause in sentence.clauses):
        return True
    if "cmp" in features and "pos" not in features and _is_compared(sentence, hit.first):
        return True
    if token.key == "öppet" and "ha" in sentence.main.lemmas:
        return True
    if token.word.lemmas & {"positiv", "negativ"} and _is_balance(sentence):
        return True
    if hit.entry.group.name in _SCALES and "pos" not in features:
        return True
    if hit.entry.group.name in _SCALES and _tells_how(sentence, hit.first):
        # läser högt: the adverb is no degree of anything
        return True
    return "sup" in features and "pos" not in features


def _is_compared(sentence: Sentence, at: int) -> bool:
    """*snabbare än inflationen*: what it is held against is said."""
    return [token.key for token in sentence.tokens[at + 1 : at + 2]] == ["än"]


def _is_balance(sentence: Sentence) -> bool:
    """*Resultatet ska vara positivt*: above nought."""
    subject = sentence.main.subject
    return bool(subject) and any(sentence.has(subject[0].at, tag) for tag in ("money", "outside", "measure"))


def _tells_how(sentence: Sentence, at: int) -> bool:
    """Whether an adjective in *-t* stands as an adverb of a full verb."""
    following = sentence.tokens[at + 1].word if at + 1 < len(sentence.tokens) else None
    verb = sentence.main.verb
    return (
        sentence.tokens[at].key.endswith("t")
        and not (following is not None and (following.noun or following.adjective))
        and verb >= 0
        and not sentence.tokens[verb].word.tagged("copula", "v")
    )


def escape_clauses(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield each way out of the goal."""
    for hit in sentence.hits(words or word_list("escape-clauses")):
        yield place_of(sentence, hit)


def open_lists(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield each list without an end."""
    for hit in sentence.hits(words or word_list("open-lists")):
        yield place_of(sentence, hit)


def superlatives(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield each place in a race that is not named."""
    found = sentence.hits(words or word_list("superlatives"))
    if not found:
        return
    weak = {
        at for hit in main_hits(sentence, word_list("weak-verbs")) for at in range(hit.first, hit.last + 1)
    }
    named = any(token.word.lemmas & _RANKINGS for token in sentence.tokens)
    for hit in found:
        if named or any(
            at in sentence.perceived or at in sentence.protected or at in weak
            for at in range(hit.first, hit.last + 1)
        ):
            continue
        if _is_superlative(sentence, hit):
            yield place_of(sentence, hit)


def _is_superlative(sentence: Sentence, hit: Hit) -> bool:
    """*bland de* needs a superlative after it; *mest* needs an adjective."""
    words = hit.entry.words
    following = sentence.tokens[hit.last + 1 : hit.last + 4]
    if words in {"bland de", "en av de", "en av landets", "en av länets", "en av Sveriges"}:
        return any(reading.feature == "sup" for token in following for reading in token.word.readings) or any(
            token.key == "mest" for token in following
        )
    if words.startswith("bland ") and words != "bland de bästa":
        return any(reading.feature == "sup" for token in following for reading in token.word.readings)
    if words == "mest":
        return bool(following) and following[0].word.adjective
    if words == "bäst":
        # "bäst" alone is a rank; "bästa möjliga" has a line of its own
        return any(
            reading.feature == "sup" and reading.lemma in {"god", "bra"}
            for reading in sentence.tokens[hit.first].word.readings
        )
    return True
