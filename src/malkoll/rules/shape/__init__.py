"""The document's shape (MK1)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.shape.decided_without_decision import decided_without_decision
from malkoll.rules.shape.duplicate_goal_id import duplicate_goal_id
from malkoll.rules.shape.empty_text import empty_text
from malkoll.rules.shape.invalid_date import invalid_date
from malkoll.rules.shape.invalid_number import invalid_number
from malkoll.rules.shape.invalid_value import invalid_value
from malkoll.rules.shape.missing_goal_id import missing_goal_id
from malkoll.rules.shape.missing_key import missing_key
from malkoll.rules.shape.mixed_key_languages import mixed_key_languages
from malkoll.rules.shape.personal_data import personal_data
from malkoll.rules.shape.placeholder_text import placeholder_text
from malkoll.rules.shape.unknown_key import unknown_key
from malkoll.rules.shape.wrong_type import wrong_type

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        unknown_key,
        missing_key,
        wrong_type,
        invalid_value,
        invalid_number,
        invalid_date,
        empty_text,
        placeholder_text,
        mixed_key_languages,
        decided_without_decision,
        missing_goal_id,
        duplicate_goal_id,
        personal_data,
    )
)
