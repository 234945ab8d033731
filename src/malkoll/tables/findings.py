"""What a check found, for the cells that it is about; and the sheets that are worked out from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from malkoll.diagnostic import SEVERITY_NAMES, Diagnostic
from malkoll.document.words import fold
from malkoll.file_report import FileReport
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.report.finding import advice_of
from malkoll.report.shown import UNSEEN, Shown
from malkoll.result import Report
from malkoll.tables import own
from malkoll.tables.content import Path
from malkoll.tables.paths import of_keys

CLAUSE = Text("Styrmodellen: {text}", "Steering model: {text}")
DO = Text("Att göra: {text}", "To do: {text}")
OTHER = Text("Annat", "Other")
SUM = Text("Summa", "Total")
NONE = Text("Inga anmärkningar.", "No findings.")
_HEADINGS = (
    Text("Fil", "File"),
    Text("Nämnd", "Board"),
    Text("Mål", "Goal"),
    Text("Allvar", "Severity"),
    Text("Regel", "Rule"),
    Text("Vad", "What"),
    Text("Att göra", "To do"),
    Text("Styrmodellen", "Steering model"),
    Text("Rad i filen", "Line in the file"),
)
_WIDTHS = (20, 24, 18, 10, 26, 60, 50, 44, 9)
_UNFIT = re.compile(f"[\x00-\x08\x0b-\x1f{UNSEEN}]")


class Told(Record):
    """A finding."""

    diagnostic: Diagnostic

    def render(self, language: Language) -> str:
        """Write it for a comment: what is wrong, why, what to do."""
        one = self.diagnostic
        name = SEVERITY_NAMES[one.severity][0].render(language).capitalize()
        lines = [f"{name} {one.code}: {one.message.render(language)}"]
        if one.reference:
            lines.append(CLAUSE(text=one.reference).render(language))
        if advice := advice_of(one):
            lines.append(DO(text=advice).render(language))
        return fit("\n".join(lines))


class Sheet(Record):
    """A sheet of plain texts.

    Attributes:
        is_counts: its numbers stand in the middle of their cells.

    """

    title: Text
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    is_counts: bool = False


def fit(text: str) -> str:
    """Leave out of a sentence what a workbook can't hold and nobody can see."""
    return _UNFIT.sub("", text)


def by_place(report: Report) -> dict[tuple[str, Path], list[Told]]:
    """Give the findings by the place that they are about, in the file as its name is shown."""
    found: dict[tuple[str, Path], list[Told]] = {}
    shown = Shown()
    for file in report.files:
        for one in file.diagnostics:
            found.setdefault((shown(file.path), of_keys(one.path)), []).append(Told(one))
    return found


def attached(
    told: dict[tuple[str, Path], list[Told]], cells: Iterable[tuple[str, Path]]
) -> dict[tuple[str, Path], list[Told]]:
    """Move each finding to the nearest place that has a cell: above what it is about, or in a goal."""
    there = set(cells)
    by_file: dict[str, set[Path]] = {}
    for name, cell in there:
        by_file.setdefault(name, set()).add(cell)
    found: dict[tuple[str, Path], list[Told]] = {}
    for (file, path), findings in told.items():
        place = next((path[:end] for end in range(len(path), 0, -1) if (file, path[:end]) in there), None)
        if place is None:
            place = _below(path, by_file.get(file, set()))
        if place is not None:
            found.setdefault((file, place), []).extend(findings)
    return found


def _below(path: Path, cells: AbstractSet[Path]) -> Path | None:
    """Find a cell of the same part: the goal's statement, the indicator's name, the board."""
    for end in range(len(path), -1, -1):
        for name in ("statement", "name", "fact", "year", "board"):
            if (*path[:end], name) in cells:
                return (*path[:end], name)
    return None


def findings_sheet(report: Report, language: Language) -> Sheet:
    rows = [_finding(file, one, language) for file in report.files for one in file.diagnostics]
    empty = [["", "", "", "", "", NONE.render(language), "", "", ""]]
    return Sheet(own.FINDINGS, [one.render(language) for one in _HEADINGS], _WIDTHS, rows or empty)


def _finding(file: FileReport, one: Diagnostic, language: Language) -> list[str]:
    advice = advice_of(one)
    goal = "" if one.goal_index is None else one.goal or str(one.goal_index + 1)
    texts = (
        file.path,
        file.board or "",
        goal,
        SEVERITY_NAMES[one.severity][0].render(language),
        f"{one.code} {one.title.render(language)}",
        one.message.render(language),
        advice.render(language) if advice else "",
        one.reference.render(language) if one.reference else "",
        str(one.location.start.line),
    )
    return [fit(text) for text in texts]


def coverage_sheet(report: Report, language: Language) -> Sheet:
    """Count the goals of each board in each focus area of the steering model."""
    areas: dict[str, str] = {}
    for file in report.files:
        for area in file.model.model.focus_areas:
            areas.setdefault(area.id or area.name or "", area.name or area.id or "")
    rows: list[list[str]] = []
    sums = dict.fromkeys([*areas, ""], 0)
    for file in report.files:
        counts = dict.fromkeys([*areas, ""], 0)
        for goal in file.goals:
            found = [file.model.focus_areas.get(fold(name)) for name in goal.focus_areas]
            for key in {(area.id or area.name or "") if area else "" for area in found} or {""}:
                counts[key] = counts.get(key, 0) + 1
        for key, count in counts.items():
            sums[key] = sums.get(key, 0) + count
        name = " ".join(str(one) for one in (file.board or file.path, file.year) if one)
        rows.append([fit(name), *(str(one) for one in counts.values()), str(len(file.goals))])
    goals = sum(len(file.goals) for file in report.files)
    rows.append([SUM.render(language), *(str(one) for one in sums.values()), str(goals)])
    board, other = own.HEADINGS["document.board"].render(language), OTHER.render(language)
    headings = [board, *map(fit, areas.values()), other, own.GOALS.title.render(language)]
    if not sums[""]:
        # no goal stands outside the focus areas
        headings.pop(-2)
        rows = [[*row[:-2], row[-1]] for row in rows]
    return Sheet(own.COVERAGE, headings, [36, *[15] * (len(headings) - 1)], rows, is_counts=True)
