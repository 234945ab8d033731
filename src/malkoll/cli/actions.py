"""What GitHub Actions gets besides the report: the whole report on the step's page."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from malkoll.cli.output import complain
from malkoll.language import Text
from malkoll.report import Options
from malkoll.result import Report

SUMMARY_FAILED = Text(
    "Sammanfattningen till GitHub (GITHUB_STEP_SUMMARY) gick inte att skriva. Resten av rapporten påverkas inte.",
    "The summary for GitHub (GITHUB_STEP_SUMMARY) could not be written. Nothing else of the report is affected.",
)
MOST = 1024 * 1024
"""Bytes that GitHub takes of one step, whoever writes them."""
_LEAST = 65_536
"""Bytes below which a summary would say too little."""


def summarise(report: Report, options: Options) -> None:
    """Add the whole report to the step's page; a failure is told and fails nothing."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path or not report.files:
        return
    from malkoll.report.markdown import fitted  # noqa: PLC0415 - loaded where it is wanted

    told = False
    with contextlib.suppress(OSError, ValueError), Path(path).open("ab") as file:
        room = MOST - file.tell() - 2
        if room >= _LEAST:
            page = fitted(report.at_hand(), options._replace(quiet=False), room)
            # what another program wrote there may end within a line
            file.write(f"\n\n{page}".encode("utf-8", "replace"))
            file.flush()
            told = True
    if not told:
        complain([SUMMARY_FAILED.render(options.language)])
