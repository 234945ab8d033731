"""Every rule's manual holds: its examples are found as marked, mended as shown, and clean when right."""

from __future__ import annotations

import pytest

from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.language import Language
from malkoll.manual import Example, manual
from malkoll.rule import Rule, Scope, rule_of
from malkoll.rules import RULES, catalogue
from malkoll.swedish import spelling
from manual_examples import Runnable, diagnostics, fixed, runnables

NEVER_BY_A_DOCUMENT = {"MK999", "MK001"} | (set() if spelling.installed() else {"MK412"})
"""Rules that no document's text can set off: a rule that breaks, a file that isn't there, an extra that isn't."""

BOTH = [pytest.param(rule, language, id=f"{rule.code}-{language}") for rule in RULES for language in Language]
ON_DOCUMENTS = [
    rule for rule in RULES if rule.code not in NEVER_BY_A_DOCUMENT and rule.scope is not Scope.MODEL
]
DOCUMENT_RULES = [
    pytest.param(rule, language, id=f"{rule.code}-{language}")
    for rule in ON_DOCUMENTS
    for language in Language
]
MENDING_RULES = [
    pytest.param(rule, language, id=f"{rule.code}-{language}")
    for rule in ON_DOCUMENTS
    for language in Language
    if rule.fix is Applicability.SAFE
]


@pytest.mark.parametrize(("rule", "language"), BOTH)
def test_a_manual_has_the_headings_and_the_title_of_its_rule(rule: Rule, language: Language) -> None:
    found = manual(rule, language)
    assert found.title == rule.title.render(language)
    assert found.what
    assert found.why


@pytest.mark.parametrize(("rule", "language"), DOCUMENT_RULES)
def test_the_wrong_example_raises_this_rule_on_the_marked_lines_and_nothing_else(
    rule: Rule, language: Language
) -> None:
    examples = manual(rule, language).wrong_examples
    assert examples, "a manual shows what is wrong"
    for group in runs(examples, language):
        found = diagnostics(group)
        expected = sorted((file.name, line) for file in group for line in file.lines)
        raised = sorted(
            (one.location.file, one.location.start.line) for one in found if one.code == rule.code
        )
        assert raised == expected, _told(found, group)
        others = [one for one in found if one.code != rule.code]
        assert not others, _told(others, group)


@pytest.mark.parametrize(("rule", "language"), DOCUMENT_RULES)
def test_the_right_example_is_clean(rule: Rule, language: Language) -> None:
    for group in runs(manual(rule, language).right_examples, language):
        found = diagnostics(group)
        assert not found, _told(found, group)


@pytest.mark.parametrize(("rule", "language"), MENDING_RULES)
def test_fixing_the_wrong_example_gives_the_right_one(rule: Rule, language: Language) -> None:
    own = manual(rule, language)
    wrong, right = runs(own.wrong_examples, language), runs(own.right_examples, language)
    offered = 0
    for bad, good in zip(wrong, right, strict=False):
        found = [one for one in diagnostics(bad) if one.code == rule.code]
        with_fix = [one for one in found if one.fix is not None]
        offered += len(with_fix)
        if len(with_fix) == len(found):
            assert [fixed(file, found).text for file in bad] == [file.text for file in good]
    assert offered, "a rule that offers a fix shows one"


def runs(examples: list[Example], language: Language) -> list[list[Runnable]]:
    """Group the examples of a section: those with a file name are one run, others one each."""
    files = runnables(examples, language)
    together = [file for file in files if not file.name.startswith("exempel-")]
    return [[file] for file in files if file.name.startswith("exempel-")] + ([together] if together else [])


def _told(found: list[Diagnostic], group: list[Runnable]) -> str:
    sentences = [
        f"{one.location.file}:{one.location.start.line} {one.code} {one.message.render(Language.SV)}"
        for one in found
    ]
    return "\n".join([*sentences, *(f"--- {file.name}\n{file.text}" for file in group)])


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(
        rule.code.startswith("MK") and rule.code[2:].isdecimal() and len(rule.code) == 5 for rule in RULES
    )
    assert all(rule.name == rule.name.lower().replace("_", "-") for rule in RULES)


def test_the_catalogue_is_that_of_the_rules_in_the_folders() -> None:
    kept = catalogue.FOLDER.joinpath("catalogue.json").read_text(encoding="utf-8")
    assert kept == catalogue.written(), "run: python -m malkoll.rules.catalogue"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_from_the_catalogue_is_the_one_in_its_room(rule: Rule) -> None:
    assert repr(rule_of(rule.check)) == repr(rule)
