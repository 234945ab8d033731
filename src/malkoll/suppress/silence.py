"""Parts what is shown from what a comment silences."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from malkoll.diagnostic import Diagnostic, Severity, Suppressed
from malkoll.rule import Rule
from malkoll.suppress.comment import Suppression, rule_named

_BROKEN_RULE = "MK999"
_OWN = "MK901"
"""The rule that tells of these comments: whether a comment silences it isn't known until then."""


def apply(
    diagnostics: list[Diagnostic], found: list[Suppression]
) -> tuple[list[Diagnostic], list[Suppressed]]:
    """Part the active diagnostics of a file from those that a comment silences."""
    by_code = _by_code(found)
    active, silenced = [], []
    for diagnostic in diagnostics:
        silencer = _silencer(diagnostic, by_code.get(diagnostic.code, ()))
        if silencer is None:
            active.append(diagnostic)
        else:
            until = silencer.until.isoformat() if silencer.until else None
            silenced.append(Suppressed(diagnostic, silencer.reason, until))
    return active, silenced


def _by_code(found: list[Suppression]) -> dict[str, list[tuple[Suppression, str]]]:
    """Sort comments by the rules that they name; a rule that broke is always told of."""
    by_code: dict[str, list[tuple[Suppression, str]]] = {}
    for suppression in found:
        for name in suppression.names:
            if (rule := rule_named(name)) and rule.code != _BROKEN_RULE:
                by_code.setdefault(rule.code, []).append((suppression, name))
    return by_code


def _silencer(diagnostic: Diagnostic, named: Iterable[tuple[Suppression, str]]) -> Suppression | None:
    """Give the first comment that silences a diagnostic; note all that would as used."""
    line = diagnostic.location.start.line
    silencer = None
    for suppression, name in named:
        if suppression.lines[0] <= line <= suppression.lines[1]:
            suppression.used.add(name)
            if not suppression.is_expired:
                silencer = silencer or suppression
    return silencer


def unused(
    found: list[Suppression], active: list[Diagnostic], was_asked: Callable[[Rule], bool]
) -> list[tuple[Suppression, list[str]]]:
    """Give the comments that silence nothing, with those of their names that do so.

    Args:
        found: the comments of a file, after `apply`.
        active: what is shown of it: where the file or its shape is broken, a rule may be silent for that.
        was_asked: whether a rule could have found something in this run.

    """
    if any(_stops_rules(one) for one in active):
        return []
    broken = [one.location.start.line for one in active if one.code.startswith("MK1")]
    idle = []
    for suppression in found:
        if suppression.is_expired and suppression.used:
            continue  # it is told that it has expired
        if any(suppression.lines[0] <= line <= suppression.lines[1] for line in broken):
            continue
        names = [name for name in suppression.names if name not in suppression.used]
        names = [
            name for name in names if (rule := rule_named(name)) and rule.code != _OWN and was_asked(rule)
        ]
        if names:
            idle.append((suppression, names))
    return idle


def _stops_rules(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding means that rules have seen less than there is."""
    about_the_file = diagnostic.code.startswith("MK0") and diagnostic.severity is Severity.ERROR
    return about_the_file or diagnostic.code == _BROKEN_RULE
