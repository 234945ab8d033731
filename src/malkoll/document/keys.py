"""The keys of a mapping: which field each of them is, and what is wrong with them."""

from __future__ import annotations

from functools import cache

from malkoll.diagnostic import Path
from malkoll.document import vocabulary
from malkoll.document.other_words import OTHER_WORDS
from malkoll.document.part import Part, Place
from malkoll.document.words import Key, Need, closest, fold
from malkoll.language import Language
from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Entry, Mapping, Node, Scalar, Trouble

_MOST_GUESSES = 200
"""After so many unknown keys they aren't slips of the keyboard."""
_LONGEST_SHOWN = 60


@cache
def _every_word() -> frozenset[str]:
    """Give every key of a goal document, wherever it belongs."""
    tables = [value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, dict)]
    keys = [key for table in tables for key in table.values() if isinstance(key, Key)]
    return frozenset(fold(word) for key in keys for word in (key.sv, key.en))


Field = tuple[str, Scalar, Node]
"""An entry of a mapping: the field that its key names, the key as written, and what stands under it."""
_Written = tuple[Scalar, Place, Key]
"""A key as written, and the part that it stands in."""


class _Spelt(Record):
    """What a spelling of a key names, and its language where it is a word of one only."""

    name: str
    key: Key
    language: Language | None


@cache
def _fields_by_spelling(cls: type[Part]) -> dict[str, _Spelt]:
    found: dict[str, _Spelt] = {}
    for field, key in cls.words.items():
        same = fold(key.sv) == fold(key.en)
        found[fold(key.sv)] = _Spelt(field, key, None if same else Language.SV)
        found[fold(key.en)] = _Spelt(field, key, None if same else Language.EN)
    return found


@cache
def _required(cls: type[Part]) -> tuple[tuple[str, Key], ...]:
    return tuple((field, key) for field, key in cls.words.items() if key.need is Need.REQUIRED)


class Keys:
    """Reads the keys of a document's mappings, and settles which language they are in."""

    def __init__(self) -> None:
        self._troubles: list[Trouble] = []
        self._swedish: list[_Written] = []
        self._english: list[_Written] = []
        self._meant: dict[int, Key] = {}
        self._guessed: set[str] = set()

    def read(self, node: Mapping, cls: type[Part], place: Place) -> list[Field]:
        """Give the entries whose keys are known or can be guessed; note them in ``place``."""
        spellings = _fields_by_spelling(cls)
        strangers: list[Entry] = []
        fields: list[Field] = []
        keys = place.keys
        for entry in node.entries:
            key, value = entry
            spelt = spellings.get(key.text) or spellings.get(fold(key.text))
            if spelt is None:
                strangers.append(entry)
                continue
            name, word, language = spelt
            if name in keys:
                self._twice(node, key, keys[name], place.path)
                continue
            keys[name] = key.text
            if language is not None:
                written = self._swedish if language is Language.SV else self._english
                written.append((key, place, word))
            fields.append((name, key, value))
        if strangers:
            fields += self._adopt(strangers, cls, place)
        for name, word in _required(cls):
            if name not in keys:
                self._missing(node, name, word, cls, place, fields)
        return fields

    def _twice(self, node: Mapping, key: Scalar, first: str, path: Path) -> None:
        """Report one field written under two names: nämnd and board."""
        other = node.get(first)
        related = _span(other.key) if other else None
        values = {"key": key.text, "first": first}
        self._troubles.append(
            Trouble("duplicate-key", "both-languages", _span(key), (*path, key.text), values, related=related)
        )

    def _adopt(self, strangers: list[Entry], cls: type[Part], place: Place) -> list[Field]:
        """Report keys that nobody knows; read those as a missing key that are likely meant as it."""
        adopted: list[Field] = []
        for guess in (_close, _other_word):
            for entry in list(strangers):
                if not self._may_guess(entry.key.text):
                    continue
                free = {name: key for name, key in cls.words.items() if name not in place.keys}
                field = guess(entry.key.text, free, cls)
                if field is None:
                    continue
                strangers.remove(entry)
                place.keys[field] = entry.key.text
                adopted.append((field, entry.key, entry.value))
                is_slip = guess is _close and fold(entry.key.text) not in _every_word()
                self._unknown("close" if is_slip else "meant", entry.key, cls, place)
                self._meant[len(self._troubles) - 1] = cls.words[field]
        for entry in strangers:
            self._unknown("stranger", entry.key, cls, place)
        return adopted

    def _may_guess(self, text: str) -> bool:
        if text not in self._guessed and len(self._guessed) < _MOST_GUESSES:
            self._guessed.add(text)
        return text in self._guessed

    def _unknown(self, variant: str, key: Scalar, cls: type[Part], place: Place) -> None:
        shown = key.text if len(key.text) <= _LONGEST_SHOWN else f"{key.text[:_LONGEST_SHOWN]}…"
        values = {"key": shown, "part": cls.__name__}
        path = (*place.path, key.text)
        self._troubles.append(Trouble("unknown-key", variant, _span(key), path, values))

    def _missing(
        self, node: Mapping, field: str, key: Key, cls: type[Part], place: Place, fields: list[Field]
    ) -> None:
        values = {"sv": key.sv, "en": key.en, "field": field, "part": cls.__name__}
        values["called"] = _called(fields)
        span = Span(node.start, node.start + 1)
        self._troubles.append(Trouble("missing-key", "key", span, place.path, values))

    def settle(self) -> tuple[list[Trouble], Language]:
        """Choose the language that most keys have; report the others once, and name keys in it."""
        is_swedish = len(self._swedish) >= len(self._english)
        main, others = (Language.SV, self._english) if is_swedish else (Language.EN, self._swedish)
        for index, key in self._meant.items():
            trouble = self._troubles[index]
            near = key.word(main)
            values = {**trouble.values, "near": near}
            self._troubles[index] = trouble._replace(values=values, edits=((trouble.span, near),))
        if others:
            # misspelt keys are read as the right ones and don't count here
            first, place, key = others[0]
            self._troubles.append(
                Trouble(
                    "mixed-key-languages",
                    main.value,
                    _span(first),
                    (*place.path, first.text),
                    {"key": first.text, "word": key.word(main), "count": len(others)},
                    also=tuple(_span(node) for node, _, _ in others[1:]),
                    edits=tuple((_span(node), word.word(main)) for node, _, word in others),
                )
            )
        return self._troubles, main


def _called(fields: list[Field]) -> str:
    """Give what a part calls itself, so that a finding can name it."""
    for name, _, value in fields:
        if name in {"id", "name"} and isinstance(value, Scalar):
            return value.text[:_LONGEST_SHOWN]
    return ""


def _close(text: str, free: dict[str, Key], _cls: type[Part]) -> str | None:
    near = closest(text, [spelling for key in free.values() for spelling in (key.sv, key.en)])
    return next((name for name, key in free.items() if near in (key.sv, key.en)), None)


def _other_word(text: str, free: dict[str, Key], cls: type[Part]) -> str | None:
    others = OTHER_WORDS.get(cls.__name__, {})
    folded = fold(text)
    return next((name for name in free if folded in others.get(name, ())), None)


def _span(node: Scalar) -> Span:
    return Span(node.start, node.end)
