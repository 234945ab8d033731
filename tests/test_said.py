"""What is said of a mistake, where and with which fix, is what was read and found good."""

from __future__ import annotations

import pytest

from malkoll.rule import Rule
from runs import Together
from said import said, stored, subjects

KEPT = stored()
SUBJECTS = dict(subjects())


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_mistake_is_told_of_as_it_was_read_and_found_good(name: str) -> None:
    subject: Rule | Together | str = SUBJECTS[name]
    assert said(subject) == KEPT[name], "read what changes, then run: python tests/said.py"


def test_nothing_is_kept_that_nothing_is_said_of() -> None:
    assert list(KEPT) == list(SUBJECTS)
