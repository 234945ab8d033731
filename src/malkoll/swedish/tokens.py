"""A text cut into words, numbers and marks, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from malkoll.record import Record
from malkoll.swedish.words import Word, word_of

__all__ = ["Token", "cut", "tokenise"]

_SHORTENED = (
    "bl.a", "m.m", "m.fl", "t.ex", "d.v.s", "o.s.v", "s.k", "f.d", "fr.o.m", "t.o.m", "p.g.a", "o.d", "o.dyl", "f.n",
    "m.a.o", "e.d", "dvs", "osv", "etc", "resp", "ca", "kl", "åk", "kap", "st", "mnkr", "tkr", "inkl", "exkl", "jfr",
    "prop", "avd",
)  # fmt: skip
"""What a stop ends that ends no sentence."""
_DOTTED = tuple(f"{short}." for short in _SHORTENED)
_DOTTED_PATTERN = rf"(?P<dotted>(?=[a-zå]{{1,4}}\.)(?:{'|'.join(_SHORTENED).replace('.', '[.]')})\.)(?!\w)|"
# letters beyond Latin-1 stand outside the sets: a set that has one takes as long to make as all the rest
_PATTERN = (
    r"(?P<number>\d+(?:[ \u00a0]\d{3}|\u202f\d{3})*(?:[.,:]\d+)*)"
    r"|(?P<word>LETTERALSO*(?:(?:[-'](?=LETTER)|’(?=LETTER))ALSO*)*-?)"
    r"|(?P<mark>\S)"
)


@cache
def _pattern(*, is_combining: bool, is_dotted: bool) -> re.Pattern[str]:
    # combining marks belong to the word: a file saved on a Mac has ``a`` and a ring for ``å``
    letter = r"[^\W\d_]" + r"[\u0300-\u036f]*" * is_combining
    also = rf"(?:{letter}|\d)" if is_combining else r"[^\W_]"
    pattern = _PATTERN.replace("ALSO", also).replace("LETTER", letter)
    # made without what few sentences hold: it would take as long again
    return re.compile(_DOTTED_PATTERN * is_dotted + pattern, re.IGNORECASE)


def _pieces(text: str) -> Iterator[re.Match[str]]:
    pattern = _pattern(is_combining=_holds_combining(text), is_dotted=_holds_shortened(text))
    return pattern.finditer(text)


def _holds_combining(text: str) -> bool:
    try:
        # most texts can be written so, and that is told at once
        text.encode("latin-1")
    except UnicodeEncodeError:
        return re.search(r"[\u0300-\u036f]", text) is not None
    return False


def _holds_shortened(text: str) -> bool:
    stop = text.find(".")
    if stop < 0:
        return False
    folded = text.casefold()
    # most sentences have one stop, the last
    return folded.endswith(_DOTTED) if stop == len(text) - 1 else any(map(folded.__contains__, _DOTTED))


_OPENING = {"”": "”", "“": "”", '"': '"', "»": "»", "«": "»", "’": "’"}


class Token(Record):
    """A word, a number or a mark.

    Attributes:
        text: as written.
        start: where it starts, in code points of the text as given.
        end: where it ends, exclusive.
        kind: ``word``, ``number`` or ``mark``.
        word: what it can be.
        key: the form in lower case, composed; asked for more often than anything else.
        quoted: whether it stands inside quotation marks and so is somebody else's word.

    """

    text: str
    start: int
    end: int
    kind: str
    word: Word
    key: str
    quoted: bool = False

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.text[0].isupper()


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text; whatever it holds comes out as tokens in order, blanks left out."""
    is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    tokens = []
    closing = ""
    for match in _pieces(text):
        found = match[0]
        kind = match.lastgroup or "mark"
        if kind == "mark":
            closing = _quotation(closing, text, match)
        key = found if is_composed else unicodedata.normalize("NFC", found)
        if kind == "dotted":
            kind = "word"
        start, end = match.span()
        word = word_of(key.lower() if kind == "word" else found)
        tokens.append(Token(found, start, end, kind, word, word.key, closing != ""))
    return tuple(tokens)


def cut(text: str) -> list[str]:
    """Cut a text into the same pieces without asking what they can be."""
    return [match[0] for match in _pieces(text)]


def _quotation(closing: str, text: str, match: re.Match[str]) -> str:
    """Give the mark that ends the quotation in which a mark stands, that mark counted in; or nothing."""
    mark = match[0]
    if closing and mark in closing + "“":
        return ""
    if mark in _OPENING and _closes_later(text, match.end(), _OPENING[mark]):
        return _OPENING[mark]
    return closing


def _closes_later(text: str, start: int, mark: str) -> bool:
    return text.find(mark, start) >= 0 or (mark == "”" and text.find("“", start) >= 0)
