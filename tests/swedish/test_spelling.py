"""Spelling: silent without the extra `malkoll[stavning]`, and with it right about real words."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked import changed, check, fixed
from malkoll.diagnostic import Applicability
from malkoll.language import Language
from malkoll.swedish import spelling
from malkoll.swedish.analysis import analyse

DATA = Path(__file__).parents[1] / "data"
with_the_extra = pytest.mark.skipif(not spelling.installed(), reason="the extra `stavning` is not installed")


def flagged(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    return [place.words for place in spelling.misspellings(analyse(text, names))]


def test_nothing_is_said_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "installed", lambda: False)
    assert flagged("Elevrna läser på biblioteeket.") == []


@with_the_extra
def test_a_misspelt_word_is_found_and_the_right_one_offered() -> None:
    assert flagged("Elevrna läser varje dag på biblioteeket.") == ["Elevrna", "biblioteeket"]
    assert spelling.suggestion("Elevrna") == "Eleverna"


@with_the_extra
def test_names_abbreviations_compounds_and_quotations_are_left_alone() -> None:
    assert flagged("Elever i Ånge med NPF får en SYV-tid hos ”Kulturverkstan”.") == []
    assert flagged("Hemtjänsttagare möter högst tolv medarbetare.") == []
    assert flagged("Goda Hemmets xyqvast är öppet.", frozenset({"Goda Hemmets xyqvast"})) == []


@with_the_extra
def test_hardly_a_word_of_sound_goals_is_flagged() -> None:
    lines = (DATA / "goals_sound.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in flagged(line)]
    assert len(words) <= 2, words


@pytest.mark.parametrize(
    ("meant", "said", "advice", "fix"),
    [
        (
            "kommer",
            "”kommmer” finns inte i ordlistan.",
            "Menade du ”kommer”?",
            "byt ”kommmer” mot ”kommer”",
        ),
        (
            "",
            "”kommmer” finns inte i ordlistan.",
            "Är det rätt stavat? Ett namn kan stå i styrmodellens ordlista ”fasta uttryck”.",
            None,
        ),
    ],
)
def test_a_word_that_the_dictionary_has_not_is_told_of_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch, meant: str, said: str, advice: str, fix: str | None
) -> None:
    monkeypatch.setattr(spelling, "installed", lambda: True)
    monkeypatch.setattr(spelling, "_is_right", lambda word: word != "kommmer")
    monkeypatch.setattr("malkoll.rules.clarity.misspelling.suggestion", lambda _: meant)
    text = changed(("vem som kommer ökar", "vem som kommmer ökar"))
    (found,) = [one for one in check(text).diagnostics if one.code == "MK412"]
    assert found.help
    assert found.message.render(Language.SV) == said
    assert found.help.render(Language.SV) == advice
    place = found.location
    assert text.splitlines()[place.start.line - 1][place.start.column - 1 : place.end.column - 1] == "kommmer"
    assert (found.fix.message.render(Language.SV) if found.fix else None) == fix
    if found.fix:
        assert found.fix.applicability is Applicability.UNSAFE
        assert fixed(text, [found]) == changed()
