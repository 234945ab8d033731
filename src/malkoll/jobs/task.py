"""What a process that checks files is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from malkoll.discover import Found
from malkoll.record import Record

if TYPE_CHECKING:
    from malkoll.packed import Packed


class Task(Record):
    """A file for a process to check: which it is, and its bytes."""

    number: int
    found: Found
    data: bytes


class Answer(Record):
    """What a process made of a file.

    Attributes:
        packed: what it found; None where the file is passed over.
        told: under which settings it looked.
        kept: the same as it is kept between runs; empty where it isn't.

    """

    packed: Packed | None
    told: str
    kept: bytes


Examine = Callable[[Task], Answer]
"""Checks a file."""
