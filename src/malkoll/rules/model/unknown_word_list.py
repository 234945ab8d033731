"""MK709: a steering model adds to and takes from word lists that there are."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.language import Text, Words
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.rules.word_lists import LISTS, list_named
from malkoll.steering.meant import meant

MESSAGE = Text(
    "Det finns ingen ordlista som heter ”{name}”, så orden under den används inte.",
    "There is no word list called “{name}”, so the words under it are not used.",
)
CLOSE = Text("Skriv {near}.", "Write {near}.")
CHOOSE = Text(
    "Det finns {known}. Kommandot malkoll rules --words visar vad som står i dem.",
    "There are {known}. The command malkoll rules --words shows what stands in them.",
)
LABEL = Text("menade du ”{near}”?", "did you mean “{near}”?")
FIX = Text("Skriv ”{near}”", "Write “{near}”")


@rule(
    "MK709",
    "unknown-word-list",
    Severity.WARNING,
    Text("okänd ordlista", "unknown word list"),
    Scope.MODEL,
    source=Source.PRACTICE,
    fix=Applicability.SAFE,
)
def unknown_word_list(case: ModelCase) -> Iterator[Finding]:
    titles = [one.title.render(case.language) for one in LISTS]
    known = list(dict.fromkeys([*titles, *(name for one in LISTS for name in one.names)]))
    for name in case.model.word_lists:
        if list_named(name) is not None:
            continue
        at = At((*case.model.at("word_lists"), name), key=True)
        near = meant(name, known)
        if near is None:
            yield Finding(at, MESSAGE(name=name), CHOOSE(known=Words(titles, most=len(titles))))
            continue
        fix = Fix(FIX(near=near), (Replace(at, near),))
        yield Finding(at, MESSAGE(name=name), CLOSE(near=near), LABEL(near=near), fix=fix)
