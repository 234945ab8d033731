"""Data that come with malkoll, as plain lists, dictionaries and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Scalar


def read_data(name: str) -> Any:
    """Read a YAML file of the folder ``builtin``; every number in it is text: ``8.10`` isn't ``8.1``."""
    data = Path(__file__).with_name("builtin").joinpath(name).read_bytes()
    root = parse(SourceFile(name, data)).root
    return _plain(root) if root is not None else None


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items]
