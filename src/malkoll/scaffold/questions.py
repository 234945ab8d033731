"""What is asked, in order: each question with what the steering model offers to choose from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from malkoll.document.vocabulary import CONTROLS
from malkoll.language import Count, Message, Text, Words
from malkoll.scaffold import words
from malkoll.scaffold.answers import Answers, goal_limits, limits_of, usual_year
from malkoll.scaffold.question import Kind, Offer, Question
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import FocusArea, Limits
from malkoll.tables.content import Content, Path, get

_SENTENCE = re.compile(r".+?[.?!](?=\s|\Z)", re.DOTALL)
_MOST_LENGTHS = 8
"""How many lengths of a horizon are offered to choose from."""
_EXAMPLES = 4
"""How many words for residents are named at most as examples, and how many for companies."""


def next_question(answers: Answers, model: LoadedModel, date: datetime.date) -> Question | None:
    """Give the first question that isn't answered yet."""
    return next((one for one in questions(answers, model, date) if not answers.has(one.path)), None)


def questions(answers: Answers, model: LoadedModel, date: datetime.date) -> Iterator[Question]:
    """Give every question that the answers so far lead to, answered or not."""
    boards = [Offer(board.name, board.name) for board in model.model.boards if board.name]
    yield Question(("municipality",), words.MUNICIPALITY, words.MUNICIPALITY_HINT)
    yield Question(("board",), words.BOARD, offers=boards, is_needed=True)
    usual = str(usual_year(model, date))
    yield Question(("year",), words.YEAR, kind=Kind.YEAR, default=usual, is_needed=True)
    yield Question(("mission",), words.MISSION, words.MISSION_HINT)
    yield from _facts(answers)
    least, most = goal_limits(answers, model)
    given = len(answers.content.get("goals") or ())
    number = 0
    while number < max(least, given) or (answers.more_goals and (most is None or number < most)):
        goal = _Goal(answers, model, number, (least, most)).questions()
        yield from (one for one in goal if number >= answers.given or not one.is_extra)
        number += 1
        if ("goals", number - 1, "statement") in answers.passed:
            return
        given = len(answers.content.get("goals") or ())
        if number > given and number >= least:
            return


def _facts(answers: Answers) -> Iterator[Question]:
    there = answers.content.get("current_state")
    if isinstance(there, str):
        # an analysis in prose
        return
    part = words.STATE()
    count = len(there or ())
    for number in range(count + (answers.more_facts or not count)):
        at: Path = ("current_state", number)
        asks, hint = (words.MORE_FACTS, words.MORE_FACTS_HINT) if number else (words.FACT, words.FACT_HINT)
        yield Question((*at, "fact"), asks, hint, part, ends=True)
        if (*at, "fact") in answers.passed or number >= len(answers.content.get("current_state") or ()):
            return
        yield Question((*at, "source"), words.FACT_SOURCE, words.FACT_SOURCE_HINT, part)
        yield Question((*at, "year"), words.FACT_YEAR, part=part, kind=Kind.YEAR)


