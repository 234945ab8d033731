"""Parts what is shown from what a comment silences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from heapq import heappop, heappush

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
    lines: dict[str, set[int]] = {}
    for diagnostic in diagnostics:
        lines.setdefault(diagnostic.code, set()).add(diagnostic.location.start.line)
    silencers = {
        code: _silencers(named, sorted(lines[code]))
        for code, named in _by_code(found).items()
        if code in lines
    }
    active, silenced = [], []
    for diagnostic in diagnostics:
        silencer = silencers.get(diagnostic.code, {}).get(diagnostic.location.start.line)
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


def _silencers(named: list[tuple[Suppression, str]], lines: list[int]) -> dict[int, Suppression]:
    """Give for each line the first comment that silences what is found there; note all that would as used.

    Holding each line against each comment would take the product of their numbers, so both are gone through once.
    """
    waiting = []
    for order, (suppression, name) in enumerate(named):
        if _covers_one(suppression, lines):
            suppression.used.add(name)
            if not suppression.is_expired:
                waiting.append((suppression.lines[0], order, suppression))
    waiting.sort(key=lambda one: one[:2], reverse=True)
    covering: list[tuple[int, int, Suppression]] = []
    found = {}
    for line in lines:
        while waiting and waiting[-1][0] <= line:
            _, order, suppression = waiting.pop()
            heappush(covering, (order, suppression.lines[1], suppression))
        while covering and covering[0][1] < line:
            heappop(covering)
        if covering:
            found[line] = covering[0][2]
    return found


def _covers_one(suppression: Suppression, lines: list[int]) -> bool:
    first, last = suppression.lines
    place = bisect_left(lines, first)
    return place < len(lines) and lines[place] <= last


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
    broken = sorted(one.location.start.line for one in active if one.code.startswith("MK1"))
    idle = []
    for suppression in found:
        if suppression.is_expired and suppression.used:
            continue  # it is told that it has expired
        if _covers_one(suppression, broken):
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
