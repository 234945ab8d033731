"""`malkoll rules --words`: what stands in the word lists, and what a steering model does to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.cli.commands.reading import WORD_LISTS
from malkoll.language import Language
from malkoll.rules.word_lists import LISTS, list_named

MODEL = """id: eget
namn: Egen modell
giltig: {från: 2024}
nivåer: {nämnd: {mål: {minst: 3, högst: 5}}}
fokusområden: [{id: livet, namn: Ett gott liv}]
ordlistor:
  vaga ord:
    lägg_till: [fräsig]
    ta_bort: [god, finns inte alls]
"""


def test_the_lists_can_be_called_by_id_and_in_swedish() -> None:
    assert [list_named(word) for word in WORD_LISTS] == [*LISTS, *LISTS]


def test_every_list_is_named_with_its_rule(call: Call) -> None:
    for language in Language:
        said = call("rules", "--words", "--lang", language.value)
        assert said.status == 0
        for one in LISTS:
            assert f"{one.rule} {one.title.render(language)} ({one.id})" in said.out


@pytest.mark.parametrize("word", WORD_LISTS)
def test_a_list_is_shown_whole(call: Call, word: str) -> None:
    said = call("rules", "--words", word)
    assert said.status == 0
    named = list_named(word)
    assert named is not None
    assert said.out.startswith(named.title.sv.capitalize())
    assert "Källa: " in said.out


def test_a_list_says_why_and_what_to_ask(call: Call) -> None:
    said = " ".join(call("rules", "--words", "vaga-ord").out.split())
    assert "Varför: ett sådant ord säger att något är bra men inte vad som är bra." in said
    assert "Fråga: Hur märker en invånare att det är så?" in said


def test_phrases_have_their_gaps_as_people_write_them(call: Call) -> None:
    said = call("rules", "--words", "svaga-verb").out
    assert "ge … möjlighet" in " ".join(said.split())
    assert "~" not in said


def test_the_steering_model_in_force_adds_and_removes(call: Call, tmp_path: Path) -> None:
    (tmp_path / "malkoll.toml").write_text('model = "egen.yaml"\n', encoding="utf-8")
    (tmp_path / "egen.yaml").write_text(MODEL, encoding="utf-8")
    assert "styrmodellen lägger till 1 och tar bort 2" in " ".join(call("rules", "--words").out.split())
    said = call("rules", "--words", "vague-words").out
    assert said.count("fräsig") == 1
    assert "Styrmodellen tar bort\n    finns inte alls, god\n" in said
    assert "”finns inte alls” står inte i listan, så att ta bort det ändrar ingenting." in said


def test_the_lists_for_programs_have_the_same_keys_in_every_language(call: Call) -> None:
    swedish, english = (
        json.loads(call("rules", "--words", "--format", "json", "--lang", language).out)["word_lists"]
        for language in ("sv", "en")
    )
    assert [one["id"] for one in swedish] == [one.id for one in LISTS]
    for one, other in zip(swedish, english, strict=True):
        assert [group["words"] for group in one["groups"]] == [group["words"] for group in other["groups"]]
        assert one["groups"][0]["why"] != other["groups"][0]["why"]


def test_an_unknown_list_is_refused_with_the_one_that_was_meant(call: Call) -> None:
    said = call("rules", "--words=vagaord")
    assert said.status == 2
    assert "vaga-ord" in said.err
