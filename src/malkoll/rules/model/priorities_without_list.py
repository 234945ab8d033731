"""MK707: priorities that are decided are listed."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.steering.vocabulary import PRIORITIES

MESSAGE = Text(
    "Fullmäktiges prioriteringar är beslutade, men modellen säger inte vilka de är.",
    "The council's priorities are decided, but the model doesn't tell which they are.",
)
HELP = Text(
    "Skriv dem under ”{list}”, var och en med id och namn, så att målen kan knytas till dem. "
    "Är de inte beslutade än, skriv att de väntar.",
    "Write them under “{list}”, each with an id and a name, so that goals can be linked to them. "
    "If they aren't decided yet, write that they are pending.",
)


@rule(
    "MK707",
    "priorities-without-list",
    Severity.ERROR,
    Text("beslutade prioriteringar utan lista", "decided priorities without a list"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def priorities_without_list(case: ModelCase) -> Iterator[Finding]:
    priorities = case.model.priorities
    if (
        priorities is None
        or priorities.status != "decided"
        or priorities.items
        or priorities.unknown("items")
    ):
        return
    yield Finding(At(priorities.at("status")), MESSAGE(), HELP(list=case.word(PRIORITIES["items"])))
