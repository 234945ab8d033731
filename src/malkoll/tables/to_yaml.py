"""A content written as a goal document in YAML, with ruamel.yaml; held against its own reading."""

from __future__ import annotations

import datetime
import io
import itertools
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from malkoll.call_error import CallError
from malkoll.document.goal_document import Assessment, GoalDocument, Horizon, Measurement, Milestone
from malkoll.document.part import Part
from malkoll.language import Language, Text
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables.content import STRANGER, Content, Field, content_of, fields_of, settled
from malkoll.tables.remarks import Remark, with_remarks

NOT_EXACT = Text(
    "{file}: texterna i tabellen går inte att skriva i YAML utan att ändras. Ingenting är skrivet.",
    "{file}: the texts of the table can't be written in YAML without being changed. Nothing was written.",
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,12})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SHORT_LISTS = frozenset({"focus_area", "audience"})
"""Lists of which one alone is written as a text."""
_ON_ONE_LINE = (Measurement, Milestone, Horizon)
_WIDEST = 1_000_000
"""Texts aren't folded: a line of a document is a text."""
_WITH_BLANK_LINE = ("decision", "mission", "current_state", "governing_documents", "goals")


def yaml_of(
    content: Content, language: Language, file: str, remarks: Sequence[Remark] = (), fold: int = 0
) -> tuple[str, list[Remark]]:
    """Write a document with the keys of one language; longer texts than ``fold`` are folded, if it is given.

    Returns:
        the text, and the comments whose place isn't there any more.

    Raises:
        CallError: when it would not be read as it is meant.

    """
    content = settled(content)
    for widest, is_unicode in ((fold, True), (0, True), (0, False)):
        # only texts with signs that YAML reads in another way are written with codes for letters
        text = _dumped(_Shaper(language, widest).part(content, GoalDocument), is_unicode=is_unicode)
        if _holds(text, content):
            break
    else:
        raise CallError(NOT_EXACT(file=file))
    spaced = _spaced(text, language)
    if not _holds(spaced, content):
        spaced = text
    remarked, left = with_remarks(spaced, remarks)
    return (remarked, left) if _holds(remarked, content) else (spaced, list(remarks))


def _holds(text: str, content: Content) -> bool:
    parsed = parse(SourceFile("", text.encode("utf-8", "surrogatepass")))
    return bool(settled(content_of(parsed.root)) == content)


def _dumped(shaped: CommentedMap, *, is_unicode: bool) -> str:
    writer = YAML()
    writer.width = _WIDEST
    writer.allow_unicode = is_unicode
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    writer.dump(shaped, stream)
    return stream.getvalue()


def _spaced(text: str, language: Language) -> str:
    """Put a blank line before the larger parts of a document, and between its goals."""
    opening = {f"{GoalDocument.words[name].word(language)}:" for name in _WITH_BLANK_LINE}
    lines: list[str] = []
    goals = f"{GoalDocument.words['goals'].word(language)}:"
    in_goals = False
    for line in text.removesuffix("\n").split("\n"):
        if line and not line.startswith(" "):
            in_goals = line.startswith(goals)
        is_goal = in_goals and line.startswith("  - ") and not lines[-1].startswith(goals)
        if lines and (is_goal or any(line.startswith(one) for one in opening)):
            lines.append("")
        lines.append(line)
    return "\n".join(lines) + "\n"


class _Shaper:
    """Turns a content into what ruamel.yaml writes."""

    def __init__(self, language: Language, fold: int = 0) -> None:
        self.language = language
        self.fold = fold

    def part(self, content: Mapping[str, Any], cls: type[Part]) -> CommentedMap:
        shaped = CommentedMap()
        fields = fields_of(cls)
        for name in (*cls.words, *(key for key in content if key not in cls.words)):
            if name not in content:
                continue
            if name in fields:
                key = cls.words[name].word(self.language)
                shaped[key] = self.value(content[name], fields[name], name)
            else:
                shaped[name.removeprefix(STRANGER)] = self.plain(content[name])
        if issubclass(cls, _ON_ONE_LINE) and not any(isinstance(one, dict | list) for one in shaped.values()):
            shaped.fa.set_flow_style()
        return shaped

    def value(self, value: Any, field: Field, name: str) -> Any:
        if isinstance(value, dict):
            return self._mapping(value, field)
        if isinstance(value, list):
            return self._list(value, field, name)
        if field.cls is Horizon:
            return self._scalar(value, "year")
        if field.words is not None and value in field.words:
            return field.words[value].word(self.language)
        return self._scalar(value, field.kind)

    def _mapping(self, value: Content, field: Field) -> Any:
        if field.kind == "outcome":
            return self._outcome(value)
        if field.kind != "part" or field.cls is None:
            return self.plain(value)
        short = field.cls.shorthand
        if short and list(value) == [short] and isinstance(value[short], str):
            return self._scalar(value[short], "truth" if field.cls is Assessment else "number")
        return self.part(value, field.cls)

    def _outcome(self, value: Content) -> Any:
        if list(value) == [""] and isinstance(value[""], str):
            return self._scalar(value[""], "number")
        shaped = CommentedMap()
        for key, one in value.items():
            shaped[key] = self._scalar(one, "number") if isinstance(one, str) else self.plain(one)
        return shaped

    def _list(self, value: list[Any], field: Field, name: str) -> Any:
        if name in _SHORT_LISTS and len(value) == 1 and isinstance(value[0], str):
            return self._scalar(value[0], "text")
        if field.cls is not None and field.kind in {"parts", "analysis"}:
            return CommentedSeq(
                self.part(one, field.cls) if isinstance(one, dict) else self.plain(one) for one in value
            )
        return self.plain(value)

    def plain(self, value: Any) -> Any:
        if isinstance(value, dict):
            shaped = CommentedMap()
            for key, one in value.items():
                shaped[key.removeprefix(STRANGER)] = self.plain(one)
            return shaped
        return (
            CommentedSeq(map(self.plain, value)) if isinstance(value, list) else self._scalar(value, "text")
        )

    def _scalar(self, text: str, kind: str) -> Any:
        if kind in {"number", "year"} and _NUMBER.match(text):
            number = float(text) if "." in text else int(text)
            return number if str(number) == text else text
        if kind == "truth" and text in {"true", "false"}:
            return text == "true"
        if kind == "date" and _DATE.match(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                return text
        if "\n" in text:
            return LiteralScalarString(text)
        return folded(text, self.fold) if 0 < self.fold < len(text) else text


def folded(text: str, cells: int) -> Any:
    """Break a text at its blanks; one that wouldn't be read as it is stays on one line."""
    lines = textwrap.wrap(text, cells, break_long_words=False, break_on_hyphens=False)
    if " ".join(lines) != text or len(lines) < 2:
        return text
    broken = FoldedScalarString(text)
    ends = itertools.accumulate(len(line) + 1 for line in lines[:-1])
    broken.fold_pos = [end - 1 for end in ends]
    return broken
