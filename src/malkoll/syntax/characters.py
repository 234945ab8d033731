"""Characters that can't be seen, or that YAML can't read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from malkoll.source import Span
from malkoll.syntax.tree import Trouble

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_SEPARATOR = "\x85\u2028\u2029"
"""Line ends to some readers of YAML, characters like others to the rest."""
_HIDDEN = "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_JOINER = "\u200d"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that look like a space and aren't one to YAML."""
_ANY = re.compile(f"[{_CONTROL}{_SEPARATOR}{_HIDDEN}{_JOINER}]")
_DROPPED = re.compile(f"[{_HIDDEN}]+")
_BLANK_LINE = re.compile(r"(?:^|(?<=\r))[ \t]+(?=#|[\r\n]|\Z)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")
_UNUSUAL = re.compile(
    "[^\t\n\r -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff]"
)
"""Characters beyond letters, signs and plain blanks: most texts hold none, and one look says so."""
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{17,}")
"""Long runs of what is no letter: perhaps of combining marks, which take time without end to sort."""
_MOST_MARKS = 16
_ANY_SPACE = re.compile(f"[{_SPACES}]")
_BREAKING_SPACE = re.compile(
    # in the indentation, after a list's dash, or after a key's colon
    rf"^(?P<lead>[ ]*(?:-[ ]+)*)(?:-?(?P<indent>[{_SPACES}][ {_SPACES}]*)(?=\S|$)"
    rf"|(?P<key>[^\s:#\"'\[{{>|][^:#\n]*|\"[^\"\n]*\"|'[^'\n]*'):(?P<colon>[ ]*[{_SPACES}][ {_SPACES}]*))",
    re.MULTILINE,
)
_BRACES = re.compile(r"\{[^{}\n]*\}")
_AFTER_COLON = re.compile(rf"(?<=:)[ ]*[{_SPACES}][ {_SPACES}]*")
_MOST_PLACES = 5_000
"""How many places of one mistake are shown and mended at a time."""

Edits = list[tuple[Span, str]]


def is_plain(text: str) -> bool:
    """Tell whether a text holds nothing that this module, or a search for decomposed letters, would find."""
    return (text.isascii() and text.isprintable()) or not _UNUSUAL.search(text)


def invisible(text: str) -> tuple[list[Trouble], Edits]:
    """Find control characters, line separators, zero-width and bidi controls.

    Returns:
        what to report, and how to read the text in spite of it.

    """
    if not _ANY.search(text) and not _MARKS.search(text):
        return [], []
    found: list[tuple[str, Edits]] = [
        ("control", [(span, _instead(text, span)) for span in _places(f"[{_CONTROL}]+", text)]),
        ("separator", [(span, " ") for span in _places(f"[{_SEPARATOR}]+", text)]),
        ("hidden", [(span, "") for span in _hidden(text)]),
    ]
    troubles = [_trouble(variant, text, edits) for variant, edits in found if edits]
    return troubles, [edit for _, edits in found for edit in edits]


def _instead(text: str, span: Span) -> str:
    """Give a blank, but nothing at the beginning of a line: a page break there must not push the line in."""
    return "" if span.start == 0 or text[span.start - 1] in "\n\r" else " "


def _places(pattern: str, text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in re.finditer(pattern, text))


def _hidden(text: str) -> list[Span]:
    joiners = [span for span in _places(_JOINER, text) if not _joins_emoji(text, span.start)]
    return sorted([*_places(_DROPPED.pattern, text), *joiners, *_heaps(text)])


def _heaps(text: str) -> Iterator[Span]:
    """Find combining marks beyond those that any writing system puts on one letter."""
    for match in _MARKS.finditer(text):
        first = None
        for at in range(*match.span()):
            marks = unicodedata.combining(text[at]) > 0
            if marks and first is None:
                first = at
            ends = not marks or at == match.end() - 1
            if ends and first is not None:
                end = at + marks
                if end - first > _MOST_MARKS:
                    yield Span(first + _MOST_MARKS, end)
                first = None


def _joins_emoji(text: str, offset: int) -> bool:
    return offset > 0 and unicodedata.category(text[offset - 1]) in {"So", "Sk", "Mn"}


def _trouble(variant: str, text: str, edits: Edits) -> Trouble:
    places = [span for span, _ in edits[:_MOST_PLACES]]
    return Trouble(
        "invisible-character",
        variant,
        places[0],
        values={"codepoint": f"U+{ord(text[places[0].start]):04X}", "count": len(edits)},
        also=tuple(places[1:]),
        edits=tuple(edits[:_MOST_PLACES]),
    )


def line_ends(text: str) -> Edits:
    """Give the edits that make every line end the same, and blank lines blank.

    A tab alone on a line is nothing in YAML 1.2, but the parser stumbles on it.
    """
    edits: Edits = []
    if "\r" in text:
        edits += [(Span(*match.span()), "\n") for match in _LINE_END.finditer(text)]
    if text[-1:] == " " and text[text.rfind("\n") + 1 :].isspace():
        # the parser takes blanks at the very end of a block text for words
        edits.append((Span(len(text), len(text)), "\n"))
    if "\t" in text:
        for match in _BLANK_LINE.finditer(text):
            if "\t" in match[0]:
                # a comment keeps its column: in a block text it is no comment
                before_comment = text.startswith("#", match.end())
                edits.append((Span(*match.span()), " " * len(match[0]) if before_comment else ""))
    return edits


def without_hidden(text: str) -> str:
    """Write a value as the reader sees it: nothing hidden, letters composed."""
    if is_plain(text):
        return text
    if _DROPPED.search(text):
        text = _DROPPED.sub("", text)
    return composed(text)


def composed(text: str) -> str:
    """Compose letters (Unicode NFC). Of a heap of marks only the first few are kept: sorting them never ends."""
    if is_plain(text):
        return text
    if _MARKS.search(text):
        kept, end = [], 0
        for heap in _heaps(text):
            kept.append(text[end : heap.start])
            end = heap.end
        text = "".join((*kept, text[end:]))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def breaking_spaces(text: str) -> Trouble | None:
    """Find no-break spaces where YAML needs a plain one."""
    if not _ANY_SPACE.search(text):
        return None
    spans = {
        Span(*match.span("indent" if match["indent"] else "colon"))
        for match in _BREAKING_SPACE.finditer(text)
    }
    for braces in _BRACES.finditer(text):
        spans |= {Span(*match.span()) for match in _AFTER_COLON.finditer(text, *braces.span())}
    if not spans:
        return None
    return _trouble("no-break-space", text, [(span, " " * (span.end - span.start)) for span in sorted(spans)])


def holds_breaking_space(texts: Iterable[str]) -> bool:
    """Tell whether plain texts show that a no-break space was taken for a part of them."""
    return any(
        _AFTER_COLON.search(text) or _ANY_SPACE.match(text.removeprefix("-")) for text in texts if text
    )
