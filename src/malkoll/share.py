"""How work on many things is done: here, one by one, or shared out among processes, which is given from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Share(Protocol):
    """Does work, and gives each task with its answer, in the tasks' order."""

    def __call__(
        self, work: Callable[[Task], Answer], tasks: Iterable[Task], at_a_time: int, /
    ) -> Iterator[tuple[Task, Answer]]:
        """Do work.

        Args:
            work: does a task. It changes nothing here that is looked at later, and its answer is never None.
            tasks: asked for one after the other, some before earlier ones are answered.
            at_a_time: how many of them to give away at once.

        """


def here(
    work: Callable[[Task], Answer], tasks: Iterable[Task], _at_a_time: int, /
) -> Iterator[tuple[Task, Answer]]:
    """Do work one by one."""
    for task in tasks:
        yield task, work(task)
