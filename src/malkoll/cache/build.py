"""Tells one build of malkoll from another: a version alone doesn't say what was edited, or what it runs on."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from malkoll import __version__

_FORM = 1
"""To be raised when entries are kept in another way."""
_OF_OTHERS = ("site-packages", "dist-packages")


def build_told() -> str:
    """Name this build: our own files by size and time, the Python, and the folders of other packages.

    A folder of packages changes when one is put in, taken out or replaced.
    """
    others = [Path(folder) for folder in sys.path if folder.endswith(_OF_OTHERS)]
    packages = [(str(folder), folder.stat().st_mtime_ns) for folder in others if folder.is_dir()]
    known = [_FORM, __version__, sys.version, sys.byteorder, *_own_files(), *packages]
    return hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _own_files() -> list[tuple[str, int, int]]:
    found = []
    waiting = [str(Path(__file__).parent.parent)]
    while waiting:
        with os.scandir(waiting.pop()) as listed:
            for entry in listed:
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    stat = entry.stat()
                    found.append((entry.path, stat.st_size, stat.st_mtime_ns))
    return sorted(found)
