"""A command on a terminal of its own, that a test talks with as a person would."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import pytest

PATIENCE = 30.0
"""Seconds to wait at most for what is to be said."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A command that reads from and writes to a terminal, 80 columns wide."""

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        encoding: str = "utf-8",
        kind: str = "dumb",
        out: IO[bytes] | None = None,
    ) -> None:
        pty = pytest.importorskip("pty", reason="a terminal is made in another way there")
        self.encoding = encoding
        self._ours, theirs = pty.openpty()
        environment = {
            **os.environ, "LC_ALL": "C.UTF-8", "MALKOLL_LANG": "sv", "TERM": kind, "COLUMNS": "80",
            "PYTHONIOENCODING": encoding,
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-m", "malkoll", *words],
            stdin=theirs,
            stdout=out or theirs,
            stderr=theirs,
            cwd=folder,
            env=environment,
            start_new_session=True,
            # the keys that interrupt reach the command alone
            preexec_fn=_take_terminal,  # noqa: PLW1509 - one call, in a process of its own
        )
        os.close(theirs)
        self.said = ""
        self.raw = b""
        self._heard = 0

    def hears(self, text: str) -> None:
        """Wait until something is said, after what was heard before."""
        end = time.monotonic() + PATIENCE
        while (place := self.said.find(text, self._heard)) < 0:
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                pytest.fail(f"{text!r} was not said after: {self.said[self._heard :]}")
        self._heard = place + len(text)

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(patience, 0))
        if not ready:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:
            return False
        self.raw += data
        self.said += _CONTROL.sub("", data.decode(self.encoding, "replace")).replace("\r\n", "\n")
        return bool(data)

    def answers(self, *answers: str) -> None:
        """Write each answer at the next prompt."""
        for answer in answers:
            self.hears("> ")
            os.write(self._ours, f"{answer}\n".encode(self.encoding))

    def presses(self, key: bytes) -> None:
        """Press a key at the next prompt, again if it came before anybody listened for keys."""
        self.hears("> ")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            os.write(self._ours, key)
            before = len(self.said)
            while self._read(0.5):
                if self.said[before:].strip("^CD\n"):
                    return

    def interrupts(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def ends(self) -> int:
        """Wait for the end; give the exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            pass
        status = self._process.wait(PATIENCE)
        os.close(self._ours)
        return status

    def kill(self) -> None:
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait(PATIENCE)


Talk = Callable[..., Terminal]
"""Starts a command on a terminal of its own."""
