"""What is found is about what a document says: not about how it is written, nor about what stands beside it."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checked import DATE, SOUND, check
from malkoll.diagnostic import Diagnostic
from malkoll.document import vocabulary
from malkoll.document.words import Key, Word
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.result import Report
from malkoll.source import SourceFile

ROOT = Path(__file__).parents[1]
_LEAF = re.compile(r"^(?P<lead>[ ]*(?:- )?)(?P<key>[^\s:#{]+):[ ](?P<value>[^\n{\[]+)$", re.MULTILINE)
_KEY = re.compile(r"(?:(?<=^)|(?<=[ {]))(?P<key>[^\W\d]\w*)(?=: )", re.MULTILINE)
_NUMBER = re.compile(r"(?<=(?:de|år): )\d+(?=[,}\n])")
VALUES = (
    "TODO", "ca 80", "85 %", "3,5", "2031", "2022-2024", "delad", "egen", "Hållbarare vardag", "inga alls", "U2340", "november 2026",
    "Vi ska verka för en god och hållbar utveckling m.m.", "Andelen ökar", "19121212-1212", "Minska skolk och öka trivsel",
)  # fmt: skip
"""What people may write where something else is asked for; none of it says another thing in quotation marks."""


def _other_value(text: str, number: int) -> str:
    leaves = list(_LEAF.finditer(text))
    leaf = leaves[number % len(leaves)]
    value = VALUES[number // len(leaves) % len(VALUES)]
    return text[: leaf.start("value")] + value + text[leaf.end("value") :]


def _misspelt_key(text: str, number: int) -> str:
    keys = [match for match in _KEY.finditer(text) if len(match["key"]) > 4]
    end = keys[number % len(keys)].end()
    return text[: end - 2] + text[end - 1] + text[end - 2] + text[end:]


def _no_line(text: str, number: int) -> str:
    leaves = [match for match in _LEAF.finditer(text) if "-" not in match["lead"]]
    leaf = leaves[number % len(leaves)]
    return text[: leaf.start()] + text[leaf.end() + 1 :]


def _other_number(text: str, number: int) -> str:
    numbers = list(_NUMBER.finditer(text))
    found = numbers[number % len(numbers)]
    return text[: found.start()] + str(number % 9_999) + text[found.end() :]


CHANGES = (_other_value, _misspelt_key, _no_line, _other_number)
changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 2_000)), max_size=5)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Give documents in sound YAML, each key and value on its line, with mistakes in what they say."""
    text = SOUND
    for change, number in draw(changes):
        text = change(text, number)
    return text


def _found(text: str | bytes) -> tuple[Diagnostic, ...]:
    return check(text, date=DATE).diagnostics


def _said(one: Diagnostic) -> tuple[Any, ...]:
    """Give all that a finding says, but for where."""
    messages = (one.message, one.help, one.label, one.reference, *(other.message for other in one.related))
    texts = tuple(message and message.render(Language.SV) for message in messages)
    return one.code, one.severity, one.path, one.goal_index, one.fingerprint, texts


def _told(text: str | bytes) -> Counter[tuple[Any, ...]]:
    return Counter(map(_said, _found(text)))


@settings(max_examples=100, deadline=None)
@given(documents(), st.lists(st.tuples(st.integers(0, 500), st.booleans()), min_size=1, max_size=12))
def test_comments_and_blank_lines_make_no_difference(text: str, places: list[tuple[int, bool]]) -> None:
    lines = text.split("\n")[:-1]
    for place, is_alone in places:
        at = place % len(lines)
        if is_alone:
            lines[at:at] = ["", f"{' ' * (place % 7)}# fråga {place} till förvaltningen: 80 % av vad?"]
        else:
            lines[at] += "  # - se: protokollet {2026}"
    assert _told("\n".join(lines) + "\n") == _told(text)


@settings(max_examples=100, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_quotation_marks_make_no_difference(text: str, chance: random.Random) -> None:
    def quoted(match: re.Match[str]) -> str:
        mark = chance.choice(("", '"', "'"))
        return f"{match['lead']}{match['key']}: {mark}{match['value']}{mark}"

    assert _told(_LEAF.sub(quoted, text)) == _told(text)


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from([">-", "|-", ">", "|"]))
def test_a_text_over_several_lines_says_the_same(text: str, style: str) -> None:
    def block(match: re.Match[str]) -> str:
        return f"{match['lead']}{match['key']}: {style}\n{' ' * 12}{match['value']}"

    assert _told(
        re.sub(_LEAF.pattern.replace(r"[^\s:#{]+", "formulering"), block, text, flags=re.MULTILINE)
    ) == _told(text)


@settings(max_examples=100, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_keys_makes_no_difference(text: str, chance: random.Random) -> None:
    def turned(data: object) -> object:
        if isinstance(data, list):
            return [turned(one) for one in data]
        if isinstance(data, dict):
            keys = list(data)
            chance.shuffle(keys)
            return {key: turned(data[key]) for key in keys}
        return data

    plain = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    written = yaml.safe_dump(turned(plain), allow_unicode=True, sort_keys=False, width=1_000)
    assert _told(written) == _told(text)


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(["\r\n", "\r"]), st.booleans())
def test_line_ends_and_a_byte_order_mark_make_no_difference(text: str, end: str, has_mark: bool) -> None:  # noqa: FBT001 - given by Hypothesis
    written = b"\xef\xbb\xbf" * has_mark + text.replace("\n", end).encode()
    places = [(_said(one), one.location.start, one.location.end) for one in _found(text)]
    assert [(_said(one), one.location.start, one.location.end) for one in _found(written)] == places


