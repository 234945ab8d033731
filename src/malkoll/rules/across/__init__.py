"""Across documents and years (MK6)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of

RULES: tuple[Rule, ...] = ()
