"""Keys that stand twice in one mapping, and the missing dash that they may be a sign of."""

from __future__ import annotations

from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Entry, Mapping, Scalar, Sequence, Trouble


class Repeat(Record):
    """An entry whose key stood in the mapping already, and that first key."""

    entry: Entry
    first: Scalar


def folded(key: Scalar) -> str:
    """Write a key so that two spellings of it are equal; its letters are composed already."""
    return key.text.casefold()


def told(mapping: Mapping, repeats: list[Repeat], parent: object, troubles: list[Trouble]) -> list[Mapping]:
    """Report keys that stand twice.

    Where a list's part begins anew with its first key, a dash is missing: then it is parted.

    Returns:
        the further parts of the list that were written without a dash.

    """
    if not repeats:
        return []
    begins_again = repeats[0].first is mapping.entries[0].key and len(repeats) > 1
    if not begins_again or mapping.flow or not isinstance(parent, Sequence):
        for (key, _), first in repeats:
            values, span, related = {"key": key.text}, Span(key.start, key.end), Span(first.start, first.end)
            troubles.append(Trouble("duplicate-key", "same", span, values=values, related=related))
        return []
    parts = _parts(mapping, repeats)
    key, first = parts[0].entries[0].key, mapping.entries[0].key
    spans = [Span(part.entries[0].key.start, part.entries[0].key.end) for part in parts]
    values, related = {"key": key.text}, Span(first.start, first.end)
    troubles.append(
        Trouble("duplicate-key", "again", spans[0], values=values, related=related, also=tuple(spans[1:]))
    )
    return parts


def _parts(mapping: Mapping, repeats: list[Repeat]) -> list[Mapping]:
    """Part a mapping wherever its first key stands again; the first part stays in it."""
    every = sorted(
        [*mapping.entries, *(repeat.entry for repeat in repeats)], key=lambda entry: entry.key.start
    )
    beginning = folded(mapping.entries[0].key)
    mapping.entries = []
    parts = [mapping]
    seen: set[str] = set()
    for entry in every:
        name = folded(entry.key)
        if name == beginning and seen:
            parts.append(Mapping(entry.key.start))
            seen = set()
        if name not in seen:
            seen.add(name)
            parts[-1].entries.append(entry)
            parts[-1].end = max(parts[-1].end, entry.value.end) if parts[-1] is not mapping else mapping.end
    return parts[1:]
