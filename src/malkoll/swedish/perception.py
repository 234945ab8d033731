"""What somebody perceives: a measured or asked opinion, in which a word is as definite as the answers."""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.swedish.clauses import Clause
from malkoll.swedish.main_clause import MainClause
from malkoll.swedish.tokens import Token

__all__ = ["perceived"]


def perceived(
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


def _is_asked(tokens: Sequence[Token], clause: Clause, verb: int) -> bool:
    """*upplevs som trygg*, *uppfattas som enkel av de sökande*: those who judge can be asked."""
    if "uppleva" in tokens[verb].word.lemmas:
        return True
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
        if word.tagged("perceive", "v") and passive and _is_asked(tokens, clause, verb):
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
