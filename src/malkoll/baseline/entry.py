"""What a baseline holds, and how it is written."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path

from malkoll.record import Record
from malkoll.syntax.characters import composed

VERSION = 1


class Entry(Record):
    """A finding that doesn't count.

    Attributes:
        fingerprint: what it is known by.
        code, name: its rule's.
        file: its document, as seen from the baseline's folder, with forward slashes.
        board, year, goal: whose it is, for the reader; the year also tells one year's document from the next.
        reason, until: why it may stand, and the last day that it does; a person writes them.

    """

    fingerprint: str
    code: str
    file: str
    name: str | None = None
    board: str | None = None
    year: int | None = None
    goal: str | None = None
    reason: str | None = None
    until: datetime.date | None = None

    @property
    def place(self) -> str:
        return same_name(self.file)

    def has_expired(self, date: datetime.date) -> bool:
        return self.until is not None and self.until < date


KEYS = ("code", "name", "file", "board", "year", "goal", "fingerprint", "reason", "until")
"""In the order that they are written."""


class Baseline(Record):
    """A baseline as it was read.

    Attributes:
        path: where it is; links are followed.
        shown: its name as the reports have it.
        entries: what it holds.
        text: as it stands there; None where there is no such file yet.

    """

    path: Path
    shown: str
    entries: tuple[Entry, ...] = ()
    text: str | None = None


def same_name(file: str) -> str:
    """Make the two ways in which systems write one name with å, ä and ö equal."""
    return composed(file)


def text_of(entries: Iterable[Entry]) -> str:
    """Write a baseline: sorted, an entry a line, so that a change of it reads well."""
    lines = ",\n".join(f"    {_written(entry)}" for entry in sorted(entries, key=_in_order))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _in_order(entry: Entry) -> tuple[str, ...]:
    return (entry.file, entry.goal or "", entry.code, entry.fingerprint)


def _written(entry: Entry) -> str:
    values = entry._replace(until=None)._asdict() | {
        "until": entry.until.isoformat() if entry.until else None
    }
    text = json.dumps({key: values[key] for key in KEYS if values[key] is not None}, ensure_ascii=False)
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(letter: str) -> str:
    """Write a letter that can't be seen as JSON escapes it, by its UTF-16 halves if it needs two."""
    if letter.isprintable():
        return letter
    halves = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[start : start + 4]}" for start in range(0, len(halves), 4))
