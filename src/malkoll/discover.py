"""From what the caller names to the files to check: folders walked, links and devices kept out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from malkoll import looked
from malkoll.gitignore import Pattern, decide, read_ignore_file, repository_root
from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.tree import Trouble

STANDARD_INPUT = "-"
SUFFIXES = (".yaml", ".yml")


class Found(Record):
    """A file to check.

    Attributes:
        name: as it is shown: as given, with forward slashes, from the current folder when it lies in it.
        path: where it is; empty for standard input.
        folder: the whole path of the folder that it lies in.
        is_named: named by the caller, not found in a folder.
        refused: why it can't be read, when that is known already: a variant of unreadable-file.
        top: the whole path of the folder that the caller named, for a file found in it.

    """

    name: str
    path: str
    folder: str
    is_named: bool
    refused: str = ""
    top: str = ""


class Filter(Protocol):
    """What a configuration says of what lies in folders; paths are whole."""

    def takes(self, path: str) -> bool:
        """Tell whether a file is to be checked."""

    def enters(self, folder: str) -> bool:
        """Tell whether a folder is to be walked."""


class Everything:
    """Without a configuration: every YAML file of every folder."""

    def takes(self, path: str) -> bool:
        return path.lower().endswith(SUFFIXES)

    def enters(self, folder: str) -> bool:  # noqa: ARG002 - whichever it is
        return True


class _Rules(Record):
    """An ignore file's patterns; ``prefix`` is the folder that they count from, with a slash."""

    prefix: str
    patterns: tuple[Pattern, ...]


class _Folder(Record):
    """A folder to walk: how names in it are shown and where they are (both end in a slash), and what is ignored."""

    shown: str
    prefix: str
    rules: tuple[_Rules, ...]


class Discovery:
    """Finds the files of one run, each once.

    Attributes:
        left_out: links in folders that weren't followed: they lead out of the folder, or nowhere.

    """

    def __init__(self, filters: Filter | None = None) -> None:
        self._filters = filters or Everything()
        self._seen: dict[tuple[int, int], str] = {}
        self._walked: list[Path] = []
        self.left_out: list[str] = []

    def files(self, paths: Sequence[str], stdin_name: str | None = None) -> Iterator[Found]:
        """Give the files that the paths lead to, those of a folder in the order of their names."""
        for path in dict.fromkeys(paths):
            if path == STANDARD_INPUT:
                name = stdin_name or STANDARD_INPUT
                yield Found(shown_name(name), "", _folder_of(name), is_named=True)
            elif _is_folder(path):
                yield from self._walk(path)
            elif self._is_new(path):
                yield Found(shown_name(path), path, _folder_of(path), is_named=True)

    def beside(self, folder: str, filters: Filter) -> Iterator[Found]:
        """Give the files of a folder that weren't found yet; links and what can't be listed are passed over."""
        if any(Path(folder).is_relative_to(walked) for walked in self._walked):
            return
        others = Discovery(filters)
        others._seen = self._seen
        yield from others.files([folder])

    def _is_new(self, path: str) -> bool:
        """Tell whether a file hasn't been seen under another name; what can't be looked at is new."""
        try:
            found = Path(path).stat()
        except (OSError, ValueError):
            return True
        identity = (found.st_dev, found.st_ino)
        other = self._seen.get(identity)
        if other is None:
            self._seen[identity] = path
        elif Path(other).absolute() != Path(path).absolute():
            # two names of one file: they may part
            looked.lose()
        return other is None

    def _walk(self, top: str) -> Iterator[Found]:
        real = os.path.realpath(top)
        if real != str(Path(top).absolute()):
            looked.lose()
        self._walked.append(Path(real))
        shown = shown_name(top)
        waiting = [
            _Folder(
                "" if shown == "." else _with_slash(shown, "/"), _with_slash(real), _rules_above(Path(real))
            )
        ]
        while waiting:
            folder = waiting.pop()
            entries = _entries(folder.prefix)
            if entries is None:
                yield Found(
                    folder.shown or shown, folder.prefix, folder.prefix, is_named=False, refused="permission"
                )
                continue
            if any(entry.name == ".gitignore" for entry in entries):
                patterns = read_ignore_file(Path(folder.prefix, ".gitignore"))
                folder = folder._replace(rules=(*folder.rules, _Rules(folder.prefix, patterns)))
            below = []
            for entry in entries:
                path = folder.prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if self._enters(entry.name, path, folder.rules):
                        below.append(_Folder(f"{folder.shown}{entry.name}/", _with_slash(path), folder.rules))
                elif self._filters.takes(path) and not _ignored(folder.rules, path, is_folder=False):
                    yield from self._file(entry, folder, real)
            waiting += reversed(below)

    def _enters(self, name: str, path: str, rules: tuple[_Rules, ...]) -> bool:
        return name != ".git" and self._filters.enters(path) and not _ignored(rules, path, is_folder=True)

    def _file(self, entry: os.DirEntry[str], folder: _Folder, top: str) -> Iterator[Found]:
        path = folder.prefix + entry.name
        name = folder.shown + entry.name
        if entry.is_symlink():
            target = Path(os.path.realpath(path))
            if os.path.isdir(target):  # noqa: PTH112 - pathlib raises for names that are too long
                return
            if not target.is_relative_to(top) or not os.path.exists(target):  # noqa: PTH110 - as above
                self.left_out.append(name)
                return
        if self._is_new(path):
            yield Found(name, path, folder.prefix, is_named=False, top=top)


