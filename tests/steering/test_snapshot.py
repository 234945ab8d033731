"""The built-in models' snapshots say what their YAML says."""

from __future__ import annotations

from importlib.resources import files

import pytest

from malkoll.steering.loaded import BUILT_IN, built_in, read_built_in
from malkoll.steering.snapshot import take, written


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_snapshot_is_that_of_the_yaml(name: str) -> None:
    stored = files("malkoll.steering").joinpath("builtin", f"{name}.json").read_text(encoding="utf-8")
    assert stored == written(read_built_in(name)), "run: python -m malkoll.steering.snapshot"


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_model_from_its_snapshot_equals_the_one_that_was_read(name: str) -> None:
    assert take(built_in(name).model) == take(read_built_in(name))
