"""How keys and closed values are written in two languages, and how spellings are compared."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.syntax.characters import composed, is_plain


class Need(Enum):
    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Key(Record):
    """A key's two words, what it holds, and whether it must be there."""

    sv: str
    en: str
    about: Text
    need: Need = Need.OPTIONAL

    def word(self, language: Language) -> str:
        return self.sv if language is Language.SV else self.en


class Word(Record):
    """A closed value's two words."""

    sv: str
    en: str

    def word(self, language: Language) -> str:
        return self.sv if language is Language.SV else self.en


def fold(text: str) -> str:
    """Make two spellings of one word equal: Unicode NFC, case folded, blanks joined."""
    # short ones are names and ids, and met again and again; of sentences the last, which is asked for each finding in
    # it; long ones would only fill the memory
    if len(text) <= _LONGEST_WORD:
        return _folded(text)
    return _folded_sentence(text) if len(text) <= _LONGEST_SENTENCE else _fold(text)


_LONGEST_WORD = 80
_LONGEST_SENTENCE = 400


def _fold(text: str) -> str:
    return " ".join((text if text.isascii() else composed(text)).casefold().split())


_folded = lru_cache(maxsize=4096)(_fold)
_folded_sentence = lru_cache(maxsize=256)(_fold)


def fold_each(words: Sequence[str]) -> list[str]:
    """Fold many words: one look at all of them tells whether any holds something unusual."""
    if is_plain("\n".join(words)):
        return [" ".join(word.casefold().split()) for word in words]
    return [fold(word) for word in words]


_PLAIN = str.maketrans("åäöéüæø", "aaoeuao")


def bare(text: str) -> str:
    """Fold, and leave out what a foreign keyboard leaves out: ``nämnd`` and ``namnd`` are equal."""
    return fold(text).translate(_PLAIN).replace("-", "_").replace(" ", "_")


def closest(text: str, words: list[str]) -> str | None:
    """Give the word that was most likely meant, or None when none is close.

    Words that differ in åäö, case or hyphen alone come first, then those with the same letters in
    another order, then the most similar one.
    """
    return None if len(text) > _LONGEST_WORD else _closest(text, tuple(words))


@lru_cache(maxsize=4096)
def _closest(text: str, words: tuple[str, ...]) -> str | None:
    plain = bare(text)
    known = _bare_words(words)
    for word, folded, _ in known:
        if folded == plain:
            return word
    letters = sorted(plain)
    for word, folded, _ in known:
        if len(word) > 2 and len(folded) == len(letters) and sorted(folded) == letters:
            return word
    # loaded here: only a document with a mistake needs it
    from difflib import SequenceMatcher  # noqa: PLC0415

    # a short word is another word after one letter
    enough = 0.67 if len(plain) <= 4 else 0.75
    best, score = None, 0.0
    size, kinds = len(plain), frozenset(plain)
    matcher = SequenceMatcher(None, "", plain, autojunk=False)
    for word, folded, others in known:
        # what can't be close is left out before the long comparison: a letter that the other hasn't got is in no match
        least = max(score, enough)
        common = min(size - len(kinds - others), len(folded) - len(others - kinds))
        if 2 * common < least * (size + len(folded)):
            continue
        matcher.set_seq1(folded)
        if matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= enough and ratio > score:
            best, score = word, ratio
    return best


@lru_cache(maxsize=256)
def _bare_words(words: tuple[str, ...]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Give each word as it is compared, and the letters in it."""
    return tuple((word, folded := bare(word), frozenset(folded)) for word in words)
