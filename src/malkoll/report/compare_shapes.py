"""The shapes of version 1 of the comparison for programs.

A key may be added to a shape; none is renamed, removed or given another meaning before version 2.
The texts beside the keys describe them in the comparison's JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from typing_extensions import TypedDict

from malkoll.report.json_v1 import ToolV1

KindV1 = Literal["added", "removed", "changed", "reworded", "reordered"]
FollowedV1 = Literal["measured", "measured_and_assessed", "assessed", "neither", "unclear"]


class DocumentV1(TypedDict):
    """A document."""

    file: Annotated[str, "Its path, with forward slashes; of a version in git, that before it and a colon."]
    municipality: Annotated[str | None, "The municipality, as written; null if it isn't named."]
    board: Annotated[str | None, "The board, as written; null if it isn't known."]
    year: Annotated[int | None, "The first year that the goals apply to; null if it isn't known."]
    goals: Annotated[int, "How many goals stand in it."]


class StepV1(TypedDict):
    """A step of the way to a value."""

    key: Annotated[
        str, "The key, in English whatever the document's language; one that nobody knows as written."
    ]
    item: Annotated[
        str | None, "Which item of a list, by its name, year or text; null where there is none to tell."
    ]


class ValueV1(TypedDict):
    """What stands in a place."""

    text: Annotated[str, "As it is shown, in the language of the texts."]
    word: Annotated[
        str | None, "Of a closed value, as a status: the same word whatever the language; null otherwise."
    ]
    number: Annotated[float | None, "The number, where it is one; null otherwise."]
    year: Annotated[int | None, "The year, where one stands there; null otherwise."]
    readable: Annotated[bool, "Whether it could be read; else the text is as it stands in the file."]


class PieceV1(TypedDict):
    """A run of words in both wordings, or in one of them."""

    part: Annotated[Literal["same", "old", "new"], "Where it stands."]
    text: Annotated[str, "The words, with the blank before them."]


class ChangeV1(TypedDict):
    """One difference."""

    kind: Annotated[KindV1, "What has happened."]
    path: Annotated[list[StepV1], "The way to it, from the document or the goal."]
    old: Annotated[ValueV1 | None, "What stood there; null where nothing did."]
    new: Annotated[ValueV1 | None, "What stands there; null where nothing does."]
    words: Annotated[list[PieceV1], "Of a text that was reworded: the words of both."]
    topic: Annotated[
        Literal["target", "definition"] | None,
        "What it means for the follow-up: a target moved, an indicator redefined; null for all else.",
    ]
    direction: Annotated[
        Literal["higher", "lower"] | None, "Which way a target was moved; null where that can't be told."
    ]


class GoalV1(TypedDict):
    """A goal in one document."""

    index: Annotated[int, "Its place in the list, from 0."]
    id: Annotated[str | None, "Its id; null if it has none."]
    statement: Annotated[str | None, "The goal itself."]
    focus_areas: Annotated[list[str], "Its focus areas, as written."]
    first: Annotated[int | None, "The first year of its horizon; null if it isn't known."]
    last: Annotated[int | None, "The last year of its horizon; null if it isn't known."]
    followed: Annotated[FollowedV1, "How it will be seen whether it is reached."]


class ComparedGoalV1(TypedDict):
    """A goal in one document or in both."""

    state: Annotated[Literal["added", "dropped", "changed", "unchanged"], "What has become of it."]
    old: Annotated[GoalV1 | None, "As it was; null for one that was added."]
    new: Annotated[GoalV1 | None, "As it is; null for one that was dropped."]
    reworded: Annotated[bool, "Whether its statement was reworded."]
    targets_moved: Annotated[int, "How many changes move a target."]
    indicators_redefined: Annotated[
        int, "How many changes redefine an indicator: unit, source, baseline, Kolada id."
    ]
    horizon_passed: Annotated[
        bool | None,
        "Of a goal that was dropped: whether its horizon had passed; null where that can't be told, and for all others.",
    ]
    judgement: Annotated[
        str | None, "Of a goal that was dropped: that of its last follow-up; null without one."
    ]
    changes: Annotated[list[ChangeV1], "What is another in it."]


class UnreadableV1(TypedDict):
    """What couldn't be read, and was compared as it stands."""

    file: Annotated[str, "The file."]
    path: Annotated[list[StepV1], "The way to it, from the document."]
    text: Annotated[str, "What stands there."]


class BoardV1(TypedDict):
    """A board's two documents."""

    old: Annotated[DocumentV1, "The old one."]
    new: Annotated[DocumentV1, "The new one."]
    same: Annotated[bool, "Whether they say the same."]
    guessed: Annotated[list[str], "Of the two files, those whose YAML has mistakes, read as far as possible."]
    changes: Annotated[list[ChangeV1], "What is another in the document itself."]
    goals: Annotated[
        list[ComparedGoalV1], "The goals, in the order of the new document; those that were dropped last."
    ]
    unreadable: Annotated[list[UnreadableV1], "What couldn't be read."]


class CompareV1(TypedDict):
    """What malkoll compare shows."""

    version: Annotated[Literal[1], "The version of this format."]
    tool: Annotated[ToolV1, "The program that made it."]
    language: Annotated[Literal["sv", "en"], "The language of the texts."]
    old: Annotated[str, "The old side, as given."]
    new: Annotated[str, "The new side, as given."]
    same: Annotated[bool, "Whether there is no difference."]
    boards: Annotated[list[BoardV1], "The boards that have a document on both sides."]
    only_old: Annotated[list[DocumentV1], "Documents of boards that have none on the new side."]
    only_new: Annotated[list[DocumentV1], "Documents of boards that have none on the old side."]
    not_compared: Annotated[
        list[DocumentV1],
        "Documents of other years, second ones of a board and year, and those of no board that could be read.",
    ]
    unread: Annotated[list[str], "Files that couldn't be read at all."]
