"""The manuals of the rules about steering models hold, as those about documents do."""

from __future__ import annotations

import pytest

from malkoll.diagnostic import Applicability
from malkoll.language import Language
from malkoll.manual import manual
from malkoll.rule import Rule, Scope
from malkoll.rules import RULES
from model_examples import check_whole, whole_model

MODEL_RULES = [(rule, language) for rule in RULES if rule.scope is Scope.MODEL for language in Language]
FIXABLE = [pair for pair in MODEL_RULES if pair[0].fix is Applicability.SAFE]


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)


@pytest.mark.parametrize(("rule", "language"), MODEL_RULES, ids=_name)
def test_the_wrong_model_raises_this_rule_on_the_marked_lines_and_nothing_else(
    rule: Rule, language: Language
) -> None:
    for example in manual(rule, language).wrong_examples:
        text, marked = whole_model(example, language)
        assert marked
        assert [(one.code, one.location.start.line) for one in check_whole(text)] == [
            (rule.code, line) for line in marked
        ]


@pytest.mark.parametrize(("rule", "language"), MODEL_RULES, ids=_name)
def test_the_right_model_is_clean(rule: Rule, language: Language) -> None:
    for example in manual(rule, language).right_examples:
        assert check_whole(whole_model(example, language)[0]) == []


@pytest.mark.parametrize(("rule", "language"), FIXABLE, ids=_name)
def test_fixing_the_wrong_model_gives_the_right_one(rule: Rule, language: Language) -> None:
    own = manual(rule, language)
    for bad, good in zip(own.wrong_examples, own.right_examples, strict=True):
        text, _ = whole_model(bad, language)
        edits = [edit for one in check_whole(text) if one.fix for edit in one.fix.edits]
        assert edits
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert text == whole_model(good, language)[0]
