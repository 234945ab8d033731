"""Which rule speaks of which kind of validation error: none of pydantic's own words is shown."""

from __future__ import annotations

from typing import Any

from malkoll.diagnostic import Path
from malkoll.source import Span
from malkoll.syntax.tree import Mapping, Scalar, Sequence, Trouble

OWN_RULES = frozenset(
    {"wrong-type", "invalid-value", "invalid-number", "invalid-date", "empty-text", "placeholder-text"}
)
"""Error types that our validators raise: each is the name of the rule that words it."""
REPORTED = "reported"
"""The type of an error that has been reported already, when the file was read."""

PYDANTIC_TYPES = {
    "list_type": "list",
    "dict_type": "mapping",
    "dataclass_type": "mapping",
}
"""Pydantic's own error types that a document can cause, and what was wanted there."""


class UnmappedError(Exception):
    """An error type that no rule speaks of: a mistake in malkoll, not in the document."""


def troubles_of(details: Any, value: Any, path: Path) -> list[Trouble]:
    """Turn one pydantic error into what a rule is to word, if anything.

    Raises:
        UnmappedError: for an error type that isn't known here.

    """
    kind = details["type"]
    if kind == REPORTED:
        return []
    if kind in OWN_RULES:
        return [_own(kind, details, _span(value), path)]
    if kind in PYDANTIC_TYPES:
        values: dict[str, str | int] = {"wanted": PYDANTIC_TYPES[kind], "found": _found(value)}
        return [Trouble("wrong-type", "value", _span(value), path, values)]
    raise UnmappedError(kind)


def _own(kind: str, details: Any, span: Span, path: Path) -> Trouble:
    values = dict(details.get("ctx") or {})
    edits: tuple[tuple[Span, str], ...] = ()
    if instead := values.get("near") or values.get("instead"):
        edits = ((span, str(instead)),)
    return Trouble(kind, details["msg"], span, path, values, edits=edits)


def _found(value: Any) -> str:
    if isinstance(value, Scalar):
        return "text"
    return "list" if isinstance(value, Sequence | list) else "mapping"


def _span(value: Any) -> Span:
    if isinstance(value, Scalar | Mapping | Sequence):
        return Span(value.start, value.end)
    return Span(0, 0)
