"""Effect, audience, reach (MK5)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of

RULES: tuple[Rule, ...] = ()
