"""MK403: change without a level."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.findings import Place, place_at

__all__ = ["changes_without_level"]

_DIRECTIONS = frozenset(
    {"öka", "minska", "höja", "sänka", "sjunka", "stiga", "reducera", "växa", "krympa", "korta", "förkorta", "begränsa",
     "klättra", "avta", "falla", "dämpa", "utöka"}
)  # fmt: skip
_AMOUNTS = frozenset(
    {"fler", "färre", "mer", "mindre", "högre", "lägre", "bättre", "sämre", "större", "kortare"}
)
_ABSOLUTE = frozenset(
    {"halvera", "fördubbla", "dubbla", "tredubbla", "noll", "hälften", "tredjedel", "fjärdedel", "upphöra", "avveckla",
     "eliminera"}
)  # fmt: skip
_ALL = frozenset({"samtliga", "alla", "ingen", "inga", "inget", "varje"})
"""A level where they say whom the goal is for: *Alla elever …*, not *… varje vecka*."""


def changes_without_level(sentence: Sentence) -> Iterator[Place]:
    """Yield the word of movement where no number says how far."""
    if not sentence.tokens:
        return
    levels = {"target", "base", "change", "limit", "place"}
    if any(number.role in levels for number in sentence.numbers):
        return
    if any(token.word.lemmas & _ABSOLUTE for token in sentence.tokens) or sentence.tokens[0].key in _ALL:
        return
    for main in sentence.mains:
        found = _verb(sentence, main) or _amount(sentence, main)
        if found:
            yield found
            return


def _verb(sentence: Sentence, main: MainClause) -> Place | None:
    if main.verb >= 0 and main.lemmas & _DIRECTIONS:
        return place_at(sentence, main.verb, main.verb, "movement")
    return None


def _amount(sentence: Sentence, main: MainClause) -> Place | None:
    """*Fler elever …*, *Ökad trygghet*: the movement stands before the noun."""
    for at in sentence.clauses[main.clause].own:
        token = sentence.tokens[at]
        if token.key in _AMOUNTS or (
            token.word.lemmas & {"ökad", "minskad", "sänkt", "höjd"} and token.word.adjective
        ):
            following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
            if token.key in {"mer", "mindre"} and (following is None or following.word.adjective):
                continue
            if following is not None and (
                following.key == "än" or following.word.lemmas & {"utsträckning", "grad"}
            ):
                continue
            return place_at(sentence, at, at, "amount")
    return None
