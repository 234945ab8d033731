"""Whether a text is Swedish: the rules that read Swedish are silent on anything else."""

from __future__ import annotations

import re
from functools import lru_cache

from malkoll.swedish.words import word_of

__all__ = ["is_swedish"]

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
"""Texts of so few words are taken for Swedish unless English speaks against it."""


@lru_cache(maxsize=512)
def is_swedish(text: str) -> bool:
    """Tell whether a sentence is Swedish; a heading without small words is, if its words are known or have åäö."""
    words = re.findall(r"[^\W\d_]+", text[:_ENOUGH].lower())
    different = set(words)
    english, swedish = len(different & _ENGLISH), len(different & _SWEDISH)
    if english or swedish:
        return swedish >= english
    if len(words) <= _SHORT or re.search(r"[åäö]", text, re.IGNORECASE):
        return True
    known = sum(word_of(word).known for word in words)
    return known * 4 >= len(words)
