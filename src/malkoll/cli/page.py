"""Pages for people: headings, paragraphs, lists and examples, as wide as the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from malkoll.cli.output import output
from malkoll.report.layout import Line, Style, wrap
from malkoll.report.screen import encoding_of, wants_color, width_of, write_lines
from malkoll.report.shown import Shown

WIDEST = 100
Lines = Callable[[Shown, int], Iterable[Line]]
_FENCE = "```"
_ITEM = re.compile(r"(?P<lead>[ ]*(?:[-*]|[0-9]+\.)[ ]+)(?P<text>.*)", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")


def print_page(lines: Lines) -> None:
    """Write a page to standard output; ``lines`` gets what shows its text, and the width."""
    with output() as stream:
        shown = Shown(encoding_of(stream))
        cells = min(width_of(stream), WIDEST)
        write_lines(lines(shown, cells), stream, shown, color=wants_color("auto", stream))


def heading(text: str) -> Line:
    return [(text, Style.STRONG)]


def paragraph(text: str, cells: int, first: str = "", rest: str | None = None) -> Iterator[Line]:
    yield from wrap([(text, Style.PLAIN)], cells, first, rest)


def markdown(text: str, shown: Shown, cells: int, indent: str = "  ") -> Iterator[Line]:
    """Set the Markdown of a manual: paragraphs and lists wrapped, examples as they are."""
    blocks = text.split(_FENCE)
    for number, block in enumerate(blocks):
        if number % 2:
            example = block.split("\n")[1:]
            yield from (
                [(f"{indent}  {''.join(shown.characters(line))}".rstrip(), Style.PLACE)] for line in example
            )
            continue
        for part in re.split(r"\n\s*\n", block.strip("\n")):
            if part.strip():
                yield from _part(part, shown, cells, indent)
                yield []


def _part(text: str, shown: Shown, cells: int, indent: str) -> Iterator[Line]:
    for piece in re.split(r"\n(?=[ ]*(?:[-*]|[0-9]+\.)[ ])", text):
        item = _ITEM.fullmatch(piece)
        lead, words = (item["lead"], item["text"]) if item else ("", piece)
        plain = shown.sentence(_plain(" ".join(words.split())))
        yield from paragraph(plain, cells, indent + lead, indent + " " * len(lead))


def _plain(text: str) -> str:
    return _LINK.sub(r"\1 (\2)", _CODE.sub(r"\1", text)).replace("**", "")
