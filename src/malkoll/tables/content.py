"""A goal document as plain content: English field names, texts as they stand, short forms written out.

Two documents hold the same when their contents are equal, whatever language, order or short form
they are written in. A key that nobody knows is kept, with ``?`` before it.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from malkoll.document.fields import Kind
from malkoll.document.goal_document import Assessment, Fact, GoalDocument, Horizon
from malkoll.document.part import Part, slots
from malkoll.document.words import Word, fold
from malkoll.record import Record
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence

Content = dict[str, Any]
"""Field names with texts, lists and contents below them."""
Path = tuple[str | int, ...]
STRANGER = "?"
YEARS = re.compile(r"([12][0-9]{3})(?:\s*(?:[-\u2013\u2014]|till|to)\s*([12][0-9]{3}))?\Z")
_TRUE = frozenset({"true", "ja", "yes"})
_FALSE = frozenset({"false", "nej", "no"})


class Field(Record):
    """What a field holds.

    Attributes:
        kind: ``part``, ``parts``, ``analysis``, ``outcome``, or that of its values.
        cls: the part that stands there.
        words: the closed values, by their meaning.

    """

    kind: str
    cls: type[Part] | None = None
    words: dict[str, Word] | None = None


@cache
def fields_of(cls: type[Part]) -> dict[str, Field]:
    """Tell of each field of a part what it holds."""
    hints = typing.get_type_hints(cls, include_extras=True)
    found = {}
    for name, slot in slots(cls).items():
        if name not in cls.words:
            continue
        mark = _mark(hints[name])
        kind = {"model": "part", "models": "parts", "analysis": "analysis", "by-name": "outcome"}.get(
            slot.kind
        )
        found[name] = Field(kind or (mark.name if mark else "text"), slot.cls, mark.words if mark else None)
    return found


def _mark(annotation: Any) -> Kind | None:
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        return _mark(next(one for one in typing.get_args(annotation) if one is not types.NoneType))
    return next((one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, Kind)), None)


@cache
def fields_by_word(cls: type[Part]) -> dict[str, str]:
    """Give each spelling of a part's keys with the field that it names."""
    return {fold(word): name for name, key in cls.words.items() for word in (key.sv, key.en)}


def meaning(text: str, words: dict[str, Word]) -> str:
    """Give what a closed value means, in either language; a text that is none of them as it stands."""
    folded = fold(text)
    return next((name for name, word in words.items() if folded in (fold(word.sv), fold(word.en))), text)


def truth(text: str) -> str:
    """Write a truth value one way; what is none stays as it is."""
    folded = fold(text)
    if folded in _TRUE:
        return "true"
    return "false" if folded in _FALSE else text


def content_of(root: Node | None) -> Content:
    """Give what a document holds; lists keep their places, what is empty too."""
    return _part(root, GoalDocument) if isinstance(root, Mapping) else {}


def _part(node: Mapping, cls: type[Part]) -> Content:
    content: Content = {}
    known, fields = fields_by_word(cls), fields_of(cls)
    for key, value in node.entries:
        name = known.get(fold(key.text))
        if name is None or name in content:
            content[STRANGER + key.text] = _plain(value)
        else:
            content[name] = _value(value, fields[name])
    return content


def _value(node: Node, field: Field) -> Any:
    if isinstance(node, Scalar):
        return None if node.is_empty else _scalar(node.text.strip(), field)
    if isinstance(node, Mapping):
        return _mapping(node, field)
    if field.kind in {"parts", "analysis"}:
        cls = Fact if field.kind == "analysis" else field.cls
        return [
            _part(item, cls) if isinstance(item, Mapping) and cls else _plain(item) for item in node.items
        ]
    return _plain(node)


def _mapping(node: Mapping, field: Field) -> Any:
    if field.kind == "outcome":
        return {key.text: _plain(value) for key, value in node.entries}
    if field.kind != "part" or field.cls is None:
        return _plain(node)
    content = _part(node, field.cls)
    return _years(content) if field.cls is Horizon else content


def _scalar(text: str, field: Field) -> Any:
    if field.kind == "outcome":
        return {"": text}
    if field.kind == "text-or-list":
        return [text]
    if field.words is not None:
        return meaning(text, field.words)
    if field.cls is Horizon:
        match = YEARS.match(text)
        return _span(match[1], match[2] or match[1]) if match else text
    if field.cls is Assessment:
        return {"flag": truth(text)}
    if field.kind == "part" and field.cls and field.cls.shorthand:
        return {field.cls.shorthand: text}
    return text


def _years(content: Content) -> Any:
    start, end = content.get("start"), content.get("end")
    if len(content) == 2 and all(isinstance(year, str) and _is_year(year) for year in (start, end)):
        return _span(str(start), str(end))
    return content


def _is_year(text: str) -> bool:
    return re.fullmatch(r"[12][0-9]{3}", text) is not None


def _span(start: str, end: str) -> str:
    return start if start == end else f"{start}-{end}"


def _plain(node: Node) -> Any:
    """Give what stands where nobody knows what it is."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.text.strip()
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {STRANGER + key.text: _plain(value) for key, value in node.entries}


def settled(value: Any) -> Any:
    """Leave out what is empty, so that two contents can be held against each other."""
    if isinstance(value, dict):
        below = {key: settled(one) for key, one in value.items()}
        return {key: one for key, one in below.items() if one not in (None, "", [], {})}
    if isinstance(value, list):
        return [one for one in map(settled, value) if one not in (None, "", [], {})]
    return value


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text of a content with its path."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from leaves(below, (*path, index))
    elif value not in (None, ""):
        yield path, value


def get(content: Any, path: Path) -> Any:
    """Give what stands at a path, or None."""
    for step in path:
        if isinstance(content, dict):
            content = content.get(str(step)) if isinstance(step, str) else None
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    return content


_MOST_ITEMS = 10_000


def put(content: Content, path: Path, value: Any) -> bool:
    """Write a value at a path, with all that is needed above it; tell whether there was room for it."""
    here: Any = content
    for step, after in zip(path, (*path[1:], None), strict=True):
        below: Any = value if after is None else ([] if isinstance(after, int) else {})
        if isinstance(here, dict) and isinstance(step, str):
            if after is None or here.get(step) in (None, "", [], {}):
                if after is None and here.get(step) not in (None, value):
                    return False
                here[step] = below
            here = here[step]
        elif isinstance(here, list) and isinstance(step, int) and step < _MOST_ITEMS:
            here.extend(None for _ in range(step + 1 - len(here)))
            if after is None and here[step] not in (None, {}, value):
                return False
            if after is None or here[step] is None:
                here[step] = below
            here = here[step]
        else:
            return False
    return True
