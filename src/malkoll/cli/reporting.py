"""What the commands that check have in common: the report in its form, and the exit code."""

from __future__ import annotations

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import output
from malkoll.config.values import NEVER
from malkoll.diagnostic import Severity
from malkoll.language import Language
from malkoll.report import Format, Options, write
from malkoll.report.screen import wants_color
from malkoll.result import Report


def least_severity(name: str | None) -> Severity | None:
    """Give the least severity that fails a run, None when none does."""
    return None if name == NEVER else Severity(name or Severity.ERROR)


def write_report(report: Report, call: Call, language: Language, fail_on: Severity | None) -> None:
    """Write a report as the call asks for it."""
    with output() as stream:
        options = Options(
            language=language,
            color=wants_color(call.one("--color") or "auto", stream),
            quiet=call.has("--quiet"),
            verbose=call.has("--verbose"),
            statistics=call.has("--statistics"),
            fail_on=fail_on,
        )
        write(report, Format(call.one("--format") or Format.FULL), stream, options)


def status_of(report: Report, fail_on: Severity | None) -> int:
    """Give the exit code that a report's findings call for."""
    worst = report.worst()
    if fail_on is None or worst is None or worst.rank > fail_on.rank:
        return Exit.FINE
    return Exit.FINDINGS
