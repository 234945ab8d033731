"""Findings by what they mean: the principle of the steering model that they go against.

The steering model says which principle a rule checks; for other rules the heading is that of
the rule's own area.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from malkoll.diagnostic import Diagnostic, Severity
from malkoll.file_report import FileReport
from malkoll.language import Text
from malkoll.record import Record
from malkoll.rules import BY_NAME

_LAST = 1_000_000


class Found(Record):
    """A finding, and the file that it is in."""

    file: FileReport
    diagnostic: Diagnostic


class RuleFindings(Record):
    """What one rule found, the most severe first."""

    code: str
    name: str
    title: Text
    found: tuple[Found, ...]

    @property
    def worst(self) -> Severity:
        return self.found[0].diagnostic.severity


class Principle(Record):
    """What goals are to fulfil, and what was found against it.

    Attributes:
        name: the principle as a sentence.
        is_the_models: whether the steering model names it; else it is the rules' area.
        rules: the rules that found something, the most severe first.

    """

    name: Text
    is_the_models: bool
    rules: tuple[RuleFindings, ...]

    @property
    def found(self) -> list[Found]:
        return [found for rule in self.rules for found in rule.found]


class _Heading(Record):
    place: tuple[int, str]
    name: Text
    is_the_models: bool


def principles(files: Iterable[FileReport]) -> list[Principle]:
    """Put findings under the principles that they go against: the models' in their order, then the rules' areas."""
    headings: dict[str, _Heading] = {}
    known: dict[tuple[str, str], _Heading] = {}
    groups: dict[str, dict[str, list[Found]]] = {}
    for file in files:
        for diagnostic in file.diagnostics:
            asked = (file.model.sha256, diagnostic.code)
            heading = known.get(asked) or known.setdefault(asked, _heading(diagnostic, file))
            headings.setdefault(heading.name.sv, heading)
            by_rule = groups.setdefault(heading.name.sv, {})
            by_rule.setdefault(diagnostic.code, []).append(Found(file, diagnostic))
    ordered = sorted(headings.values(), key=lambda heading: heading.place)
    return [
        Principle(heading.name, heading.is_the_models, _rules(groups[heading.name.sv])) for heading in ordered
    ]


def _heading(diagnostic: Diagnostic, file: FileReport) -> _Heading:
    principle = file.model.principle(diagnostic.code, diagnostic.name)
    if principle is not None and principle.name is not None:
        return _Heading((file.model.model.principles.index(principle), ""), principle.name.text, True)
    return _Heading((_LAST, diagnostic.code[:3]), area_of(diagnostic.code), False)


def area_of(code: str) -> Text:
    """Give the heading of a rule's area."""
    package = import_module(BY_NAME[code].module.rpartition(".")[0])
    area: Text = package.AREA
    return area


def _rules(by_code: dict[str, list[Found]]) -> tuple[RuleFindings, ...]:
    groups = []
    for code, found in by_code.items():
        # sorting keeps the order of files and places
        found.sort(key=lambda one: one.diagnostic.severity.rank)
        first = found[0].diagnostic
        groups.append(RuleFindings(code, first.name, first.title, tuple(found)))
    return tuple(sorted(groups, key=lambda group: (group.worst.rank, group.code)))
