"""The manuals of the rules about steering models hold, as those about documents do."""

from __future__ import annotations

import datetime
import re

import pytest

from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.language import Language
from malkoll.manual import Example, manual
from malkoll.model_check import check_model
from malkoll.rule import Rule, Scope
from malkoll.rules import RULES
from malkoll.selection import select
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping

SOUND = {
    Language.SV: {
        "id": "id: exempel",
        "namn": "namn: Exempelkommunens styrmodell",
        "giltig": "giltig: {från: 2024}",
        "nivåer": "nivåer: {nämnd: {mål: {minst: 3, högst: 5}}}",
        "fokusområden": "fokusområden: [{id: livet, namn: Ett gott liv}, {id: platsen, namn: En levande plats}]",
        "rus": "rus: rus-vasternorrland",
    },
    Language.EN: {
        "id": "id: example",
        "name": "name: The steering model of Exempelkommun",
        "valid": "valid: {from: 2024}",
        "levels": "levels: {board: {goals: {min: 3, max: 5}}}",
        "focus_areas": "focus_areas: [{id: life, name: A good life}, {id: place, name: A living place}]",
        "rus": "rus: rus-vasternorrland",
    },
}
_MARK = re.compile(r"[ \t]*# MK\d{3}$", re.MULTILINE)
MODEL_RULES = [(rule, language) for rule in RULES if rule.scope is Scope.MODEL for language in Language]
FIXABLE = [pair for pair in MODEL_RULES if pair[0].fix is Applicability.SAFE]


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)


def _whole(example: Example, language: Language) -> tuple[str, list[int]]:
    """Complete a fragment to a sound model; tell the lines that it marks."""
    assert "steering" in example.options
    root = parse(SourceFile("fragment", example.text.encode())).root
    assert isinstance(root, Mapping)
    head = "".join(f"{line}\n" for key, line in SOUND[language].items() if root.get(key) is None)
    text = head + example.text
    marked = [text.count("\n", 0, match.start()) + 1 for match in _MARK.finditer(text)]
    return _MARK.sub("", text), marked


def _check(text: str) -> list[Diagnostic]:
    rules = select(extended=["ALL"])
    return check_model("modell.yaml", text.encode(), datetime.date(2026, 11, 23), rules).report.diagnostics


@pytest.mark.parametrize(("rule", "language"), MODEL_RULES, ids=_name)
def test_the_wrong_model_raises_this_rule_on_the_marked_lines_and_nothing_else(
    rule: Rule, language: Language
) -> None:
    for example in manual(rule, language).wrong_examples:
        text, marked = _whole(example, language)
        assert marked
        assert [(one.code, one.location.start.line) for one in _check(text)] == [
            (rule.code, line) for line in marked
        ]


@pytest.mark.parametrize(("rule", "language"), MODEL_RULES, ids=_name)
def test_the_right_model_is_clean(rule: Rule, language: Language) -> None:
    for example in manual(rule, language).right_examples:
        assert _check(_whole(example, language)[0]) == []


@pytest.mark.parametrize(("rule", "language"), FIXABLE, ids=_name)
def test_fixing_the_wrong_model_gives_the_right_one(rule: Rule, language: Language) -> None:
    own = manual(rule, language)
    for bad, good in zip(own.wrong_examples, own.right_examples, strict=True):
        text, _ = _whole(bad, language)
        edits = [edit for one in _check(text) if one.fix for edit in one.fix.edits]
        assert edits
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert text == _whole(good, language)[0]
