"""Slips between braces, which YAML reads without a word: ``{värde: 3,5}``, ``{värde:82}``."""

from __future__ import annotations

from malkoll.source import Span
from malkoll.syntax.characters import without_hidden
from malkoll.syntax.edited import Edits
from malkoll.syntax.tree import Mapping, Scalar, Trouble

_LONGEST = 1_000
"""No slip with a comma makes a value longer than this."""


def goes_on(text: str, mapping: Mapping, key: Scalar, troubles: list[Trouble]) -> bool:
    """Take a word without a colon between braces for the rest of the value before the comma.

    ``{värde: 3,5}`` and ``{fakta: 82 procent, mest flickor}`` are slips; a decimal comma is
    understood without a word of it here.
    """
    before = mapping.entries[-1].value if mapping.entries else None
    if not isinstance(before, Scalar) or before.style or not 0 < len(before.text) < _LONGEST:
        return False
    comma = text[before.end : key.start]
    if comma.strip() != "," or not (" " in key.text or key.text[:1].isdecimal()):
        return False
    if "\n" in comma:
        # a line's end within a text is a blank
        comma = ", "
    is_number = comma == "," and before.text[-1].isdecimal() and key.text[0].isdecimal()
    before.text, before.end = before.text + comma + key.text, key.end
    if not is_number:
        before.is_mended = True
        _comma(text, before, troubles)
    return True


def _comma(text: str, value: Scalar, troubles: list[Trouble]) -> None:
    last = troubles[-1] if troubles else None
    if last and last.variant == "comma" and last.edits[0][0].start == value.start:
        del troubles[-1]
    mark = "'" if '"' in value.text or "\\" in value.text else '"'
    quoted = mark + value.text.replace("'", "''" if mark == "'" else "'") + mark
    place = text.index(",", value.start)
    values = {"text": value.text, "quoted": quoted}
    edits: Edits = ((Span(value.start, value.end), quoted),)
    if mark == '"':
        # what stands there stays as it is, its line ends too
        edits = ((Span(value.start, value.start), mark), (Span(value.end, value.end), mark))
    troubles.append(Trouble("yaml-syntax", "comma", Span(place, place + 1), values=values, edits=edits))


def split(text: str, key: Scalar, value: Scalar, troubles: list[Trouble]) -> tuple[Scalar, Scalar]:
    """Part ``{värde:82}``, where a space is missing after the colon."""
    word, _, rest = text[key.start : key.end].partition(":")
    begins = rest.removeprefix("-").removeprefix("+")[:1]
    if not begins.isalnum() or not word.replace("_", "").isalpha():
        return key, value
    at = key.start + len(word)
    values = {"key": word, "text": f"{word}: {rest}"}
    edits = ((Span(at + 1, at + 1), " "),)
    troubles.append(Trouble("yaml-syntax", "no-space", Span(key.start, at + 1), values=values, edits=edits))
    return Scalar(without_hidden(word), key.start, at), Scalar(without_hidden(rest), at + 1, key.end)
