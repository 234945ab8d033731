"""MK207: the board is one of those that the steering model lists."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Related, Replace, Severity
from malkoll.document.words import fold
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.meant import meant

MESSAGE = Text(
    "”{board}” finns inte bland nämnderna i styrmodellen.",
    "“{board}” is not among the boards of the steering model.",
)
CLOSE = Text("Skriv {board}.", "Write {board}.")
CHOOSE = Text(
    "Styrmodellen har {boards}. Har nämnden bytt namn eller tillkommit, lägg till den där.",
    "The steering model has {boards}. If the board is new or has a new name, add it there.",
)
LABEL = Text("menade du ”{board}”?", "did you mean “{board}”?")
FIX = Text("Skriv ”{board}”", "Write “{board}”")
LISTED = Text("Här står styrmodellens nämnder.", "The model's boards stand here.")


@rule(
    "MK207",
    "unknown-board",
    Severity.ERROR,
    Text("okänd nämnd", "unknown board"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
    fix=Applicability.SAFE,
)
def unknown_board(case: Case) -> Iterator[Finding]:
    known, board, model = case.model.boards, case.document.board, case.model.model
    if not known or board is None or fold(board) in known:
        return
    names = [one.name for one in model.boards if one.name]
    near = meant(board, [*names, *(name for one in model.boards for name in one.names)])
    at = At(case.document.at("board"))
    yield Finding(
        at,
        MESSAGE(board=board),
        CLOSE(board=near) if near else CHOOSE(boards=Words(names, quoted=False, most=12)),
        LABEL(board=near) if near else None,
        fix=Fix(FIX(board=near), (Replace(at, near),)) if near else None,
        related=(Related(At(model.at("boards"), key=True), LISTED(), in_model=True),),
    )
