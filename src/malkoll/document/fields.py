"""The kinds of values that a field may hold, read from what the writer wrote.

Each kind is a pydantic type whose validator takes a node of the tree and gives a Python value.
What can't be read raises a `PydanticCustomError`: its type is the name of the rule that puts it
into words, its template the variant, its context the words of the writer. What is understood
but not written plainly is noted as a trouble in the validation context.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from malkoll.document.placeholders import placeholder
from malkoll.document.vocabulary import CONTROLS, DIRECTIONS, JUDGEMENTS, LEVELS, STATUSES
from malkoll.document.words import Word, closest, fold
from malkoll.source import Span
from malkoll.syntax.tree import REFUSED, Mapping, Node, Scalar, Sequence, Trouble

_BLANK = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_SPACED = re.compile(rf"[-+]?[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?:,[0-9]+)?\Z")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+\Z")
_PERCENT = re.compile(rf"(?P<number>.*?[0-9]){_BLANK}?(?:%|procent|percent)\Z", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\w.,/-])[0-9]+(?:{_BLANK}[0-9]{{3}})*(?:[.,][0-9]+)?(?![\w.,/-]*[0-9])")
_YEAR = re.compile(r"(?<![\w.,/-])[12][0-9]{3}(?![\w,/-]|\.[0-9])")
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
LARGEST = 1e15
"""Beyond this a number is a slip of the keyboard, and no longer exact."""
LONGEST_NUMBER = 4_000
_TRUE = frozenset({"true", "ja", "yes"})
_FALSE = frozenset({"false", "nej", "no"})


class Kind:
    """Says what a pydantic type holds and how it is read.

    The reader is all the validation that there is: pydantic needn't check its result again.

    Attributes:
        name: what it holds, for the JSON Schema.
        words: the closed values, where there are such.

    """

    __slots__ = ("_schema", "name", "words")

    def __init__(
        self,
        name: str,
        read: CoreSchema | Callable[[Any], Any] | None = None,
        words: dict[str, Word] | None = None,
    ) -> None:
        self.name = name
        self.words = words
        self._schema = core_schema.no_info_plain_validator_function(read) if callable(read) else read

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self._schema if self._schema is not None else handler(source)


def wrong_type(wanted: str, value: object) -> PydanticCustomError:
    text = value.text[:80] if isinstance(value, Scalar) else ""
    return PydanticCustomError(
        "wrong-type", "value", {"wanted": wanted, "found": _kind_of(value), "text": text}
    )


def _kind_of(value: object) -> str:
    if isinstance(value, Scalar):
        return "text"
    return "list" if isinstance(value, Sequence | list) else "mapping"


def _scalar(value: Any, wanted: str) -> Scalar:
    if not isinstance(value, Scalar):
        raise wrong_type(wanted, value)
    if value.style == REFUSED:
        raise PydanticCustomError("reported", "reported", {})
    if value.is_empty:
        raise PydanticCustomError("empty-text", "item", {})
    if found := placeholder(value.text):
        raise PydanticCustomError("placeholder-text", "text", found._asdict())
    return value


def _note(info: ValidationInfo, node: Scalar, rule: str, variant: str, instead: str) -> None:
    span = Span(node.start, node.end)
    trouble = Trouble(
        rule, variant, span, values={"text": node.text, "instead": instead}, edits=((span, instead),)
    )
    if isinstance(info.context, list):
        info.context.append((node, trouble))


def read_text(value: Any) -> str:
    return _scalar(value, "text").text.strip()


def read_text_list(value: Any) -> list[Node]:
    """A text where a list may stand is a list of one."""
    if isinstance(value, Scalar):
        return [value]
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, list):
        return value
    raise wrong_type("text-list", value)


def read_list(value: Any) -> list[Any]:
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, list):
        return value
    if isinstance(value, Scalar):
        _scalar(value, "list")
    raise wrong_type("list", value)


def parse_number(text: str) -> tuple[float | None, bool]:
    """Read a number; tell also whether it is written plainly.

    Understood besides plain numbers: ``3,5``, ``1 200``, ``85 %`` and a long minus sign.
    """
    if len(text) > LONGEST_NUMBER:
        return None, False
    if _NUMBER.match(text):
        return _finite(text), True
    if text[:1] in {"\u2212", "\u2013"} and text[1:2].isdecimal():
        return parse_number(f"-{text[1:]}")[0], False
    if percent := _PERCENT.match(text):
        value, _ = parse_number(percent["number"].strip())
        return value, False
    if _COMMA.match(text) or _SPACED.match(text):
        return _finite(re.sub(_BLANK, "", text).replace(",", ".")), False
    return None, False


def _finite(text: str) -> float | None:
    value = float(text)
    if not math.isfinite(value) or abs(value) > LARGEST:
        return None
    return int(value) if value.is_integer() and "." not in text else value


def read_number(value: Any, info: ValidationInfo) -> float:
    node = _scalar(value, "number")
    number, plain = parse_number(node.text.strip())
    if number is None:
        guess = _only_one(_WITHIN, node.text)
        likely = parse_number(guess)[0] if guess else None
        context = {"text": node.text, "guess": "" if likely is None else f"{likely:.10g}"}
        raise PydanticCustomError("invalid-number", "number", context)
    if not plain:
        _note(info, node, "invalid-number", "understood", f"{number:.15g}")
    return number


def _only_one(pattern: re.Pattern[str], text: str) -> str:
    """Give what was likely meant: the one match in a short text."""
    found = pattern.findall(text) if len(text) < 60 else []
    return str(found[0]) if len(found) == 1 else ""


def read_year(value: Any) -> int:
    node = _scalar(value, "year")
    text = node.text.strip()
    if re.fullmatch(r"[12][0-9]{3}", text):
        return int(text)
    raise PydanticCustomError("invalid-number", "year", {"text": node.text, "guess": _only_one(_YEAR, text)})


def read_date(value: Any) -> datetime.date:
    node = _scalar(value, "date")
    text = node.text.strip()
    if with_time := _TIME_AFTER.match(text):
        text = with_time[1]
    for pattern, order in _DATES:
        match = pattern.match(text)
        date = _date(*(match[group] for group in order)) if match else None
        if date is None:
            continue
        if node.text.strip() == date.isoformat():
            return date
        raise PydanticCustomError("invalid-date", "form", {"text": node.text, "instead": date.isoformat()})
    raise PydanticCustomError("invalid-date", "unknown", {"text": node.text})


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


def read_truth(value: Any) -> bool:
    node = _scalar(value, "truth")
    word = fold(node.text)
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise PydanticCustomError("invalid-value", "truth", {"text": node.text})


def _choice(words: dict[str, Word]) -> Callable[[Any], str]:
    meanings = {fold(spelling): meaning for meaning, word in words.items() for spelling in word}

    def read(value: Any) -> str:
        node = _scalar(value, "text")
        meaning = meanings.get(fold(node.text))
        if meaning is not None:
            return meaning
        near = closest(node.text, [spelling for word in words.values() for spelling in word])
        context = {
            "text": node.text,
            "near": near or "",
            "sv": [word.sv for word in words.values()],
            "en": [word.en for word in words.values()],
        }
        raise PydanticCustomError("invalid-value", "choice", context)

    return read


def as_mapping(value: Any) -> Any:
    """Let a mapping (already a dict) pass and refuse what is none."""
    if isinstance(value, Scalar):
        _scalar(value, "mapping")
    if isinstance(value, Scalar | Sequence | list | Mapping):
        raise wrong_type("mapping", value)
    return value


Line = Annotated[str, Kind("text", read_text)]
Number = Annotated[float, Kind("number", core_schema.with_info_plain_validator_function(read_number))]
Year = Annotated[int, Kind("year", read_year)]
Date = Annotated[datetime.date, Kind("date", read_date)]
Truth = Annotated[bool, Kind("truth", read_truth)]
Lines = Annotated[list[Line], BeforeValidator(read_list), Kind("list")]
LineOrLines = Annotated[list[Line], BeforeValidator(read_text_list), Kind("text-or-list")]
Level = Annotated[str, Kind("choice", _choice(LEVELS), LEVELS)]
Status = Annotated[str, Kind("choice", _choice(STATUSES), STATUSES)]
Control = Annotated[str, Kind("choice", _choice(CONTROLS), CONTROLS)]
Direction = Annotated[str, Kind("choice", _choice(DIRECTIONS), DIRECTIONS)]
Judgement = Annotated[str, Kind("choice", _choice(JUDGEMENTS), JUDGEMENTS)]
choice = _choice
