"""`malkoll overview`: the goals of all boards together, on the screen or in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.check import BOTH, LEFT_OUT, named_paths, nothing_found, settings_of
from malkoll.cli.output import complain, output, say_data
from malkoll.cli.progress import watched
from malkoll.cli.reporting import Target, hold_apart, paths_of
from malkoll.config.files import Configurations
from malkoll.discover import STANDARD_INPUT, Found, shown_name
from malkoll.formats import Format
from malkoll.language import Language, Text, Words
from malkoll.report.options import Options
from malkoll.report.overview_page import OverviewPage
from malkoll.report.screen import encoding_of, wants_color, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.repository.gathered import Gathered, followed_up, gather, of_year, years_of
from malkoll.result import Report
from malkoll.run import run as run_check

NO_YEAR = Text(
    "--year ska vara ett år, som 2027, inte ”{value}”.", "--year is to be a year, as 2027, not “{value}”."
)
NOTHING_FOR = Text(
    "Inget dokument gäller {year}. Det finns dokument för {years}.",
    "No document is for {year}. There are documents for {years}.",
)
SAME = Text(
    "--html och --xlsx har samma namn. Den ena skulle skriva över den andra.",
    "--html and --xlsx have the same name. One would write over the other.",
)
NO_STREAM = Text(
    "En Excelfil skrivs inte till standard ut. Ge den ett namn.",
    "An Excel file isn't written to standard output. Give it a name.",
)
WRITTEN = Text("Översikten står i {file}.", "The overview stands in {file}.")


def run(call: Call, language: Language) -> int:
    """Read, show, and give the exit code: findings are shown, and are no reason to fail."""
    if call.has("--isolated") and call.has("--config"):
        raise CallError(BOTH())
    paths = named_paths(call)
    configurations = Configurations(call.one("--config"), isolated=call.has("--isolated"))
    year = _year(call.one("--year"))
    files = {name: file for name in ("--html", "--xlsx") if (file := call.one(name))}
    targets = [Target(Format.HTML, file) for file in files.values() if file != STANDARD_INPUT]
    if len(set(files.values())) < len(files):
        raise CallError(SAME())
    if files.get("--xlsx") == STANDARD_INPUT:
        raise CallError(NO_STREAM())
    hold_apart(targets, [value for name in ("--config", "--model") if (value := call.one(name))])

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        hold_apart(targets, paths_of(found))
        return watched(found, language)

    outcome = run_check(paths, settings_of(call)._replace(keep=True), configurations, watch)
    complain(LEFT_OUT(name=name).render(language) for name in outcome.left_out)
    if not outcome.checked:
        complain(nothing_found(paths, outcome, language))
        return Exit.NO_DOCUMENT
    chosen = _chosen(outcome.report, year, follow_up=call.has("--follow-up"))
    gathered = gather(chosen, years_of(outcome.report))
    if "--html" in files:
        _write_html(chosen, files["--html"], language)
    if "--xlsx" in files:
        _write_excel(gathered, files["--xlsx"], language)
    if call.one("--format") == "json":
        _write_json(gathered, language)
    elif not files or call.has("--format"):
        _show(gathered, call, language)
    return Exit.FINE


def _year(value: str | None) -> int | None:
    if value is None:
        return None
    if not re.fullmatch(r"[12][0-9]{3}", value):
        raise CallError(NO_YEAR(value=value))
    return int(value)


def _chosen(report: Report, year: int | None, *, follow_up: bool) -> Report:
    """Narrow a report to the year that is asked for, or to the latest.

    Raises:
        CallError: when no document is for that year.

    """
    years = years_of(report)
    if year is not None and years and year not in years:
        raise CallError(NOTHING_FOR(year=year, years=Words([str(one) for one in years], quoted=False)))
    latest = (followed_up(report) if follow_up else ()) or years
    return of_year(report, year or (latest[-1] if latest else None))


def _write_html(report: Report, file: str, language: Language) -> None:
    # loaded here, and below: a call shows the overview in one way
    from malkoll.report import html  # noqa: PLC0415
    from malkoll.saving import save  # noqa: PLC0415

    text = html.text(report, Options(language=language))
    if file == STANDARD_INPUT:
        say_data(text)
        return
    save(file, text.encode("utf-8", "replace"))
    complain([WRITTEN(file=shown_name(file)).render(language)])


def _write_excel(gathered: Gathered, file: str, language: Language) -> None:
    from malkoll.saving import save  # noqa: PLC0415
    from malkoll.tables.overview import overview_workbook  # noqa: PLC0415

    save(file, overview_workbook(gathered, language))
    complain([WRITTEN(file=shown_name(file)).render(language)])


def _write_json(gathered: Gathered, language: Language) -> None:
    from malkoll.report import overview_v1  # noqa: PLC0415

    say_data(overview_v1.text(gathered, language))


def _show(gathered: Gathered, call: Call, language: Language) -> None:
    with output() as stream:
        shown = Shown(encoding_of(stream))
        page = OverviewPage(gathered, language, shown, width_of(stream))
        lines = page.follow_up() if call.has("--follow-up") else page.lines()
        write_lines(lines, stream, shown, color=wants_color(call.one("--color") or "auto", stream))
