"""The municipality held against others: how they do decides its place."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.at_large import is_state
from malkoll.swedish.nominals import Head

__all__ = ["compared"]


def compared(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Kommunen ska tillhöra landets 50 främsta*: how others do decides; not so of a service of our own."""
    if main.verb < 0 or not is_state(sentence, main) or _names_service(sentence):
        return -1
    if subject and not sentence.tokens[subject[0].at].word.lemmas & {"kommun", "exempelkommun"}:
        return -1
    own = [at for at in sentence.clauses[main.clause].own if at > main.verb]
    best = next((at for at in own if _is_superlative(sentence, at)), -1)
    if best < 0 or any("service" in sentence.tokens[at].word.front for at in own):
        return -1
    if sentence.tokens[best].key == "topp":
        return best
    return best if any(_is_realm(sentence, at) for at in own) else -1


def _names_service(sentence: Sentence) -> bool:
    """Whether it is a service that is to be best; a place in a list is none."""
    return any(
        sentence.has(at, "service") and "placering" not in token.word.lemmas
        for at, token in enumerate(sentence.tokens)
    )


def _is_superlative(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    if word.key in {"topp", "toppen"}:
        return True
    if word.key in {"minst", "högst", "mest", "främst"}:
        return False
    return any(reading.word_class == "a" and reading.feature == "sup" for reading in word.readings)


def _is_realm(sentence: Sentence, at: int) -> bool:
    """*i landet*, *länets*, *Sveriges*: those with whom it is compared."""
    word = sentence.tokens[at].word
    if word.key in {"sveriges", "sverige", "nordens", "europas", "norrlands", "smålands", "skånes"}:
        return True
    return bool({reading.lemma for reading in word.readings} & {"land", "län", "rike"})
