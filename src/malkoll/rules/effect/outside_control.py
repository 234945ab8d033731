"""MK505: a goal is one that the board's own operation can reach."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.document.vocabulary import CONTROLS, GOAL
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.statement import at, listed, quoted, statement, words
from malkoll.swedish.reach import outside_control as decided_by_others

MESSAGE = Text(
    "Enligt ”{control}” kan den egna verksamheten inte nå målet: där står ”{none}”.",
    "According to “{control}” the board's own operation can't reach the goal: it says “{none}”.",
)
HELP = Text(
    "Vilken del av detta kan verksamheten själv påverka? Formulera målet så, "
    "eller skriv ”{shared}” om den når målet tillsammans med andra.",
    "Which part of this can the operation itself affect? Word the goal so, "
    "or write “{shared}” if it reaches the goal together with others.",
)
TEXT = Text(
    "Målet ({words}) avgörs till största delen av andra än er.",
    "The goal ({words}) is decided mostly by others than you.",
)
TEXT_HELP = Text(
    "Vilken del kan den egna verksamheten påverka? Formulera målet så, "
    "eller skriv under ”{control}” om ni når det tillsammans med andra.",
    "Which part can the board's own operation affect? Word the goal so, "
    "or write under “{control}” if you reach it together with others.",
)


@rule(
    "MK505",
    "outside-control",
    Severity.ERROR,
    Text("utanför egen rådighet", "outside own control"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def outside_control(goal: Goal, case: Case) -> Iterator[Finding]:
    if not goal.given("control"):
        yield from _by_its_words(goal, case)
    if goal.control != "none":
        return
    yield Finding(
        At(goal.at("control")),
        MESSAGE(control=goal.place.keys["control"], none=goal.place.written["control"].strip()),
        HELP(shared=CONTROLS["shared"].word(case.language)),
    )


def _by_its_words(goal: Goal, case: Case) -> Iterator[Finding]:
    """Warn of topics that others decide; a hint, never a proof, so no error."""
    sentence = statement(goal, case)
    if sentence is None:
        return
    for place in decided_by_others(sentence, words("outside-control", case)):
        yield Finding(
            at(goal, place),
            TEXT(words=quoted([place])),
            TEXT_HELP(control=case.word(GOAL["control"])),
            related=listed([place], case),
            severity=Severity.WARNING,
            key="words",
        )