def _entries(folder: str) -> list[os.DirEntry[str]] | None:
    """Give what a folder holds, by name; None when it can't be listed."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
            looked.at_folder(folder, entries)
            return entries
    except OSError:
        looked.lose()
        return None


def _rules_above(top: Path) -> tuple[_Rules, ...]:
    """Give the ignore files that hold for a folder: those from the repository's root down to it.

    A folder that they ignore is walked all the same when the caller names it; they don't count then.
    """
    root = repository_root(top)
    if root is None:
        return ()
    above = [folder for folder in reversed(top.parents) if folder.is_relative_to(root)]
    files = [root / ".git" / "info" / "exclude", *(folder / ".gitignore" for folder in above)]
    rules = [
        _Rules(_with_slash(str(folder)), patterns)
        for folder, file in zip((root, *above), files, strict=True)
        if (patterns := read_ignore_file(file))
    ]
    if any(_ignored(rules, str(folder), is_folder=True) for folder in (*above, top) if folder != root):
        return ()
    return tuple(rules)


def _ignored(rules: Sequence[_Rules], path: str, *, is_folder: bool) -> bool:
    """Ask the nearest ignore file first."""
    for prefix, patterns in reversed(rules):
        if not path.startswith(prefix):
            continue
        decided = decide(patterns, path[len(prefix) :].replace(os.sep, "/"), is_folder=is_folder)
        if decided is not None:
            return decided
    return False


def _with_slash(folder: str, slash: str = os.sep) -> str:
    return folder if folder.endswith(slash) else folder + slash


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _folder_of(path: str) -> str:
    return str(Path(path).absolute().parent)


def shown_name(path: str) -> str:
    """Write a file's name as reports have it."""
    given = Path(path)
    if given.is_absolute():
        try:
            given = given.relative_to(Path.cwd())
        except (OSError, ValueError):
            return given.as_posix()
    return given.as_posix()


def read(found: Found, most: int) -> tuple[bytes | None, Trouble | None]:
    """Read a file, at most one byte more than it may have: whoever gets it says when that is too large.

    Returns:
        its bytes, or why it can't be read.

    """
    data, variant = None, found.refused
    try:
        if not variant:
            data, variant = _read(found.path, most) if found.path else (sys.stdin.buffer.read(most + 1), "")
    except FileNotFoundError:
        variant = "missing"
    except PermissionError:
        variant = "permission"
    except (OSError, ValueError, AttributeError):  # a closed standard input is None
        variant = "unreadable"
    if data is None or not found.path:
        looked.lose()
    else:
        looked.at_file(found.path, data, most)
    return data, _trouble(variant) if variant else None


def _read(path: str, most: int) -> tuple[bytes | None, str]:
    """Look before opening, for a pipe would never end, and again at what was opened."""
    if variant := _unreadable(Path(path).stat().st_mode):
        return None, variant
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - it is open already
        if variant := _unreadable(os.fstat(handle).st_mode):
            return None, variant
        return file.read(most + 1), ""


def _unreadable(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    return "directory" if stat.S_ISDIR(mode) else "not-regular"


def _trouble(variant: str) -> Trouble:
    return Trouble("unreadable-file", variant, Span(0, 0), fatal=True)
