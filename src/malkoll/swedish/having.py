"""What the administration has or can: its papers, its ability, its ways."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head
from malkoll.swedish.ownership import is_administration, mentions, word_tail
from malkoll.swedish.theme import about, topic

__all__ = ["has_papers", "is_ability", "is_the_doers"]


def has_papers(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Alla nämnder har en kontinuitetsplan*: a document that the administration has."""
    subject = topic(sentence, main.subject)
    if subject is None or "ha" not in main.lemmas or not about(sentence, head, "document"):
        return False
    own = is_administration(sentence.tokens[subject.at].word)
    return own and not mentions(sentence, main, "resident", "company", "service")


def is_ability(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Räddningstjänsten har god förmåga att leda*: what the administration is able to."""
    subject = topic(sentence, main.subject)
    able = word_tail(sentence.tokens[head.at].word, frozenset({"förmåga", "kapacitet"}))
    return able and subject is not None and is_administration(sentence.tokens[subject.at].word)


def is_the_doers(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Förvaltningen har en tydlig ledningsstruktur*: what the administration has and nobody else is named for."""
    subject = topic(sentence, main.subject)
    if not main.lemmas & {"ha", "vara"}:
        return False
    if subject is None or not is_administration(sentence.tokens[subject.at].word):
        return False
    tags = (
        "service",
        "environment",
        "partner",
        "outside",
        "actor",
        "nominal",
        "document",
        "quality",
        "measure",
        "time",
    )
    return (
        head.preposition < 0
        and not about(sentence, head, *tags)
        and not mentions(sentence, main, "resident", "company")
    )
