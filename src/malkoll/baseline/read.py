"""Reads a baseline; what is wrong with it is said with its line."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from malkoll import looked
from malkoll.baseline.entry import KEYS, VERSION, Baseline, Entry
from malkoll.baseline.scan import Member, Pairs, Placed, scan
from malkoll.call_error import CallError
from malkoll.discover import Found, read, shown_name
from malkoll.document.words import closest
from malkoll.fingerprint import LENGTH
from malkoll.language import Message, Text, Words

LARGEST = 20
"""Megabytes that a baseline may have."""
_MEGABYTE = 1_000_000
_MOST_TOLD = 5
_LONGEST = 60

MISSING = Text(
    "Baslinjen {file} finns inte. Den skrivs med --write-baseline {file}.",
    "There is no baseline {file}. It is written with --write-baseline {file}.",
)
UNREADABLE = Text("Baslinjen {file} gick inte att läsa.", "The baseline {file} could not be read.")
TOO_LARGE = Text(
    "Baslinjen {file} är större än {limit} MB.", "The baseline {file} is larger than {limit} MB."
)
NOT_UTF8 = Text(
    "Baslinjen {file} är inte sparad som UTF-8. Felet är på rad {line}.",
    "The baseline {file} is not saved as UTF-8. The mistake is on line {line}.",
)
NOT_JSON = Text(
    "Baslinjen {file} går inte att läsa som JSON. Felet är på rad {line}.",
    "The baseline {file} can't be read as JSON. The mistake is on line {line}.",
)
IN_LINE = Text("{file}, rad {line}: {problem}", "{file}, line {line}: {problem}")
NO_VERSION = Text(
    'Det här är ingen baslinje. En sådan börjar med "version": {version}.',
    'This is no baseline. One begins with "version": {version}.',
)
OTHER_VERSION = Text(
    "Baslinjen har version {found}, och det här malkoll läser version {version}.",
    "The baseline has version {found}, and this malkoll reads version {version}.",
)
NO_FINDINGS = Text("”findings” ska vara en lista.", "“findings” is to be a list.")
NO_ENTRY = Text(
    'Varje anmärkning ska stå inom klamrar: {"code": …}.',
    'Each finding is to stand in braces: {"code": …}.',
)
LACKS = Text("”{key}” saknas.", "“{key}” is missing.")
KEY_TWICE = Text("”{key}” står två gånger.", "“{key}” stands twice.")
CLOSE_KEY = Text(
    "”{key}” finns inte i en baslinje. Menade du ”{near}”?",
    "There is no “{key}” in a baseline. Did you mean “{near}”?",
)
UNKNOWN_KEY = Text(
    "”{key}” finns inte i en baslinje. Det som kan stå är {known}.",
    "There is no “{key}” in a baseline. What can stand there is {known}.",
)
A_TEXT = Text("”{key}” ska vara en text inom citattecken.", "“{key}” is to be a text in quotation marks.")
A_YEAR = Text("”{key}” ska vara ett årtal, som 2026.", "“{key}” is to be a year, as 2026.")
A_DATE = Text(
    "”{key}” ska vara en dag, skriven som 2026-11-23.", "“{key}” is to be a day, written as 2026-11-23."
)
A_FINGERPRINT = Text(
    "”{key}” ska vara {length} tecken, 0–9 och a–f. Det ändras inte för hand.",
    "“{key}” is to be {length} characters, 0–9 and a–f. It isn't changed by hand.",
)
A_CODE = Text("”{key}” ska vara en regels kod, som MK202.", "“{key}” is to be a rule's code, as MK202.")
TWICE = Text(
    "Samma anmärkning står redan på rad {line}. Ta bort den ena.",
    "The same finding stands on line {line} already. Remove one of them.",
)


class _WrongError(Exception):
    """Carries what is wrong at one place."""

    def __init__(self, message: Message, place: int = 0) -> None:
        super().__init__()
        self.message = message
        self.place = place


def read_baseline(path: str | os.PathLike[str], *, must_exist: bool = True) -> Baseline:
    """Read a baseline.

    Args:
        path: the file.
        must_exist: whether it is a mistake when there is none.

    Raises:
        CallError: when it can't be used; says where.

    """
    name = shown_name(os.fspath(path))
    try:
        real = Path(os.path.realpath(path))
        if real != Path(path).absolute():
            # where a link leads may change
            looked.lose()
    except (OSError, ValueError) as error:
        raise CallError(UNREADABLE(file=name)) from error
    data, trouble = read(Found(name, str(real), "", is_named=True), LARGEST * _MEGABYTE)
    if data is None:
        variant = trouble.variant if trouble else ""
        if variant == "missing" or (variant == "not-regular" and not must_exist):
            if must_exist:
                raise CallError(MISSING(file=name))
            return Baseline(real, name)
        raise CallError(UNREADABLE(file=name))
    if len(data) > LARGEST * _MEGABYTE:
        raise CallError(TOO_LARGE(file=name, limit=LARGEST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CallError(NOT_UTF8(file=name, line=line)) from error
    return Baseline(real, name, tuple(_Reader(text, name).entries()), text)


class _Reader:
    """Makes entries of a baseline's text; knows the line of each."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name

    def entries(self) -> list[Entry]:
        try:
            return self._checked(_findings(scan(self._text)))
        except json.JSONDecodeError as error:
            raise CallError(NOT_JSON(file=self._name, line=self._line(error.pos))) from error
        except (ValueError, RecursionError) as error:
            raise CallError(NOT_JSON(file=self._name, line=1)) from error
        except _WrongError as error:
            raise CallError(self._told(error)) from error

    def _checked(self, found: list[Placed]) -> list[Entry]:
        entries: list[Entry] = []
        places: dict[tuple[str, str], int] = {}
        wrong: list[Message] = []
        for place, value in found:
            try:
                entry = _entry(value)
                first = places.setdefault((entry.fingerprint, entry.place), place)
                self._hold_single(first, place)
                entries.append(entry)
            except _WrongError as error:
                wrong.append(self._told(_WrongError(error.message, place)))
                if len(wrong) == _MOST_TOLD:
                    break
        if wrong:
            raise CallError(*wrong)
        return entries

    def _hold_single(self, first: int, place: int) -> None:
        if first != place:
            raise _WrongError(TWICE(line=self._line(first)))

    def _line(self, place: int) -> int:
        return self._text.count("\n", 0, place) + 1

    def _told(self, error: _WrongError) -> Message:
        return IN_LINE(file=self._name, line=self._line(error.place), problem=error.message)


