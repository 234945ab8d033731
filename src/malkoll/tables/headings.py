"""Which place of a document a column's heading means."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from malkoll.document.words import closest, fold
from malkoll.record import Record
from malkoll.tables.targets import Target, targets

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_SIGNS = re.compile(r"[^\w\s-]+")
_LONGEST = 60


class Heading(Record):
    """What a heading says.

    Attributes:
        candidates: the targets that it can mean, the likeliest first.
        is_certain: whether it is a heading that is known, not one that resembles it.
        year: of the values below it.

    """

    candidates: tuple[Target, ...]
    is_certain: bool
    year: str | None = None


@cache
def known() -> dict[str, tuple[str, ...]]:
    """Give every known heading with the names of the targets that it can mean."""
    text = files("malkoll.tables").joinpath("headings.yaml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for name, headings in yaml.safe_load(text).items():
        for heading in headings:
            group, colon, rest = heading.partition(": ")
            found.setdefault(f"{plain(group)}: {plain(rest)}" if colon else plain(heading), []).append(name)
    return {heading: tuple(names) for heading, names in found.items()}


def plain(text: str) -> str:
    """Write a heading as headings are compared: no signs, nothing in brackets, no year."""
    text = _YEAR.sub(" ", _BRACKETS.sub(" ", text))
    return fold(_SIGNS.sub(" ", text)).strip(" -")


def understood(text: str, group: str = "", *, guess: bool = False) -> Heading | None:
    """Tell what a heading means, below the heading of a group if it has one; None for none that is known.

    With ``guess`` one that resembles a known heading is taken for it.
    """
    if len(text) > _LONGEST:
        return None
    year = _YEAR.search(text) or _YEAR.search(group)
    heading = plain(text)
    for one in (f"{plain(group)}: {heading}", heading) if group else (heading,):
        if names := known().get(one):
            return Heading(tuple(targets()[name] for name in names), is_certain=True, year=year and year[1])
    near = closest(heading, list(known())) if guess and len(heading) > 3 else None
    if near is None:
        return None
    return Heading(tuple(targets()[name] for name in known()[near]), is_certain=False, year=year and year[1])
