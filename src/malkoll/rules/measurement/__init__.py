"""Measurability and assessment (MK3)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.measurement.assessment_incomplete import assessment_incomplete
from malkoll.rules.measurement.follow_up_disagrees import follow_up_disagrees
from malkoll.rules.measurement.follow_up_missing import follow_up_missing
from malkoll.rules.measurement.impossible_percentage import impossible_percentage
from malkoll.rules.measurement.indicator_without_baseline import indicator_without_baseline
from malkoll.rules.measurement.indicator_without_source import indicator_without_source
from malkoll.rules.measurement.indicator_without_unit import indicator_without_unit
from malkoll.rules.measurement.malformed_kolada_id import malformed_kolada_id
from malkoll.rules.measurement.milestones_disorder import milestones_disorder
from malkoll.rules.measurement.no_movement import no_movement
from malkoll.rules.measurement.not_measured_not_assessed import not_measured_not_assessed
from malkoll.rules.measurement.numbers_disagree import numbers_disagree
from malkoll.rules.measurement.target_hard_to_reach import target_hard_to_reach
from malkoll.rules.measurement.target_year_outside_horizon import target_year_outside_horizon
from malkoll.rules.measurement.wrong_direction import wrong_direction

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        not_measured_not_assessed,
        indicator_without_baseline,
        indicator_without_unit,
        indicator_without_source,
        no_movement,
        wrong_direction,
        target_year_outside_horizon,
        numbers_disagree,
        impossible_percentage,
        target_hard_to_reach,
        malformed_kolada_id,
        assessment_incomplete,
        milestones_disorder,
        follow_up_missing,
        follow_up_disagrees,
    )
)
