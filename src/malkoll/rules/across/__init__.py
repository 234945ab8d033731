"""Across documents and years (MK6)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.across.board_twice import board_twice
from malkoll.rules.across.missing_board import missing_board
from malkoll.rules.across.near_duplicate_goal import near_duplicate_goal

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        near_duplicate_goal,
        missing_board,
        board_twice,
    )
)
