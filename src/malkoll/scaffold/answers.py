"""The document so far, and what the steering model says of how much it wants."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from malkoll.scaffold.question import Kind, Question
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import Limits
from malkoll.tables.content import Content, Path, get, put

_AUTUMN = 7
"""The month from which a board works on the goals of the year to come."""


@dataclass(slots=True)
class Answers:
    """The document so far.

    Attributes:
        content: what was answered.
        passed: the questions that were left empty, by their paths.
        more_facts, more_goals: whether more of them than are needed are asked for.
        given: how many goals were given beforehand.

    """

    content: Content
    passed: set[Path] = field(default_factory=set)
    more_facts: bool = True
    more_goals: bool = True
    given: int = 0

    def has(self, path: Path) -> bool:
        return path in self.passed or get(self.content, path) not in (None, "", [])

    def take(self, question: Question, value: Any) -> None:
        """Note an answer; an empty one means that the question is left."""
        if value in (None, "", []):
            self.passed.add(question.path)
        elif question.kind is Kind.MEASURED_OR_ASSESSED:
            goal = get(self.content, question.path[:-1])
            goal.update({"indicators": [{}]} if value == "measured" else {"assessment": {}})
        else:
            put(self.content, question.path, value)


def limits_of(answers: Answers, model: LoadedModel) -> Limits | None:
    level = answers.content.get("level")
    return model.model.limits(level if isinstance(level, str) else "board")


def goal_limits(answers: Answers, model: LoadedModel) -> tuple[int, int | None]:
    """Give how few and how many goals the model wants."""
    limits = limits_of(answers, model)
    goals = limits.goals if limits else None
    least = max((goals.least if goals else None) or 1, 1)
    return least, goals.most if goals else None


def usual_year(model: LoadedModel, date: datetime.date) -> int:
    """Give the year that a board most likely writes for: the coming one, from summer on."""
    year = date.year + (date.month >= _AUTUMN)
    first = model.model.valid.start if model.model.valid else None
    return max(year, first or year)
