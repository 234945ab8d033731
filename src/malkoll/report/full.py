"""The report for people: every finding with its source lines, then what the document comes to."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.language import Count, Text
from malkoll.report.finding import Findings
from malkoll.report.goals import GoalTable
from malkoll.report.layout import WIDEST_TEXT, Line, Style, flow, line_width, wrap
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.statistics import statistics
from malkoll.report.totals import GOALS, Totals
from malkoll.result import FileReport, Report

UNREAD = Text(
    "Innehållet gick inte att läsa och är inte prövat.",
    "The content couldn't be read and is not checked.",
)
MORE = Text(
    "{count} anmärkningar till finns, men här visas bara {most}. Formen json har alla, och --limit findings=… visar fler.",
    "There are {count} more findings, but only {most} are shown here. The form json has all, and --limit findings=… "
    "shows more.",
)
MODEL = Text("styrmodell {model}", "steering model {model}")


def lines(report: Report, options: Options, shown: Shown, cells: int) -> Iterator[Line]:
    """Give the report's lines; none at all where there is nothing to say."""
    totals = Totals(report, shown, options, cells)
    between: list[Line] = []
    number = 0
    for file in report.files:
        block = list(_file(file, report, options, shown, cells, number))
        number += sum(map(options.shows, file.diagnostics))
        if block:
            yield from between
            yield from block
            between = [[], []]
    if number > options.most:
        left_out = MORE(count=number - options.most, most=options.most)
        yield []
        yield from wrap([(left_out.render(options.language), Style.STRONG)], min(cells, WIDEST_TEXT))
    if options.quiet:
        return
    if options.statistics:
        yield from statistics(report.diagnostics, options, shown, cells)
    yield from totals.lines()


def _file(
    file: FileReport, report: Report, options: Options, shown: Shown, cells: int, before: int
) -> Iterator[Line]:
    """Lay out one file; of several, those without a finding have only their line in the overview.

    ``before`` is how many findings were shown before it.
    """
    diagnostics = [diagnostic for diagnostic in file.diagnostics if options.shows(diagnostic)]
    diagnostics = diagnostics[: max(options.most - before, 0)]
    silenced = list(Totals(report, shown, options, cells).silenced(file)) if options.verbose else []
    alone = len(report.files) == 1 and not options.quiet
    if not (diagnostics or silenced or alone):
        return
    yield from _head(file, options, shown, cells)
    yield from Findings(file, shown, options, cells).lines(diagnostics)
    if options.quiet:
        return
    yield from silenced
    if file.is_unread:
        yield []
        yield from wrap([(UNREAD.render(options.language), Style.PLAIN)], min(cells, WIDEST_TEXT))
    table = GoalTable(file, shown, options.language, cells)
    rows, holds = list(table.lines()), list(table.holds())
    if rows:
        yield from ([], *rows)
    if holds:
        yield from ([], *holds)


def _head(file: FileReport, options: Options, shown: Shown, cells: int) -> list[Line]:
    """Name the file, whose goals they are, and what they are held against."""
    path: Line = [(shown(file.path), Style.STRONG)]
    if not file.is_document:
        return wrap(path, cells)
    language = options.language
    parts = [
        " ".join(str(part) for part in (file.board, file.year) if part is not None),
        Count(file.goals_written, *GOALS).render(language),
        MODEL(model=file.model.id).render(language),
    ]
    widest = min(cells, WIDEST_TEXT)
    about = flow([[(shown.sentence(part), Style.FAINT)] for part in parts if part], widest, shown(" · "))
    if len(about) == 1 and line_width(path) + 3 + line_width(about[0]) <= widest:
        return [[*path, ("   ", Style.PLAIN), *about[0]]]
    return [*wrap(path, cells), *about]
