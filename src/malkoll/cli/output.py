"""Standard output and standard error: letters that the terminal has, closed pipes, full disks."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from malkoll.call_error import CallError
from malkoll.language import Text

NO_OUTPUT = Text(
    "Det finns ingenstans att skriva: standard ut är stängd.",
    "There is nowhere to write: standard output is closed.",
)
CANT_WRITE = Text("Det gick inte att skriva ut resultatet.", "The result could not be written.")
DISK_FULL = Text(
    "Det gick inte att skriva ut resultatet: disken är full.",
    "The result could not be written: the disk is full.",
)
WIDEST = 100
NARROWEST = 60


@contextlib.contextmanager
def output(name: str = "stdout") -> Iterator[TextIO]:
    """Give standard output (or ``stderr``) for writing, and see to it that what was written arrives.

    A reader that has gone away, as ``head`` does, is no mistake: the rest is left unwritten.

    Raises:
        CallError: when it can't be written.

    """
    stream: TextIO | None = getattr(sys, name)
    if stream is None:
        raise CallError(NO_OUTPUT())
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _forget(stream)
    except OSError as error:
        _forget(stream)
        raise CallError(DISK_FULL() if error.errno == errno.ENOSPC else CANT_WRITE()) from error


def say(text: str, *, is_ours: bool = True) -> None:
    """Write to standard output, in letters that it has; what others wrote is made fit to show."""
    with output() as stream:
        stream.write(text if is_ours and _has(stream, text) else _shown(stream, text))


def say_data(text: str) -> None:
    """Write what programs read: UTF-8 whatever letters the terminal has."""
    with output() as stream:
        if isinstance(stream, io.TextIOWrapper):
            stream.buffer.write(text.encode("utf-8", "replace"))
            stream.buffer.flush()
        else:
            stream.write(text)


def write_bytes(data: bytes, is_output: bool) -> None:  # noqa: FBT001 - as what is kept has it
    """Write bytes that were written before, to standard output or to standard error."""
    if is_output:
        with output() as stream:
            stream.flush()
            stream.buffer.write(data)
            stream.buffer.flush()
        return
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
        sys.stderr.buffer.write(data)
        sys.stderr.buffer.flush()


def complain(lines: Iterable[str]) -> None:
    """Write sentences to standard error, one a line; where it is closed there is nobody to tell."""
    stream: TextIO | None = sys.stderr
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    with contextlib.suppress(OSError, ValueError):
        for line in lines:
            # a line end in a name must not begin a line of its own
            told = _shown(stream, line.replace("\n", r"\n"))
            # nor may a name begin as a command to a service that reads along
            guard = "\\" if told.lstrip().startswith("::") else ""
            stream.write(f"{guard}{told}\n")
        stream.flush()


def width() -> int:
    """Give how many columns a text may take."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    except (OSError, ValueError, AttributeError):
        columns = 0
    given = os.environ.get("COLUMNS", "")
    if not columns and given.isascii() and given.isdigit() and len(given) < 5:
        columns = int(given)
    return max(min(columns or WIDEST, WIDEST), NARROWEST)


def _has(stream: TextIO, text: str) -> bool:
    """Tell whether a text of ours can be written as it is."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _shown(stream: TextIO, text: str) -> str:
    # loaded here: sound calls whose letters the terminal has do without
    from malkoll.report.shown import Shown  # noqa: PLC0415

    shown = Shown(getattr(stream, "encoding", None) or "utf-8")
    return "\n".join(shown(line) for line in text.split("\n"))


def _forget(stream: TextIO) -> None:
    """Turn the stream to nowhere, so that Python doesn't try again, and complain, when it ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
