"""Whole calls of ``malkoll check``: what one wrote is kept, and written again when nothing has changed.

A call is the same when its words, the folder, the date, the program and what it knows of its
surroundings are. Nothing has changed when each folder that it listed holds the same names, each file
that it read the same bytes, and nothing stands where nothing stood. A file's size and times stand for
its bytes, as git has it, unless they are so young that a change might not show.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from malkoll import __version__, looked
from malkoll.memo.folder import cache_folder, prune

Write = Callable[[bytes, bool], None]
_REMEMBERED = frozenset(
    {
        "--isolated", "--format", "--lang", "--select", "--extend-select", "--ignore", "--fail-on", "--model",
        "--date", "--config", "--only-goal-documents", "--statistics", "--color", "--quiet", "-q", "--verbose",
        "-v", "--baseline", "--jobs",
    }
)  # fmt: skip
"""Options of calls that do nothing but read and write to the screen."""
_ENVIRONMENT = (
    "MALKOLL_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "CI",
    "TF_BUILD", "TEAMCITY_VERSION", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITLAB_CI", "MALKOLL_DEBUG", "HOME", "TZ",
)  # fmt: skip
"""Variables that a report may depend on."""
_FINISHED = frozenset({0, 1, 3})
"""Exit codes of calls that came to their end."""
_YOUNG = 3 * 10**9
"""Nanoseconds within which a file may change and keep its time."""
_MOST_OUTPUT = 32 * 2**20
_FORM = b"malkoll 1\n"


def remembers(words: Sequence[str]) -> bool:
    """Tell whether a call is of a kind that is remembered."""
    if list(words[:1]) != ["check"] or os.environ.get("GITHUB_ACTIONS"):
        return False
    if any(_raw(stream) is None for stream in _streams()):
        return False
    options = [word.partition("=")[0] for word in words[1:] if word.startswith("-")]
    return all(option in _REMEMBERED for option in options)


def run(words: Sequence[str], call: Callable[[], int], write: Write) -> int:
    """Write what the call wrote before, or make it, and keep what it writes.

    Args:
        words: those of the call.
        call: makes it, and gives its exit code.
        write: writes bytes to standard output (True), or to standard error.

    """
    folder = cache_folder()
    if folder is None:
        return call()
    folder = os.path.join(folder, "calls")  # noqa: PTH118 - pathlib takes as long as the rest
    file = os.path.join(folder, _key(words))  # noqa: PTH118
    kept = _read(file)
    if kept is not None and _holds(kept[0]):
        _write_again(kept[1], write)
        status: int = kept[0]["status"]
        return status
    return _make(call, folder, file)


def _streams() -> tuple[Any, Any]:
    return sys.stdout, sys.stderr


def _raw(stream: Any) -> io.RawIOBase | None:
    """Give what a stream writes to in the end, with a buffer between or without."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    return raw if isinstance(raw, io.RawIOBase) else None


def _key(words: Sequence[str]) -> str:
    streams = [[stream.encoding, stream.errors, stream.isatty(), _columns(stream)] for stream in _streams()]
    known = [
        __version__, sys.version, _program(), list(words), os.getcwd(), time.strftime("%Y-%m-%d"), streams,  # noqa: PTH109
        [os.environ.get(name) for name in _ENVIRONMENT],
    ]  # fmt: skip
    return looked.digest(json.dumps(known).encode("utf-8", "surrogatepass"))


def _columns(stream: Any) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return 0


def _program() -> list[list[Any]]:
    """Give the size and time of each of our own files: a version alone doesn't tell what was edited."""
    found = []
    waiting = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]  # noqa: PTH100, PTH120
    while waiting:
        with os.scandir(waiting.pop()) as listed:
            for entry in listed:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    stat = entry.stat()
                    found.append([entry.path, stat.st_size, stat.st_mtime_ns])
    return sorted(found)


