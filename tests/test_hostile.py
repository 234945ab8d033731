"""Whatever a file holds, checking it ends in findings in words, at places inside the file, in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import pytest

import hostile_documents
from checked import SOUND, check
from malkoll.diagnostic import Diagnostic, Location
from malkoll.file_report import FileReport
from malkoll.language import Language, Message
from malkoll.source import Position, SourceFile

Documents = Callable[[], Iterable[tuple[str, str | bytes]]]
KINDS: list[Documents] = [
    hostile_documents.nesting,
    hostile_documents.aliases,
    hostile_documents.encodings,
    hostile_documents.keys,
    hostile_documents.tags,
    hostile_documents.comments,
    hostile_documents.values,
    hostile_documents.shapes,
    hostile_documents.damage,
    hostile_documents.sizes,
]
LONGEST = 5.0
"""Seconds of work that a single document may take."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_hostile_document_is_told_of_in_words(kind: Documents) -> None:
    count = 0
    for name, text in kind():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        began = time.process_time()
        report = check(data)
        assert time.process_time() - began < LONGEST, f"{name}: took too long"
        _holds(report, SourceFile("mål.yaml", data), name)
        count += 1
    assert count > 8


def _holds(report: FileReport, source: SourceFile, name: str) -> None:
    for one in (*report.diagnostics, *(silenced.diagnostic for silenced in report.suppressed)):
        assert one.code != "MK999", f"{name}: {one.message.render(Language.EN)}"
        for message in _messages(one):
            for language in Language:
                assert message.render(language).strip(), f"{name}: {one.code} says nothing"
        for place in (one.location, *one.also):
            _is_inside(place, source, f"{name}: {one.code}")
        _fix_is_inside(one, source, name)


def _messages(one: Diagnostic) -> Iterator[Message]:
    yield one.message
    yield from (message for message in (one.help, one.label, one.reference) if message is not None)
    yield from (related.message for related in one.related)
    if one.fix is not None:
        yield one.fix.message


def _is_inside(place: Location, source: SourceFile, name: str) -> None:
    assert place.start <= place.end, name
    for position in (place.start, place.end):
        assert _exists(position, source), f"{name}: {position}"


def _exists(position: Position, source: SourceFile) -> bool:
    if not 1 <= position.line <= len(source.line_starts):
        # a file that couldn't be opened as text has no lines to show
        return position == (1, 1)
    return 1 <= position.column <= len(source.line(position.line)) + 2


def _fix_is_inside(one: Diagnostic, source: SourceFile, name: str) -> None:
    if one.fix is None:
        return
    before = 0
    for edit in one.fix.edits:
        assert before <= edit.span.start <= edit.span.end <= len(source.text), f"{name}: {one.code}"
        before = edit.span.end


def test_a_second_byte_order_mark_is_an_error_for_other_programs_read_another_first_key() -> None:
    found = check(("\ufeff\ufeff" + SOUND).encode()).diagnostics
    assert [(one.code, one.severity.value) for one in found] == [("MK010", "error")]
