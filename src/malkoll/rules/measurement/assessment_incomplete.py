"""MK312: a professional assessment says why, who, on what and against what."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Assessment, Goal
from malkoll.document.vocabulary import ASSESSMENT
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text(
    "Målet ska bedömas, men det står inte {questions}.",
    "The goal is to be judged, but it doesn't say {questions}.",
)
QUESTIONS = {
    "reason": Text("varför det inte går att mäta", "why it can't be measured"),
    "responsible": Text("vem som bedömer", "who judges"),
    "basis": Text("på vilket underlag", "on what basis"),
    "criteria": Text("vad som räknas som uppnått", "what counts as reached"),
}
HELP = Text("Lägg till {keys} under ”{assessment}”.", "Add {keys} under “{assessment}”.")


@rule(
    "MK312",
    "assessment-incomplete",
    Severity.WARNING,
    Text("ofullständig bedömning", "incomplete assessment"),
    Scope.GOAL,
    source=Source.PRESENTATION,
    about=("assessment",),
)
def assessment_incomplete(goal: Goal, case: Case) -> Iterator[Finding]:
    assessment = goal.assessment
    if assessment is None or not assessment.flag or assessment.unknown("flag"):
        return
    missing = [field for field in QUESTIONS if not _says(assessment, field)]
    if goal.given("indicators") and "reason" in missing:
        missing.remove("reason")  # it is measured too
    if not missing:
        return
    yield Finding(
        At(goal.at("assessment")),
        MESSAGE(questions=Words([QUESTIONS[field] for field in missing], OR, quoted=False)),
        HELP(
            keys=Words([case.word(ASSESSMENT[field]) for field in missing]),
            assessment=goal.place.keys["assessment"],
        ),
    )


OR = Text("eller", "or")


def _says(assessment: Assessment, field: str) -> bool:
    return assessment.given(field) and assessment.place.lists.get(field) != 0
