"""A fix changes what it is about: every other value, and every comment, is there afterwards."""

from __future__ import annotations

import pytest

from checked import changed, check
from malkoll.fix.compare import Version, difference
from malkoll.fix.edits import Proposal, applied
from malkoll.language import Language
from malkoll.source import SourceFile, Span
from malkoll.syntax.parse import parse

MEANING = "något annat i dokumentet skulle ha fått en ny betydelse"
COMMENT = "en kommentar skulle ha gått förlorad"
WRITING = ("MK003", "yaml-syntax")
"""A rule about how a file is written: no value is another afterwards."""
VALUE = ("MK202", "unknown-focus-area")
"""A rule about values."""
EXCEPTION = ("MK901", "unused-suppression")
"""A rule about comments."""


def version(text: str) -> Version:
    parsed = parse(SourceFile("a.yaml", text.encode()))
    assert parsed.root is not None
    return Version(text, parsed.root)


def lost(text: str, rule: tuple[str, str], *changes: tuple[str, str]) -> str | None:
    """Make a change as the fix of a rule; tell what it takes with it."""
    (real,) = check(changed(("nämnd:", "namnd:"))).diagnostics
    code, name = rule
    edits = []
    for old, new in changes:
        start = text.index(old)
        edits.append((Span(start, start + len(old)), new))
    made = [Proposal(real._replace(code=code, name=name), tuple(edits))]
    edited = applied(text, made)
    reason = difference(version(text), version(edited.text), edited, made)
    return None if reason is None else reason.render(Language.SV)


SHARED = "först: ett\ndelad: &d {b: 1}\nigen: *d\n"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: ett\n", ("ett", "två")),
        ("a: ett\n", ("a:", "b:")),
        ("a: [ett, två]\n", (", två", "")),
        ("a: [ett, två]\n", ("två", "två, tre")),
        ("a: [ett]\n", ("[ett]", "{ett: 1}")),
        ("a: [ett]\n", ("[ett]", "ett")),
        ("a: {b: 1, c: 2}\n", (", c: 2", "")),
        ("a: {b: 1}\n", ("b: 1", "b: 1, c: 2")),
        ("a: {b: 1}\n", ("b: 1", "c: 1")),
        ("a:\n  b:\n    - c: ett\n", ("ett", "två")),
        ("a: |\n  ett\n", ("ett", "två")),
        # a part that stands in several places doesn't hide the rest
        (SHARED, ("ett", "två")),
        (SHARED, ("b: 1", "b: 2")),
        ("delad: &d {b: 1}\nigen: *d\nsist: ett\n", ("ett", "två")),
    ],
)
def test_a_fix_of_how_a_file_is_written_changes_no_value(text: str, change: tuple[str, str]) -> None:
    assert lost(text, WRITING, change) == MEANING


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a: ett\nb: två\n", [("ett", "'ett'")]),
        ("a:   ett\nb: två\n", [("   ett", " ett")]),
        ("a: [ett, två]\n", [("[ett, två]", "\n  - ett\n  - två")]),
        ("a: {b: 1}\n", [("{b: 1}", "\n  b: 1")]),
        (SHARED, [("ett", '"ett"')]),
    ],
)
def test_the_same_values_may_be_written_in_another_way(text: str, changes: list[tuple[str, str]]) -> None:
    assert lost(text, WRITING, *changes) is None


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a: ett\nb: två\n", [("ett", "tre")]),
        ("a: ett\nb: två\n", [("a", "c")]),
        ("a: ett\nb: två\n", [("ett", "tre"), ("två", "fyra")]),
        ("z: 1\na: {b: &d ett, c: *d}\n", [("ett", "två")]),
        ("a: ett\nb: två\n", [("", "id: x-1\n")]),
        ("mål:\n  - \n    a: ett\n", [("", "id: x-1\n")]),
    ],
)
def test_a_fix_of_a_value_changes_that_value_or_puts_in_a_key(
    text: str, changes: list[tuple[str, str]]
) -> None:
    assert lost(text, VALUE, *changes) is None


