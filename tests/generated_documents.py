"""Goal documents put together by chance, the same each time: sound ones, and ones with what goes wrong in practice."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

SENTENCES = Path(__file__).parent / "data" / "goals_sound.txt"
BOARDS = (
    "Socialnämnden",
    "Barn- och utbildningsnämnden",
    "Bygg- och miljönämnden",
    "Kultur- och fritidsnämnden",
    "Tekniska nämnden",
)
AREAS = ("Hållbar vardag", "Hållbar hälsa", "Hållbar gemenskap", "Hållbar kompetens", "Hållbar natur")
AUDIENCES = ("barn", "äldre", "brukare", "elever", "invånare", "företag", "föreningar")
SOURCES = ("Kolada", "brukarundersökningen", "egen uppföljning")
COUNT = 120
Made = dict[str, Any]
Chance = random.Random


def documents() -> Iterator[tuple[str, str]]:
    """Give each document with its name: what was done to it."""
    # their numbers would have to be those of the indicators
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not re.search("[#0-9]", line)]
    for number in range(COUNT):
        chance = random.Random(number)  # noqa: S311 - the same documents in every run
        document = _document(chance, sentences)
        done = [slip(document, chance) for slip in chance.sample(SLIPS, chance.randrange(4))]
        text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1_000)
        yield f"{number:03} {', '.join(done) or 'nothing'}", text


def _document(chance: Chance, sentences: list[str]) -> Made:
    first = chance.randrange(len(sentences))
    return {
        "kommun": "Exempelkommun",
        "nämnd": chance.choice(BOARDS),
        "år": 2026,
        "status": "utkast",
        "grunduppdrag": "Det som lagen ger nämnden att göra.",
        "nulägesanalys": [
            {
                "fakta": f"{chance.randrange(20, 90)} procent svarade ja.",
                "källa": chance.choice(SOURCES),
                "år": 2025,
            }
        ],
        "mål": [_goal(chance, number, sentences, first) for number in range(chance.randrange(3, 6))],
    }


def _goal(chance: Chance, number: int, sentences: list[str], first: int) -> Made:
    last = chance.choice([2027, 2028, 2029])
    goal: Made = {
        "id": f"m{number + 1}",
        "formulering": sentences[(first + number) % len(sentences)],
        "fokusområde": AREAS[number % len(AREAS)],
        "horisont": f"2026-{last}",
        "målgrupp": chance.choice(AUDIENCES),
        "rådighet": "egen",
    }
    if chance.random() < 0.7:
        goal["indikatorer"] = [_indicator(chance, last) for _ in range(chance.randrange(1, 3))]
    else:
        goal["professionell_bedömning"] = {
            "motivering": "Det går inte att räkna.",
            "ansvarig": "enhetschef",
            "underlag": ["samtal med dem som berörs"],
            "kriterier": ["de flesta säger att det stämmer"],
            "tidpunkt": "november 2026",
        }
    return goal


def _indicator(chance: Chance, last: int) -> Made:
    now = chance.randrange(20, 60)
    return {
        "namn": f"Andel som svarar ja på fråga {chance.randrange(1, 500)}",
        "enhet": "procent",
        "utgångsvärde": {"värde": now, "år": 2025},
        "målvärde": {"värde": now + chance.randrange(5, 30), "år": last},
        "källa": chance.choice(SOURCES),
    }


def _without(*keys: str) -> Callable[[Made, Chance], str]:
    def slip(document: Made, chance: Chance) -> str:
        key = chance.choice(keys)
        document.pop(key, None)
        return f"without {key}"

    return slip


def _goal_without(*keys: str) -> Callable[[Made, Chance], str]:
    def slip(document: Made, chance: Chance) -> str:
        key = chance.choice(keys)
        chance.choice(document["mål"]).pop(key, None)
        return f"a goal without {key}"

    return slip


def _goal_with(key: str, *values: Any) -> Callable[[Made, Chance], str]:
    def slip(document: Made, chance: Chance) -> str:
        value = chance.choice(values)
        chance.choice(document["mål"])[key] = value
        return f"{key} is {value}"

    return slip


def _indicator_with(key: str, *values: Any) -> Callable[[Made, Chance], str]:
    def slip(document: Made, chance: Chance) -> str:
        value = chance.choice(values)
        for goal in document["mål"]:
            for indicator in goal.get("indikatorer", ()):
                indicator[key] = value
        return f"indicators' {key} is {value}"

    return slip


def _misspelt(document: Made, chance: Chance) -> str:
    goal = chance.choice(document["mål"])
    key = chance.choice(sorted(goal))
    goal[key[:-2] + key[-1]] = goal.pop(key)
    return f"misspelt {key}"


def _twice(document: Made, chance: Chance) -> str:
    document["mål"].append(dict(chance.choice(document["mål"])))
    return "a goal twice"


def _too_many(document: Made, chance: Chance) -> str:
    document["mål"] += [
        {**goal, "id": f"{goal['id']}-{chance.randrange(9)}"} for goal in document["mål"] if "id" in goal
    ]
    return "too many goals"


SLIPS: list[Callable[[Made, Chance], str]] = [
    _without("kommun", "nämnd", "år", "status", "grunduppdrag", "nulägesanalys"),
    _goal_without("id", "formulering", "fokusområde", "horisont", "målgrupp", "rådighet"),
    _goal_without("indikatorer", "professionell_bedömning"),
    _goal_with("fokusområde", "Hållbar halsa", "Trygghet", "", ["Hållbar vardag", "Hållbar natur"]),
    _goal_with("horisont", "2026-2040", "2028-2026", "tills vidare", 2019, "nästa år"),
    _goal_with("målgrupp", "alla", "medarbetare", "marsianer", ""),
    _goal_with("rådighet", "delad", "ingen", "vet ej"),
    _goal_with("formulering", "Vi ska verka för ett bra arbete m.m.", "TODO", "Utbilda personalen och köpa in bilar.", 5, ""),
    _indicator_with("målvärde", None, "fler", {"värde": 10}, {"värde": 50, "år": 2035}, "85 %", 120),
    _indicator_with("utgångsvärde", None, {"värde": "vet ej", "år": 2025}, {"värde": 99, "år": 2025}),
    _indicator_with("enhet", "", "%", "andel", "kronor"),
    _indicator_with("källa", "", None, "Kolada N00001"),
    _misspelt,
    _twice,
    _too_many,
]  # fmt: skip
