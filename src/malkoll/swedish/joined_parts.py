"""What to quote of things that are joined: each part by itself, in the writer's words."""

from __future__ import annotations

from malkoll.swedish.analysis import Sentence, once
from malkoll.swedish.clauses import Clause
from malkoll.swedish.coordination import Coordination
from malkoll.swedish.nominals import is_head
from malkoll.swedish.opening import CONJUNCTIONS

__all__ = ["clause_parts", "parts_of"]

_LONGEST = 60
"""A longer part is quoted by its beginning."""
_MOST = 4
"""So many parts before the conjunction are quoted."""
_VERBAL = frozenset({"clauses", "predicates", "infinitives"})
_WORDS = frozenset({"adjectives", "attributes", "manners"})
_ENDS = frozenset(".!?;:()")


def parts_of(sentence: Sentence, joined: Coordination) -> tuple[str, ...]:
    """*veta vart de kan vända sig*, *känna förtroende*: the things joined, in order."""
    if joined.kind == "phrases":
        return _phrases(sentence, joined)
    right = sorted(at for at in joined.items if at > joined.at)[:1]
    left = sorted(at for at in joined.items if at < joined.at)[-_MOST:]
    if not left or not right:
        return ()
    items = [*left, *right]
    found: list[str] = []
    for number, at in enumerate(items):
        first = _start(sentence, joined, at)
        after = items[number + 1] if number + 1 < len(items) else -1
        last = _before(sentence, joined, at, after) if after >= 0 else _end(sentence, joined, at)
        found.append(_words(sentence, first, last))
    return tuple(dict.fromkeys(found))


def clause_parts(sentence: Sentence, parent: Clause, clause: Clause) -> tuple[str, ...]:
    """*en trygg kommun* | *alla elever når målen*: what stands before a clause with *där*, and the clause."""
    first = parent.verb + 1
    last = clause.opener - 1
    while last > first and sentence.tokens[last].kind == "mark":
        last -= 1
    return (
        _words(sentence, first, last),
        _words(sentence, clause.opener + 1, _until(sentence, clause.opener + 1, "clauses")),
    )


def _phrases(sentence: Sentence, joined: Coordination) -> tuple[str, ...]:
    """*med städningen* | *med tvättstugan*."""
    key = sentence.tokens[joined.items[0]].key
    first = next(at for at in range(joined.at - 1, -1, -1) if sentence.tokens[at].key == key)
    return (
        _words(sentence, first, _without_mark(sentence, joined.at - 1, first)),
        _words(sentence, joined.items[0], _until(sentence, joined.items[0], "nouns")),
    )


def _start(sentence: Sentence, joined: Coordination, at: int) -> int:
    """Where a part starts: at its verb, its subject or its first adjective."""
    if joined.kind not in _VERBAL:
        return _phrase_start(sentence, joined, at)
    if at > joined.at:
        first = joined.at + 1
        follows = sorted(one for one in joined.items if one > joined.at)
        if at != follows[0]:
            return at
        return first + 1 if first < at and sentence.tokens[first].key in {"att", "som"} else first
    if joined.kind == "clauses" or _has_subject(sentence, joined):
        return _clause_start(sentence, joined, at)
    return at


def _phrase_start(sentence: Sentence, joined: Coordination, at: int) -> int:
    first = at
    while first > 0 and sentence.tokens[first - 1].kind == "word":
        word = sentence.tokens[first - 1].word
        how = "adverb" in word.function and (joined.kind in _WORDS or first < at)
        belongs = word.adjective or word.genitive or how
        verb = word.finite and not word.adjective
        if word.key in CONJUNCTIONS or verb or is_head(sentence.tokens, first - 1) or not belongs:
            break
        first -= 1
    return first


def _has_subject(sentence: Sentence, joined: Coordination) -> bool:
    """*Frånvaron ska minska och närvaron öka*: the second verb has a subject of its own."""
    after = min(at for at in joined.items if at > joined.at)
    between = range(joined.at + 1, after)
    opening = sentence.tokens[joined.at + 1].word.function
    return "preposition" not in opening and any(is_head(sentence.tokens, at) for at in between)


def _clause_start(sentence: Sentence, joined: Coordination, at: int) -> int:
    main = sentence.clauses[joined.clause].kind == "main"
    openers = set() if main else {clause.opener for clause in sentence.clauses}
    for place in range(at, -1, -1):
        if sentence.tokens[place].text in _ENDS or place in openers:
            return place + 1
    return 0


def _before(sentence: Sentence, joined: Coordination, at: int, after: int) -> int:
    """The last token of a part that another follows: the *och* or comma between them is no part of it."""
    last = joined.at - 1 if at < joined.at < after else after - 1
    if not at < joined.at < after:
        while (
            last > at and sentence.tokens[last].text != "," and sentence.tokens[last].key not in CONJUNCTIONS
        ):
            last -= 1
        last = max(at, last - 1)
    if joined.kind in _WORDS:
        return at
    return _without_mark(sentence, last, at)


def _end(sentence: Sentence, joined: Coordination, at: int) -> int:
    if joined.kind in _WORDS:
        return at
    last = _until(sentence, at, joined.kind)
    clause = sentence.clauses[joined.clause]
    if joined.kind == "clauses" and clause.kind == "relative" and clause.own:
        return max(at, min(last, clause.own[-1]))
    return last


def _until(sentence: Sentence, at: int, kind: str) -> int:
    """The last token of a part that nothing follows: to the next mark, verb or conjunction that it can't hold."""
    joins, verbs = _bounds(sentence)
    last = at
    for place in range(at + 1, len(sentence.tokens)):
        token = sentence.tokens[place]
        if token.text in _ENDS or token.text == "," or place in joins:
            break
        if kind not in _VERBAL and (place in verbs or token.key in {"som", "där", "för", "så"}):
            break
        last = place
    while kind not in _VERBAL and last > at and "preposition" in sentence.tokens[last].word.function:
        last -= 1
    return last


@once
def _bounds(sentence: Sentence) -> tuple[set[int], set[int]]:
    """Where verbs or clauses are joined, and the verbs."""
    joins = {one.at for one in sentence.coordinations if one.kind in _VERBAL} - sentence.pairs
    return joins, {verb for clause in sentence.clauses for verb in (clause.finite, *clause.verbs)}


def _without_mark(sentence: Sentence, last: int, first: int) -> int:
    while last > first and sentence.tokens[last].kind == "mark":
        last -= 1
    return last


def _words(sentence: Sentence, first: int, last: int) -> str:
    start, end = sentence.span(first, max(first, last))
    text = " ".join(sentence.text[start:end].split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0].rstrip(" ,") + " …"
