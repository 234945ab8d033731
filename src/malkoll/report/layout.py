"""Lines of styled pieces, laid out once; with colour or without, the letters are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import is_, itemgetter

from malkoll.report.cells import is_narrow, width, widths


class Style(StrEnum):
    """What a piece of text is; a screen gives it a colour."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    GOOD = "good"
    PLACE = "place"


Piece = tuple[str, Style]
Line = list[Piece]

NARROWEST = 40
WIDEST_TEXT = 110
"""Sentences wider than this are hard to read, however wide the screen is."""
_TEXT = itemgetter(0)
_FEW = 4
"""Pieces that most texts have at most."""


def text_of(line: Iterable[Piece]) -> str:
    return "".join(map(_TEXT, line))


def line_width(line: Iterable[Piece]) -> int:
    return sum(map(width, map(_TEXT, line)))


def wrap(pieces: Sequence[Piece], cells: int, first: str = "", rest: str | None = None) -> list[Line]:
    """Break a text at its blanks into lines of at most so many cells.

    Args:
        pieces: the text.
        cells: how wide a line may be, its indentation counted.
        first: what the first line begins with: blanks.
        rest: what the others begin with; the same, if not given.

    """
    rest = first if rest is None else rest
    return _wrapped_plain(pieces, cells, first, rest) or flow(_words(pieces), cells, " ", first, rest)


def _wrapped_plain(pieces: Sequence[Piece], cells: int, first: str, rest: str) -> list[Line] | None:
    """Wrap what most texts are: words of one cell a letter, one blank between them.

    None for what is anything else, or has a word that is longer than a line: that is laid out word by word.
    """
    if len(pieces) > _FEW:
        # each line looks at all of them
        return None
    text = text_of(pieces)
    if not text or text[0] == " " or text[-1] == " " or "  " in text or not is_narrow(text):
        return None
    parts = pieces if len(pieces) == 1 else _blanks_apart(pieces)
    if not parts:
        return None
    if len(first) + len(text) <= cells:
        return [[(first, Style.PLAIN), *parts] if first else [*parts]]
    lines: list[Line] = []
    start, indent = 0, first
    while len(text) - start > (room := cells - len(indent)):
        end = text.rfind(" ", start, start + room + 1) if room > 0 else -1
        if end < 0:
            return None
        lines.append(_stretch(parts, start, end, indent))
        start, indent = end + 1, rest
    lines.append(_stretch(parts, start, len(text), indent))
    return lines


def _blanks_apart(pieces: Sequence[Piece]) -> Line:
    """Give pieces such that a blank between two styles has neither of them; none if one is nothing but a blank."""
    apart: Line = []
    whole = [piece for piece in pieces if piece[0]]
    styles = [style for _, style in whole]
    if any(map(is_, styles, styles[1:])):
        whole = merged(whole)
    for text, style in whole:
        if text == " ":
            return []
        if text[0] == " ":
            apart.append((" ", Style.PLAIN))
        apart.append((text.strip(" "), style))
        if text[-1] == " ":
            apart.append((" ", Style.PLAIN))
    return apart


def _stretch(pieces: Sequence[Piece], start: int, end: int, indent: str) -> Line:
    """Give a part of a text with the styles that it has there."""
    line: Line = [(indent, Style.PLAIN)] if indent else []
    if len(pieces) == 1:
        text, style = pieces[0]
        line.append((text[start:end], style))
        return line
    for text, style in pieces:
        if part := text[max(start, 0) : max(end, 0)]:
            line.append((part, style))
        start -= len(text)
        end -= len(text)
    return line


def flow(
    parts: Iterable[Line], cells: int, between: str, first: str = "", rest: str | None = None
) -> list[Line]:
    """Fill lines with parts that stay whole where they can."""
    rest = first if rest is None else rest
    lines: list[Line] = []
    line: Line = [(first, Style.PLAIN)] if first else []
    used, empty = len(first), True
    for part in parts:
        size, gap = line_width(part), 0 if empty else width(between)
        if used + gap + size <= cells:
            _add(line, part, "" if empty else between)
            used += gap + size
            empty = False
            continue
        if not empty:
            lines.append(line)
            line, used = ([(rest, Style.PLAIN)] if rest else []), len(rest)
        # the lines after this one may begin further in
        *full, last = _chop(part, max(cells - max(used, len(rest)), 1))
        for chopped in full:
            lines.append([*line, *chopped])
            line = [(rest, Style.PLAIN)] if rest else []
        line += last
        used, empty = len(rest) + line_width(last), False
    lines.append(line)
    return lines


def _add(line: Line, part: Line, between: str) -> None:
    """Put a part at a line's end; words of one style become one piece, as there are many of them."""
    style = part[0][1]
    if line and line[-1][1] is style:
        line[-1] = (f"{line[-1][0]}{between}{part[0][0]}", style)
        line += part[1:]
        return
    if between:
        line.append((between, Style.PLAIN))
    line += part


def merged(line: Iterable[Piece]) -> Line:
    """Join neighbours of one style."""
    return [("".join(text for text, _ in group), style) for style, group in groupby(line, key=itemgetter(1))]


def _words(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Give the words, each in its styles; pieces without a blank between them are one word."""
    word: Line = []
    for text, style in pieces:
        for index, part in enumerate(text.split(" ")):
            if index and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def _chop(word: Line, cells: int) -> list[Line]:
    """Break a word that is longer than a line."""
    if line_width(word) <= cells:
        return [word]
    parts: list[Line] = []
    part: Line = []
    used = 0
    for text, style in word:
        start = 0
        for index, size in enumerate(widths(text)):
            if used + size > cells and used:
                part.append((text[start:index], style))
                parts.append(part)
                part, used, start = [], 0, index
            used += size
        part.append((text[start:], style))
    parts.append(part)
    return parts


def at_both_ends(left: Line, right: Line, cells: int) -> list[Line]:
    """Put a few words at the right end of a line, or on the next where they don't fit."""
    if not right:
        return wrap(left, cells, "", "  ")
    gap = cells - line_width(left) - line_width(right)
    if gap >= 2:
        return [[*left, (" " * gap, Style.PLAIN), *right]]
    return [*wrap(left, cells, "", "  "), *wrap(right, cells, "  ")]