class _Goal:
    """The questions of one goal."""

    def __init__(
        self, answers: Answers, model: LoadedModel, number: int, limits: tuple[int, int | None]
    ) -> None:
        self.answers = answers
        self.model = model
        self.number = number
        self.least, self.most = limits
        self.path: Path = ("goals", number)

    @property
    def _part(self) -> Message:
        number = self.number + 1
        if number < self.least:
            return words.GOAL_LEFT(number=number, least=self.least - number)
        if number == self.least or self.most is None:
            return words.GOAL(number=number)
        return words.GOAL_MORE(number=number, most=self.most)

    def _question(self, *steps: str | int, asks: Text, **more: Any) -> Question:
        return Question((*self.path, *steps), asks, part=self._part, **more)

    def questions(self) -> Iterator[Question]:
        is_needed = self.number < self.least
        hint = words.STATEMENT_HINT if is_needed else words.NO_MORE_GOALS
        statement = self._question(
            "statement", asks=words.STATEMENT, hint=hint, is_needed=is_needed, ends=not is_needed
        )
        yield statement
        if not self.answers.has(statement.path) or statement.path in self.answers.passed:
            return
        yield self._question(
            "focus_area",
            asks=words.FOCUS_AREA,
            hint=words.FOCUS_AREA_HINT,
            kind=Kind.LIST,
            offers=[
                Offer(area.name or area.id or "", area.name or area.id or "", _first_sentence(area))
                for area in self.model.model.focus_areas
            ],
            may_be_other=False,
            is_needed=True,
        )
        yield self._horizon()
        yield self._question("audience", asks=words.AUDIENCE, hint=self._audience_hint(), kind=Kind.AUDIENCE)
        offers = [
            Offer("own", Text(*CONTROLS["own"]), words.OWN),
            Offer("shared", Text(*CONTROLS["shared"]), words.SHARED),
        ]
        yield self._question("control", asks=words.CONTROL, offers=offers, may_be_other=False)
        yield from self._reached()

    def _horizon(self) -> Question:
        year = str(self.answers.content.get("year") or "")
        limits = limits_of(self.answers, self.model)
        lengths = _lengths(limits) if year.isdecimal() else []
        offers = []
        for length in lengths:
            span = year if length == 1 else f"{year}-{int(year) + length - 1}"
            is_short = limits and limits.horizon and limits.horizon.short and length <= limits.horizon.short
            about = (words.SHORT if is_short else words.LONG)(count=Count(length, *words.YEARS))
            offers.append(Offer(span, span, about))
        hint = words.HORIZON_HINT if offers else words.HORIZON_FREE(years=f"{year}-{year}")
        return self._question(
            "horizon", asks=words.HORIZON, hint=hint, kind=Kind.YEARS, offers=offers, is_needed=True
        )

    def _audience_hint(self) -> Text | Message:
        named = [word for one in self.model.model.audiences for word in _some(one.listed or [])]
        return words.AUDIENCE_HINT(words=Words(named, quoted=False)) if named else words.AUDIENCE_FREE

    def _reached(self) -> Iterator[Question]:
        goal = get(self.answers.content, self.path) or {}
        if not {"indicators", "assessment"} & set(goal):
            yield self._question(
                "reached",
                asks=words.KIND,
                kind=Kind.MEASURED_OR_ASSESSED,
                offers=[
                    Offer("measured", words.MEASURED, words.MEASURED_ABOUT),
                    Offer("assessed", words.ASSESSED, words.ASSESSED_ABOUT),
                ],
                may_be_other=False,
                is_needed=True,
            )
            return
        for number in range(len(goal.get("indicators") or ())):
            yield from self._indicator(number, goal)
        assessment = goal.get("assessment")
        if isinstance(assessment, dict) and assessment.get("flag") != "false":
            yield from self._assessment(goal)

    def _indicator(self, number: int, goal: Content) -> Iterator[Question]:
        at = ("indicators", number)
        if not isinstance(get(goal, at), dict):
            return
        end = _last_year(goal)
        yield self._question(*at, "name", asks=words.INDICATOR, hint=words.INDICATOR_HINT, is_needed=True)
        yield self._question(*at, "unit", asks=words.UNIT, hint=words.UNIT_HINT)
        yield self._question(
            *at, "baseline", "value", asks=words.BASELINE, hint=words.BASELINE_HINT, kind=Kind.NUMBER
        )
        if (*self.path, *at, "baseline", "value") not in self.answers.passed:
            yield self._question(
                *at, "baseline", "year", asks=words.BASELINE_YEAR, kind=Kind.YEAR, is_extra=True
            )
        yield self._question(*at, "target", "value", asks=words.TARGET, kind=Kind.NUMBER, is_needed=True)
        yield self._question(
            *at, "target", "year", asks=words.TARGET_YEAR, kind=Kind.YEAR, default=end, is_extra=True
        )
        yield self._question(*at, "source", asks=words.SOURCE, hint=words.SOURCE_HINT)
        yield self._question(*at, "kolada", asks=words.KOLADA, hint=words.KOLADA_HINT, is_extra=True)

    def _assessment(self, goal: Content) -> Iterator[Question]:
        when = words.WHEN_HINT(year=_last_year(goal) or self.answers.content.get("year") or "")
        yield self._question("assessment", "reason", asks=words.REASON)
        yield self._question("assessment", "responsible", asks=words.JUDGE, hint=words.JUDGE_HINT)
        yield self._question("assessment", "basis", asks=words.BASIS, hint=words.SEVERAL, kind=Kind.LIST)
        yield self._question(
            "assessment", "criteria", asks=words.CRITERIA, hint=words.SEVERAL, kind=Kind.LIST
        )
        yield self._question("assessment", "when", asks=words.WHEN, hint=when, is_extra=True)


def _lengths(limits: Limits | None) -> list[int]:
    """Give how many years a goal may cover, short first."""
    horizon = limits.horizon if limits else None
    if horizon is None:
        return []
    short = list(range(1, horizon.short + 1)) if horizon.short else []
    least, most = (horizon.long.least, horizon.long.most) if horizon.long else (None, None)
    long = list(range(least or (most or 1), (most or least or 0) + 1)) if least or most else []
    return sorted({*short, *long})[:_MOST_LENGTHS]


def _some(listed: list[str]) -> list[str]:
    """Give a few words of a list: neighbours mean much the same, and the last ones are in another language."""
    first = listed[: max(len(listed) // 2, 1)]
    return first[:: max(1, -(-len(first) // _EXAMPLES))]


def _last_year(goal: Content) -> str:
    horizon = goal.get("horizon")
    match = re.search(r"([12][0-9]{3})\Z", horizon) if isinstance(horizon, str) else None
    return match[1] if match else ""


def _first_sentence(area: FocusArea) -> str | None:
    match = _SENTENCE.match(area.text.strip()) if area.text else None
    return " ".join(match[0].split()) if match else area.text
