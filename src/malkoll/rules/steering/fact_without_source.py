"""MK216: a fact tells where it comes from and for which year it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Fact
from malkoll.document.vocabulary import FACT
from malkoll.language import Message, Text
from malkoll.rule import Case, Scope, Source, rule

NEITHER = Text(
    "Det framgår varken var uppgiften kommer ifrån eller vilket år den gäller.",
    "It isn't told where the fact comes from, nor for which year it holds.",
)
NO_SOURCE = Text("Det framgår inte var uppgiften kommer ifrån.", "It isn't told where the fact comes from.")
NO_YEAR = Text("Det framgår inte vilket år uppgiften gäller.", "It isn't told for which year the fact holds.")
ADD_BOTH = Text(
    "Lägg till ”{source}” (statistik, undersökning, rapport) och ”{year}”.",
    "Add “{source}” (statistics, survey, report) and “{year}”.",
)
ADD_SOURCE = Text(
    "Lägg till ”{source}”: vilken statistik, undersökning eller rapport?",
    "Add “{source}”: which statistics, survey or report?",
)
ADD_YEAR = Text(
    "Lägg till ”{year}”, så att det går att se om uppgiften är aktuell.",
    "Add “{year}”, so that one can see whether the fact is current.",
)
_YEAR = r"\b(?:19|20)[0-9]{2}\b"


@rule(
    "MK216",
    "fact-without-source",
    Severity.WARNING,
    Text("uppgift utan källa eller år", "fact without source or year"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
    about=("current_state",),
)
def fact_without_source(case: Case) -> Iterator[Finding]:
    analyses = [case.document.current_state, *(goal.current_state for goal in case.goals)]
    for analysis in analyses:
        for fact in analysis.facts if analysis else ():
            # without the fact itself, that is what is missing
            if fact.given("fact") and (sentence := _sentence(fact)):
                words = {"source": case.word(FACT["source"]), "year": case.word(FACT["year"])}
                yield Finding(At(fact.at()), sentence(), _advice(sentence, words))


def _sentence(fact: Fact) -> Text | None:
    if not fact.given("source"):
        return NO_SOURCE if _has_year(fact) else NEITHER
    return None if _has_year(fact) else NO_YEAR


def _has_year(fact: Fact) -> bool:
    """Tell whether a reader can see the year: by itself, in the source's name or in the sentence."""
    return fact.given("year") or any(re.search(_YEAR, text) for text in (fact.source, fact.fact) if text)


def _advice(sentence: Text, words: dict[str, str]) -> Message:
    if sentence is NEITHER:
        return ADD_BOTH(**words)
    return ADD_SOURCE(source=words["source"]) if sentence is NO_SOURCE else ADD_YEAR(year=words["year"])
