"""Checks the goal documents of Swedish municipal boards against the municipality's steering model."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from malkoll.call_error import CallError
    from malkoll.diagnostic import Diagnostic
    from malkoll.library import check_paths, check_text
    from malkoll.result import Report

__all__ = ["CallError", "Diagnostic", "Report", "__version__", "check_paths", "check_text"]
__version__ = "0.1.0"

_HOMES = {
    "CallError": "malkoll.call_error",
    "Diagnostic": "malkoll.diagnostic",
    "Report": "malkoll.result",
    "check_paths": "malkoll.library",
    "check_text": "malkoll.library",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: to import malkoll costs next to nothing."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
