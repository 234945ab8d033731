"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from malkoll.diagnostic import Diagnostic, Severity
from malkoll.language import Text
from malkoll.report.cells import cut
from malkoll.report.layout import Line, Piece, Style, line_width
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.signs import SIGNS, STYLES, word

PER_RULE = Text("Antal per regel", "Findings per rule")


def statistics(
    diagnostics: Iterable[Diagnostic], options: Options, shown: Shown, cells: int
) -> Iterator[Line]:
    """Give a line for each rule: how many, how severe, which; the most frequent first."""
    numbers: Counter[tuple[Severity, str]] = Counter()
    titles: dict[str, str] = {}
    for one in diagnostics:
        numbers[one.severity, one.code] += 1
        titles.setdefault(one.code, shown.sentence(one.title.render(options.language)))
    if not numbers:
        return
    yield []
    yield [(PER_RULE.render(options.language), Style.STRONG)]
    digits = max(len(str(number)) for number in numbers.values())
    words = {severity: word(severity, options.language) for severity, _ in numbers}
    longest = max(len(text) for text in words.values())
    for (severity, code), number in sorted(numbers.items(), key=_order):
        sign = f"{shown(SIGNS[severity])} {words[severity]:{longest}}"
        line: list[Piece] = [(f"  {number:{digits}}  ", Style.STRONG), (sign, STYLES[severity])]
        room = cells - line_width(line) - len(code) - 4
        yield [*line, (f"  {code}  {cut(titles[code], room, shown('…'))}", Style.PLAIN)]


def _order(counted: tuple[tuple[Severity, str], int]) -> tuple[int, str, int]:
    (severity, code), number = counted
    return -number, code, severity.rank
