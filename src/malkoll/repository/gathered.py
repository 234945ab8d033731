"""The documents of one year side by side: each board with its goals, each goal in its focus areas."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from malkoll.document.goal_document import FollowUp, Goal
from malkoll.document.words import fold
from malkoll.file_report import FileReport, GoalLine
from malkoll.record import Record
from malkoll.result import Report
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import FocusArea


class Followed(StrEnum):
    """How it will be seen whether a goal is reached."""

    MEASURED = "measured"
    BOTH = "measured_and_assessed"
    ASSESSED = "assessed"
    NEITHER = "neither"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """What became of a goal.

    A follow-up may tell an outcome and no judgement; without a follow-up a goal is either due,
    when its last year has passed, or still going on.
    """

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    UNJUDGED = "unjudged"
    DUE = "due"
    GOING_ON = "going_on"


class Area(Record):
    """A focus area; ``key`` is the same for all spellings and for models that share its name."""

    key: str
    name: str


class PlacedGoal(Record):
    """A goal, and where it belongs.

    Attributes:
        goal: as it was read.
        line: as a summary shows it.
        areas: the steering model's focus areas that it names, each once.

    """

    goal: Goal
    line: GoalLine
    areas: tuple[FocusArea, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year; None where they aren't known or are reversed."""
        years = self.line.years
        return years if years is not None and years[0] <= years[1] else None

    @property
    def followed(self) -> Followed:
        if self.line.measured:
            return Followed.BOTH if self.line.assessed else Followed.MEASURED
        if self.line.assessed:
            return Followed.ASSESSED
        return Followed.UNCLEAR if self.line.is_unclear else Followed.NEITHER

    @property
    def last_follow_up(self) -> FollowUp | None:
        """The follow-up of the latest year."""
        found = enumerate(self.goal.follow_up)
        return max(found, key=lambda one: (one[1].year or 0, one[0]), default=(0, None))[1]

    def outcome(self, this_year: int) -> Outcome:
        follow_up = self.last_follow_up
        if follow_up is not None:
            return Outcome(follow_up.judgement) if follow_up.judgement else Outcome.UNJUDGED
        is_over = self.years is not None and self.years[1] < this_year
        return Outcome.DUE if is_over else Outcome.GOING_ON


class Row(Record):
    """A board's document."""

    file: FileReport
    goals: tuple[PlacedGoal, ...]

    @property
    def name(self) -> str:
        """The board, or else the file."""
        return self.file.board or self.file.path

    @property
    def model(self) -> LoadedModel:
        return self.file.model

    def is_short(self, years: tuple[int, int]) -> bool:
        """Tell whether a goal of these years is short-term, as the steering model has it."""
        limits = self.model.model.limits(self.file.level or "board")
        short = limits.horizon.short if limits and limits.horizon else None
        return years[1] - years[0] < (short or 1)


class Gathered(Record):
    """Documents side by side.

    Attributes:
        report: what the check of them gave.
        rows: the documents, by municipality, board and year.
        areas: the focus areas of their steering models.
        years: every year that the whole run had documents for.

    """

    report: Report
    rows: tuple[Row, ...]
    areas: tuple[Area, ...]
    years: tuple[int, ...] = ()

    @property
    def goals(self) -> list[PlacedGoal]:
        return [goal for row in self.rows for goal in row.goals]

    @property
    def goals_written(self) -> int:
        return sum(row.file.goals_written for row in self.rows)

    @property
    def models(self) -> list[LoadedModel]:
        return list({row.model.sha256: row.model for row in self.rows}.values())

    @property
    def has_municipalities(self) -> bool:
        """Tell whether there are several municipalities to tell apart."""
        return len({fold(row.file.municipality or "") for row in self.rows} - {""}) > 1

    @property
    def has_years(self) -> bool:
        """Tell whether there are several years to tell apart."""
        return len({row.file.year for row in self.rows} - {None}) > 1


def years_of(report: Report) -> tuple[int, ...]:
    """Give the years that a report's documents are for, the latest last."""
    return tuple(sorted({file.year for file in report.files if file.year is not None}))


def followed_up(report: Report) -> tuple[int, ...]:
    """Give the years of the documents in which a goal is followed up."""
    return years_of(report._replace(files=tuple(filter(_has_follow_up, report.files))))


def _has_follow_up(file: FileReport) -> bool:
    return file.kept is not None and any(goal.follow_up for goal in file.kept.document.goals)


def of_year(report: Report, year: int | None) -> Report:
    """Narrow a report to the documents of a year, and the files whose year isn't known."""
    return report._replace(files=tuple(file for file in report.files if file.year in {year, None}))


def gather(report: Report, years: Iterable[int] = ()) -> Gathered:
    """Put the documents of a report side by side; it must have kept them."""
    rows = [Row(file, _goals(file)) for file in report.files if file.is_document]
    rows.sort(key=lambda row: (fold(row.file.municipality or ""), fold(row.name), row.file.year or 0))
    return Gathered(report, tuple(rows), _areas(rows), tuple(years) or years_of(report))


def _goals(file: FileReport) -> tuple[PlacedGoal, ...]:
    if file.kept is None:
        return ()
    pairs = zip(file.kept.document.goals, file.goals, strict=True)
    return tuple(PlacedGoal(goal, line, _areas_of(goal, file.model)) for goal, line in pairs)


def _areas_of(goal: Goal, model: LoadedModel) -> tuple[FocusArea, ...]:
    found = (model.focus_areas.get(fold(name)) for name in goal.focus_area or ())
    return tuple({key_of(area): area for area in found if area is not None}.values())


def _areas(rows: Iterable[Row]) -> tuple[Area, ...]:
    found: dict[str, Area] = {}
    for row in rows:
        for area in row.model.model.focus_areas:
            found.setdefault(key_of(area), Area(key_of(area), area.name or area.id or ""))
    return tuple(found.values())


def key_of(area: FocusArea) -> str:
    return fold(area.name or area.id or "")
