"""Numbers, years and dates that aren't written as the format asks: what they are, or are likely to be.

Loaded when one stands in a document: few hold any.
"""

from __future__ import annotations

import datetime
import re

_BLANK = "[ \u00a0\u2009\u202f]"
_SPACED = re.compile(rf"[-+]?[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?:,[0-9]+)?\Z")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+\Z")
_PERCENT = re.compile(rf"(?P<number>.*?[0-9]){_BLANK}?(?:%|procent|percent)\Z", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\w.,/-])[0-9]+(?:{_BLANK}[0-9]{{3}})*(?:[.,][0-9]+)?(?![\w.,/-]*[0-9])")
_YEAR = re.compile(r"(?<![\w.,/-])[12][0-9]{3}(?![\w,/-]|\.[0-9])")
_LIKELY_YEARS = re.compile(
    r"(?:från |from )?(?:år |year )?(?P<first>[12][0-9]{3})"
    r"(?:\s*(?:-+|[\u2010-\u2015]|till och med|t\.?o\.?m\.?|till|to|until)\s*(?P<last>[12][0-9]{3}|[0-9]{2}))?\Z",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_COMPACT_DATE = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])\Z")
_SLASHED_ISO = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})\Z")
_TIME_AFTER = re.compile(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[Tt ][0-9:.+Zz -]+\Z")
_SPOKEN_DATE = re.compile(
    r"(?:den |the )?([0-9]{1,2})(?::?[ae]|\.|st|nd|rd|th)?(?: of)? ([^\W\d]{3,9})\.?,? ([0-9]{4})\Z",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(r"([^\W\d]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\Z", re.IGNORECASE)
_SLASHED_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})[ -]([0-9]{4})\Z")
_DATES = (
    # each pattern, and which of its groups are year, month and day
    (_ISO_DATE, (1, 2, 3)),
    (_COMPACT_DATE, (1, 2, 3)),
    (_SLASHED_ISO, (1, 2, 3)),
    (_SPOKEN_DATE, (3, 2, 1)),
    (_MONTH_FIRST, (3, 1, 2)),
    (_SLASHED_DATE, (3, 2, 1)),
)
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("mars", "march"), ("april",), ("maj", "may"),
    ("juni", "june"), ("juli", "july"), ("augusti", "august"), ("september",), ("oktober", "october"),
    ("november",), ("december",),
)  # fmt: skip
_SHORT = 60
"""In a longer text nothing is guessed."""


def plainer(text: str) -> str | None:
    """Write a number a step more plainly: ``3,5``, ``1 200``, ``85 %`` or one with a long minus sign."""
    if text[:1] in {"\u2212", "\u2013"} and text[1:2].isdecimal():
        return f"-{text[1:]}"
    if percent := _PERCENT.match(text):
        return percent["number"].strip()
    if _COMMA.match(text) or _SPACED.match(text):
        return re.sub(_BLANK, "", text).replace(",", ".")
    return None


def only_number(text: str) -> str:
    """Give the number that was likely meant: the only one in a short text."""
    return _only_one(_WITHIN, text)


def only_year(text: str) -> str:
    return _only_one(_YEAR, text)


def _only_one(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.findall(text) if len(text) < _SHORT else []
    return str(found[0]) if len(found) == 1 else ""


def likely_years(text: str) -> str | None:
    """Give the years of a horizon that were likely meant, as they should be written."""
    match = _LIKELY_YEARS.match(text.strip()) if len(text) < _SHORT else None
    if not match:
        return None
    first, last = match["first"], match["last"] or ""
    if len(last) == 2:
        last = first[:2] + last
    return f"{first}-{last}" if last else first


def likely_date(text: str) -> datetime.date | None:
    """Give the date that is meant, in one of the ways that people write it."""
    if with_time := _TIME_AFTER.match(text):
        text = with_time[1]
    for pattern, order in _DATES:
        match = pattern.match(text)
        date = _date(*(match[group] for group in order)) if match else None
        if date is not None:
            return date
    return None


def _date(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdecimal() else _month(month.casefold())
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    """Give a month's number by its name or the beginning of it; 0 for what is none."""
    matching = (
        number for number, names in enumerate(_MONTHS, 1) if any(one.startswith(name) for one in names)
    )
    return next(matching, 0)
