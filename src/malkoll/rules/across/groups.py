"""Which documents belong together: those of one municipality for one year, those of one board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll.diagnostic import At, Finding
from malkoll.document.words import fold
from malkoll.remembered import DocumentSummary, Run


def of_one_municipality_and_year(run: Run) -> list[list[DocumentSummary]]:
    """Group the documents whose year is known, in the order of the run.

    A document that names no municipality belongs to the only one that others name; where
    they name several, to none of them.
    """
    only = only_municipality(run.documents)
    groups: dict[tuple[str, int], list[DocumentSummary]] = {}
    for document in run.documents:
        if document.year is not None:
            groups.setdefault((municipality_of(document, only), document.year), []).append(document)
    return list(groups.values())


def of_one_model(documents: Iterable[DocumentSummary]) -> list[list[DocumentSummary]]:
    """Group documents by the steering model in force for them."""
    groups: dict[str, list[DocumentSummary]] = {}
    for document in documents:
        groups.setdefault(document.model.sha256, []).append(document)
    return list(groups.values())


def only_municipality(documents: Iterable[DocumentSummary]) -> str:
    """Give the municipality that all documents name that name one; empty where they name several."""
    named = {fold(document.municipality) for document in documents if document.municipality}
    return next(iter(named)) if len(named) == 1 else ""


def municipality_of(document: DocumentSummary, only: str) -> str:
    return fold(document.municipality) if document.municipality else only


def board_of(document: DocumentSummary) -> str | None:
    """Give a document's board so that two spellings of one board are equal; None where it isn't known."""
    if document.board is None:
        return None
    listed = document.model.boards.get(fold(document.board))
    return fold(listed.name) if listed and listed.name else fold(document.board)


def first_of_each_board(
    documents: Iterable[DocumentSummary],
) -> list[tuple[DocumentSummary, DocumentSummary | None]]:
    """Pair each document with the earlier one of the same board, or None where it is the first."""
    first: dict[str, DocumentSummary] = {}
    pairs = []
    for document in documents:
        board = board_of(document)
        earlier = first.setdefault(board, document) if board is not None else document
        pairs.append((document, None if earlier is document else earlier))
    return pairs


def at_one_board(finding: Finding, documents: Sequence[DocumentSummary], run: Run) -> Finding:
    """Tell what concerns all of some documents at the board of the first, once."""
    told = _told_at_boards(finding, documents)
    first = next(told)
    return first if run.tells_in(documents[0].file) else first._replace(elsewhere=tuple(told))


def _told_at_boards(finding: Finding, documents: Iterable[DocumentSummary]) -> Iterator[Finding]:
    for document in documents:
        yield finding._replace(at=At(document.board_path), file=document.file)
