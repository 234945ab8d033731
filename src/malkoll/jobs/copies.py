"""Work that copies of this process do: each does some of it, and all of it is given in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from malkoll.jobs.workers import Workers
from malkoll.share import Answer, Share, Task, here


def shared_among(count: int) -> Share:
    """Give what shares work out among so many copies of this process.

    They know what is known here when the work begins. What one of them can't do is done here. Whoever stops
    asking for answers closes what gives them, and ends the copies.
    """

    def share(
        work: Callable[[Task], Answer], tasks: Iterable[Task], at_a_time: int, /
    ) -> Iterator[tuple[Task, Answer]]:
        rest = iter(tasks)
        first = list(islice(rest, at_a_time + 1))
        if len(first) <= at_a_time:
            # a single one would do all of it
            yield from here(work, first, at_a_time)
            return
        numbered = enumerate(chain(first, rest))

        def start() -> Callable[[tuple[int, Task]], Answer]:
            return lambda one: work(one[1])

        workers = Workers(count, start, at_a_time)
        answered: dict[int, tuple[Task, Answer | None]] = {}
        number = 0
        try:
            for (place, task), answer in workers.check(numbered):
                answered[place] = task, answer
                while number in answered:
                    done, told = answered.pop(number)
                    yield done, work(done) if told is None else told
                    number += 1
        finally:
            workers.close()

    return share
