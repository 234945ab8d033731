"""When worker processes pay. Asked by every run of several files, so nothing heavy is loaded here."""

from __future__ import annotations

import os
import sys

AUTOMATIC = 0
"""As many processes as pay."""
CAN_FORK = sys.platform == "linux"
"""Whether a process can be started as a copy of this one; elsewhere each begins at the beginning."""
_ENOUGH = 60
"""Files from which on processes pay."""
_ENOUGH_ANEW = 400
"""The same where each of them has to load what it needs."""
_ENOUGH_SHARED = 250
"""Checked files from which on copies of this process pay for what comes after."""
_MOST = 8
"""More than these, and what is left to do here takes longer than what they do."""

_LIMIT = 60
"""More than these can't be waited for everywhere."""


def enough_files(jobs: int) -> int:
    """Tell how many files make it pay to start processes; 0 where none are to be started."""
    if jobs != AUTOMATIC:
        return 2 if jobs > 1 else 0
    if _processors() == 1:
        return 0
    return _ENOUGH if CAN_FORK else _ENOUGH_ANEW


def pays_to_share(jobs: int, files: int) -> bool:
    """Tell whether what is done with so many checked files is to be shared out among copies of this process."""
    if not CAN_FORK or jobs == 1:
        return False
    return jobs != AUTOMATIC or (files >= _ENOUGH_SHARED and _processors() > 1)


def processes(jobs: int) -> int:
    """Tell how many processes to start."""
    return min(jobs, _LIMIT) if jobs != AUTOMATIC else min(_processors(), _MOST)


def _processors() -> int:
    """Tell how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
