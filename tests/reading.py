"""Reads YAML in tests: to plain data, and to the places of what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malkoll.document.build import build
from malkoll.document.goal_document import GoalDocument
from malkoll.source import SourceFile, Span
from malkoll.syntax.parse import Parsed, parse
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]
_WHOLE = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def read(text: str | bytes) -> tuple[SourceFile, Parsed]:
    source = SourceFile(
        "mål.yaml", text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    )
    return source, parse(source)


def troubles(text: str | bytes) -> tuple[SourceFile, list[Trouble]]:
    """Read a document as far as it goes, and give all that was seen."""
    source, parsed = read(text)
    found = list(parsed.troubles)
    if parsed.root is not None:
        found += build(parsed.root, GoalDocument).troubles
    return source, found


def data_of(node: Node | None) -> Data:
    """Read a tree by the core schema of YAML 1.2."""
    if node is None:
        return None
    if isinstance(node, Mapping):
        return {key.text: data_of(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    return node.text if node.style else _plain(node)


def _plain(node: Scalar) -> Data:
    if node.is_empty:
        return None
    if node.text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return node.text.lower() == "true"
    if _WHOLE.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _FLOAT.fullmatch(node.text) else node.text


def spans_of(trouble: Trouble) -> Iterator[Span]:
    yield trouble.span
    yield from trouble.also
    if trouble.related:
        yield trouble.related
    yield from (span for span, _ in trouble.edits)


def mended(text: str) -> str:
    """Apply the edits of what is wrong with a text until nothing changes, none over another."""
    for _ in range(10):
        accepted: list[tuple[Span, str]] = []
        # a mark before it, so that a hidden one that the text begins with isn't taken for that
        for trouble in read(f"\ufeff{text}")[1].troubles:
            if not any(_overlap(new[0], old[0]) for new in trouble.edits for old in accepted):
                accepted += trouble.edits
        if not accepted:
            break
        for span, instead in sorted(accepted, reverse=True):
            text = text[: span.start] + instead + text[span.end :]
    return text


def _overlap(one: Span, other: Span) -> bool:
    return (one.start < other.end and other.start < one.end) or one == other
