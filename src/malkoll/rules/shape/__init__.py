"""The document's shape (MK1)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.shape.decided_without_decision import decided_without_decision
from malkoll.rules.shape.duplicate_goal_id import duplicate_goal_id
from malkoll.rules.shape.missing_goal_id import missing_goal_id
from malkoll.rules.shape.personal_data import personal_data

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        decided_without_decision,
        missing_goal_id,
        duplicate_goal_id,
        personal_data,
    )
)
