"""One mistake, one finding: the text rules do not say the same thing of the same words."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from malkoll.diagnostic import Diagnostic
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in
from malkoll.swedish.analysis import analyse
from malkoll.swedish.compound import compound_goals

DATA = Path(__file__).parents[1] / "data"
STATEMENTS = [
    json.loads(line)["text"]
    for path in sorted(DATA.glob("goals_*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def found(statement: str, select_: tuple[str, ...] = ("MK4", "MK5"), more: str = "") -> list[Diagnostic]:
    text = (
        "nämnd: Nämnden\når: 2026\nmål:\n"
        f"  - id: m1\n    formulering: {json.dumps(statement, ensure_ascii=False)}\n"
        f"    fokusområde: Hållbar vardag\n    horisont: 2026\n    målgrupp: invånare\n{more}"
    )
    engine = Engine(datetime.date(2026, 11, 23))
    engine.check(Input("mål.yaml", text.encode(), built_in(DEFAULT), select(list(select_))))
    return engine.finish().diagnostics


def codes(statement: str) -> set[str]:
    return {one.code for one in found(statement)}


@pytest.mark.parametrize(
    ("statement", "only"),
    [
        ("Eleverna påverkar skolan i större utsträckning.", {"MK402"}),
        ("Kommunen ska verka för bättre järnvägsförbindelser.", {"MK401", "MK402"}),
        ("Ett coachande ledarskap", {"MK402", "MK502"}),
        ("Nämnden fortsätter att arbeta för en ökad digital kompetens.", {"MK401"}),
    ],
)
def test_what_a_warning_covers_is_not_said_again_as_a_hint(statement: str, only: set[str]) -> None:
    assert codes(statement) == only


def test_a_hint_never_stands_on_the_words_of_a_warning() -> None:
    for statement in STATEMENTS:
        diagnostics = found(statement)
        hints = [one for one in diagnostics if one.code in {"MK403", "MK411"}]
        others = [one for one in diagnostics if one.code in {"MK401", "MK402", "MK404", "MK501"}]
        for hint in hints:
            for other in others:
                for place in (other.location, *other.also):
                    apart = hint.location.end <= place.start or place.end <= hint.location.start
                    assert apart, (statement, hint.code, other.code)


def test_a_goal_rarely_gets_more_than_three() -> None:
    many = [statement for statement in STATEMENTS if len(found(statement)) > 3]
    assert len(many) <= len(STATEMENTS) // 50, many


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        (
            "Äldre ska veta vart de kan vända sig och känna förtroende för personalen.",
            ["veta vart de kan vända sig", "känna förtroende för personalen"],
        ),
        ("Skolorna har behöriga lärare och en god arbetsmiljö.", ["behöriga lärare", "god arbetsmiljö"]),
        (
            "Sjukfrånvaron ska minska och frisknärvaron öka.",
            ["Sjukfrånvaron ska minska", "frisknärvaron öka"],
        ),
        ("Maten är god, varm och vällagad.", ["god", "varm", "vällagad"]),
        ("De boende är nöjda med maten och med utevistelsen.", ["med maten", "med utevistelsen"]),
        (
            "Vi vill ha en levande landsbygd där det är enkelt att bo.",
            ["en levande landsbygd", "det är enkelt att bo"],
        ),
        (
            "Andelen elever som känner sig trygga och som upplever studiero ökar.",
            ["känner sig trygga", "upplever studiero"],
        ),
    ],
)
def test_the_parts_that_could_be_reached_separately_are_quoted(statement: str, parts: list[str]) -> None:
    [place] = compound_goals(analyse(statement))
    assert list(place.parts) == parts
    [finding] = found(statement, ("MK406",))
    sentence = finding.message.render(Language.SV)
    assert all(f"”{part}”" in sentence for part in parts)


def test_a_long_part_is_quoted_by_its_beginning() -> None:
    statement = "Eleverna trivs i skolan och når målen i svenska " + "eller i bild " * 20 + "varje år."
    [place] = compound_goals(analyse(statement))
    assert max(len(part) for part in place.parts) < 70


def test_whom_a_goal_is_for_is_asked_in_words_that_hold_for_a_partner_too() -> None:
    text = "nämnd: A\når: 2026\nmål:\n  - {id: a, formulering: Dialogen med företagen fördjupas., horisont: 2026}\n"
    engine = Engine(datetime.date(2026, 11, 23))
    engine.check(Input("mål.yaml", text.encode(), built_in(DEFAULT), select(["MK503"])))
    [only] = engine.finish().diagnostics
    assert "nämner" not in only.message.render(Language.SV)


def test_a_draft_in_english_gives_nothing_and_a_decided_document_one_note() -> None:
    goals = "".join(
        f"  - {{id: m{number}, formulering: 'The share of pupils who {verb} rises.', horisont: 2026}}\n"
        for number, verb in enumerate(["read", "swim", "sing"])
    )
    for status, number in (("utkast", 0), ("beslutad", 1)):
        text = f"nämnd: A\når: 2026\nstatus: {status}\nmål:\n{goals}"
        engine = Engine(datetime.date(2026, 11, 23))
        engine.check(Input("mål.yaml", text.encode(), built_in(DEFAULT), select(["MK4"])))
        assert [one.code for one in engine.finish().diagnostics] == ["MK413"] * number


def test_a_heading_in_an_english_document_is_not_read_and_nobody_is_missed_in_it() -> None:
    goals = "".join(
        f"  - {{id: m{number}, formulering: '{text}', horisont: 2026}}\n"
        for number, text in enumerate(["Safer streets", "Nitrogen in the lake falls to 45 tonnes."])
    )
    engine = Engine(datetime.date(2026, 11, 23))
    text = f"nämnd: A\når: 2026\nmål:\n{goals}"
    engine.check(Input("mål.yaml", text.encode(), built_in(DEFAULT), select(["MK4", "MK503"])))
    assert not engine.finish().diagnostics
