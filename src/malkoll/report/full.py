"""The report for people: every finding with its source lines, then what the document comes to."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Diagnostic
from malkoll.file_report import FileReport
from malkoll.language import Count, Text
from malkoll.report.finding import Findings
from malkoll.report.goals import GoalTable
from malkoll.report.layout import WIDEST_TEXT, Line, Style, flow, line_width, wrap
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.totals import GOALS, Totals
from malkoll.result import Report

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
    # of several, those without a finding have only their line in the overview
    is_alone = len(report.files) == 1 and not options.quiet

    def tell(file: FileReport, room: int) -> tuple[int, list[Line]]:
        """Give how many findings a file has, and its lines with so many of them."""
        diagnostics = list(filter(options.shows, file.diagnostics))
        silenced = list(totals.silenced(file)) if options.verbose else []
        if not (diagnostics[:room] or silenced or is_alone):
            return len(diagnostics), []
        return len(diagnostics), _file(file, diagnostics[:room], silenced, options, shown, cells)

    def left() -> int:
        return max(options.most - number, 0)

    for place, (room, (count, block)) in enumerate(report.told(tell, left)):
        if left() < min(room, count):
            # there was still room when this file was begun with
            block = tell(report.files[place], left())[1]  # noqa: PLW2901
        number += count
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
        from malkoll.report.statistics import statistics  # noqa: PLC0415 - few ask for it

        found = (diagnostic for file in report.files for diagnostic in file.diagnostics)
        yield from statistics(found, options, shown, cells)
    yield from totals.lines()


def _file(
    file: FileReport,
    diagnostics: list[Diagnostic],
    silenced: list[Line],
    options: Options,
    shown: Shown,
    cells: int,
) -> list[Line]:
    """Lay out one file with these of its findings."""
    lines = _head(file, options, shown, cells)
    lines += Findings(file, shown, options, cells).lines(diagnostics)
    if options.quiet:
        return lines
    lines += silenced
    if file.is_unread:
        unread = (UNREAD.render(options.language), Style.PLAIN)
        lines += ([], *wrap([unread], min(cells, WIDEST_TEXT)))
    table = GoalTable(file, shown, options.language, cells)
    if rows := list(table.lines()):
        lines += ([], *rows)
    if holds := table.holds():
        lines += ([], *holds)
    return lines


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
    widest, dot = min(cells, WIDEST_TEXT), shown.sign(" · ")
    about = [(shown.sentence(part), Style.FAINT) for part in parts if part]
    beside = [*path, ("   ", Style.PLAIN), (dot.join(text for text, _ in about), Style.FAINT)]
    if line_width(beside) <= widest:
        return [beside]
    return [*wrap(path, cells), *flow([[part] for part in about], widest, dot)]
