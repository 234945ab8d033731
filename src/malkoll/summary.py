"""What is remembered of a document once its own rules have run."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from malkoll.diagnostic import At, Location, Path
from malkoll.document.goal_document import Goal, GoalDocument, Indicator, Measurement
from malkoll.file_report import GoalLine
from malkoll.locate import Locator
from malkoll.remembered import DocumentSummary, Figure, GoalSummary, IndicatorSummary
from malkoll.steering.loaded import LoadedModel

_ASKED = ("id", "statement", "focus_area", "priorities", "horizon")
"""What the rules across documents ask of a goal: where it can't be read, they hold back."""
_KEYS = ("unit", "source", "baseline", "target", "kolada")
_NONE = Figure()


def summarise(document: GoalDocument, file: str, model: LoadedModel, *, is_whole: bool) -> DocumentSummary:
    """Keep what the rules across documents ask for; words that many documents share are kept once.

    Args:
        document: as far as it could be read.
        file: its name, as in the report.
        model: the steering model in force for it.
        is_whole: whether nothing of its file had to be guessed.

    """
    goals = document.goals
    return DocumentSummary(
        file=file,
        municipality=_shared(document.municipality),
        board=_shared(document.board),
        year=_year(document.year),
        level=document.level,
        is_decided=document.status == "decided",
        goals=tuple(_goal(goal) for goal in goals),
        model=model,
        board_path=_path(document.at("board")),
        status_path=_path(document.at("status")),
        goals_path=_path(document.at("goals")),
        is_whole=is_whole
        and document.goals_written == len(goals)
        and document.place.broken.isdisjoint(("goals", "board", "year", "level"))
        and all(goal.place.broken.isdisjoint(_ASKED) for goal in goals),
    )


def _goal(goal: Goal) -> GoalSummary:
    return GoalSummary(
        goal.id,
        goal.statement or "",
        _path(goal.at("statement")),
        _words(tuple(goal.focus_area or ())),
        _words(tuple(goal.priorities or ())),
        _year(goal.horizon.end) if goal.horizon else None,
        any(one.judgement == "reached" for one in goal.follow_up),
        tuple(_indicator(indicator) for indicator in goal.indicators),
    )


def _indicator(indicator: Indicator) -> IndicatorSummary:
    keys = indicator.place.keys
    return IndicatorSummary(
        _shared(indicator.name),
        _shared(indicator.kolada),
        _shared(indicator.unit),
        _shared(indicator.source),
        _figure(indicator.baseline),
        _figure(indicator.target),
        _path(indicator.at()),
        _words(tuple([keys.get(field, "") for field in _KEYS])),
    )


def _figure(measurement: Measurement | None) -> Figure:
    if measurement is None:
        return _NONE
    value = measurement.value
    return _figure_of(None if value is None else float(value), measurement.year)


@lru_cache(maxsize=8192)
def _figure_of(value: float | None, year: int | None) -> Figure:
    return Figure(value, year)


_YEARS = {year: year for year in range(1990, 2060)}
"""The years that documents are about, each as one object."""


def _year(year: int | None) -> int | None:
    """Give a year as the same object each time."""
    return _YEARS.get(year, year) if year else year


def _shared(text: str | None) -> str | None:
    return intern(text) if text else text


@lru_cache(maxsize=8192)
def _path(path: Path) -> Path:
    """Give equal paths as one and the same, and so below with words: documents share most of theirs."""
    return tuple([intern(step) if isinstance(step, str) else step for step in path])


@lru_cache(maxsize=8192)
def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, words))


def statement_places(document: GoalDocument, locator: Locator) -> dict[Path, Location]:
    """Find where the statements of the goals stand."""
    paths = [goal.at("statement") for goal in document.goals if goal.statement]
    return {path: locator.location(At(path)) for path in paths}


def goal_lines(document: GoalDocument) -> tuple[GoalLine, ...]:
    return tuple(_line(goal) for goal in document.goals)


def _line(goal: Goal) -> GoalLine:
    horizon = goal.horizon
    years = None
    if horizon is not None and horizon.start is not None and horizon.end is not None:
        years = (horizon.start, horizon.end)
    return GoalLine(
        goal_index=goal.index,
        id=goal.id,
        title=goal.title or goal.statement,
        focus_areas=tuple(goal.focus_area or ()),
        years=years,
        measured=any(indicator.target is not None for indicator in goal.indicators),
        assessed=goal.is_assessed,
        has_indicators=bool(goal.place.lists.get("indicators")),
        is_unclear=goal.unknown("indicators") or goal.unknown("assessment"),
    )
