"""Why the parser stopped, and how to go on: an official's mistakes in YAML, told apart.

The parser's own words are never shown. Each cause gives a `Trouble` with a variant that the
rule yaml-syntax has a sentence for. Where one character is to blame, it is hidden from the
parser (the text keeps its length) so that the rest of the document is still read and checked.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from malkoll.source import Span
from malkoll.syntax.tree import Trouble

_STAND_IN = 0xE000
"""Private-use characters stand in for those that are hidden from the parser."""
_HIDDEN = re.compile("[\ue000-\ue0ff]")

_VALUE = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?:(?P<key>[^\s#\"'\[{:-][^:]*?|\"[^\"]*\"|'[^']*')[ ]*:[ ]+)?(?P<value>\S.*?)[ ]*$"
)
_NO_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[^\W\d][\w -]*):(?P<value>[^\s:].*)$")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


class Cause(NamedTuple):
    """What stopped the parser, and the one character to hide so that it can go on."""

    trouble: Trouble
    hide: int | None = None


def hide(text: str, offset: int) -> str:
    return f"{text[:offset]}{chr(_STAND_IN + ord(text[offset]))}{text[offset + 1 :]}"


def restore(text: str) -> str:
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _STAND_IN), text)


def explain(error: yaml.YAMLError, text: str) -> Cause:
    """Say what the parser stumbled on, in terms of what the writer wrote."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    offset = _mark(error, "problem_mark", len(text))
    began = _mark(error, "context_mark", offset)
    lines = _lines_before(text, offset, began)
    if "mapping values are not allowed" in problem:
        lines += _lines_above(text, offset)
    for line in lines:
        if cause := _common(line):
            return cause
    line = _line_at(text, min(offset, max(len(text) - 1, 0)))
    for known in (_directive, _quotation, _colon, _list, _bracket):
        if cause := known(line, problem, context, offset, began):
            return cause
    return _indentation(line, problem, text, offset)


class _Line(NamedTuple):
    text: str
    start: int

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)

    @property
    def all(self) -> Span:
        lead = len(self.text) - len(self.text.lstrip())
        return self.span(lead, max(len(self.text), lead + 1))


def _mark(error: yaml.YAMLError, name: str, otherwise: int) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else int(mark.index)


def _line_at(text: str, offset: int) -> _Line:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return _Line(text[start : min(ends, default=len(text))], start)


def _lines_before(text: str, offset: int, began: int) -> list[_Line]:
    """Give the lines that may hold the cause: where it began, where it was noticed, and before."""
    lines = []
    for place in (began, offset):
        at = _line_at(text, min(place, max(len(text) - 1, 0)))
        while not at.text.strip() and at.start > 0:
            at = _line_at(text, at.start - 1)
        if at not in lines:
            lines.append(at)
    return lines


def _lines_above(text: str, offset: int) -> list[_Line]:
    """Give the line above with something on it, where the mistake often is."""
    line = _line_at(text, offset)
    while line.start > 0:
        line = _line_at(text, line.start - 1)
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            return [line]
    return []


def _common(line: _Line) -> Cause | None:
    """Recognise the mistakes that one line shows by itself."""
    return _tab(line) or _start_of_value(line) or _colon_in_value(line) or _no_space(line)


def _tab(line: _Line) -> Cause | None:
    lead = re.match(r"[ ]*(?:-[ ]*)?\t[ \t]*", line.text)
    if not lead or not line.text.strip():
        return None
    tab = line.text.index("\t")
    return Cause(Trouble("yaml-syntax", "tab", line.span(tab, lead.end()), fatal=True))


def _start_of_value(line: _Line) -> Cause | None:
    """See a text that begins with a character that means something else to YAML."""
    match = _VALUE.match(line.text)
    if not match or match["value"][0] not in "@`%*&[{\"'],}!":
        return None
    value, first = match["value"], match["value"][0]
    start, end = match.span("value")
    if not match["lead"] and not match["key"]:
        # a line of its own that isn't a key: a fence from a chat or a web page, a directive
        variant = {"`": "fence", "%": "directive"}.get(first)
        return Cause(Trouble("yaml-syntax", variant, line.all, fatal=True)) if variant else None
    if first in "*&!" and re.match(r"[*&!][\w-]+(?:\s|$)", value):
        return None
    variant = "start"
    if first in "\"'":
        whole = _QUOTED.match(value)
        if (
            not whole
            or not value[whole.end() :].strip()
            or re.match(r"\s+#|\s*:(?:\s|$)", value[whole.end() :])
        ):
            return None
        variant = "after-quote"
    elif first in "[{" and not _text_after_bracket(value):
        return None
    return Cause(_quotable(line, variant, start, end, line.span(start, start + 1), first), line.start + start)


