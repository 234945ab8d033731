"""Asks rules, one by one, and settles what they find: how severe it is, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from malkoll.diagnostic import Diagnostic, Finding
from malkoll.document.goal_document import Goal
from malkoll.locate import Locator
from malkoll.opened import Input
from malkoll.rule import Case, ReadFile, Rule, Scope
from malkoll.selection import Selection

Found = list[tuple[Rule, Finding]]
_Checks = dict[str, Callable[..., Iterator[Finding]]]
"""What rules are called by, under their codes: looked up once where they are asked again and again."""


def about_file(selection: Selection, read: ReadFile) -> Found:
    """Ask the rules about a file: its text, and what the reader saw in it."""
    return ask(selection.of(Scope.TEXT), read) + seen(selection, read)


def about_document(selection: Selection, case: Case) -> Found:
    """Ask the rules about a document and its goals, each where something stands of what it is about."""
    fields = [fields_of(goal) for goal in case.goals]
    all_fields = frozenset(case.document.place.keys).union(*fields)
    found = ask([rule for rule in selection.of(Scope.DOCUMENT) if rule.speaks_of(all_fields)], case)
    chosen = {
        there: [rule for rule in selection.of(Scope.GOAL) if rule.speaks_of(there)] for there in set(fields)
    }
    # goal by goal, so that what was read of a sentence is at hand for the next rule
    checks = _Checks()
    for goal, there in zip(case.goals, fields, strict=True):
        found += _ask(chosen[there], checks, goal, case)
    return found


def fields_of(goal: Goal) -> frozenset[str]:
    """Give the fields that stand in a goal and in its indicators, readable or not."""
    return frozenset(goal.place.keys).union(*(one.place.keys for one in goal.indicators))


def seen(selection: Selection, read: ReadFile) -> Found:
    """Ask the rules that put into words what the reader saw."""
    named = {trouble.rule for trouble in read.troubles}
    return ask([rule for rule in selection.of(Scope.FILE) if rule.name in named], read) if named else []


def safely(rule: Rule, *subject: Any) -> Found:
    """Ask a rule; one that breaks is reported as such."""
    return ask((rule,), *subject)


def ask(rules: Sequence[Rule], *subject: Any) -> Found:
    """Ask rules; one that breaks is reported as such, and those after it are asked all the same."""
    return _ask(rules, {}, *subject)


def _ask(rules: Sequence[Rule], checks: _Checks, *subject: Any) -> Found:
    found: Found = []
    asked = 0
    # most rules find nothing, and watching over each by itself would cost more than asking it
    while asked < len(rules):
        try:
            for rule in rules[asked:]:
                asked += 1
                check = checks.get(rule.code)
                if check is None:
                    check = checks[rule.code] = rule.check
                for finding in check(*subject):
                    # one by one: what was found before a rule breaks is kept
                    found.append((rule, finding))
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not pass for a sound document
            # loaded here: it should never be needed
            from malkoll.rules.checking.internal_error import rule_failed  # noqa: PLC0415

            found.append(rule_failed(rules[asked - 1], error))
    return found


def settle(found: Iterable[tuple[Rule, Finding]], file: Input, locator: Locator) -> list[Diagnostic]:
    """Give each finding its severity and place; drop what the model or the configuration turns off."""
    settled = []
    for rule, finding in found:
        severity = file.selection.severity(rule, finding, file.model)
        if severity is not None:
            reference = file.model.reference(rule.code, rule.name)
            settled.append(locator.diagnostic(finding, rule, severity, reference))
    return settled


def in_order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    return (diagnostic.location.start, diagnostic.code, diagnostic.location.end, diagnostic.fingerprint)
