"""How much work something is, counted and not timed: the same on every computer."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls(task: Callable[[], object]) -> int:
    """Count the calls that a task makes, of Python's functions and of built-in ones."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(before)
    return count
