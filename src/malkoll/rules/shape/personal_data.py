"""MK113: a document that becomes public holds no personal identity number or private contact."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.source import Span

SENTENCES: dict[str, tuple[Text, Text]] = {
    "identity": (
        Text("Här står ett personnummer.", "A personal identity number stands here."),
        Text(
            "Dokumentet blir en allmän handling. Ta bort numret, och skriv om uppgiften så att ingen kan kännas igen.",
            "The document becomes public. Remove the number, and reword it so that nobody can be recognised.",
        ),
    ),
    "phone": (
        Text("Här står ett mobilnummer.", "A mobile phone number stands here."),
        Text(
            "Dokumentet blir en allmän handling. Är det ett privat nummer: ta bort det, eller skriv funktionens nummer.",
            "The document becomes public. If the number is private: remove it, or write that of the function.",
        ),
    ),
    "mail": (
        Text("Här står en privat e-postadress.", "A private e-mail address stands here."),
        Text(
            "Dokumentet blir en allmän handling. Skriv funktionens adress i stället, eller ta bort den.",
            "The document becomes public. Write the address of the function instead, or remove it.",
        ),
    ),
}
# those that few documents hold are compiled where they are looked for
_IDENTITY = r"(?<![\w+-])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?![\w-])"
_SIX_DIGITS = re.compile(r"\d\d\d\d\d\d")
_END_OF_PHONE = re.compile(r"7[02369](?:[ -]?\d){7}")
"""Few documents hold them, and they are sooner looked for than a number."""
_PHONE = r"(?:\+46|0046|0)[ -]?(?:\(0\))?[ -]?7[02369](?:[ -]?\d){7}(?![\w-])"
_MAIL = r"(?i)[\w.+-]{1,64}@([\w-]{1,63}\.[a-z]{2,6})(?![\w.])"
_PRIVATE = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.se",
        "outlook.com",
        "outlook.se",
        "live.com",
        "live.se",
        "msn.com",
        "icloud.com",
        "me.com",
        "yahoo.com",
        "yahoo.se",
        "telia.com",
        "bredband.net",
        "comhem.se",
        "spray.se",
        "proton.me",
        "protonmail.com",
    ]
)
"""Where people have mail of their own; a municipality or a company has a domain of its own."""


@rule(
    "MK113",
    "personal-data",
    Severity.WARNING,
    Text("personuppgift", "personal data"),
    Scope.TEXT,
    source=Source.PRACTICE,
)
def personal_data(file: ReadFile) -> Iterator[Finding]:
    text = file.source.text
    places: list[tuple[str, tuple[int, int]]] = []
    if _SIX_DIGITS.search(text):
        places += [
            ("identity", match.span()) for match in re.finditer(_IDENTITY, text) if _is_identity(match)
        ]
    if _END_OF_PHONE.search(text):
        places += [
            ("phone", match.span()) for match in re.finditer(_PHONE, text) if _begins(text, match.start())
        ]
    if "@" in text:
        places += [
            ("mail", match.span()) for match in re.finditer(_MAIL, text) if match[1].casefold() in _PRIVATE
        ]
    for kind, span in sorted(places, key=lambda place: place[1]):
        message, advice = SENTENCES[kind]
        yield Finding(At(span=Span(*span)), message(), advice())


def _begins(text: str, start: int) -> bool:
    """Tell whether a number begins there, and isn't the end of another or of a word."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_+-")


def _is_identity(match: re.Match[str]) -> bool:
    """Hold the date and the check digit; a coordination number has 60 added to its day."""
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        datetime.date(2000 + year if year % 4 == 0 else 1900 + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    digits = [int(digit) for digit in "".join(match.groups())]
    doubled = [digit * 2 if place % 2 == 0 else digit for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
