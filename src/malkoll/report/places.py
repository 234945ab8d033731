"""Where a finding is, as the services that show findings in a repository's files want to have it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from malkoll.diagnostic import Location
from malkoll.discover import STANDARD_INPUT
from malkoll.report.options import Options


def path_in_repository(path: str, options: Options, variable: str) -> str:
    """Give a file's path from the root of its repository, with forward slashes; as shown, if it lies outside.

    Args:
        path: as the report has it: from the current folder, or whole.
        options: knows the repository's root, where there is one.
        variable: the environment's name of the folder that the service has put the repository in.

    """
    if path == STANDARD_INPUT:
        return path
    with contextlib.suppress(OSError, ValueError):
        there = Path(os.path.abspath(path))  # noqa: PTH100 - links stay: the repository has the link's name
        for root in (options.root, os.environ.get(variable)):
            # the current folder's name has its links followed already
            if root and there.is_relative_to(real := os.path.realpath(root)):
                return there.relative_to(real).as_posix()
    return path


def last_line(place: Location) -> int:
    """Give the last line that a place has something on: none of it is where it ends as a line begins."""
    ends_before = place.end.column == 1 and place.end.line > place.start.line
    return place.end.line - 1 if ends_before else place.end.line
