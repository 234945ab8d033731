"""Characters that can't be seen, letters in several parts, and blanks that YAML takes for letters.

Loaded when a text holds something unusual: few do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from malkoll.source import Span
from malkoll.syntax.characters import Edits
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
_COMBINED = re.compile("[^\u0300-\u036f][\u0300-\u036f]{1,16}")
_LONGEST_WORD = 60


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


def shown(text: str) -> str:
    """Write a value as the reader sees it: nothing hidden, letters composed."""
    return whole(_DROPPED.sub("", text))


def whole(text: str) -> str:
    """Compose letters (Unicode NFC). Of a heap of marks only the first few are kept: sorting them never ends."""
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


def decomposed(text: str) -> list[Trouble]:
    """Find letters that are written as several characters, as files from a Mac may have them."""
    places = []
    for match in _COMBINED.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            places.append((Span(*match.span()), composed))
    if not places:
        return []
    word = _word_at(text, places[0][0].start)
    values = {"word": unicodedata.normalize("NFC", text[slice(*word)]), "count": len(places)}
    return [Trouble("not-nfc", "decomposed", Span(*word), values=values, edits=tuple(places[:_MOST_PLACES]))]


def _word_at(text: str, offset: int) -> tuple[int, int]:
    def inside(index: int) -> bool:
        return text[index].isalnum() or unicodedata.combining(text[index]) > 0

    start = end = offset
    while start > max(0, offset - _LONGEST_WORD) and inside(start - 1):
        start -= 1
    while end < min(len(text), offset + _LONGEST_WORD) and inside(end):
        end += 1
    return start, end
