"""Values as the cells of our own tables hold them: whatever is written can be read back as it was."""

from __future__ import annotations

import json
import re
from typing import Any

from malkoll.language import Language
from malkoll.syntax.characters import without_hidden
from malkoll.tables.content import Content, meaning, truth
from malkoll.tables.targets import Target

_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|x005F_"
)
"""What a workbook or a Word file can't hold, or would read as something else."""
_MEASURE = re.compile(r"(?P<value>\S+)(?: (?P<unit>.*?))?(?: \((?P<year>[12][0-9]{3})\))?\Z")
_PAIR = re.compile(r"(?P<name>.+?): (?P<value>.*)\Z", re.DOTALL)
_YES, _NO = {Language.SV: "ja", Language.EN: "yes"}, {Language.SV: "nej", Language.EN: "no"}


def clean(text: str) -> str:
    """Give a text as a goal document would hold it."""
    return without_hidden(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def quoted(text: str) -> str:
    r"""Write a text that a cell can't hold with codes for its signs, in quotation marks: ``"a\u000b"``."""
    if not _needs_quotes(text):
        return text
    return json.dumps(text).replace("_x", "\\u005fx").replace("x005F_", "\\u0078005F_")


def unquoted(text: str) -> str:
    decoded = _decoded(text)
    return decoded if decoded is not None and _needs_quotes(decoded) else text


def _needs_quotes(text: str) -> bool:
    if clean(text) != text or _UNFIT.search(text):
        return True
    decoded = _decoded(text)
    return decoded is not None and _needs_quotes(decoded)


def _decoded(text: str) -> str | None:
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return None
    try:
        decoded = json.loads(text)
    except ValueError:
        return None
    return decoded if isinstance(decoded, str) else None


def written(target: Target, value: Any, language: Language) -> str | None:
    """Write a value for a cell; None where no cell of this kind can hold it as it is."""
    try:
        text = _written(target, value, language)
    except (TypeError, AttributeError, KeyError):
        # it has another shape than it should
        return None
    return text if text is not None and read(target, text) == value else None


def _written(target: Target, value: Any, language: Language) -> str | None:
    if target.kind == "list":
        return _lines([_text(item) for item in value]) if isinstance(value, list) else None
    if target.kind == "milestones":
        return _lines([f"{_text(one['year'])}: {_text(one['value'])}" for one in value])
    if target.kind == "outcome":
        return _lines([f"{_text(name)}: {_text(one)}" if name else _text(one) for name, one in value.items()])
    if target.kind == "truth":
        return _YES[language] if value == "true" else _NO[language] if value == "false" else _text(value)
    if target.words is not None and value in target.words:
        return target.words[value].word(language)
    return _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return quoted(value)


def read(target: Target, text: str) -> Any:
    """Read what a cell of our own tables says."""
    if target.kind == "list":
        return [unquoted(line) for line in _unlined(text)]
    if target.kind == "milestones":
        return [dict(zip(("year", "value"), _pair(line), strict=True)) for line in _unlined(text)]
    if target.kind == "outcome":
        return _outcome(text)
    if target.kind == "truth":
        return truth(text)
    text = unquoted(text)
    return meaning(text, target.words) if target.words is not None else text


def _outcome(text: str) -> Content:
    lines = _unlined(text)
    if len(lines) == 1 and _PAIR.match(lines[0]) is None:
        return {"": unquoted(lines[0])}
    return dict(map(_pair, lines))


def _pair(line: str) -> tuple[str, str]:
    match = _PAIR.match(line)
    return (unquoted(match["name"]), unquoted(match["value"])) if match else (line, "")


def _lines(items: list[str]) -> str:
    """Put one item on each line; an item of several lines goes on pushed in."""
    return "\n".join(item.replace("\n", "\n  ") for item in items)


def _unlined(text: str) -> list[str]:
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith("  ") and items:
            items[-1] += f"\n{line[2:]}"
        elif line:
            items.append(line)
        elif items:
            items[-1] += "\n"
    return items


def measure(value: Content, unit: str | None) -> str | None:
    """Write a value with its unit and year, as ``82 procent (2021)``; None where that can't be read back."""
    text = value.get("value")
    if not isinstance(text, str):
        return None
    text += f" {unit}" if unit else ""
    text += f" ({value['year']})" if value.get("year") else ""
    expected = {**value, "unit": unit} if unit else value
    return text if quoted(text) == text and read_measure(text) == expected else None


def read_measure(text: str) -> Content:
    match = _MEASURE.match(text)
    if match is None:
        return {"value": text}
    return {name: one for name, one in match.groupdict().items() if one}
