"""Findings made by hand, and runs of real documents, for the tests of the reports."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path
from typing import Any

from malkoll.diagnostic import Diagnostic, Location, Severity
from malkoll.engine import Engine, Input
from malkoll.file_report import FileReport, GoalLine
from malkoll.language import Language, Message, Text
from malkoll.report import Format, Options, render, write
from malkoll.result import Report
from malkoll.selection import select
from malkoll.source import Position
from malkoll.steering.loaded import DEFAULT, built_in

DATE = datetime.date(2026, 11, 23)
ROOT = Path(__file__).parents[2]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def said(text: str) -> Message:
    """Say the same in both languages, braces and all: a text without values is said as it is."""
    return Text(text, text)()


def place(
    line: str, meant: str, *, number: int = 7, file: str = "mål.yaml", before: str | None = None
) -> Location:
    """Give the place of some words in a line of a file."""
    start = line.index(meant)
    lines = [(number, line)] if before is None else [(number - 1, before), (number, line)]
    first, last = Position(number, start + 1), Position(number, start + len(meant) + 1)
    return Location(file, first, last, tuple(lines))


def finding(
    location: Location | None = None, message: str = "Något stämmer inte.", **changes: Any
) -> Diagnostic:
    """Make a finding of a rule that every model has; texts among the changes are said as they are."""
    made = Diagnostic(
        code="MK202",
        name="unknown-focus-area",
        title=Text("okänt fokusområde", "unknown focus area"),
        severity=Severity.ERROR,
        message=said(message),
        location=location or place("    fokusområde: Hälsa", "Hälsa"),
        fingerprint="f" * 32,
    )
    for name in ("help", "label", "reference"):
        if isinstance(changes.get(name), str):
            changes[name] = said(changes[name])
    return made._replace(**changes)


def goal(index: int = 0, **changes: Any) -> GoalLine:
    """Make a goal that is measured."""
    made = GoalLine(
        index, None, "Fler får plats.", ("Hållbar hälsa",), (2027, 2028), measured=True, assessed=False
    )
    return made._replace(**changes)


def file_report(*diagnostics: Diagnostic, goals: tuple[GoalLine, ...] = (), **changes: Any) -> FileReport:
    made = FileReport(
        path="mål.yaml",
        board="Socialnämnden",
        municipality="Granvik",
        year=2027,
        status="draft",
        level="board",
        model=built_in(DEFAULT),
        goals=goals,
        goals_written=len(goals),
        diagnostics=diagnostics,
    )
    return made._replace(**changes)


def report(*files: FileReport, skipped: int = 0) -> Report:
    return Report(files, skipped, DATE)


def run(*paths: str) -> Report:
    """Check files of this repository, by their paths from its root."""
    engine = Engine(DATE, keep=True)
    for path in paths:
        engine.check(Input(path, (ROOT / path).read_bytes(), built_in(DEFAULT), select()))
    return engine.finish()


def full(made: Report, *, width: int = 80, language: Language = Language.SV, **choices: Any) -> str:
    return render(made, Format.FULL, Options(language=language, width=width, **choices))


def written(made: Report, form: Format, options: Options, encoding: str) -> bytes:
    """Write to a stream of an encoding that raises where it lacks a letter."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
    write(made, form, stream, options)
    stream.flush()
    return raw.getvalue()
