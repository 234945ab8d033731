"""Each severity as a sign, a word and a colour: the word alone must do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from malkoll.diagnostic import SEVERITY_NAMES, Diagnostic, Severity
from malkoll.language import Count, Language, Text
from malkoll.report.layout import Line, Style

STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}
SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
GOOD = "✔"
_WORST_FIRST = tuple(Severity)
OLDER = (Text("äldre", "older"), Text("äldre", "older"))


def word(severity: Severity, language: Language) -> str:
    return SEVERITY_NAMES[severity][0].render(language)


def counted(diagnostics: Iterable[Diagnostic]) -> list[tuple[Severity, Count]]:
    """Count by severity, the worst first; what doesn't occur is left out."""
    return in_words(Counter([diagnostic.severity for diagnostic in diagnostics]))


def in_words(numbers: Mapping[Severity, int]) -> list[tuple[Severity, Count]]:
    """Say how many there are of each severity, the worst first; what doesn't occur is left out."""
    return [(one, Count(numbers[one], *SEVERITY_NAMES[one])) for one in _WORST_FIRST if numbers.get(one)]


def older(number: int, language: Language) -> Line:
    """Count what the run's baseline knows, after a verdict; nothing where that is none."""
    return [(f" ({Count(number, *OLDER).render(language)})", Style.FAINT)] if number else []


def verdict(numbers: Mapping[Severity, int], language: Language) -> Line:
    """Give a goal's or a file's findings in a few words, or the sign that there are none."""
    line: Line = []
    for severity, count in in_words(numbers):
        comma = ", " if line else ""
        line.append((f"{comma}{SIGNS[severity]} {count.render(language)}", STYLES[severity]))
    return line or [(GOOD, Style.GOOD)]
