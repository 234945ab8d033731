"""Documents to hold against each other: one with every key of the format, and ways to write and to change it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from malkoll.document import vocabulary
from malkoll.document.words import Key, Word, fold
from malkoll.opened import Input, open_file
from malkoll.repository.changes import Change
from malkoll.repository.compare import ComparedBoard, Comparison, State, compare
from malkoll.repository.sides import Document, Side
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in
from malkoll.summary import summarise
from malkoll.syntax.compose import Limits

Step = str | int
Place = tuple[Step, ...]
FULL: dict[str, Any] = {
    "steering_model": "fem-fokusomraden",
    "municipality": "Granvik",
    "board": "Socialnämnden",
    "level": "board",
    "year": 2026,
    "status": "draft",
    "decision": {"date": "2026-10-25", "reference": "§ 12"},
    "mission": "Vård, omsorg och stöd enligt socialtjänstlagen.",
    "current_state": [
        {"fact": "64 procent visste vem som skulle komma.", "source": "brukarundersökningen", "year": 2025},
        {"fact": "Kön till särskilt boende är 74 dagar.", "source": "Kolada U23401", "year": 2024},
    ],
    "governing_documents": ["Budget 2026", "Äldreplanen"],
    "goals": [
        {
            "id": "sn-1",
            "title": "Vem som kommer",
            "statement": "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.",
            "description": "Många olika personer kommer hem till brukarna.",
            "effect": "Trygghet i vardagen.",
            "focus_area": ["Hållbar vardag", "Hållbar hälsa"],
            "horizon": {"from": 2026, "to": 2028},
            "audience": ["brukare", "anhöriga"],
            "current_state": "Hälften av brukarna vet inte vem som kommer i dag.",
            "control": "own",
            "indicators": [
                {
                    "name": "Vet vem som kommer",
                    "kolada": "N15033",
                    "unit": "procent",
                    "direction": "increase",
                    "baseline": {"value": 64, "year": 2025},
                    "target": {"value": 80, "year": 2028},
                    "milestones": [{"year": 2026, "value": 70}, {"year": 2027, "value": 75}],
                    "source": "brukarundersökningen",
                    "measured": "årligen",
                    "responsible": "kvalitetschefen",
                },
                {"name": "Antal personer per brukare", "unit": "antal", "baseline": 18, "target": 12},
            ],
            "priorities": ["Trygga äldre"],
            "rus": ["Hälsa"],
            "agenda2030": ["3", "10.2"],
            "responsible": "förvaltningschefen",
            "follow_up": [
                {
                    "year": 2026,
                    "outcome": {"Vet vem som kommer": 68, "Antal personer per brukare": 16},
                    "judgement": "partly",
                    "reason": "Ett område kom inte i gång.",
                },
                {"year": 2027, "outcome": {"Vet vem som kommer": 81}, "judgement": "reached"},
            ],
        },
        {
            "id": "sn-2",
            "statement": "Barn som är placerade utanför hemmet vet vem på socialtjänsten de vänder sig till.",
            "focus_area": ["Hållbar gemenskap"],
            "horizon": {"from": 2026, "to": 2026},
            "professional_assessment": {
                "reason": "Barnets egen berättelse går inte att räkna.",
                "responsible": "enhetschefen",
                "basis": ["samtal med varje barn", "journaler"],
                "criteria": ["nio av tio barn namnger sin socialsekreterare"],
                "when": "november 2026",
            },
        },
    ],
}
"""A document in English, with every key."""
_OF: dict[str, dict[str, Key]] = {
    "decision": vocabulary.DECISION,
    "current_state": vocabulary.FACT,
    "goals": vocabulary.GOAL,
    "horizon": vocabulary.HORIZON,
    "indicators": vocabulary.INDICATOR,
    "baseline": vocabulary.MEASUREMENT,
    "target": vocabulary.MEASUREMENT,
    "milestones": vocabulary.MILESTONE,
    "professional_assessment": vocabulary.ASSESSMENT,
    "follow_up": vocabulary.FOLLOW_UP,
}
"""The keys below a key."""
_CLOSED: dict[str, dict[str, Word]] = {
    "level": vocabulary.LEVELS,
    "status": vocabulary.STATUSES,
    "control": vocabulary.CONTROLS,
    "direction": vocabulary.DIRECTIONS,
    "judgement": vocabulary.JUDGEMENTS,
}


def keys_used(value: object = None, table: dict[str, Key] | None = None) -> set[tuple[int, str]]:
    """Give every key of the full document, with the table that it is from."""
    value, table = (FULL if value is None else value), table or vocabulary.DOCUMENT
    found: set[tuple[int, str]] = set()
    if isinstance(value, list):
        for item in value:
            found |= keys_used(item, table)
    elif isinstance(value, dict):
        for key, below in value.items():
            if any(one.en == key for one in table.values()):
                found.add((id(table), key))
                found |= keys_used(below, _OF.get(key, {})) if key in _OF else set()
    return found


def written(document: dict[str, Any]) -> str:
    """Write a document in English; JSON is YAML."""
    return json.dumps(document, ensure_ascii=False)


def in_swedish(document: dict[str, Any]) -> str:
    """Write a document in Swedish, in another order, in block style, with comments, and in other letters."""
    lines = ["# en kommentar", *_block(document, vocabulary.DOCUMENT, "")]
    return "\n".join(lines) + "\n"


def _block(value: dict[str, Any], table: dict[str, Key], indent: str) -> Iterator[str]:
    for key, below in sorted(value.items(), key=lambda one: one[0][::-1]):
        known = next((one for one in table.values() if one.en == key), None)
        word = known.sv if known else json.dumps(key, ensure_ascii=False)
        if isinstance(below, dict):
            yield f"{indent}{word}:   # här"
            yield from _block(below, _OF.get(key, {}), f"{indent}  ")
        elif isinstance(below, list):
            yield f"{indent}{word}:"
            for item in below:
                if item == {}:
                    yield f"{indent}  - {{}}"
                elif isinstance(item, dict):
                    first, *rest = _block(item, _OF.get(key, {}), f"{indent}    ")
                    yield f"{indent}  - {first.strip()}"
                    yield from rest
                else:
                    yield f"{indent}  - {_scalar(key, item)}"
        else:
            yield f"{indent}{word}: {_scalar(key, below)}"


def _scalar(key: str, value: Any) -> str:
    if key in _CLOSED:
        return next((word.sv for word in _CLOSED[key].values() if word.en == value), str(value))
    if isinstance(value, str):
        return "'{}'".format(value.replace("'", "''"))
    return str(value)


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """Give the place of every single value."""
    if isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(below, (*place, step))
    else:
        yield place


def at(document: Any, place: Place) -> Any:
    for step in place:
        document = document[step]
    return document


def with_another(document: dict[str, Any], place: Place) -> dict[str, Any]:
    """Give a document in which one value is another one of its kind."""
    made = copy.deepcopy(document)
    *above, last = place
    holder, old = at(made, tuple(above)), at(made, place)
    key = next(step for step in reversed(place) if isinstance(step, str))
    if key in _CLOSED:
        words = [fold(word.en) for word in _CLOSED[key].values()]
        holder[last] = words[(words.index(fold(old)) + 1) % len(words)]
    elif key == "date":
        holder[last] = "2026-10-26"
    elif isinstance(old, int | float):
        holder[last] = old + (20 if key in {"year", "from", "to"} else 1)
    else:
        holder[last] = f"{old} annat"
    return made


def without(document: dict[str, Any], place: Place) -> dict[str, Any]:
    """Give a document in which what stands in a place doesn't."""
    made = copy.deepcopy(document)
    *above, last = place
    del at(made, tuple(above))[last]
    return made


