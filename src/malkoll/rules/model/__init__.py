"""The steering model's own file (MK7)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.model.duplicate_name import duplicate_name
from malkoll.rules.model.fixed_severity import fixed_severity
from malkoll.rules.model.level_without_limits import level_without_limits
from malkoll.rules.model.limits_reversed import limits_reversed
from malkoll.rules.model.no_focus_areas import no_focus_areas
from malkoll.rules.model.priorities_without_list import priorities_without_list
from malkoll.rules.model.term_reversed import term_reversed
from malkoll.rules.model.unknown_reference import unknown_reference
from malkoll.rules.model.unknown_word_list import unknown_word_list

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        limits_reversed,
        duplicate_name,
        unknown_reference,
        term_reversed,
        no_focus_areas,
        level_without_limits,
        priorities_without_list,
        fixed_severity,
        unknown_word_list,
    )
)
