"""Records of findings as plain JSON, and back: for worker processes, and for what is kept between runs.

Each record is a list that begins with the number of its kind. What is read can become nothing but
these kinds, whoever wrote it; a kind that isn't among them can't be written.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from malkoll.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    LocatedFix,
    LocatedRelated,
    Location,
    Severity,
    Suppressed,
)
from malkoll.file_report import Assessed, FileReport, GoalLine
from malkoll.language import Choice, Count, Message, Text, Words
from malkoll.remembered import DocumentSummary, Figure, GoalSummary, IndicatorSummary
from malkoll.rules import RULES
from malkoll.source import Position, Span
from malkoll.syntax.comments import Comment

Encoded = Any
"""What JSON can hold."""
_TUPLE, _LIST, _MAPPING, _FROZEN, _SET, _DATE, _PATH, _TEXT, _SEVERITY, _APPLICABILITY, _MESSAGE = range(11)
_FIRST_RECORD = 20
RECORDS: tuple[Any, ...] = (
    Position, Span, Location, LocatedRelated, Edit, LocatedFix, Diagnostic, Count, Choice, Words, Figure,
    IndicatorSummary, GoalSummary, DocumentSummary, Assessed, FileReport, GoalLine, Comment, Suppressed,
)  # fmt: skip
"""Named tuples, each field a value of its own."""
_NO_VALUES: MappingProxyType[str, object] = MappingProxyType({})


class UnknownKindError(TypeError):
    """Something is to be written that isn't of a known kind."""


def write(value: object) -> bytes:
    """Write a value.

    Raises:
        UnknownKindError: when something in it is of no known kind.

    """
    text = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def read(data: bytes) -> Any:
    """Read what `write` wrote.

    Raises:
        ValueError, TypeError, LookupError, RecursionError: when it wasn't that.

    """
    return Reader().decode(json.loads(data.decode("utf-8", "surrogatepass")))


def encode(value: Any) -> Encoded:
    kind = type(value)
    if kind is str or value is None or kind is int or kind is float or kind is bool:
        return value
    write_kind = _WRITERS.get(kind)
    if write_kind is None:
        raise UnknownKindError(kind.__name__)
    return write_kind(value)


def _many(number: int) -> Callable[[Iterable[Any]], Encoded]:
    def written(values: Iterable[Any]) -> Encoded:
        return [number, *map(encode, values)]

    return written


def _tuple(values: tuple[Any, ...]) -> Encoded:
    """Write a tuple; a path is told apart, for documents share most of theirs."""
    if values and type(values[0]) is str and all(type(one) in (str, int) for one in values):
        return [_PATH, *values]
    return [_TUPLE, *map(encode, values)]


def _mapping(values: Any) -> Encoded:
    written: list[Any] = [_MAPPING]
    for key, value in values.items():
        written += (encode(key), encode(value))
    return written


def _ordered(number: int) -> Callable[[Iterable[Any]], Encoded]:
    def written(values: Iterable[Any]) -> Encoded:
        return [number, *sorted(values)]

    return written


_WRITERS: dict[type, Callable[[Any], Encoded]] = {
    tuple: _tuple,
    list: _many(_LIST),
    dict: _mapping,
    MappingProxyType: _mapping,
    frozenset: _ordered(_FROZEN),
    set: _ordered(_SET),
    datetime.date: lambda value: [_DATE, value.isoformat()],
    Text: lambda value: [_TEXT, value.sv, value.en],
    Severity: lambda value: [_SEVERITY, value.value],
    Applicability: lambda value: [_APPLICABILITY, value.value],
    Message: lambda value: [
        _MESSAGE,
        value.text.sv,
        value.text.en,
        *(part for pair in value.values.items() for part in (pair[0], encode(pair[1]))),
    ],
    **{record: _many(_FIRST_RECORD + place) for place, record in enumerate(RECORDS)},
}


@lru_cache(maxsize=8192)
def _path(*steps: str | int) -> tuple[str | int, ...]:
    """Give equal paths as one and the same."""
    return steps


class Reader:
    """Reads one entry; words that stand in it several times are kept once."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}

    def decode(self, value: Encoded) -> Any:
        kind = type(value)
        if kind is str:
            return self._words.setdefault(value, value)
        if kind is not list:
            return value
        number = value[0]
        if number >= _FIRST_RECORD:
            return RECORDS[number - _FIRST_RECORD]._make(map(self.decode, value[1:]))
        return _READERS[number](self, value)

    def message(self, one: list[Any]) -> Message:
        if len(one) == 3:
            return _bare_message(one[1], one[2])
        return Message(text_of(one[1], one[2]), self.mapping(one, 3))

    def mapping(self, one: list[Any], first: int = 1) -> dict[Any, Any]:
        keys, values = map(self.decode, one[first::2]), map(self.decode, one[first + 1 :: 2])
        return dict(zip(keys, values, strict=True))


_READERS: dict[int, Callable[[Reader, list[Any]], Any]] = {
    _TUPLE: lambda reader, one: tuple(map(reader.decode, one[1:])),
    _LIST: lambda reader, one: list(map(reader.decode, one[1:])),
    _MAPPING: Reader.mapping,
    _FROZEN: lambda _, one: frozenset(one[1:]),
    _SET: lambda _, one: set(one[1:]),
    _DATE: lambda _, one: datetime.date.fromisoformat(one[1]),
    _PATH: lambda _, one: _path(*one[1:]),
    _TEXT: lambda _, one: text_of(one[1], one[2]),
    _SEVERITY: lambda _, one: Severity(one[1]),
    _APPLICABILITY: lambda _, one: Applicability(one[1]),
    _MESSAGE: Reader.message,
}
"""Outside the reader: one that held these would hold itself, and all its words, until someone looked for that."""


_texts: dict[tuple[str, str], Text] = {(rule.title.sv, rule.title.en): rule.title for rule in RULES}
_MOST_TEXTS = 4096


def text_of(sv: str, en: str) -> Text:
    """Give equal texts as one and the same."""
    found = _texts.get((sv, en))
    if found is None:
        if len(_texts) > _MOST_TEXTS:
            # some texts are made for one finding
            _texts.clear()
        found = _texts[(sv, en)] = Text(sv, en)
    return found


@lru_cache(maxsize=1024)
def _bare_message(sv: str, en: str) -> Message:
    return Message(text_of(sv, en), _NO_VALUES)
