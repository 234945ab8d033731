"""Worker processes: each is given tasks, and hands back its answers.

Whatever goes wrong in one of them, its tasks are given back undone: who asked does them, and says
what is to be said. They end when the one that started them does, however it ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from malkoll.jobs.when import CAN_FORK

_GRACE = 5.0
"""Seconds that a process may take to end by itself."""


Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Workers(Generic[Task, Answer]):
    """Processes that do tasks.

    Args:
        count: how many.
        start: called in each of them, gives what does a task there. Where processes can't be copied,
            it is written to them: a function of a module, with plain values.
        at_a_time: tasks that a process gets at a time.

    """

    def __init__(self, count: int, start: Callable[[], Callable[[Task], Answer]], at_a_time: int) -> None:
        self._context = (
            multiprocessing.get_context("fork") if CAN_FORK else multiprocessing.get_context("spawn")
        )
        self._processes: dict[Connection, BaseProcess] = {}
        self._count = count
        self._begin = start
        self._at_a_time = at_a_time

    def _start_all(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            # what waits to be written would be written by each of them
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        with _without_interrupts(), warnings.catch_warnings():
            # of threads that others have started: none of ours runs yet
            warnings.simplefilter("ignore", DeprecationWarning)
            for _ in range(self._count):
                self._start()

    def _start(self) -> None:
        here, there = self._context.Pipe()
        # a copy holds the ends of those before it: they would never hear that we are gone
        others = [here, *self._processes] if CAN_FORK else []
        process = self._context.Process(target=_work, args=(there, self._begin, others), daemon=True)
        try:
            process.start()
        except OSError:
            # no more processes may be started: fewer will do
            here.close()
        else:
            self._processes[here] = process
        there.close()

    def check(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer | None]]:
        """Start, and give each task with its answer, or None where it couldn't be done.

        Whatever ends this, `close` has to be called after it.
        """
        self._start_all()
        chunks = _chunked(tasks, self._at_a_time)
        waiting = next(chunks, None)
        idle = deque(self._processes)
        busy: dict[Connection, list[Task]] = {}
        while waiting is not None or busy:
            while idle and waiting is not None:
                one = idle.popleft()
                if self._send(one, waiting):
                    busy[one] = waiting
                    waiting = next(chunks, None)
            if not busy:
                # none of them is left
                yield from ((task, None) for task in waiting or ())
                waiting = next(chunks, None)
                continue
            for ready in wait(list(busy)):
                one = cast(Connection, ready)
                chunk = busy.pop(one)
                answers = self._receive(one, len(chunk))
                if answers is None:
                    self._end(one)
                elif waiting is not None and self._send(one, waiting):
                    # it goes on while we look at what it gave
                    busy[one] = waiting
                    waiting = None
                elif one in self._processes:
                    idle.append(one)
                yield from zip(chunk, answers or [None] * len(chunk), strict=True)
                if waiting is None:
                    waiting = next(chunks, None)

    def _send(self, one: Connection, chunk: list[Task]) -> bool:
        try:
            one.send(chunk)
        except (OSError, ValueError):
            self._end(one)
            return False
        return True

    @staticmethod
    def _receive(one: Connection, count: int) -> list[Answer | None] | None:
        try:
            answers: list[Answer | None] = one.recv()
        except (EOFError, OSError):
            return None
        return answers if len(answers) == count else None

    def _end(self, one: Connection) -> None:
        process = self._processes.pop(one, None)
        one.close()
        if process is not None:
            process.kill()
            process.join(_GRACE)

    def close(self) -> None:
        """End all of them, whatever they are doing."""
        with _without_interrupts():
            for process in self._processes.values():
                process.kill()
            for one in list(self._processes):
                self._end(one)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let Ctrl-C wait for a moment, where that can be: no process may be left behind or half made."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chunked(tasks: Iterable[Task], size: int) -> Iterator[list[Task]]:
    rest = iter(tasks)
    while chunk := list(islice(rest, size)):
        yield chunk


def _work(there: Connection, start: Callable[[], Callable[[Any], object]], others: list[Connection]) -> None:
    """Do tasks until there are no more: what a process does."""
    # who started us is told of Ctrl-C and ends us
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    with contextlib.suppress(EOFError, OSError):
        work = start()
        while True:
            there.send([_answer(work, task) for task in there.recv()])


def _answer(work: Callable[[Task], Answer], task: Task) -> Answer | None:
    try:
        return work(task)
    except Exception:  # noqa: BLE001 - who asked does it again, and says what it is
        return None
