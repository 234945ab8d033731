"""An indicator means the same from year to year when its unit and source do, however they are written."""

from __future__ import annotations

import pytest

from malkoll.rules.across.definitions import is_one_source, is_one_unit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("dagar", "dagar", True),
        ("dagar", "Dagar.", True),
        ("dagar", "dag", True),
        ("procent", "%", True),
        ("antal", "st", True),
        ("antal (st)", "antal", True),
        ("st per år", "antal per år", True),
        ("tkr", "tusen kronor", True),
        # one may say more than the other
        ("kronor per invånare", "kr", True),
        ("kr", "kronor per invånare", True),
        (None, "dagar", True),
        ("dagar", "", True),
        ("dagar", "veckor", False),
        ("kr", "tkr", False),
        ("kronor per invånare", "kronor per brukare", False),
        ("procent", "antal", False),
    ],
)
def test_a_unit_is_the_same_in_several_spellings(one: str | None, other: str | None, *, same: bool) -> None:
    assert is_one_unit(one, other) is same
    assert is_one_unit(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kolada", "kolada", True),
        ("Kolada", "Kolada, U23401", True),
        ("brukarundersökningen 2024", "brukarundersökningen 2025", True),
        ("brukarundersökning", "Brukarundersökningen", True),
        ("elev", "elever", True),
        ("SCB, elever", "elever", True),
        (None, "Kolada", True),
        ("Kolada", "", True),
        ("Kolada", "egen mätning", False),
        # so short a beginning may be that of another word
        ("SKR", "SKRF", False),
        ("egen mätning", "egen undersökning", False),
    ],
)
def test_a_source_is_the_same_whatever_year_and_ending(
    one: str | None, other: str | None, *, same: bool
) -> None:
    assert is_one_source(one, other) is same
    assert is_one_source(other, one) is same
