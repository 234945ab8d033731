"""Data that come with malkoll, as plain lists, dictionaries and texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Scalar

LISTS = ("agenda2030", "levels")
_FOLDER = Path(__file__).parent / "builtin"


def read_data(name: str) -> Any:
    """Give what stands in a YAML file of the folder ``builtin``, from its snapshot."""
    return json.loads(_FOLDER.joinpath(f"{name}.json").read_bytes())


def read_yaml(name: str) -> Any:
    """Read the YAML file itself; every number in it is text: ``8.10`` isn't ``8.1``."""
    root = parse(SourceFile(f"{name}.yaml", _FOLDER.joinpath(f"{name}.yaml").read_bytes())).root
    return _plain(root) if root is not None else None


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items]
