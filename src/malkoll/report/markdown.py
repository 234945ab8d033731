"""Markdown for a comment in a pull request or for a step's summary: a short table, and findings to fold out.

A comment takes 65,536 characters. What doesn't fit is left out, whole findings at a time and the least
severe first, and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll.diagnostic import Severity
from malkoll.file_report import FileReport
from malkoll.language import Count, Language, Text
from malkoll.record import Record
from malkoll.report import fixable
from malkoll.report.finding import alike
from malkoll.report.markdown_finding import finding, short, silenced
from malkoll.report.marked import in_html, markdown
from malkoll.report.options import Options
from malkoll.report.signs import GOOD, SIGNS, counted
from malkoll.report.totals import (
    DOCUMENTS,
    FINDINGS,
    FOUND_IN,
    NOTHING_IN,
    NOTHING_NEW_IN,
    OLDER,
    OLDER_FINDINGS,
    OLDER_TITLE,
    SILENCED,
    SILENCED_TITLE,
    SKIPPED,
    YAML_FILES,
)
from malkoll.result import Report

LONGEST = 65_536
"""What a comment takes, counted in bytes here: never more than in characters."""
COLUMNS = (
    Text("Dokument", "Document"),
    Text("Nämnd", "Board"),
    Text("Mål", "Goals"),
    Text("Fel", "Errors"),
    Text("Varningar", "Warnings"),
    Text("Råd", "Hints"),
)
NO_DOCUMENT = Text("Inget måldokument är prövat.", "No goal document was checked.")
OTHER_ROWS = Text("{documents} till står inte i tabellen.", "{documents} more not in the table.")
LEFT_OUT = Text(
    "{findings} till får inte plats här. De lindrigaste är utelämnade först. `malkoll check` visar allt.",
    "{findings} more: no room here. The least severe were left out first. `malkoll check` shows everything.",
)
_MOST_ROWS = (100, 25, 5)
"""How many documents the table has at most; the fewer, the more they take."""
_ROWS_OF_ALL = 20
_LONGEST_PATH, _LONGEST_BOARD = 120, 60
_ROOM_FOR_THE_REST = 400
"""Bytes that the sentence about what is left out may take."""


class _Block(Record):
    """A piece of a document's details that is shown whole or not at all."""

    file: int
    rank: int
    findings: int
    text: str


def text(report: Report, options: Options) -> str:
    """Give the report as one comment."""
    return fitted(report, options, LONGEST)


