"""The shapes of version 1 of the overview for programs.

A key may be added to a shape; none is renamed, removed or given another meaning before version 2.
The texts beside the keys describe them in the overview's JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from typing_extensions import TypedDict

from malkoll.report.json_v1 import ModelV1, ToolV1


class FindingsV1(TypedDict):
    """How many findings there are."""

    errors: Annotated[int, "Errors."]
    warnings: Annotated[int, "Warnings."]
    infos: Annotated[int, "Hints."]


class InAreaV1(TypedDict):
    """How many goals lie in a focus area; a goal in several counts in each."""

    focus_area: Annotated[str, "The focus area's name."]
    goals: Annotated[int, "How many goals."]


class SpanV1(TypedDict):
    """How many goals cover the same years."""

    first: Annotated[int, "The first year."]
    last: Annotated[int, "The last year."]
    goals: Annotated[int, "How many goals."]


class FollowedV1(TypedDict):
    """How it will be seen whether the goals are reached."""

    measured: Annotated[int, "Goals with an indicator that has a target."]
    measured_and_assessed: Annotated[int, "Goals that also are assessed professionally."]
    assessed: Annotated[int, "Goals that are assessed professionally only."]
    neither: Annotated[int, "Goals with neither."]
    unclear: Annotated[int, "Goals for which it can't be read."]


class FollowUpV1(TypedDict):
    """What became of the goals."""

    reached: Annotated[int, "Reached."]
    partly: Annotated[int, "Partly reached."]
    not_reached: Annotated[int, "Not reached."]
    unjudged: Annotated[int, "Followed up, but not judged."]
    not_followed_up: Annotated[int, "Not followed up: those whose time has passed, and those still going on."]
    due: Annotated[int, "Of those not followed up: whose last year has passed."]


class AreaFollowUpV1(TypedDict):
    """What became of the goals of a focus area."""

    focus_area: Annotated[str, "The focus area's name."]
    follow_up: Annotated[FollowUpV1, "What became of them."]


class BoardV1(TypedDict):
    """A board's document."""

    file: Annotated[str, "Its path, with forward slashes."]
    sha256: Annotated[str, "The SHA-256 of its bytes, hexadecimal."]
    municipality: Annotated[str | None, "The municipality, as written; null if it isn't named."]
    board: Annotated[str | None, "The board, as written; null if it isn't known."]
    year: Annotated[int | None, "The first year that the goals apply to; null if it isn't known."]
    status: Annotated[str | None, "draft or decided."]
    goals: Annotated[int, "How many goals stand in it."]
    focus_areas: Annotated[list[InAreaV1], "How many of them lie in each focus area."]
    no_focus_area: Annotated[int, "How many lie in no focus area of the steering model."]
    horizons: Annotated[list[SpanV1], "The years that they cover, the earliest first."]
    followed: Annotated[FollowedV1, "How it will be seen whether they are reached."]
    follow_up: Annotated[FollowUpV1, "What became of them."]
    findings: Annotated[FindingsV1, "How many findings its check gave."]


class LengthsV1(TypedDict):
    """How long the goals run."""

    short: Annotated[int, "Short-term goals."]
    long: Annotated[int, "Long-term goals."]
    unknown: Annotated[int, "Goals whose years aren't known."]


class LinkV1(TypedDict):
    """Something that goals are linked to."""

    id: Annotated[str, "Its id or number."]
    name: Annotated[str, "Its name."]
    stated: Annotated[int, "How many goals name it."]
    implied: Annotated[int, "How many more lie in a focus area that is linked to it."]


class AgendaV1(TypedDict):
    """Agenda 2030."""

    own_reading: Annotated[bool, "Whether what focus areas imply is malkoll's own reading of them."]
    goals: Annotated[list[LinkV1], "Its 17 goals; a target counts for its goal."]


class StrategyV1(TypedDict):
    """A regional development strategy."""

    name: Annotated[str, "Its name."]
    areas: Annotated[list[LinkV1], "Its areas."]
    principles: Annotated[list[LinkV1], "Its principles."]
    priorities: Annotated[list[LinkV1], "Its priorities."]


class PrioritiesV1(TypedDict):
    """The council's priorities in a steering model."""

    model: Annotated[str, "The steering model's id."]
    status: Annotated[Literal["pending", "decided"], "Whether the council has decided them."]
    date: Annotated[str | None, "The day of the decision, or on which it was expected, as YYYY-MM-DD."]
    priorities: Annotated[list[LinkV1], "The priorities."]


class RuleFindingsV1(TypedDict):
    """What one rule found."""

    code: Annotated[str, "The rule's code."]
    name: Annotated[str, "The rule's name."]
    findings: Annotated[FindingsV1, "How many findings."]


class PrincipleV1(TypedDict):
    """A principle that goals are to fulfil, with the findings against it."""

    name: Annotated[str, "The principle, as a sentence."]
    from_model: Annotated[bool, "Whether the steering model names it; else it is the rules' area."]
    findings: Annotated[FindingsV1, "How many findings."]
    rules: Annotated[list[RuleFindingsV1], "Which rules found them."]


class GoalRefV1(TypedDict):
    """A goal."""

    file: Annotated[str, "The file that it stands in."]
    index: Annotated[int, "Its place in the list, from 0."]
    goal: Annotated[str | None, "Its id; null if it has none."]
    statement: Annotated[str | None, "The goal itself."]


class AlikeV1(TypedDict):
    """Two goals that are alike."""

    first: Annotated[GoalRefV1, "The earlier one."]
    second: Annotated[GoalRefV1, "The later one."]


class OverviewV1(TypedDict):
    """What malkoll overview shows."""

    version: Annotated[Literal[1], "The version of this format."]
    tool: Annotated[ToolV1, "The program that made it."]
    language: Annotated[Literal["sv", "en"], "The language of the texts."]
    date: Annotated[str, "The date of the run, as YYYY-MM-DD."]
    year: Annotated[int | None, "The year that is shown; null if no document has one."]
    years: Annotated[list[int], "Every year that there are documents for."]
    models: Annotated[list[ModelV1], "The steering models."]
    goals: Annotated[int, "How many goals there are."]
    boards: Annotated[list[BoardV1], "The documents, by municipality and board."]
    focus_areas: Annotated[list[InAreaV1], "How many goals lie in each focus area."]
    uncovered: Annotated[list[str], "The focus areas that no goal lies in."]
    no_focus_area: Annotated[int, "How many goals lie in no focus area of the steering model."]
    lengths: Annotated[LengthsV1, "How long the goals run."]
    followed: Annotated[FollowedV1, "How it will be seen whether they are reached."]
    follow_up: Annotated[FollowUpV1, "What became of them."]
    follow_up_by_focus_area: Annotated[list[AreaFollowUpV1], "The same for each focus area."]
    agenda2030: Annotated[AgendaV1, "Links to Agenda 2030."]
    rus: Annotated[list[StrategyV1], "Links to the regional development strategies."]
    priorities: Annotated[list[PrioritiesV1], "Links to the council's priorities."]
    findings: Annotated[FindingsV1, "How many findings the check gave."]
    principles: Annotated[list[PrincipleV1], "The findings by principle."]
    alike: Annotated[list[AlikeV1], "Goals that are alike."]
