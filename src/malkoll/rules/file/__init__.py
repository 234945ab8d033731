"""The file (MK0)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.file.yaml_syntax import yaml_syntax

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        yaml_syntax,
    )
)
