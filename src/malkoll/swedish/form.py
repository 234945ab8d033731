"""MK407, MK408, MK409 and MK411: length, abbreviations, no sentence at all, officialese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from malkoll.swedish.analysis import Sentence
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.phrases import WordList, groups, word_list
from malkoll.swedish.tokens import Token

__all__ = [
    "abbreviations",
    "bureaucratic_words",
    "explained",
    "lix",
    "may_abbreviate",
    "no_result",
    "words_in",
]

_ABBREVIATION = r"[A-ZÅÄÖ]{2,6}\Z"
_IN_BRACKETS = r"\w\s*\(([A-ZÅÄÖ]{2,6})\)"
_BEFORE_WORDS = r"\b([A-ZÅÄÖ]{2,6})(?=\s*(?:\(\s*\w|[=:–-]\s*[a-zåäö]))"
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2}")
_LONG_WORD = 6
# a set that holds the apostrophe ’ too would take three times as long to make
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+|’[^\W\d_]+)*")
_SURVEY = frozenset({"jag", "mig", "min", "mitt", "mina"})


def words_in(text: str) -> int:
    """How many words a text has; numbers are none."""
    return len(_WORD.findall(text))


def lix(text: str) -> float:
    """The readability index of Björnsson: mean length of a sentence and share of words over six letters.

    Source: C.H. Björnsson, Läsbarhet (1968). Under 30 is easy, over 60 very hard.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.!?:]+(?=\s|\Z)", text)))
    long_words = sum(len(word) > _LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words)


@cache
def _known() -> frozenset[str]:
    return frozenset(
        word for group, lines in groups("abbreviations") if group.word_class == "known" for word in lines
    )


def abbreviations(sentence: Sentence, known: frozenset[str] = frozenset()) -> Iterator[tuple[str, Place]]:
    """Yield each abbreviation in capitals with its place, known ones and names left out."""
    if not _CAPITALS.search(sentence.text):
        return
    shouted = sum(
        len(token.text) > 1 and token.text.isupper() for token in sentence.tokens if token.kind == "word"
    )
    if shouted > len(sentence.tokens) / 2:
        return
    for at, token in enumerate(sentence.tokens):
        short = token.text.partition("-")[0]
        if token.kind != "word" or at in sentence.protected or not re.match(_ABBREVIATION, short):
            continue
        if short not in _known() and short not in known:
            yield short, place_at(sentence, at, at, "abbreviation")


def explained(text: str) -> set[str]:
    """Give the abbreviations that a text spells out: *Nöjd-kund-index (NKI)*, *NKI (nöjd-kund-index)*."""
    if not _CAPITALS.search(text):
        return set()
    return {*re.findall(_IN_BRACKETS, text), *re.findall(_BEFORE_WORDS, text)}


def may_abbreviate(text: str) -> bool:
    """Tell whether an abbreviation may stand in a text, before it is read."""
    return _CAPITALS.search(text) is not None


def no_result(sentence: Sentence) -> str:
    """Tell why a statement is no sentence about a result: ``question``, ``survey``, ``heading``, or empty."""
    tokens = sentence.tokens
    if not tokens:
        return ""
    if tokens[-1].text == "?":
        return "question"
    if any(token.key in _SURVEY and not token.quoted for token in tokens[:3]):
        return "survey"
    if all(main.heading for main in sentence.mains) and not _has_unknown_verb(tokens):
        return "heading"
    return ""


def _has_unknown_verb(tokens: tuple[Token, ...]) -> bool:
    """A word that may be a verb: then it is better to say nothing."""
    return any(not token.word.known and token.word.finite for token in tokens[1:])


def bureaucratic_words(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield each word that the plain-language lists replace."""
    for hit in sentence.hits(words or word_list("bureaucratic-words")):
        if not any(at in sentence.protected for at in range(hit.first, hit.last + 1)):
            yield place_of(sentence, hit)


def plain_word(place: Place) -> str:
    """Give the word that a list has for another; a steering model's own words have none."""
    entry = place.entry
    return entry.instead if entry is not None and entry.group.word_class == "replace" else ""


def replacement(place: Place) -> str:
    """What to write instead, where the word stands as the list has it; else an empty text."""
    plain = plain_word(place)
    if not plain or place.entry is None or place.words.lower() != place.entry.words:
        return ""
    return plain[0].upper() + plain[1:] if place.words[0].isupper() else plain