_ENGLISH = {
    word.sv: word.en
    for table in vars(vocabulary).values()
    if isinstance(table, dict)
    for word in table.values()
    if isinstance(word, Key)
}
_CLOSED = {
    word.sv: word.en
    for table in vars(vocabulary).values()
    if isinstance(table, dict)
    for word in table.values()
    if isinstance(word, Word)
}
_CLOSED_VALUE = re.compile(
    rf"^([ ]*(?:{'|'.join(_ENGLISH[key] for key in ('status', 'rådighet', 'riktning'))}): )(\w+)$",
    re.MULTILINE,
)
changes_of_content = st.lists(
    st.tuples(st.sampled_from((_other_value, _no_line, _other_number)), st.integers(0, 2_000)), max_size=5
)


@settings(max_examples=100, deadline=None)
@given(changes_of_content)
def test_the_language_of_keys_makes_no_difference(made: list[tuple[Any, int]]) -> None:
    text = SOUND
    for change, number in made:
        text = change(text, number)
    english = _KEY.sub(lambda match: _ENGLISH.get(match["key"], match["key"]), text)
    english = _CLOSED_VALUE.sub(lambda match: match[1] + _CLOSED.get(match[2], match[2]), english)
    english = re.sub(r"^(.*)mål:$", r"\1goals:", english, flags=re.MULTILINE)
    for block in ("nulägesanalys", "indikatorer", "professionell_bedömning"):
        english = english.replace(f"{block}:\n", f"{_ENGLISH[block]}:\n")

    def told(written: str) -> Counter[tuple[Any, ...]]:
        # what is said names keys too, and those are in the document's language
        return Counter(
            (
                one.code,
                one.severity,
                tuple(_ENGLISH.get(str(step), step) for step in one.path),
                one.goal_index,
                one.fingerprint,
                one.location.start.line,
            )
            for one in _found(written)
        )

    assert told(english) == told(text)


@settings(max_examples=150, deadline=None)
@given(documents(), st.integers(0, 1_000))
def test_silencing_a_finding_takes_away_that_and_no_other(text: str, number: int) -> None:
    before = _found(text)
    if not before:
        return
    chosen = before[number % len(before)]
    line = chosen.location.start.line
    lines = text.split("\n")
    lines[line - 1] += f"  # malkoll: undantag[{chosen.code}] prövas i nästa version"
    report = check("\n".join(lines))
    silenced = [one.diagnostic for one in report.suppressed]
    assert Counter(map(_said, (*report.diagnostics, *silenced))) == Counter(map(_said, before))
    assert _said(chosen) in map(_said, silenced)
    for one in silenced:
        # a comment beside a key is about all below the key
        assert one.code == chosen.code
        assert one.location.start.line >= line
        assert one.path[: len(chosen.path) - 1] == chosen.path[:-1]
    on_that_line = [one for one in before if one.code == chosen.code and one.location.start.line == line]
    assert len(silenced) >= len(on_that_line)


SNIPPETS = (
    "\t", " ", ":", ": ", " #", "- ", "'", '"', "{", "}", "[", "]", "|\n", ">", "&a ", "*a", "!x ", "<<: ", "\n", "\r", "\ufeff", "\u00a0",
    "\u200b", "\u202e", "a\u0308", "\u2028", "\x00", "\ud800", "😀", "mål:\n", "board: ", "# malkoll: undantag[MK1] x", "---\n", "9" * 40,
)  # fmt: skip
hits = st.lists(
    st.tuples(st.integers(0, len(SOUND)), st.integers(0, 40), st.sampled_from(SNIPPETS)),
    min_size=1,
    max_size=6,
)
SCHEMA = json.loads((ROOT / "schemas" / "report-v1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@settings(max_examples=150, deadline=None)
@given(hits, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_whatever_a_document_holds_places_lie_in_it_and_the_json_is_as_its_schema_says(
    made: list[tuple[int, int, str]], encoding: str
) -> None:
    text = SOUND
    for at, lost, instead in made:
        text = text[:at] + instead + text[at + lost :]
    data = text.encode(encoding, "replace" if encoding == "cp1252" else "surrogatepass")
    report = check(data)
    source = SourceFile("mål.yaml", data)
    end = source.position(len(source.text))
    for one in report.diagnostics:
        assert one.code != "MK999"
        for place in (one.location, *one.also):
            assert (1, 1) <= place.start <= place.end <= end, one.code
    written = json.loads(render(Report((report,), 0, DATE), Format.JSON, Options(language=Language.SV)))
    assert [error.message for error in VALIDATOR.iter_errors(written)] == []


@pytest.mark.parametrize("change", CHANGES)
def test_the_changes_above_are_seen(change: Any) -> None:
    """Else it would all hold whatever happened."""
    assert any(_found(change(SOUND, number)) for number in range(40))
