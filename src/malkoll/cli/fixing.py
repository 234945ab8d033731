"""`malkoll check` with ``--fix`` or ``--diff``: what is written, what is shown, and what is said of it."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Sequence
from typing import TextIO

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import complain, output
from malkoll.cli.reporting import Target, status_of, write_report
from malkoll.diagnostic import Applicability, Severity
from malkoll.fix.files import Fixed, Fixer
from malkoll.language import Count, Language, Text
from malkoll.report import diff
from malkoll.report.screen import encoding_of, wants_color, write_lines
from malkoll.report.shown import Shown
from malkoll.result import Report

SHOWS_CHANGES = Text(
    "--diff visar bara vad som skulle ändras. Ta bort {name}.",
    "--diff shows only what would change. Take {name} away.",
)
DONE = Text("{fixes} i {files}.", "{fixes} in {files}.")
FIXED = (Text("rättelse gjord", "fix made"), Text("rättelser gjorda", "fixes made"))
WOULD_BE_FIXED = (
    Text("rättelse skulle göras", "fix would be made"),
    Text("rättelser skulle göras", "fixes would be made"),
)
FILES = (Text("fil", "file"), Text("filer", "files"))
NOTHING = Text("Det finns inget som --fix kan rätta.", "There is nothing that --fix can fix.")
MORE = Text(
    "{count} till kan rättas med --unsafe-fixes. Se efter att det blev rätt.",
    "{count} more can be fixed with --unsafe-fixes. See to it that it came out right.",
)
UNSAFE = Text(
    "{count} kan rättas med --unsafe-fixes. Se efter att det blev rätt.",
    "{count} can be fixed with --unsafe-fixes. See to it that it came out right.",
)
_NOT_WITH_DIFF = ("--format", "--report", "--statistics", "--write-baseline")
_CI = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Set by servers that act on what a command writes."""


class Fixing:
    """Fixes the files of a call, or gathers what that would change.

    Attributes:
        fixer: what a run gives its files to.

    """

    def __init__(self, call: Call) -> None:
        """Understand what is to be fixed.

        Raises:
            CallError: when the call wants more than the changes.

        """
        is_diff = call.has("--diff")
        for name in _NOT_WITH_DIFF if is_diff else ():
            if call.has(name):
                raise CallError(SHOWS_CHANGES(name=name))
        unsafe = {Applicability.UNSAFE} if call.has("--unsafe-fixes") else set[Applicability]()
        self._call = call
        self.fixer = Fixer(frozenset({Applicability.SAFE, *unsafe}), writes=not is_diff)

    def finish(
        self, report: Report, language: Language, fail_on: Severity | None, targets: Sequence[Target]
    ) -> int:
        """Show the changes, or what is left to do after them, and give the exit code."""
        if self.fixer.writes:
            self._write_input()
            write_report(report, self._call, language, fail_on, targets)
            status = status_of(report, fail_on)
        else:
            status = self._show_changes()
        self._tell(report, language)
        return Exit.CANT_RUN if self.fixer.errors else status

    def _show_changes(self) -> int:
        with output() as stream:
            for fixed in self.fixer.fixed:
                _show(fixed, self._call.one("--color") or "auto", stream)
        return Exit.FINDINGS if self.fixer.fixed else Exit.FINE

    def _write_input(self) -> None:
        """Write what came on standard input as it stands now, fixed or not; nothing where not all was read."""
        if self.fixer.stdin is not None:
            with output() as stream:
                _write_bytes(self.fixer.stdin, stream)

    def _tell(self, report: Report, language: Language) -> None:
        """Say on standard error what was fixed, what wasn't and why, and what more could be."""
        complain(message.render(language) for message in (*self.fixer.left, *self.fixer.errors))
        if self._call.has("--quiet"):
            return
        made = sum(len(fixed.made) for fixed in self.fixer.fixed)
        if made:
            kind = FIXED if self.fixer.writes else WOULD_BE_FIXED
            done = DONE(fixes=Count(made, *kind), files=Count(len(self.fixer.fixed), *FILES))
            complain([done.render(language)])
        elif not self.fixer.writes:
            complain([NOTHING.render(language)])
        kinds = [one.fix.applicability for one in report.diagnostics if one.fix is not None]
        unsafe = kinds.count(Applicability.UNSAFE)
        if unsafe and not self._call.has("--unsafe-fixes"):
            complain([(MORE if made else UNSAFE)(count=unsafe).render(language)])


def _show(fixed: Fixed, color: str, stream: TextIO) -> None:
    change = diff.patch(fixed.name, fixed.before, fixed.after)
    if color != "always" and _reads_bytes(stream, change):
        _write_bytes(change, stream)
        return
    shown = Shown(encoding_of(stream))
    lines = diff.lines(fixed.name, fixed.before, fixed.after, shown)
    write_lines(lines, stream, shown, color=wants_color(color, stream))


def _reads_bytes(stream: TextIO, change: bytes) -> bool:
    """Tell whether a program reads the change, and not a person or a CI server's log."""
    if stream.isatty():
        return False
    if not any(os.environ.get(name) for name in _CI) or diff.is_harmless(change):
        return True
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _write_bytes(data: bytes, stream: TextIO) -> None:
    if not isinstance(stream, io.TextIOWrapper):
        stream.write(data.decode("utf-8", "replace"))
        return
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()
