"""From a change on a path to edits of the text that touch nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from malkoll.diagnostic import At, Change, Insert, Replace, Rewrite
from malkoll.source import SourceFile, Span
from malkoll.syntax.tree import Mapping, Node, Scalar, find

_PLAIN_TEXT = r"[^\W_](?:[\w .()/–-]*[\w.()/–])?\Z"
_JOINED = r"\\(?:\r\n|\n|\r)\s*"
"""A line end between quotation marks that isn't there for the reader."""
_NOT_TEXT = r"(?i)(?:null|true|false|yes|no|on|off|[-+.0-9][-+.0-9eE_:x]*)\Z"


def yaml_text(text: str) -> str:
    """Write a text as YAML: plain where every reader takes it for text, else in quotation marks."""
    if re.match(_PLAIN_TEXT, text) and not re.match(_NOT_TEXT, text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda match: f"\\x{ord(match[0]):02x}", escaped) + '"'


def edits_of(change: Change, source: SourceFile, root: Node | None) -> list[tuple[Span, str]] | None:
    """Turn a change into edits; None when its place isn't there or can't be edited."""
    if isinstance(change, Rewrite):
        return list(change.edits)
    if isinstance(change, Insert):
        return _insert(change, source, root)
    return _replace(change, source, root)


def _replace(change: Replace, source: SourceFile, root: Node | None) -> list[tuple[Span, str]] | None:
    span = span_of(change.at, source, root)
    node, _, whole = find(root, change.at.path)
    if span is None or not whole:
        return None
    if isinstance(node, Scalar) and node.style in {"|", ">"} and not change.at.key:
        return None
    if not change.at.key and change.at.span is None and not isinstance(node, Scalar):
        return None
    return [(span, change.text if change.raw or change.at.part else yaml_text(change.text))]


def _insert(change: Insert, source: SourceFile, root: Node | None) -> list[tuple[Span, str]] | None:
    node, _, whole = find(root, change.path)
    if not whole or not isinstance(node, Mapping) or not node.entries:
        return None
    entry = (node.get(change.before) if change.before else None) or node.entries[0]
    start = entry.key.start
    text = f"{change.key}: {yaml_text(change.text)}"
    between = ", " if node.flow else source.newline + " " * (source.position(start).column - 1)
    return [(Span(start, start), text + between)]


# A goal's sentence is pointed at many times over: the last places are kept.
_found = lru_cache(maxsize=8)(find)


def span_of(at: At, source: SourceFile, root: Node | None) -> Span | None:
    """Find the stretch of the file that a place means; None when the tree has no such path."""
    if at.span is not None:
        return at.span
    node, key, whole = _found(root, at.path)
    if node is None:
        return None
    if at.key and key is not None and whole:
        return Span(key.start, key.end)
    if not isinstance(node, Scalar):
        return _head(node, key, source)
    if at.part is not None and whole:
        return part_span(source.text, node, *at.part)
    if node.end <= node.start and key is not None:
        # nothing stands there: the key is what can be seen
        return Span(key.start, key.end)
    return Span(node.start, _end(node, source.text))


def _end(node: Scalar, text: str) -> int:
    """Leave out the line ends that a block text closes with."""
    end = min(node.end, len(text))
    while end > node.start and text[end - 1].isspace():
        end -= 1
    return end


def _head(node: Node, key: Scalar | None, source: SourceFile) -> Span:
    """Show a mapping or list by its first line: the key above it, or its first entry."""
    if key is not None:
        return Span(key.start, key.end)
    start = node.start
    line = source.position(start)
    return Span(start, max(start + 1, start + len(source.line(line.line).rstrip()) - line.column + 1))


def part_span(text: str, node: Scalar, start: int, end: int) -> Span:
    """Find where a part of a value stands in the file, through folding, indentation and escapes."""
    begin = node.start + (node.style in {'"', "'"})
    if text.startswith(node.text, begin) and node.style not in {"|", ">"}:
        # as most texts are: written as they read
        return Span(begin + start, begin + end)
    places = _alignment(text, node)
    if not places:
        return Span(node.start, node.end)
    first = places[min(start, len(places) - 1)]
    last = places[min(max(end - 1, start), len(places) - 1)]
    return Span(first[0], last[1])


@lru_cache(maxsize=4)
def _alignment(text: str, node: Scalar) -> list[tuple[int, int]]:
    """Give for each character of the value the stretch of the file that it was read from.

    Kept for the next place: a finding may point at many words of one text.
    """
    places: list[tuple[int, int]] = []
    offset, stop = node.start, min(node.end, len(text))
    if node.style in {"|", ">"}:
        while offset < stop and text[offset] not in "\n\r":
            offset += 1
    elif node.style:
        offset += 1
    for character in node.text:
        read = _read_blank if character.isspace() else _read_letter
        begin, end = read(text, offset, stop, character, node.style)
        places.append((begin, max(end, begin + 1)))
        offset = end
    return places


def _read_blank(text: str, offset: int, stop: int, _character: str, _style: str) -> tuple[int, int]:
    begin = offset
    while offset < stop and text[offset].isspace():
        offset += 1
    if offset == begin and text.startswith("\\", offset):
        offset += 2
    return begin, offset


def _read_letter(text: str, offset: int, stop: int, character: str, style: str) -> tuple[int, int]:
    """Find a letter from here on: past what can't be seen, composed or not, or as an escape."""
    if style == '"' and (joined := re.compile(_JOINED).match(text, offset)):
        offset = joined.end()
    apart = character if character.isascii() else unicodedata.normalize("NFD", character)
    while offset < stop and text[offset] != character and not text.startswith((apart, "\\"), offset):
        offset += 1
    if style == '"' and text.startswith("\\", offset):
        return offset, offset + _escape_length(text, offset)
    if text.startswith(apart, offset):
        return offset, offset + len(apart) + (style == "'" and character == "'")
    return offset, offset + 1


def _escape_length(text: str, offset: int) -> int:
    return {"x": 4, "u": 6, "U": 10}.get(text[offset + 1 : offset + 2], 2)
