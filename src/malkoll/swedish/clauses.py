"""The clauses of a sentence, their verbs and which words belong to which.

Swedish puts the finite verb second in a main clause, so the parse needs no tree: it walks the words once
with a stack of open clauses. A subordinator opens one (*som*, *att*, *där*, *för att* …); a finite verb
goes to the innermost clause that still lacks one, and closes those inside it. What follows *och* is a new
clause when a subject and a finite verb come, a second predicate when the verb comes at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.record import Record
from malkoll.swedish.infinitives import infinitive, link_before, supine
from malkoll.swedish.opening import (
    CONJUNCTIONS,
    SEMI_MODAL,
    OpenClause,
    infinitive_follows,
    is_finite,
    joined,
    key_at,
    opens,
)
from malkoll.swedish.tokens import Token

__all__ = ["CONJUNCTIONS", "Clause", "clauses_of"]

_ENDS = frozenset(".!?;:")
_REACH = 60
"""How many words away what belongs to a verb is looked for."""


class Clause(Record):
    """A clause.

    Attributes:
        kind: ``main``; ``relative``, ``place``, ``that``, ``question``, ``condition``, ``purpose``,
            ``means`` with a finite verb or an infinitive of their own; ``aside`` in brackets.
        opener: the token that opens it, or -1.
        parent: the place of the clause it stands in, or -1.
        own: the tokens that are its own, not a clause's inside it, as places in the sentence.
        finite: the finite verb's token, or -1 for a heading or an infinitive clause.
        verbs: the tokens of its lexical verbs, joined by commas and *och* if several; the first is the
            main verb. Empty in a heading without a verb.
        joined_by: the token of the *och* that joins it to the clause before, or -1.
        predicates: the tokens of *och* that join verbs within it.

    """

    kind: str
    opener: int
    parent: int
    own: tuple[int, ...]
    finite: int
    verbs: tuple[int, ...]
    joined_by: int
    predicates: tuple[int, ...]

    @property
    def verb(self) -> int:
        """The main verb's token, or -1."""
        return self.verbs[0] if self.verbs else -1


