"""Whatever is broken inside an Excel or Word file: it is read, or refused in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import HEAD, ROW, excel, read, repacked, word

from malkoll.call_error import CallError
from malkoll.language import Language
from malkoll.tables.archive import LARGEST_FILE

_PIECE = re.compile(rb'(?<==")[^"]*(?=")|<[^>]*>|(?<=>)[^<]+(?=<)')
"""What stands in a part: values of attributes, tags, texts."""
PIECES = (
    b"", b"0", b"-1", b"1e999", b"9" * 400, b"NaN", b"A0", b"XFD1048577", b"A1:", b"../../etc/passwd", b"http://example.org/x", b"</a>",
    b"<a>", b"<!--", b"&#0;", b"&#xD800;", b"&lt;", b"=cmd|' /c calc'!A1", b"#REF!", b"2026-13-45", b"\xff", b"\xc3\xa5" * 50, b"true", b"rId99",
)  # fmt: skip
FILES = {
    "xlsx": (
        excel(HEAD, ROW),
        ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"),
    ),
    "docx": (
        word([HEAD, [str(one) for one in ROW]], above=["Socialnämnden"]),
        ("word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"),
    ),
}  # fmt: skip
parts = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5_000), st.sampled_from(PIECES)), min_size=1, max_size=4
)


def _is_read_or_refused(data: bytes) -> None:
    sentences: list[str] = []
    try:
        read(data)
    except CallError as refused:
        sentences = [sentence for language in Language for sentence in refused.render(language)]
    assert all(sentence.strip() for sentence in sentences)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=120, deadline=None)
@given(parts)
def test_whatever_stands_in_a_part_the_file_is_read_or_refused_in_words(
    kind: str, damage: list[tuple[int, int, bytes]]
) -> None:
    data, names = FILES[kind]
    for number, place, piece in damage:

        def change(part: bytes, place: int = place, piece: bytes = piece) -> bytes:
            found = list(_PIECE.finditer(part))
            if not found:
                return piece
            here = found[place % len(found)]
            return part[: here.start()] + piece + part[here.end() :]

        data = repacked(data, {names[number % len(names)]: change})
    _is_read_or_refused(data)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=8), st.booleans()
)
def test_whatever_bytes_are_wrong_the_file_is_read_or_refused_in_words(
    kind: str,
    damage: list[tuple[int, int]],
    is_cut: bool,  # noqa: FBT001 - given by Hypothesis
) -> None:
    data = bytearray(FILES[kind][0])
    for place, byte in damage:
        data[place % len(data)] = byte
    _is_read_or_refused(bytes(data[: damage[0][0] % len(data)] if is_cut else data))
    assert len(data) < LARGEST_FILE
