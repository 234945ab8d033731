"""Where checked files are kept between runs: one file of SQLite for each build of malkoll.

It is never believed: each entry has a checksum, and what is damaged is as good as not there. Nothing
that goes wrong with it is told, for nothing is lost by it but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
import zlib
from pathlib import Path

MOST_BYTES = 64 * 2**20
"""What a file of entries may take; the oldest of them go first."""
_MOST_FILES = 3
"""How many builds' entries are kept."""
_LARGEST = 32 * 2**20
"""Bytes that one entry may have when it is unpacked."""
_BATCH = 256
_PATIENCE = 0.5
"""Seconds to wait for another run that is writing."""
_DIGEST = 16
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, day INTEGER, data BLOB)"
_FULL = 13
_CANT = frozenset({5, 6, 8, 10, _FULL, 14})
"""What SQLite calls it when another is writing, when nothing may be written, when there is no room."""


class Store:
    """Entries by their keys.

    Args:
        folder: where it is; made if it isn't there.
        build: tells this build of malkoll from others.
        most: bytes that all entries may take.

    """

    def __init__(self, folder: str, build: str, most: int = MOST_BYTES) -> None:
        self._folder = Path(folder)
        self._file = self._folder / f"files-{build}.sqlite"
        self._most = most
        self._day = int(time.time() // 86_400)
        self._waiting: list[tuple[bytes, int, bytes]] = []
        self._used: list[tuple[int, bytes]] = []
        self._open: sqlite3.Connection | None = None
        self._is_off = False

    def get(self, key: bytes) -> bytes | None:
        """Give the entry of a key, if there is a sound one."""
        found = self._asked("SELECT data, day FROM entries WHERE key = ?", (key,))
        if not found or not isinstance(found[0][0], bytes):
            return None
        data, day = found[0]
        if data[:_DIGEST] != _checksum(key, data[_DIGEST:]):
            return None
        unpacking = zlib.decompressobj()
        try:
            unpacked = unpacking.decompress(data[_DIGEST:], _LARGEST)
        except zlib.error:
            return None
        if day != self._day:
            self._used.append((self._day, key))
        return unpacked if unpacking.eof else None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep an entry."""
        if self._is_off or len(data) > _LARGEST:
            return
        packed = zlib.compress(data, 1)
        self._waiting.append((key, self._day, _checksum(key, packed) + packed))
        if len(self._waiting) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what waits to be written."""
        self._write()
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
        self._open = None
        self._is_off = True

    def _asked(self, question: str, values: tuple[object, ...] = ()) -> list[tuple[bytes, int]]:
        connection = self._connection()
        if connection is None:
            return []
        try:
            return connection.execute(question, values).fetchall()
        except sqlite3.OperationalError:
            # another run is writing, or there is nothing yet
            return []
        except (sqlite3.Error, UnicodeError, OverflowError) as error:
            self._fail(error)
            return []

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        used, self._used = self._used, []
        connection = self._connection() if waiting or used else None
        if connection is None:
            return
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_TABLE)
                connection.executemany("UPDATE entries SET day = ? WHERE key = ?", used)
            self._insert(connection, waiting)
        except (sqlite3.Error, UnicodeError, OverflowError) as error:
            self._fail(error)

    def _insert(self, connection: sqlite3.Connection, waiting: list[tuple[bytes, int, bytes]]) -> None:
        """Write entries; where they don't fit, after the older half is gone."""
        for is_last in (False, True):
            try:
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", waiting)
            except sqlite3.OperationalError as error:
                if is_last or error.sqlite_errorcode != _FULL:
                    raise
                with connection:
                    connection.execute(
                        "DELETE FROM entries WHERE key IN (SELECT key FROM entries ORDER BY day "
                        "LIMIT (SELECT (count(*) + 1) / 2 FROM entries))"
                    )
            else:
                return

    def _connection(self) -> sqlite3.Connection | None:
        if self._open is not None or self._is_off:
            return self._open
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_new = not self._file.exists()
            self._open = connection = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
            # it may come from somewhere else: nothing that is written in it may be run
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA synchronous = OFF")
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            connection.execute(f"PRAGMA max_page_count = {max(self._most // size, 16)}")
            if is_new:
                self._tidy()
        except OSError:
            self._is_off = True
        except (sqlite3.Error, ValueError) as error:
            self._fail(error)
        return self._open

    def _fail(self, error: Exception) -> None:
        """Go on without; take a damaged file away: the next run makes another."""
        self._is_off = True
        self._waiting, self._used = [], []
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
        self._open = None
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _CANT:
            return
        with contextlib.suppress(OSError):
            self._file.unlink()

    def _tidy(self) -> None:
        """Take away what other builds kept, but the newest."""
        found = sorted(
            self._folder.glob("files-*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        for old in found[_MOST_FILES:]:
            with contextlib.suppress(OSError):
                old.unlink()


def _checksum(key: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST, key=key[:64]).digest()
