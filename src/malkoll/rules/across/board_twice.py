"""MK605: a board has one document for a year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Text
from malkoll.remembered import COMPARED, DocumentSummary, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.groups import first_of_each_board, of_one_municipality_and_year

MESSAGE = Text(
    "{board} har två dokument för {year}: det här och {other}.",
    "{board} has two documents for {year}: this one and {other}.",
)
HELP = Text(
    "Vilket gäller? Ta bort det andra, eller lägg ihop dem. Är det en annan nämnd, ett annat år eller en annan "
    "kommun, rätta det här.",
    "Which one is in force? Remove the other, or join them. If it is another board, year or municipality, "
    "correct it here.",
)
SAME = Text("Här står samma nämnd.", "The same board stands here.")


@rule(
    "MK605",
    "board-twice",
    Severity.ERROR,
    Text("två dokument för en nämnd", "two documents for one board"),
    Scope.RUN,
    source=Source.PRACTICE,
    about=(COMPARED,),
)
def board_twice(run: Run) -> Iterator[Finding]:
    for documents in of_one_municipality_and_year(run):
        for document, first in first_of_each_board(documents):
            if first is not None:
                finding = _finding(document, first)
                if not run.tells_in(document.file):
                    finding = finding._replace(elsewhere=(_finding(first, document),))
                yield finding


def _finding(document: DocumentSummary, other: DocumentSummary) -> Finding:
    return Finding(
        At(document.board_path),
        MESSAGE(board=document.board, year=document.year, other=other.file),
        HELP(),
        related=(Related(At(other.board_path), SAME(), file=other.file),),
        file=document.file,
    )
