"""The rooms of the house: imports go one way, files stay short, no room for leftovers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import malkoll

SOURCE = Path(malkoll.__file__).parent
ORDER = (
    "record",
    "looked", "share", "language", "formats", "call_error", "source", "diagnostic", "syntax", "document", "steering", "swedish", "remembered", "rule", "rules",
    "manual", "selection", "file_report", "result", "holds", "suppress", "recognise", "fingerprint", "locate", "summary", "opened", "outline", "checked", "cache", "asking", "spill", "packed", "shelf", "together", "by_municipality", "gitignore", "discover", "saving",
    "config", "baseline", "engine", "jobs", "one_by_one", "settings", "model_check", "models", "siblings", "history", "run", "library", "fix", "repository", "report", "tables", "scaffold", "schema", "memo", "cli",
)  # fmt: skip
"""Each room may import from those before it and from itself."""
MODULES = sorted(SOURCE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("malkoll."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "malkoll":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("malkoll.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    room = _room(path)
    if room in {"__init__", "__main__"}:
        return
    allowed = {*ORDER[: ORDER.index(room) + 1], "__version__"}
    assert _imports(path) <= allowed


def test_there_is_no_room_for_leftovers() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "base", "common", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
