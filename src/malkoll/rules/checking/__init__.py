"""The checking itself (MK9)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.checking.internal_error import internal_error

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        internal_error,
    )
)
