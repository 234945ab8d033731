"""What a finding is called from run to run, whatever becomes of the lines around it.

A fingerprint is made of whose goals they are, which goal, what in it, and the writer's own words
there. It holds no line number, no message and no folder: it survives moved lines, a renamed file,
keys in the other language and another way of quoting. Its beginning says whose document it is, the
rest what in it: so a finding is known again when a document's board or year is put right.

The year is part of whose document it is: next year's goals are a new decision, and what was let
pass in the old ones is looked at again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from malkoll.diagnostic import At, Finding, Path
from malkoll.document import vocabulary
from malkoll.document.words import fold
from malkoll.record import Record
from malkoll.rule import Rule, Scope
from malkoll.source import SourceFile
from malkoll.syntax.tree import Mapping, Node, Scalar, find

OWNER = 8
"""How many of a fingerprint's letters say whose document it is."""
LENGTH = 32
_NAMES = ("id", "name", "fact", "statement", "year")
"""What tells the items of a list apart, in this order: their places in the list change."""
_COMMENT = re.compile(r"(?:^|\s)#.*")


class NamedGoal(Protocol):
    """What tells a goal from others."""

    @property
    def index(self) -> int: ...
    @property
    def id(self) -> str | None: ...
    @property
    def statement(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...


class NamedDocument(Protocol):
    """What tells whose document it is, and its goals."""

    @property
    def municipality(self) -> str | None: ...
    @property
    def board(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def goals(self) -> Sequence[NamedGoal]: ...
    def at(self, field: str, /) -> Path: ...


class Names(Record):
    """What a finding is called, and what it was called while its goal had no id (else empty)."""

    now: str
    before: str = ""


class Fingerprints:
    """Names the findings of one file."""

    __slots__ = ("_document", "_known", "_owner", "_root", "_seen", "_source")

    def __init__(self, source: SourceFile, root: Node | None, document: NamedDocument | None) -> None:
        self._source = source
        self._root = root
        self._document = document
        self._owner: str | None = None
        self._seen: dict[str, int] = {}
        self._known: dict[At, str] = {}

    def of(self, finding: Finding, rule: Rule, goal: NamedGoal | None) -> Names:
        """Name a finding.

        Args:
            finding: by its path.
            rule: whose it is.
            goal: the one that it lies in.

        """
        path = finding.at.path
        steps = self._steps(path, 2 if goal is not None else 0)
        about = "\x1f".join([*steps, self._said(finding, rule), finding.key])
        stated = fold((goal.statement or goal.title or "") if goal else "")
        if goal is None or not goal.id:
            return Names(self._name(rule, stated, about))
        now = self._name(rule, fold(goal.id), about)
        return Names(now, self._name(rule, stated, about) if stated else "")

    def _name(self, rule: Rule, goal: str, about: str) -> str:
        name = f"{rule.code}\x1f{goal}\x1f{about}"
        # what can't be told apart is counted
        times = self._seen[name] = self._seen.get(name, 0) + 1
        return self._whose() + _hash(f"{name}\x1f{times}")[: LENGTH - OWNER]

    def _whose(self) -> str:
        if self._owner is None:
            document = self._document
            parts = [document.municipality, document.board, document.year] if document else []
            owner = [fold(str(part or "")) for part in parts]
            if document is None or not document.board:
                # nothing else tells it from others; without its folder, which depends on the caller
                owner.append(fold(self._source.name.rsplit("/", 1)[-1]))
            self._owner = _hash("\x1f".join(owner))[:OWNER]
        return self._owner

    def _steps(self, path: Path, start: int) -> Iterator[str]:
        """Write a path's keys in one language, and the items of lists by their names."""
        for place, step in enumerate(path[start:], start):
            yield _canonical_key(step) if isinstance(step, str) else self._item(path[: place + 1])

    def _item(self, path: Path) -> str:
        node, _, whole = find(self._root, path)
        if not whole or not isinstance(node, Mapping):
            return fold(node.text) if whole and isinstance(node, Scalar) else ""
        texts = {
            _canonical_key(key.text): value.text for key, value in node.entries if isinstance(value, Scalar)
        }
        return next((fold(texts[name]) for name in _NAMES if texts.get(name)), "")

    def _said(self, finding: Finding, rule: Rule) -> str:
        """Give the writer's words that a finding is about: those underlined, not the rest of the sentence."""
        if rule.scope is Scope.TEXT:
            # it may be a person's number, which a hash would give away
            return ""
        if not finding.also:
            return self._words(finding.at)
        here = [finding.at, *(at for at in finding.also if at.path == finding.at.path)]
        return "\x1e".join(map(self._words, here))

    def _words(self, at: At) -> str:
        # several rules speak of the same words
        words = self._known.get(at)
        if words is None:
            words = self._known[at] = self._in_file(at) if at.span is not None else self._in_tree(at)
        return words

    def _in_tree(self, at: At) -> str:
        node, _, whole = find(self._root, at.path)
        if not whole or at.key or not isinstance(node, Scalar):
            return ""
        return canonical(node.text[slice(*at.part)] if at.part else node.text)

    def _in_file(self, at: At) -> str:
        """Give what stands at a place that is in no tree: its own words, else those of its line."""
        start, end = at.span or (0, 0)
        words = fold(self._source.text[start:end])
        if words or not start:
            return words
        return fold(_COMMENT.sub("", self._source.line(self._source.position(start).line)))


def canonical(word: str) -> str:
    """Write a key or a closed value in one language, whichever the document is in."""
    folded = fold(word)
    return _ENGLISH.get(folded, folded)


@lru_cache(maxsize=1024)
def _canonical_key(key: str) -> str:
    """The same for a key: all documents share most of them."""
    return canonical(key)


@lru_cache(maxsize=1024)
def names_an_item(key: str) -> bool:
    """Tell whether what stands under a key tells the items of a list apart."""
    return _canonical_key(key) in _NAMES


def _english() -> dict[str, str]:
    tables = [value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, dict)]
    return {fold(entry.sv): fold(entry.en) for table in tables for entry in table.values()}


_ENGLISH = _english()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
