"""The rule catalogue: every rule, in the order of the codes.

What is said of the rules here is kept in ``catalogue.json``, taken from their decorators: so a
run loads the code of those rules alone that it asks. ``python -m malkoll.rules.catalogue``
writes it anew, and a test holds it to the rules.
"""

from __future__ import annotations

import json
from pathlib import Path

from malkoll.diagnostic import Applicability, Severity
from malkoll.language import Text
from malkoll.rule import Rule, Scope, Source


def _rule(kept: dict[str, str]) -> Rule:
    return Rule(
        kept["code"],
        kept["name"],
        Severity(kept["severity"]),
        Text(kept["sv"], kept["en"]),
        Scope(kept["scope"]),
        kept["module"],
        kept["function"],
        Source(kept["source"]),
        Applicability(kept["fix"]) if kept["fix"] else None,
        kept["enabled"] == "yes",
        tuple(kept["about"].split()),
    )


RULES: tuple[Rule, ...] = tuple(
    _rule(kept) for kept in json.loads(Path(__file__).with_name("catalogue.json").read_text(encoding="utf-8"))
)
BY_NAME: dict[str, Rule] = {name: rule for rule in RULES for name in (rule.code, rule.name)}
"""Every rule under its code and under its name."""
