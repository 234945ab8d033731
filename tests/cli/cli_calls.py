"""What a test of the command line is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Said(NamedTuple):
    """What a call gave: its exit code and what it wrote."""

    status: int
    out: str
    err: str


Call = Callable[..., Said]
