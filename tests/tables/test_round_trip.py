"""What goes out to Excel or Word comes back as it was."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from any_document import DOCUMENTS, read
from hypothesis import assume, given, settings

from malkoll.call_error import CallError
from malkoll.language import Language
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables import exporting, importing
from malkoll.tables.content import Content, content_of, settled
from malkoll.tables.gather_loose import Given
from malkoll.tables.layout import Document
from malkoll.tables.remarks import remarks_of
from malkoll.tables.to_yaml import yaml_of
from malkoll.tables.write_excel import Book, workbook

DATE = datetime.date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*/*.yaml"))


def _back(data: bytes, language: Language = Language.SV) -> importing.Result:
    return importing.read(importing.found_in([importing.Source("f", data)], {}, language), Given(), language)


def _document(content: Content, name: str = "sn.yaml") -> tuple[Document, Content]:
    """Give a document as a file would hold it."""
    try:
        text, _ = yaml_of(content, Language.SV, name)
    except CallError:
        assume(False)
        raise
    written = read(text)
    return Document(name, written), written


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_any_document_comes_back_from_excel_as_it_was(content: Content) -> None:
    document, before = _document(content)
    assume(before)
    result = _back(workbook(Book([document], {}, []), Language.SV, DATE))
    assert [settled(one.content) for one in result.documents] == [before]
    assert result.unplaced == []


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_any_document_comes_back_from_word_as_it_was(content: Content) -> None:
    document, before = _document(content)
    assume(before)
    result = _back(exporting.as_word_file([document], Language.EN, DATE), Language.EN)
    assert [settled(one.content) for one in result.documents] == [before]
    assert result.unplaced == []


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_any_document_is_written_as_yaml_that_says_the_same_in_both_languages(content: Content) -> None:
    document, before = _document(content)
    for language in Language:
        text, _ = yaml_of(document.content, language, "x.yaml")
        assert read(text) == before


def _examples() -> list[Document]:
    found = []
    for path in EXAMPLES:
        source = SourceFile(path.name, path.read_bytes())
        parsed = parse(source)
        content = content_of(parsed.root)
        if content.get("goals"):
            found.append(Document(path.name, content, tuple(remarks_of(source, parsed.root))))
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_all_examples_come_back_together_with_their_comments(language: Language, kind: str) -> None:
    documents = _examples()
    assert len(documents) > 20
    if kind == "xlsx":
        data = workbook(Book(documents, {}, []), language, DATE)
    else:
        data = exporting.as_word_file(documents, language, DATE)
    result = _back(data, language)
    assert result.unplaced == []
    back = {one.file: one for one in result.documents}
    for document in documents:
        assert settled(back[document.file].content) == settled(document.content)
        assert back[document.file].remarks == list(document.remarks)


def test_comments_stand_where_they_stood_once_the_document_is_written_again() -> None:
    for document in _examples():
        text, left = yaml_of(document.content, Language.SV, document.file, document.remarks)
        source = SourceFile("x", text.encode())
        assert left == []
        assert tuple(remarks_of(source, parse(source).root)) == document.remarks


def test_what_is_exported_in_one_language_is_read_in_another() -> None:
    documents = _examples()[:3]
    data = workbook(Book(documents, {}, []), Language.EN, DATE)
    back = _back(data, Language.SV)
    assert [settled(one.content) for one in back.documents] == [settled(one.content) for one in documents]


def test_a_document_with_unknown_keys_and_wrong_shapes_keeps_them() -> None:
    text = (
        "nämnd: Socialnämnden\når: 2026\nfärg: {röd: 1, blå: [a, [b, c]]}\nbeslut: ja\nmål:\n  - bara text\n"
        "  - formulering: {x: 1}\n    fokusområde: [[a], {b: c}]\n    indikatorer: en\n  - id: tredje\n    mål 2: x\n"
    )
    before = read(text)
    for data in (
        workbook(Book([Document("a.yaml", before)], {}, []), Language.SV, DATE),
        exporting.as_word_file([Document("a.yaml", before)], Language.SV, DATE),
    ):
        result = _back(data)
        assert [settled(one.content) for one in result.documents] == [before]
        assert result.unplaced == []


def test_the_same_documents_and_day_give_the_same_bytes() -> None:
    documents = _examples()[:4]
    first, second = (workbook(Book(documents, {}, []), Language.SV, DATE) for _ in range(2))
    assert first == second
    first, second = (exporting.as_word_file(documents, Language.SV, DATE) for _ in range(2))
    assert first == second
