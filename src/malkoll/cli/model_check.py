"""`malkoll model check`: a municipality's own steering model, with findings as good as a document's."""

from __future__ import annotations

from malkoll.cli.call import Call
from malkoll.cli.reporting import hold_apart, least_severity, status_of, targets_of, write_report
from malkoll.discover import Found, read, shown_name
from malkoll.file_report import FileReport
from malkoll.language import Language
from malkoll.model_check import check_model
from malkoll.result import Report
from malkoll.run import today
from malkoll.selection import select
from malkoll.syntax.compose import Limits


def run(call: Call, language: Language) -> int:
    fail_on = least_severity(call.one("--fail-on"))
    targets = targets_of(call)
    hold_apart(targets, call.arguments)
    files = sorted((_checked(path) for path in dict.fromkeys(call.arguments)), key=lambda file: file.path)
    report = Report(tuple(files), 0, today())
    write_report(report, call, language, fail_on, targets)
    return status_of(report, fail_on)


def _checked(path: str) -> FileReport:
    name = shown_name(path)
    data, trouble = read(Found(name, path, "", is_named=True), Limits().size)
    return check_model(name, data or b"", today(), select(), trouble).report.files[0]
