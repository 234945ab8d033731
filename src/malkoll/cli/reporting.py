"""What the commands that check have in common: the report in its forms, and the exit code."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.limits import most_findings
from malkoll.cli.output import output
from malkoll.config.values import NEVER
from malkoll.diagnostic import Severity
from malkoll.discover import STANDARD_INPUT, Found, shown_name
from malkoll.formats import Format
from malkoll.gitignore import repository_root
from malkoll.language import Language, Message, Text
from malkoll.record import Record
from malkoll.report import Options, encoded, write
from malkoll.report.options import MOST_FINDINGS
from malkoll.report.screen import wants_color
from malkoll.result import Report

TWICE = Text(
    "Två rapporter ska till samma fil, {file}. Den ena skulle skriva över den andra.",
    "Two reports go to the same file, {file}. One would overwrite the other.",
)
OVERWRITES = Text(
    "Rapporten skulle skriva över {file}, som ska läsas. Välj ett annat namn på rapporten.",
    "The report would overwrite {file}, which is to be read. Choose another name for the report.",
)
NO_FILE = Text(
    "--report skriver till en fil. Det som ska till standard ut väljs med --format.",
    "--report writes to a file. What goes to standard output is chosen with --format.",
)


class Target(Record):
    """A report to write to a file."""

    form: Format
    file: str


def least_severity(name: str | None) -> Severity | None:
    """Give the least severity that fails a run, None when none does."""
    return None if name == NEVER else Severity(name or Severity.ERROR)


def targets_of(call: Call) -> list[Target]:
    """Give the reports that a call wants in files.

    Raises:
        CallError: when they can't all be written there.

    """
    pairs = (value.partition("=") for value in call.given.get("--report", ()))
    targets = [Target(Format(form), file) for form, _, file in pairs]
    taken: list[str] = []
    for target in targets:
        if target.file == STANDARD_INPUT:
            raise CallError(NO_FILE())
        if any(_is_same(target.file, other) for other in taken):
            raise CallError(TWICE(file=shown_name(target.file)))
        taken.append(target.file)
    hold_apart(
        targets,
        [
            value
            for name in ("--config", "--model", "--baseline", "--write-baseline")
            if (value := call.one(name))
        ],
    )
    return targets


def hold_apart(targets: Iterable[Target], read: Sequence[str]) -> None:
    """Hold that no report goes to a file that is read.

    Raises:
        CallError: when one would.

    """
    for target in targets:
        if any(_is_same(target.file, path) for path in read):
            raise CallError(OVERWRITES(file=shown_name(target.file)))


def paths_of(found: Iterable[Found]) -> list[str]:
    """Give where the files of a run are; standard input is nowhere."""
    return [one.path for one in found if one.path]


def _is_same(file: str, other: str) -> bool:
    """Tell whether two names are those of one file, whether it exists yet or not."""
    with contextlib.suppress(OSError, ValueError):
        return Path(file).samefile(other)
    with contextlib.suppress(OSError, ValueError):
        return os.path.normcase(os.path.realpath(file)) == os.path.normcase(os.path.realpath(other))
    return file == other


def write_report(
    report: Report, call: Call, language: Language, fail_on: Severity | None, targets: Sequence[Target] = ()
) -> None:
    """Write a report as the call asks for it: to its files, and to standard output whatever becomes of those.

    Raises:
        CallError: when one of them can't be written.

    """
    options = Options(
        language=language,
        quiet=call.has("--quiet"),
        verbose=call.has("--verbose"),
        statistics=call.has("--statistics"),
        fail_on=fail_on,
        root=_root(),
        offers_fixes=call.command.option("--fix") is not None and not call.has("--fix"),
        unsafe_fixes=call.has("--unsafe-fixes"),
        most=most_findings(call, MOST_FINDINGS),
    )
    form = Format(call.one("--format") or Format.FULL)
    # GitHub shows findings in the code, whoever asks for the report to be read
    for_actions = os.environ.get("GITHUB_ACTIONS") == "true" and form in {Format.FULL, Format.GITHUB}
    failed = _write_files(report, options, targets)
    with output(_where(call)) as stream:
        options = options._replace(color=wants_color(call.one("--color") or "auto", stream))
        write(report, form, stream, options)
        if for_actions and form is Format.FULL:
            write(report, Format.GITHUB, stream, options)
    if for_actions:
        import_module("malkoll.cli.actions").summarise(report, options)
    if failed:
        raise CallError(*failed)


def _where(call: Call) -> str:
    """Give the stream for the report: standard output, unless what came on standard input goes there, fixed."""
    reads_input = STANDARD_INPUT in call.arguments or call.has("--stdin-filename")
    return "stderr" if reads_input and call.has("--fix") else "stdout"


def _root() -> Path | None:
    try:
        return repository_root(Path.cwd())
    except OSError:
        # the current folder is gone
        return None


def _write_files(report: Report, options: Options, targets: Sequence[Target]) -> list[Message]:
    """Write the reports that go to files, and give what is to be said of those that couldn't be."""
    if not targets:
        return []
    # loaded here: most calls have one report
    from malkoll.saving import save  # noqa: PLC0415

    failed: list[Message] = []
    for target in targets:
        try:
            save(target.file, encoded(report, target.form, options))
        except CallError as error:
            failed += error.messages
    return failed


def status_of(report: Report, fail_on: Severity | None) -> int:
    """Give the exit code that a report's findings call for."""
    worst = report.worst()
    if fail_on is None or worst is None or worst.rank > fail_on.rank:
        return Exit.FINE
    return Exit.FINDINGS
