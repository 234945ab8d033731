"""MK208: goals are set at the level where they belong: the level and the name agree."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import DOCUMENT, LEVELS
from malkoll.document.words import Word
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

STATED = Text(
    "Målen står på nivån {stated}, men ”{board}” hör till nivån {told}.",
    "The goals are at the level {stated}, but “{board}” belongs to the level {told}.",
)
ASSUMED = Text(
    "”{board}” hör till nivån {told}, men ingen nivå är angiven och då räknas målen som en nämnds.",
    "“{board}” belongs to the level {told}, but no level is given and then the goals count as a board's.",
)
WRITE = Text(
    "Vem äger målen? Är det {board}, skriv ”{level}: {word}”.",
    "Who owns the goals? If {board}, write “{level}: {word}”.",
)


@rule(
    "MK208",
    "wrong-level",
    Severity.WARNING,
    Text("nivån stämmer inte med namnet", "the level doesn't fit the name"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
)
def wrong_level(case: Case) -> Iterator[Finding]:
    document = case.document
    if document.board is None or document.unknown("level"):
        return
    told = case.model.level_of(document.board)
    if told in {None, document.level}:
        return
    word = LEVELS[told or document.level]
    stated = document.given("level")
    sentence = STATED(stated=_text(LEVELS[document.level]), board=document.board, told=_text(word))
    yield Finding(
        At(document.at("level" if stated else "board")),
        sentence if stated else ASSUMED(board=document.board, told=_text(word)),
        WRITE(board=document.board, level=case.word(DOCUMENT["level"]), word=word.word(case.language)),
    )


def _text(word: Word) -> Text:
    return Text(word.sv, word.en)
