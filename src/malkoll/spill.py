"""Bytes that are needed again later, put away in a temporary file so that they don't take memory until then.

The file has no name, or goes when it is closed; nobody else reads or writes it. Where none can be
made, or the disk is full, what isn't written yet stays in memory: it costs memory and nothing else.
"""

from __future__ import annotations

import os
from array import array
from itertools import accumulate
from typing import IO

_AT_A_TIME = 2**18
"""Bytes that are gathered before they are written."""


class Spill:
    """Takes bytes, and gives them back by their numbers."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._ends = array("Q", [0])
        """Where each of those in the file ends; the first begins where nothing ends."""
        self._here: list[bytes] = []
        self._size = 0
        self._is_off = False

    def __del__(self) -> None:
        if self._file is not None:
            # who has the last report of it doesn't know of the file
            self._file.close()

    def put(self, data: bytes) -> int:
        """Put bytes away; gives the number that they can be had by."""
        self._here.append(data)
        self._size += len(data)
        number = len(self._ends) + len(self._here) - 2
        if self._size >= _AT_A_TIME and not self._is_off:
            self._write()
        return number

    def get(self, number: int) -> bytes:
        written = len(self._ends) - 1
        if self._file is None or number >= written:
            return self._here[number - written]
        start, size = self._ends[number], self._ends[number + 1] - self._ends[number]
        if hasattr(os, "pread"):
            # copies of this process read in the same file: where it is at is theirs too
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)

    def _write(self) -> None:
        # loaded here: few runs have so much to put away
        from tempfile import TemporaryFile  # noqa: PLC0415

        try:
            if self._file is None:
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it is there as long as this is
            self._file.seek(self._ends[-1])
            is_written = self._file.write(b"".join(self._here)) == self._size
        except OSError:
            is_written = False
        if not is_written:
            self._is_off = True
            return
        self._ends.extend(accumulate(map(len, self._here), initial=self._ends.pop()))
        self._here = []
        self._size = 0
