"""Paths of a content as people write them: ``mål 2 › indikatorer 1 › delmål 1 › värde``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from malkoll.document.goal_document import Fact, GoalDocument
from malkoll.document.part import Part, slots
from malkoll.document.words import fold
from malkoll.language import Language
from malkoll.tables.content import STRANGER, Path, fields_by_word

_BETWEEN = " › "
_STEP = re.compile(r'(?P<word>"(?:[^"\\]|\\.)*"|[^\s"›]+)(?P<numbers>(?: [0-9]+)*)\s*(?:›\s*|\Z)')
_MOST_DIGITS = 6


def written(path: Path, language: Language) -> str:
    """Write a path; list places count from 1, what is no key of ours stands in quotation marks."""
    steps: list[str] = []
    cls: type[Part] | None = GoalDocument
    for step in path:
        if isinstance(step, int):
            steps[-1] += f" {step + 1}"
        elif cls is not None and step in cls.words:
            steps.append(cls.words[step].word(language))
            cls = _below(cls, step)
        else:
            steps.append(json.dumps(step, ensure_ascii=False))
            cls = None
    return _BETWEEN.join(steps)


def read(text: str) -> Path | None:
    """Read a path in either language; None where it is none."""
    path: list[str | int] = []
    cls: type[Part] | None = GoalDocument
    place = 0
    while place < len(text):
        match = _STEP.match(text, place)
        if match is None:
            return None
        place = match.end()
        word = match["word"]
        if word.startswith('"'):
            try:
                path.append(json.loads(word))
            except ValueError:
                return None
            cls = None
        else:
            name = fields_by_word(cls).get(fold(word)) if cls else None
            if name is None or cls is None:
                return None
            path.append(name)
            cls = _below(cls, name)
        numbers = match["numbers"].split()
        if any(len(number) > _MOST_DIGITS or int(number) < 1 for number in numbers):
            return None
        path += [int(number) - 1 for number in numbers]
    return tuple(path) or None


def of_keys(keys: Sequence[str | int]) -> Path:
    """Translate a path of keys as a writer wrote them, as far as they are known."""
    path: list[str | int] = []
    cls: type[Part] | None = GoalDocument
    for step in keys:
        if isinstance(step, int):
            path.append(step)
            continue
        name = fields_by_word(cls).get(fold(step)) if cls else None
        path.append(name or STRANGER + step)
        cls = _below(cls, name) if cls and name else None
    return tuple(path)


def _below(cls: type[Part], field: str) -> type[Part] | None:
    slot = slots(cls)[field]
    return Fact if slot.kind == "analysis" else slot.cls
