"""The clauses of a sentence, their verbs and which words belong to which.

Swedish puts the finite verb second in a main clause, so the parse needs no tree: it walks the words once
with a stack of open clauses. A subordinator opens one (*som*, *att*, *där*, *för att* …); a finite verb
goes to the innermost clause that still lacks one, and closes those inside it. What follows *och* is a new
clause when a subject and a finite verb come, a second predicate when the verb comes at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from malkoll.swedish.tokens import Token

__all__ = ["CONJUNCTIONS", "Clause", "clauses_of"]

CONJUNCTIONS = frozenset({"och", "samt", "eller", "men", "&"})
_ENDS = frozenset(".!?;:")
_SEMI_MODAL = frozenset({"komma", "fortsätta", "börja", "behöva", "avse", "ämna", "förväntas"})
_OPENERS = {
    "som": "relative",
    "vars": "relative",
    "vilket": "relative",
    "där": "place",
    "dit": "place",
    "att": "that",
    "hur": "question",
    "vad": "question",
    "varför": "question",
    "huruvida": "question",
    "när": "condition",
    "då": "condition",
    "om": "condition",
    "innan": "condition",
    "eftersom": "condition",
    "medan": "condition",
    "tills": "condition",
}
_SUBJECTS = frozenset({"vi", "ni", "de", "man", "jag", "du"})
_PURPOSE = {"för": "purpose", "så": "purpose", "syfte": "purpose", "genom": "means", "utan": "means"}


class Clause(NamedTuple):
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


class _Open:
    """A clause that is being read."""

    __slots__ = ("finite", "infinitive", "joined_by", "kind", "modal", "opener", "own", "parent", "predicates", "verbs")

    def __init__(self, kind: str, opener: int, parent: int, own: list[int] | None = None, joined_by: int = -1) -> None:
        self.kind = kind
        self.opener = opener
        self.parent = parent
        self.own: list[int] = own or []
        self.joined_by = joined_by
        self.finite = -1
        self.verbs: list[int] = []
        self.predicates: list[int] = []
        self.infinitive = False
        self.modal = False

    @property
    def complete(self) -> bool:
        return self.finite >= 0 or self.infinitive


def clauses_of(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Parse a sentence, or several after each other."""
    return _Parse(tokens).run()


