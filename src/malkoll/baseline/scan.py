"""Reads JSON with the places of what it holds: a mistake in a baseline is told with its line."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from malkoll.record import Record

_BLANKS = re.compile(r"[ \t\r\n]*")


class Pairs(Record):
    """A JSON object as it stands: its keys may occur several times."""

    pairs: list[tuple[str, Any]]


class Placed(Record):
    """A value, and where in the text it starts."""

    place: int
    value: Any


class Member(Record):
    """A key of the outermost object, where it stands, and its value: a list keeps the places of its items."""

    place: int
    key: str
    value: Any


def scan(text: str) -> list[Member]:
    """Read a text that is a JSON object.

    Raises:
        json.JSONDecodeError: when it isn't; with the place.
        ValueError: for a number that can't be, which has no place.
        RecursionError: for lists in lists in lists.

    """
    return _Scanner(text).members()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = json.JSONDecoder(object_pairs_hook=Pairs, parse_constant=_refuse)

    def members(self) -> list[Member]:
        found: list[Member] = []
        place = self._after("{", self._blanks(0))
        while not self._text.startswith("}", place):
            start = place
            key, place = self._decoder.raw_decode(self._text, place)
            if not isinstance(key, str):
                self._fail(start)
            value, place = self._value(self._after(":", self._blanks(place)))
            found.append(Member(start, key, value))
            place = self._next(place, "}")
        if (rest := self._blanks(place + 1)) < len(self._text):
            self._fail(rest)
        return found

    def _value(self, place: int) -> tuple[Any, int]:
        if not self._text.startswith("[", place):
            return self._decoder.raw_decode(self._text, place)
        items: list[Placed] = []
        place = self._blanks(place + 1)
        while not self._text.startswith("]", place):
            start = place
            value, place = self._decoder.raw_decode(self._text, place)
            items.append(Placed(start, value))
            place = self._next(place, "]")
        return items, place + 1

    def _blanks(self, place: int) -> int:
        found = _BLANKS.match(self._text, place)
        return found.end() if found else place

    def _after(self, sign: str, place: int) -> int:
        if not self._text.startswith(sign, place):
            self._fail(place)
        return self._blanks(place + 1)

    def _next(self, place: int, end: str) -> int:
        """Step over a comma; none may stand before the end."""
        place = self._blanks(place)
        if self._text.startswith(end, place):
            return place
        place = self._after(",", place)
        if self._text.startswith(end, place):
            self._fail(place)
        return place

    def _fail(self, place: int) -> NoReturn:
        raise json.JSONDecodeError("", self._text, place)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
