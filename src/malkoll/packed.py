"""A checked file as bytes, within one run: as a worker process hands it over, and as it waits for the report.

Python's own way of writing objects takes a third of the time of `cache.record`. It believes what it
reads, so it is for what nobody else can have written: a pipe between processes of ours, a temporary
file without a name. What is kept between runs is never written like this.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast

from malkoll.cache.codec import text_of
from malkoll.checked import Checked
from malkoll.diagnostic import Diagnostic, Edit, LocatedFix, LocatedRelated, Location, Path
from malkoll.file_report import Assessed, FileReport, GoalLine
from malkoll.language import Choice, Count, Message, Text, Words
from malkoll.opened import Input
from malkoll.record import Record
from malkoll.remembered import DocumentSummary, Figure, GoalSummary, IndicatorSummary
from malkoll.source import Position, Span
from malkoll.steering.loaded import LoadedModel


def _fixed(values: dict[str, object]) -> MappingProxyType[str, object]:
    """Make what can't be changed: its own type has a name that can't be looked up."""
    return MappingProxyType(values)


def _made(record: tuple[object, ...]) -> tuple[type, tuple[object, ...]]:
    """Tell how a record is made: sooner done than asking it."""
    return type(record), tuple(record)


_RECORDS = (
    *(Diagnostic, Location, LocatedRelated, LocatedFix, Edit, Position, Span, Message, Count, Choice, Words),
    *(FileReport, GoalLine, Assessed, DocumentSummary, GoalSummary, IndicatorSummary, Figure),
)
_AS_OTHERS: dict[type, Callable[[Any], tuple[object, ...]]] = {
    **dict.fromkeys(_RECORDS, _made),
    # equal texts are to be one and the same, as they were
    Text: lambda text: (text_of, (text.sv, text.en)),
    MappingProxyType: lambda values: (_fixed, (dict(values),)),
}


class Packed(Record):
    """A checked file without its own bytes and its steering model, which whoever unpacks it has.

    Attributes:
        found: what was found in it, for the report.
        known: what the rules across documents know of it, and the places that they point at.
        municipality: as in the document.
        decided_at: where its status stands, if its goals are decided.
        is_document: whether they know anything of it.
        is_silenced: whether a comment in it silences findings.
        is_unread, named, chosen: as in `Checked`.

    """

    found: bytes
    known: bytes
    municipality: str | None
    decided_at: Path | None
    is_document: bool
    is_silenced: bool
    is_unread: bool
    named: str | None
    chosen: str


def write(value: object) -> bytes:
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = cast(Any, _AS_OTHERS)
    pickler.dump(value)
    return written.getvalue()


def read(data: bytes) -> Any:
    return pickle.loads(data)  # noqa: S301 - nobody else can have written it


def pack(checked: Checked) -> Packed:
    summary = checked.summary
    report = checked.file._replace(model=cast(LoadedModel, None), assessed=())
    return Packed(
        # what can be told of a document is the same for most of them: written apart, read once
        write((report, write(checked.file.assessed), checked.diagnostics, checked.suppressions)),
        write((summary._replace(model=cast(LoadedModel, None)), checked.outline)) if summary else b"",
        summary.municipality if summary else None,
        summary.status_path if summary and summary.is_decided else None,
        summary is not None,
        bool(checked.suppressions),
        checked.is_unread,
        checked.named,
        checked.chosen,
    )


def checked_of(found: bytes, more: list[Diagnostic], file: Input) -> Checked:
    """Unpack what was found in a file.

    Args:
        found: packed.
        more: what was found in it since.
        file: the file.

    """
    report, assessed, diagnostics, suppressions = read(found)
    report = report._replace(model=file.model, assessed=_assessed(assessed))
    return Checked(file, report, [*diagnostics, *more], suppressions)


def known_of(known: bytes, file: Input) -> tuple[DocumentSummary, bytes]:
    """Unpack what the rules across documents know of a document, and the places in it."""
    summary, outline = read(known)
    return summary._replace(model=file.model), outline


@lru_cache(maxsize=256)
def _assessed(written: bytes) -> tuple[Assessed, ...]:
    return cast(tuple[Assessed, ...], read(written))
