"""Compiles the sources when they are installed to be edited (``uv sync``, ``pip install -e``).

Other installs compile what they copy. Sources that are used where they lie would be compiled at
every start where the environment keeps Python from writing bytecode, as many containers do.
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileSources(BuildHookInterface):  # type: ignore[type-arg]
    """Runs in each build, and has something to do in editable ones alone."""

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        if version == "editable":
            compileall.compile_dir(Path(self.root) / "src", quiet=2)
