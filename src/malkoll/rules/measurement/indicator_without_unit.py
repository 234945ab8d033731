"""MK303: an indicator says what its numbers count."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Insert, Severity
from malkoll.document.goal_document import Goal, Indicator
from malkoll.document.vocabulary import INDICATOR
from malkoll.language import Language, Text
from malkoll.rule import Case, Scope, rule
from malkoll.rules.measurement.stated import is_percent_sign, target_of
from malkoll.rules.measurement.values import called, number_of
from malkoll.swedish.tokens import tokenise

MESSAGE = Text(
    "{indicator} har ingen enhet, så läsaren vet inte vad talen räknar.",
    "{indicator} has no unit, so the reader can't know what the numbers count.",
)
CHOOSE = Text(
    "Skriv den under ”{unit}”, till exempel procent, antal eller dagar.",
    "Write it under “{unit}”, for example percent, number or days.",
)
GUESS = Text("Skriv {unit}: {percent}.", "Write {unit}: {percent}.")
FIX = Text("Lägg till {unit}: {percent}", "Add {unit}: {percent}")
PERCENT = {Language.SV: "procent", Language.EN: "percent"}


@rule(
    "MK303",
    "indicator-without-unit",
    Severity.WARNING,
    Text("indikator utan enhet", "indicator without a unit"),
    Scope.GOAL,
    fix=Applicability.SAFE,
    about=("indicators",),
)
def indicator_without_unit(goal: Goal, case: Case) -> Iterator[Finding]:
    for indicator in goal.indicators:
        if indicator.given("unit"):
            continue
        unit, percent = case.word(INDICATOR["unit"]), PERCENT[case.language]
        guessed = _says_percent(goal, indicator, case)
        insert = Insert(indicator.at(), unit, percent, before=_first_number(indicator))
        fix = Fix(FIX(unit=unit, percent=percent), (insert,))
        yield Finding(
            At(indicator.at("unit")),
            MESSAGE(indicator=called(indicator)),
            GUESS(unit=unit, percent=percent) if guessed else CHOOSE(unit=unit),
            # where the key stands there with nothing after it, a second one would be a mistake
            fix=fix if guessed and "unit" not in indicator.place.keys else None,
        )


def _says_percent(goal: Goal, indicator: Indicator, case: Case) -> bool:
    """Tell whether it is plain that an indicator is in percent: by its own words, or its number's in the sentence."""
    if indicator.name and _names_percent(indicator.name):
        return True
    if any(_written_in_percent(indicator, field) for field in ("baseline", "target")):
        return True
    stated = target_of(goal, case)
    return stated is not None and stated.unit == "percent" and number_of(indicator.target) == stated.end


def _names_percent(name: str) -> bool:
    """Tell whether a name says percent, and not of a number: *more than 20 percent absence* is a limit."""
    tokens = tokenise(name)
    return any(
        is_percent_sign(tokens, at) and (at == 0 or tokens[at - 1].kind != "number")
        for at in range(len(tokens))
    )


def _written_in_percent(indicator: Indicator, field: str) -> bool:
    measurement = indicator.target if field == "target" else indicator.baseline
    written = measurement.place.written.get("value", "") if measurement else ""
    return written.rstrip().casefold().endswith(("%", "procent", "percent"))


def _first_number(indicator: Indicator) -> str | None:
    """Give the key that the unit goes before: the first one after name and id."""
    return next((key for field, key in indicator.place.keys.items() if field not in {"name", "kolada"}), None)
