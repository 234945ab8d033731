"""The steering model (MK2)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.steering.fact_without_source import fact_without_source
from malkoll.rules.steering.goal_count import goal_count
from malkoll.rules.steering.horizon_before_year import horizon_before_year
from malkoll.rules.steering.horizon_length import horizon_length
from malkoll.rules.steering.horizon_outside_term import horizon_outside_term
from malkoll.rules.steering.missing_current_state import missing_current_state
from malkoll.rules.steering.missing_mission import missing_mission
from malkoll.rules.steering.model_not_valid_for_year import model_not_valid_for_year
from malkoll.rules.steering.priorities_pending import priorities_pending
from malkoll.rules.steering.review_after_priorities import review_after_priorities
from malkoll.rules.steering.too_many_focus_areas import too_many_focus_areas
from malkoll.rules.steering.unknown_board import unknown_board
from malkoll.rules.steering.unknown_focus_area import unknown_focus_area
from malkoll.rules.steering.unknown_priority import unknown_priority
from malkoll.rules.steering.unknown_regional_link import unknown_regional_link
from malkoll.rules.steering.unknown_sdg import unknown_sdg
from malkoll.rules.steering.unusable_steering_model import unusable_steering_model
from malkoll.rules.steering.wrong_level import wrong_level

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        goal_count,
        unknown_focus_area,
        too_many_focus_areas,
        horizon_length,
        horizon_outside_term,
        horizon_before_year,
        unknown_board,
        wrong_level,
        unknown_regional_link,
        unknown_sdg,
        unknown_priority,
        priorities_pending,
        review_after_priorities,
        missing_mission,
        missing_current_state,
        fact_without_source,
        model_not_valid_for_year,
        unusable_steering_model,
    )
)
