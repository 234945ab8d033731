"""A progress bar on standard error, once a run has taken a while and somebody is looking."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from malkoll.discover import Found
from malkoll.language import Language, Text

CHECKING = Text("Prövar måldokument", "Checking goal documents")
PATIENCE = 1.0
"""Seconds before it is shown."""


def watched(found: Sequence[Found], language: Language) -> Iterable[Found]:
    """Go through the files; nothing is shown when standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return found
    return _after_a_while(found, language)


def _after_a_while(found: Sequence[Found], language: Language) -> Iterator[Found]:
    start = time.monotonic()
    for done, one in enumerate(found):
        if time.monotonic() - start > PATIENCE:
            yield from _with_bar(found, done, language)
            return
        yield one


def _with_bar(found: Sequence[Found], done: int, language: Language) -> Iterator[Found]:
    # loaded here: few runs take so long
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn(CHECKING.render(language), markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(found), completed=done)
        for one in found[done:]:
            yield one
            bar.advance(task)
