"""The kinds of values that a field may hold, read from what the writer wrote.

Each kind says how pydantic reads it: by a function that takes a node of the tree and gives a Python value.
What can't be read raises a `PydanticCustomError`: its type is the name of the rule that puts it
into words, its template the variant, its context the words of the writer. What is understood
but not written plainly is noted as a trouble in the validation context.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any

from pydantic import ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from malkoll.document.placeholders import placeholder
from malkoll.document.vocabulary import CONTROLS, DIRECTIONS, JUDGEMENTS, LEVELS, STATUSES
from malkoll.document.words import Word, closest, fold
from malkoll.source import Span
from malkoll.syntax.tree import REFUSED, Mapping, Node, Scalar, Sequence, Trouble

_OF_NUMBERS = "0123456789+-.eE"
LARGEST = 1e15
"""Beyond this a number is a slip of the keyboard, and no longer exact."""
LONGEST_NUMBER = 4_000
_TRUE = frozenset({"true", "ja", "yes"})
_FALSE = frozenset({"false", "nej", "no"})


class Kind:
    """Says what a field holds and how it is read.

    The reader is all the validation that there is: pydantic needn't check its result again.

    Attributes:
        name: what it holds, for the JSON Schema.
        schema: how pydantic reads it.
        words: the closed values, where there are such.

    """

    __slots__ = ("name", "schema", "words")

    def __init__(
        self, name: str, read: CoreSchema | Callable[[Any], Any], words: dict[str, Word] | None = None
    ) -> None:
        self.name = name
        self.schema = core_schema.no_info_plain_validator_function(read) if callable(read) else read
        self.words = words


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
    # Python reads other signs too
    if text and not text.strip(_OF_NUMBERS):
        with suppress(ValueError):
            return _finite(float(text), text), True
    # loaded here, and below: most documents write all their numbers plainly
    from malkoll.document.freehand import plainer  # noqa: PLC0415

    plain = plainer(text)
    return (None if plain is None else parse_number(plain)[0]), False


def _finite(value: float, text: str) -> float | None:
    if not math.isfinite(value) or abs(value) > LARGEST:
        return None
    return int(value) if value.is_integer() and "." not in text else value


def read_number(value: Any, info: ValidationInfo) -> float:
    node = _scalar(value, "number")
    number, plain = parse_number(node.text.strip())
    if number is None:
        from malkoll.document.freehand import only_number  # noqa: PLC0415

        guess = only_number(node.text)
        likely = parse_number(guess)[0] if guess else None
        context = {"text": node.text, "guess": "" if likely is None else f"{likely:.10g}"}
        raise PydanticCustomError("invalid-number", "number", context)
    if not plain:
        _note(info, node, "invalid-number", "understood", f"{number:.15g}")
    return number


def is_year(text: str) -> bool:
    return len(text) == 4 and text[0] in "12" and text.isascii() and text.isdigit()


def read_year(value: Any) -> int:
    node = _scalar(value, "year")
    text = node.text.strip()
    if is_year(text):
        return int(text)
    from malkoll.document.freehand import only_year  # noqa: PLC0415

    raise PydanticCustomError("invalid-number", "year", {"text": node.text, "guess": only_year(text)})


def read_date(value: Any) -> datetime.date:
    node = _scalar(value, "date")
    text = node.text.strip()
    with suppress(ValueError):
        date = datetime.date.fromisoformat(text)
        # Python reads other forms too
        if date.isoformat() == text:
            return date
    from malkoll.document.freehand import likely_date  # noqa: PLC0415

    likely = likely_date(text)
    if likely is None:
        raise PydanticCustomError("invalid-date", "unknown", {"text": node.text})
    raise PydanticCustomError("invalid-date", "form", {"text": node.text, "instead": likely.isoformat()})


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


def list_of(items: CoreSchema, read: Callable[[Any], list[Any]] = read_list) -> CoreSchema:
    return core_schema.no_info_before_validator_function(read, core_schema.list_schema(items))


def by_name(values: CoreSchema) -> CoreSchema:
    return core_schema.dict_schema(core_schema.str_schema(), values)


def as_mapping(value: Any) -> Any:
    """Let a mapping (already a dict) pass and refuse what is none."""
    if isinstance(value, dict):
        return value
    if isinstance(value, Scalar):
        _scalar(value, "mapping")
    if isinstance(value, Scalar | Sequence | list | Mapping):
        raise wrong_type("mapping", value)
    return value


def read_outcome(value: Any) -> Any:
    """Read one number, or one for each indicator by name."""
    return {"": value} if isinstance(value, Scalar) else as_mapping(value)


_A_TEXT = Kind("text", read_text)
_A_NUMBER = Kind("number", core_schema.with_info_plain_validator_function(read_number))
_AN_OUTCOME = core_schema.no_info_before_validator_function(read_outcome, by_name(_A_NUMBER.schema))

Line = Annotated[str, _A_TEXT]
Number = Annotated[float, _A_NUMBER]
Outcome = Annotated[dict[str, Number], Kind("outcome", _AN_OUTCOME)]
Year = Annotated[int, Kind("year", read_year)]
Date = Annotated[datetime.date, Kind("date", read_date)]
Truth = Annotated[bool, Kind("truth", read_truth)]
Lines = Annotated[list[Line], Kind("list", list_of(_A_TEXT.schema))]
LineOrLines = Annotated[list[Line], Kind("text-or-list", list_of(_A_TEXT.schema, read_text_list))]
Level = Annotated[str, Kind("choice", _choice(LEVELS), LEVELS)]
Status = Annotated[str, Kind("choice", _choice(STATUSES), STATUSES)]
Control = Annotated[str, Kind("choice", _choice(CONTROLS), CONTROLS)]
Direction = Annotated[str, Kind("choice", _choice(DIRECTIONS), DIRECTIONS)]
Judgement = Annotated[str, Kind("choice", _choice(JUDGEMENTS), JUDGEMENTS)]
choice = _choice
