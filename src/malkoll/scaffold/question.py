"""What a question is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.tables.content import Path


class Kind(Enum):
    TEXT = "text"
    LIST = "list"
    AUDIENCE = "audience"
    NUMBER = "number"
    YEAR = "year"
    YEARS = "years"
    MEASURED_OR_ASSESSED = "measured-or-assessed"


class Offer(Record):
    """Something to choose: what it means in the document, what it is called, and a few words on it."""

    value: str
    name: str | Text | Message
    about: str | Text | Message | None = None


class Question(Record):
    """One question.

    Attributes:
        path: where the answer goes.
        asks: the question.
        hint: how to answer, or an example.
        part: which part of the document it belongs to; told when that changes.
        kind: what kind of answer it wants.
        offers: what there is to choose from.
        may_be_other: an answer that isn't among those is taken too.
        default: what Enter alone means.
        is_needed: whether there is no document without it.
        ends: whether leaving it empty ends the list that it would add to.
        is_extra: whether a goal that was given beforehand does without it.

    """

    path: Path
    asks: Text
    hint: Text | Message | None = None
    part: Message | None = None
    kind: Kind = Kind.TEXT
    offers: Sequence[Offer] = ()
    may_be_other: bool = True
    default: str = ""
    is_needed: bool = False
    ends: bool = False
    is_extra: bool = False
