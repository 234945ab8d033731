"""MK604: every board of the steering model has a document for the year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Text, Words
from malkoll.remembered import WHOLE, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.coverage import missing_boards
from malkoll.rules.across.groups import at_one_board, of_one_model, of_one_municipality_and_year

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
    about=(WHOLE,),
)
def missing_board(run: Run) -> Iterator[Finding]:
    for group in of_one_municipality_and_year(run):
        if not run.holds_all(group):
            continue
        for documents in of_one_model(group):
            model = documents[0].model
            missing = missing_boards(group, model, run.unread)
            if missing:
                sentence = ONE if len(missing) == 1 else SEVERAL
                number = {} if len(missing) == 1 else {"number": len(missing)}
                boards = Words(missing, quoted=False, most=20)
                finding = Finding(
                    At(),
                    sentence(boards=boards, year=documents[0].year, **number),
                    HELP(),
                    related=(Related(At(model.model.at("boards"), key=True), LISTED(), in_model=True),),
                )
                yield at_one_board(finding, documents, run)
