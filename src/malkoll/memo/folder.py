"""The user's folder for what can be made again at any time, and how much may lie in it."""

from __future__ import annotations

import contextlib
import os
import sys

VARIABLE = "MALKOLL_CACHE_DIR"
FILES = "files"
PARTS = ("calls", FILES)
"""The folders in it: whole calls, and single documents."""
MOST_BYTES = 128 * 2**20
"""What all entries may take together; the oldest go first."""


def cache_folder() -> str | None:
    """Give the folder; None where the user has none, or it is turned off by an empty variable."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return os.path.abspath(given) if given else None  # noqa: PTH100 - pathlib takes as long as the rest
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, "malkoll", "Cache") if local else None  # noqa: PTH118
    if sys.platform == "darwin":
        return _below_home("Library/Caches/malkoll")
    shared = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(shared, "malkoll") if os.path.isabs(shared) else _below_home(".cache/malkoll")  # noqa: PTH117, PTH118


def _below_home(name: str) -> str | None:
    home = os.environ.get("HOME", "")
    return os.path.join(home, name) if os.path.isabs(home) and os.path.isdir(home) else None  # noqa: PTH112, PTH117, PTH118


def prune(folder: str, most: int = MOST_BYTES) -> None:
    """Take away the oldest files of a folder until the rest has room; others may be doing the same."""
    with contextlib.suppress(OSError):
        with os.scandir(folder) as listed:
            found = [(entry.stat(), entry.path) for entry in listed if entry.is_file(follow_symlinks=False)]
        size = sum(stat.st_size for stat, _ in found)
        for stat, path in sorted(found, key=lambda one: one[0].st_mtime_ns):
            if size <= most:
                return
            size -= stat.st_size
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108
