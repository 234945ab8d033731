"""Writes files whole or not at all: whoever looks sees the old text or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from malkoll.call_error import CallError
from malkoll.discover import shown_name
from malkoll.language import Text

NO_FOLDER = Text(
    "{file} kan inte skrivas: mappen {folder} finns inte.",
    "{file} can't be written: there is no folder {folder}.",
)
IS_FOLDER = Text("{file} kan inte skrivas: det är en mapp.", "{file} can't be written: it is a folder.")
READ_ONLY = Text(
    "{file} kan inte skrivas: filen är skrivskyddad.", "{file} can't be written: the file is read-only."
)
NOT_ALLOWED = Text(
    "{file} kan inte skrivas: du har inte rätt att skriva där.",
    "{file} can't be written: you aren't allowed to write there.",
)
DISK_FULL = Text(
    "{file} kan inte skrivas: disken är full. Det som stod där är kvar.",
    "{file} can't be written: the disk is full. What stood there is still there.",
)
FAILED = Text(
    "{file} kan inte skrivas. Det som stod där är kvar.",
    "{file} can't be written. What stood there is still there.",
)
EXISTS = Text(
    "{file} finns redan och skrivs inte över. Välj ett annat namn, eller lägg till --force.",
    "{file} exists already and is not overwritten. Choose another name, or add --force.",
)


def save(path: str | os.PathLike[str], data: bytes, *, new: bool = False) -> None:
    """Write a file's bytes: beside it first, then in its place in one step.

    Its rights are kept; a link is followed, and what is no file, as ``/dev/stdout``, is written to.

    Args:
        path: the file; its folder must exist.
        data: the whole of its bytes.
        new: the file may not exist yet.

    Raises:
        CallError: when it can't be written, in words; nothing is changed then.

    """
    name = shown_name(os.fspath(path))
    try:
        _save(Path(os.path.realpath(path)), data, name, new=new)
    except FileExistsError as error:
        raise CallError(EXISTS(file=name)) from error
    except PermissionError as error:
        raise CallError(NOT_ALLOWED(file=name)) from error
    except (OSError, ValueError) as error:
        is_full = getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}
        raise CallError((DISK_FULL if is_full else FAILED)(file=name)) from error


def _save(file: Path, data: bytes, name: str, *, new: bool) -> None:
    if not file.parent.is_dir():
        raise CallError(NO_FOLDER(file=name, folder=shown_name(str(file.parent))))
    rights = _rights(file)
    if rights is not None:
        if new:
            raise FileExistsError(name)
        if stat.S_ISDIR(rights):
            raise CallError(IS_FOLDER(file=name))
        if not stat.S_ISREG(rights):
            with file.open("wb") as stream:
                stream.write(data)
            return
        if not rights & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(file, os.W_OK):
            # the folder alone would let us, but that isn't what its owner meant
            raise CallError(READ_ONLY(file=name))
    mode = stat.S_IMODE(rights) if rights is not None else 0o666 & ~_umask()
    with _uninterrupted(), _beside(file, data) as beside:
        beside.chmod(mode)
        if new:
            # another may have written it meanwhile
            _put_new(beside, file)
        else:
            beside.replace(file)


def _put_new(beside: Path, file: Path) -> None:
    try:
        os.link(beside, file)
    except FileExistsError:
        raise
    except OSError:
        # a file system without links
        beside.replace(file)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until a file is written: the new one beside it would be left."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is None:
        # it is the main thread that Ctrl-C interrupts, in the way that Python knows of
        yield
        return
    waiting: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: waiting.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if waiting and callable(before):
            before(*waiting[0])


@contextlib.contextmanager
def _beside(file: Path, data: bytes) -> Iterator[Path]:
    """Write a new file in the same folder; it is gone afterwards, whatever happens."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name[:80]}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield Path(name)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _rights(file: Path) -> int | None:
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    """Ask for what new files are kept from; it can only be asked for by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
