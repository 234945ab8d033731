"""Word lists matched against a sentence in one pass, by the first word of each entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from malkoll.language import Text
from malkoll.record import Record
from malkoll.swedish.tokens import Token

__all__ = ["Entry", "Group", "Hit", "Places", "WordList", "places_of", "word_list"]

_HERE = Path(__file__).parent
_LETTERS = {"verb": "v", "noun": "n", "adjective": "a"}
_GAPS = frozenset({"~", "*"})
_GAP = 3
"""How many words the ``~`` of a phrase may stand for."""
ADJECTIVES = "*"
"""Where the adjectives of a sentence stand, among the places of its words."""
BETWEEN = "|"
"""What stands between words, and between places, in the compiled lists."""
Places = Mapping[str, Sequence[int]]
"""Each word of a sentence, by its lemmas and the last part of a compound, to the tokens where it stands."""


def places_of(tokens: Sequence[Token]) -> Places:
    """Give where the words of a sentence stand: found out once, for all lists."""
    found: dict[str, list[int]] = {ADJECTIVES: []}
    for at, token in enumerate(tokens):
        for part in token.word.parts:
            found.setdefault(part, []).append(at)
        if token.word.adjective:
            found[ADJECTIVES].append(at)
    return found


class Group(Record):
    """Entries of a word list that share a reason.

    Attributes:
        list_id: the list it belongs to.
        name: its name within the list.
        word_class: ``verb``, ``noun``, ``adjective``, ``phrase``, or a use of the list's own.
        why: a predicate to the quoted word: "”god” *säger att …*".
        ask: the question whose answer would mend the goal; may be empty.
        source: where the fault is known from.
        not_when: when it is no fault.

    """

    list_id: str
    name: str
    word_class: str
    why: Text
    ask: Text
    source: str
    not_when: Text


class Entry(Record):
    """One line of a word list: its words as written and the group that explains it."""

    words: str
    group: Group
    instead: str = ""


class Hit(Record):
    """A place in a sentence where an entry stands: tokens ``first`` to ``last``, both counted in."""

    first: int
    last: int
    entry: Entry


class _Pattern(Record):
    """A phrase cut up: its parts, and the words among them that a sentence must have."""

    parts: tuple[str, ...]
    needed: frozenset[str]
    entry: Entry


_Under = tuple[Entry | None, list[_Pattern]]


class WordList:
    """A word list ready to be matched.

    A one-word entry of a word class matches only where the word can be read so (`ren` the animal is no
    vague word); ``-vänlig`` matches every longer word that ends so; the parts of a phrase match a form
    or its lemma.
    """

    def __init__(self, list_id: str, added: frozenset[str], removed: frozenset[str]) -> None:
        """Take a built-in list; its entries are made out when a sentence has the words that they stand under."""
        self._groups = groups(list_id)
        self._places = _places_under(list_id)
        self._removed = removed
        self._added: dict[str, list[Entry]] = {}
        self._met: dict[str, _Under] = {}
        for entry in _added(list_id, added) if added else ():
            self._added.setdefault(stands_under(entry.words, entry.group.word_class), []).append(entry)
        if added:
            self._places = {**dict.fromkeys(self._added, ""), **self._places}
        self._endings = [*self._entries(ADJECTIVES)]

    def single(self, token: Token) -> Entry | None:
        """The one-word entry that this token is, if any."""
        for reading in token.word.readings:
            for lemma in (reading.lemma, reading.tail) if reading.word_class == "n" else (reading.lemma,):
                entry = self._under(lemma)[0] if lemma in self._places else None
                if entry is not None and _reads_as(entry, reading.word_class, reading.feature):
                    return entry
            if reading.word_class == "a":
                for entry in self._endings:
                    if reading.lemma.endswith(entry.words[1:]) and len(reading.lemma) > len(entry.words):
                        return entry
        return None

    def match(self, tokens: Sequence[Token], places: Places) -> Iterator[Hit]:
        """Every entry in the sentence, the longest at each place, none inside another.

        Args:
            tokens: the sentence.
            places: where its words stand; nothing is looked for where no entry can start.

        """
        met = self._places.keys() & places
        if not met:
            # as most lists have nothing to say of a sentence
            return
        starts: set[int] = set()
        phrases: dict[int, Hit] = {}
        # the form before its lemma, which it mostly begins with: erfordras before erfordra
        for word in sorted(met, reverse=True):
            entry, patterns = self._under(word)
            if entry is not None:
                starts.update(places[word])
            _note_longest(patterns, tokens, places, phrases)
        last = -1
        for at in sorted(starts.union(phrases)):
            token = tokens[at]
            if at <= last or token.kind != "word" or token.quoted:
                continue
            found = phrases.get(at)
            if found is None:
                entry = self.single(token)
                if entry is None:
                    continue
                found = Hit(at, at, entry)
            yield found
            last = found.last

    def _under(self, word: str) -> _Under:
        """What stands under a word: an entry of that word alone, and phrases."""
        found = self._met.get(word)
        if found is None:
            entries = [*self._entries(word)]
            alone = [one for one in entries if not _is_phrase(one.words, one.group.word_class)]
            phrases = [_pattern(one) for one in entries if _is_phrase(one.words, one.group.word_class)]
            found = self._met[word] = (alone[0] if alone else None, phrases)
        return found

    def _entries(self, word: str) -> Iterator[Entry]:
        """The entries under a word, in the order of the list."""
        for place in self._places.get(word, "").split():
            number, _, at = place.partition(".")
            group, lines = self._groups[int(number)]
            line = lines[int(at)]
            words, _, instead = line.partition(": ") if group.word_class == "replace" else (line, "", "")
            if words not in self._removed:
                yield Entry(words, group, instead)
        yield from self._added.get(word, ())


def stands_under(words: str, word_class: str) -> str:
    """Give the word under which an entry is found: of a phrase the longest, which is seldom met."""
    if _is_phrase(words, word_class):
        return max(words.split(), key=len)
    return ADJECTIVES if words.startswith("-") else words


def _is_phrase(words: str, word_class: str) -> bool:
    return word_class not in _LETTERS or " " in words


def _note_longest(
    patterns: Iterable[_Pattern], tokens: Sequence[Token], places: Places, found: dict[int, Hit]
) -> None:
    """Note the longest phrase at each token where one starts."""
    for parts, needed, entry in patterns:
        if not needed <= places.keys():
            continue
        for at in places[parts[0]]:
            last = _end_of(parts, tokens, at) if parts[0] in tokens[at].word.lemmas else None
            if last is not None and (at not in found or last > found[at].last):
                found[at] = Hit(at, last, entry)


def _pattern(entry: Entry) -> _Pattern:
    parts = tuple(entry.words.split())
    return _Pattern(parts, frozenset(parts) - _GAPS, entry)


def _reads_as(entry: Entry, letter: str, feature: str) -> bool:
    wanted = _LETTERS[entry.group.word_class]
    if wanted == "v":
        return letter == "v" and feature not in {"ptc", "prp"}
    return letter == wanted


def _end_of(parts: tuple[str, ...], tokens: Sequence[Token], at: int) -> int | None:
    """Where the phrase that starts at a token ends, or None when it does not stand there."""
    place = at
    for number, part in enumerate(parts[1:], 1):
        if part in _GAPS:
            continue
        place += 1
        reach = place
        if parts[number - 1] == "*":
            place = reach = place + 1
        elif parts[number - 1] == "~":
            reach = place + _GAP
        while place < len(tokens) and place <= reach and not _is(tokens[place], part):
            if parts[number - 1] == "~" and (tokens[place].kind == "mark" or tokens[place].word.finite):
                return None
            place += 1
        if place >= len(tokens) or place > reach:
            return None
    return place


def _is(token: Token, part: str) -> bool:
    return token.kind == "word" and not token.quoted and part in token.word.lemmas


@cache
def _compiled() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((_HERE / "word_lists.json").read_text(encoding="utf-8"))
    return data


@cache
def groups(list_id: str) -> tuple[tuple[Group, tuple[str, ...]], ...]:
    """The groups of a built-in list, each with its lines.

    Raises:
        KeyError: if there is no such list.

    """
    return tuple(
        (
            Group(
                list_id,
                group["id"],
                group["class"],
                Text(group["why"]["sv"], group["why"]["en"]),
                Text(group["ask"]["sv"], group["ask"]["en"]),
                group["source"],
                Text(group["not_when"]["sv"], group["not_when"].get("en", "")),
            ),
            tuple(group["words"].split(BETWEEN)),
        )
        for group in _compiled()[list_id]["groups"]
    )


@cache
def _places_under(list_id: str) -> dict[str, str]:
    """Each word of a built-in list under which entries stand, to the places of their lines."""
    kept = _compiled()[list_id]
    return dict(zip(kept["words"].split(BETWEEN), kept["places"].split(BETWEEN), strict=True))


@cache
def list_ids() -> tuple[str, ...]:
    """The ids of the built-in lists."""
    return tuple(_compiled())


_ADDED = Text("finns i styrmodellens ordlista", "stands in the steering model's word list")
_ADDED_ASK = Text("Vad menas i just det här målet?", "What is meant in this very goal?")


@cache
def word_list(
    list_id: str, added: frozenset[str] = frozenset(), removed: frozenset[str] = frozenset()
) -> WordList:
    """A list by its id, with a steering model's additions and removals.

    Args:
        list_id: as ``vague-words``.
        added: words or phrases in their dictionary form; a single word is bent as verb, noun and adjective.
        removed: entries as they are written in the list.

    Raises:
        KeyError: if there is no such list.

    """
    return WordList(list_id, added, removed)


def _added(list_id: str, added: frozenset[str]) -> list[Entry]:
    """What a steering model adds: a single word in all forms that it may have."""
    from malkoll.swedish.inflection import forms_of  # noqa: PLC0415 - only few models add words

    entries: list[Entry] = []
    own = Group(list_id, "steering-model", "phrase", _ADDED, _ADDED_ASK, "", Text("", ""))
    for word in sorted(added):
        forms = {word}
        if " " not in word:
            forms |= {form for word_class in _LETTERS for form, _ in forms_of(word, word_class)}
        entries.extend(Entry(form, own, word) for form in sorted(forms))
    return entries
