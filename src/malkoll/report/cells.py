"""How wide text is on a screen: letters one cell, combining marks none, emoji and East Asian signs two."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

NARROW = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc\u2713-\u2718]*\Z"
)
"""The letters and signs that most texts are made of: each can be seen, and takes one cell."""
_JOINER, _EMOJI = "\u200d", "\ufe0f"
_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def width(text: str) -> int:
    """Give a text's width in cells."""
    return len(text) if NARROW.match(text) else sum(widths(text))


def is_narrow(text: str) -> bool:
    """Tell whether each character of a text takes one cell."""
    return NARROW.match(text) is not None


def widths(text: str) -> list[int]:
    """Give each character's width; what joins the one before it is 0, and that one has it all."""
    if NARROW.match(text):
        return [1] * len(text)
    found: list[int] = []
    base = -1
    for index, character in enumerate(text):
        joined = index > 0 and text[index - 1] == _JOINER
        cells = 0 if joined else _cells(character)
        if base >= 0 and character in _TONES:
            cells = 0
        elif character == _EMOJI and base >= 0 and found[base] == 1 and _has_emoji_form(text[base]):
            found[base] = 2
        found.append(cells)
        if cells:
            base = index
    return found


def _cells(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 2
    # emoji that are younger than Python's tables
    return 2 if category == "Cn" and "\U0001f300" <= character <= "\U0001faff" else 1


def _has_emoji_form(character: str) -> bool:
    return not character.isalpha() or character == "ℹ"


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """Cut a text to so many cells, at a blank if one is near, with an ellipsis in place of the rest."""
    # no character takes more than two
    if 2 * len(text) <= cells or width(text) <= cells:
        return text
    room = max(cells - width(ellipsis), 0)
    end = room if is_narrow(text) else bisect_right(list(accumulate(widths(text))), room)
    blank = text.rfind(" ", 0, end)
    if blank > end - min(12, end // 2):
        return f"{text[:blank].rstrip(' ,;:–-')} {ellipsis}"
    return text[:end] + ellipsis


def padded(texts: list[str]) -> tuple[list[str], int]:
    """Fill texts up to the width of the widest, which is given too."""
    sizes = [width(text) for text in texts]
    widest = max(sizes)
    return [text + " " * (widest - size) for text, size in zip(texts, sizes, strict=True)], widest


def pad(text: str, cells: int) -> str:
    """Fill a text up to so many cells."""
    return text + " " * (cells - width(text))
