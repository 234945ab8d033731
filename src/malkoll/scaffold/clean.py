"""Answers as they were meant: what comes along unseen when a text is pasted is taken away."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from malkoll.document.fields import parse_number
from malkoll.syntax.unseen import invisible

_ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]")
_LINE_END = re.compile(r"[ ]*\r\n?|[ ]+(?=\n)")


def clean(text: str) -> str:
    """Give a text with plain blanks and composed letters, and nothing that can't be seen."""
    text = _LINE_END.sub(lambda match: "\n" if "\r" in match[0] else "", text)
    _, edits = invisible(text)
    for span, instead in sorted(edits, reverse=True):
        text = text[: span.start] + instead + text[span.end :]
    return unicodedata.normalize("NFC", _ODD_SPACE.sub(" ", text)).strip()


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def is_changed(text: str) -> bool:
    """Tell whether cleaning took away or changed what the writer couldn't see."""
    return unicodedata.normalize("NFC", text.strip()) != clean(text)


def plain_number(text: str) -> str:
    """Write a number as YAML has it: ``3,5`` is ``3.5``, ``85 %`` is ``85``; what is none stays as it is."""
    number, _ = parse_number(text)
    return text if number is None else f"{number:.15g}"


def cleaned(value: Any) -> Any:
    """Clean every text of a content."""
    if isinstance(value, dict):
        return {key: cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    return clean(value) if isinstance(value, str) else value
