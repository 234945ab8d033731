"""What a rule says that it is about holds: without that it finds nothing, so it needn't be asked, or loaded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checked import DATE, SOUND, model_of
from generated_documents import documents
from malkoll.asking import fields_of
from malkoll.document.vocabulary import DOCUMENT, GOAL, INDICATOR
from malkoll.engine import Input
from malkoll.language import Language
from malkoll.manual import manual
from malkoll.opened import open_file
from malkoll.remembered import COMPARED, WHOLE, DocumentSummary, Run
from malkoll.rule import Case, Rule, Scope
from malkoll.rules import RULES
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in
from malkoll.summary import summarise
from malkoll.syntax.compose import Limits
from manual_examples import Runnable, runnables
from mistakes import MISTAKES
from mistakes_in_goals import MISTAKES_IN_GOALS
from runs import OWN, RUNS

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("[se][vn]/*.yaml"))
OF_DOCUMENTS = [rule for rule in RULES if rule.about and rule.scope in {Scope.GOAL, Scope.DOCUMENT}]
OF_RUNS = [rule for rule in RULES if rule.about and rule.scope is Scope.RUN]
WORDS = DOCUMENT | GOAL | INDICATOR


@pytest.mark.parametrize("rule", OF_DOCUMENTS, ids=lambda rule: rule.code)
def test_a_rule_finds_nothing_where_nothing_stands_of_what_it_is_about(rule: Rule) -> None:
    asked = 0
    for case in (*known_cases(), *_without(rule)):
        for there, subject in _subjects(rule, case):
            if not rule.speaks_of(there):
                asked += 1
                assert not [*rule.check(*subject)], (rule.about, subject)
    assert asked > 15, "what isn't asked can't be wrong"


@pytest.mark.parametrize("rule", OF_DOCUMENTS, ids=lambda rule: rule.code)
def test_a_rule_finds_something_in_its_examples(rule: Rule) -> None:
    """Where it is about nothing that anybody writes it would be silent for good."""
    assert any(
        [*rule.check(*subject)]
        for file in _wrong(rule)
        for there, subject in _subjects(rule, _case(file.text, file.model))
        if rule.speaks_of(there)
    )


@pytest.mark.parametrize("rule", OF_RUNS, ids=lambda rule: rule.code)
def test_a_rule_across_documents_finds_nothing_in_a_run_without_what_it_is_about(rule: Rule) -> None:
    asked = 0
    for summaries in _summaries():
        for run in _runs(summaries):
            if not rule.speaks_of(run.offers):
                asked += 1
                assert not [*rule.check(run)], (rule.about, run)
    assert asked > 15, "what isn't asked can't be wrong"


def test_a_run_offers_what_can_be_compared_and_what_is_whole() -> None:
    case = _case(SOUND, built_in(DEFAULT))
    assert case is not None
    one, two = _summary("0.yaml", case), _summary("1.yaml", case)
    assert Run((one,), DATE).offers == set()
    assert Run((one,), DATE, earlier=(two,)).offers == {COMPARED}
    assert Run((one, two), DATE, is_batch=True).offers == {COMPARED}
    assert Run((one,), DATE, whole=True).offers == {WHOLE}
    assert Run((one,), DATE, together=frozenset({"0.yaml"})).offers == {WHOLE}
    assert Run((one,), DATE, number=2).offers == {WHOLE}
    assert Run((one, two), DATE).offers == {COMPARED, WHOLE}


def test_what_a_rule_is_about_has_a_name_that_documents_or_runs_have() -> None:
    assert OF_DOCUMENTS
    assert OF_RUNS
    assert all(name in WORDS for rule in OF_DOCUMENTS for name in rule.about)
    assert all(name in {COMPARED, WHOLE} for rule in OF_RUNS for name in rule.about)
    assert not [rule for rule in RULES if rule.about and rule not in (*OF_DOCUMENTS, *OF_RUNS)]


def test_a_rule_is_not_loaded_for_a_document_that_it_can_find_nothing_in() -> None:
    code = (
        "import sys; from malkoll.library import check_text; check_text(sys.stdin.read());"
        "print(*(name for name in sys.modules if name.startswith('malkoll.rules.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=SOUND, capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.split())
    assert "malkoll.rules.measurement.indicator_without_unit" in loaded
    unneeded = {"MK209", "MK210", "MK211", "MK313", "MK315", "MK604", "MK605", "MK606", "MK607", "MK608"}
    assert not [rule.code for rule in RULES if rule.code in unneeded and rule.module in loaded]


@cache
def known_cases() -> tuple[Case, ...]:
    """Give the documents of the manuals, the mistakes, the examples, and those put together by chance."""
    files = [file for rule in RULES if rule.scope is not Scope.MODEL for file in _wrong(rule)]
    cases = [_case(file.text, file.model) for file in files]
    texts = [*MISTAKES.values(), *MISTAKES_IN_GOALS.values(), *(text for _, text in documents())]
    texts += [file.read_text(encoding="utf-8") for file in EXAMPLES]
    cases += [_case(text, model) for text in texts for model in (built_in(DEFAULT), model_of(OWN))]
    return tuple(case for case in cases if case is not None)


def _wrong(rule: Rule) -> Iterator[Runnable]:
    for language in Language:
        yield from runnables(manual(rule, language).wrong_examples, language)


def _without(rule: Rule) -> Iterator[Case | None]:
    """Give the rule's own examples without what it is about."""
    keys = {key for name in rule.about for key in (WORDS[name].sv, WORDS[name].en)}
    for file in _wrong(rule):
        data = _dropped(yaml.load(file.text, yaml.BaseLoader), keys)  # noqa: S506 - nothing but texts
        yield _case(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), file.model)


