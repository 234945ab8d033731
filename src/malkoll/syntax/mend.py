"""Why the parser stopped, and how to go on: an official's mistakes in YAML, told apart.

The parser's own words are never shown. Each cause gives a `Trouble` with a variant that the
rule yaml-syntax has a sentence for. Most mistakes can be mended, and the mended text is read on,
so that the rest of the document is still checked; whether a mistake is the right one shows in
that the parser then gets further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.edited import Edits
from malkoll.syntax.line import Line, line_at
from malkoll.syntax.slips import Cause, slips, trouble, unclosed_bracket, unclosed_quote
from malkoll.syntax.tree import Trouble

_TABBED = re.compile(r"^(?=[ \t-]*\t)(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?=\S)", re.MULTILINE)
_WIDTHS = (2, 4, 8)
_MOST_ABOVE = 40
"""How many lines above the place where it shows a quotation may have begun."""
_DOUBLE_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)


class Stop(Record):
    """Where the parser stopped, and what it said of it.

    Attributes:
        problem, context: the parser's own words.
        offset: where it noticed.
        began: where what it was reading began.

    """

    problem: str
    context: str
    offset: int
    began: int

    @property
    def place(self) -> int:
        """How far the text could be read: a text that never ends stops where it begins."""
        return self.began if "quoted scalar" in self.context or "simple key" in self.context else self.offset


def stop_of(error: yaml.YAMLError, text: str) -> Stop:
    offset = _mark(error, "problem_mark", len(text))
    began = _mark(error, "context_mark", offset)
    problem, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    return Stop(problem, context, min(offset, len(text)), min(began, len(text)))


def _mark(error: yaml.YAMLError, name: str, otherwise: int) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else int(mark.index)


def candidates(stop: Stop, text: str) -> Iterator[Cause]:
    """Give the mistakes that may have stopped the parser, each with a way to read on."""
    here, above = _lines(stop, text)
    yield from _tabs(here, text)
    yield from _escape(stop, text)
    lines = [here, *above[:3]]
    if stop.began != stop.offset and "block" not in stop.context:
        lines.insert(0, line_at(text, stop.began))
    for line in dict.fromkeys(lines):
        for slip in slips(line):
            yield _grown(slip, line, text)
    if above:
        yield from _stray(here, above[0])
        yield from _no_colon_above(here, above[0])
        yield from _long_colon(here, above[0], text)
        yield from _askew(here, above)
        yield from _continuation(line_at(text, stop.began), text)
        yield from _heading(above[-1] if len(above) < _MOST_ABOVE else here)
    for line in above:
        yield from (cause for see in (unclosed_quote, unclosed_bracket) if (cause := see(line)))


def explain(stop: Stop, text: str) -> Trouble:
    """Say what the parser stumbled on where no mending helps."""
    here, above = _lines(stop, text)
    if _leading_tab(here):
        tab = here.text.index("\t")
        return trouble("tab", here.span(tab, tab + 1))
    if "quoted scalar" in stop.context:
        began = Span(stop.began, min(stop.began + 1, len(text)))
        return trouble("unclosed-quote", began, character=text[began.start : began.end])
    for known in (_directive, _list, _bracket):
        if found := known(here, stop):
            return found
    if "could not find expected ':'" in stop.problem:
        return trouble("no-colon", line_at(text, stop.began).all)
    if "mapping values are not allowed" in stop.problem and above and not above[0].key:
        return trouble("no-colon", above[0].all)
    if here.text[here.lead :].startswith(":"):
        return trouble("no-key", here.all)
    if any(word in stop.problem for word in ("mapping values are not allowed", "expected key", "block end")):
        return trouble("indentation", here.all)
    end = min(stop.offset + 1, len(text))
    return trouble("unreadable", Span(min(stop.offset, max(end - 1, 0)), end))


def _lines(stop: Stop, text: str) -> tuple[Line, list[Line]]:
    """Give the line where the parser stopped, and those above it with something on them."""
    here = line_at(text, min(stop.offset, max(len(text) - 1, 0)))
    while not here.text.strip() and here.start > 0:
        here = line_at(text, here.start - 1)
    above: list[Line] = []
    line = here
    while line.start > 0 and len(above) < _MOST_ABOVE:
        line = line_at(text, line.start - 1)
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            above.append(line)
    return here, above


def _leading_tab(line: Line) -> bool:
    return "\t" in line.text[: len(line.text) - len(line.text.lstrip(" \t-"))]


def _tabs(here: Line, text: str) -> Iterator[Cause]:
    """Read every tab before a line's text as so many spaces."""
    if not _leading_tab(here):
        return
    found = [match for match in _TABBED.finditer(text) if "\t" in match[0]]
    for width in _WIDTHS:
        edits = tuple(
            (Span(at, at + 1), " " * (width - 1 if at > match.start("dash") else width))
            for match in found
            for at in range(*match.span())
            if text[at] == "\t"
        )
        spans = [Span(match.start() + match[0].index("\t"), match.end()) for match in found]
        if edits:
            cause = trouble("tab", spans[0], edits)._replace(also=tuple(spans[1:]))
            yield Cause(cause, edits, here.end)


def _escape(stop: Stop, text: str) -> Iterator[Cause]:
    r"""Read a text with a ``\`` that means nothing as it stands: between single quotation marks."""
    if not any(word in stop.problem for word in ("escape", "hexdecimal", "Unicode character code")):
        return
    at = text.rfind("\\", stop.began, stop.offset + 1)
    whole = _DOUBLE_QUOTED.match(text, stop.began)
    if at < 0 or not whole:
        return
    start, end = whole.span()
    if "'" in whole[1]:
        edits: Edits = ((Span(at, at + 1), "\\\\"),)
        written = "\\\\"
    else:
        marks = re.compile(r'\\"').finditer(text, start, end)
        inner = tuple((Span(*match.span()), '"') for match in marks)
        edits = ((Span(start, start + 1), "'"), *inner, (Span(end - 1, end), "'"))
        written = "'…'"
    yield Cause(trouble("escape", Span(at, at + 2), edits, text=text[at : at + 2], quoted=written), edits)


