"""Checked files by all that their findings depend on."""

from __future__ import annotations

import datetime
import hashlib
import json

from malkoll.cache.build import build_told
from malkoll.cache.record import Chooser, UnusableError, packed, told_of, unpack
from malkoll.cache.store import Store
from malkoll.checked import Checked
from malkoll.opened import Input
from malkoll.syntax.compose import Limits


class Cache:
    """What was found in files before.

    Args:
        folder: the user's folder for such things.
        date: the run's date.
        limits: what a document may cost.
        choose: gives the steering model that a document names.

    """

    def __init__(self, folder: str, date: datetime.date, limits: Limits, choose: Chooser) -> None:
        self._store = Store(folder, build_told())
        self._run = [date.isoformat(), repr(limits)]
        self._choose = choose

    def key(self, file: Input, *, is_beside: bool = False) -> bytes:
        """Tell a file, with all that its findings depend on, from others.

        Args:
            file: a file.
            is_beside: whether it is only read beside the others, and nothing is found in it.

        """
        known = [
            *self._run,
            is_beside,
            file.name,
            hashlib.sha256(file.data or b"").hexdigest(),
            told_of(file),
        ]
        return hashlib.sha256(json.dumps(known).encode()).digest()

    def find(self, key: bytes, file: Input) -> tuple[bool, Checked | None]:
        """Tell whether a file is known, and what was found in it."""
        data = self._store.get(key)
        if data is None:
            return False, None
        try:
            return True, unpack(data, file, self._choose)
        except UnusableError:
            return False, None

    def keep(self, key: bytes, checked: Checked | None) -> None:
        if written := packed(checked):
            self._store.put(key, written)

    def keep_packed(self, key: bytes, packed: bytes) -> None:
        self._store.put(key, packed)

    def close(self) -> None:
        self._store.close()
