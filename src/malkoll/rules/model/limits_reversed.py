"""MK701: the least of a limit isn't more than its most."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import LEVELS
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.steering.model import HorizonLimits, Range

GOALS = Text(
    "Minst {least} mål och högst {most} går inte ihop på nivån {level}.",
    "At least {least} goals and at most {most} can't both hold at the level {level}.",
)
YEARS = Text(
    "Minst {least} år och högst {most} går inte ihop för ett långsiktigt mål på nivån {level}.",
    "At least {least} years and at most {most} can't both hold for a long-term goal at the level {level}.",
)
SHORT = Text(
    "Ett kortsiktigt mål på {short} år är längre än det kortaste långsiktiga, {least} år, på nivån {level}.",
    "A short-term goal of {short} years is longer than the shortest long-term one, {least} years, at the level {level}.",
)
NO_YEARS = Text(
    "Ett mål på nivån {level} kan inte löpa över noll år.",
    "A goal at the level {level} can't run for zero years.",
)
SWAP = Text("Har talen bytt plats?", "Have the numbers changed places?")
ONE_YEAR = Text(
    "Båda åren räknas med: ett mål för ett enda år är 1.", "Both years count: a goal for a single year is 1."
)


@rule(
    "MK701",
    "limits-reversed",
    Severity.ERROR,
    Text("gränser som inte går ihop", "limits that contradict each other"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def limits_reversed(case: ModelCase) -> Iterator[Finding]:
    for level, word in LEVELS.items():
        limits, name = case.model.limits(level), Text(word.sv, word.en)
        if limits is None:
            continue
        if limits.goals is not None:
            yield from _range(limits.goals, GOALS, name)
        if limits.horizon is not None:
            yield from _horizon(limits.horizon, name)


def _range(limits: Range, sentence: Text, level: Text) -> Iterator[Finding]:
    least, most = limits.least, limits.most
    if least is not None and most is not None and least > most:
        yield Finding(At(limits.at("least")), sentence(least=least, most=most, level=level), SWAP())


def _horizon(horizon: HorizonLimits, level: Text) -> Iterator[Finding]:
    if horizon.short == 0:
        yield Finding(At(horizon.at("short")), NO_YEARS(level=level), ONE_YEAR())
    if horizon.long is None:
        return
    yield from _range(horizon.long, YEARS, level)
    least = horizon.long.least
    if horizon.short is not None and least is not None and horizon.short > least:
        yield Finding(At(horizon.at("short")), SHORT(short=horizon.short, least=least, level=level), SWAP())
