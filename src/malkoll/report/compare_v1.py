"""The comparison as JSON, version 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from malkoll import __version__
from malkoll.document.words import Key, Word
from malkoll.language import Language
from malkoll.report.as_json import compact, fit
from malkoll.report.compare_said import bare, shown
from malkoll.report.compare_shapes import (
    BoardV1,
    ChangeV1,
    ComparedGoalV1,
    CompareV1,
    DocumentV1,
    GoalV1,
    StepV1,
    UnreadableV1,
    ValueV1,
)
from malkoll.repository.changes import Change, Topic, Where, is_readable
from malkoll.repository.compare import ComparedBoard, ComparedGoal, Comparison
from malkoll.repository.content import STRANGER, Content, Leaf
from malkoll.repository.gathered import PlacedGoal
from malkoll.repository.sides import Document
from malkoll.repository.unreadable import Unreadable


def text(comparison: Comparison, language: Language) -> str:
    """Write a comparison as JSON, a line for each of its parts and boards."""
    parts = (f"{compact(key)}: {_lines(value)}" for key, value in shape(comparison, language).items())
    return fit("{{{}}}\n".format(",\n".join(parts)))


def _lines(value: object) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return compact(value)
    return "[\n{}\n]".format(",\n".join(map(compact, value)))


def shape(comparison: Comparison, language: Language) -> CompareV1:
    """Give a comparison as plain data."""
    return {
        "version": 1,
        "tool": {"name": "malkoll", "version": __version__},
        "language": language.value,
        "old": comparison.old.given,
        "new": comparison.new.given,
        "same": comparison.is_same,
        "boards": [_board(board, language) for board in comparison.boards],
        "only_old": _documents(comparison.only_old),
        "only_new": _documents(comparison.only_new),
        "not_compared": _documents((*comparison.beside, *comparison.nameless)),
        "unread": list(dict.fromkeys((*comparison.old.unread, *comparison.new.unread))),
    }


def _documents(documents: Iterable[Document]) -> list[DocumentV1]:
    return [_document(one) for one in documents]


def _document(document: Document) -> DocumentV1:
    summary = document.summary
    return {
        "file": document.name,
        "municipality": summary.municipality,
        "board": summary.board,
        "year": summary.year,
        "goals": document.document.goals_written,
    }


def _board(board: ComparedBoard, language: Language) -> BoardV1:
    return {
        "old": _document(board.old),
        "new": _document(board.new),
        "same": board.is_same,
        "guessed": [one.name for one in (board.old, board.new) if not one.is_whole],
        "changes": _changes(board.changes, language),
        "goals": [_compared(goal, language) for goal in board.goals],
        "unreadable": [
            _unreadable(document, one, language)
            for document, found in zip((board.old, board.new), board.unreadable, strict=True)
            for one in found
        ],
    }


def _compared(goal: ComparedGoal, language: Language) -> ComparedGoalV1:
    gone = goal.gone
    return {
        "state": goal.state.value,
        "old": _goal(goal.old),
        "new": _goal(goal.new),
        "reworded": goal.is_reworded,
        "targets_moved": len(goal.about(Topic.TARGET)),
        "indicators_redefined": len(goal.about(Topic.DEFINITION)),
        "horizon_passed": gone.is_over if gone else None,
        "judgement": gone.judgement if gone else None,
        "changes": _changes(goal.changes, language),
    }


def _goal(placed: PlacedGoal | None) -> GoalV1 | None:
    if placed is None:
        return None
    goal = placed.goal
    return {
        "index": goal.index,
        "id": goal.id,
        "statement": goal.statement,
        "focus_areas": list(goal.focus_area or ()),
        "first": goal.horizon.start if goal.horizon else None,
        "last": goal.horizon.end if goal.horizon else None,
        "followed": placed.followed.value,
    }


def _changes(changes: Sequence[Change], language: Language) -> list[ChangeV1]:
    return [_change(change, language) for change in changes]


def _change(change: Change, language: Language) -> ChangeV1:
    return {
        "kind": change.kind.value,
        "path": _path(change.where, language),
        "old": _value(change.old, language),
        "new": _value(change.new, language),
        "words": [{"part": piece.part.value, "text": piece.text} for piece in change.words],
        "topic": change.topic.value if change.topic else None,
        "direction": None if change.is_higher is None else "higher" if change.is_higher else "lower",
    }


def _path(where: Where, language: Language) -> list[StepV1]:
    return [
        {
            "key": _key(step.field, step.cls.words),
            "item": None if step.item is None else bare(step.item, language),
        }
        for step in where
    ]


def _key(field: str, words: dict[str, Key]) -> str:
    key = words.get(field)
    return key.en if key is not None else field.removeprefix(STRANGER)


def _value(content: Content | None, language: Language) -> ValueV1 | None:
    if content is None:
        return None
    if not isinstance(content, Leaf):
        text = shown(content, language)
        return {"text": text, "word": None, "number": None, "year": None, "readable": is_readable(content)}
    return {
        "text": bare(content, language),
        "word": str(content.same) if isinstance(content.shown, Word) else None,
        "number": content.number,
        "year": content.year,
        "readable": content.is_readable,
    }


def _unreadable(document: Document, found: Unreadable, language: Language) -> UnreadableV1:
    return {"file": document.name, "path": _path(found.where, language), "text": bare(found.what, language)}
