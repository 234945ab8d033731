"""MK408: a resident understands the abbreviations of a goal."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, known_abbreviations, statement
from malkoll.swedish.form import abbreviations, explained, may_abbreviate

MESSAGE = Text(
    "{short} förklaras inte någonstans i dokumentet.", "{short} is not explained anywhere in the document."
)
HELP = Text(
    "Skriv ut vad det betyder första gången, med förkortningen inom parentes.",
    "Write out what it means the first time, with the abbreviation in brackets.",
)


@rule(
    "MK408",
    "unexplained-abbreviation",
    Severity.INFO,
    Text("oförklarad förkortning", "unexplained abbreviation"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
)
def unexplained_abbreviation(case: Case) -> Iterator[Finding]:
    known = known_abbreviations(case)
    told: set[str] | None = None
    for goal in case.goals:
        if goal.statement is None or not may_abbreviate(goal.statement):
            continue
        sentence = statement(goal, case)
        if sentence is None:
            continue
        for short, place in abbreviations(sentence, known):
            if told is None:
                # once for all of them: each in each text would take the product of their numbers
                told = {one for text in _texts(case) for one in explained(text)}
            if short in told:
                continue
            told.add(short)
            yield Finding(at(goal, place), MESSAGE(short=Words([short])), HELP(), key=short)


def _texts(case: Case) -> Iterator[str]:
    """Every text where an abbreviation may be spelled out."""
    document = case.document
    yield from (text for text in (document.mission, *(document.governing_documents or ())) if text)
    analyses = [document.current_state, *(goal.current_state for goal in case.goals)]
    for analysis in analyses:
        if analysis is not None:
            yield analysis.prose or ""
            yield from (fact.fact or "" for fact in analysis.facts)
    for goal in case.goals:
        yield from (text for text in (goal.title, goal.statement, goal.description, goal.effect) if text)
        yield from (one.name or "" for one in goal.indicators)
