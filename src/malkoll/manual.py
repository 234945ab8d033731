"""A rule's manual: the Markdown file beside the rule, in both languages.

Its headings and their order are fixed, and its examples are run as tests.
"""

from __future__ import annotations

import re

from malkoll.language import Language
from malkoll.record import Record
from malkoll.rule import Rule

HEADINGS = {
    Language.SV: ("Vad", "Varför", "Fel", "Rätt"),
    Language.EN: ("What", "Why", "Wrong", "Right"),
}
_FENCE = re.compile(r"^```yaml(?P<info>[^\n]*)\n(?P<text>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^# (?P<title>.+)$", re.MULTILINE)
_HEADING = re.compile(r"^## (?P<heading>.+)$", re.MULTILINE)


class Example(Record):
    """A piece of YAML, and how it is to be run.

    Attributes:
        text: as it stands in the manual.
        options: words after ``yaml`` on the fence: ``whole``, ``model``, ``steering``, and
            ``without``, ``date``, ``file``, ``lines`` with what stands after the equals sign.

    """

    text: str
    options: dict[str, str]


class Manual(Record):
    """A rule's manual in one language; sections are Markdown, examples their YAML."""

    title: str
    what: str
    why: str
    wrong: str
    right: str

    @property
    def wrong_examples(self) -> list[Example]:
        return examples(self.wrong)

    @property
    def right_examples(self) -> list[Example]:
        return examples(self.right)


def manual(rule: Rule, language: Language) -> Manual:
    """Read a rule's manual.

    Raises:
        ValueError: when its headings aren't those that every manual has.

    """
    text = rule.manual_file.read_text(encoding="utf-8")
    titles = list(_TITLE.finditer(_without_fences(text)))
    if len(titles) != len(Language):
        message = f"{rule.code}: a manual has a part for each language"
        raise ValueError(message)
    part = text[: titles[1].start()] if language is Language.SV else text[titles[1].start() :]
    plain = _without_fences(part)
    headings = list(_HEADING.finditer(plain))
    if tuple(match["heading"] for match in headings) != HEADINGS[language]:
        message = f"{rule.code}: the headings are {HEADINGS[language]}, in that order"
        raise ValueError(message)
    ends = [match.start() for match in headings[1:]] + [len(part)]
    sections = [part[match.end() : end].strip() for match, end in zip(headings, ends, strict=True)]
    title = titles[0 if language is Language.SV else 1]["title"].strip()
    return Manual(title, *sections)


def _without_fences(text: str) -> str:
    """Blank the examples, so that a ``#`` in YAML isn't taken for a heading."""
    return _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def examples(section: str) -> list[Example]:
    """Give the examples of a section, in order."""
    return [Example(match["text"], _options(match["info"])) for match in _FENCE.finditer(section)]


def _options(info: str) -> dict[str, str]:
    pairs = (word.partition("=") for word in info.split())
    return {name: value for name, _, value in pairs}
