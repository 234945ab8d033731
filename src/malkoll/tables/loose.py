"""Values as people write them in tables of their own: units, years, lists and words that say more or less."""

from __future__ import annotations

import re
from typing import Any

from malkoll.document.fields import parse_number
from malkoll.document.words import fold
from malkoll.record import Record
from malkoll.tables.content import Content, meaning, truth
from malkoll.tables.grid import Cell
from malkoll.tables.targets import Target

_BULLET = re.compile(r"^\s*(?:[•●▪◦*·–—-]|[0-9]{1,2}[.)]|[a-z]\))\s+")
_YEAR = re.compile(r"(?<![0-9])([12][0-9]{3})(?![0-9])")
_SPAN = re.compile(
    r"(?:år |åren |from |från |från och med |fr\.? ?o\.? ?m\.? )?([12][0-9]{3})(?:-01-01|-12-31|-01|-12)?"
    r"(?:\s*(?:[-‐-―/]|t\.? ?o\.? ?m\.?|till och med|till|to|until|through)\s*(20[0-9]{2}|[0-9]{2})(?:-12-31|-12)?)?\.?\Z",
    re.IGNORECASE,
)
_NUMBER = r"[-+−–]?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?|[-+−–]?[0-9]+(?:[.,][0-9]+)?"
_MEASURE = re.compile(
    rf"(?P<before>[^0-9+−–-]*)(?P<number>{_NUMBER})\s*(?P<unit>%|[^\W\d_][\w. /-]*?)?"
    r"\s*[(,]?\s*(?:år |year )?(?P<year>20[0-9]{2})?\)?\s*\Z"
)
_PLAIN_BEFORE = re.compile(r"[\s:=]*\Z")
_MARKS = frozenset({"x", "✓", "✔", "☒", "☑", "●"})
_ASSESSED = frozenset(
    {
        "bedöms",
        "bedömning",
        "professionell bedömning",
        "bedöms professionellt",
        "assessed",
        "professional assessment",
    }
)
_MEASURED = frozenset({"mäts", "mätning", "measured", "–", "-", "☐"})
_JUDGED = {
    "reached": (
        "uppnått",
        "uppnådd",
        "uppfyllt",
        "uppfylld",
        "helt uppfyllt",
        "ja",
        "reached",
        "achieved",
        "yes",
    ),
    "partly": ("delvis", "delvis uppnått", "delvis uppfyllt", "partly", "partially", "partly reached"),
    "not_reached": ("ej uppnått", "inte uppnått", "ej uppfyllt", "inte uppfyllt", "nej", "not reached", "no"),
}
_DIRECTIONS = {
    "increase": ("öka", "ökar", "ökande", "ökning", "↑", "↗", "increase", "up"),
    "decrease": ("minska", "minskar", "minskande", "minskning", "↓", "↘", "decrease", "down"),
    "maintain": ("behåll", "oförändrad", "oförändrat", "bibehåll", "→", "maintain", "unchanged"),
}
_BY_COMMA = frozenset({"goal.audience", "goal.agenda2030"})
"""Lists whose items hold no comma themselves."""
_ONE_LINE = frozenset({"goal.statement", "goal.title", "goal.id", "indicator.name", "document.board"})


class Read(Record):
    """What a cell was understood as.

    Attributes:
        value: None where nothing is to be written.
        left: words of the cell that the value doesn't hold.

    """

    value: Any
    left: str = ""


def read(target: Target, cell: Cell) -> Read:
    """Understand a cell for a target other than a value with its unit."""
    text = cell.text
    if target.kind == "list":
        return Read(_items(text, by_comma=target.name in _BY_COMMA))
    if target.kind == "horizon":
        return Read(_horizon(text))
    if target.kind == "year":
        years = _YEAR.findall(text)
        return Read(years[0]) if len(years) == 1 and _is_year_alone(text) else Read(text)
    if target.kind == "truth":
        return Read(_truth(text))
    if target.kind == "choice" and target.words is not None:
        return Read(_choice(target, text))
    if target.kind == "outcome":
        number = measure(cell)
        return Read({"": number.value["value"]}, number.left)
    if target.kind == "milestones":
        return _milestones(text)
    return Read(" ".join(text.split()) if target.name in _ONE_LINE else text)


def lines(text: str) -> list[str]:
    """Give the lines of a cell that say something, without the marks of a list before them."""
    return [one for line in text.split("\n") if (one := _BULLET.sub("", line).strip())]


def is_list(text: str) -> bool:
    """Tell whether the lines of a cell are marked as a list."""
    found = [line for line in text.split("\n") if line.strip()]
    return len(found) > 1 and all(_BULLET.match(line) for line in found)


def _items(text: str, *, by_comma: bool) -> list[str]:
    pieces = re.split(r"[;,]\s" if by_comma else r";\s", text.replace("\n", "; \n"))
    return [item for piece in pieces for line in lines(piece) if (item := line.strip(" ;"))]


def _horizon(text: str) -> str:
    match = _SPAN.match(" ".join(text.split()))
    if match is None:
        return text
    last = match[2] or match[1]
    last = match[1][:2] + last if len(last) == 2 else last
    return match[1] if last == match[1] else f"{match[1]}-{last}"


def _is_year_alone(text: str) -> bool:
    return (
        re.fullmatch(r"(?:år |year )?[12][0-9]{3}(?:-(?:01-01|12-31))?\.?", text.strip(), re.IGNORECASE)
        is not None
    )


def _truth(text: str) -> str:
    folded = fold(text)
    if folded in _MARKS or folded in _ASSESSED:
        return "true"
    return "false" if folded in _MEASURED else truth(text)


def _choice(target: Target, text: str) -> str:
    words = {"follow_up.judgement": _JUDGED, "indicator.direction": _DIRECTIONS}.get(target.name, {})
    folded = fold(text).rstrip(".")
    found = next((name for name, spellings in words.items() if folded in spellings), None)
    return found or meaning(text, target.words or {})


def direction(text: str) -> str | None:
    """Give the direction where one stands instead of a number: ``ska öka``."""
    folded = fold(text).removeprefix("ska ").removeprefix("should ")
    return next((name for name, spellings in _DIRECTIONS.items() if folded in spellings), None)


def measure(cell: Cell) -> Read:
    """Understand a value with what may stand beside it: ``minst 85 % (2025)``; a text that is none stays as it is."""
    match = _MEASURE.match(" ".join(cell.text.split())) if len(cell.text) < 120 else None
    number = parse_number(match["number"])[0] if match else None
    if match is None or number is None:
        return Read({"value": cell.text})
    plain = match["number"].replace("\u2212", "-").replace("\u2013", "-")
    plain = re.sub(r"[\s\u00a0\u202f]", "", plain).replace(",", ".")
    value: Content = {"value": plain}
    if match["unit"]:
        value["unit"] = match["unit"].strip()
    if match["year"]:
        value["year"] = match["year"]
    before = match["before"]
    return Read(value, "" if _PLAIN_BEFORE.match(before) else before.strip())


def _milestones(text: str) -> Read:
    found = [re.fullmatch(r"(20[0-9]{2})\s*[:=–-]?\s*(.+)", line) for line in lines(text.replace(";", "\n"))]
    if not found or not all(found):
        return Read(None, text)
    pairs = [(match[1], measure(Cell(match[2], ""))) for match in found if match]
    left = " ".join(one.left for _, one in pairs if one.left)
    return Read([{"year": year, "value": one.value["value"]} for year, one in pairs], left)
