"""Two years or two versions held against each other: board by board, goal by goal, value by value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from malkoll.document.goal_document import GoalDocument
from malkoll.record import Record
from malkoll.repository.changes import (
    Change,
    Kind,
    Step,
    Topic,
    between,
    changes,
    is_reordered,
)
from malkoll.repository.content import Content, Fields, Leaf, Parts, fields_of
from malkoll.repository.gathered import Followed, PlacedGoal
from malkoll.repository.matching import pairs
from malkoll.repository.sides import Document, Side
from malkoll.repository.unreadable import Unreadable, unreadable
from malkoll.rules.across.groups import board_of, municipality_of, only_municipality
from malkoll.summary import goal_lines


class State(StrEnum):
    """What has become of a goal."""

    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    UNCHANGED = "unchanged"


class Gone(Record):
    """What is known of a goal that was dropped.

    Attributes:
        until: the last year of its horizon.
        is_over: whether that had passed when the new document begins; None where it can't be told.
        judgement: of its last follow-up.

    """

    until: int | None
    is_over: bool | None
    judgement: str | None


class ComparedGoal(Record):
    """A goal in one document or in both.

    Attributes:
        old, new: the goal as it was and as it is.
        changes: what is another; nothing for a goal that is in one document only.
        gone: of a goal that was dropped.

    """

    old: PlacedGoal | None
    new: PlacedGoal | None
    changes: tuple[Change, ...] = ()
    gone: Gone | None = None

    @property
    def state(self) -> State:
        if self.old is None:
            return State.ADDED
        if self.new is None:
            return State.DROPPED
        return State.CHANGED if self.changes else State.UNCHANGED

    @property
    def is_reworded(self) -> bool:
        return any(len(one.where) == 1 and one.where[0].field == "statement" for one in self.changes)

    @property
    def followed(self) -> tuple[Followed, Followed] | None:
        """How it was to be seen whether the goal is reached, and how it is now; None where that is the same."""
        if self.old is None or self.new is None or self.old.followed is self.new.followed:
            return None
        return self.old.followed, self.new.followed

    def about(self, topic: Topic) -> list[Change]:
        return [one for one in self.changes if one.topic is topic]


class ComparedBoard(Record):
    """A board's two documents.

    Attributes:
        changes: what is another in the document itself.
        goals: in the order of the new document, those that were dropped last.
        unreadable: in the old document and in the new.

    """

    old: Document
    new: Document
    changes: tuple[Change, ...]
    goals: tuple[ComparedGoal, ...]
    unreadable: tuple[tuple[Unreadable, ...], tuple[Unreadable, ...]]

    @property
    def name(self) -> str:
        return self.new.summary.board or self.old.summary.board or self.new.name

    def of(self, state: State) -> list[ComparedGoal]:
        return [goal for goal in self.goals if goal.state is state]

    @property
    def is_same(self) -> bool:
        return not self.changes and all(goal.state is State.UNCHANGED for goal in self.goals)


class Comparison(Record):
    """Everything that was compared.

    Attributes:
        old, new: the two sides.
        boards: those with a document on both.
        only_old, only_new: documents of boards that have none on the other side.
        beside: documents that weren't compared: of other years, or a second one of a board and year.
        nameless: documents that name no board that could be read.

    """

    old: Side
    new: Side
    boards: tuple[ComparedBoard, ...]
    only_old: tuple[Document, ...]
    only_new: tuple[Document, ...]
    beside: tuple[Document, ...]
    nameless: tuple[Document, ...]

    @property
    def is_same(self) -> bool:
        return not self.only_old and not self.only_new and all(board.is_same for board in self.boards)

    @property
    def has_municipalities(self) -> bool:
        """Tell whether there are several municipalities to tell apart."""
        documents = (*self.old.documents, *self.new.documents)
        return len({one.summary.municipality for one in documents} - {None}) > 1


_Owner = tuple[str, str]


def compare(old: Side, new: Side, years: tuple[int | None, int | None] = (None, None)) -> Comparison:
    """Compare two sides.

    Args:
        old: what was read of the one.
        new: what was read of the other.
        years: which years' documents; None for the latest of each board.

    """
    if old.is_file and new.is_file and len(old.documents) == len(new.documents) == 1:
        # who names two files means these, whatever their boards are called
        pair = _board(old.documents[0], new.documents[0])
        return Comparison(old, new, (pair,), (), (), (), ())
    only = only_municipality([one.summary for one in (*old.documents, *new.documents)])
    before, now = _by_owner(old, only, years[0]), _by_owner(new, only, years[1])
    boards = [_board(before[owner], now[owner]) for owner in now if owner in before]
    # a file of one side says nothing of the other boards on the other
    only_old = [] if new.is_file else [before[owner] for owner in before if owner not in now]
    only_new = [] if old.is_file else [now[owner] for owner in now if owner not in before]
    compared = {id(one) for one in (*before.values(), *now.values())}
    both = (*old.documents, *new.documents)
    return Comparison(
        old,
        new,
        tuple(sorted(boards, key=lambda board: _in_order(board.new))),
        tuple(sorted(only_old, key=_in_order)),
        tuple(sorted(only_new, key=_in_order)),
        tuple(one for one in both if id(one) not in compared and board_of(one.summary) is not None),
        tuple(one for one in both if board_of(one.summary) is None),
    )


def _by_owner(side: Side, only: str, year: int | None) -> dict[_Owner, Document]:
    """Give each board's document of a year, or of its latest; the first, where there are two."""
    found: dict[_Owner, Document] = {}
    for one in side.documents:
        board = board_of(one.summary)
        if board is None or (year is not None and one.summary.year != year):
            continue
        owner = municipality_of(one.summary, only), board
        if owner not in found or (one.summary.year or 0) > (found[owner].summary.year or 0):
            found[owner] = one
    return found


