"""Answers that are given beforehand: with options, or in a file that looks like a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from malkoll.call_error import CallError
from malkoll.discover import Found, read, shown_name
from malkoll.document import vocabulary
from malkoll.document.words import Key, Word, closest, fold
from malkoll.language import Message, Text
from malkoll.scaffold.clean import clean, cleaned, plain_number
from malkoll.source import SourceFile
from malkoll.syntax.compose import Limits
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping
from malkoll.tables.content import YEARS, Content, content_of, meaning

NO_ANSWERS = Text("Svaren i {file} gick inte att läsa.", "The answers in {file} could not be read.")
MISSING = Text("Filen med svar, {file}, finns inte.", "There is no file {file} with answers.")
NOT_ANSWERS = Text(
    "{file} är inte skriven så att svaren går att läsa. malkoll check {file} säger var felet är.",
    "{file} isn't written so that the answers can be read. malkoll check {file} says where the mistake is.",
)
NO_KEY = Text(
    "I --goal ska varje del ha ett namn: ”formulering=…; fokusområde=…”. Här står ”{text}”.",
    "In --goal each part is to have a name: “statement=…; focus_area=…”. Here stands “{text}”.",
)
UNKNOWN = Text(
    "I --goal står ”{word}=”, som ett mål inte har. Hör det till en text, ge målet i en fil med --answers.",
    "In --goal stands “{word}=”, which a goal doesn't have. If it belongs to a text, give the goal in a file "
    "with --answers.",
)
CLOSE = Text(
    "I --goal står ”{word}=”. Menade du ”{near}=”?", "In --goal stands “{word}=”. Did you mean “{near}=”?"
)
TWICE = Text(
    "I --goal står ”{word}=” två gånger i samma mål.", "In --goal “{word}=” stands twice in one goal."
)
NOT_OPEN = Text(
    "I --goal hör ”{word}=” till ett mått eller en bedömning: skriv ”indikator=” eller ”bedömning=” före.",
    "In --goal “{word}=” belongs to a measure or an assessment: write “indicator=” or “assessment=” before it.",
)
TOO_MANY_PARTS = Text(
    "--fact är en uppgift, dess källa och dess år med | emellan: ”uppgiften|källan|2026”. Här är {count} delar.",
    "--fact is a fact, its source and its year with | between: “the fact|the source|2026”. Here are {count} parts.",
)
INDICATOR, ASSESSMENT = Word("indikator", "indicator"), Word("bedömning", "assessment")
"""Open an indicator with its name, and an assessment with its reason."""
_GUESSED = frozenset({"yaml-syntax", "yaml-limits", "several-documents", "unsupported-yaml", "duplicate-key"})
"""Mistakes that are read past: what stands there may not be what was meant."""
_PART = re.compile(r"(?:\A|;)\s*(?P<word>[^\W\d][\w-]*)\s*=")
_WITH_YEAR = re.compile(r"(?P<value>.*\S)\s*\(\s*(?P<year>[0-9]{4})\s*\)\Z", re.DOTALL)
_LISTS = frozenset({"focus_area", "audience", "priorities", "rus", "agenda2030", "basis", "criteria"})
_NESTED = frozenset({"current_state", "indicators", "assessment", "follow_up", "milestones"})
_CLOSED = {"control": vocabulary.CONTROLS, "direction": vocabulary.DIRECTIONS}


def _spellings(keys: dict[str, Key]) -> dict[str, str]:
    words = {name: key for name, key in keys.items() if name not in _NESTED}
    return {fold(word): name for name, key in words.items() for word in (key.sv, key.en)}


_GOAL = _spellings(vocabulary.GOAL)
_BELOW = {"indicators": _spellings(vocabulary.INDICATOR), "assessment": _spellings(vocabulary.ASSESSMENT)}
_OPENING = {
    **{fold(word): ("indicators", "name") for word in INDICATOR},
    **{fold(word): ("assessment", "reason") for word in ASSESSMENT},
}


def answers_in(file: str) -> Content:
    """Read answers from a file: a document, or the beginning of one, in either language.

    Raises:
        CallError: when there are none.

    """
    name = shown_name(file)
    data, trouble = read(Found(name, file, "", is_named=True), Limits().size)
    if trouble is not None or data is None:
        is_missing = trouble is not None and trouble.variant == "missing"
        raise CallError((MISSING if is_missing else NO_ANSWERS)(file=name))
    parsed = parse(SourceFile(name, data))
    is_guessed = any(one.rule in _GUESSED for one in parsed.troubles)
    if not isinstance(parsed.root, Mapping) or not parsed.whole or is_guessed:
        raise CallError(NOT_ANSWERS(file=name))
    content: Content = cleaned(content_of(parsed.root))
    return content


def fact_of(text: str) -> Content:
    """Read a fact: ``text|source|year``, the last two if known."""
    parts = [clean(part) for part in text.split("|")]
    if len(parts) > 3:
        raise CallError(TOO_MANY_PARTS(count=len(parts)))
    return dict(zip(("fact", "source", "year"), parts, strict=False))


def goal_of(text: str) -> Content:
    """Read a goal: ``statement=…; focus_area=…; horizon=2027-2029; indicator=…; unit=…``.

    Raises:
        CallError: when a part has no name that a goal knows.

    """
    marks = list(_PART.finditer(text))
    before = text[: marks[0].start()] if marks else text
    if before.strip() or not marks:
        raise CallError(NO_KEY(text=before.strip()))
    goal: Content = {}
    open_parts: list[tuple[str, Content]] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        value = clean(text[mark.end() : after.start() if after else len(text)])
        _take(goal, open_parts, clean(mark["word"]), value)
    return goal


def _take(goal: Content, open_parts: list[tuple[str, Content]], word: str, value: str) -> None:
    folded = fold(word)
    if folded in _OPENING:
        name, first = _OPENING[folded]
        part: Content = {first: value} if value else {}
        open_parts[:] = [(name, part)]
        if name == "assessment":
            if name in goal:
                raise CallError(TWICE(word=word))
            goal[name] = part
        else:
            goal.setdefault(name, []).append(part)
        return
    for name, part in open_parts:
        if folded in _BELOW[name]:
            _put(part, _BELOW[name][folded], word, value)
            return
    if folded not in _GOAL:
        raise CallError(_unknown(word))
    _put(goal, _GOAL[folded], word, value)


def _put(part: Content, name: str, word: str, value: str) -> None:
    if name in _LISTS:
        part.setdefault(name, []).append(value)
        return
    if name in part:
        raise CallError(TWICE(word=word))
    part[name] = value_of(name, value)


def value_of(name: str, text: str) -> Any:
    """Give what a text means where it stands: a number, perhaps with its year, years, a closed word."""
    if name in _CLOSED:
        return meaning(text, _CLOSED[name])
    if name == "horizon":
        return years(text)
    if name in {"baseline", "target"}:
        match = _WITH_YEAR.match(text)
        if match:
            return {"value": plain_number(match["value"]), "year": match["year"]}
        return {"value": plain_number(text)}
    return text


def years(text: str) -> str:
    """Write years one way: ``2027``, ``2027-2029``; what are none stay as they are."""
    match = YEARS.match(text)
    if not match:
        return text
    return match[1] if match[2] in {None, match[1]} else f"{match[1]}-{match[2]}"


def _unknown(word: str) -> Message:
    folded = fold(word)
    if any(folded in words for words in _BELOW.values()):
        return NOT_OPEN(word=word)
    known = [*_GOAL, *_OPENING, *(one for words in _BELOW.values() for one in words)]
    near = closest(word, known)
    return CLOSE(word=word, near=near) if near else UNKNOWN(word=word)


def gathered(content: Content, given: Iterable[tuple[str, Any]]) -> Content:
    """Lay what options say over the answers of a file; facts and goals are added to those."""
    whole = dict(content)
    for name, value in given:
        if not isinstance(value, list):
            whole[name] = value
        elif value:
            there = whole.get(name)
            whole[name] = [*there, *value] if isinstance(there, list) else value
    return whole
