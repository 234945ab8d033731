"""The numbers of a sentence and what each is for: a target, a base, a year, a group's limit …"""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.record import Record
from malkoll.swedish.clauses import Clause
from malkoll.swedish.tokens import Token

__all__ = ["COUNTS", "FROM", "TO", "Number", "governor", "numbers_of"]

COUNTS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "femton": 15, "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50,
    "hundra": 100, "tusen": 1000,
}  # fmt: skip
_UNITS = {
    "%": "procent", "procent": "procent", "percent": "procent", "procentenheter": "procentenheter", "procentenhet": "procentenheter",
    "dagar": "dagar", "dag": "dagar", "arbetsdagar": "dagar", "veckor": "veckor", "vecka": "veckor",
    "månader": "månader", "månad": "månader", "minuter": "minuter", "minut": "minuter", "sekunder": "sekunder", "sekund": "sekunder", "timmar": "timmar",
    "poäng": "poäng", "kronor": "kronor", "kr": "kronor", "mnkr": "mnkr", "tkr": "tkr", "stycken": "antal",
    "personer": "antal", "gram": "gram", "kg": "kg", "kilo": "kg", "ton": "ton", "kwh": "kWh", "m2": "kvm",
    "kvm": "kvm", "miljoner": "miljoner", "miljon": "miljoner", "meter": "meter", "kilometer": "km", "hektar": "hektar", "dygn": "dygn", "år": "år",
}  # fmt: skip
_TIME = frozenset({"dagar", "veckor", "månader", "minuter", "sekunder", "timmar", "dygn", "år"})
_GRADE = frozenset({"årskurs", "årskurserna", "årskurser", "åk", "åk.", "kurs", "klass", "steg", "stadie"})
_AGE = frozenset({"år", "åringar", "åring"})
_MONTH = frozenset(
    {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
     "november", "december"}
)  # fmt: skip
_YEAR_BEFORE = frozenset(
    {"år", "senast", "till", "före", "under", "efter", "av", "från", "sedan", "med", "innan", "hösten",
     "våren", "mot", "utgången", "slutet", "i"}
)  # fmt: skip
FROM = frozenset({"från", "from"})
TO = frozenset({"till", "to"})
_ABOUT = frozenset(
    {
        "minst",
        "högst",
        "cirka",
        "ca",
        "ca.",
        "omkring",
        "ungefär",
        "ytterligare",
        "at",
        "least",
        "most",
        "about",
        "around",
    }
)


class Number(Record):
    """A number with its role.

    Attributes:
        at: its token.
        value: what it says.
        role: ``base`` (from 82), ``target`` (to 90; at least 90), ``change`` (by 5), ``year``,
            ``deadline`` (a year by which), ``limit`` (of a group or a time: more than 20 % absence, within
            four weeks), ``grade``, ``age``, ``date``, ``place`` (in a ranking) or ``other``.
        unit: ``procent``, ``dagar`` …, or empty.

    """

    at: int
    value: float
    role: str
    unit: str


def parse_number(text: str) -> float | None:
    """``1 200``, ``3,5``, ``85``; None where it is no number (``2017:725``)."""
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def numbers_of(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Number, ...]:
    """Every number in figures, and those in words that stand before a unit."""
    places = [at for at, token in enumerate(tokens) if token.kind == "number" or token.word.key in COUNTS]
    if not places:
        return ()
    inside = {at: clause for clause in clauses for at in clause.own}
    found: list[Number] = []
    for at in places:
        token, unit = tokens[at], _unit(tokens, at)
        if token.kind == "number":
            value = parse_number(token.text)
        elif unit or _from_to(tokens, at):
            value = float(COUNTS[token.key])
        else:
            continue
        if value is None:
            continue
        clause = inside.get(at)
        main = clause is None or clause.kind in {"main", "that", "aside"}
        found.append(Number(at, value, _role(tokens, at, value, unit, main=main), unit))
    return tuple(_shared_units(found))


def _shared_units(found: list[Number]) -> list[Number]:
    """*från 82 till 90 procent*: the base takes the target's unit; *från 1800 till 2000* ends in no year."""
    for place, number in enumerate(found[:-1]):
        after = found[place + 1]
        if number.role != "base":
            continue
        if after.role == "deadline" and after.at <= number.at + 3:
            found[place + 1] = after._replace(role="target")
        elif not number.unit and after.role == "target":
            found[place] = number._replace(unit=after.unit)
    return found


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _from_to(tokens: Sequence[Token], at: int) -> bool:
    """*från fyra till två*: numbers in words without a unit."""
    start = at if _key(tokens, at - 1) == "från" else at - 2
    return (
        _key(tokens, start - 1) == "från"
        and _key(tokens, start + 1) == "till"
        and all(
            place < len(tokens) and (tokens[place].kind == "number" or tokens[place].key in COUNTS)
            for place in (start, start + 2)
        )
        and at in {start, start + 2}
    )


def _unit(tokens: Sequence[Token], at: int) -> str:
    return _UNITS.get(_key(tokens, at + 1), "") if at + 1 < len(tokens) else ""


def _role(tokens: Sequence[Token], at: int, value: float, unit: str, *, main: bool) -> str:
    before = [_key(tokens, at - step) for step in range(1, 5)]
    if before[0] in _GRADE or (before[0] in {"–", "-", "och"} and before[2] in _GRADE):
        return "grade"
    if _key(tokens, at + 1) in _MONTH:
        return "date"
    if 1900 <= value <= 2100 and not unit and tokens[at].text.isdigit():
        return _year(before)
    if _key(tokens, at + 1) in {"–", "-"} and _key(tokens, at + 3) in _AGE:
        return "age"
    if unit == "år" and before[0] in {"fyller", "över", "under", "–", "-", "från", "åldern"}:
        return "age"
    if before[0] in {"plats", "placering"}:
        return "place"
    if not main:
        return "limit"
    if before[0] == "inom" or (unit in _TIME and before[0] in {"i", "på", "efter"}):
        return "limit"
    return _level(tokens, at, unit)


def _year(before: list[str]) -> str:
    """A year; the latest one by which something is to be reached is a deadline."""
    if "senast" in before or "by" in before:
        return "deadline"
    if before[0] in {"till", "to", "före", "before", "innan"} or before[1] in {"utgången", "slutet"}:
        return "deadline"
    return "year"


def _level(tokens: Sequence[Token], at: int, unit: str) -> str:
    """Whether a number is where something moves from, where it moves to, or how far."""
    place = governor(tokens, at)
    key = _key(tokens, place)
    if key in FROM:
        return "base"
    if key in TO:
        return "limit" if _key(tokens, place - 1) in {"upp", "up"} else "target"
    if key in {"med", "by"}:
        return "change"
    before = _key(tokens, at - 1)
    if before in {
        "minst",
        "högst",
        "lägst",
        "över",
        "under",
        "än",
        "max",
        "maximalt",
        "minimum",
        "index",
        "nå",
        "når",
    }:
        return "target"
    return "target" if unit and unit != "år" else "other"


def governor(tokens: Sequence[Token], at: int) -> int:
    """The token before a number that says what it is for, past *minst*, *cirka* and their like."""
    place = at - 1
    while place >= 0 and tokens[place].key in _ABOUT:
        place -= 1
    return place