def test_a_key_that_comes_with_a_value_is_told_of() -> None:
    assert lost("a: ett\nb: två\n", VALUE, ("ett", "ett\nc: tre")) == MEANING


def test_quoting_a_text_that_a_number_sign_cut_gives_the_text_back() -> None:
    change = ("ett #två", '"ett #två"')
    assert lost("a: ett #två\n", ("MK009", "text-cut-by-comment"), change) is None
    assert lost("a: ett #två\n", WRITING, change) == MEANING


def test_a_fix_of_a_value_never_empties_it() -> None:
    assert lost("a: ett\nb: två\n", VALUE, ("ett", "")) == MEANING
    assert lost("a: ett\nb: två\n", VALUE, ("ett", "~")) == MEANING


def test_a_fix_of_a_value_changes_no_other_value() -> None:
    assert lost("a: 'ett\nb: två'\nc: tre\n", VALUE, ("'ett", "ett"), ("två'", "två")) == MEANING


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: ett  # se § 4\n", ("  # se § 4", "")),
        ("a: ett  # se § 4\n", ("# se § 4", "# se")),
        ("a: ett  # se § 4\n", ("# se § 4", "# se § 5")),
        ("# först\na: ett\n", ("# först\n", "")),
        ("a: ett\n# sist", ("# sist", "")),
        ("a: |  # se § 4\n  text\n", ("  # se § 4", "")),
        ("a: >-  # se § 4\n  text\n", ("  # se § 4", "")),
        ("a: ett # e\nb: två # t\n", ("ett # e\nb: två # t", "ett # t\nb: två # e")),
        ("a: ett # e\nb: två # t\n", (" # e", "")),
        ("a: ett # e\r\nb: två # t\r\n", (" # t", "")),
        ("a: [ett, # e\n  två]\n", (" # e", "")),
        ("a: ett # se\u00a0§ 4\n", ("§ 4", "§ 5")),
    ],
)
def test_no_fix_of_a_value_or_of_the_writing_takes_a_comment_with_it(
    text: str, change: tuple[str, str]
) -> None:
    assert lost(text, WRITING, change) == COMMENT
    assert lost(text, VALUE, change) == COMMENT


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: ett  # se § 4\n", ("  # se", " #  se")),
        ("a: ett  # se år\u200bet\n", ("\u200b", "")),
        ("a: ett  # se\u00a0året\n", ("\u00a0", " ")),
        ("a: ett  # se a\u030aret\n", ("a\u030a", "å")),
    ],
)
def test_what_nobody_sees_in_a_comment_may_go(text: str, change: tuple[str, str]) -> None:
    assert lost(text, WRITING, change) is None


def test_an_exception_that_a_fix_is_about_may_go_and_no_other_comment_with_it() -> None:
    text = "a: ett  # malkoll: undantag[MK202] skäl\nb: två  # se § 4\n"
    assert lost(text, EXCEPTION, ("  # malkoll: undantag[MK202] skäl", "")) is None
    assert (
        lost(text, EXCEPTION, ("# malkoll: undantag[MK202] skäl", "# malkoll: undantag[MK203] skäl")) is None
    )
    assert lost(text, EXCEPTION, ("ett", "två")) == MEANING


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ('a: "nr #4"\n', ("#4", "5")),
        ('a: "se # 4"\n', (" # 4", "")),
        ("a: 'se # 4'\n", (" # 4", "")),
        ("a: se#4\n", ("#4", "")),
        ("a: |\n  text # fyra\n", (" # fyra", "")),
        ("a: >\n  text # fyra\n", (" # fyra", "")),
        # the same where a part stands in several places
        ('a: "se # 4"\ndelad: &d {b: 1}\nigen: *d\n', (" # 4", "")),
        ('delad: &d {b: 1}\nigen: *d\na: "se # 4"\n', (" # 4", "")),
        ('delad: &d [1]\nigen: *d\na: ["se # 4"]\n', (" # 4", "")),
    ],
)
def test_a_number_sign_in_a_text_is_no_comment(text: str, change: tuple[str, str]) -> None:
    assert lost(text, VALUE, change) is None
