"""What lies where in a text is told right, however many stretches there are: fixes are kept apart by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malkoll.fix.edits import Stretches, written
from malkoll.source import Span
from malkoll.syntax.edited import Edited


@pytest.mark.parametrize(
    ("stretch", "asked", "meets", "lies_in", "holds"),
    [
        ((3, 6), (3, 6), True, True, True),
        ((3, 6), (4, 5), True, True, True),
        ((3, 6), (2, 7), True, True, False),
        ((3, 6), (5, 8), True, True, False),
        ((3, 6), (0, 4), True, True, False),
        # beside it
        ((3, 6), (6, 8), False, False, False),
        ((3, 6), (0, 3), False, False, False),
        ((3, 6), (7, 9), False, False, False),
        ((3, 6), (0, 2), False, False, False),
        # what is put in
        ((3, 3), (3, 6), True, False, False),
        ((3, 3), (0, 3), True, False, False),
        ((3, 3), (1, 5), True, True, False),
        ((3, 3), (4, 6), False, False, False),
        # where nothing stands
        ((3, 6), (3, 3), True, True, True),
        ((3, 6), (6, 6), True, True, True),
        ((3, 6), (5, 5), True, True, True),
        ((3, 6), (7, 7), False, False, False),
        ((3, 6), (2, 2), False, False, False),
        ((3, 3), (3, 3), True, True, True),
    ],
)
def test_a_stretch_is_told_to_meet_change_or_hold_another(
    stretch: tuple[int, int], asked: tuple[int, int], *, meets: bool, lies_in: bool, holds: bool
) -> None:
    stretches, span = Stretches([Span(*stretch)]), Span(*asked)
    assert (stretches.meet(span), stretches.lie_in(span), stretches.hold(span)) == (meets, lies_in, holds)


PLACES = st.lists(st.integers(0, 30), min_size=2, max_size=12, unique=True).map(sorted)


@given(places=PLACES, start=st.integers(0, 30), length=st.integers(0, 8), one_by_one=st.booleans())
def test_among_many_stretches_each_is_asked(
    places: list[int], start: int, length: int, *, one_by_one: bool
) -> None:
    spans = [Span(*pair) for pair in list(pairwise(places))[::2]]
    asked = Span(start, start + length)
    stretches = Stretches(() if one_by_one else reversed(spans))
    if one_by_one:
        stretches.add(reversed(spans))
    alone = [Stretches([span]) for span in spans]
    assert stretches.meet(asked) == any(one.meet(asked) for one in alone)
    assert stretches.lie_in(asked) == any(one.lie_in(asked) for one in alone)
    assert stretches.hold(asked) == any(one.hold(asked) for one in alone)


def test_what_a_fix_wrote_is_found_in_the_new_text_wherever_others_moved_it() -> None:
    edits = [(Span(0, 2), "abcd"), (Span(4, 4), "xy"), (Span(6, 9), "")]
    edited = Edited("0123456789", edits)
    assert edited.text == "abcd23xy459"
    for (span, instead), place in zip(edits, [(0, 4), (6, 8), (10, 10)], strict=True):
        found = written(edited, [span])
        assert edited.text[slice(*place)] == instead
        assert found.hold(Span(*place))
        assert not found.hold(Span(place[0], place[1] + 1))
        assert not found.hold(Span(place[0] - 1, place[1]))
    assert not written(edited, []).lie_in(Span(0, 11))
