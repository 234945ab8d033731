"""What of a steering model's lists the documents of a year leave out: boards, focus areas, priorities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from malkoll.document.words import fold
from malkoll.remembered import DocumentSummary, Run
from malkoll.rules.across.groups import board_of, of_one_model, of_one_municipality_and_year
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.meant import meant
from malkoll.steering.model import Named


def missing_boards(documents: Sequence[DocumentSummary], model: LoadedModel, unread: int) -> list[str]:
    """Name the boards without a document; none where one under another name may be theirs."""
    names = [name for board in model.model.boards for name in board.names]
    present, strangers = set(), unread
    for document in documents:
        board = _found(document.board or "", model.boards, names)
        if board is None:
            strangers += 1
        else:
            present.add(board.name)
    missing = [board.name for board in model.model.boards if board.name and board.name not in present]
    return missing if len(missing) > strangers else []


def all_boards_goals(run: Run) -> Iterator[list[DocumentSummary]]:
    """Give the documents of a municipality, a year and a model where all of its boards' goals are known.

    Where the model lists no boards, those that have a document are all. No board is to cover everything
    by itself.
    """
    for group in of_one_municipality_and_year(run):
        if run.unread or not run.holds_all(group) or not all(document.is_whole for document in group):
            continue
        for documents in of_one_model(group):
            model = documents[0].model
            levels = {board.level for board in model.model.boards} or {"board"}
            boards = {board_of(document) for document in documents if document.level in levels}
            if len(boards) > 1 and not missing_boards(group, model, 0):
                # the boards' own come first: what is found is theirs
                yield sorted(documents, key=lambda document: document.level not in levels)


def left_out(
    listed: Sequence[Named],
    known: Mapping[str, Named],
    links: Iterable[tuple[str, ...]],
    *,
    is_needed: bool,
) -> list[str]:
    """Name what no goal is linked to; nothing where a link that can't be told may be to it.

    Args:
        listed: in the order of the model.
        known: by every spelling, folded.
        links: of each goal.
        is_needed: whether each goal is to have one: then where one hasn't nobody knows what is left out.

    """
    names = [name for one in listed for name in one.names]
    served, strangers = set(), 0
    for words in links:
        if is_needed and not words:
            return []
        for word in words:
            one = _found(word, known, names)
            if one is None:
                strangers += 1
            else:
                served.add(id(one))
    left = [one.name or one.id or "" for one in listed if id(one) not in served]
    return left if len(left) > strangers else []


def _found(word: str, known: Mapping[str, Named], names: Sequence[str]) -> Named | None:
    """Find what a word names, or nearly names."""
    return known.get(fold(word)) or known.get(fold(meant(word, names) or ""))
