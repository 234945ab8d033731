"""What the characters of a text say of it: whether any are unusual, how its lines end, how a value is written."""

from __future__ import annotations

import re

from malkoll.source import Span

_BLANK_LINE = r"(?m:^|(?<=\r))[ \t]+(?=#|[\r\n]|\Z)"
_LINE_END = r"\r\n?"
"""Few files hold a tab or a CR: only then is it looked further."""
_COMMON = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""What nearly all of a text is, and none of it unusual: set aside, little is left to be looked at."""
_SWEDISH = "åäöÅÄÖéÉ–”’…"
"""What most texts hold besides, as usual."""
_USUAL = (
    ("\u00a1", "\u00ac"),
    ("\u00ae", "\u02ff"),
    ("\u2010", "\u2027"),
    ("\u2030", "\u205e"),
    ("\u20a0", "\u20bf"),
    ("\u2190", "\u22ff"),
)
"""From where to where there are letters, signs and plain blanks: few texts hold any others."""

Edits = list[tuple[Span, str]]


def is_plain(text: str) -> bool:
    """Tell whether a text holds nothing that is hidden, taken apart or a blank of another kind."""
    left = text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    rare = left.decode("utf-8", "surrogatepass").strip(_SWEDISH)
    return not rare or all(any(first <= one <= last for first, last in _USUAL) for one in set(rare))


def line_ends(text: str) -> Edits:
    """Give the edits that make every line end the same, and blank lines blank.

    A tab alone on a line is nothing in YAML 1.2, but the parser stumbles on it.
    """
    edits: Edits = []
    if "\r" in text:
        edits += [(Span._make(match.span()), "\n") for match in re.finditer(_LINE_END, text)]
    if text[-1:] == " " and text[text.rfind("\n") + 1 :].isspace():
        # the parser takes blanks at the very end of a block text for words
        edits.append((Span(len(text), len(text)), "\n"))
    if "\t" in text:
        for match in re.finditer(_BLANK_LINE, text):
            if "\t" in match[0]:
                # a comment keeps its column: in a block text it is no comment
                before_comment = text.startswith("#", match.end())
                edits.append((Span._make(match.span()), " " * len(match[0]) if before_comment else ""))
    return edits


def without_hidden(text: str) -> str:
    """Write a value as the reader sees it: nothing hidden, letters composed."""
    if is_plain(text):
        return text
    from malkoll.syntax.unseen import shown  # noqa: PLC0415 - few texts hold anything unusual

    return shown(text)


def composed(text: str) -> str:
    """Compose letters (Unicode NFC). Of a heap of marks only the first few are kept."""
    if is_plain(text):
        return text
    from malkoll.syntax.unseen import whole  # noqa: PLC0415 - few texts hold anything unusual

    return whole(text)
