"""The rule catalogue: every rule, in the order of the codes.

What is said of the rules here is kept in ``catalogue.json``, taken from their decorators: so a
run loads the code of those rules alone that it asks. ``python -m malkoll.rules.catalogue``
writes it anew, and a test holds it to the rules.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from malkoll.diagnostic import Applicability, Severity
from malkoll.language import Text
from malkoll.rule import Rule, Scope, Source

# to call the types for each rule would take longer than all else
_SEVERITIES = {one.value: one for one in Severity}
_SCOPES = {one.value: one for one in Scope}
_SOURCES = {one.value: one for one in Source}
_FIXES = {"": None} | {one.value: one for one in Applicability}


def _rule(kept: list[Any]) -> Rule:
    """Make a rule of its line; `malkoll.rules.catalogue` says what stands in it."""
    code, name, severity, sv, en, scope, module, function, source, fix, enabled, about = kept
    return Rule(
        code,
        name,
        _SEVERITIES[severity],
        Text(sv, en),
        _SCOPES[scope],
        module,
        function,
        _SOURCES[source],
        _FIXES[fix],
        enabled,
        tuple(about),
    )


RULES: tuple[Rule, ...] = tuple(
    _rule(kept) for kept in json.loads(Path(__file__).with_name("catalogue.json").read_text(encoding="utf-8"))
)
BY_NAME: dict[str, Rule] = {name: rule for rule in RULES for name in (rule.code, rule.name)}
"""Every rule under its code and under its name."""
