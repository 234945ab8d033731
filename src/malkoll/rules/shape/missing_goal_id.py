"""MK111: a goal has an id, so that it can be followed from year to year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Insert, Severity
from malkoll.document.vocabulary import GOAL
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text("Målet har inget id.", "The goal has no id.")
HELP = Text(
    "Ge varje mål ett kort id, till exempel ”{key}: {id}”. Då går det att följa målet från år till år, "
    "även när meningen ändras.",
    "Give each goal a short id, for example “{key}: {id}”. Then the goal can be followed from year to year, "
    "even when it is reworded.",
)
FIX = Text("Ge målet id {id}", "Give the goal the id {id}")
_WORD = r"[^\W\d_]+"
_SMALL = frozenset({"och", "för", "i", "av", "and", "of", "for", "the"})


@rule(
    "MK111",
    "missing-goal-id",
    Severity.INFO,
    Text("mål utan id", "goal without id"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
    fix=Applicability.SAFE,
)
def missing_goal_id(case: Case) -> Iterator[Finding]:
    without = [goal for goal in case.goals if "id" not in goal.place.keys]
    if not without:
        return
    taken = {fold(goal.id) for goal in case.goals if goal.id}
    start = initials(case.document.board or "")
    number = 0
    for goal in without:
        number += 1
        while f"{start}-{number}" in taken:
            number += 1
        new = f"{start}-{number}"
        taken.add(new)
        key = case.word(GOAL["id"])
        fix = Fix(FIX(id=new), (Insert(goal.at(), key, new),))
        yield Finding(At(goal.at()), MESSAGE(), HELP(key=key, id=f"{start}-1"), fix=fix)


def initials(board: str) -> str:
    """Make a short name: Barn- och utbildningsnämnden is bun, Socialnämnden sn."""
    plain = unicodedata.normalize("NFKD", fold(board)).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(_WORD, plain) if word not in _SMALL]
    letters = "".join(word[0] for word in words)
    if words and words[-1].endswith("namnden") and words[-1] != "namnden":
        letters += "n"
    return letters or "mal"
