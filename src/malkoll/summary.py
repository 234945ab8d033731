"""What is remembered of a document once its own rules have run."""

from __future__ import annotations

from malkoll.diagnostic import At, Location, Path
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.locate import Locator
from malkoll.result import GoalLine
from malkoll.rule import DocumentSummary, GoalSummary
from malkoll.steering.loaded import LoadedModel


def summarise(document: GoalDocument, file: str, model: LoadedModel, locator: Locator) -> DocumentSummary:
    """Keep what the rules across documents ask for, with the places that they may point at."""
    goals = [goal for goal in document.goals if goal.statement]
    paths: list[Path] = [document.at("board"), *(goal.at("statement") for goal in goals)]
    places: dict[Path, Location] = {path: locator.location(At(path)) for path in paths}
    return DocumentSummary(
        file=file,
        municipality=document.municipality,
        board=document.board,
        year=document.year,
        level=document.level,
        is_decided=document.status == "decided",
        goals=tuple(
            GoalSummary(
                goal.id,
                goal.statement or "",
                goal.at("statement"),
                tuple(goal.focus_area or ()),
                tuple(goal.priorities or ()),
            )
            for goal in goals
        ),
        model=model,
        places=places,
        board_path=document.at("board"),
        status_path=document.at("status"),
    )


def goal_lines(document: GoalDocument) -> tuple[GoalLine, ...]:
    return tuple(_line(goal) for goal in document.goals)


def _line(goal: Goal) -> GoalLine:
    horizon = goal.horizon
    years = None
    if horizon is not None and horizon.start is not None and horizon.end is not None:
        years = (horizon.start, horizon.end)
    return GoalLine(
        index=goal.index,
        id=goal.id,
        title=goal.title or goal.statement,
        focus_areas=tuple(goal.focus_area or ()),
        years=years,
        measured=any(indicator.target is not None for indicator in goal.indicators),
        assessed=goal.is_assessed,
        has_indicators=bool(goal.place.lists.get("indicators")),
        is_unclear=goal.unknown("indicators") or goal.unknown("assessment"),
    )
