"""Holds that a text means what it meant before, but for what the fixes are about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from malkoll.fix.edits import Proposal, Stretches, written
from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.characters import composed
from malkoll.syntax.edited import Edited
from malkoll.syntax.tree import Entry, Mapping, Node, Scalar
from malkoll.syntax.tree import Sequence as Listed

OTHER_MEANING = Text(
    "något annat i dokumentet skulle ha fått en ny betydelse",
    "something else in the document would have got another meaning",
)
LOST_COMMENT = Text("en kommentar skulle ha gått förlorad", "a comment would have been lost")
_ABOUT_COMMENTS = frozenset({"text-cut-by-comment", "unused-suppression", "unknown-rule"})
"""Rules whose fixes take comments away, or write others."""
_ABOUT_WRITING = re.compile(r"MK[09]")
"""Codes of rules about how a file is written and what its comments say: their fixes change no value."""
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|(?<![\s\S]))#[^\r\n]*")
_LINE_END = re.compile(r"[\r\n]")


class Version(Record):
    """A text with the tree that it was read to."""

    text: str
    root: Node


def difference(before: Version, after: Version, edited: Edited, made: Sequence[Proposal]) -> Message | None:
    """Tell what the new text has lost, or says that the fixes don't."""
    changed = Stretches(_places(one for one in made if _changes_values(one)))
    put_in = written(edited, (span for span in _places(made) if span.start == span.end))
    if not _same_data(before.root, after.root, changed, put_in):
        return OTHER_MEANING()
    ours = _places(one for one in made if one.finding.name in _ABOUT_COMMENTS)
    had = _comments(before, Stretches(ours))
    has = _comments(after, written(edited, ours))
    return None if _all_in(had, has) else LOST_COMMENT()


def _places(proposals: Iterator[Proposal] | Sequence[Proposal]) -> list[Span]:
    return [span for one in proposals for span, _ in one.edits]


def _changes_values(one: Proposal) -> bool:
    return not _ABOUT_WRITING.match(one.finding.code) or one.finding.name == "text-cut-by-comment"


def _same_data(before: Node, after: Node, changed: Stretches, put_in: Stretches) -> bool:
    """Compare two trees, part by part in their order; where a value or key was changed, it may differ."""
    waiting, seen = [(before, after)], set[tuple[int, int]]()
    while waiting:
        old, new = waiting.pop()
        if type(old) is not type(new):
            return False
        if isinstance(old, Scalar) and isinstance(new, Scalar):
            if not _same_text(old, new, changed):
                return False
            continue
        # a part that stands in several places is one part
        if (id(old), id(new)) in seen:
            continue
        seen.add((id(old), id(new)))
        parts = _pairs(old, new, changed, put_in)
        if parts is None:
            return False
        waiting += parts
    return True


def _same_text(old: Scalar, new: Scalar, changed: Stretches) -> bool:
    if old.text == new.text and old.is_empty == new.is_empty:
        return True
    return not new.is_empty and changed.lie_in(Span(old.start, old.end))


def _pairs(old: Node, new: Node, changed: Stretches, put_in: Stretches) -> list[tuple[Node, Node]] | None:
    """Give the parts of two lists or mappings side by side; None where they don't have the same ones."""
    if isinstance(old, Listed) and isinstance(new, Listed):
        if len(old.items) != len(new.items):
            return None
        return list(zip(old.items, new.items, strict=True))
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        return None
    entries = new.entries
    if len(entries) > len(old.entries):
        entries = [entry for entry in entries if not _is_put_in(entry, put_in)]
    if len(entries) != len(old.entries):
        return None
    pairs: list[tuple[Node, Node]] = []
    for had, has in zip(old.entries, entries, strict=True):
        if not _same_text(had.key, has.key, changed):
            return None
        pairs.append((had.value, has.value))
    return pairs


def _is_put_in(entry: Entry, put_in: Stretches) -> bool:
    return put_in.hold(Span(entry.key.start, entry.key.end))


def _comments(version: Version, left_out: Stretches) -> list[str]:
    """Give the comments of a text but for some places, as one reads them."""
    spans = comments_of(version.text, version.root)
    return [_seen(version.text[slice(*span)]) for span in spans if not left_out.lie_in(span)]


def comments_of(text: str, root: Node) -> Iterator[Span]:
    """Find the comments of a text: what begins with a ``#`` between its keys and values."""
    place = 0
    stretches = sorted({(_text_start(node, text), node.end) for node in _scalars(root)})
    for start, end in (*stretches, (len(text), len(text))):
        for match in _COMMENT.finditer(text, place, max(start, place)):
            yield Span(*match.span())
        place = max(place, end)


def _scalars(root: Node) -> Iterator[Scalar]:
    """Give the scalars of a tree, those of a shared part once."""
    stack, seen = [root], set[int]()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            for entry in node.entries:
                stack += entry
        else:
            stack += node.items


def _text_start(node: Scalar, text: str) -> int:
    """Give where a text begins; after a block text's sign a comment may still stand."""
    if node.style not in {"|", ">"}:
        return node.start
    line_end = _LINE_END.search(text, node.start, max(node.end, node.start))
    return line_end.start() if line_end else node.end


def _seen(comment: str) -> str:
    """Leave out what nobody sees in a comment: fixes may take it away or write it otherwise."""
    if comment.isascii() and comment.isprintable():
        return "".join(comment.split())
    return "".join(one for one in composed(comment) if unicodedata.category(one)[0] not in "CMZ")


def _all_in(wanted: list[str], there: list[str]) -> bool:
    """Tell whether all of them are there, in their order."""
    rest = iter(there)
    return all(one in rest for one in wanted)


__all__ = ["Version", "comments_of", "difference"]
