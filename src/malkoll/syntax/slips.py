"""An official's slips in YAML, each recognised on the line where it stands.

Each function takes a line and gives the `Cause` that the line shows by itself, or None. A cause
says how to read on: the same edits that mend the slip in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.edited import Edits
from malkoll.syntax.line import Line, closing_mark
from malkoll.syntax.tree import Trouble

_NO_SPACE = re.compile(r"[^\W\d][\w-]*(?: [\w-]+){0,3}:(?=[^\s:/])")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*\Z")
_BULLETS = "\u2013\u2014\u2022\u00b7\u25cf\u25aa*+"
_SPECIAL = "@`%*&!,]}?"
_PART = re.compile(r"[^\s,:{}\[\]\"']+:(?=\s)")
_CLOSING = {"[": "]", "{": "}"}


class Cause(Record):
    """What is wrong, and how the text can be read on.

    Attributes:
        trouble: for the rule yaml-syntax to word.
        mend: the edits with which to read on.
        until: the place that must be passed then, else it wasn't the cause.

    """

    trouble: Trouble
    mend: Edits
    until: int = 0


def trouble(variant: str, span: Span, edits: Edits = (), **values: Any) -> Trouble:
    return Trouble("yaml-syntax", variant, span, values=values, edits=edits)


def quoted(line: Line, stretch: tuple[int, int] | None = None) -> tuple[Edits, str]:
    """Put quotation marks around a value: the edits, and the text as it will stand."""
    start, end = stretch or line.value
    value = line.text[start:end]
    if '"' not in value and "\\" not in value:
        edits: Edits = ((line.span(start, start), '"'), (line.span(end, end), '"'))
        return edits, f'"{value}"'
    text = "'" + value.replace("'", "''") + "'"
    return ((line.span(start, end), text),), text


def fence(line: Line) -> Cause | None:
    if not line.text.startswith("```"):
        return None
    whole = line.span(0, len(line.text))
    edits: Edits = ((whole, ""),)
    return Cause(trouble("fence", line.all, edits), edits)


def bullet(line: Line) -> Cause | None:
    """See a dash that a word processor has made long, or another bullet."""
    at = line.indent
    if line.text[at : at + 1] not in _BULLETS or line.text[at + 1 : at + 2] != " ":
        return None
    edits: Edits = ((line.span(at, at + 1), "-"),)
    return Cause(trouble("bullet", line.span(at, at + 1), edits, character=line.text[at]), edits)


def dash(line: Line) -> Cause | None:
    """See a list's dash with no space after it."""
    at = line.indent
    if not re.match(r"-[^\W\d][\w-]*:(?:\s|\Z)", line.text[at:]):
        return None
    edits: Edits = ((line.span(at + 1, at + 1), " "),)
    text = f"- {line.text[at + 1 :].strip()}"
    return Cause(trouble("dash", line.span(at, at + 1), edits, text=text), edits)


def special(line: Line) -> Cause | None:
    """See a text that begins with a character that means something else to YAML."""
    content = line.content
    if not content or (not line.key and line.lead == 0):
        return None
    first = content[0]
    if first in "|>":
        wrong = not _BLOCK_HEADER.match(content)
    elif first in "[{":
        wrong = _goes_on_after(content, _CLOSING[first])
    elif first == "-":
        return None
    else:
        wrong = first in _SPECIAL and not re.fullmatch(r"[*&!][A-Za-z0-9_-]+", content)
        wrong = wrong and (first not in "?," or line.key is not None)
    if not wrong:
        return None
    edits, text = quoted(line)
    place = line.span(line.value[0], line.value[0] + 1)
    return Cause(trouble("start", place, edits, character=first, quoted=text), edits)


def _goes_on_after(content: str, closing: str) -> bool:
    rest = content.rpartition(closing)[2].lstrip()
    return closing in content and bool(rest) and rest[0] not in "#,:]}"


def quotation(line: Line) -> Cause | None:
    """See quotation marks within quotation marks, or a text that goes on after them."""
    content = line.content
    mark = content[:1]
    if mark not in {'"', "'"}:
        return None
    closing = closing_mark(content)
    rest = content[closing + 1 :].lstrip() if closing is not None else ""
    # after a key's colon another one can only be the text's own
    if closing is None or not rest or rest[0] in "#,]}" or (rest[0] == ":" and line.key is None):
        return None
    place = line.span(line.value[0] + closing, line.value[0] + closing + 1)
    if not content.endswith(mark):
        edits, text = quoted(line)
        first = line.span(line.value[0], line.value[0] + 1)
        return Cause(trouble("after-quote", first, edits, quoted=text), edits)
    other = "'" if mark == '"' else '"'
    start, end = line.value
    inner = content[1:-1]
    if other not in inner and "\\" not in inner:
        edits = ((line.span(start, start + 1), other), (line.span(end - 1, end), other))
        text = f"{other}{inner}{other}"
    else:
        within = inner.replace("\\", "\\\\").replace('"', '\\"') if mark == '"' else inner.replace("'", "''")
        text = f"{mark}{within}{mark}"
        edits = ((line.span(start, end), text),)
    return Cause(trouble("inner-quote", place, edits, quoted=text), edits)