def _findings(members: list[Member]) -> list[Placed]:
    """Hold what stands around the findings, and give them."""
    values = {key: value for _, key, value in members}
    version = values.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise _WrongError(NO_VERSION(version=VERSION))
    if version != VERSION:
        raise _WrongError(OTHER_VERSION(found=_cut(str(version)), version=VERSION))
    places: dict[str, int] = {}
    for place, key, _ in members:
        if key in places:
            raise _WrongError(KEY_TWICE(key=_cut(key)), place)
        if key not in {"version", "findings", "$schema"}:
            raise _WrongError(_unknown(key, ("version", "findings")), place)
        places[key] = place
    findings = values.get("findings")
    if not isinstance(findings, list):
        raise _WrongError(NO_FINDINGS(), places.get("findings", 0))
    return findings


def _entry(value: Any) -> Entry:
    if not isinstance(value, Pairs):
        raise _WrongError(NO_ENTRY())
    values: dict[str, Any] = {}
    for key, one in value.pairs:
        if key in values:
            raise _WrongError(KEY_TWICE(key=_cut(key)))
        if key not in _READERS:
            raise _WrongError(_unknown(key, KEYS))
        values[key] = _READERS[key](key, one)
    for key in ("fingerprint", "code", "file"):
        if values.get(key) is None:
            raise _WrongError(LACKS(key=key))
    return Entry(**values)


def _unknown(key: str, known: tuple[str, ...]) -> Message:
    if near := closest(key, list(known)):
        return CLOSE_KEY(key=_cut(key), near=near)
    return UNKNOWN_KEY(key=_cut(key), known=Words(known, quoted=False, most=len(known)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongError(A_TEXT(key=key))
    return value


def _full_text(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError(A_TEXT(key=key))
    return value


def _or_nothing(reader: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
    return lambda key, value: None if value is None else reader(key, value)


def _year(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
        raise _WrongError(A_YEAR(key=key))
    return value


def _date(key: str, value: Any) -> datetime.date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _WrongError(A_DATE(key=key))


def _fingerprint(key: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(rf"[0-9a-f]{{{LENGTH}}}", value):
        raise _WrongError(A_FINGERPRINT(key=key, length=LENGTH))
    return value


def _code(key: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"MK[0-9]{3}", value):
        raise _WrongError(A_CODE(key=key))
    return value


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "fingerprint": _fingerprint,
    "code": _code,
    "name": _or_nothing(_text),
    "file": _full_text,
    "board": _or_nothing(_text),
    "year": _or_nothing(_year),
    "goal": _or_nothing(_text),
    "reason": _or_nothing(_text),
    "until": _or_nothing(_date),
}
"""Every key of an entry, and what reads its value."""