def document_of(text: str, name: str = "a.yaml") -> Document:
    model = built_in(DEFAULT)
    opened = open_file(Input(name, text.encode("utf-8", "surrogatepass"), model, select()), Limits())
    assert opened is not None
    assert opened.document is not None, opened.troubles
    summary = summarise(opened.document, name, model, is_whole=opened.is_whole)
    return Document(name, opened.document, opened.root, summary, opened.is_whole)


def comparison_of(old: str, new: str, names: tuple[str, str] = ("a.yaml", "b.yaml")) -> Comparison:
    """Compare two texts, as two files that were named."""
    before, now = (
        Side(name, (document_of(text, name),), is_file=True)
        for text, name in zip((old, new), names, strict=True)
    )
    return compare(before, now)


def board_of(old: str, new: str) -> ComparedBoard:
    (board,) = comparison_of(old, new).boards
    return board


def differences(old: str, new: str) -> list[tuple[str, Place]]:
    """Give everything that is told of two documents: what has happened, and the keys to where it has."""
    board = board_of(old, new)
    told = [(change.kind.value, keys(change)) for change in board.changes]
    for goal in board.goals:
        if goal.state in {State.ADDED, State.DROPPED}:
            told.append((goal.state.value, ("goals",)))
        told += [(change.kind.value, ("goals", *keys(change))) for change in goal.changes]
    return told


def keys(change: Change) -> Place:
    """Give the English keys on the way to a change."""
    return tuple(
        step.cls.words[step.field].en if step.field in step.cls.words else step.field for step in change.where
    )
