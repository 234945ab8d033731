"""Which rules are on for a file, and how severe they are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ALWAYS_ON, Rule, Scope
from malkoll.rules import BY_NAME, RULES
from malkoll.steering.loaded import LoadedModel

BY_STRENGTH = {
    "requirement": Severity.ERROR,
    "recommendation": Severity.WARNING,
    "hint": Severity.INFO,
}
"""What a steering model says of a rule, as the severity that it means."""
OFF = "off"
_ANY = Finding(At(), Text("", "")())
"""Stands for whatever a rule may find."""


def matching(selector: str) -> list[Rule]:
    """Give the rules that a selector names: a code, the beginning of one (MK4), a name, or ALL."""
    wanted = selector.strip()
    if wanted.upper() == "ALL":
        return list(RULES)
    code = wanted.upper()
    if code in BY_NAME:
        return [BY_NAME[code]]
    by_code = [rule for rule in RULES if code.startswith("MK") and rule.code.startswith(code)]
    return by_code or [rule for rule in RULES if rule.name == wanted.casefold().replace("_", "-")]


class Selection:
    """The rules that are on, and severities that a configuration sets.

    Attributes:
        rules: those that are on, in the order of their codes.
        severities: rule name to severity, or None for off.

    """

    __slots__ = ("_codes", "_scopes", "rules", "severities")

    def __init__(
        self, rules: tuple[Rule, ...], severities: Mapping[str, Severity | None] = MappingProxyType({})
    ) -> None:
        self.rules = rules
        self.severities = severities
        # asked time and again for each document
        self._codes = frozenset(rule.code for rule in rules)
        self._scopes = {scope: tuple(rule for rule in rules if rule.scope is scope) for scope in Scope}

    def only(self, rules: tuple[Rule, ...]) -> Selection:
        """Give the same severities for other rules."""
        return Selection(rules, self.severities)

    def of(self, scope: Scope) -> tuple[Rule, ...]:
        return self._scopes[scope]

    def has(self, rule: Rule) -> bool:
        return rule.code in self._codes

    def shows(self, rule: Rule, model: LoadedModel) -> bool:
        """Tell whether what a rule finds would be shown at all."""
        return self.has(rule) and self.severity(rule, _ANY, model) is not None

    def severity(self, rule: Rule, finding: Finding, model: LoadedModel) -> Severity | None:
        """Settle how severe a finding is; None when the model or the configuration turns its rule off.

        The configuration has the last word, then the steering model, then the finding, then
        the rule. Rules about the file itself can't be softened by a model.
        """
        if rule.code in ALWAYS_ON:
            return finding.severity or rule.severity
        if rule.name in self.severities:
            return self.severities[rule.name]
        setting = None if rule.is_about_the_file else model.setting(rule.code, rule.name)
        if setting is not None and setting.strength is not None:
            return BY_STRENGTH.get(setting.strength)
        return finding.severity or rule.severity


def select(
    selected: Iterable[str] = (),
    extended: Iterable[str] = (),
    ignored: Iterable[str] = (),
    severities: Mapping[str, Severity | None] | None = None,
) -> Selection:
    """Turn selectors into the rules that are on.

    Args:
        selected: only these, if any; without them all that are on by themselves.
        extended: these too.
        ignored: but not these.
        severities: rule name to severity, None for off.

    """
    chosen = list(selected)
    codes = {rule.code for rule in RULES if rule.enabled}
    if chosen:
        codes = {rule.code for selector in chosen for rule in matching(selector)}
    codes |= {rule.code for selector in extended for rule in matching(selector)}
    codes -= {rule.code for selector in ignored for rule in matching(selector)}
    codes |= ALWAYS_ON
    return Selection(tuple(rule for rule in RULES if rule.code in codes), severities or {})
