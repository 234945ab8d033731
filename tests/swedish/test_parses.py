"""The analysis of 178 sentences of our own: main verb, what is joined, numbers, for whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from malkoll.swedish.analysis import analyse
from malkoll.swedish.audience import audience

DATA = Path(__file__).parents[1] / "data"
PARSES: list[dict[str, Any]] = [
    json.loads(line) for line in (DATA / "parses.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("expected", PARSES, ids=lambda expected: expected["text"][:40])
def test_a_sentence_is_read_as_expected(expected: dict[str, Any]) -> None:
    sentence = analyse(expected["text"])
    tokens = sentence.tokens
    found = {
        "text": expected["text"],
        "verb": " / ".join(tokens[main.verb].key if main.verb >= 0 else "-" for main in sentence.mains),
        "subject": " ".join(tokens[head.at].key for head in sentence.main.subject),
        "joins": [
            f"{one.kind}: {' + '.join(tokens[at].key for at in one.items)}" for one in sentence.coordinations
        ],
        "numbers": [
            f"{one.value:g} {one.role}{' ' + one.unit if one.unit else ''}" for one in sentence.numbers
        ],
        "audience": sorted({tokens[at].key for at in audience(sentence)}),
    }
    assert found == expected


def test_there_are_enough_of_them() -> None:
    assert len(PARSES) >= 150
