"""Two wordings of one text held against each other, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from malkoll.record import Record

_TOKEN = re.compile(r" ?(?:\w+(?:[.,:/\u2010-\u2014-]\w+)*|[^\w ])")
_MOST = 90_000
"""Beyond so many pairs of words what differs is marked from its first word to its last."""
_SMALL = re.compile(r" ?(?:[^\W\d]{1,3}|[^\w ])\Z")
"""What two wordings may share by chance: a small word or a sign."""


class Part(StrEnum):
    SAME = "same"
    OLD = "old"
    NEW = "new"


class Piece(Record):
    """A run of words in both wordings, or in one of them; with the blank before it."""

    part: Part
    text: str


class _Run(Record):
    """What both have, and then what each has instead."""

    same: list[str]
    old: list[str]
    new: list[str]


def marked(old: str, new: str) -> tuple[Piece, ...]:
    """Mark what differs; what is the same and old is the old text, what is the same and new the new one.

    Args:
        old: the one wording, with single blanks, as `plain` gives it.
        new: the other.

    """
    pieces: list[Piece] = []
    for run in _joined(_runs(_tokens(old), _tokens(new))):
        for part, tokens in ((Part.SAME, run.same), (Part.OLD, run.old), (Part.NEW, run.new)):
            if tokens:
                pieces.append(Piece(part, "".join(tokens)))
    # the blank that stands before all words
    begun: set[Part] = set()
    for index, (part, text) in enumerate(pieces):
        if Part.SAME in begun or part in begun or (part is Part.SAME and begun):
            break
        pieces[index] = Piece(part, text.removeprefix(" "))
        begun.add(part)
    return tuple(pieces)


def plain(text: str) -> str:
    """Give a text's letters and single blanks, however the file has them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _tokens(text: str) -> list[str]:
    """Give the words and signs, each with the blank before it; what joins a letter stays with it."""
    tokens: list[str] = []
    for token in _TOKEN.findall(f" {text}" if text else ""):
        if tokens and unicodedata.category(token[0]) in {"Mn", "Me", "Mc", "Cf", "Sk"}:
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _runs(old: list[str], new: list[str]) -> Iterator[_Run]:
    first = next((i for i, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    if first is None:
        first = min(len(old), len(new))
    ends = zip(reversed(old[first:]), reversed(new[first:]), strict=False)
    last = next((i for i, pair in enumerate(ends) if pair[0] != pair[1]), None)
    if last is None:
        last = min(len(old), len(new)) - first
    olds, news = old[first : len(old) - last], new[first : len(new) - last]
    before = old[:first]
    if len(olds) * len(news) > _MOST:
        yield _Run(before, olds, news)
    else:
        for run in _blocks(olds, news):
            yield run._replace(same=[*before, *run.same])
            before = []
    yield _Run([*before, *old[len(old) - last :]] if last else before, [], [])


def _blocks(old: list[str], new: list[str]) -> Iterator[_Run]:
    same: list[str] = []
    for kind, start, end, there, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            same = old[start:end]
            continue
        yield _Run(same, old[start:end], new[there:until])
        same = []
    if same:
        yield _Run(same, [], [])


def _joined(runs: Iterator[_Run]) -> list[_Run]:
    """Let a small word between two changes be part of them."""
    found: list[_Run] = []
    for run in runs:
        before = found[-1] if found else None
        if (
            before is not None
            and (before.old or before.new)
            and (run.old or run.new)
            and len(run.same) <= 1
            and all(map(_SMALL.match, run.same))
        ):
            found[-1] = _Run(
                before.same, [*before.old, *run.same, *run.old], [*before.new, *run.same, *run.new]
            )
        else:
            found.append(run)
    return found
