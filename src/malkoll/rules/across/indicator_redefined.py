"""MK608: an indicator means the same from year to year."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Finding, Path, Severity
from malkoll.document.words import fold
from malkoll.language import Message, Text, Words
from malkoll.remembered import COMPARED, Figure, IndicatorSummary, Run
from malkoll.rule import Scope, Source, rule
from malkoll.rules.across.definitions import is_one_source, is_one_unit
from malkoll.rules.across.years import Pair, Told, compared, indicators_of, is_other

ONE = Text(
    "Indikatorn ”{indicator}” har fått {what} sedan {before}: {new} i stället för {old}.",
    "The indicator “{indicator}” has been given {what} since {before}: {new} instead of {old}.",
)
SEVERAL = Text(
    "Indikatorn ”{indicator}” har fått {what} sedan {before}.",
    "The indicator “{indicator}” has been given {what} since {before}.",
)
UNIT = Text("en annan enhet", "another unit")
SOURCE = Text("en annan källa", "another source")
BASELINE = Text("ett annat utgångsvärde", "another baseline")
KOLADA = Text("ett annat id i Kolada", "another id in Kolada")
QUOTED = Text("”{value}”", "“{value}”")
HELP = Text(
    "Går utfallet ändå att jämföra? Behåll annars det som gällde, eller ge indikatorn ett nytt namn.",
    "Can the outcome be compared all the same? Otherwise keep what held, or give the indicator a new name.",
)
DATE_IT = Text(
    "Är det ett nyare värde? Skriv vilket år det gäller. Är det gamla rättat, säg varför. Annars går utfallet inte "
    "att jämföra.",
    "Is it a newer value? Write the year that it holds for. If the old one was corrected, say why. Otherwise the "
    "outcome can't be compared.",
)
_UNIT, _SOURCE, _BASELINE, _KOLADA = 0, 1, 2, 4
"""Which of an indicator's keys is whose."""
Change = tuple[Text, int, str | float | None, str | float | None]


@rule(
    "MK608",
    "indicator-redefined",
    Severity.WARNING,
    Text("indikatorn är omdefinierad", "indicator redefined"),
    Scope.RUN,
    source=Source.PRACTICE,
    about=(COMPARED,),
)
def indicator_redefined(run: Run) -> Iterator[Finding]:
    for held in compared(run):
        told: set[Path] = set()
        for pair, goals in held:
            for match in goals.matched:
                for new, old in indicators_of(match):
                    changes = list(_changes(new, old, pair)) if new.path not in told else []
                    if changes:
                        told.add(new.path)
                        yield _finding(new, old, changes, pair)


def _changes(new: IndicatorSummary, old: IndicatorSummary, pair: Pair) -> Iterator[Change]:
    if new.kolada and old.kolada and fold(new.kolada) != fold(old.kolada):
        yield KOLADA, _KOLADA, new.kolada, old.kolada
    if not is_one_unit(new.unit, old.unit):
        yield UNIT, _UNIT, new.unit, old.unit
    elif _is_rewritten(new.baseline, old.baseline, pair):
        # in another unit it is another number
        yield BASELINE, _BASELINE, new.baseline.value, old.baseline.value
    if not is_one_source(new.source, old.source):
        yield SOURCE, _SOURCE, new.source, old.source


def _is_rewritten(new: Figure, old: Figure, pair: Pair) -> bool:
    """Tell whether history was changed; that a new year starts from a newer value is follow-up."""
    if not is_other(new, old):
        return False
    if pair.is_one_year or new.year is None:
        return True
    before = old.year if old.year is not None else (pair.old.year or 0) - 1
    return new.year <= before


def _finding(new: IndicatorSummary, old: IndicatorSummary, changes: list[Change], pair: Pair) -> Finding:
    (_, key, is_now, was), *more = changes
    name = new.name or new.kolada
    what = Words([text for text, *_ in changes], quoted=False)
    message = (
        SEVERAL(indicator=name, what=what, before=pair.before)
        if more
        else ONE(indicator=name, what=what, before=pair.before, new=_quoted(is_now), old=_quoted(was))
    )
    advice = DATE_IT() if key == _BASELINE and new.baseline.year is None else HELP()
    places = [_place(new, one[1]) for one in changes]
    return pair.finding(Told(message, advice, places[0], _place(old, key), tuple(places[1:])))


def _place(indicator: IndicatorSummary, key: int) -> Path:
    return (*indicator.path, indicator.keys[key])


def _quoted(value: str | float | None) -> Message | float | None:
    return QUOTED(value=value) if isinstance(value, str) else value
