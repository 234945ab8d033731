"""Annotations of GitHub Actions: a workflow command for each finding, which GitHub shows at its line.

Of each kind GitHub shows the ten that come first in a step, so the worst come first, and each rule
has its first finding shown before another has its second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from malkoll.diagnostic import Diagnostic, Location, Severity
from malkoll.discover import STANDARD_INPUT
from malkoll.report.options import Options
from malkoll.report.places import last_line, path_in_repository
from malkoll.report.sentences import heading, sentences
from malkoll.report.shown import Shown
from malkoll.result import Report

WORKSPACE = "GITHUB_WORKSPACE"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = Shown()
_DOUBLE = re.compile(r":(?=:)")


def text(report: Report, options: Options) -> str:
    """Give one command a finding, each on its own line."""
    found = in_order(diagnostic for diagnostic in report.diagnostics if options.shows(diagnostic))
    return "".join(f"{_command(diagnostic, options)}\n" for diagnostic in found)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Put the worst first, and of those each rule's first before any rule's second."""
    seen: Counter[str] = Counter()
    numbered = []
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        numbered.append((diagnostic.severity.rank, seen[diagnostic.code], diagnostic))
    return [diagnostic for _, _, diagnostic in sorted(numbered, key=lambda one: one[:2])]


def _command(diagnostic: Diagnostic, options: Options) -> str:
    properties = {
        **_place(diagnostic.location, options),
        "title": heading(diagnostic, options.language),
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(sentences(diagnostic, options.language))
    # a program that looks for the last of these signs, and not for the first as GitHub does, finds but one
    message = _DOUBLE.sub(":\\\\", message)
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(message)}"


def _place(place: Location, options: Options) -> dict[str, str]:
    """Give a place as GitHub has it: ends inclusive, and columns only within one line."""
    if place.file == STANDARD_INPUT:
        return {}
    file = _SHOWN(path_in_repository(place.file, options, WORKSPACE))
    return {"file": file, **{name: str(number) for name, number in _lines(place)}}


def _lines(place: Location) -> Iterator[tuple[str, int]]:
    start, end = place.start, place.end
    yield "line", start.line
    yield "endLine", last_line(place)
    if end.line == start.line:
        yield "col", start.column
        yield "endColumn", max(end.column - 1, start.column)


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
