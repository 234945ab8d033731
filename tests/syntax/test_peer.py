"""What is read is what another reader of YAML 1.2 reads: ruamel.yaml, on every example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Scalar

EXAMPLES = Path(__file__).parents[2] / "examples"
UNREADABLE = {"fel-kolon.yaml", "fel-tabb.yaml", "faulty-colon.yaml", "fel-dubbletter.yaml"}
"""Those that teach what can't be read as YAML, or what YAML doesn't allow."""
NAMES = sorted(
    str(path.relative_to(EXAMPLES)) for path in EXAMPLES.rglob("*.yaml") if path.name not in UNREADABLE
)


def _texts(node: Node | None) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _texts(value) for key, value in node.entries}
    return [_texts(item) for item in node.items] if node else None


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_as_its_peer_reads_it(name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    peer = YAML(typ="base", pure=True)
    assert _texts(parse(SourceFile(name, data)).root) == peer.load(data)
