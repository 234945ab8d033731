"""Files that would fetch, run, swell or hang are told of in words, or are harmless."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from made_files import HEAD, ROW, excel, goals, left, read, repacked, word

from malkoll.call_error import CallError
from malkoll.language import Language

SHEET = "xl/worksheets/sheet1.xml"


def _refused(data: bytes) -> str:
    with pytest.raises(CallError) as caught:
        read(data)
    return " ".join(caught.value.render(Language.SV))


@pytest.mark.parametrize(
    ("data", "word_"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "äldre format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
        (b"a;b;c\n1;2;3\n", "varken en Excel- eller en Word-fil"),
        (b"", "varken"),
        (b"PK\x03\x04 trasig", "skadad"),
        (excel(HEAD, ROW)[:2000], "skadad"),
    ],
)
def test_other_kinds_of_files_are_told_what_to_do(data: bytes, word_: str) -> None:
    assert word_ in _refused(data)


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def test_open_document_files_are_told_to_be_saved_otherwise() -> None:
    data = _zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
    assert "OpenDocument" in _refused(data)


def test_a_plain_zip_file_is_no_table() -> None:
    assert "varken" in _refused(_zip(a=b"b"))


def test_a_part_that_swells_is_not_unpacked() -> None:
    data = repacked(excel(HEAD, ROW), {"xl/theme/theme1.xml": lambda _: b"<a>" + b" " * 60_000_000 + b"</a>"})
    assert len(data) < 200_000
    assert "för stor" in _refused(data)


def test_thousands_of_parts_are_not_unpacked() -> None:
    data = repacked(excel(HEAD, ROW), {f"xl/x{number}.xml": lambda _: b"<a/>" for number in range(5_001)})
    assert "för stor" in _refused(data)


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_entities_of_its_own_make_a_file_refused(kind: str, encoding: str) -> None:
    data, name = (excel(HEAD, ROW), SHEET) if kind == "xlsx" else (word([HEAD]), "word/document.xml")
    data = repacked(data, {name: lambda part: (BOMB + part.partition(b"?>")[2]).decode().encode(encoding)})
    assert "dokumenttyp" in _refused(data)


def test_a_million_empty_rows_with_a_colour_do_not_hang() -> None:
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(3, 400_000)
    )
    data = repacked(
        excel(HEAD, ROW), {SHEET: lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>")}
    )
    assert len(goals(read(data))) == 1


def test_areas_merged_over_the_whole_sheet_do_not_hang() -> None:
    merged = b'<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    link = b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    data = repacked(
        excel(HEAD, ROW), {SHEET: lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged + link)}
    )
    assert len(goals(read(data))) == 1


def test_a_cell_far_away_does_not_hang_and_is_told() -> None:
    def change(sheet: Any) -> None:
        sheet["XFD1048576"] = "långt bort"

    assert left(read(excel(HEAD, ROW, change=change))) == [("Blad1!XFD1048576", "långt bort")]


def test_a_workbook_with_macros_is_read_as_data() -> None:
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = repacked(
        excel(HEAD, ROW),
        {
            "[Content_Types].xml": lambda part: part.replace(plain, macros),
            "xl/vbaProject.bin": lambda _: b"\0",
        },
    )
    assert len(goals(read(data))) == 1


def test_a_binary_workbook_is_told_to_be_saved_otherwise() -> None:
    types = (
        b'<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    )
    assert "binära" in _refused(repacked(excel(HEAD), {"[Content_Types].xml": lambda _: types}))


def test_damaged_insides_are_told_in_words() -> None:
    assert "skadad" in _refused(repacked(excel(HEAD, ROW), {SHEET: lambda _: b"<worksheet"}))
    assert "skadad" in _refused(repacked(word([HEAD]), {"word/document.xml": lambda _: b"<w:document"}))
