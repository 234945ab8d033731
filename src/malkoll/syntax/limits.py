"""What a document may cost to read."""

from __future__ import annotations

from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Trouble


class Limits(Record):
    """What a document may cost. Raised by the caller only, never by what is checked."""

    size: int = 1_000_000
    depth: int = 100
    nodes: int = 100_000
    expanded: int = 10_000
    number: int = 4_000


class LimitReachedError(Exception):
    """A document is larger than it may be: carries the trouble to report."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.variant)
        self.trouble = trouble


def passed(variant: str, start: int, limit: int) -> LimitReachedError:
    """Make the error that says which limit was passed, and where."""
    return LimitReachedError(
        Trouble("yaml-limits", variant, Span(start, start + 1), values={"limit": limit}, fatal=True)
    )
