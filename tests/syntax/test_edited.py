"""What is read from a mended text is shown where it stands in the file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malkoll.source import Span
from malkoll.syntax.edited import Edited
from malkoll.syntax.tree import scalars
from reading import read

TEXT = "abcdefghijklmnopqrstuvwxyz"
EDITS = st.lists(
    st.tuples(st.integers(0, 26), st.text("0123456789", max_size=4)),
    min_size=2,
    max_size=10,
    unique_by=lambda e: e[0],
).map(sorted)


def edited(places: list[tuple[int, str]]) -> Edited:
    """Write digits over every second stretch between some places; the letters are those of the file."""
    return Edited(TEXT, [(Span(one[0], other[0]), one[1]) for one, other in list(pairwise(places))[::2]])


@given(places=EDITS)
def test_each_letter_that_stayed_is_found_where_it_was(places: list[tuple[int, str]]) -> None:
    result = edited(places)
    for offset, letter in enumerate(result.text):
        if letter.isalpha():
            assert TEXT[result.start(offset)] == letter
            assert TEXT[result.end(offset + 1) - 1] == letter
            assert result.span(Span(offset, offset + 1)) == Span(TEXT.index(letter), TEXT.index(letter) + 1)


@given(places=EDITS)
def test_what_was_written_is_found_at_what_it_was_written_over(places: list[tuple[int, str]]) -> None:
    result = edited(places)
    for (span, instead), at in zip(result.edits, _written(result), strict=True):
        assert result.text[at : at + len(instead)] == instead
        if instead:
            found = result.span(Span(at, at + len(instead)))
            assert (found.start, found.end) == span
        for inner in range(1, len(instead)):
            assert span.start <= result.start(at + inner) <= span.end
            assert result.start(at + inner) == min(span.start + inner, span.end)
            assert result.end(at + inner) == min(span.start + inner, span.end)


@given(places=EDITS)
def test_places_keep_their_order_and_lie_in_the_file(places: list[tuple[int, str]]) -> None:
    result = edited(places)
    starts = [result.start(offset) for offset in range(len(result.text) + 1)]
    ends = [result.end(offset) for offset in range(len(result.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= place <= len(TEXT) for place in (*starts, *ends))
    for offset in range(len(result.text) + 1):
        nothing = result.span(Span(offset, offset))
        assert nothing.start == nothing.end == result.end(offset)


def _written(result: Edited) -> list[int]:
    found, moved = [], 0
    for span, instead in result.edits:
        found.append(span.start + moved)
        moved += len(instead) - (span.end - span.start)
    return found


def test_a_text_without_edits_is_the_file() -> None:
    same = Edited(TEXT)
    assert same.text is TEXT
    assert (same.start(5), same.end(5), same.span(Span(3, 7))) == (5, 5, Span(3, 7))


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        # beside each other, in the file's order or the other
        ([(Span(0, 1), "1")], [(Span(3, 4), "2")], "1bc2efghijklmnopqrstuvwxyz"),
        ([(Span(5, 6), "1")], [(Span(3, 4), "2")], "abc2e1ghijklmnopqrstuvwxyz"),
        # at what was put in before it, which moved it
        ([(Span(2, 2), "123")], [(Span(6, 7), "9")], "ab123c9efghijklmnopqrstuvwxyz"),
        # over a single character that was written anew
        ([(Span(2, 3), "1")], [(Span(1, 4), "9")], "a9efghijklmnopqrstuvwxyz"),
        # half over it: that can't be
        ([(Span(2, 6), "1234")], [(Span(1, 4), "9")], None),
    ],
)
def test_a_mended_text_is_mended_again_in_the_places_of_the_file(
    first: list[tuple[Span, str]], then: list[tuple[Span, str]], text: str | None
) -> None:
    again = Edited(TEXT, first).mended(tuple(then))
    assert (None if again is None else again.text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a:ett\nb: &d {c: tre}\nd: *d\ne: [*d, fem]\n",
        "a:ett\nb: &d [tre, fyra]\nd: *d\n",
        'a: "ett "två" tre"\nb: &d [fyra]\nd: *d\n',
        "a: @ett\nb: [två, {c: tre}]\n",
    ],
)
def test_after_a_slip_everything_is_shown_where_it_stands(text: str) -> None:
    source, parsed = read(text)
    assert parsed.troubles
    for node in scalars(parsed.root):
        shown = source.text[node.start : node.end]
        assert node.text in {shown, shown.strip("\"'").replace("''", "'")}
