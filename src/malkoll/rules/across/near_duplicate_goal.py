"""MK601: no goal stands there twice, in one document or in several of the same year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.words import fold
from malkoll.language import Message, Text
from malkoll.remembered import DocumentSummary, GoalSummary, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.groups import first_of_each_board, of_one_municipality_and_year
from malkoll.rules.across.likeness import first_alike

SAME = Text("Målet har samma formulering som {other}.", "The goal has the same wording as {other}.")
ALIKE = Text(
    "Målet har nästan samma formulering som {other}.", "The goal has nearly the same wording as {other}."
)
ABOVE = Text("”{goal}” ovanför", "“{goal}” above")
ELSEWHERE = Text("”{goal}” hos {board}", "“{goal}” of {board}")
ONE_OR_TWO = Text(
    "Är det ett och samma mål? Behåll i så fall det ena. Annars: skriv så att det syns vad som skiljer dem.",
    "Is it one and the same goal? Then keep one of them. Otherwise: write so that it shows what sets them apart.",
)
WHOSE = Text(
    "Är målet gemensamt? Bestäm vem som äger det. Annars: skriv så att det syns vad var och en ska uppnå.",
    "Is the goal shared? Settle who owns it. Otherwise: write so that it shows what each of them is to achieve.",
)
FIRST = Text("Här står det första av dem.", "The first of them stands here.")
OTHER = Text("Här står det andra av dem.", "The second of them stands here.")
_SHORTEST = 12
"""Texts that are shorter can be alike without being the same goal."""
_SHOWN = 60

Placed = tuple[DocumentSummary, GoalSummary]


@rule(
    "MK601",
    "near-duplicate-goal",
    Severity.WARNING,
    Text("nästan samma mål två gånger", "nearly the same goal twice"),
    Scope.RUN,
    source=Source.PRACTICE,
)
def near_duplicate_goal(run: Run) -> Iterator[Finding]:
    for documents in _held_together(run):
        goals = list(_goals(documents))
        for number, earlier in enumerate(first_alike([goal.statement for _, goal in goals])):
            if earlier is None:
                continue
            finding = _finding(goals[number], goals[earlier], FIRST)
            if not run.tells_in(goals[number][0].file):
                finding = finding._replace(elsewhere=(_finding(goals[earlier], goals[number], OTHER),))
            yield finding


def _held_together(run: Run) -> Iterator[list[DocumentSummary]]:
    """Give the documents to compare: all of a year, but a board's second one by itself."""
    for group in of_one_municipality_and_year(run):
        pairs = first_of_each_board(group)
        yield [document for document, earlier in pairs if earlier is None]
        # that there are two for one board is a finding of its own
        yield from ([document] for document, earlier in pairs if earlier is not None)
    yield from ([document] for document in run.documents if document.year is None)


def _goals(documents: Iterable[DocumentSummary]) -> Iterator[Placed]:
    for document in documents:
        for goal in document.goals:
            if len(goal.statement) >= _SHORTEST:
                yield document, goal


def _finding(placed: Placed, like: Placed, where: Text) -> Finding:
    document, goal = placed
    there, other = like
    in_one_document = document is there
    sentence = SAME if fold(goal.statement) == fold(other.statement) else ALIKE
    return Finding(
        At(goal.path),
        sentence(other=_named(other, None if in_one_document else there)),
        ONE_OR_TWO() if in_one_document else WHOSE(),
        related=(Related(At(other.path), where(), file=there.file),),
        file=document.file,
    )


def _named(goal: GoalSummary, there: DocumentSummary | None) -> Message:
    name = goal.id or " ".join(goal.statement.split())
    if len(name) > _SHOWN:
        name = f"{name[:_SHOWN].rstrip()} …"
    if there is None:
        return ABOVE(goal=name)
    return ELSEWHERE(goal=name, board=there.board or there.file)
