"""What other text rules say of the same goal: one mistake gives one finding.

A goal that promises an effort is to be written anew; how far it goes, or that it has no verb, is then
not said as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.rule import Case
from malkoll.rules.statement import words
from malkoll.swedish.activity import activities
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.findings import Place
from malkoll.swedish.internal import internal
from malkoll.swedish.vague import escape_clauses, vague_words

__all__ = ["is_effort", "is_to_be_rewritten", "said_of_words"]


def is_effort(sentence: Sentence, case: Case) -> bool:
    """Whether MK401 or MK501 says that the goal is something the organisation does."""
    return any(_efforts(sentence, case))


def is_to_be_rewritten(sentence: Sentence, case: Case) -> bool:
    """Whether MK401, MK501 or MK502 asks for another goal altogether."""
    return internal(sentence) or is_effort(sentence, case)


def said_of_words(sentence: Sentence, case: Case, place: Place) -> bool:
    """Whether MK401, MK402, MK404 or MK501 says something of the same words."""
    return any(one.start < place.end and place.start < one.end for one in _said(sentence, case))


def _said(sentence: Sentence, case: Case) -> Iterator[Place]:
    yield from vague_words(sentence, words("vague-words", case), words("weak-verbs", case))
    yield from escape_clauses(sentence, words("escape-clauses", case))
    yield from _efforts(sentence, case)


def _efforts(sentence: Sentence, case: Case) -> Iterator[Place]:
    weak = words("weak-verbs", case)
    yield from weak_verbs(sentence, weak)
    yield from activities(sentence, words("activities", case), weak)
