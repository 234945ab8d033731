"""Asks rules, one by one, and settles what they find: how severe it is, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from malkoll.diagnostic import Diagnostic, Finding
from malkoll.locate import Locator
from malkoll.opened import Input
from malkoll.rule import ReadFile, Rule, Scope
from malkoll.selection import Selection


def about_file(selection: Selection, read: ReadFile) -> Iterator[tuple[Rule, Finding]]:
    """Ask the rules about a file: its text, and what the reader saw in it."""
    for rule in selection.of(Scope.TEXT):
        yield from safely(rule, read)
    yield from seen(selection, read)


def seen(selection: Selection, read: ReadFile) -> Iterator[tuple[Rule, Finding]]:
    """Ask the rules that put into words what the reader saw."""
    named = {trouble.rule for trouble in read.troubles}
    for rule in selection.of(Scope.FILE) if named else ():
        if rule.name in named:
            yield from safely(rule, read)


def safely(rule: Rule, *subject: Any) -> Iterator[tuple[Rule, Finding]]:
    """Ask a rule; one that breaks is reported as such, and the others go on."""
    try:
        for finding in rule.check(*subject):
            yield rule, finding
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not pass for a sound document
        # loaded here: it should never be needed
        from malkoll.rules.checking.internal_error import rule_failed  # noqa: PLC0415

        yield rule_failed(rule, error)


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
