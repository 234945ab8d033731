"""What *och*, *samt* and *eller* join."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from malkoll.record import Record
from malkoll.swedish.clauses import Clause
from malkoll.swedish.nominals import is_head
from malkoll.swedish.opening import CONJUNCTIONS
from malkoll.swedish.tokens import Token

__all__ = ["Coordination", "coordinations_of"]


class Coordination(Record):
    """Two or more things joined.

    Attributes:
        kind: ``clauses`` (each with a subject), ``predicates`` (verbs with one subject), ``adjectives``
            (after *är*: trygga och nyfikna), ``attributes`` (before one noun: en trygg och god skola),
            ``manners`` (adverbs), ``nouns``, ``infinitives`` (att … och att …), ``phrases``
            (prepositions) or ``parts`` (of words: chefs- och ledarskap).
        at: the token of the conjunction.
        items: a token of each thing joined, its head where it is nouns.
        clause: the place of the clause it stands in.
        governor: for nouns and adjectives, the token of the preposition or verb that governs them all, or
            -1 where they open the clause.

    """

    kind: str
    at: int
    items: tuple[int, ...]
    clause: int
    governor: int


def coordinations_of(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Coordination, ...]:
    """Everything joined in a sentence, in order."""
    owner = {at: place for place, clause in enumerate(clauses) for at in clause.own}
    found: list[Coordination] = []
    for place, clause in enumerate(clauses):
        if clause.joined_by >= 0:
            before = clause.joined_by - 1
            while before >= 0 and before not in owner:
                before -= 1
            left = owner.get(before, place)
            kind = "clauses" if clause.opener < 0 or clause.finite >= 0 else "infinitives"
            items = tuple(at for at in (clauses[left].verb, clause.verb) if at >= 0)
            found.append(Coordination(kind, clause.joined_by, items, place, -1))
        found.extend(
            Coordination("predicates", at, _around(clause.verbs, at), place, -1) for at in clause.predicates
        )
    taken = {one.at for one in found}
    for at, token in enumerate(tokens):
        joins = token.key in CONJUNCTIONS and at not in taken and 0 < at < len(tokens) - 1
        if joins and at in owner:
            found.append(_Phrase(tokens, clauses[owner[at]], owner[at], at).read())
    return tuple(sorted(found, key=lambda one: one.at))


def _around(verbs: tuple[int, ...], at: int) -> tuple[int, ...]:
    """The verbs that lead up to a conjunction, and the one after it."""
    following = bisect(verbs, at)
    return verbs[max(0, following - _MOST) : following + 1]


_MOST = 8
"""More things than so many are not told apart."""
_REACH = 40
"""How many words away what is joined is looked for."""


class _Phrase:
    """What is joined inside one clause by a conjunction that joins no verbs."""

    def __init__(self, tokens: Sequence[Token], clause: Clause, place: int, at: int) -> None:
        self.tokens = tokens
        self.clause = clause
        self.place = place
        self.at = at
        self.own = clause.own
        self.reach = frozenset(clause.own)

    def read(self) -> Coordination:
        right = self._right()
        if self.tokens[self.at - 1].text.endswith("-"):
            return self._made("parts", (self.at - 1, right), -1)
        word = self.tokens[right].word
        if "preposition" in word.function:
            return self._made("phrases", (right,), -1)
        if self._is_adjective(right) and self._is_adjective(self.at - 1):
            return self._adjectives(right)
        if self._gapped(right):
            return self._made("clauses", (self.clause.verb, right), -1)
        return self._nouns(right)

    def _gapped(self, right: int) -> bool:
        """*Luften är ren och bullret lågt*: a second clause that has lost its verb."""
        verb = self.clause.verb
        if verb < 0 or not self.tokens[verb].word.tagged("copula", "v") or verb > self.at:
            return False
        after = right + 1
        return (
            self._is_adjective(self.at - 1)
            and is_head(self.tokens, right)
            and after < len(self.tokens)
            and self._is_adjective(after)
            and not (after + 1 < len(self.tokens) and is_head(self.tokens, after + 1))
        )

    def _made(self, kind: str, items: tuple[int, ...], governor: int) -> Coordination:
        return Coordination(kind, self.at, items, self.place, governor)

    def _right(self) -> int:
        right = self.at + 1
        while right + 1 < len(self.tokens) and self.tokens[right].word.function & {"adverb", "determiner"}:
            right += 1
        return right

    def _is_adjective(self, at: int) -> bool:
        token = self.tokens[at]
        word = token.word
        if token.kind != "word" or not word.adjective:
            return False
        return not is_head(self.tokens, at)

    def _adjectives(self, right: int) -> Coordination:
        items = [right]
        place = self.at - 1
        while place >= 0 and (self._is_adjective(place) or self.tokens[place].text == ","):
            if self.tokens[place].text != ",":
                items.insert(0, place)
                # one adjective an item: "långsiktigt hållbar" is an adverb and its adjective
                while place - 1 >= 0 and self._is_adjective(place - 1):
                    place -= 1
            place -= 1
        governor = self._governor(items[0])
        following = right + 1
        while following < len(self.tokens) and self._is_adjective(following):
            following += 1
        if self._has_noun(following):
            return self._made("attributes", tuple(items), governor)
        last = self.tokens[right]
        verb = self.clause.verb
        copula = verb >= 0 and self.tokens[verb].word.tagged("copula", "v")
        if last.key.endswith("t") and not copula and governor == verb and not self._perceives(verb):
            return self._made("manners", tuple(items), governor)
        return self._made("adjectives", tuple(items), governor)

    def _has_noun(self, at: int) -> bool:
        """Whether the adjectives stand before a noun of theirs; *tryggt dygnet runt* is none."""
        if at >= len(self.tokens) or not is_head(self.tokens, at) or at not in self.own:
            return False
        readings = self.tokens[at].word.readings
        return not any("time" in reading.tags and reading.feature in {"sd", "pd"} for reading in readings)

    def _perceives(self, verb: int) -> bool:
        return verb >= 0 and self.tokens[verb].word.tagged("perceive", "v")

    def _nouns(self, right: int) -> Coordination:
        items = self._head_after(right)
        place = self.at - 1
        if items and self._has_preposition(items[0] + 1):
            place = self._before_preposition(place)
        if items and self.tokens[place].kind == "number" and self.clause.finite < 0:
            # a heading of two goals, the first ended by its year
            first = next((at for at in self.own if is_head(self.tokens, at)), items[0])
            return self._made("nouns", (first, *items), -1)
        found = False
        first = place - _REACH
        while place >= 0 and place > first and place in self.reach:
            token = self.tokens[place]
            if is_head(self.tokens, place):
                if not found:
                    items.insert(0, place)
                found = True
            elif token.text == "," or token.key in CONJUNCTIONS:
                found = False
            elif (
                "preposition" in token.word.function
                or place in self.clause.verbs
                or place == self.clause.finite
            ):
                return self._made("nouns", tuple(items), place)
            place -= 1
        return self._made("nouns", tuple(items), -1)

    def _head_after(self, right: int) -> list[int]:
        """The first noun after the conjunction, if one comes before a preposition, a verb or a comma."""
        for at in range(right, min(right + _REACH, len(self.tokens))):
            word = self.tokens[at].word
            if is_head(self.tokens, at):
                return [at]
            # engagerade medarbetare: what could be a verb too is an adjective before its noun
            verb = word.finite and not word.adjective
            if "preposition" in word.function or verb or self.tokens[at].text in ",.":
                break
        return []

    def _has_preposition(self, at: int) -> bool:
        return at < len(self.tokens) and "preposition" in self.tokens[at].word.function

    def _before_preposition(self, place: int) -> int:
        """*smak på maten och utbud av aktiviteter*: the left one is *smak*, not *maten*."""
        start = place
        while place >= 0 and place in self.reach:
            if "preposition" in self.tokens[place].word.function:
                return place - 1 if place and is_head(self.tokens, place - 1) else start
            if place in self.clause.verbs or self.tokens[place].text == ",":
                return start
            place -= 1
        return start

    def _governor(self, first: int) -> int:
        place = first - 1
        while place >= 0 and place in self.reach:
            word = self.tokens[place].word
            if "preposition" in word.function or place in self.clause.verbs or place == self.clause.finite:
                return place
            place -= 1
        return -1
