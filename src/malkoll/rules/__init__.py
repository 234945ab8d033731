"""The rule catalogue: every rule, in the order of the codes."""

from __future__ import annotations

from malkoll.rule import Rule
from malkoll.rules import across, checking, clarity, effect, file, measurement, model, shape, steering

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            rule
            for area in (file, shape, steering, measurement, clarity, effect, across, model, checking)
            for rule in area.RULES
        ),
        key=lambda rule: rule.code,
    )
)
BY_NAME: dict[str, Rule] = {name: rule for rule in RULES for name in (rule.code, rule.name)}
"""Every rule under its code and under its name."""