def _read(file: str) -> tuple[dict[str, Any], bytes] | None:
    """Read what is kept: what was looked at, and what was written. What is damaged is as good as not there."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            data = opened.read(_MOST_OUTPUT * 2)
        form, sum_line, rest = data[: len(_FORM)], data[len(_FORM) : len(_FORM) + 9], data[len(_FORM) + 9 :]
        if form != _FORM or sum_line != b"%08x\n" % zlib.crc32(rest):
            return None
        head, _, written = rest.partition(b"\n")
        known = json.loads(head)
    except (OSError, ValueError):
        return None
    return known, written


def _holds(known: dict[str, Any]) -> bool:
    """Tell whether all that the call looked at is as it was."""
    try:
        for path, listing in known["folders"].items():
            with os.scandir(path) as listed:
                if looked.listing(listed) != listing:
                    return False
        if any(os.path.lexists(path) for path in known["absent"]):
            return False
        if not all(os.path.lexists(path) for path in known["present"]):
            return False
        return all(_is_same(path, *one) for path, one in known["files"].items())
    except (OSError, ValueError):
        return False


def _is_same(path: str, digest: str, most: int, times: list[int]) -> bool:
    """Tell whether a file is as it was: by its size, times and number, else by what stands in it."""
    if times and _times(path) == times:
        return True
    with open(path, "rb") as opened:  # noqa: PTH123
        return looked.digest(opened.read(most + 1)) == digest


def _write_again(written: bytes, write: Write) -> None:
    """Write to each stream what it got, in the order that it came."""
    place = 0
    while place < len(written):
        head, _, _ = written[place : place + 30].partition(b"\n")
        number, length = head.split(b" ")
        place += len(head) + 1
        write(written[place : place + int(length)], number == b"1")
        place += int(length)


def _make(call: Callable[[], int], folder: str, file: str) -> int:
    began = time.time_ns()
    looks = looked.begin()
    written: list[tuple[bool, bytes]] = []
    with _Copied("stdout", written, is_output=True), _Copied("stderr", written, is_output=False):
        try:
            status = call()
        finally:
            looked.end()
    if status in _FINISHED and not looks.is_lost:
        with contextlib.suppress(OSError, ValueError):
            _keep(looks, status, written, began, folder, file)
    return status


class _Copied:
    """While it is open, what is written to a standard stream is copied too."""

    def __init__(self, name: str, copies: list[tuple[bool, bytes]], *, is_output: bool) -> None:
        self._name = name
        self._copies = copies
        self._is_output = is_output

    def __enter__(self) -> None:
        self._real = real = getattr(sys, self._name)
        real.flush()
        raw = _raw(real)
        if raw is None:
            raise TypeError(real)
        copied = _CopiedRaw(raw, self._copies, is_output=self._is_output)
        setattr(
            sys,
            self._name,
            io.TextIOWrapper(
                io.BufferedWriter(copied),
                encoding=real.encoding,
                errors=real.errors,
                newline=None,
                line_buffering=real.line_buffering,
                write_through=real.write_through,
            ),
        )

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError, ValueError):
            getattr(sys, self._name).flush()
        # the copy must not close the real one when it is cleared away
        with contextlib.suppress(OSError, ValueError):
            getattr(sys, self._name).detach().detach()
        setattr(sys, self._name, self._real)


class _CopiedRaw(io.RawIOBase):
    def __init__(self, raw: io.RawIOBase, copies: list[tuple[bool, bytes]], *, is_output: bool) -> None:
        super().__init__()
        self._raw = raw
        self._copies = copies
        self._is_output = is_output

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: Any) -> int | None:
        count = self._raw.write(data)
        if count:
            self._copies.append((self._is_output, bytes(data[:count])))
        return count


def _keep(
    looks: looked.Looks, status: int, written: list[tuple[bool, bytes]], began: int, folder: str, file: str
) -> None:
    if sum(len(data) for _, data in written) > _MOST_OUTPUT:
        return
    known = {
        "status": status,
        "folders": looks.folders,
        "absent": sorted(looks.absent),
        "present": sorted(looks.present),
        "files": {path: [*read, _settled_times(path, began)] for path, read in looks.files.items()},
    }
    pieces = [json.dumps(known).encode(), b"\n"]
    for is_output, data in written:
        pieces += (b"%d %d\n" % (is_output or 2, len(data)), data)
    checksum = 0
    for piece in pieces:
        # piece by piece: a report may be large, and is in memory already
        checksum = zlib.crc32(piece, checksum)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    beside = f"{file}.{os.getpid()}.tmp"
    try:
        with open(beside, "xb") as opened:  # noqa: PTH123
            opened.writelines((_FORM, b"%08x\n" % checksum, *pieces))
        os.replace(beside, file)  # noqa: PTH105
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
    prune(folder)


def _times(path: str) -> list[int]:
    stat = os.stat(path)  # noqa: PTH116
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _settled_times(path: str, began: int) -> list[int]:
    """Give a file's size, times and number; nothing where they may not show a change, or can be set back."""
    times = _times(path)
    is_young = max(times[1:3]) > began - _YOUNG
    return [] if is_young or os.name == "nt" else times
