"""MK408: a resident understands the abbreviations of a goal."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, known_abbreviations, statement
from malkoll.swedish.form import abbreviations, explains

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
    said: set[str] = set()
    for goal in case.goals:
        sentence = statement(goal, case)
        if sentence is None:
            continue
        for short, place in abbreviations(sentence, known):
            if short in said or any(explains(text, short) for text in _texts(case)):
                continue
            said.add(short)
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