def colon(line: Line) -> Cause | None:
    """See a further colon in a text."""
    content = line.content
    if not line.key or not content or content[0] in "\"'[{|>":
        return None
    inner = re.search(r":(?=[ \t]|\Z)", content)
    if not inner:
        return None
    edits, text = quoted(line)
    at = line.value[0] + inner.start()
    return Cause(trouble("colon", line.span(at, at + 1), edits, quoted=text), edits)


def no_space(line: Line) -> Cause | None:
    match = _NO_SPACE.match(line.text, line.lead)
    if not match or (line.key and line.key[1] < match.end() - 1):
        return None
    key, rest = match[0][:-1], line.text[match.end() : line.value[1]].strip()
    edits: Edits = ((line.span(match.end(), match.end()), " "),)
    found = trouble("no-space", line.span(match.start(), match.end()), edits, key=key, text=f"{key}: {rest}")
    return Cause(found, edits)


def unclosed_quote(line: Line) -> Cause | None:
    content = line.content
    if content[:1] not in {'"', "'"} or closing_mark(content) is not None:
        return None
    start, end = line.value
    edits: Edits = ((line.span(end, end), content[0]),)
    return Cause(trouble("unclosed-quote", line.span(start, start + 1), edits, character=content[0]), edits)


def unclosed_bracket(line: Line) -> Cause | None:
    """See a list or mapping in brackets that isn't closed on its line."""
    content, start = line.content, line.value[0]
    if content[:1] not in {"[", "{"}:
        return None
    waiting = _still_open(content)
    if not waiting:
        return None
    closing = "".join(_CLOSING[content[at]] for at in reversed(waiting))
    end = start + len(content.rstrip(","))
    edits: Edits = ((line.span(end, start + len(content)), closing),)
    place = line.span(start + waiting[-1], start + waiting[-1] + 1)
    return Cause(trouble("bracket", place, edits, character=_CLOSING[content[waiting[-1]]]), edits)


def surplus_bracket(line: Line) -> Cause | None:
    """See a bracket that closes what is closed already."""
    content = line.content
    if content[:1] not in {"[", "{"} or content[-1:] not in {"]", "}"}:
        return None
    at = len(content)
    while at > 1 and content[at - 1] in "]} ":
        at -= 1
    for end in range(at + 1, min(len(content), at + 9)):
        if not _still_open(content[:end]):
            place = line.span(line.value[0] + end, line.value[0] + len(content))
            edits: Edits = ((place, ""),)
            return Cause(trouble("surplus", place, edits, character=content[-1]), edits)
    return None


def _still_open(content: str) -> list[int]:
    """Give the places of the brackets that are still open at the line's end."""
    waiting: list[int] = []
    within = ""
    for at, character in enumerate(content):
        if within:
            within = "" if character == within else within
        elif character in "\"'" and (at == 0 or not content[at - 1].isalnum()):
            within = character
        elif character in _CLOSING:
            waiting.append(at)
        elif character in "]}" and waiting and _CLOSING[content[waiting[-1]]] == character:
            waiting.pop()
    return waiting


def no_comma(line: Line) -> Cause | None:
    """See two parts between braces with no comma between them."""
    content, start = line.content, line.value[0]
    if content[:1] != "{" or _still_open(content):
        return None
    for part in list(_PART.finditer(content))[1:]:
        before = content[: part.start()].rstrip()
        if before[-1:] not in {"{", ","}:
            place = start + len(before)
            edits: Edits = ((line.span(place, place), ","),)
            return Cause(trouble("no-comma", line.span(place, place + 1), edits, key=part[0][:-1]), edits)
    return None


SLIPS: tuple[Callable[[Line], Cause | None], ...] = (
    fence,
    bullet,
    dash,
    quotation,
    special,
    colon,
    no_space,
    no_comma,
    unclosed_bracket,
    surplus_bracket,
    unclosed_quote,
)
"""In the order in which they explain a line."""


def slips(line: Line) -> Iterator[Cause]:
    """Give all that the line may suffer from, most telling first."""
    return (cause for slip in SLIPS if (cause := slip(line)))
