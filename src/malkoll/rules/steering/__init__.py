"""The steering model (MK2)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.steering.goal_count import goal_count
from malkoll.rules.steering.unknown_focus_area import unknown_focus_area

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        goal_count,
        unknown_focus_area,
    )
)
