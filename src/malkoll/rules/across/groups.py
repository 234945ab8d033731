"""Which documents belong together: those of one municipality for one year."""

from __future__ import annotations

from collections.abc import Iterable

from malkoll.document.words import fold
from malkoll.rule import DocumentSummary, Run


def of_one_municipality_and_year(run: Run) -> list[list[DocumentSummary]]:
    """Group the documents whose year is known, in the order of the run.

    A document that names no municipality belongs to the only one that others name; where
    they name several, to none of them.
    """
    named = {fold(document.municipality) for document in run.documents if document.municipality}
    only = next(iter(named)) if len(named) == 1 else ""
    groups: dict[tuple[str, int], list[DocumentSummary]] = {}
    for document in run.documents:
        if document.year is not None:
            name = fold(document.municipality) if document.municipality else only
            groups.setdefault((name, document.year), []).append(document)
    return list(groups.values())


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
