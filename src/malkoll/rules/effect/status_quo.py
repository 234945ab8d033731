"""MK506: goals are set where a development is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.said import is_effort
from malkoll.rules.statement import at, listed, quoted, statement, words
from malkoll.swedish.activity import status_quo as kept

MESSAGE = Text(
    "{words} håller kvar det som redan är: målet säger inte vilken förflyttning ni vill se.",
    "{words} keeps what already is: the goal does not say what movement you want to see.",
)
HELP = Text(
    "Vad ska vara annorlunda om några år? Är allt som det ska, hör det till grunduppdraget och behöver inget mål.",
    "What is to be different in a few years? If all is as it should be, it belongs to the basic mission and needs no goal.",
)


@rule(
    "MK506",
    "status-quo",
    Severity.WARNING,
    Text("mål att hålla läget", "goal to keep things as they are"),
    Scope.GOAL,
    source=Source.PRESENTATION,
)
def status_quo(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None or is_effort(sentence, case):
        return
    for place in kept(sentence, words("status-quo", case)):
        yield Finding(at(goal, place), MESSAGE(words=quoted([place])), HELP(), related=listed([place], case))
