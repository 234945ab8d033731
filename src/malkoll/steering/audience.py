"""Whether a text names somebody that the steering model counts among residents or companies."""

from __future__ import annotations

import re

from malkoll.document.words import fold
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.vocabulary import AUDIENCES

_ENDINGS = (
    "", "s", "n", "en", "et", "na", "ns", "ens", "ets", "nas", "ar", "er", "or", "ers", "ars", "ors", "arna",
    "erna", "orna", "arnas", "ernas", "ornas", "es", "'s", "’s",
)  # fmt: skip
"""What a Swedish or English noun may have after the form that the model lists, or lose from it."""
_SHORTEST = 4
"""Shorter words take no endings: *män*, *ung*."""
_SHORTEST_TAIL = 6
"""A compound counts when it ends in a listed word as long as this: *grundskoleelever*, not *allmän*."""
_LONGEST = 60
"""Longer words are none that anybody means."""
_GROUPS = frozenset(fold(spelling) for word in AUDIENCES.values() for spelling in word)


def is_audience(text: str, model: LoadedModel) -> bool:
    """Tell whether this is, or holds, an audience of the model: *äldre*, *äldre med hemtjänst*."""
    folded = fold(text)
    return folded in _GROUPS or folded in model.audiences or names_audience(folded, model)


def names_audience(text: str, model: LoadedModel) -> bool:
    """Tell whether one of the model's audiences is named anywhere in a text."""
    listed = model.audiences
    if not listed:
        return False
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", fold(text))
    if any(word in _GROUPS or _is_form(word, listed) for word in words):
        return True
    whole = f" {' '.join(words)} "
    return any(f" {phrase} " in whole for phrase in listed if " " in phrase)


def _is_form(word: str, listed: dict[str, str]) -> bool:
    if word in listed:
        return True
    if not _SHORTEST <= len(word) <= _LONGEST:
        return False
    return _is_inflected(word, listed) or any(
        _is_inflected(word[start:], listed) for start in range(2, len(word) - _SHORTEST_TAIL + 1)
    )


def _is_inflected(word: str, listed: dict[str, str]) -> bool:
    for ending in _ENDINGS:
        stem = word[: len(word) - len(ending)] if ending else word
        if word.endswith(ending) and len(stem) >= _SHORTEST and stem in listed:
            return True
        if f"{word}{ending}" in listed:
            return True
    return False