def _in_order(document: Document) -> tuple[str, str, str]:
    summary = document.summary
    return (summary.municipality or "", board_of(summary) or "", document.name)


def _board(old: Document, new: Document) -> ComparedBoard:
    before, now = fields_of(old.document, old.root), fields_of(new.document, new.root)
    goals = before.values.pop("goals", None), now.values.pop("goals", None)
    found, about_goals = _goals(*goals, (old.document, new.document))
    return ComparedBoard(
        old,
        new,
        (*changes(before, now), *about_goals),
        tuple(found),
        (tuple(unreadable(before, goals[0])), tuple(unreadable(now, goals[1]))),
    )


def _goals(
    old: Content | None, new: Content | None, documents: tuple[GoalDocument, GoalDocument]
) -> tuple[list[ComparedGoal], list[Change]]:
    """Compare the goals; what stands among them and is none belongs to the document."""
    where = (Step("goals", GoalDocument),)
    if not isinstance(old, Parts | None) or not isinstance(new, Parts | None):
        return [], list(between(old, new, where))
    before, now = (old.items if old else ()), (new.items if new else ())
    were, are = _placed(before, documents[0]), _placed(now, documents[1])
    found: list[ComparedGoal] = []
    about: list[Change] = []
    matched = pairs(before, now)
    was = {there: place for place, there in matched}
    for place, goal in enumerate(now):
        one = before[was[place]] if place in was else None
        if not isinstance(goal, Fields):
            about += [] if one is not None else [Change(Kind.ADDED, where, None, goal)]
        elif isinstance(one, Fields):
            found.append(ComparedGoal(were[was[place]], are[place], tuple(changes(one, goal))))
        else:
            found.append(ComparedGoal(None, are[place]))
    for place in sorted(set(range(len(before))) - set(was.values())):
        one = before[place]
        if isinstance(one, Fields):
            found.append(ComparedGoal(were[place], None, (), _gone(were[place], documents[1].year)))
        else:
            about.append(Change(Kind.REMOVED, where, one, None))
    if is_reordered(matched):
        about.append(Change(Kind.REORDERED, where, None, None))
    return found, about


def _placed(items: Sequence[Fields | Leaf], document: GoalDocument) -> dict[int, PlacedGoal]:
    """Give each goal by its place in the list, where there may be more than goals."""
    places = (place for place, item in enumerate(items) if isinstance(item, Fields))
    lines = zip(document.goals, goal_lines(document), strict=True)
    return {place: PlacedGoal(goal, line, ()) for place, (goal, line) in zip(places, lines, strict=True)}


def _gone(goal: PlacedGoal, year: int | None) -> Gone:
    horizon = goal.goal.horizon
    until = horizon.end if horizon else None
    follow_up = goal.last_follow_up
    is_over = None if until is None or year is None else until < year
    return Gone(until, is_over, follow_up.judgement if follow_up else None)
