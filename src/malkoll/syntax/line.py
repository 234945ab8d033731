"""A line of YAML as its writer sees it: dashes, a key, a value, a comment."""

from __future__ import annotations

import re

from malkoll.record import Record
from malkoll.source import Span

_LEAD = re.compile(r"[ ]*(?:-[ ]+)*")


class Line(Record):
    """A line of the text, with what stands where on it; offsets count from its start.

    Attributes:
        text: without its line end.
        start: where it begins in the whole text.
        lead: where indentation and dashes end: the column of the key or text.
        key: the key's stretch, if there is one.
        value: the stretch of what stands after it, without a comment.

    """

    text: str
    start: int
    lead: int
    key: tuple[int, int] | None
    value: tuple[int, int]

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def all(self) -> Span:
        lead = len(self.text) - len(self.text.lstrip(" \t"))
        return self.span(lead, max(len(self.text.rstrip(" \t")), lead))

    @property
    def content(self) -> str:
        """The value as written."""
        return self.text[slice(*self.value)]

    @property
    def name(self) -> str:
        return self.text[slice(*self.key)] if self.key else ""


def line_at(text: str, offset: int) -> Line:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return read_line(text[start : end if end >= 0 else len(text)], start)


def read_line(text: str, start: int = 0) -> Line:
    lead = _end_of_lead(text)
    end = _end_of_content(text, lead)
    colon = _colon(text, lead, end)
    if colon is None:
        return Line(text, start, lead, None, (lead, end))
    after = colon + 1
    while after < len(text) and text[after] in " \t":
        after += 1
    end = _end_of_content(text, min(after, len(text)))
    return Line(text, start, lead, (lead, colon), (min(after, end), end))


def _end_of_lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _end_of_content(text: str, begin: int) -> int:
    """Leave out a comment: a ``#`` with blanks or the line's end on both sides."""
    within = closing_mark(text[begin:]) if text[begin : begin + 1] in {'"', "'"} else None
    after = begin + (within or 0)
    comment = re.search(r"(?:^|[ \t])#(?=[ \t#!]|malkoll|\Z)", text[after:])
    end = after + comment.start() if comment else len(text)
    return max(begin, len(text[:end].rstrip()))


def _colon(text: str, lead: int, end: int) -> int | None:
    """Find the colon after the key, past a key in quotation marks."""
    begin = lead
    if text[lead : lead + 1] in {'"', "'"}:
        closing = text.find(text[lead], lead + 1)
        if closing < 0 or not text[closing + 1 : end].lstrip().startswith(":"):
            return None
        begin = closing
    elif text[lead : lead + 1] in {"[", "{", "#"}:
        return None
    while (begin := text.find(":", begin, end)) >= 0:
        if begin + 1 == end or text[begin + 1] in " \t":
            return begin if begin > lead else None
        begin += 1
    return None


def closing_mark(content: str) -> int | None:
    """Find where the text in quotation marks ends that begins here."""
    mark, at = content[0], 1
    while at < len(content):
        if content[at] == "\\" and mark == '"':
            at += 2
        elif content[at] != mark:
            at += 1
        elif mark == "'" and content[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at
    return None
