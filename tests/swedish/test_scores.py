"""The detectors on labelled sentences: the floor of the development set, and of our own."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from malkoll.swedish.analysis import analyse

ROOT = Path(__file__).parents[2]
FLOOR = {
    "unclear": (0.92, 0.85),
    "activity": (0.88, 0.85),
    "internal": (0.90, 0.75),
    "compound": (0.88, 0.85),
    "outside_control": (0.80, 0.70),
    "no_audience": (0.85, 0.80),
}
"""Precision and recall that must hold on the development set, and not 0.08 below on any other."""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = ROOT / "benchmarks" / "score_sentences.py"
    spec = importlib.util.spec_from_file_location("score_sentences", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_sentences"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("label", FLOOR)
@pytest.mark.parametrize(
    "name",
    [
        "dev",
        "own_1",
        "own_2",
        "own_3",
        "own_4",
        "own_5",
        "own_6",
        "own_7",
        "own_8",
        "own_9",
        "own_10",
        "own_11",
        "own_12",
        "own_13",
        "own_14",
        "own_15",
        "own_16",
        "own_17",
        "own_18",
        "own_19",
    ],
)
def test_precision_and_recall_hold(name: str, label: str, scorer: ModuleType) -> None:
    text = (ROOT / "tests" / "data" / f"goals_{name}.jsonl").read_text(encoding="utf-8")
    goals: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    said = [bool(scorer.DETECTORS[label](analyse(goal["text"]))) for goal in goals]
    so = [scorer.truth(goal["labels"])[label] for goal in goals]
    right = sum(a and b for a, b in zip(said, so, strict=True))
    margin = 0.0 if name == "dev" else 0.08
    least_precision, least_recall = FLOOR[label]
    assert right / sum(said) >= least_precision - margin
    assert right / sum(so) >= least_recall - margin
