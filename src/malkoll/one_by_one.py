"""Checks the files of a run one by one: what is known of them from before, here, or in worker processes.

Whichever it is, the same is found, and the engine is given it in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING

from malkoll.checked import Checked
from malkoll.discover import Found
from malkoll.engine import Engine
from malkoll.jobs.when import CAN_FORK, enough_files, processes
from malkoll.opened import Input
from malkoll.record import Record
from malkoll.shelf import Held

if TYPE_CHECKING:
    from malkoll.cache.keyed import Cache
    from malkoll.jobs.task import Answer, Examine, Task

_AT_A_TIME = 12
"""Files that a process gets at a time."""


class _Unknown(Record):
    """A file that is to be checked: its number, where it is, itself, and its key in the cache."""

    number: int
    found: Found
    file: Input
    key: bytes


class OneByOne:
    """Goes through the files of a run.

    Args:
        engine: what checks them, and is given what was found.
        given: makes a file ready to be checked.
        start: called in a worker process, gives what checks a file there.
        jobs: how many processes may be used; 1 for none, 0 for as many as pay.
        cache: what is known from before.

    """

    def __init__(
        self,
        engine: Engine,
        given: Callable[[Found], Input],
        start: Callable[[], Examine],
        jobs: int = 1,
        cache: Cache | None = None,
    ) -> None:
        self._engine = engine
        self._given = given
        self._start = start
        self._jobs = jobs
        self._cache = cache
        self._done: dict[int, Held | None] = {}

    def check(self, found: Iterable[Found]) -> None:
        """Check files."""
        unknown = self._unknown(found)
        enough = enough_files(self._jobs)
        first = list(islice(unknown, enough))
        if first and len(first) == enough:
            self._elsewhere(chain(first, unknown))
        else:
            for one in chain(first, unknown):
                self._here(one)
        for number in sorted(self._done):
            self._engine.take(self._done[number])

    def _unknown(self, found: Iterable[Found]) -> Iterator[_Unknown]:
        """Give the files that nothing is known of."""
        for number, one in enumerate(found):
            file = self._given(one)
            if self._cache is None or file.trouble is not None:
                yield _Unknown(number, one, file, b"")
                continue
            key = self._cache.key(file)
            is_known, checked = self._cache.find(key, file)
            if is_known:
                self._done[number] = self._held(checked)
            else:
                yield _Unknown(number, one, file, key)

    def _here(self, one: _Unknown) -> None:
        checked = self._engine.examine(one.file)
        self._done[one.number] = self._held(checked)
        if self._cache is not None and one.key:
            self._cache.keep(one.key, checked)

    def _elsewhere(self, unknown: Iterator[_Unknown]) -> None:
        # loaded here, and below: few runs have so many files
        from malkoll.jobs.task import Task  # noqa: PLC0415
        from malkoll.jobs.workers import Workers  # noqa: PLC0415

        if CAN_FORK and (one := next(unknown, None)):
            # what it takes to check a file and to answer is loaded once, and copied
            self._here(one)
            import_module("malkoll.cache.record")
            import_module("malkoll.packed")
        sent: dict[int, _Unknown] = {}

        def tasks() -> Iterator[Task]:
            for one in unknown:
                if one.file.trouble is not None:
                    self._here(one)
                    continue
                sent[one.number] = one
                yield Task(one.number, one.found, one.file.data or b"")

        workers = Workers(processes(self._jobs), self._start, _AT_A_TIME)
        try:
            for task, answer in workers.check(tasks()):
                self._answered(sent.pop(task.number), answer)
        finally:
            workers.close()

    def _held(self, checked: Checked | None) -> Held | None:
        return self._engine.shelf.hold(checked) if checked else None

    def _answered(self, one: _Unknown, answer: Answer | None) -> None:
        """Take what a process found, if it looked under the same settings; else look here."""
        from malkoll.cache.record import UnusableError, in_force, told_of  # noqa: PLC0415

        if answer is None or answer.told != told_of(one.file):
            self._here(one)
            return
        packed = answer.packed
        try:
            file = (
                in_force(one.file, packed.named, packed.chosen, self._engine.choose_model) if packed else None
            )
        except UnusableError:
            self._here(one)
            return
        self._done[one.number] = self._engine.shelf.hold_packed(file, packed) if packed and file else None
        if self._cache is not None and one.key and answer.kept:
            self._cache.keep_packed(one.key, answer.kept)
