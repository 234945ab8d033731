"""The checking itself (MK9)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.checking.expired_suppression import expired_suppression
from malkoll.rules.checking.internal_error import internal_error
from malkoll.rules.checking.suppression_without_reason import suppression_without_reason
from malkoll.rules.checking.unknown_rule import unknown_rule
from malkoll.rules.checking.unused_suppression import unused_suppression

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        unused_suppression,
        unknown_rule,
        suppression_without_reason,
        expired_suppression,
        internal_error,
    )
)
