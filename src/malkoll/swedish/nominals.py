"""The nouns that carry a stretch of a sentence, and what governs each."""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.record import Record
from malkoll.swedish.tokens import Token

__all__ = ["Head", "heads", "is_head"]


class Head(Record):
    """A noun that is no genitive.

    Attributes:
        at: its token.
        preposition: the token of the preposition that governs it, or -1.
        genitive: the token of the genitive before it, or -1.
        adjectives: the tokens of its adjectives.

    """

    at: int
    preposition: int
    genitive: int
    adjectives: tuple[int, ...]


def is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a noun here and no genitive, verb or small word."""
    word = tokens[at].word
    if tokens[at].kind != "word" or not word.noun or word.genitive:
        return False
    if word.function and not (word.function <= {"preposition"} and word.known and word.tags):
        return False
    if word.adjective and not word.known:
        return False
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    # "äldre personer", "unga vuxna": an adjective used as a noun only where no noun follows
    return not (word.adjective and following and following.noun and not following.function)


def heads(tokens: Sequence[Token], places: Sequence[int]) -> tuple[Head, ...]:
    """The nouns among some tokens, in order.

    A preposition governs every noun after it until the next verb or bracket: *i skolor och förskolor*.
    """
    found: list[Head] = []
    preposition, genitive = -1, -1
    adjectives: list[int] = []
    for at in places:
        token = tokens[at]
        word = token.word
        if token.kind != "word":
            if token.kind == "mark" and token.text != ",":
                preposition, genitive, adjectives = -1, -1, []
            continue
        if is_head(tokens, at):
            found.append(Head(at, preposition, genitive, tuple(adjectives)))
            genitive, adjectives = -1, []
        elif "preposition" in word.function and word.key not in {"om", "till"}:
            preposition, genitive, adjectives = at, -1, []
        elif "preposition" in word.function:
            preposition = at
        elif word.noun and word.genitive:
            genitive = at
        elif word.finite or word.infinitive:
            preposition, genitive, adjectives = -1, -1, []
        elif word.adjective:
            adjectives.append(at)
    return tuple(found)
