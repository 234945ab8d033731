"""What a caller chooses of a run, and what it gets."""

from __future__ import annotations

import datetime

from malkoll.language import Message
from malkoll.record import Record
from malkoll.result import Report
from malkoll.syntax.compose import Limits


class Settings(Record):
    """What the caller chooses of a run; it goes before what a configuration says.

    Attributes:
        select, extend_select, ignore: codes, beginnings of codes, or names of rules.
        model: id or file of a steering model, over all others.
        date: the run's date; None for today.
        config: this configuration instead of those that are found.
        isolated: no configuration.
        stdin_name: the name of what comes on standard input.
        only_goal_documents: pass over named files that aren't goal documents, as in folders.
        keep: hold the documents themselves in the report, for showing their goals.
        baseline: a file of findings that don't count, over those of configurations.
        write_baseline: write that file: what is mended leaves it; all goes into one that is new.
        grow_baseline: take in what is new, too.
        against: compare with the documents of this version in git, too.
        jobs: how many worker processes may be used: 1 for none, 0 for as many as pay.
        limits: what a document may cost.
        cache: a folder in which to keep what was found, for the next run.

    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    model: str | None = None
    date: datetime.date | None = None
    config: str | None = None
    isolated: bool = False
    stdin_name: str | None = None
    only_goal_documents: bool = False
    keep: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    grow_baseline: bool = False
    against: str | None = None
    jobs: int = 1
    cache: str | None = None
    limits: Limits = Limits()


class Outcome(Record):
    """What a run gave.

    Attributes:
        report: its findings.
        checked: how many goal documents were checked.
        left_out: links in folders that weren't followed.
        notes: what else there is to tell of the run.

    """

    report: Report
    checked: int
    left_out: tuple[str, ...]
    notes: tuple[Message, ...] = ()
