"""Which infinitives, imperatives and supines are the verbs of the clause they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.swedish.opening import CONJUNCTIONS, SEMI_MODAL, OpenClause, joined, key_at, praises
from malkoll.swedish.tokens import Token

__all__ = ["infinitive", "link_before", "supine"]

_REACH = 60
"""How many words back what joins a verb to its clause is looked for."""


def link_before(tokens: Sequence[Token], clause: OpenClause, at: int) -> int:
    """The last *och* or comma after the clause's verb and before a token, or -1."""
    since = max([clause.finite, *clause.verbs])
    for place in range(at - 1, max(since, at - _REACH), -1):
        if key_at(tokens, place) in CONJUNCTIONS or key_at(tokens, place) == ",":
            return place
    return -1


def infinitive(tokens: Sequence[Token], top: OpenClause, at: int) -> None:
    """Put a token that can be an infinitive or imperative into its clause, as a verb if it is one there."""
    top.own.append(at)
    if not _is_infinitive(tokens, top, at):
        return
    if top.infinitive and not top.verbs:
        top.verbs.append(at)
    elif top.modal:
        _modal_infinitive(tokens, top, at)
    elif not top.complete and not top.verbs and _heads_clause(tokens, top, at):
        top.verbs.append(at)
    elif top.verbs and joined(tokens, at) >= 0 and tokens[top.verbs[-1]].word.infinitive:
        _join(tokens, top, at)
    elif top.verbs and _goes_on(tokens, top.verbs[-1], at):
        top.verbs[-1] = at
    elif top.kind in {"that", "purpose", "means"} and not top.complete and not top.verbs:
        top.infinitive = True
        top.verbs.append(at)


def _is_infinitive(tokens: Sequence[Token], top: OpenClause, at: int) -> bool:
    """Whether a token that can be an infinitive is one here and no noun, adjective or small word."""
    word = tokens[at].word
    if key_at(tokens, at - 1) in {"en", "ett"}:
        return False
    if word.key == "få" and top.modal and top.verbs and joined(tokens, at) >= 0:
        return _gets(tokens, at)
    if word.noun and at and "preposition" in tokens[at - 1].word.function and key_at(tokens, at - 1) != "att":
        # i samverkan med skola och polis
        return False
    if at == 0:
        if word.adjective and praises(tokens, at + 1):
            return False
        return not word.noun or not word.known
    if not (word.noun or word.function or (word.adjective and not word.infinitive)):
        return True
    if top.infinitive and not top.verbs and key_at(tokens, at - 1) == "att":
        return word.infinitive
    if top.modal and not top.verbs and not word.function & {"preposition", "conjunction"}:
        return word.infinitive
    return top.modal and "infs" in word.features and joined(tokens, at) >= 0


def _goes_on(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """*Fortsätta att utveckla …*: what goes on is the verb."""
    return key_at(tokens, at - 1) == "att" and verb == at - 2 and bool(SEMI_MODAL & tokens[verb].word.lemmas)


def _gets(tokens: Sequence[Token], at: int) -> bool:
    """*ska trivas och få god vård*, not *fler elever och få lärare*: the verb, unless many follow."""
    after = tokens[at + 1].word if at + 1 < len(tokens) else None
    return after is not None and not any(
        reading.feature.startswith("p") for reading in after.readings if reading.word_class == "n"
    )


def _modal_infinitive(tokens: Sequence[Token], top: OpenClause, at: int) -> None:
    first = tokens[top.verbs[-1]] if top.verbs else None
    if first is None:
        top.verbs.append(at)
    elif SEMI_MODAL & first.word.lemmas and key_at(tokens, at - 1) in {"att", "kommer"}:
        top.verbs[-1] = at
    elif joined(tokens, at) >= 0:
        _join(tokens, top, at)
    elif first.word.lemmas & {"kunna", "få", "vilja", "behöva"}:
        top.verbs[-1] = at
    elif not tokens[at].word.noun and key_at(tokens, link_before(tokens, top, at)) in CONJUNCTIONS:
        # Frånvaron ska minska och närvaron öka: the second clause has lost its modal
        top.predicates.append(link_before(tokens, top, at))
        top.verbs.append(at)


def _join(tokens: Sequence[Token], top: OpenClause, at: int) -> None:
    top.verbs.append(at)
    link = joined(tokens, at)
    if key_at(tokens, link) != ",":
        top.predicates.append(link)


def _heads_clause(tokens: Sequence[Token], top: OpenClause, at: int) -> bool:
    """Whether an infinitive or imperative stands first: *Öka andelen …*, *Att stärka …*."""
    if top.own and "preposition" in tokens[top.own[0]].word.function:
        return True
    return all(
        tokens[place].kind == "mark"
        or key_at(tokens, place) == "att"
        or ("adverb" in tokens[place].word.function or tokens[place].word.adjective)
        for place in top.own
        if place < at
    )


def supine(tokens: Sequence[Token], top: OpenClause, at: int) -> None:
    """Put a supine into its clause: after *har* the main verb, alone in *unga som provat narkotika*."""
    top.own.append(at)
    if top.kind == "relative" and not top.complete:
        top.infinitive = True
        top.verbs.append(at)
    elif top.verbs and "ha" in tokens[top.verbs[-1]].word.lemmas:
        top.verbs[-1] = at
