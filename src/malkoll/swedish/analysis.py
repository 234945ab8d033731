"""One analysis of a sentence, made once and shared by every rule that reads Swedish."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, wraps
from typing import Any, TypeVar

from malkoll.swedish.clauses import Clause, clauses_of
from malkoll.swedish.coordination import coordinations_of
from malkoll.swedish.main_clause import MainClause, main_clause
from malkoll.swedish.numbers import numbers_of
from malkoll.swedish.perception import perceived
from malkoll.swedish.phrases import Hit, WordList, places_of, word_list
from malkoll.swedish.tokens import Token, cut, tokenise

__all__ = ["MainClause", "Sentence", "analyse", "once"]


class Sentence:
    """A statement as read; two are the same only if they are one object.

    Attributes:
        text: as given; every place counts its code points.
        tokens: its words, numbers and marks.
        clauses: its clauses, the main clauses among them.
        mains: its main clauses with their parts.
        coordinations: what *och*, *samt* and *eller* join.
        numbers: its numbers with their roles.
        protected: tokens of names and fixed terms: no word in them is a fault.
        pairs: conjunctions of standing pairs: *vård och omsorg*.
        perceived: tokens that say what somebody perceives, in a measured or asked opinion.
        owners: for each token the place of its clause.
        places: where its words stand, for the word lists.
        tags: what its nouns say, all together.
        memory: what the detectors have found out already; see `once`.

    """

    __slots__ = (
        "clauses", "coordinations", "mains", "memory", "numbers", "owners", "pairs", "perceived", "places", "protected", "tags",
        "text", "tokens",
    )  # fmt: skip

    def __init__(self, text: str, names: frozenset[str]) -> None:
        """Read the text."""
        self.text = text
        self.tokens = tokens = tokenise(text)
        self.places = places_of(tokens)
        self.tags = frozenset().union(*(token.word.noun_tags for token in tokens))
        self.clauses = clauses = clauses_of(tokens)
        self.mains = _mains(tokens, clauses)
        self.coordinations = coordinations_of(tokens, clauses)
        self.numbers = numbers_of(tokens, clauses)
        protected = _names(tokens, names)
        pairs: set[int] = set()
        for hit in word_list("fixed-terms").match(tokens, self.places):
            places = range(hit.first, hit.last + 1)
            if hit.entry.group.word_class == "pair":
                pairs.update(at for at in places if tokens[at].key in {"och", "eller", "samt"})
            else:
                protected.update(places)
        protected.update(at for at, token in enumerate(tokens) if token.quoted)
        self.protected = frozenset(protected)
        self.pairs = frozenset(pairs)
        self.perceived = perceived(tokens, clauses, self.mains)
        self.owners = {at: place for place, clause in reversed([*enumerate(clauses)]) for at in clause.own}
        self.memory: dict[object, Any] = {}

    @property
    def main(self) -> MainClause:
        """The first main clause."""
        return self.mains[0]

    @property
    def measured(self) -> bool:
        """Whether a number says how much: a target, a base or a change."""
        return any(number.role in {"target", "base", "change"} for number in self.numbers)

    def hits(self, words: WordList) -> tuple[Hit, ...]:
        """Where the entries of a word list stand; matched once for each list, whoever asks."""
        if words not in self.memory:
            self.memory[words] = tuple(words.match(self.tokens, self.places))
        found: tuple[Hit, ...] = self.memory[words]
        return found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where some tokens stand in the text: start, and end exclusive."""
        return self.tokens[first].start, self.tokens[last].end

    def has(self, at: int, tag: str) -> bool:
        """Whether a token's noun has a tag."""
        return tag in self.tokens[at].word.noun_tags

    def clause_of(self, at: int) -> int:
        """The place of the clause that a token belongs to, or -1 for a mark between clauses."""
        return self.owners.get(at, -1)


def _mains(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[MainClause, ...]:
    """The main clauses; *Fokusområde hållbar miljö: …* names where the goal belongs and is none of them."""
    mains = tuple(
        main_clause(tokens, clauses, place)
        for place, clause in enumerate(clauses)
        if clause.kind == "main" and (clause.own or place == 0)
    )
    if len(mains) < 2 or not mains[0].heading or mains[1].heading:
        return mains
    if not clauses[0].own:
        # Att varje elev får …: the clause after the att
        return mains[1:]
    last = max(clauses[mains[0].clause].own, default=-1)
    return mains[1:] if tokens[last + 1].text == ":" else mains


@lru_cache(maxsize=256)
def analyse(text: str, names: frozenset[str] = frozenset()) -> Sentence:
    """Read a statement.

    Args:
        text: one sentence or more, as the writer has it.
        names: what to leave alone: focus areas, boards, plans.

    Raises:
        Nothing: whatever is no sentence comes out as one without verbs.

    """
    return Sentence(text, names)


Result = TypeVar("Result")


def once(find: Callable[[Sentence], Result]) -> Callable[[Sentence], Result]:
    """Let a function of a sentence be reckoned once for each sentence, whoever asks."""

    @wraps(find)
    def remembered(sentence: Sentence) -> Result:
        memory = sentence.memory
        if find not in memory:
            memory[find] = find(sentence)
        found: Result = memory[find]
        return found

    return remembered


@cache
def _name_keys(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(unicodedata.normalize("NFC", piece) for piece in cut(name))
        if parts:
            by_first.setdefault(parts[0], []).append(parts)
    return by_first


def _names(tokens: Sequence[Token], names: Iterable[str]) -> set[int]:
    """The tokens of names, matched with their capitals: *Hållbar vardag*, not *en hållbar vardag*."""
    found: set[int] = set()
    by_first = _name_keys(frozenset(names))
    if not by_first:
        return found
    written = [unicodedata.normalize("NFC", token.text) for token in tokens]
    for at, word in enumerate(written):
        for parts in by_first.get(word, ()):
            # an inflected last word is the name too: Hållbar vardags
            stretch = written[at : at + len(parts)]
            if (
                tuple(stretch[:-1]) == parts[:-1]
                and stretch[-1:]
                and stretch[-1].rstrip("s") == parts[-1].rstrip("s")
            ):
                found.update(range(at, at + len(parts)))
    return found
