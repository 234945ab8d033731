"""A file's text with its places: decoding, line ends, offset ↔ line and column."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from malkoll.record import Record

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(Record):
    """A place as people count: line and column from 1, columns in code points."""

    line: int
    column: int


class Span(Record):
    """A stretch of text as offsets in code points, the end exclusive."""

    start: int
    end: int


class Decoding(Record):
    """How bytes became text.

    Attributes:
        text: the text, without a byte order mark.
        encoding: the Python name of the encoding that was used.
        bom: whether a byte order mark of UTF-8 stood first.
        trouble: None for sound UTF-8; else the first offset in ``text`` that shows
            that the bytes weren't UTF-8.
        kind: set when the bytes aren't text at all: ``excel``, ``word``, ``pdf``, ``binary``.

    """

    text: str
    encoding: str
    bom: bool = False
    trouble: int | None = None
    kind: str | None = None


MIXED = "utf-8+windows-1252"
"""The name of a text in UTF-8 with stretches of Windows-1252 in it."""
_SWEDISH_IN_UTF8 = re.compile(rb"\xc3[\xa4\xa5\xb6\x84\x85\x96]")
_UNREADABLE = (
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF-", "pdf"),
)
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> Decoding:
    """Read bytes as UTF-8, else as the encoding that they most likely are. Never raises."""
    if data.startswith(codecs.BOM_UTF8):
        rest = _decode(data[len(codecs.BOM_UTF8) :])
        return Decoding(rest.text, rest.encoding, bom=True, trouble=rest.trouble, kind=rest.kind)
    return _decode(data)


def _decode(data: bytes) -> Decoding:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    for mark, kind in _UNREADABLE:
        if data.startswith(mark):
            return Decoding("", "binary", trouble=0, kind=_office_kind(data) if kind == "office" else kind)
    try:
        return Decoding(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error.start)


def _office_kind(data: bytes) -> str:
    if b"xl/" in data or b"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k" in data:
        return "excel"
    return "word" if b"word/" in data or b"W\x00o\x00r\x00d\x00D" in data else "binary"


def _decode_as(data: bytes, encoding: str) -> Decoding:
    # half a character at the end is a file cut short, not another encoding
    whole = len(data) - len(data) % (4 if encoding.startswith("utf-32") else 2)
    text = data[:whole].decode(encoding, "replace")
    broken = "\ufffd" in text
    return Decoding(text, encoding, trouble=0, kind="binary" if broken and "\0" in text else None)


def _guess(data: bytes, first: int) -> Decoding:
    sample = data[:4096]
    if sample.count(0) > len(sample) * 5 // 8:
        # three of a letter's four bytes: read as UTF-16, every other letter would be one that nobody wrote
        return _decode_as(data, "utf-32-le" if sample[3::4].count(0) > sample[::4].count(0) else "utf-32-be")
    if sample.count(0) > len(sample) // 4:
        return _decode_as(data, "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be")
    if 0 in sample:
        return Decoding("", "binary", trouble=0, kind="binary")
    place = len(data[:first].decode("utf-8"))
    if _SWEDISH_IN_UTF8.search(data):
        # two files put together: read as one encoding, half of it would be letters that nobody wrote
        codecs.register_error(MIXED, _as_windows_letters)
        return Decoding(data.decode("utf-8", MIXED), MIXED, trouble=place)
    try:
        return Decoding(data.decode("cp1252"), "windows-1252", trouble=place)
    except UnicodeDecodeError:
        return Decoding(data.decode("latin-1"), "iso-8859-1", trouble=place)


def _as_windows_letters(error: UnicodeError) -> tuple[str, int]:
    """Read what isn't UTF-8 in a text that otherwise is."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


class SourceFile:
    """One file's name and text.

    Lines end at LF, CRLF or a lone CR and at nothing else, as editors count them.
    Offsets count code points of ``text``, which has no byte order mark.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.decoding = decode(data)
        self.text = self.decoding.text

    @cached_property
    def line_starts(self) -> list[int]:
        if "\r" not in self.text:
            # as nearly all files are, and sooner done
            return list(accumulate([len(line) + 1 for line in self.lines[:-1]], initial=0))
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Give the line and column of an offset; one past the end is the end."""
        if not 0 <= offset <= len(self.text):
            offset = 0 if offset < 0 else len(self.text)
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, each once: findings on one long line share its text."""
        if "\r" not in self.text:
            return self.text.split("\n")
        ends = [*self.line_starts[1:], len(self.text)]
        return [
            self.text[start:end].rstrip("\r\n") for start, end in zip(self.line_starts, ends, strict=True)
        ]

    def line(self, number: int) -> str:
        """Give a line's text (numbered from 1) without its line end; empty past the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    @property
    def wide(self) -> dict[int, list[int]]:
        """Where characters stand that UTF-16 counts as two: by line, the columns from 0."""
        found: dict[int, list[int]] = {}
        if len(self.text.encode("utf-16-le", "surrogatepass")) == 2 * len(self.text):
            return found
        for match in _WIDE.finditer(self.text):
            place = self.position(match.start())
            found.setdefault(place.line, []).append(place.column - 1)
        return found

    @property
    def newline(self) -> str:
        """The line end that the file uses: that of its first line."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"
