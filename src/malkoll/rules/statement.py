"""A goal's sentence as the text rules see it: read once, with the model's names and word lists.

Text in another language than Swedish is not read: the rules are silent on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from malkoll.diagnostic import At, Finding, Related
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.language import Message, Text, Words
from malkoll.record import Record
from malkoll.rule import Case
from malkoll.steering.loaded import LoadedModel
from malkoll.swedish.analysis import Sentence, analyse
from malkoll.swedish.findings import Place
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.tongue import most_are_swedish, tongue

_WORD = re.compile(r"\w+")
LISTED = Text("Ordet står i styrmodellens ordlista.", "The word stands in the steering model's word list.")


class _Own(Record):
    """What a steering model adds to a list and takes from it, and under which key."""

    added: frozenset[str]
    removed: frozenset[str]
    key: str


@lru_cache(maxsize=16)
def _own_words(model: LoadedModel) -> dict[str, _Own]:
    if not model.model.word_lists:
        return {}
    from malkoll.rules.word_lists import list_named  # noqa: PLC0415 - few models change the lists

    found = {}
    for key, one in model.model.word_lists.items():
        named = list_named(key)
        if named is not None:
            found[named.id] = _Own(frozenset(one.add or ()), frozenset(one.remove or ()), key)
    return found


@lru_cache(maxsize=64)
def _names(model: LoadedModel, board: str | None) -> dict[str, frozenset[str]]:
    """What the model calls its own, and the board, by their first words: no word in a name is a fault."""
    whole = model.model
    parts = [*whole.focus_areas, *whole.boards, *(whole.priorities.items if whole.priorities else ())]
    if model.strategy is not None:
        parts += model.strategy.items
    names = {name for part in parts for name in part.names}
    names |= {name for name in (whole.name, board) if name}
    terms = _own_words(model).get("fixed-terms")
    names |= terms.added if terms else frozenset()
    by_first: dict[str, set[str]] = {}
    for name in names:
        first = _WORD.search(name)
        by_first.setdefault(first[0] if first else "", set()).add(name)
    return {first: frozenset(alike) for first, alike in by_first.items()}


def words(list_id: str, case: Case) -> WordList:
    """Give a word list as the steering model in force has it."""
    own = _own_words(case.model).get(list_id)
    return word_list(list_id, own.added, own.removed) if own else word_list(list_id)


def known_abbreviations(case: Case) -> frozenset[str]:
    """Give the abbreviations that the model says everybody knows."""
    own = _own_words(case.model).get("abbreviations")
    return own.added if own else frozenset()


LONGEST = 2000
"""Longer texts are no goal: they are not read, and MK407 says that they are long."""


def read(text: str | None, case: Case) -> Sentence | None:
    """Read a text; None where there is none, or it isn't Swedish."""
    if not text:
        return None
    found = _read_told(text, case.model, case.document.board)
    if found is not False:
        return found
    return _read(text, case.model, case.document.board) if in_swedish(text, case) else None


def in_swedish(text: str, case: Case) -> bool:
    """Tell whether a text is Swedish; a heading of few words is what the document's other goals are."""
    told = tongue(text)
    return _goals_are_swedish(case.document) if told is None else told


_LAST: list[tuple[GoalDocument, bool]] = []
"""The document that was asked last, with the answer: a long one is asked for each of its headings."""


def _goals_are_swedish(document: GoalDocument) -> bool:
    if not _LAST or _LAST[0][0] is not document:
        statements = (goal.statement for goal in document.goals if goal.statement)
        _LAST[:] = [(document, most_are_swedish(statements))]
    return _LAST[0][1]


def with_numbers(goal: Goal, case: Case) -> Sentence | None:
    """Read a goal's sentence for its numbers, in whichever language it is."""
    return _read(goal.statement, case.model, case.document.board) if goal.statement else None


@lru_cache(maxsize=64)
def _read_told(text: str, model: LoadedModel, board: str | None) -> Sentence | Literal[False] | None:
    """Read a text; None where it isn't Swedish, False where it doesn't tell by itself."""
    told = tongue(text)
    if told is None:
        return False
    return _read(text, model, board) if told else None


@lru_cache(maxsize=64)
def _read(text: str, model: LoadedModel, board: str | None) -> Sentence | None:
    if len(text) > LONGEST:
        return None
    # a name is taken apart only where it can stand, and few sentences hold any
    written = unicodedata.normalize("NFC", text)
    names = _names(model, board)
    firsts = names.keys() & _WORD.findall(written) if any(map(written.__contains__, names)) else ()
    return analyse(text, frozenset().union(*(names[first] for first in firsts)))


def forget() -> None:
    """Read every text anew the next time, as when measuring what reading costs."""
    _read_told.cache_clear()
    _read.cache_clear()
    tongue.cache_clear()
    analyse.cache_clear()


def statement(goal: Goal, case: Case) -> Sentence | None:
    """Read a goal's sentence."""
    return read(goal.statement, case)


def at(goal: Goal, place: Place) -> At:
    """Point at a part of a goal's sentence."""
    return At(goal.at("statement"), part=(place.start, place.end))


def quoted(places: list[Place]) -> Words:
    """Name the writer's words, each once."""
    return Words(list(dict.fromkeys(place.words for place in places)))


def question(places: list[Place], fallback: Text) -> Message:
    """Give the question of the first place's word list, or another."""
    asked = next(
        (place.entry.group.ask for place in places if place.entry and place.entry.group.ask.sv), fallback
    )
    return asked()


def why(places: list[Place], several: Text) -> Text:
    """Give the reason that all places share, or one that fits them all."""
    reasons = {place.entry.group.why for place in places if place.entry}
    one_word = len({place.words for place in places}) == 1
    return reasons.pop() if len(reasons) == 1 and one_word else several


def listed(places: list[Place], case: Case) -> tuple[Related, ...]:
    """Point into the steering model's word list for words that stand there."""
    found: list[Related] = []
    for place in places:
        if place.entry is None or place.entry.group.name != "steering-model":
            continue
        key = _own_words(case.model)[place.entry.group.list_id].key
        one = case.model.model.word_lists[key]
        index = (one.add or []).index(place.entry.instead or place.entry.words)
        found.append(Related(At(one.at("add", index)), LISTED(), in_model=True))
    return tuple(found)


TOGETHER = Text("{words} {why}.", "{words} {why}.")


def together(goal: Goal, case: Case, places: list[Place], several: Text, advice: Text) -> Iterator[Finding]:
    """Give one finding for all places where the words of a list stand in a goal's sentence.

    Args:
        goal: the goal.
        case: what it is held against.
        places: where the words stand.
        several: the reason, where those of the words differ.
        advice: what to ask, where the word list asks nothing.

    """
    if not places:
        return
    yield Finding(
        at(goal, places[0]),
        TOGETHER(words=quoted(places), why=why(places, several)),
        question(places, advice),
        also=tuple(at(goal, place) for place in places[1:]),
        related=listed(places, case),
    )
