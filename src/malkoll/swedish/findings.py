"""What a detector gives back: a place in the text and why."""

from __future__ import annotations

from malkoll.record import Record
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.phrases import Entry, Hit

__all__ = ["Place", "place_at", "place_of"]


class Place(Record):
    """A stretch of the statement that a detector points at.

    Attributes:
        start: in code points of the text as given.
        end: exclusive.
        words: the writer's words there.
        entry: the line of a word list that fired, or None where structure alone did.
        parts: of several things joined, each by itself.
        reason: a short name of what was seen, for tests and debugging.

    """

    start: int
    end: int
    words: str
    entry: Entry | None = None
    reason: str = ""
    parts: tuple[str, ...] = ()


def place_of(sentence: Sentence, hit: Hit) -> Place:
    """The place of a word list's hit."""
    start, end = sentence.span(hit.first, hit.last)
    return Place(start, end, sentence.text[start:end], hit.entry, hit.entry.group.name)


def place_at(sentence: Sentence, first: int, last: int, reason: str, entry: Entry | None = None) -> Place:
    """The place of some tokens."""
    start, end = sentence.span(first, last)
    return Place(start, end, sentence.text[start:end], entry, reason)
