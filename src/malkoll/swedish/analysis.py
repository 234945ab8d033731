"""One analysis of a sentence, made once and shared by every rule that reads Swedish."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, wraps
from typing import Any, NamedTuple, TypeVar

from malkoll.swedish.clauses import Clause, clauses_of
from malkoll.swedish.coordination import coordinations_of
from malkoll.swedish.nominals import Head, heads
from malkoll.swedish.numbers import numbers_of
from malkoll.swedish.phrases import Hit, WordList, word_list
from malkoll.swedish.tokens import Token, cut, tokenise

__all__ = ["MainClause", "Sentence", "analyse", "once"]
_QUANTITIES = frozenset(
    {"minst", "högst", "cirka", "ca", "ungefär", "drygt", "knappt", "allt", "helt", "inte", "särskilt"}
)


class MainClause(NamedTuple):
    """A main clause with its parts.

    Attributes:
        clause: its place among the sentence's clauses.
        subject: the heads of its subject, in order; of a heading, all of its heads.
        rest: the heads after the verb.
        verb: the main verb's token, or -1.
        lemmas: the main verb's lemmas.
        passive: whether the main verb is in the passive.
        imperative: whether it starts with its verb (*Öka andelen …*).

    """

    clause: int
    subject: tuple[Head, ...]
    rest: tuple[Head, ...]
    verb: int
    lemmas: frozenset[str]
    passive: bool
    imperative: bool

    @property
    def heading(self) -> bool:
        """Whether it has no verb."""
        return self.verb < 0


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
        memory: what the detectors have found out already; see `once`.

    """

    __slots__ = (
        "clauses", "coordinations", "mains", "memory", "numbers", "owners", "pairs", "perceived", "protected", "text",
        "tokens",
    )  # fmt: skip

    def __init__(self, text: str, names: frozenset[str]) -> None:
        """Read the text."""
        self.text = text
        self.tokens = tokens = tokenise(text)
        self.clauses = clauses = clauses_of(tokens)
        self.mains = tuple(
            _main(tokens, clauses, place)
            for place, clause in enumerate(clauses)
            if clause.kind == "main" and (clause.own or place == 0)
        )
        self.coordinations = coordinations_of(tokens, clauses)
        self.numbers = numbers_of(tokens, clauses)
        protected = _names(tokens, names)
        pairs: set[int] = set()
        for hit in word_list("fixed-terms").match(tokens):
            places = range(hit.first, hit.last + 1)
            if hit.entry.group.word_class == "pair":
                pairs.update(at for at in places if tokens[at].key in {"och", "eller", "samt"})
            else:
                protected.update(places)
        protected.update(at for at, token in enumerate(tokens) if token.quoted)
        self.protected = frozenset(protected)
        self.pairs = frozenset(pairs)
        self.perceived = _perceived(tokens, clauses, self.mains)
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
            self.memory[words] = tuple(words.match(self.tokens))
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


def _main(tokens: Sequence[Token], clauses: Sequence[Clause], place: int) -> MainClause:
    clause = clauses[place]
    verb = clause.verb
    if clause.finite < 0:
        after = [at for at in clause.own if at > verb] if verb >= 0 else []
        subject = () if verb >= 0 else heads(tokens, clause.own)
        rest = heads(tokens, after)
        return _made(tokens, place, subject, rest, verb, imperative=verb >= 0)
    before = [at for at in clause.own if at < clause.finite]
    after = [at for at in clause.own if at > clause.finite]
    words = [at for at in before if tokens[at].kind == "word"]
    opening = tokens[words[0]].word if words else None
    inverted = opening is None or (
        opening.function & {"preposition", "adverb"} and opening.key not in _QUANTITIES
    )
    if inverted and not (opening and "pronoun" in opening.function):
        subject, rest = _inverted(heads(tokens, after), verb, clause)
    else:
        subject, rest = heads(tokens, before), heads(tokens, after)
    return _made(tokens, place, subject, rest, verb, imperative=False)


def _inverted(
    after: tuple[Head, ...], verb: int, clause: Clause
) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
    """*Senast 2030 ska kommunens fordon vara fossilfria*: the subject follows the finite verb."""
    if verb != clause.finite:
        return (
            tuple(head for head in after if head.at < verb),
            tuple(head for head in after if head.at > verb),
        )
    return after[:1], after[1:]


def _made(
    tokens: Sequence[Token],
    place: int,
    subject: tuple[Head, ...],
    rest: tuple[Head, ...],
    verb: int,
    *,
    imperative: bool,
) -> MainClause:
    word = tokens[verb].word if verb >= 0 else None
    lemmas = (
        frozenset(reading.lemma for reading in word.readings if reading.word_class == "v")
        if word
        else frozenset()
    )
    passive = bool(word and word.passive and not word.features & {"inf", "prs", "imp"})
    return MainClause(place, subject, rest, verb, lemmas, passive, imperative)


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


def _perceived(
    tokens: Sequence[Token], clauses: Sequence[Clause], mains: Sequence[MainClause]
) -> frozenset[int]:
    """What somebody perceives, is content with, or is counted for: the measure makes the words definite."""
    found: set[int] = set()
    inside: set[int] = set()
    for place, clause in enumerate(clauses):
        after = _perception(tokens, clause)
        if clause.parent in inside:
            inside.add(place)
            found.update(clause.own)
        elif after >= 0:
            inside.add(place)
            until = next((verb for verb in clause.verbs if verb > after), len(tokens))
            if until < len(tokens) and tokens[until].word.tagged("perceive", "v"):
                until = len(tokens)
            found.update(at for at in clause.own if after < at < until)
    for main in mains:
        if main.subject and tokens[main.subject[0].at].word.lemmas & {"andel", "antal"}:
            last = main.verb if main.verb >= 0 else len(tokens)
            found.update(range(main.subject[0].at, clauses[main.clause].finite if main.verb >= 0 else last))
    return frozenset(found)


def _perceived_by(tokens: Sequence[Token], clause: Clause, verb: int) -> bool:
    """*upplevs som enkel av de sökande*: residents or companies are the ones who judge."""
    after = [at for at in clause.own if at > verb]
    return any(
        tokens[at].key == "av"
        and any(
            tokens[place].word.tagged("resident", "n") or tokens[place].word.tagged("company", "n")
            for place in after
            if at < place < at + 4
        )
        for at in after
    )


def _perception(tokens: Sequence[Token], clause: Clause) -> int:
    """The token after which the clause tells what is perceived, or -1."""
    for verb in clause.verbs:
        word = tokens[verb].word
        passive = word.passive and not word.features & {"inf", "prs"}
        if word.tagged("perceive", "v") and passive and _perceived_by(tokens, clause, verb):
            return verb
        if word.tagged("perceive", "v") and not passive:
            subject = [at for at in clause.own if at < clause.finite and tokens[at].word.noun]
            if not any(tokens[at].word.tagged("actor", "n") for at in subject):
                return verb
        if word.tagged("copula", "v"):
            for at in clause.own:
                if at > verb and tokens[at].word.lemmas & {"nöjd", "missnöjd", "belåten"}:
                    return at
    return -1
