"""What a run has looked at on disk, so that it can be told later whether anything has changed.

Whatever opens a file, lists a folder or asks whether something is there says so here. Nothing is
noted unless somebody wants to know.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Protocol

from malkoll.record import Record

try:
    # the same as hashlib's, which loads all of OpenSSL
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - another Python
    from hashlib import blake2b


class Entry(Protocol):
    """An entry of a folder, as `os.scandir` gives it."""

    @property
    def name(self) -> str: ...
    def is_dir(self, *, follow_symlinks: bool = True) -> bool: ...
    def is_symlink(self) -> bool: ...


class Read(Record):
    """A file that was read: a digest of what was read, and the most bytes that were asked for."""

    digest: str
    most: int


class Looks:
    """What a run has looked at.

    Attributes:
        files: those that were read, by their whole path.
        folders: those that were listed, each with a digest of what is in it.
        absent: paths where nothing was.
        present: paths where something was that wasn't read.
        is_lost: whether something was looked at that can't be told again.

    """

    def __init__(self) -> None:
        self.files: dict[str, Read] = {}
        self.folders: dict[str, str] = {}
        self.absent: set[str] = set()
        self.present: set[str] = set()
        self.is_lost = False


_looks: Looks | None = None


def begin() -> Looks:
    """Note from now on what is looked at."""
    global _looks  # noqa: PLW0603 - there is one run in a process that is remembered
    _looks = Looks()
    return _looks


def end() -> None:
    global _looks  # noqa: PLW0603
    _looks = None


def lose() -> None:
    """Note that something was looked at which may differ without a trace."""
    if _looks is not None:
        _looks.is_lost = True


def at_file(path: str | os.PathLike[str], data: bytes, most: int) -> None:
    """Note that a file was read, at most so many bytes of it."""
    if _looks is not None:
        _looks.files[os.path.abspath(path)] = Read(digest(data), most)  # noqa: PTH100 - links stay as they are


def at_folder(path: str | os.PathLike[str], entries: Iterable[Entry]) -> None:
    """Note that a folder was listed; what a link in it leads to isn't known again."""
    if _looks is None:
        return
    listed = list(entries)
    _looks.folders[os.path.abspath(path)] = listing(listed)  # noqa: PTH100
    if any(entry.is_symlink() for entry in listed):
        _looks.is_lost = True


def whether(path: str | os.PathLike[str], *, is_there: bool) -> None:
    """Note that it was asked whether something is at a path."""
    if _looks is not None:
        (_looks.present if is_there else _looks.absent).add(os.path.abspath(path))  # noqa: PTH100


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def listing(entries: Iterable[Entry]) -> str:
    """Give a digest of the names in a folder, and which of them are folders or links."""
    names = sorted(
        f"{entry.name}{'/' if entry.is_dir(follow_symlinks=False) else '@' if entry.is_symlink() else ''}"
        for entry in entries
    )
    return digest("\0".join(names).encode("utf-8", "surrogatepass"))
