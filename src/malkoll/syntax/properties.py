"""What may stand before a node: a tag, which isn't supported, and a name for it to be repeated by."""

from __future__ import annotations

import re

from malkoll.source import Span
from malkoll.syntax.tree import Trouble

PLAIN_TAGS = frozenset(
    (
        None,
        "!",
        *(
            f"tag:yaml.org,2002:{name}"
            for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
        ),
    )
)
"""Tags that change nothing of what a scalar says."""


def after_properties(text: str, start: int, end: int) -> int:
    """Pass over a scalar's anchor and tag to where its text begins."""
    while start < end and text[start] in "&!":
        while start < end and not text[start].isspace():
            start += 1
        while start < end and text[start].isspace():
            start += 1
    return start


def unsupported_tag(text: str, start: int) -> Trouble:
    stop = start
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    # the library's name of the tag is long; the writer's own word is what stands there
    return Trouble("unsupported-yaml", "tag", Span(start, stop), values={"tag": text[start:stop]})


def odd_name(text: str, start: int, read: str) -> list[Trouble]:
    """Find a name after ``&`` that the parser ends at a character which YAML allows in it."""
    start = text.find("&", start)
    name = re.compile(r"[^\s,\[\]{}]*").match(text, start + 1) if start >= 0 else None
    if name is None or name[0] == read:
        return []
    return [Trouble("unsupported-yaml", "anchor", Span(start, name.end()), values={"name": name[0]})]
