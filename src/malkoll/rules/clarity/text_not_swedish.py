"""MK413: the rules that read text read Swedish, and say so when they can't.

It is said of decided goals alone: those who write a draft in English know that they do, and a sound draft
gives nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Choice, Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import in_swedish

MESSAGE = Text(
    "{what} inte på svenska, så språkreglerna (MK4 och en del av MK5) säger inget om texten.",
    "{what} not in Swedish, so the rules on wording (MK4 and some of MK5) say nothing of the text.",
)
ONE = Text("Ett mål är", "One goal is")
ALL = Text("Målen är", "The goals are")
SOME = Text("Några av målen är", "Some of the goals are")
HELP = Text(
    "Allt annat i dokumentet prövas som vanligt.",
    "Everything else in the document is checked as usual.",
)


@rule(
    "MK413",
    "text-not-swedish",
    Severity.INFO,
    Text("text som inte är på svenska", "text that is not in Swedish"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
    about=("status",),
)
def text_not_swedish(case: Case) -> Iterator[Finding]:
    if case.document.status != "decided":
        return
    stated = [goal for goal in case.goals if goal.statement]
    foreign = [goal for goal in stated if not in_swedish(goal.statement or "", case)]
    if foreign:
        what = Choice(len(foreign), ONE, ALL if len(foreign) == len(stated) else SOME)
        yield Finding(At(foreign[0].at("statement")), MESSAGE(what=what), HELP())