def fitted(report: Report, options: Options, longest: int) -> str:
    """Give the report in at most so many bytes."""
    tops = ("\n\n".join(("### malkoll", *_outcome(report, options, most))) for most in _MOST_ROWS)
    top = next((top for top in tops if _size(top) <= longest // 2), "### malkoll")
    frames = [_frame(file, options) for file in report.files]
    blocks = [block for index, file in enumerate(report.files) for block in _blocks(index, file, options)]
    page = _page(top, frames, blocks)
    if _size(page) <= longest:
        return page
    kept = _that_fit(blocks, frames, longest - _size(top) - _ROOM_FOR_THE_REST)
    left_out = sum(block.findings for block in blocks) - sum(block.findings for block in kept)
    last = LEFT_OUT(findings=Count(left_out, *FINDINGS)).render(options.language) if left_out else ""
    return _page(top, frames, kept, last)


def _that_fit(blocks: Sequence[_Block], frames: Sequence[str], room: int) -> list[_Block]:
    """Choose what there is room for, the worst first; they keep their order."""
    chosen: set[int] = set()
    framed: set[int] = set()
    for number in sorted(range(len(blocks)), key=lambda one: blocks[one].rank):
        block = blocks[number]
        needed = _size(block.text) + 2
        if block.file not in framed:
            needed += _size(_folded(frames[block.file], "")) + 2
        if needed > room:
            continue
        room -= needed
        chosen.add(number)
        framed.add(block.file)
    return [block for number, block in enumerate(blocks) if number in chosen]


def _size(written: str) -> int:
    return len(written.encode("utf-8", "replace"))


def _page(top: str, frames: Sequence[str], blocks: Iterable[_Block], last: str = "") -> str:
    within: dict[int, list[str]] = {}
    for block in blocks:
        within.setdefault(block.file, []).append(block.text)
    details = [_folded(frames[file], "\n\n".join(texts)) for file, texts in within.items()]
    return "\n\n".join((top, *details, *([last] if last else []))) + "\n"


def _folded(frame: str, inside: str) -> str:
    # Markdown counts again after an empty line
    return f"<details>\n<summary>{frame}</summary>\n\n{inside}\n\n</details>"


def _outcome(report: Report, options: Options, most_rows: int) -> Iterator[str]:
    """Say what the run comes to: a sentence, a table of the documents, and what else there is to know."""
    language = options.language
    if not report.files:
        yield f"**{NO_DOCUMENT.render(language)}**"
    else:
        documents = Count(len(report.files), *DOCUMENTS)
        counts = ", ".join(count.render(language) for _, count in counted(report.diagnostics))
        nothing = NOTHING_NEW_IN if report.baselined else NOTHING_IN
        said = FOUND_IN(findings=counts, documents=documents) if counts else nothing(documents=documents)
        sign = "" if counts else f"{GOOD} "
        yield f"**{sign}{said.render(language)}**"
        yield from _table(report.files, language, most_rows)
    for message in fixable.of_all(report.tallies, options):
        yield message.render(language)
    if excepted := len(report.suppressed):
        yield SILENCED(findings=Count(excepted, *FINDINGS)).render(language)
    for use in report.baselines:
        if use.known:
            count = Count(use.known, *OLDER_FINDINGS)
            yield markdown(OLDER[use.known > 1](count=count, file=use.file).render(language))
    if report.skipped:
        yield SKIPPED(files=Count(report.skipped, *YAML_FILES)).render(language)


def _table(files: Sequence[FileReport], language: Language, most: int) -> Iterator[str]:
    """Give a row for each document; of many only those with findings, the worst first if even those are many."""
    wanted = files if len(files) <= _ROWS_OF_ALL else [file for file in files if file.diagnostics]
    if len(wanted) > most:
        wanted = sorted(wanted, key=_how_bad)[:most]
    if wanted:
        head = [column.render(language) for column in COLUMNS]
        rows = [head, [":--"] * 2 + ["--:"] * 4, *(_row(file) for file in wanted)]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if more := len(files) - len(wanted):
        yield OTHER_ROWS(documents=Count(more, *DOCUMENTS)).render(language)


def _how_bad(file: FileReport) -> list[int]:
    numbers = {severity: count.number for severity, count in counted(file.diagnostics)}
    return [-numbers.get(severity, 0) for severity in Severity]


def _row(file: FileReport) -> list[str]:
    numbers = {severity: count.number for severity, count in counted(file.diagnostics)}
    goals = str(file.goals_written) if file.is_document else ""
    return [
        f"<code>{markdown(short(file.path, _LONGEST_PATH))}</code>",
        markdown(_about(file)),
        goals,
        *(str(numbers.get(severity, 0)) for severity in Severity),
    ]


def _about(file: FileReport) -> str:
    parts = (short(file.board or "", _LONGEST_BOARD), str(file.year or ""))
    return " ".join(part for part in parts if part)


def _frame(file: FileReport, options: Options) -> str:
    """Name a document above what is folded away."""
    counts = ", ".join(
        f"{SIGNS[severity]} {count.render(options.language)}"
        for severity, count in counted(one for one in file.diagnostics if options.shows(one))
    )
    path = f"<code>{in_html(short(file.path, _LONGEST_PATH))}</code>"
    return " · ".join(part for part in (path, in_html(_about(file)), counts) if part)


def _blocks(index: int, file: FileReport, options: Options) -> Iterator[_Block]:
    """Give a document's findings, those that are alike together, and what is silenced if it is asked for."""
    active = [diagnostic for diagnostic in file.diagnostics if options.shows(diagnostic)]
    clauses: set[tuple[str, str]] = set()
    for group in alike(active):
        lines = list(finding(group, file, clauses, options.language))
        yield _Block(index, group[0].severity.rank, len(group), "\n\n".join(lines))
    if not options.verbose:
        return
    for title, found in ((SILENCED_TITLE, file.suppressed), (OLDER_TITLE, file.baselined)):
        if found:
            entries = silenced(found, options.language, asks_reason=title is SILENCED_TITLE)
            lines = [f"**{title.render(options.language)}**\n", *entries]
            yield _Block(index, len(Severity), 0, "\n".join(lines))
