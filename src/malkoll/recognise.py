"""Tells goal documents from the other YAML files of a folder."""

from __future__ import annotations

import re
from functools import lru_cache

from malkoll.document.words import closest, fold
from malkoll.steering.vocabulary import MODEL
from malkoll.syntax.tree import Mapping, Node

_GOAL_KEYS = frozenset({"nämnd", "board", "mål", "goals"})
_NEAR = ["nämnd", "board", "goals", "mål"]
_MODEL_KEYS = frozenset(fold(word) for key in MODEL.values() for word in (key.sv, key.en))
_ONLY_MODELS_HAVE = frozenset(
    fold(word)
    for name in ("focus_areas", "levels", "boards", "audiences", "annual_cycle", "rules", "word_lists")
    for word in (MODEL[name].sv, MODEL[name].en)
)
_TOP_KEY = r"^[\"']?([^\s\"'#:\-][^\"'#:\n]{0,40}?)[\"']?[ \u00a0]*:"


def looks_like_goals(text: str, root: Node | None) -> bool:
    """Tell whether a file is meant as a goal document.

    It is when one of its top-level keys is that of the board or of the goals, or nearly so; a
    steering model isn't. A file that can't be read as YAML is judged by its lines.
    """
    if isinstance(root, Mapping):
        keys = [entry.key.text for entry in root.entries]
    elif root is None:
        keys = [match[1] for match in re.finditer(_TOP_KEY, text, re.MULTILINE)]
    else:
        return False
    folded = [_folded(key) for key in keys]
    if not _GOAL_KEYS.isdisjoint(folded):
        return True
    return any(key not in _MODEL_KEYS and _is_near(key) for key in folded)


def looks_like_a_model(root: Node | None) -> bool:
    """Tell whether a file is a steering model and no goal document: by two keys that models alone have."""
    if not isinstance(root, Mapping):
        return False
    keys = {_folded(entry.key.text) for entry in root.entries}
    return keys.isdisjoint(_GOAL_KEYS) and len(keys & _ONLY_MODELS_HAVE) >= 2


@lru_cache(maxsize=1024)
def _folded(key: str) -> str:
    """Fold a key: all documents share most of them."""
    return fold(key)


def _is_near(key: str) -> bool:
    return 3 <= len(key) <= 12 and closest(key, _NEAR) is not None
