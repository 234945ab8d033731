"""MK412: words are spelled as the dictionary has them, where the extra ``malkoll[stavning]`` is installed."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, Finding, Fix, Replace, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, quoted, statement
from malkoll.swedish.findings import Place
from malkoll.swedish.spelling import misspellings, suggestion

MESSAGE = Text("{words} finns inte i ordlistan.", "{words} is not in the dictionary.")
MEANT = Text("Menade du {meant}?", "Did you mean {meant}?")
CHECK = Text(
    "Är det rätt stavat? Ett namn kan stå i styrmodellens ordlista ”fasta uttryck”.",
    "Is it spelled right? A name can stand in the steering model's word list “fixed terms”.",
)
CHANGE = Text("byt {words} mot {meant}", "replace {words} with {meant}")


@rule(
    "MK412",
    "misspelling",
    Severity.INFO,
    Text("stavning", "spelling"),
    Scope.GOAL,
    source=Source.PRACTICE,
    fix=Applicability.UNSAFE,
)
def misspelling(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    for place in misspellings(sentence):
        meant = suggestion(place.words)
        yield Finding(
            at(goal, place),
            MESSAGE(words=quoted([place])),
            MEANT(meant=Words([meant])) if meant else CHECK(),
            fix=_fix(goal, place, meant) if meant else None,
            key=place.words,
        )


def _fix(goal: Goal, place: Place, meant: str) -> Fix:
    change = Replace(at(goal, place), meant)
    return Fix(CHANGE(words=quoted([place]), meant=Words([meant])), (change,), Applicability.UNSAFE)
