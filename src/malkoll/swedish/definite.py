"""Whether an indicator's name says what a vague word means: *trygg* measured by *Trygghet i skolan, enkät*."""

from __future__ import annotations

from functools import lru_cache

from malkoll.swedish.analysis import Sentence
from malkoll.swedish.findings import Place
from malkoll.swedish.tokens import Token, tokenise

__all__ = ["defines", "is_degree"]

_ROOT = 5
"""How many letters two words share when one is made of the other: trygg, trygghet."""


def defines(name: str, sentence: Sentence, place: Place) -> bool:
    """Tell whether an indicator's name holds the word itself or one made of it.

    Args:
        name: the indicator's name.
        sentence: the goal's statement.
        place: a vague word in it.

    """
    said = [
        token for token in sentence.tokens if place.start <= token.start < place.end and token.kind == "word"
    ]
    measured = _words_of(name)
    content = [token for token in said if not token.word.function]
    return bool(content) and all(any(_related(token, other) for other in measured) for token in content)


@lru_cache(maxsize=64)
def _words_of(name: str) -> tuple[Token, ...]:
    """The words of an indicator's name, which every vague word of the goal is held against."""
    return tuple(token for token in tokenise(name) if token.kind == "word")


_DEGREES = frozenset({"degree", "change"})
_AMOUNTS = ("grad", "utsträckning", "utsträckning än")


def is_degree(place: Place) -> bool:
    """Tell whether a vague word is a matter of degree, which a baseline and a target settle."""
    if place.entry is None:
        return False
    return place.entry.group.name in _DEGREES or place.entry.words.endswith(_AMOUNTS)


def _related(token: Token, other: Token) -> bool:
    if token.word.lemmas & other.word.lemmas:
        return True
    roots = {reading.lemma[:_ROOT] for reading in token.word.readings if len(reading.lemma) >= _ROOT}
    return any(
        reading.lemma.startswith(root) or reading.tail.startswith(root)
        for reading in other.word.readings
        for root in roots
    )
