"""The goal document as a model: what a board writes (måldokument)."""

# annotations as they are, not as text: what a part holds is read from them (`slots`)

from typing import Any, ClassVar

from pydantic_core import PydanticCustomError

from malkoll.document import vocabulary
from malkoll.document.fields import (
    Control,
    Date,
    Direction,
    Judgement,
    Level,
    Line,
    LineOrLines,
    Lines,
    Number,
    Outcome,
    Status,
    Truth,
    Year,
    as_mapping,
    is_year,
    read_text,
    wrong_type,
)
from malkoll.document.part import Part, Place, path_of
from malkoll.document.words import Key
from malkoll.syntax.tree import Scalar

_BETWEEN = frozenset({"-", "\u2013", "\u2014", "till", "to"})


def _likely_years(text: str) -> dict[str, str]:
    # loaded here: few documents need it
    from malkoll.document.freehand import likely_years  # noqa: PLC0415

    likely = likely_years(text)
    return {"text": text, "instead": likely} if likely else {"text": text}


class Fact(Part):
    """One fact of a current-state analysis; a bare text is an analysis in prose."""

    words = vocabulary.FACT

    fact: Line | None = None
    source: Line | None = None
    year: Year | None = None


class Analysis(Part):
    """A current-state analysis: prose, or a list of facts."""

    words: ClassVar[dict[str, Key]] = {}
    as_list = Fact

    prose: Line | None = None
    facts: list[Fact]

    @classmethod
    def written_short(cls, value: Any) -> Any:
        if isinstance(value, Scalar):
            return {"prose": value, "place": Place(path_of(value), scalar=True)}
        if isinstance(value, list):
            return {"facts": value, "place": Place((), scalar=True)}
        raise wrong_type("text-list", value)


class Decision(Part):
    words = vocabulary.DECISION

    date: Date | None = None
    reference: Line | None = None


class Horizon(Part):
    """Whole calendar years, both ends counted."""

    words = vocabulary.HORIZON

    start: Year | None = None
    end: Year | None = None

    @classmethod
    def written_short(cls, value: Any) -> Any:
        if not isinstance(value, Scalar):
            return as_mapping(value)
        text = read_text(value)
        first, between, last = text[:4], text[4:-4].strip(), text[-4:]
        if not is_year(first) or not is_year(last) or not (text == first or between in _BETWEEN):
            raise PydanticCustomError("invalid-value", "horizon", _likely_years(value.text))
        start, end = Scalar(first, value.start, value.end), Scalar(last, value.start, value.end)
        return {"start": start, "end": end, "place": Place(path_of(value), scalar=True)}

    @property
    def years(self) -> int | None:
        """How many calendar years it covers; below 1 when it is reversed."""
        if self.start is None or self.end is None:
            return None
        return self.end - self.start + 1


class Measurement(Part):
    """A value, and perhaps the year that it holds for."""

    words = vocabulary.MEASUREMENT
    shorthand = "value"

    value: Number | None = None
    year: Year | None = None


class Milestone(Part):
    words = vocabulary.MILESTONE

    year: Year | None = None
    value: Number | None = None


class Indicator(Part):
    words = vocabulary.INDICATOR

    name: Line | None = None
    kolada: Line | None = None
    unit: Line | None = None
    direction: Direction | None = None
    baseline: Measurement | None = None
    target: Measurement | None = None
    milestones: list[Milestone]
    source: Line | None = None
    measured: Line | None = None
    responsible: Line | None = None

    @property
    def values(self) -> tuple[float, float] | None:
        """Baseline and target, when both are known."""
        if self.baseline is None or self.target is None:
            return None
        if self.baseline.value is None or self.target.value is None:
            return None
        return self.baseline.value, self.target.value


class Assessment(Part):
    """A professional assessment: the flag alone, or how the goal is judged."""

    words = vocabulary.ASSESSMENT
    shorthand = "flag"

    flag: Truth = True
    reason: Line | None = None
    responsible: Line | None = None
    basis: LineOrLines | None = None
    criteria: LineOrLines | None = None
    when: Line | None = None


class FollowUp(Part):
    """What became of a goal in a year; an outcome without a name has the key ``""``."""

    words = vocabulary.FOLLOW_UP

    year: Year | None = None
    outcome: Outcome | None = None
    judgement: Judgement | None = None
    reason: Line | None = None


class Goal(Part):
    words = vocabulary.GOAL

    id: Line | None = None
    title: Line | None = None
    statement: Line | None = None
    description: Line | None = None
    effect: Line | None = None
    focus_area: LineOrLines | None = None
    horizon: Horizon | None = None
    audience: LineOrLines | None = None
    current_state: Analysis | None = None
    control: Control | None = None
    indicators: list[Indicator]
    assessment: Assessment | None = None
    priorities: Lines | None = None
    rus: Lines | None = None
    agenda2030: Lines | None = None
    responsible: Line | None = None
    follow_up: list[FollowUp]

    @property
    def index(self) -> int:
        """The goal's place in the list, from 0."""
        last = self.place.path[-1]
        return last if isinstance(last, int) else 0

    @property
    def is_assessed(self) -> bool:
        return self.assessment is not None and self.assessment.flag


class GoalDocument(Part):
    """A board's goals for a year."""

    words = vocabulary.DOCUMENT

    steering_model: Line | None = None
    municipality: Line | None = None
    board: Line | None = None
    level: Level = "board"
    year: Year | None = None
    status: Status = "draft"
    decision: Decision | None = None
    mission: Line | None = None
    current_state: Analysis | None = None
    governing_documents: Lines | None = None
    goals: list[Goal]

    @property
    def goals_written(self) -> int:
        """How many goals stand in the list, readable or not."""
        return self.place.lists.get("goals", 0)
