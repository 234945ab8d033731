"""MK102: a key that has to be there and isn't."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Path, Severity
from malkoll.document.vocabulary import (
    DOCUMENT,
    FACT,
    FOLLOW_UP,
    GOAL,
    HORIZON,
    INDICATOR,
    MEASUREMENT,
    MILESTONE,
)
from malkoll.document.words import Key
from malkoll.language import Message, Text
from malkoll.rule import ReadFile, Scope, Source, rule

MESSAGE = Text("{owner} saknar ”{key}”.", "{owner} has no “{key}”.")
HELP = Text("{about} Skriv till exempel: {key}: {example}", "{about} Write for example: {key}: {example}")
LISTED = Text(
    "{about} Skriv ”{key}:” och lista målen på raderna under, vart och ett med ett streck först.",
    "{about} Write “{key}:” and list the goals on the lines below, each with a dash first.",
)
DOCUMENT_OWNER = Text("Dokumentet", "The document")
GOAL_OWNER = Text("Målet {name}", "The goal {name}")
NTH_GOAL = Text("Mål nummer {number}", "Goal number {number}")
INDICATOR_OWNER = Text("Indikatorn ”{name}”", "The indicator “{name}”")
OWNERS = {
    "Indicator": Text("Indikatorn", "The indicator"),
    "Fact": Text("Uppgiften om nuläget", "The fact"),
    "Milestone": Text("Delmålet", "The milestone"),
    "Horizon": Text("Horisonten", "The horizon"),
    "FollowUp": Text("Uppföljningen", "The follow-up"),
}
BELOW = Text("”{key}”", "“{key}”")
_TABLES: dict[str, dict[str, Key]] = {
    "GoalDocument": DOCUMENT,
    "Goal": GOAL,
    "Indicator": INDICATOR,
    "Fact": FACT,
    "Measurement": MEASUREMENT,
    "Milestone": MILESTONE,
    "Horizon": HORIZON,
    "FollowUp": FOLLOW_UP,
}
_EXAMPLES: dict[str, Text] = {
    "board": Text("Socialnämnden", "Social Welfare Board"),
    "year": Text("2026", "2026"),
    "statement": Text(
        "Väntetiden till särskilt boende minskar från 74 till 45 dagar.",
        "The waiting time for residential care falls from 74 to 45 days.",
    ),
    "focus_area": Text("Hållbar hälsa", "Hållbar hälsa"),
    "horizon": Text("2027-2028", "2027-2028"),
    "fact": Text("64 procent visste vem som skulle komma.", "64 percent knew who would come."),
    "name": Text("Väntetid till särskilt boende", "Waiting time for residential care"),
    "target": Text("45", "45"),
    "value": Text("45", "45"),
    "start": Text("2026", "2026"),
    "end": Text("2027", "2027"),
}


@rule(
    "MK102",
    "missing-key",
    Severity.ERROR,
    Text("nyckel saknas", "missing key"),
    Scope.FILE,
    source=Source.YAML,
)
def missing_key(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("missing-key"):
        part, field = str(trouble.values["part"]), str(trouble.values["field"])
        key = trouble.values[file.language.value]
        path = trouble.path or ()
        owner = _owner(part, path, str(trouble.values.get("called", "")))
        yield Finding(At(path), MESSAGE(owner=owner, key=key), _help(file, part, field, key), key=field)


def _owner(part: str, path: Path, called: str) -> Text | Message:
    """Name what lacks the key: by its own name, else by its number or what it is."""
    if not path:
        return DOCUMENT_OWNER
    if part == "Goal":
        number = path[-1] if isinstance(path[-1], int) else 0
        return GOAL_OWNER(name=called) if called else NTH_GOAL(number=number + 1)
    if part == "Indicator" and called:
        return INDICATOR_OWNER(name=called)
    return OWNERS.get(part) or BELOW(key=next((step for step in reversed(path) if isinstance(step, str)), ""))


def _help(file: ReadFile, part: str, field: str, key: object) -> Message | None:
    known = _TABLES.get(part, {}).get(field)
    if known is None:
        return None
    if field == "goals":
        return LISTED(about=known.about, key=key)
    example = _EXAMPLES.get(field)
    return HELP(about=known.about, key=key, example=example.render(file.language) if example else "…")
