"""MK999: a rule that breaks is named, and never taken for a pass."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Rule, Scope, Source, rule, rule_of

MESSAGE = Text(
    "Regeln {rule} gick inte att köra på det här dokumentet ({kind}).",
    "The rule {rule} could not be run on this document ({kind}).",
)
HELP = Text(
    "Felet ligger i malkoll, inte i dokumentet. Övriga regler har körts. "
    "Anmäl det gärna, med regelns kod och det stycke som regeln gäller.",
    "The mistake is malkoll's, not the document's. The other rules have run. "
    "Please report it, with the rule's code and the passage that it concerns.",
)


@rule(
    "MK999",
    "internal-error",
    Severity.ERROR,
    Text("fel i malkoll", "error in malkoll"),
    Scope.FILE,
    source=Source.YAML,
)
def internal_error(_file: ReadFile) -> Iterator[Finding]:
    """Find nothing by itself: the engine reports a rule that breaks through `rule_failed`."""
    yield from ()


def rule_failed(broken: Rule, error: Exception) -> tuple[Rule, Finding]:
    """Say which rule broke, by the kind of error alone: its text may hold anything."""
    message = MESSAGE(rule=f"{broken.code} {broken.name}", kind=type(error).__name__)
    return rule_of(internal_error), Finding(At(), message, HELP(), key=broken.code)
