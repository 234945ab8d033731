"""Whether a text is Swedish: the rules that read Swedish are silent on anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from malkoll.swedish.words import word_of

__all__ = ["is_swedish", "most_are_swedish", "tongue"]

_ENGLISH = frozenset(
    {"the", "of", "and", "to", "is", "are", "with", "that", "by", "from", "who", "will", "their", "be", "shall",
     "should", "than", "or", "have", "has", "at", "on", "this", "an", "it", "which", "more", "share", "number",
     "residents", "municipality", "increase", "decrease", "rises", "falls", "people", "pupils", "children", "all"}
)  # fmt: skip
_SWEDISH = frozenset(
    {"och", "att", "som", "ska", "skall", "på", "av", "för", "till", "med", "en", "ett", "är", "den", "det", "från",
     "hos", "vid", "inte", "de", "om", "eller", "har", "vi", "alla", "inom", "fler", "minst", "än", "kommunen"}
)  # fmt: skip
_ENOUGH = 2000
"""How many letters of a text are looked at."""
_SHORT = 3
"""Texts of so few words tell little: where they don't, the texts beside them decide."""


def is_swedish(text: str, beside: Iterable[str] = ()) -> bool:
    """Tell whether a text is Swedish.

    Args:
        text: a sentence or a heading.
        beside: the texts that stand with it, which decide for a heading that doesn't tell by itself.

    """
    told = tongue(text)
    return most_are_swedish(beside) if told is None else told


def most_are_swedish(texts: Iterable[str]) -> bool:
    """Tell whether texts that stand together are Swedish, by those of them that tell."""
    told = [one for one in map(tongue, texts) if one is not None]
    return sum(told) * 2 >= len(told)


@lru_cache(maxsize=512)
def tongue(text: str) -> bool | None:
    """Tell whether a text is Swedish by its own words; None for a heading of few words that doesn't tell."""
    words = re.findall(r"[^\W\d_]+", text[:_ENOUGH].lower())
    different = set(words)
    english, swedish = len(different & _ENGLISH), len(different & _SWEDISH)
    if english or swedish:
        return swedish >= english
    if re.search(r"[åäö]", text, re.IGNORECASE):
        return True
    known = sum(word_of(word).known for word in words)
    if len(words) <= _SHORT and known < len(words):
        return None
    return known * 4 >= len(words)
