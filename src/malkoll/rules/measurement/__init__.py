"""Measurability and assessment (MK3)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.measurement.not_measured_not_assessed import not_measured_not_assessed

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        not_measured_not_assessed,
    )
)
