"""The steering model: what a municipality has decided about its goals."""

# annotations as they are, not as text: what a part holds is read from them (`slots`)

from typing import Annotated, Any

from malkoll.document.fields import (
    Date,
    Kind,
    Level,
    Line,
    LineOrLines,
    Lines,
    Year,
    choice,
)
from malkoll.document.part import Part, Place, path_of
from malkoll.language import Text
from malkoll.steering import vocabulary
from malkoll.steering.whole_number import Whole
from malkoll.syntax.tree import Scalar

PriorityStatus = Annotated[
    str, Kind("choice", choice(vocabulary.PRIORITY_STATUSES), vocabulary.PRIORITY_STATUSES)
]
AudienceId = Annotated[str, Kind("choice", choice(vocabulary.AUDIENCES), vocabulary.AUDIENCES)]
Strength = Annotated[str, Kind("choice", choice(vocabulary.STRENGTHS), vocabulary.STRENGTHS)]


class Valid(Part):
    """The term: first and last year, without a last one it runs on."""

    words = vocabulary.VALID

    start: Year | None = None
    end: Year | None = None


class Range(Part):
    words = vocabulary.RANGE

    least: Whole | None = None
    most: Whole | None = None


class HorizonLimits(Part):
    """How many calendar years a goal may cover, both ends counted."""

    words = vocabulary.HORIZON_LIMITS

    short: Whole | None = None
    long: Range | None = None

    @property
    def longest(self) -> int | None:
        """The most years that a goal may cover; None where the model names no end."""
        return self.long.most if self.long else self.short


class Limits(Part):
    words = vocabulary.LIMITS

    goals: Range | None = None
    horizon: HorizonLimits | None = None


class Levels(Part):
    words = vocabulary.LEVEL_LIMITS

    board: Limits | None = None
    council: Limits | None = None
    company: Limits | None = None

    def limits(self, level: str) -> Limits | None:
        return {"board": self.board, "council": self.council, "company": self.company}[level]


class Named(Part):
    """Something with a name, perhaps an id, and other names that are accepted."""

    id: Line | None = None
    name: Line | None = None
    alias: LineOrLines | None = None

    @property
    def names(self) -> list[str]:
        """All that it may be called: name, id, other names."""
        return [name for name in (self.name, self.id, *(self.alias or ())) if name]


class Board(Named):
    words = vocabulary.BOARD
    shorthand = "name"

    level: Level = "board"


class RusLinks(Part):
    words = vocabulary.RUS_LINKS

    areas: LineOrLines | None = None
    principles: LineOrLines | None = None
    priorities: LineOrLines | None = None


class FocusArea(Named):
    words = vocabulary.FOCUS_AREA

    text: Line | None = None
    topics: dict[str, Lines]
    rus: RusLinks | None = None
    agenda2030: Lines | None = None


class StrategyItem(Named):
    """An area, principle or priority of the regional strategy; a bare text is its name."""

    words = vocabulary.STRATEGY_ITEM

    area: Line | None = None


class Strategy(Part):
    """The regional development strategy (RUS); a bare text is the id of a built-in one."""

    words = vocabulary.STRATEGY
    shorthand = "id"

    id: Line | None = None
    name: Line | None = None
    source: Line | None = None
    areas: list[StrategyItem]
    principles: list[StrategyItem]
    priorities: list[StrategyItem]

    @property
    def items(self) -> list[StrategyItem]:
        return [*self.areas, *self.principles, *self.priorities]


class Priority(Named):
    words = vocabulary.PRIORITY

    focus_area: Line | None = None


class Priorities(Part):
    """The council's priorities: pending until a day, or decided, with a list."""

    words = vocabulary.PRIORITIES

    status: PriorityStatus = "pending"
    date: Date | None = None
    items: list[Priority]


class Audience(Part):
    words = vocabulary.AUDIENCE

    id: AudienceId | None = None
    listed: LineOrLines | None = None


class Event(Part):
    words = vocabulary.EVENT

    date: Line | None = None
    event: Line | None = None


class Clause(Part):
    """A clause's words; written once, or in both languages."""

    words = vocabulary.BOTH_LANGUAGES

    sv: Line | None = None
    en: Line | None = None

    @classmethod
    def written_short(cls, value: Any) -> Any:
        if isinstance(value, Scalar):
            return {"sv": value, "en": value, "place": Place(path_of(value), scalar=True)}
        return value

    @property
    def text(self) -> Text:
        sv, en = self.sv or self.en or "", self.en or self.sv or ""
        return Text(_literal(sv), _literal(en))


def _literal(text: str) -> str:
    """Keep a municipality's own braces from being read as placeholders."""
    return text.replace("{", "(").replace("}", ")")


class RuleSetting(Part):
    """What the municipality says of a rule: how strong it is, and where that is decided."""

    words = vocabulary.RULE_SETTING
    shorthand = "strength"

    strength: Strength | None = None
    reference: Clause | None = None


class Principle(Part):
    """What goals are to fulfil, with the rules that check it."""

    words = vocabulary.PRINCIPLE

    id: Line | None = None
    name: Clause | None = None
    rules: LineOrLines | None = None


class WordList(Part):
    words = vocabulary.WORD_LIST

    add: LineOrLines | None = None
    remove: LineOrLines | None = None


class SteeringModel(Named):
    """A whole steering model."""

    words = vocabulary.MODEL

    source: Line | None = None
    valid: Valid | None = None
    levels: Levels | None = None
    boards: list[Board]
    focus_areas: list[FocusArea]
    rus: Strategy | None = None
    priorities: Priorities | None = None
    audiences: list[Audience]
    annual_cycle: list[Event]
    rules: dict[str, RuleSetting]
    principles: list[Principle]
    word_lists: dict[str, WordList]

    def limits(self, level: str) -> Limits | None:
        """Give the limits of a level, None where the model says nothing of it."""
        return self.levels.limits(level) if self.levels else None
