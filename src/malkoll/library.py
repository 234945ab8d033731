"""What a Python program calls: a run, or one text."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from malkoll.config.configuration import NONE
from malkoll.engine import Engine, Input
from malkoll.models import Models
from malkoll.result import Report
from malkoll.run import Settings, run, today
from malkoll.selection import select as select_rules


def check_paths(  # noqa: PLR0913 - the options of `malkoll check`, by name
    paths: Iterable[str | os.PathLike[str]],
    *,
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    model: str | None = None,
    date: datetime.date | None = None,
    config: str | None = None,
    isolated: bool = False,
    baseline: str | None = None,
    against: str | None = None,
) -> Report:
    """Check files and folders as ``malkoll check`` does.

    Args:
        paths: files, or folders with all below them.
        select: only these rules: codes, beginnings of codes, or names.
        extend_select: these rules too.
        ignore: not these rules.
        model: id or file of the steering model, over all others.
        date: the day that the check is for; today, if not given.
        config: a configuration instead of those that are found.
        isolated: no configuration.
        baseline: a file of findings that don't count, over that of a configuration.
        against: compare with the documents of this version in git, too.

    Raises:
        CallError: when a rule's name, a configuration, a steering model or a baseline can't be used.

    """
    chosen = (tuple(select), tuple(extend_select), tuple(ignore), model, date)
    settings = Settings(*chosen, config=config, isolated=isolated, baseline=baseline, against=against)
    return run([os.fspath(path) for path in paths], settings).report.at_hand()


def check_text(
    text: str, *, name: str = "text.yaml", model: str | None = None, date: datetime.date | None = None
) -> Report:
    """Check the text of one goal document; no configuration counts.

    Args:
        text: the document.
        name: as it is called in the report.
        model: id or file of the steering model, over the one that the document names.
        date: the day that the check is for; today, if not given.

    Raises:
        CallError: when the steering model can't be used.

    """
    day = date or today()
    models = Models(model, day)
    engine = Engine(day, lambda named, _file: models.named_by(named, str(Path.cwd())))
    engine.check(Input(name, text.encode("utf-8", "surrogatepass"), models.of(NONE), select_rules()))
    return engine.finish()
