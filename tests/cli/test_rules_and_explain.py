"""`malkoll rules` and `malkoll explain`: the catalogue, and each rule's manual."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.language import Language
from malkoll.manual import manual
from malkoll.rule import Rule
from malkoll.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("language", list(Language))
def test_every_rule_is_explained_by_its_code_and_by_its_name(
    call: Call, rule: Rule, language: Language
) -> None:
    by_code = call("explain", rule.code, "--lang", language.value)
    by_name = call("explain", rule.name, "--lang", language.value)
    assert by_code == by_name
    assert by_code.status == 0
    for heading in (
        ("Vad", "Varför", "Fel", "Rätt") if language is Language.SV else ("What", "Why", "Wrong", "Right")
    ):
        assert f"\n{heading}\n" in by_code.out


def test_the_examples_of_a_manual_stand_as_they_are(call: Call) -> None:
    rule = next(rule for rule in RULES if rule.code == "MK202")
    said = call("explain", "mk202")
    example = manual(rule, Language.SV).wrong_examples[0]
    for line in example.text.splitlines():
        assert f"    {line}".rstrip() in said.out.splitlines()


def test_an_explanation_quotes_the_clause_of_the_steering_model_in_force(call: Call) -> None:
    assert "Styrmodellen: Ta fram 3-5 utvecklande mål" in call("explain", "goal-count").out


def test_an_explanation_does_not_wait_for_a_configuration_that_can_be_used(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "malkoll.toml").write_text('model = "missing.yaml"\n', encoding="utf-8")
    assert "Styrmodellen: Ta fram 3-5 utvecklande mål" in call("explain", "goal-count").out


def test_the_catalogue_has_every_rule_with_its_title(call: Call) -> None:
    for language in Language:
        said = call("rules", "--lang", language.value)
        for rule in RULES:
            assert rule.code in said.out
            assert rule.name in said.out
            assert rule.title.render(language).split()[0] in said.out


def test_a_rule_that_is_off_by_itself_is_shown_so(call: Call) -> None:
    line = next(line for line in call("rules").out.splitlines() if "bureaucratic-word" in line)
    assert " av " in line
    assert "--extend-select MK411" in call("explain", "MK411").out


def test_the_catalogue_for_programs_is_the_same_but_for_the_titles(call: Call) -> None:
    swedish = json.loads(call("rules", "--format", "json", "--lang", "sv").out)
    english = json.loads(call("rules", "--format", "json", "--lang", "en").out)
    assert [rule["code"] for rule in swedish["rules"]] == [rule.code for rule in RULES]
    for one, other in zip(swedish["rules"], english["rules"], strict=True):
        assert {**one, "title": ""} == {**other, "title": ""}


def test_a_part_of_the_catalogue_can_be_chosen(call: Call) -> None:
    rules = json.loads(call("rules", "--format", "json", "--select", "MK20,missing-mission").out)["rules"]
    assert {rule["code"] for rule in rules} == {
        rule.code for rule in RULES if rule.code.startswith("MK20")
    } | {"MK214"}


def test_several_rules_are_not_explained_at_once_but_pointed_to(call: Call) -> None:
    said = call("explain", "MK2")
    assert said.status == 2
    assert "malkoll rules --select MK2" in said.err


@pytest.mark.parametrize("columns", ["40", "60", "100", "200"])
def test_explanations_keep_to_the_width_of_the_screen(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = call("explain", "MK202").out.partition("\nFel\n")[0]
    assert max(len(line) for line in text.splitlines()) <= int(columns)


def test_a_terminal_without_the_letters_still_gets_the_catalogue(call: Call) -> None:
    assert call("rules", encoding="ascii").status == 0
    assert call("explain", "MK201", encoding="cp1252").status == 0
    assert "MK201" in json.dumps(json.loads(call("rules", "--format", "json", encoding="utf-8").out))
