"""MK201: a board takes a few goals, as many as the steering model says."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Related, Severity
from malkoll.document.vocabulary import DOCUMENT
from malkoll.language import Count, Message, Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.steering.model import Range

OUTSIDE_LIMITS = Text(
    "{owner} har {count}. Styrmodellen säger {limits}.",
    "{owner} has {count}. The steering model says {limits}.",
)
NO_GOALS = Text(
    "{owner} har inga mål. Styrmodellen säger {limits}.", "{owner} has no goals. The model says {limits}."
)
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
    "Var i verksamheten vill ni också se en förflyttning? Det saknas {missing}.",
    "Where else in the operation do you want to see a movement? At least {missing} should be added.",
)
OTHER_LEVEL = Text(
    "Var i verksamheten vill ni också se en förflyttning? Det saknas {missing}. "
    "Är målen inte en nämnds, ange nivån under ”{level}”.",
    "Where else in the operation do you want to see a movement? At least {missing} should be added. "
    "If the goals aren't a board's, give their level under “{level}”.",
)
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
    limits = case.model.limits(document.level, document.board)
    if limits is None or limits.goals is None or not document.given("goals") or document.unknown("goals"):
        return
    if document.unknown("level"):
        return
    number, least, most = document.goals_written, limits.goals.least, limits.goals.most
    if (least is None or number >= least) and (most is None or number <= most):
        return
    sentence = OUTSIDE_LIMITS if number else NO_GOALS
    values = {"count": Count(number, *GOALS)} if number else {}
    yield Finding(
        At(document.at("goals"), key=True),
        sentence(owner=document.board or OWNER, limits=_limits(limits.goals), **values),
        _advice(case, (least or 0) - number),
        related=(Related(At(limits.goals.at()), LIMIT(), in_model=True),),
    )


def _advice(case: Case, missing: int) -> Message:
    if missing <= 0:
        return TOO_MANY()
    if case.document.given("level"):
        return TOO_FEW(missing=Count(missing, *GOALS))
    return OTHER_LEVEL(missing=Count(missing, *GOALS), level=case.word(DOCUMENT["level"]))


def _limits(goals: Range) -> Message:
    least, most = goals.least, goals.most
    if least is None:
        return AT_MOST(most=Count(most or 0, *GOALS))
    if most is None:
        return AT_LEAST(least=Count(least, *GOALS))
    return EXACTLY(goals=Count(most, *GOALS)) if least == most else BETWEEN(least=least, most=most)
