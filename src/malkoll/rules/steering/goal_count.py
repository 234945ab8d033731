"""MK201: a board takes a few goals, as many as the steering model says."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.language import Choice, Count, Message, Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.model import Range

FEW = Text("{owner} har {count}. Styrmodellen säger {limits}.", "{owner} has {count}. The steering model says {limits}.")
OWNER = Text("Dokumentet", "The document")
GOALS = (Text("mål", "goal"), Text("mål", "goals"))
BETWEEN = Text("{least}–{most} mål", "{least}–{most} goals")
AT_LEAST = Text("minst {least}", "at least {least}")
AT_MOST = Text("högst {most}", "at most {most}")
EXACTLY = Text("{goals}", "{goals}")
TOO_MANY = Text(
    "Vilka av målen betyder mest för invånare och företag? Det övriga kan stå i verksamhetsplanen.",
    "Which of the goals matter most to residents and companies? The rest can go into the operational plan.",
)
TOO_FEW = Text(
    "Var vill nämnden se en förflyttning utöver detta? Lägg till {missing}, eller ange ”nivå” om "
    "dokumentet gäller en annan nivå än nämnd.",
    "Where else does the board want to see a movement? Add {missing}, or give the level "
    "if the document isn't a board's.",
)
MORE = (Text("mål", "goal"), Text("mål", "goals"))
LIMIT = Text("Här står gränsen.", "The limit stands here.")


@rule(
    "MK201",
    "goal-count",
    Severity.ERROR,
    Text("antal mål", "number of goals"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
)
def goal_count(case: Case) -> Iterator[Finding]:
    document = case.document
    limits = case.model.model.limits(document.level)
    if limits is None or limits.goals is None or not document.given("goals") or document.unknown("goals"):
        return
    number = document.goals_written
    least, most = limits.goals.least, limits.goals.most
    if (least is None or number >= least) and (most is None or number <= most):
        return
    too_many = most is not None and number > most
    yield Finding(
        At(document.at("goals"), key=True),
        FEW(owner=document.board or OWNER, count=Count(number, *GOALS), limits=_limits(limits.goals)),
        TOO_MANY() if too_many else TOO_FEW(missing=Count((least or 0) - number, *MORE)),
        related=(Related(At(limits.goals.at()), LIMIT(), in_model=True),),
    )


def _limits(goals: Range) -> Message | Choice:
    least, most = goals.least, goals.most
    if least is not None and most is not None:
        return EXACTLY(goals=Count(most, *GOALS)) if least == most else BETWEEN(least=least, most=most)
    if least is not None:
        return AT_LEAST(least=Count(least, *GOALS))
    return AT_MOST(most=Count(most or 0, *GOALS))
