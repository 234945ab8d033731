"""MK606: a goal that still runs is in the next document too."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Severity
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.remembered import COMPARED, GoalSummary, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.years import Pair, Told, compared

GONE = Text(
    "Målet ”{goal}” gäller till och med {until}, men finns inte med i dokumentet för {year}.",
    "The goal “{goal}” runs to the end of {until}, but isn't in the document for {year}.",
)
REMOVED = Text(
    "Målet ”{goal}” är beslutat till och med {until}, men finns inte kvar i dokumentet för {year}.",
    "The goal “{goal}” is decided to the end of {until}, but is no longer in the document for {year}.",
)
HELP = Text(
    "Är det uppnått? Skriv det i målets uppföljning, där det står nu. Har nämnden beslutat att släppa det? "
    "Annars hör det hit.",
    "Has it been reached? Write that in the goal's follow-up, where it stands now. Has the board decided to drop "
    "it? Otherwise it belongs here.",
)


@rule(
    "MK606",
    "goal-dropped",
    Severity.WARNING,
    Text("pågående mål har fallit bort", "running goal dropped"),
    Scope.RUN,
    source=Source.PRACTICE,
    about=(COMPARED,),
)
def goal_dropped(run: Run) -> Iterator[Finding]:
    for held in compared(run):
        told: set[str] = set()
        for pair, goals in held:
            # of a document that couldn't be read in full nobody knows what is missing
            for goal in goals.gone if pair.new.is_whole else ():
                name = fold(goal.id or "")
                if name not in told and _still_runs(goal, pair):
                    told.add(name)
                    yield _finding(goal, pair, name)


def _still_runs(goal: GoalSummary, pair: Pair) -> bool:
    year = pair.new.year
    return goal.until is not None and year is not None and goal.until >= year and not goal.is_reached


def _finding(goal: GoalSummary, pair: Pair, name: str) -> Finding:
    sentence = REMOVED if pair.is_one_year else GONE
    message = sentence(goal=goal.id, until=goal.until, year=pair.new.year)
    return pair.finding(Told(message, HELP(), pair.new.goals_path, goal.path, key=name))