class _Parse:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all: list[_Open] = [_Open("main", -1, -1)]
        self.stack: list[int] = [0]

    def run(self) -> tuple[Clause, ...]:
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.kind == "mark":
                self._mark(at, token)
                continue
            if token.kind == "number" or token.quoted:
                self.top.own.append(at)
                continue
            kind = self._opens(at)
            if kind:
                self._push(kind, at)
                continue
            if self._is_finite(at):
                self._finite(at)
            elif token.word.infinitive or "imp" in token.word.features:
                self._infinitive(at)
            elif not token.word.features.isdisjoint({"sup", "sups"}):
                self._supine(at)
            else:
                self.top.own.append(at)
        for clause in self.all:
            if clause.finite >= 0 and not clause.verbs:
                clause.verbs.append(clause.finite)
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

    @property
    def top(self) -> _Open:
        return self.all[self.stack[-1]]

    def _push(self, kind: str, at: int) -> None:
        joined_by = -1
        if self._key(at - 1) in CONJUNCTIONS and self.top.kind != "main" and self.top.complete:
            # ... att de får hjälp och att de blir bemötta: a second clause beside the first
            joined_by = at - 1
            self.stack.pop()
        self.all.append(_Open(kind, at, self.stack[-1], joined_by=joined_by))
        self.stack.append(len(self.all) - 1)
        if kind in {"that", "purpose", "means"} and self._infinitive_follows(at):
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
            self.all.append(_Open("main", -1, -1))
            self.stack = [len(self.all) - 1]
        else:
            self.top.own.append(at)

    def _key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def _opens(self, at: int) -> str:
        """The kind of clause that this token opens, or an empty text."""
        key = self._key(at)
        kind = _OPENERS.get(key, "")
        if not kind and key not in _SUBJECTS:
            return ""
        before = self._key(at - 1)
        if key == "att":
            if self.top.verbs and _SEMI_MODAL & self.tokens[self.top.verbs[-1]].word.lemmas:
                return ""
            return _PURPOSE.get(before, "that")
        if key in _SUBJECTS and self._is_finite(at + 1) and at and self.tokens[at - 1].word.noun:
            # de anläggningar vi driver: the relative clause has lost its "som"
            return "relative" if self.top.complete else ""
        if key == "som":
            return "relative" if self._relative(at) else ""
        if key == "där":
            return "place" if at and (before == "," or self.tokens[at - 1].word.noun) else ""
        if kind == "condition" and key in {"om", "då", "innan"}:
            return kind if at == 0 or before == "," else ""
        if key in {"när", "hur", "vad"} and self._is_finite(at + 1) and at == 0:
            return ""
        return kind

    def _relative(self, at: int) -> bool:
        """Whether *som* opens a clause and does not mean "as"."""
        nearby = [self._key(place) for place in range(max(0, at - 5), at)]
        if "såväl" in nearby or self._key(at - 1) == "lika":
            return False
        after = at + 1
        while after < len(self.tokens) and "adverb" in self.tokens[after].word.function:
            if self._is_finite(after):
                return True
            after += 1
        if after >= len(self.tokens) or self.tokens[after].kind != "word":
            return False
        if self._is_finite(after):
            return True
        word = self.tokens[after].word
        definite = any(reading.feature in {"sd", "pd"} for reading in word.readings)
        if not ("pronoun" in word.function or definite or self.tokens[after].capital):
            return False
        for place in range(after + 1, min(after + 6, len(self.tokens))):
            if self.tokens[place].kind == "mark":
                return False
            if self._is_finite(place):
                return True
        return False

    def _infinitive_follows(self, at: int) -> bool:
        place = at + 1
        while place < len(self.tokens) and place < at + 4:
            word = self.tokens[place].word
            if word.infinitive and (not word.noun or word.key == "få"):
                return True
            if not ("adverb" in word.function or word.adjective):
                return word.infinitive and place == at + 1
            place += 1
        return False

    def _is_finite(self, at: int) -> bool:
        """Whether a token is a finite verb here; a noun after an article or a preposition is none."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return False
        word = self.tokens[at].word
        if not word.finite or (word.function and not word.tags & {"modal", "copula"}):
            return False
        present = not word.features.isdisjoint({"prs", "prss"})
        if not word.noun and present and not (word.infinitive and self._wants_infinitive(at)):
            return True
        if not present and "ptc" in word.features:
            return False
        before = self.tokens[at - 1] if at else None
        if before is None or before.kind == "number":
            return False
        if word.infinitive and self._wants_infinitive(at):
            return False
        if word.noun:
            closed = before.word.function & {"preposition", "determiner", "conjunction"}
            adjective = before.word.adjective and not before.word.noun
            if closed or adjective or before.word.genitive or before.kind == "mark":
                return False
            return (before.word.noun or "pronoun" in before.word.function) and not self.top.complete
        return True

    def _wants_infinitive(self, at: int) -> bool:
        """Whether a modal without its infinitive stands before."""
        top = self.top
        return self._key(at - 1) == "att" or (top.modal and (not top.verbs or self._joined(at) >= 0))

    def _joined(self, at: int) -> int:
        """The comma or *och* straight before a token, adverbs and *sig* skipped; else -1."""
        place = at - 1
        while place > 0 and self._key(place) in {"även", "därmed", "också", "sig", "att", "inte", "då"}:
            place -= 1
        return place if place >= 0 and (self._key(place) in CONJUNCTIONS or self._key(place) == ",") else -1

    def _link(self, clause: _Open, at: int) -> int:
        """The last *och* or comma after the clause's verb and before a token, or -1."""
        since = max([clause.finite, *clause.verbs])
        for place in range(at - 1, since, -1):
            if self._key(place) in CONJUNCTIONS or self._key(place) == ",":
                return place
        return -1

    def _finite(self, at: int) -> None:
        top = self.top
        if not top.complete:
            self._take(top, at)
            return
        waiting = next((place for place in reversed(self.stack) if not self.all[place].complete), None)
        straight = self._joined(at)
        if waiting is not None and straight < 0:
            while self.stack[-1] != waiting:
                self.stack.pop()
            self._take(self.top, at)
            return
        if straight >= 0 and self._key(straight) != ",":
            self._second_predicate(at, straight)
            return
        self._new_clause(at, self._link(top, at))

    def _second_predicate(self, at: int, link: int) -> None:
        """*… och banar väg*: a second verb with the same subject."""
        main = self.all[self.stack[0]]
        comma = self._key(link - 1) == ","
        modal = self.tokens[at].word.tagged("modal", "v")
        same = modal and main.finite >= 0 and self._key(main.finite) == self._key(at)
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
        same = modal and main.finite >= 0 and self._key(main.finite) == self._key(at) and not top.modal
        to_main = (
            top.kind == "main" or top.infinitive or same or self._key(link) == "," or self._key(link - 1) == ","
        )
        parent = -1 if to_main else top.parent
        kind = "main" if to_main else top.kind
        moved = [place for place in top.own if place > link]
        top.own = [place for place in top.own if place < link]
        self.all.append(_Open(kind, -1, parent, own=moved, joined_by=link))
        index = len(self.all) - 1
        self.stack = [index] if to_main else [*self.stack[:-1], index]
        self._take(self.top, at)

    def _take(self, clause: _Open, at: int, *, first: bool = True) -> None:
        word = self.tokens[at].word
        clause.own.append(at)
        clause.modal = word.tagged("modal", "v") or bool(_SEMI_MODAL & word.lemmas)
        if first:
            clause.finite = at
        if not word.tagged("modal", "v") or not self._verb_follows(at):
            clause.verbs.append(at)

    def _verb_follows(self, at: int) -> bool:
        for place in range(at + 1, len(self.tokens)):
            if self.tokens[place].text in _ENDS:
                return False
            if self.tokens[place].word.infinitive:
                return True
        return False

    def _infinitive(self, at: int) -> None:
        top = self.top
        top.own.append(at)
        word = self.tokens[at].word
        if top.infinitive and not top.verbs and word.infinitive and self._key(at - 1) == "att":
            top.verbs.append(at)
            return
        if word.noun or word.function or (word.adjective and not word.infinitive):
            modal_waits = top.modal and not top.verbs and not word.function & {"preposition", "conjunction"}
            passive = top.modal and "infs" in word.features and self._joined(at) >= 0
            if not ((modal_waits and word.infinitive) or passive):
                if not (at == 0 and word.infinitive and not word.noun):
                    return
        if top.infinitive and not top.verbs:
            top.verbs.append(at)
        elif top.modal:
            self._modal_infinitive(top, at)
        elif not top.complete and not top.verbs and self._heads_clause(top, at):
            top.verbs.append(at)
        elif top.verbs and self._joined(at) >= 0 and self.tokens[top.verbs[-1]].word.infinitive:
            self._join(top, at)
        elif top.kind in {"that", "purpose", "means"} and not top.complete and not top.verbs:
            top.infinitive = True
            top.verbs.append(at)

    def _modal_infinitive(self, top: _Open, at: int) -> None:
        first = self.tokens[top.verbs[-1]] if top.verbs else None
        if first is None:
            top.verbs.append(at)
        elif _SEMI_MODAL & first.word.lemmas and self._key(at - 1) in {"att", "kommer"}:
            top.verbs[-1] = at
        elif self._joined(at) >= 0:
            self._join(top, at)
        elif first.word.lemmas & {"kunna", "få", "vilja", "behöva"}:
            top.verbs[-1] = at

    def _join(self, top: _Open, at: int) -> None:
        top.verbs.append(at)
        link = self._joined(at)
        if self._key(link) != ",":
            top.predicates.append(link)

    def _heads_clause(self, top: _Open, at: int) -> bool:
        """Whether an infinitive or imperative stands first: *Öka andelen …*, *Att stärka …*."""
        return all(
            self.tokens[place].kind == "mark"
            or self._key(place) == "att"
            or ("adverb" in self.tokens[place].word.function or self.tokens[place].word.adjective)
            for place in top.own
            if place < at
        )

    def _supine(self, at: int) -> None:
        top = self.top
        top.own.append(at)
        if top.verbs and "ha" in self.tokens[top.verbs[-1]].word.lemmas:
            top.verbs[-1] = at
