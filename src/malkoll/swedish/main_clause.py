"""A main clause with its parts: subject, main verb and what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.record import Record
from malkoll.swedish.clauses import Clause
from malkoll.swedish.nominals import Head, heads
from malkoll.swedish.tokens import Token

__all__ = ["MainClause", "main_clause"]
_QUANTITIES = frozenset(
    {"minst", "högst", "cirka", "ca", "ungefär", "drygt", "knappt", "allt", "helt", "inte", "särskilt"}
)


class MainClause(Record):
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


def main_clause(tokens: Sequence[Token], clauses: Sequence[Clause], place: int) -> MainClause:
    """Tell the parts of a main clause.

    Args:
        tokens: the sentence.
        clauses: its clauses.
        place: which of them.

    """
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
    inverted = (
        opening is None
        or (opening.function & {"preposition", "adverb"} and opening.key not in _QUANTITIES)
        or _is_year(tokens, before)
    )
    if inverted and not (opening and "pronoun" in opening.function):
        subject, rest = _inverted(heads(tokens, after), verb, clause)
    else:
        subject, rest = heads(tokens, before), heads(tokens, after)
    return _made(tokens, place, subject, rest, verb, imperative=False)


def _is_year(tokens: Sequence[Token], before: Sequence[int]) -> bool:
    """*År 2030 ska …*: nothing stands before the verb but when it is to be."""
    return len(before) == 2 and tokens[before[0]].key == "år" and tokens[before[1]].kind == "number"


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
