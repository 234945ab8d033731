"""MK604: every board of the steering model has a document for the year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.words import fold
from malkoll.language import Text, Words
from malkoll.rule import DocumentSummary, Run, Scope, Source, rule
from malkoll.rules.across.groups import of_one_municipality_and_year
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.meant import meant

ONE = Text(
    "{boards} finns i styrmodellen men har inget dokument för {year} bland dem som prövas.",
    "{boards} is in the steering model but has no document for {year} among those that are checked.",
)
SEVERAL = Text(
    "{number} nämnder i styrmodellen har inget dokument för {year} bland dem som prövas: {boards}.",
    "{number} boards of the steering model have no document for {year} among those that are checked: {boards}.",
)
HELP = Text(
    "Ligger det någon annanstans? Pröva hela mappen på en gång. Annars: när tas målen fram?",
    "Does it lie elsewhere? Check the whole folder at once. Otherwise: when will the goals be drawn up?",
)
LISTED = Text("Här står styrmodellens nämnder.", "The model's boards stand here.")


@rule(
    "MK604",
    "missing-board",
    Severity.WARNING,
    Text("nämnd utan dokument", "board without a document"),
    Scope.RUN,
    source=Source.PRESENTATION,
)
def missing_board(run: Run) -> Iterator[Finding]:
    if len(run.documents) < 2 and not run.whole:
        return  # one file says nothing of the others
    for documents in of_one_municipality_and_year(run):
        for first in _first_of_each_model(documents):
            missing = _missing(documents, first.model)
            if missing:
                sentence = ONE if len(missing) == 1 else SEVERAL
                number = {} if len(missing) == 1 else {"number": len(missing)}
                yield Finding(
                    At(first.board_path),
                    sentence(boards=Words(missing, quoted=False, most=20), year=first.year, **number),
                    HELP(),
                    related=(Related(At(first.model.model.at("boards"), key=True), LISTED(), in_model=True),),
                    file=first.file,
                )


def _first_of_each_model(documents: list[DocumentSummary]) -> list[DocumentSummary]:
    first: dict[str, DocumentSummary] = {}
    for document in documents:
        if document.model.boards:
            first.setdefault(document.model.sha256, document)
    return list(first.values())


def _missing(documents: list[DocumentSummary], model: LoadedModel) -> list[str]:
    """Name the boards without a document; none where one under another name may be theirs."""
    names = [name for board in model.model.boards for name in board.names]
    present, strangers = set(), 0
    for document in documents:
        board = model.boards.get(fold(document.board or "")) or model.boards.get(
            fold(meant(document.board or "", names) or "")
        )
        if board is None:
            strangers += 1
        else:
            present.add(board.name)
    missing = [board.name for board in model.model.boards if board.name and board.name not in present]
    return missing if len(missing) > strangers else []
