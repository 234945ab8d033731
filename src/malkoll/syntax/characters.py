"""Characters that can't be seen, or that YAML can't read."""

from __future__ import annotations

import re
import unicodedata

from malkoll.source import Span
from malkoll.syntax.tree import Trouble

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_JOINER = re.compile("\u200d")
_ANY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_BREAKING_SPACE = re.compile(
    # in the indentation, after a list's dash, or after a key's colon
    r"^(?P<lead>[ ]*(?:-[ ]+)*)(?:-?(?P<indent>\u00a0[ \u00a0]*)(?=\S)"
    r"|(?P<key>[^\s:#\"'\[{>|][^:#\n]*|\"[^\"\n]*\"|'[^'\n]*'):(?P<colon>[ ]*\u00a0[ \u00a0]*))",
    re.MULTILINE,
)


def invisible(text: str) -> list[Trouble]:
    """Find what can't be seen: control characters, zero-width and bidi controls."""
    if text.isascii() and text.isprintable():
        return []
    if not _ANY.search(text):
        return []
    troubles = []
    control = [Span(*match.span()) for match in _CONTROL.finditer(text)]
    if control:
        troubles.append(_trouble("control", text, control, " "))
    hidden = [Span(*match.span()) for match in _INVISIBLE.finditer(text)]
    hidden += [
        Span(*match.span()) for match in _JOINER.finditer(text) if not _joins_emoji(text, match.start())
    ]
    if hidden:
        troubles.append(_trouble("hidden", text, sorted(hidden), ""))
    return troubles


def _joins_emoji(text: str, offset: int) -> bool:
    return offset > 0 and unicodedata.category(text[offset - 1]) in {"So", "Sk", "Mn"}


def _trouble(variant: str, text: str, places: list[Span], instead: str) -> Trouble:
    character = text[places[0].start]
    values: dict[str, str | int] = {"codepoint": f"U+{ord(character):04X}", "count": len(places)}
    edits = tuple((place, instead) for place in places)
    return Trouble(
        "invisible-character", variant, places[0], values=values, also=tuple(places[1:]), edits=edits
    )


def readable(text: str) -> str:
    """Replace what YAML can't read by blanks; the length stays the same."""
    return _CONTROL.sub(" ", text).replace("\ufeff", " ")


def without_hidden(text: str) -> str:
    """Drop what can't be seen from a value, so that rules read what the writer sees."""
    if text.isascii() or not _INVISIBLE.search(text):
        return text
    return _INVISIBLE.sub("", text)


def breaking_spaces(text: str) -> Trouble | None:
    """Find no-break spaces where YAML needs a plain one."""
    places = []
    for match in _BREAKING_SPACE.finditer(text):
        group = "indent" if match["indent"] is not None else "colon"
        places.append(Span(*match.span(group)))
    if not places:
        return None
    edits = tuple((place, " " * (place.end - place.start)) for place in places)
    values: dict[str, str | int] = {"codepoint": "U+00A0", "count": len(places)}
    return Trouble(
        "invisible-character", "no-break-space", places[0], values=values, also=tuple(places[1:]), edits=edits
    )
