"""One line a finding, for people in a hurry and for programs that read ``path:line:col:``."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Diagnostic
from malkoll.file_report import FileReport
from malkoll.report.layout import Line, Style
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.signs import STYLES, word
from malkoll.result import Report


def lines(report: Report, options: Options, shown: Shown, cells: int) -> Iterator[Line]:
    """Give the findings, and nothing else unless it is asked for."""

    def tell(file: FileReport, _room: int) -> list[Line]:
        return [_line(diagnostic, options, shown) for diagnostic in filter(options.shows, file.diagnostics)]

    for _, found in report.told(tell, lambda: 0):
        yield from found
    if options.statistics:
        from malkoll.report.statistics import statistics  # noqa: PLC0415 - few ask for it

        yield from statistics(_found(report, options), options, shown, cells)


def _found(report: Report, options: Options) -> Iterator[Diagnostic]:
    for file in report.files:
        yield from filter(options.shows, file.diagnostics)


def _line(diagnostic: Diagnostic, options: Options, shown: Shown) -> Line:
    place = diagnostic.location
    return [
        (f"{shown(place.file)}:{place.start.line}:{place.start.column}: ", Style.PLACE),
        (word(diagnostic.severity, options.language), STYLES[diagnostic.severity]),
        (f" {diagnostic.code} ", Style.STRONG),
        (shown.sentence(diagnostic.message.render(options.language)), Style.PLAIN),
    ]