def clauses_of(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Parse a sentence, or several after each other."""
    return _Parse(tokens).run()


class _Parse:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all: list[OpenClause] = [OpenClause("main", -1, -1)]
        self.stack: list[int] = [0]

    def run(self) -> tuple[Clause, ...]:
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.kind == "mark":
                self._mark(at, token)
                continue
            top = self.top
            if token.kind == "number" or token.quoted:
                top.own.append(at)
                continue
            kind = opens(tokens, at, top)
            if kind:
                self._push(kind, at)
                continue
            if is_finite(tokens, at, top):
                self._finite(at)
            elif token.word.infinitive or "imp" in token.word.features:
                infinitive(tokens, top, at)
            elif not token.word.features.isdisjoint({"sup", "sups"}):
                supine(tokens, top, at)
            else:
                top.own.append(at)
        for clause in self.all:
            if clause.finite >= 0 and not clause.verbs:
                clause.verbs.append(clause.finite)
        self._lift()
        return tuple(
            Clause(
                clause.kind,
                clause.opener,
                clause.parent,
                tuple(clause.own),
                clause.finite,
                tuple(clause.verbs),
                clause.joined_by,
                tuple(clause.predicates),
            )
            for clause in self.all
        )

    def _lift(self) -> None:
        """*Att varje elev får undervisning*: what stands under nothing is the goal itself."""
        if len(self.all) > 1 and not self.all[0].own:
            second = self.all[1]
            if second.kind == "that" and second.opener == 0 and second.finite >= 0:
                second.kind, second.parent = "main", -1

    @property
    def top(self) -> OpenClause:
        return self.all[self.stack[-1]]

    def _push(self, kind: str, at: int) -> None:
        joined_by = -1
        if key_at(self.tokens, at - 1) in CONJUNCTIONS and self.top.kind != "main" and self.top.complete:
            # ... att de får hjälp och att de blir bemötta: a second clause beside the first
            joined_by = at - 1
            self.stack.pop()
        self.all.append(OpenClause(kind, at, self.stack[-1], joined_by=joined_by))
        self.stack.append(len(self.all) - 1)
        if kind in {"that", "purpose", "means"} and infinitive_follows(self.tokens, at):
            self.top.infinitive = True

    def _mark(self, at: int, token: Token) -> None:
        if token.text == "(":
            self._push("aside", at)
        elif token.text == ")":
            while len(self.stack) > 1 and self.top.kind != "aside":
                self.stack.pop()
            if len(self.stack) > 1:
                self.stack.pop()
        elif token.text in _ENDS and at + 1 < len(self.tokens):
            self.all.append(OpenClause("main", -1, -1))
            self.stack = [len(self.all) - 1]
        else:
            self.top.own.append(at)

    def _finite(self, at: int) -> None:
        top = self.top
        if not top.complete:
            self._take(top, at)
            return
        waiting = next((place for place in reversed(self.stack) if not self.all[place].complete), None)
        straight = joined(self.tokens, at)
        if waiting is not None and straight < 0:
            while self.stack[-1] != waiting:
                self.stack.pop()
            self._take(self.top, at)
            return
        if straight >= 0 and key_at(self.tokens, straight) != ",":
            self._second_predicate(at, straight)
            return
        self._new_clause(at, link_before(self.tokens, top, at))

    def _second_predicate(self, at: int, link: int) -> None:
        """*… och banar väg*: a second verb with the same subject."""
        main = self.all[self.stack[0]]
        comma = key_at(self.tokens, link - 1) == ","
        modal = self.tokens[at].word.tagged("modal", "v")
        same = modal and main.finite >= 0 and key_at(self.tokens, main.finite) == key_at(self.tokens, at)
        if main.complete and self.top.kind != "main" and (comma or (same and not self.top.modal)):
            self.stack = self.stack[:1]
        elif self.top.infinitive and main.complete and not self.all[self.stack[-1]].finite >= 0:
            while len(self.stack) > 1 and self.top.infinitive:
                self.stack.pop()
        self.top.predicates.append(link)
        self._take(self.top, at, first=False)

    def _new_clause(self, at: int, link: int) -> None:
        """*…, och personalen ska trivas*: a clause with a subject of its own."""
        top = self.top
        if link < 0:
            # No comma and no och: two verbs in a row that the rules above can't place.
            top.own.append(at)
            return
        main = self.all[self.stack[0]]
        modal = self.tokens[at].word.tagged("modal", "v")
        same = (
            modal
            and main.finite >= 0
            and key_at(self.tokens, main.finite) == key_at(self.tokens, at)
            and not top.modal
        )
        to_main = (
            top.kind == "main"
            or top.infinitive
            or same
            or key_at(self.tokens, link) == ","
            or key_at(self.tokens, link - 1) == ","
        )
        parent = -1 if to_main else top.parent
        kind = "main" if to_main else top.kind
        moved = [place for place in top.own if place > link]
        top.own = [place for place in top.own if place < link]
        self.all.append(OpenClause(kind, -1, parent, own=moved, joined_by=link))
        index = len(self.all) - 1
        self.stack = [index] if to_main else [*self.stack[:-1], index]
        self._take(self.top, at)

    def _take(self, clause: OpenClause, at: int, *, first: bool = True) -> None:
        word = self.tokens[at].word
        clause.own.append(at)
        clause.modal = word.tagged("modal", "v") or bool(SEMI_MODAL & word.lemmas)
        if first:
            clause.finite = at
        if not word.tagged("modal", "v") or not self._verb_follows(at):
            clause.verbs.append(at)

    def _verb_follows(self, at: int) -> bool:
        for place in range(at + 1, min(at + _REACH, len(self.tokens))):
            if self.tokens[place].text in _ENDS:
                return False
            if self.tokens[place].word.infinitive:
                return True
        return False
