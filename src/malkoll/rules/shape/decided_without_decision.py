"""MK110: goals that are decided say when, and by which paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import DECISION, DOCUMENT
from malkoll.language import Text, Words
from malkoll.rule import Case, Scope, Source, rule

NOTHING = Text(
    "Målen är beslutade, men det står inte när och i vilken paragraf.",
    "The goals are decided, but it doesn't say when and by which paragraph.",
)
PART = Text(
    "Målen är beslutade, men beslutet saknar {missing}.",
    "The goals are decided, but the decision lacks {missing}.",
)
HELP = Text(
    "Lägg till ”{decision}” med {parts} från protokollet, så kan alla hitta beslutet.",
    "Add “{decision}” with {parts} from the minutes, so that everybody can find the decision.",
)


@rule(
    "MK110",
    "decided-without-decision",
    Severity.WARNING,
    Text("beslutat utan beslut", "decided without a decision"),
    Scope.DOCUMENT,
    source=Source.PRACTICE,
    about=("status",),
)
def decided_without_decision(case: Case) -> Iterator[Finding]:
    document = case.document
    if document.status != "decided" or (document.decision is None and document.unknown("decision")):
        return
    missing = [
        case.word(DECISION[part])
        for part in ("date", "reference")
        if document.decision is None
        or (getattr(document.decision, part) is None and not document.decision.unknown(part))
    ]
    if not missing:
        return
    at = At(document.at("decision"), key=True) if document.decision else At(document.at("status"))
    message = PART(missing=Words(missing, quoted=True)) if document.decision else NOTHING()
    names = [case.word(DECISION[part]) for part in ("date", "reference")]
    parts = Words(missing if document.decision else names)
    yield Finding(at, message, HELP(decision=case.word(DOCUMENT["decision"]), parts=parts))
