"""What a document fulfils: said only where it could be told and was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from malkoll.document.goal_document import Goal, GoalDocument, Indicator
from malkoll.file_report import Assessed
from malkoll.language import Text
from malkoll.record import Record
from malkoll.rules import BY_NAME
from malkoll.selection import OFF, Selection
from malkoll.steering.loaded import LoadedModel

GOAL_COUNT = Text("antal mål ({number}, ska vara {limits})", "number of goals ({number}, should be {limits})")
AT_LEAST = Text("minst {least}", "at least {least}")
AT_MOST = Text("högst {most}", "at most {most}")
BETWEEN = Text("{least}–{most}", "{least}–{most}")


class _Topic(Record):
    """What may be said to hold, when its rules are on and nothing that they look at is missing."""

    name: Text
    rules: tuple[str, ...]
    is_known: Callable[[GoalDocument, LoadedModel], bool]


def assessed(document: GoalDocument, model: LoadedModel, selection: Selection) -> tuple[Assessed, ...]:
    """Give what can be told of a document with the rules that are on."""
    if not document.goals or len(document.goals) != document.goals_written:
        return ()
    return tuple(
        _ASSESSED.get(topic) or _goals_assessed(document, model)
        for topic in _on(model, selection)
        if topic.is_known(document, model)
    )


@lru_cache(maxsize=16)
def _on(model: LoadedModel, selection: Selection) -> tuple[_Topic, ...]:
    """Give what the rules that are on are asked about: the same for all files that share them."""
    return tuple(topic for topic in _TOPICS if _are_on(topic.rules, model, selection))


def _goals_assessed(document: GoalDocument, model: LoadedModel) -> Assessed:
    limits = model.model.limits(document.level)
    goals = limits.goals if limits else None
    least, most = (goals.least, goals.most) if goals else (None, None)
    return _number_assessed(document.goals_written, least, most)


@lru_cache(maxsize=256)
def _number_assessed(number: int, least: int | None, most: int | None) -> Assessed:
    wanted = BETWEEN(least=least, most=most)
    if most is None:
        wanted = AT_LEAST(least=least)
    elif least is None:
        wanted = AT_MOST(most=most)
    elif least == most:
        wanted = Text("{most}", "{most}")(most=most)
    return Assessed(GOAL_COUNT(number=number, limits=wanted), frozenset({"goal-count"}))


def _are_on(names: Iterable[str], model: LoadedModel, selection: Selection) -> bool:
    for name in names:
        rule = BY_NAME.get(name)
        if rule is None or not selection.has(rule):
            return False
        if name in selection.severities:
            if selection.severities[name] is None:
                return False
            continue
        setting = model.setting(rule.code, rule.name)
        if setting is not None and setting.strength == OFF:
            return False
    return True


def _goal_count(document: GoalDocument, model: LoadedModel) -> bool:
    limits = model.model.limits(document.level)
    return (
        limits is not None
        and limits.goals is not None
        and (limits.goals.least or limits.goals.most) is not None
    )


def _focus_areas(document: GoalDocument, model: LoadedModel) -> bool:
    return bool(model.focus_areas) and _every(document, lambda goal: bool(goal.focus_area), "focus_area")


def _horizons(document: GoalDocument, model: LoadedModel) -> bool:
    limits = model.model.limits(document.level)
    return (
        limits is not None
        and limits.horizon is not None
        and document.year is not None
        and _every(
            document, lambda goal: goal.horizon is not None and goal.horizon.years is not None, "horizon"
        )
    )


def _measured_or_assessed(document: GoalDocument, _model: LoadedModel) -> bool:
    return _every(
        document, lambda goal: goal.is_assessed or bool(goal.indicators), "indicators", "assessment"
    )  # fmt: skip


def _indicators(document: GoalDocument, _model: LoadedModel) -> bool:
    indicators = [indicator for goal in document.goals for indicator in goal.indicators]
    return (
        bool(indicators)
        and _every(
            document, lambda goal: len(goal.indicators) == goal.place.lists.get("indicators", 0), "indicators"
        )
        and all(_is_complete(indicator) for indicator in indicators)
    )


def _is_complete(indicator: Indicator) -> bool:
    return (
        indicator.values is not None
        and bool(indicator.unit and indicator.source)
        and not indicator.place.broken
    )


def _assessments(document: GoalDocument, _model: LoadedModel) -> bool:
    found = [
        goal.assessment for goal in document.goals if goal.assessment is not None and goal.assessment.flag
    ]
    return bool(found) and not any(assessment.place.broken for assessment in found)


def _audiences(document: GoalDocument, _model: LoadedModel) -> bool:
    return _every(document, lambda goal: bool(goal.audience), "audience")


def _control(document: GoalDocument, _model: LoadedModel) -> bool:
    return _every(document, lambda goal: goal.control in {"own", "shared"}, "control")


def _mission(document: GoalDocument, _model: LoadedModel) -> bool:
    return bool(document.mission) and not document.unknown("mission")


def _current_state(document: GoalDocument, _model: LoadedModel) -> bool:
    if document.unknown("current_state"):
        return False
    if document.current_state is not None:
        return True
    return _every(document, lambda goal: goal.current_state is not None, "current_state")


def _every(document: GoalDocument, has: Callable[[Goal], bool], *fields: str) -> bool:
    """Tell whether every goal has something, with nothing unreadable among the fields."""
    return all(has(goal) and goal.place.broken.isdisjoint(fields) for goal in document.goals)


_TOPICS = (
    _Topic(GOAL_COUNT, ("goal-count",), _goal_count),
    _Topic(Text("fokusområden", "focus areas"), ("unknown-focus-area", "too-many-focus-areas"), _focus_areas),
    _Topic(
        Text("horisonter", "horizons"),
        ("horizon-length", "horizon-outside-term", "horizon-before-year"),
        _horizons,
    ),
    _Topic(
        Text("mätning eller bedömning", "measurement or assessment"),
        ("not-measured-not-assessed",),
        _measured_or_assessed,
    ),
    _Topic(
        Text(
            "indikatorernas siffror och källor",
            "the indicators' figures and sources",
        ),
        ("indicator-without-baseline", "indicator-without-unit", "indicator-without-source"),
        _indicators,
    ),
    _Topic(
        Text("hur bedömningarna görs", "how the assessments are made"),
        ("assessment-incomplete",),
        _assessments,
    ),
    _Topic(Text("målgrupper", "audiences"), ("no-audience", "unknown-audience"), _audiences),
    _Topic(Text("rådighet", "control"), ("outside-control",), _control),
    _Topic(Text("grunduppdrag", "mission"), ("missing-mission",), _mission),
    _Topic(
        Text("nulägesanalys", "current-state analysis"),
        ("missing-current-state", "fact-without-source"),
        _current_state,
    ),
)
_ASSESSED = {
    topic: Assessed(topic.name(), frozenset(topic.rules)) for topic in _TOPICS if topic.name is not GOAL_COUNT
}
"""What most documents fulfil, each once."""
