"""MK406: one sentence, several goals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from malkoll.swedish.analysis import Sentence
from malkoll.swedish.coordination import Coordination
from malkoll.swedish.findings import Place, place_at
from malkoll.swedish.joined_parts import clause_parts, parts_of
from malkoll.swedish.phrases import groups
from malkoll.swedish.theme import residents_act

__all__ = ["compound_goals"]

_QUOTED = 4
"""Of so many places it is told what is joined there; nobody reads more."""
_GROUPS = frozenset({"resident", "company", "partner", "actor", "employee", "time", "document"})
_QUALITY_VERBS = frozenset(
    {"uppleva", "känna", "ha", "få", "tillförsäkra", "erbjuda", "ge", "prägla", "känneteckna", "kännetecknas", "genomsyra",
     "uppnå", "nå", "öka", "höja", "förbättra", "minska", "vara", "bli", "säkerställa", "stärka", "finnas"}
)  # fmt: skip


@cache
def _near() -> dict[str, frozenset[int]]:
    """Word to the numbers of the sets of near-synonyms that it belongs to."""
    sets: dict[str, set[int]] = {}
    number = 0
    for _, lines in groups("near-synonyms"):
        for line in lines:
            for word in line.split():
                sets.setdefault(word, set()).add(number)
            number += 1
    return {word: frozenset(numbers) for word, numbers in sets.items()}


def compound_goals(sentence: Sentence) -> Iterator[Place]:
    """Yield each place where two parts are joined that could be reached one without the other."""
    found = 0
    for joined in sentence.coordinations:
        if sentence.tokens[joined.at].key in {"eller", "men"} or joined.at in sentence.pairs:
            continue
        if _near_synonyms(sentence, joined):
            continue
        if _joins_goals(sentence, joined):
            yield _place(sentence, joined, quoted=found < _QUOTED)
            found += 1
    yield from _place_clause(sentence)


def _place(sentence: Sentence, joined: Coordination, *, quoted: bool) -> Place:
    first = min((joined.at, *joined.items))
    last = max((joined.at, *joined.items))
    place = place_at(sentence, first, last, joined.kind)
    return place._replace(parts=parts_of(sentence, joined)) if quoted else place


def _near_synonyms(sentence: Sentence, joined: Coordination) -> bool:
    if joined.kind == "clauses":
        return False
    if joined.kind == "predicates" and joined.items[-2:-1] != (joined.at - 1,):
        # känner sig trygga och upplever studiero: each verb has what it tells of
        return False
    near = _near()
    sets = [
        frozenset().union(*(near.get(lemma, frozenset()) for lemma in sentence.tokens[at].word.lemmas))
        for at in joined.items
    ]
    return len(sets) > 1 and bool(frozenset.intersection(*sets))


def _level(sentence: Sentence, joined: Coordination) -> str:
    """Where it is joined: ``main``, ``perceived``, ``purpose`` or ``below``."""
    clause = sentence.clauses[joined.clause]
    if clause.kind == "main":
        return "main"
    if clause.kind == "aside":
        return "aside"
    if any(at in sentence.perceived for at in joined.items):
        return "perceived"
    return "purpose" if clause.kind in {"purpose", "means"} else "below"


def _joins_goals(sentence: Sentence, joined: Coordination) -> bool:
    level = _level(sentence, joined)
    if level in {"below", "purpose"} and joined.kind != "infinitives":
        return False
    match joined.kind:
        case "clauses":
            return level in {"main", "perceived"}
        case "predicates":
            return level == "main" or (level == "perceived" and _all_perceive(sentence, joined))
        case "infinitives":
            return (
                sentence.clauses[joined.clause].kind != "relative"
                and sentence.clauses[joined.clause].parent <= 0
            )
        case "adjectives" | "manners":
            return (
                len(joined.items) > 1
                and level in {"main", "perceived"}
                and not _names_group(sentence, joined)
            )
        case "attributes":
            return level == "main" and _ungoverned(sentence, joined) and len(joined.items) > 1
        case "nouns":
            return level != "purpose" and _nouns(sentence, joined, level)
        case "phrases":
            return level in {"main", "perceived"} and _content_with(sentence, joined)
        case _:
            return False


def _names_group(sentence: Sentence, joined: Coordination) -> bool:
    return any(sentence.has(at, "resident") for at in joined.items)


def _all_perceive(sentence: Sentence, joined: Coordination) -> bool:
    """*upplever att de har inflytande och känner stolthet*: what they have counts as perceived."""
    verbs = [sentence.tokens[at].word for at in joined.items]
    return any(verb.tagged("perceive", "v") for verb in verbs) and all(
        verb.tagged("perceive", "v") or verb.tagged("have", "v") for verb in verbs
    )


def _ungoverned(sentence: Sentence, joined: Coordination) -> bool:
    """Whether the noun is what something is or has, or opens a heading.

    What is offered (*goda och attraktiva mötesplatser*) is one thing however it is praised.
    """
    if joined.governor < 0:
        clause = sentence.clauses[joined.clause]
        return clause.finite < 0 or joined.at > clause.finite
    verb = sentence.tokens[joined.governor].word
    return verb.tagged("copula", "v") or verb.tagged("have", "v") or verb.tagged("state", "v")


def _content_with(sentence: Sentence, joined: Coordination) -> bool:
    """*nöjda med maten och med utevistelsen*."""
    right = joined.items[0]
    key = sentence.tokens[right].key
    before = [place for place in range(joined.at) if sentence.tokens[place].key == key]
    return bool(before) and bool(sentence.tokens[before[-1] - 1].word.lemmas & {"nöjd", "trygg", "belåten"})


def _nouns(sentence: Sentence, joined: Coordination, level: str) -> bool:
    if len(joined.items) < 2:
        return False
    if all(any(sentence.has(at, tag) for tag in _GROUPS) for at in joined.items):
        return False
    described = all(_described(sentence, at) for at in joined.items[-2:])
    if joined.governor >= 0 and "preposition" in sentence.tokens[joined.governor].word.function:
        return _governed(sentence, joined, described=described)
    qualities = all(sentence.has(at, "quality") for at in joined.items)
    if joined.governor < 0:
        clause = sentence.clauses[joined.clause]
        if level == "aside":
            return described
        if clause.finite < 0:
            return described or qualities
        return qualities or (described and not all(sentence.has(at, "service") for at in joined.items))
    verb = sentence.tokens[joined.governor].word
    if (
        level == "main"
        and sentence.main.verb >= 0
        and not residents_act(sentence, sentence.main)
        and verb.tagged("doing", "v")
    ):
        # främja hälsa, delaktighet och kreativitet: so many aren't one thing with several names
        return qualities and (described or len(joined.items) > 2)
    return all(sentence.has(at, "quality") or _described(sentence, at) for at in joined.items)


def _governed(sentence: Sentence, joined: Coordination, *, described: bool) -> bool:
    """Inside a preposition: *präglas av A och B*, *nöjda med A och B*, *med hög A och god B*."""
    preposition = joined.governor
    before = sentence.tokens[preposition - 1] if preposition else None
    key = sentence.tokens[preposition].key
    if before is not None:
        if key == "av" and before.word.lemmas & {"prägla", "känneteckna", "kännetecknas", "genomsyra"}:
            return True
        if key in {"med", "i"} and before.word.lemmas & {"nöjd", "trygg", "belåten", "delaktig"}:
            return True
        if key == "om" and before.key == "fråga" and any(sentence.has(at, "quality") for at in joined.items):
            return True
    if key == "till" and before is not None and before.word.lemmas & {"tillgång", "rätt"}:
        return described or (
            len(joined.items) > 2 and all(sentence.has(at, "quality") for at in joined.items)
        )
    if key == "till" and sentence.tokens[joined.at + 1].key == key and before is not None:
        # bidra till det ena och till det andra
        return bool(before.word.lemmas & {"bidra", "leda", "medverka"})
    return described and any(
        sentence.has(at, "quality") or sentence.has(at, "measure") for at in joined.items
    )


def _described(sentence: Sentence, at: int) -> bool:
    """Whether a noun has an adjective of its own that says how it is to be."""
    place = at - 1
    while place >= 0 and sentence.tokens[place].kind == "word":
        word = sentence.tokens[place].word
        if word.adjective and (not word.noun or place == at - 1) and "determiner" not in word.function:
            return True
        if not (word.genitive or "determiner" in word.function):
            return False
        place -= 1
    return False


def _place_clause(sentence: Sentence) -> Iterator[Place]:
    """*en trygg kommun där alla elever når målen*: a state, and in the clause another."""
    for clause in sentence.clauses:
        if clause.kind != "place" or clause.parent < 0 or sentence.clauses[clause.parent].kind != "main":
            continue
        parent = sentence.clauses[clause.parent]
        verb = sentence.tokens[parent.verb].word if parent.verb >= 0 else None
        if verb is None or not (verb.tagged("copula", "v") or "ha" in verb.lemmas):
            continue
        described = any(at > parent.verb and sentence.tokens[at].word.adjective for at in parent.own)
        if described and clause.verb >= 0:
            parts = clause_parts(sentence, parent, clause)
            yield place_at(sentence, clause.opener, clause.verb, "där")._replace(parts=parts)
