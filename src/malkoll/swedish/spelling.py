"""Spelling, where the extra ``malkoll[stavning]`` is installed: chunspell with the dictionary of hunspell-sv.

Loading the dictionary costs 160 to 220 ms and is done when the first word is asked for.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from malkoll.swedish.analysis import Sentence
from malkoll.swedish.findings import Place, place_at

__all__ = ["installed", "misspellings", "suggestion"]

_SHORTEST = 4
"""Shorter words are abbreviations and names more often than mistakes."""


@cache
def installed() -> bool:
    """Tell whether the spelling checker and its dictionary are there; loads neither."""
    return importlib.util.find_spec("hunspell") is not None and bool(_folder())


@cache
def _folder() -> str:
    """The folder of the dictionary, or an empty text."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, and only needed with the extra

    try:
        files = metadata.files("hunspell-sv") or []
    except metadata.PackageNotFoundError:
        return ""
    found = [file for file in files if file.name == "sv_SE.dic"]
    return str(Path(str(found[0].locate())).resolve().parent) if found else ""


@cache
def _speller() -> Any:
    return importlib.import_module("hunspell").Hunspell("sv_SE", hunspell_data_dir=_folder())


@lru_cache(maxsize=5000)
def _is_right(word: str) -> bool:
    return bool(_speller().spell(word))


def misspellings(sentence: Sentence, known: frozenset[str] = frozenset()) -> Iterator[Place]:
    """Yield each word that neither the dictionary nor our own lexicon has; nothing without the extra.

    Args:
        sentence: the statement.
        known: words of the document and the model that are names, folded.

    """
    if not installed():
        return
    for at, token in enumerate(sentence.tokens):
        plain = token.kind == "word" and token.text.isalpha() and len(token.text) >= _SHORTEST
        if not plain or at in sentence.protected or token.word.known or token.text.casefold() in known:
            continue
        if any(letter.isupper() for letter in token.text[0 if at else 1 :]):
            continue
        if not _is_right(token.text) and not _is_right(token.key):
            yield place_at(sentence, at, at, "misspelling")


def suggestion(word: str) -> str:
    """What the writer most likely meant, or an empty text."""
    found = _speller().suggest(word)
    return str(found[0]) if found and " " not in found[0] else ""
