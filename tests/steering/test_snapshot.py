"""The built-in models' snapshots say what their YAML says."""

from __future__ import annotations

import pytest

from malkoll.steering.loaded import (
    BUILT_IN,
    STRATEGIES,
    built_in,
    built_in_strategy,
    read_built_in,
    read_built_in_strategy,
)
from malkoll.steering.snapshot import FOLDER, snapshots, take


def test_the_snapshots_are_those_of_the_yaml() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert kept == snapshots(), "run: python -m malkoll.steering.snapshot"


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_model_from_its_snapshot_equals_the_one_that_was_read(name: str) -> None:
    assert take(built_in(name).model) == take(read_built_in(name))


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_strategy_from_its_snapshot_equals_the_one_that_was_read(name: str) -> None:
    assert take(built_in_strategy(name)) == take(read_built_in_strategy(name))
