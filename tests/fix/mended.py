"""Fixes a document as the command does, without files."""

from __future__ import annotations

from checked import check
from malkoll.diagnostic import Applicability
from malkoll.file_report import FileReport
from malkoll.fix.mending import Mended, mend
from malkoll.rule import Scope
from malkoll.selection import select

SAFE = frozenset({Applicability.SAFE})
ALL = frozenset({Applicability.SAFE, Applicability.UNSAFE})
ALONE = select().only(tuple(rule for rule in select().rules if rule.scope is not Scope.RUN))


def alone(data: bytes) -> FileReport:
    """Check a document as it is checked while it is fixed."""
    return check(data, selection=ALONE)


def mended(document: str | bytes, *, unsafe: bool = False) -> Mended:
    data = document if isinstance(document, bytes) else document.encode()
    return mend("mål.yaml", data, alone, ALL if unsafe else SAFE)


def text_of(document: str | bytes, *, unsafe: bool = False) -> str:
    return mended(document, unsafe=unsafe).data.decode()
