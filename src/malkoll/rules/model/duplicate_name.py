"""MK702: no two focus areas, boards, priorities or strategy items go by one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.diagnostic import At, Finding, Path, Related, Severity
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import ModelCase, Scope, Source, rule
from malkoll.steering.model import Audience, Named, SteeringModel

FOCUS_AREAS = Text("Två fokusområden heter ”{name}”.", "Two focus areas are called “{name}”.")
BOARDS = Text("Två nämnder heter ”{name}”.", "Two boards are called “{name}”.")
PRIORITIES = Text("Två prioriteringar heter ”{name}”.", "Two priorities are called “{name}”.")
STRATEGY = Text(
    "Två delar av den regionala strategin heter ”{name}”.",
    "Two parts of the regional strategy are called “{name}”.",
)
WORDS = Text(
    "”{name}” står både bland orden för invånare och bland dem för företag.",
    "“{name}” stands both among the words for residents and among those for companies.",
)
HELP = Text(
    "Den som skriver namnet i ett måldokument måste mena en av dem. Ge dem olika namn, id och alias.",
    "Whoever writes the name in a goal document must mean one of them. Give them different names, ids and aliases.",
)
RULES = Text(
    "Regeln {name} ställs in två gånger, med sin kod och med sitt namn.",
    "The rule {name} is set twice, by its code and by its name.",
)
ONE_SETTING = Text("Vilken gäller? Behåll den ena.", "Which one holds? Keep one of them.")
ONE_GROUP = Text(
    "Vilka menas? Låt ordet stå på ett ställe.", "Who is meant? Let the word stand in one place."
)
FIRST = Text("Här står det första gången.", "Here it stands first.")

Spelled = tuple[str, Path]


@rule(
    "MK702",
    "duplicate-name",
    Severity.ERROR,
    Text("samma namn två gånger", "the same name twice"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def duplicate_name(case: ModelCase) -> Iterator[Finding]:
    for sentence, items in _lists(case.model):
        yield from _twice([list(_spellings(item)) for item in items], sentence, HELP)
    yield from _twice([list(_words(group)) for group in _by_id(case.model.audiences)], WORDS, ONE_GROUP)
    yield from _twice([[setting] for setting in _settings(case)], RULES, ONE_SETTING)


def _lists(model: SteeringModel) -> Iterator[tuple[Text, Iterable[Named]]]:
    yield FOCUS_AREAS, model.focus_areas
    yield BOARDS, model.boards
    yield PRIORITIES, model.priorities.items if model.priorities else ()
    yield STRATEGY, model.rus.items if model.rus else ()


def _twice(items: list[list[Spelled]], sentence: Text, advice: Text) -> Iterator[Finding]:
    """Find the names that two items share: one finding for each pair, at the later of them."""
    seen: dict[str, tuple[int, Path]] = {}
    for number, spellings in enumerate(items):
        told = set()
        for name, path in spellings:
            first, there = seen.setdefault(fold(name), (number, path))
            if first != number and first not in told:
                told.add(first)
                yield Finding(At(path), sentence(name=name), advice(), related=(Related(At(there), FIRST()),))


def _spellings(item: Named) -> Iterator[Spelled]:
    if item.name:
        yield item.name, item.at("name")
    if item.id:
        yield item.id, item.at("id")
    yield from ((alias, item.at("alias", index)) for index, alias in enumerate(item.alias or ()))


def _by_id(audiences: list[Audience]) -> list[list[Audience]]:
    groups: dict[str, list[Audience]] = {}
    for audience in audiences:
        if audience.id:
            groups.setdefault(audience.id, []).append(audience)
    return list(groups.values())


def _words(group: list[Audience]) -> Iterator[Spelled]:
    for audience in group:
        yield from ((word, audience.at("listed", index)) for index, word in enumerate(audience.listed or ()))


def _settings(case: ModelCase) -> Iterator[Spelled]:
    for name in case.model.rules:
        if code := case.rules.get(fold(name)):
            yield code, (*case.model.at("rules"), name)