def _text_after_bracket(value: str) -> bool:
    closing = {"[": "]", "{": "}"}[value[0]]
    rest = value.rpartition(closing)[2]
    return closing in value and bool(rest.strip()) and not rest.lstrip().startswith(("#", ",", ":", "]", "}"))


def _colon_in_value(line: _Line) -> Cause | None:
    match = _VALUE.match(line.text)
    if not match or not match["key"] or match["value"][0] in "\"'[{|>#":
        return None
    inner = re.search(r":(?=\s|$)", match["value"].partition(" #")[0])
    if not inner:
        return None
    start, end = match.span("value")
    place = start + inner.start()
    return Cause(_quotable(line, "colon", start, end, line.span(place, place + 1), ":"), line.start + place)


def _quotable(line: _Line, variant: str, start: int, end: int, span: Span, character: str) -> Trouble:
    value = line.text[start:end]
    mark = '"' if '"' not in value and "\\" not in value else "'"
    quoted = f"{mark}{value.replace(mark, mark * 2) if mark == chr(39) else value}{mark}"
    return Trouble(
        "yaml-syntax",
        variant,
        span,
        values={"character": character, "text": restore(value), "quoted": restore(quoted)},
        edits=((line.span(start, end), restore(quoted)),),
    )


def _no_space(line: _Line) -> Cause | None:
    match = _NO_SPACE.match(line.text)
    if not match or match["value"].startswith("//"):
        return None
    colon = match.end("key")
    values: dict[str, str | int] = {"key": match["key"], "text": f"{match['key']}: {match['value'].strip()}"}
    edits = ((line.span(colon, colon + 1), ": "),)
    span = line.span(match.start("key"), colon + 1)
    return Cause(Trouble("yaml-syntax", "no-space", span, values=values, edits=edits, fatal=True))


def _directive(line: _Line, problem: str, context: str, _offset: int, _began: int) -> Cause | None:
    if "directive" in context or "document" in problem or "version" in problem:
        return Cause(Trouble("yaml-syntax", "directive", line.all, fatal=True))
    return None


def _quotation(line: _Line, problem: str, context: str, offset: int, began: int) -> Cause | None:
    if "escape" in problem or "hexdecimal" in problem or "Unicode character code" in problem:
        values: dict[str, str | int] = {"text": line.text[offset - line.start : offset - line.start + 2]}
        return Cause(Trouble("yaml-syntax", "escape", Span(offset, offset + 2), values=values), offset)
    if "quoted scalar" in context:
        return Cause(Trouble("yaml-syntax", "unclosed-quote", Span(began, began + 1), fatal=True))
    return None


def _colon(line: _Line, problem: str, _context: str, offset: int, began: int) -> Cause | None:
    if "could not find expected ':'" not in problem:
        return None
    span = Span(began, max(offset, began + 1)) if not line.start <= began else line.all
    return Cause(Trouble("yaml-syntax", "no-colon", span, fatal=True))


def _list(line: _Line, problem: str, _context: str, offset: int, _began: int) -> Cause | None:
    if "block sequence entries are not allowed" in problem:
        return Cause(Trouble("yaml-syntax", "list-on-line", Span(offset, offset + 1), fatal=True))
    if "'-' indicator" in problem:
        return Cause(Trouble("yaml-syntax", "key-in-list", line.all, fatal=True))
    return None


def _bracket(_line: _Line, problem: str, context: str, _offset: int, began: int) -> Cause | None:
    if "flow" not in context or "or '" not in problem:
        return None
    character = "]" if "sequence" in context else "}"
    trouble = Trouble(
        "yaml-syntax", "bracket", Span(began, began + 1), values={"character": character}, fatal=True
    )
    return Cause(trouble)


def _indentation(line: _Line, problem: str, text: str, offset: int) -> Cause:
    """Blame the indentation: what is left when no sign is wrong in itself."""
    if "mapping values are not allowed" in problem and (above := _lines_above(text, offset)):
        lead = len(above[0].text) - len(above[0].text.lstrip())
        if ":" not in above[0].text and lead == len(line.text) - len(line.text.lstrip()):
            return Cause(Trouble("yaml-syntax", "no-colon", above[0].all, fatal=True))
    if "mapping values are not allowed" in problem or "expected key" in problem or "block end" in problem:
        return Cause(Trouble("yaml-syntax", "indentation", line.all, fatal=True))
    end = min(offset + 1, len(text))
    return Cause(Trouble("yaml-syntax", "unreadable", Span(min(offset, max(end - 1, 0)), end), fatal=True))
