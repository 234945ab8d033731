"""Which of a steering model's names a misspelt one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from malkoll.document.words import closest

_LONGEST = 80
"""Long names are compared by their beginning: that tells them apart, and costs little."""


def meant(text: str, names: Iterable[str]) -> str | None:
    """Give the name that was most likely meant, or None when none is close.

    Digits are never guessed: ``RUS2.9`` is as near to ``RUS2.1`` as to ``RUS2.4``.
    """
    digits = _digits(text)
    possible = [name for name in names if _digits(name) == digits]
    near = closest(text[:_LONGEST], [name[:_LONGEST] for name in possible])
    return next((name for name in possible if name[:_LONGEST] == near), None)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
