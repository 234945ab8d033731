"""What the texts above a table, and the name of its sheet, say of board, year and municipality."""

from __future__ import annotations

import re

from malkoll.record import Record

_UPPER = "A-ZÅÄÖÉ"
_BOARD = re.compile(
    rf"(?P<board>(?:[{_UPPER}][\w-]*-(?:, [\w-]+-)* och )?(?:[\w-]+nämnden?|[Nn]ämnden(?= för ))"
    r"(?: för [\w-]+(?:(?:, [\w-]+)* och [\w-]+)?)?|[Kk]ommunstyrelsen|(?:[Kk]ommun)?[Ff]ullmäktige"
    rf"|(?:[{_UPPER}][\w-]* )(?:(?:and |[{_UPPER}])[\w-]* ?)*?(?:Board|Committee))s?(?!\w)"
)
_YEARS = re.compile(r"(?<![0-9.,/-])(20[0-9]{2})(?!-[0-9]{2}-)(?:\s*[-–—/]\s*(?:20)?[0-9]{2})?(?![0-9])")
_MUNICIPALITY = re.compile(
    rf"(?P<name>[{_UPPER}][\w-]+(?: [{_UPPER}][\w-]+)?) (?:kommuns?|[Mm]unicipality(?:'s)?)(?!\w)"
)
_FILLING = re.compile(
    r"(?:mål|målen|nämndmål|nämndens|politiska|utvecklingsmål|för|år|åren|och|indikatorer|kommun|kommuns|"
    r"verksamhetsplan|målbilaga|bilaga|tabell|goals|goal|of|the|for|and|indicators|municipality|year|s|[^\w]+)+",
    re.IGNORECASE,
)
"""Words of a title that say no more than that goals follow."""


class Said(Record):
    """What a text says; ``is_all`` when it says nothing else."""

    board: str | None = None
    year: str | None = None
    municipality: str | None = None
    is_all: bool = False


def said(text: str) -> Said:
    """Read a title: ``Socialnämndens mål 2026, Granviks kommun``."""
    if len(text) > 300:
        return Said()
    board, year, place = _BOARD.search(text), _YEARS.search(text), _MUNICIPALITY.search(text)
    rest = text
    for match in sorted((one for one in (board, year, place) if one), key=lambda one: -one.start()):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    is_all = _FILLING.fullmatch(rest) is not None or not rest.strip()
    return Said(
        _capital(board["board"]) if board else None,
        year[1] if year else None,
        _without_genitive(place["name"], text) if place else None,
        is_all and any((board, year, place)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_genitive(name: str, text: str) -> str:
    """Write ``Granviks kommun`` as Granvik; a name that ends in s itself is rare enough."""
    return (
        name.removesuffix("s") if f"{name} kommun" in text and name.endswith("s") and len(name) > 4 else name
    )
