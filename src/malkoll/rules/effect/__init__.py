"""Effect, audience, reach (MK5)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.effect.activity_not_effect import activity_not_effect
from malkoll.rules.effect.internal_goal import internal_goal
from malkoll.rules.effect.no_audience import no_audience
from malkoll.rules.effect.outside_control import outside_control
from malkoll.rules.effect.status_quo import status_quo
from malkoll.rules.effect.unknown_audience import unknown_audience

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        activity_not_effect,
        internal_goal,
        no_audience,
        unknown_audience,
        outside_control,
        status_quo,
    )
)