def _dropped(data: Any, keys: set[str]) -> Any:
    if isinstance(data, dict):
        return {key: _dropped(value, keys) for key, value in data.items() if key not in keys}
    return [_dropped(item, keys) for item in data] if isinstance(data, list) else data


def _case(text: str, model: LoadedModel) -> Case | None:
    opened = open_file(Input("mål.yaml", text.encode(), model, select()), Limits())
    if opened is None or opened.document is None:
        return None
    return Case(opened.document, model, DATE, opened.language)


def _subjects(rule: Rule, case: Case | None) -> Iterator[tuple[frozenset[str], tuple[object, ...]]]:
    """Give what a rule is called with, each with what stands there."""
    if case is None:
        return
    fields = [fields_of(goal) for goal in case.goals]
    if rule.scope is Scope.DOCUMENT:
        yield frozenset(case.document.place.keys).union(*fields), (case,)
        return
    yield from ((there, (goal, case)) for there, goal in zip(fields, case.goals, strict=True))


@cache
def _summaries() -> tuple[tuple[DocumentSummary, ...], ...]:
    """Give what is remembered of documents that are checked together, and of each by itself."""
    together = []
    for run in RUNS.values():
        model = built_in(DEFAULT) if run.model is None else model_of(run.model)
        cases = [_case(text, model) for text in run.documents]
        together.append(
            tuple(_summary(f"{number}.yaml", case) for number, case in enumerate(cases) if case is not None)
        )
    alone = [(_summary("0.yaml", case),) for case in known_cases()]
    return (*together, *((one,) for some in together for one in some), *alone)


def _summary(name: str, case: Case) -> DocumentSummary:
    return summarise(case.document, name, case.model, is_whole=True)


def _runs(summaries: tuple[DocumentSummary, ...]) -> Iterator[Run]:
    for is_batch in (False, True):
        yield Run(summaries, DATE, is_batch=is_batch)
        yield Run(summaries, DATE, whole=True, is_batch=is_batch)
        yield Run(summaries[:1], DATE, is_batch=is_batch, earlier=summaries[1:])
        yield Run(summaries, DATE, is_batch=is_batch, number=3)
