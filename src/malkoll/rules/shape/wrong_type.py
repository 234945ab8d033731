"""MK103: a text where a list should be, a list where a text should be, and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import DOCUMENT, FACT, GOAL, INDICATOR
from malkoll.document.words import fold
from malkoll.language import Message, Text
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.syntax.tree import Trouble

ROOT = Text(
    "Filen ska bestå av nycklar med kolon, men det som står i den är {found}.",
    "The file should consist of keys with colons, but what stands in it is {found}.",
)
ROOT_HELP = Text(
    "Börja med vem målen tillhör, till exempel ”nämnd: Socialnämnden”.",
    "Begin with whose goals they are, as “board: Social Welfare Board”.",
)
STEERING_MODEL = Text(
    "Filen är en styrmodell och inget måldokument.", "The file is a steering model and no goal document."
)
CHECK_MODEL = Text(
    "Pröva den med kommandot malkoll model check och filens namn.",
    "Check it with the command malkoll model check and the file's name.",
)
MESSAGE = Text(
    "Under ”{key}” väntas {wanted}, men här står {found}.",
    "Below “{key}” {wanted} is expected, but {found} stands here.",
)
ITEM = Text(
    "Varje del av listan ”{key}” ska vara {wanted}, men här står {found}.",
    "Each part of the list “{key}” should be {wanted}, but {found} stands here.",
)
WANTED: dict[str, Text] = {
    "text": Text("en text", "a text"),
    "text-list": Text("en text eller en lista", "a text or a list"),
    "list": Text("en lista", "a list"),
    "mapping": Text("nycklar med kolon", "keys with colons"),
    "number": Text("ett tal", "a number"),
    "year": Text("ett årtal", "a year"),
    "date": Text("ett datum", "a date"),
    "truth": Text("ja eller nej", "yes or no"),
}
FOUND: dict[str, Text] = {
    "text": Text("bara en text", "only a text"),
    "list": Text("en lista", "a list"),
    "mapping": Text("nycklar med kolon", "a group of keys"),
}
DASHES = Text(
    "Börja varje del på en egen rad, med ett streck och ett mellanslag först.",
    "Begin each part on a line of its own, with a dash and a space first.",
)
FIRST_DASH = Text(
    "Ett streck saknas: sätt ett streck och ett mellanslag framför den första nyckeln, och dra in de andra lika långt.",
    "A dash is missing: put a dash and a space before the first key, and indent the others as far.",
)
HYPHEN = Text(
    "Börja varje del med ett vanligt bindestreck och ett mellanslag: - {text}",
    "Begin each part with a plain hyphen and a space: - {text}",
)
ONE_TEXT = Text("Skriv allt som en text efter ”{key}:”.", "Write all of it as one text after “{key}:”.")
ONE_VALUE = Text("Skriv {wanted} efter ”{key}:”.", "Write {wanted} after “{key}:”.")
KEYS = Text(
    "Skriv vad texten är, till exempel ”{first}: …”.",
    "Write what the text is, for example “{first}: …”.",
)
_SCALARS: dict[str, tuple[Text, Text]] = {
    "horizon": (
        Text("ett år eller en period", "a year or a period"),
        Text(
            "Skriv ett år, 2026, eller första och sista året, 2026-2027.",
            "Write a year, 2026, or the first and the last, 2026-2027.",
        ),
    ),
    "baseline": (
        Text("ett tal", "a number"),
        Text(
            "Skriv talet, eller ”värde” och ”år” på var sin rad under.",
            "Write the number, or “value” and “year” on lines below.",
        ),
    ),
    "assessment": (
        Text("ja, eller hur bedömningen görs", "yes, or how it is judged,"),
        Text(
            "Skriv ja, eller ”motivering”, ”ansvarig”, ”underlag” och ”kriterier” på raderna under.",
            "Write yes, or “reason”, “responsible”, “basis” and “criteria” on the lines below.",
        ),
    ),
}
_SCALARS["target"] = _SCALARS["baseline"]
"""Fields that take a single value as well as keys: what is expected there, and how to write it."""
_FIRST_KEYS = {
    fold(word): first
    for key, first in (
        (DOCUMENT["goals"], GOAL["statement"]),
        (DOCUMENT["current_state"], FACT["fact"]),
        (GOAL["current_state"], FACT["fact"]),
        (GOAL["indicators"], INDICATOR["name"]),
    )
    for word in (key.sv, key.en)
}
"""For lists of parts: the key that a bare text most likely belongs to."""
_BULLET = re.compile(r"[-\u2010-\u2015\u2022\u00b7*]\s*(?=\S)")


@rule(
    "MK103",
    "wrong-type",
    Severity.ERROR,
    Text("fel sorts innehåll", "wrong kind of content"),
    Scope.FILE,
    source=Source.YAML,
)
def wrong_type(file: ReadFile) -> Iterator[Finding]:
    if any(trouble.variant == "steering-model" for trouble in file.of("wrong-type")):
        yield Finding(At(()), STEERING_MODEL(), CHECK_MODEL())
        return
    for _, together in groupby(file.of("wrong-type"), _one_mistake):
        first, *others = together
        if first.variant == "root":
            yield Finding(At(()), ROOT(found=FOUND[first.values["found"]]), ROOT_HELP())
            continue
        message, advice = _said(file, first)
        yield Finding(
            At(first.path or ()), message, advice, also=tuple(At(other.path or ()) for other in others)
        )


def _one_mistake(trouble: Trouble) -> tuple[Any, ...]:
    """Tell which troubles are one mistake: parts of one list that are all written in the same way."""
    path = trouble.path or ()
    place = path[:-1] if path and isinstance(path[-1], int) else path
    return (place, len(path), trouble.values.get("wanted"), trouble.values["found"])


def _said(file: ReadFile, trouble: Trouble) -> tuple[Message, Message]:
    path = trouble.path or ()
    wanted, found = str(trouble.values["wanted"]), str(trouble.values["found"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    field = next(
        (name for name, one in (GOAL | INDICATOR).items() if fold(key) in {fold(one.sv), fold(one.en)}), ""
    )
    is_item = bool(path) and isinstance(path[-1], int)
    if wanted == "mapping" and field in _SCALARS and not is_item:
        expected, advice = _SCALARS[field]
        return MESSAGE(key=key, wanted=expected, found=FOUND[found]), advice()
    message = (ITEM if is_item else MESSAGE)(key=key, wanted=WANTED[wanted], found=FOUND[found])
    return message, _advice(file, key, wanted, found, str(trouble.values.get("text", "")))


def _advice(file: ReadFile, key: str, wanted: str, found: str, text: str) -> Message:
    if wanted in {"list", "text-list"}:
        if found == "mapping":
            return FIRST_DASH()
        bullet = _BULLET.match(text)
        return HYPHEN(text=text[bullet.end() : bullet.end() + 40]) if bullet else DASHES()
    if wanted == "mapping":
        first = _FIRST_KEYS.get(fold(key))
        return KEYS(first=first.word(file.language)) if first and found == "text" else DASHES()
    if wanted == "text":
        return ONE_TEXT(key=key)
    return ONE_VALUE(wanted=WANTED[wanted], key=key)
