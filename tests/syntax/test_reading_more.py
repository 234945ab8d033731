"""YAML is read as YAML 1.2 says, and whatever a file holds, every place lies inside it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checked import SOUND, changed, check
from reading import data_of, mended, read, spans_of, troubles

READS_AS: list[tuple[str, str]] = [
    ("a: 1\nb: två\n", '{"a": 1, "b": "två"}'),
    ("a: no\nb: on\nc: ja\nd: y\n", '{"a": "no", "b": "on", "c": "ja", "d": "y"}'),
    ("a: true\nb: ~\nc:\n", '{"a": true, "b": null, "c": null}'),
    ("a: 1.5\nb: 1e3\nc: .5\n", '{"a": 1.5, "b": 1000.0, "c": 0.5}'),
    ("a: 12:30:45\nb: 2026-01-01\nc: 1_000\n", '{"a": "12:30:45", "b": "2026-01-01", "c": "1_000"}'),
    ("- a\n- - b\n  - c\n-\n  d: e\n", '["a", ["b", "c"], {"d": "e"}]'),
    ("a:\n- b\n- c\n", '{"a": ["b", "c"]}'),
    ("{a: [b, {c: d}], e: f}\n", '{"a": ["b", {"c": "d"}], "e": "f"}'),
    ("a: |\n  rad ett\n  rad två\n\nb: x\n", '{"a": "rad ett\\nrad två\\n", "b": "x"}'),
    ("a: >-\n  ett\n  två\n\n  tre\n", '{"a": "ett två\\ntre"}'),
    ("a: |+\n  ett\n\n", '{"a": "ett\\n\\n"}'),
    ("a: ett\n  två\n  tre\n", '{"a": "ett två tre"}'),
    ('a: "ett\\n\\u00e5\\x41"\n', '{"a": "ett\\nåA"}'),
    ("a: 'det är ''så'''\n", '{"a": "det är \'så\'"}'),
    ('"a": b\n\'c\': "d"\n', '{"a": "b", "c": "d"}'),
    ("a: b # c\n# d\ne: f#g\n", '{"a": "b", "e": "f#g"}'),
    ("a: &x {b: 1}\nc: *x\n", '{"a": {"b": 1}, "c": {"b": 1}}'),
    ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", '{"a": {"b": 1, "c": 2}, "d": {"c": 3, "b": 1}}'),
    ("---\na: b\n...\n", '{"a": "b"}'),
    ("\ufeffa: b\n", '{"a": "b"}'),
    ("? a\n: b\n", '{"a": "b"}'),
    ("a: b\n\t\nc: d\n", '{"a": "b", "c": "d"}'),
    ("a:\tb\n", '{"a": "b"}'),
    ("a: http://exempel.se/x#y\nb: 12:30\n", '{"a": "http://exempel.se/x#y", "b": "12:30"}'),
    ("a: b: c\n", '{"a": "b: c"}'),
    ("a: {b: 3,5, c: 1}\n", '{"a": {"b": "3,5", "c": 1}}'),
]  # fmt: skip
"""What YAML 1.2 reads, and at the end what only an official would write, read as it is meant."""
MARKS = "abå é\n\r\t:-#,[]{}'\"|>&*!%@`?~.<0123456789\\\u00a0\u200b\u2028\u0301\ufeff\x00\x0c\x85😀"
anything = st.text(st.sampled_from(MARKS), max_size=60)
damage = st.lists(
    st.tuples(st.integers(0, len(SOUND)), st.integers(0, 4), st.text(st.sampled_from(MARKS), max_size=4)),
    min_size=1,
    max_size=3,
)


def damaged(hits: list[tuple[int, int, str]]) -> str:
    text = SOUND
    for at, drop, instead in hits:
        text = text[:at] + instead + text[at + drop :]
    return text


@pytest.mark.parametrize(("text", "expected"), READS_AS)
def test_yaml_is_read_as_it_is_meant(text: str, expected: str) -> None:
    _, parsed = read(text)
    assert data_of(parsed.root) == json.loads(expected)


@settings(max_examples=6000, deadline=None)
@given(anything)
def test_whatever_the_text_every_place_lies_inside_it(text: str) -> None:
    source, found = troubles(text)
    for trouble in found:
        for span in spans_of(trouble):
            assert 0 <= span.start <= span.end <= len(source.text), trouble


@settings(max_examples=6000, deadline=None)
@given(damage)
def test_a_damaged_document_is_read_or_told_of_at_places_inside_it(hits: list[tuple[int, int, str]]) -> None:
    source, found = troubles(damaged(hits))
    for trouble in found:
        for span in spans_of(trouble):
            assert 0 <= span.start <= span.end <= len(source.text), trouble


@settings(max_examples=6000, deadline=None)
@given(damage, st.sampled_from(["\r\n", "\r"]))
def test_findings_do_not_depend_on_the_kind_of_line_end(hits: list[tuple[int, int, str]], end: str) -> None:
    text = damaged(hits).replace("\r", "")
    unix, found = troubles(text)
    other, again = troubles(text.replace("\n", end))
    assert [(one.rule, one.variant, unix.position(one.span.start)) for one in found] == [
        (one.rule, one.variant, other.position(one.span.start)) for one in again
    ]


@settings(max_examples=6000, deadline=None)
@given(damage)
def test_reading_past_mistakes_gives_what_mending_them_gives(hits: list[tuple[int, int, str]]) -> None:
    source, parsed = read(damaged(hits))
    told = {one.variant for one in parsed.troubles}
    if not parsed.whole or told & {"unknown-alias", "cut"}:
        # what they mean can't be known, so they aren't read as the fix writes them
        return
    text, again = read(mended(source.text))
    assert not [one for one in again.troubles if one.rule == "yaml-syntax"], text.text
    assert data_of(again.root) == data_of(parsed.root)


@settings(max_examples=6000, deadline=None)
@given(damage)
def test_reading_twice_tells_the_same(hits: list[tuple[int, int, str]]) -> None:
    assert troubles(damaged(hits))[1] == troubles(damaged(hits))[1]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_sound_document_is_sound_with_every_kind_of_line_end(end: str) -> None:
    assert check(SOUND.replace("\n", end)).diagnostics == ()


def test_places_in_a_file_with_windows_line_ends_are_those_that_an_editor_shows() -> None:
    text = changed(("rådighet: egen", "rådighet: eget")).replace("\n", "\r\n")
    (found,) = check(text).diagnostics
    assert (found.location.start, found.location.end) == ((16, 15), (16, 19))


def test_only_the_first_of_two_documents_could_be_meant_so_none_is_checked() -> None:
    report = check(f"{SOUND}---\n{SOUND}")
    assert [one.code for one in report.diagnostics] == ["MK006"]


def test_a_last_line_of_dashes_loses_nothing() -> None:
    report = check(f"{SOUND}---\n")
    assert [one.code for one in report.diagnostics] == ["MK006"]
    assert len(report.goals) == 3


@pytest.mark.parametrize("text", ["", " \n\n", "# bara en kommentar\n", "---\n", "~\n", "null\n"])
def test_a_document_with_nothing_in_it_is_told_of(text: str) -> None:
    assert [one.code for one in check(text).diagnostics] == ["MK005"]
