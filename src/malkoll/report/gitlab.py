"""GitLab's Code Quality report: a list of findings that a merge request shows in its widget and its changes."""

from __future__ import annotations

import hashlib
from collections import Counter

from malkoll.diagnostic import Diagnostic, Severity
from malkoll.report.as_json import compact, fit
from malkoll.report.options import Options
from malkoll.report.places import last_line, path_in_repository
from malkoll.report.sentences import sentences
from malkoll.result import Report
from malkoll.source import Position

PROJECT = "CI_PROJECT_DIR"
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNREAD = "blocker"
"""Of what keeps a file from being read: nothing else in it was checked."""


def text(report: Report, options: Options) -> str:
    """Give the findings as a JSON list, one a line."""
    seen: Counter[str] = Counter()
    found = [
        compact(_violation(diagnostic, options, seen, is_unread=file.is_unread))
        for file in report.files
        for diagnostic in file.diagnostics
    ]
    return fit("[\n{}\n]\n".format(",\n".join(found))) if found else "[]\n"


def _violation(
    diagnostic: Diagnostic, options: Options, seen: Counter[str], *, is_unread: bool
) -> dict[str, object]:
    place = diagnostic.location
    is_blocked = is_unread and diagnostic.severity is Severity.ERROR
    return {
        "description": " ".join(sentences(diagnostic, options.language)),
        "check_name": diagnostic.code,
        "fingerprint": _fingerprint(diagnostic, seen),
        "severity": _UNREAD if is_blocked else _SEVERITIES[diagnostic.severity],
        "location": {
            "path": path_in_repository(place.file, options, PROJECT),
            "lines": {"begin": place.start.line, "end": last_line(place)},
            "positions": {"begin": _position(place.start), "end": _position(place.end)},
        },
    }


def _fingerprint(diagnostic: Diagnostic, seen: Counter[str]) -> str:
    """Name a finding as no other in the report is named; two files of one board and year may share theirs."""
    name = diagnostic.fingerprint
    seen[name] += 1
    if seen[name] == 1:
        return name
    return hashlib.sha256(f"{name}\x1f{seen[name]}".encode()).hexdigest()[:32]


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
