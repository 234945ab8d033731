"""Reads a text token by token, for what the parser lets pass and YAML 1.2 doesn't allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs don't know of it

from malkoll.source import Span
from malkoll.syntax.tree import Trouble

_INDENT = re.compile(r"\n(?P<indent>[ ]*+)(?P<tab>[ \t]*+)(?=(?P<first>[^ \t\n]))")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]{0,2}#")
_BLANK_LINES = re.compile(r"[|>][-+]?[ \t]*(?:#[^\n]*)?\n(?P<blank>(?: *+\n)++)(?P<indent> *+)(?=[^ \n])")
_STARTS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_ENDS = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_MOST_PLACES = 1_000


class Reading:
    """Goes through the tokens, and knows how far in the block stands that they are in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._blocks = [-1]
        self._open: list[int] = []

    def troubles(self) -> Iterator[Trouble]:
        next_token: Callable[[], Any] = CParser(self.text).get_token
        while (token := next_token()) is not None:
            kind = type(token)
            if kind in (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken):
                self._blocks.append(token.start_mark.column)
            elif kind is yaml.BlockEndToken:
                self._blocks.pop()
            elif kind in _STARTS:
                self._open.append(token.start_mark.index)
                yield from self._close_comment(token.end_mark.index)
            elif kind in _ENDS:
                yield from self._flow_end(token)
            elif kind is yaml.FlowEntryToken:
                yield from self._close_comment(token.end_mark.index)
            elif kind is yaml.KeyToken and self._open:
                yield from self._question(token.start_mark.index)
            elif kind is yaml.ScalarToken:
                yield from self._scalar(token)

    def _flow_end(self, token: Any) -> Iterator[Trouble]:
        start = self._open.pop()
        if not self._open:
            yield from self._left_of(start, token.end_mark.index)
        yield from self._close_comment(token.end_mark.index)

    def _scalar(self, token: Any) -> Iterator[Trouble]:
        start, end = token.start_mark.index, token.end_mark.index
        if token.style in ("|", ">"):
            yield from self._block_text(start)
        elif token.style:
            if not self._open:
                yield from self._left_of(start, end)
            yield from self._close_comment(end)
        elif self._open and token.value == "-":
            values = {"character": "-", "quoted": '"-"'}
            span = Span(start, end)
            yield Trouble("yaml-syntax", "start", span, values=values, edits=((span, '"-"'),))

    def _close_comment(self, end: int) -> Iterator[Trouble]:
        if self.text.startswith("#", end):
            edits = ((Span(end, end), " "),)
            yield Trouble("yaml-syntax", "close-comment", Span(end, end + 1), edits=edits)

    def _left_of(self, start: int, end: int) -> Iterator[Trouble]:
        """Find lines of brackets or of a quoted text that aren't indented; a closing bracket may stand so."""
        least = self._blocks[-1] + 1
        places = [
            (Span(match.start("indent"), match.end("tab")), " " * (least + 1))
            for match in _INDENT.finditer(self.text, start, end)
            if len(match["indent"]) < least and match["first"] not in "]}#"
        ]
        if not places:
            return
        first = places[0][0].end
        also = tuple(Span(span.end, span.end + 1) for span, _ in places[1:_MOST_PLACES])
        yield Trouble(
            "yaml-syntax",
            "not-indented",
            Span(first, first + 1),
            also=also,
            edits=tuple(places[:_MOST_PLACES]),
        )

    def _question(self, at: int) -> Iterator[Trouble]:
        if self.text.startswith("?", at) and not self.text[at + 1 : at + 2].isspace():
            word = re.match(r"[^\s,:\[\]{}]*", self.text[at : at + 60])
            quoted = f'"{word[0] if word else "?"}"'
            yield Trouble(
                "yaml-syntax", "start", Span(at, at + 1), values={"character": "?", "quoted": quoted}
            )

    def _block_text(self, start: int) -> Iterator[Trouble]:
        if header := _HEADER_COMMENT.match(self.text, start):
            yield from self._close_comment(header.end() - 1)
        blank = _BLANK_LINES.match(self.text, start)
        if blank is None or len(blank["indent"]) <= self._blocks[-1]:
            return
        if max(map(len, blank["blank"].split("\n"))) > len(blank["indent"]):
            at = blank.start("blank")
            yield Trouble("yaml-syntax", "long-blank", Span(at, at + 1))
