"""Two languages, and messages that exist in both or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from malkoll.record import Record

_NO_VALUES: Mapping[str, object] = MappingProxyType({})
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Language(StrEnum):
    SV = "sv"
    EN = "en"


class Text:
    """A sentence in both languages with the same ``{placeholders}``.

    Raises:
        ValueError: if the two don't take the same placeholders.

    """

    __slots__ = ("en", "sv")

    def __init__(self, sv: str, en: str) -> None:
        if ("{" in sv or "{" in en) and set(_PLACEHOLDER.findall(sv)) != set(_PLACEHOLDER.findall(en)):
            message = f"placeholders differ: {sv!r} / {en!r}"
            raise ValueError(message)
        self.sv = sv
        self.en = en

    def __repr__(self) -> str:
        return f"Text({self.sv!r}, {self.en!r})"

    def __call__(self, **values: object) -> Message:
        return Message(self, values)

    def render(self, language: Language) -> str:
        return self.sv if language is Language.SV else self.en


class Message(Record):
    """A `Text` with the values of its placeholders, rendered when the language is known.

    A value that has a ``render`` of its own (a text, a count, a list of words) is
    rendered in the same language; floats get the language's decimal mark.
    """

    text: Text
    values: Mapping[str, object] = _NO_VALUES

    def render(self, language: Language) -> str:
        template = self.text.render(language)
        if not self.values:
            return template
        parts = _parts(template).copy()
        for place in range(1, len(parts), 2):
            parts[place] = show(self.values[parts[place]], language)
        return "".join(parts)


@lru_cache(maxsize=2_000)
def _parts(template: str) -> list[str]:
    """Take a sentence apart: every second part is a placeholder's name. The same few are said over and over."""
    return _PLACEHOLDER.split(template)


class Count(Record):
    """A number with its noun: ``1 mål``, ``6 mål``; ``1 varning``, ``2 varningar``."""

    number: int
    one: Text
    many: Text

    def render(self, language: Language) -> str:
        noun = self.one if self.number == 1 else self.many
        return f"{self.number} {noun.render(language)}"


class Choice(Record):
    """One text for one thing, another for several: the rest of the sentence agrees with it."""

    number: int
    one: Text
    many: Text

    def render(self, language: Language) -> str:
        return (self.one if self.number == 1 else self.many).render(language)


class Words(Record):
    """User's words in quotation marks, listed: ”a”, ”b” och ”c”.

    ``most`` limits how many are named; the rest are counted.
    """

    words: Sequence[str | Text | Message]
    joined_by: Text = Text("och", "and")
    quoted: bool = True
    most: int = 8

    def render(self, language: Language) -> str:
        shown = [show(word, language) for word in self.words[: self.most]]
        if self.quoted:
            shown = [quote(word, language) for word in shown]
        if more := len(self.words) - len(shown):
            shown.append(f"{more} till" if language is Language.SV else f"{more} more")
        if len(shown) < 2:
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self.joined_by.render(language)} {shown[-1]}"


OR = Text("eller", "or")


def quote(text: str, language: Language) -> str:
    """Put quotation marks around it as the language does."""
    return f"”{text}”" if language is Language.SV else f"“{text}”"


def number(value: float, language: Language) -> str:
    """Write a number as people do: ``82``, ``3,5`` (Swedish), ``3.5`` (English)."""
    if isinstance(value, int):
        return str(value)
    plain = f"{value:.10g}"
    return plain.replace(".", ",") if language is Language.SV else plain


_OURS = (Text, Message, Count, Choice, Words)


def show(value: object, language: Language) -> str:
    """Turn a placeholder's value into text in this language."""
    if type(value) is str:  # most are
        return value
    if isinstance(value, _OURS):
        return value.render(language)
    if isinstance(value, float):
        return number(value, language)
    return str(value)