def _stray(here: Line, above: Line) -> Iterator[Cause]:
    """See a letter or two that the keyboard left on a line of their own."""
    for line in (here, above):
        word = line.text.strip()
        if len(word) <= 2 and word.isalnum():
            edits: Edits = ((line.span(0, len(line.text)), ""),)
            yield Cause(trouble("stray", line.all, edits, text=word), edits, line.end)


def _no_colon_above(here: Line, above: Line) -> Iterator[Cause]:
    """See a key without a colon, with what belongs to it below."""
    word = above.text[above.lead :].rstrip()
    if above.key or not re.fullmatch(r"[^\W\d][\w-]*", word) or here.indent < above.indent:
        return
    end = above.lead + len(word)
    edits: Edits = ((above.span(end, end), ":"),)
    yield Cause(trouble("key-alone", above.all, edits, text=f"{word}:"), edits)


def _long_colon(here: Line, above: Line, text: str) -> Iterator[Cause]:
    """See a colon in a text that goes on over several lines."""
    if not here.key or " " not in here.name.strip() or not above.content or above.content[0] in "\"'[{|>":
        return
    first = above
    while not first.key and first.start > 0:
        first = line_at(text, first.start - 1)
    if not first.key or first.indent >= here.indent or not first.content or first.content[0] in "\"'[{|>":
        return
    whole = text[first.start + first.value[0] : here.start + here.value[1]]
    if '"' in whole or "\\" in whole or "#" in whole:
        return
    start, end = first.value[0], here.value[1]
    edits: Edits = ((first.span(start, start), '"'), (here.span(end, end), '"'))
    place = here.span(here.key[1], here.key[1] + 1)
    yield Cause(trouble("colon-below", place, edits, character='"'), edits)


def _grown(cause: Cause, line: Line, text: str) -> Cause:
    """Put the closing quotation mark where a text ends that goes on over several lines."""
    if cause.trouble.variant not in {"colon", "start"} or len(cause.mend) != 2 or not line.key:
        return cause
    last, following = line, line_at(text, min(line.end + 1, len(text)))
    while following.start > last.start and following.text.strip() and _goes_on(following, line):
        last, following = following, line_at(text, min(following.end + 1, len(text)))
    if last is line or '"' in text[line.start : last.end]:
        return cause
    edits = (cause.mend[0], (last.span(last.value[1], last.value[1]), cause.mend[1][1]))
    values = {**cause.trouble.values, "quoted": f'"{line.content} … {last.content.split()[-1]}"'}
    return Cause(cause.trouble._replace(edits=edits, values=values), edits)


def _goes_on(line: Line, first: Line) -> bool:
    return not line.key and line.indent > first.lead and line.lead == line.indent and line.content != ""


def _askew(here: Line, above: list[Line]) -> Iterator[Cause]:
    """See a line that stands beside those that it belongs to."""
    keys = [line for line in above if line.key]
    if not here.key or not keys or here.lead != here.indent:
        return
    before = keys[0]
    if len(keys) > 1 and keys[1].lead == here.indent and before.lead == before.indent < here.indent:
        yield _moved(before, here.indent, here.end, keys[1].name)
    if abs(here.indent - before.lead) == 1 or (here.indent > before.lead and before.content):
        yield _moved(here, before.lead, here.end, before.name)


def _moved(line: Line, column: int, until: int, beside: str) -> Cause:
    edits: Edits = ((line.span(0, line.indent), " " * column),)
    return Cause(trouble("askew", line.all, edits, key=line.name, above=beside), edits, until)


def _continuation(line: Line, text: str) -> Iterator[Cause]:
    """See the rest of a text that isn't pushed in below its beginning."""
    if line.key or line.start == 0 or line.lead != line.indent or len(line.content.split()) < 3:
        return
    above = line_at(text, line.start - 1)
    if not above.key or not above.content or above.lead == line.indent or not line.content[0].islower():
        return
    edits: Edits = ((line.span(0, line.indent), " " * (above.lead + 2)),)
    yield Cause(trouble("continuation", line.all, edits, key=above.name), edits, line.end)


def _heading(line: Line) -> Iterator[Cause]:
    """See a heading above the first key."""
    if line.key or line.indent or not line.content[:1].isalpha():
        return
    edits: Edits = ((line.span(0, 0), "# "),)
    yield Cause(trouble("heading", line.all, edits, text=f"# {line.content}"), edits)


def _directive(line: Line, stop: Stop) -> Trouble | None:
    if line.text.startswith("%") or "directive" in stop.context or "version" in stop.problem:
        return trouble("directive", line.all)
    if "document start" in stop.problem:
        return Trouble("several-documents", "more", line.all)
    return None


def _list(line: Line, stop: Stop) -> Trouble | None:
    if "block sequence entries are not allowed" in stop.problem:
        return trouble("list-on-line", Span(stop.offset, stop.offset + 1), key=line.name)
    if "'-' indicator" in stop.problem:
        return trouble("key-in-list", line.all)
    return None


def _bracket(_line: Line, stop: Stop) -> Trouble | None:
    if "flow" not in stop.context or "or '" not in stop.problem:
        return None
    character = "]" if "sequence" in stop.context else "}"
    return trouble("bracket", Span(stop.began, stop.began + 1), character=character)


__all__ = ["Cause", "Stop", "candidates", "explain", "stop_of"]
