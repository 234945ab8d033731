"""Words that stand where something is to be written: ``TODO``, ``XX``, ``Skriv här``, ``<namn>``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from malkoll.record import Record

_WHOLE = frozenset(
    {
        "todo", "tbd", "tba", "tbc", "fixme", "att fylla i", "fylls i senare", "fylls på", "kompletteras",
        "kompletteras senare", "kommer senare", "ej ifyllt", "ange", "ange text", "ange här",
        "text här", "din text", "mål här", "målet här", "to be decided", "to be done", "to be added",
        "coming later", "your text", "your text here", "text here", "goal here", "placeholder",
        "platshållare", "exempeltext", "bla bla", "blablabla", "asdf",
    }
)  # fmt: skip
"""What a whole text is when nothing has been written yet."""
_LONGEST = max(map(len, _WHOLE))
_OPENING = (
    r"(?i)(?:skriv|ange|fyll i|beskriv|formulera|lägg till|write|enter|type|describe) "
    r"(?:[\w-]+ ){0,3}(?:här|here)\b|fyll i\b|skriv in\b|klicka (?:här|eller tryck)|click (?:here|or tap)"
)
"""How a template's own hint begins."""
_OPENINGS = ("skr", "ange", "fyll", "besk", "form", "lägg", "wr", "ente", "type", "desc", "kl", "cl")
"""Without one of these at its beginning no text is such a hint."""
_NO_LETTER = ".…-–—?_*xX"
_SIGNS = (
    "X", "Y", "Z", "<", "{", "_", "ÅÅÅÅ", "xx", "TODO", "TBD", "FIXME", "lorem", "....", "……", "???",
    "(fyll", "(skriv", "(komp", "(fill", "(to be",
)  # fmt: skip
"""Without any of these no text holds a mark: to look for them is cheaper than the pattern."""
_SHORT = 100


@cache
def _within() -> re.Pattern[str]:
    """Give what marks, within a text, that something is missing there."""
    return re.compile(
        r"\b[xX]{2,}\b|\b(?:TODO|TBD|FIXME)\b|\b(?:ÅÅÅÅ|YYYY)\b|\b20[xX]{2}\b|\blorem ipsum\b"
        r"|\b[XYZ](?= (?:procent|percent|dagar|days|år|years|timmar|hours|stycken|st)\b| ?%)"
        r"|\bX (?:till|to) Y\b|<(?!(?:b|i|u|p|a|br|em|li|ol|ul|td|tr|div|img|svg|span|strong|script|table|h\d)\b)[^\W\d][^<>@/=]{0,60}>|\{\{[^{}]*\}\}|_{3,}|\.{4,}|…{2,}|\?{3,}"
        r"|\((?:fyll i|skriv här|kompletteras|fill in|to be added)\b[^()]*\)",
    )


class Placeholder(Record):
    """What stands there instead of a text, and where in the value."""

    text: str
    start: int
    end: int


def placeholder(text: str) -> Placeholder | None:
    """Find what is still to be written in a text."""
    # units, sources and names stand in goal after goal
    return _in_short(text) if len(text) < _SHORT else _find(text)


@lru_cache(maxsize=4096)
def _in_short(text: str) -> Placeholder | None:
    return _find(text)


def _is_bracketed(text: str) -> bool:
    inner = text[1:-1]
    return bool(inner) and text[0] == "[" and text[-1] == "]" and "[" not in inner and "]" not in inner


def _find(text: str) -> Placeholder | None:
    stripped = text.strip()
    start = text.find(stripped)
    bare = stripped.strip("\"'”“’()<>[]. :!…")
    if (
        (len(bare) <= _LONGEST and bare.casefold() in _WHOLE)
        or (len(stripped) > 1 and not stripped.strip(_NO_LETTER))
        or stripped in {"?", "…", "–", "—"}
        or _is_bracketed(stripped)
        or (bare[:4].casefold().startswith(_OPENINGS) and re.match(_OPENING, bare))
    ):
        return Placeholder(stripped, start, start + len(stripped))
    if not any(map(text.__contains__, _SIGNS)):
        return None
    match = _within().search(text)
    return Placeholder(match[0], *match.span()) if match else None
