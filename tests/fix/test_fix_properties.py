"""What --fix never does, whatever is wrong with a document."""

from __future__ import annotations

from damage import ENCODINGS, SLIPS, damaged
from held import hold
from hypothesis import given, settings
from hypothesis import strategies as st
from mended import alone, mended

from checked import SOUND

SLIPS_MADE = st.lists(
    st.tuples(st.sampled_from(sorted(SLIPS)), st.integers(0, 10_000)), min_size=1, max_size=6
)


@settings(max_examples=200, deadline=None)
@given(SLIPS_MADE, st.sampled_from(ENCODINGS))
def test_a_safe_fix_changes_what_it_is_about_and_nothing_else(
    slips: list[tuple[str, int]], encoding: str
) -> None:
    hold(damaged(SOUND, slips, encoding), mended, alone)
