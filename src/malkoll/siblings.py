"""Which documents belong together with those that are checked, as the configuration's ``include`` says.

A caller may name a few files of many: pre-commit names those that a commit changes. What the
rules across documents find is not to depend on that, so the others are found in the folder of the
configuration. Without ``include`` nothing is looked for.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.config.files import Configurations
from malkoll.discover import Discovery, Found
from malkoll.record import Record


class Siblings(Record):
    """What lies beside the files of a run.

    Attributes:
        files: the documents that aren't checked themselves.
        together: the names of the checked files that were looked for siblings of.
        folders: the folders of the configurations, whole paths.

    """

    files: tuple[Found, ...]
    together: frozenset[str]
    folders: tuple[Path, ...]


class Usable:
    """The configurations' say, where one of them can't be used: then nothing of its folder is taken."""

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations

    def takes(self, path: str) -> bool:
        try:
            return self._configurations.takes(path)
        except CallError:
            return False

    def enters(self, folder: str) -> bool:
        try:
            return self._configurations.enters(folder)
        except CallError:
            return False


def siblings(found: Sequence[Found], discovery: Discovery, configurations: Configurations) -> Siblings:
    """Find the siblings of the files of a run.

    Args:
        found: the files that are checked.
        discovery: what found them, so that none of them is found again.
        configurations: of the run.

    """
    folders: dict[Path, None] = {}
    together = set()
    for one in found:
        configuration = configurations.of(one.folder)
        if configuration.include and configuration.file is not None:
            folders[Path(os.path.realpath(configuration.file.parent))] = None
            together.add(one.name)
    names = {one.name for one in found}
    takes = Usable(configurations)
    files = [other for folder in folders for other in discovery.beside(str(folder), takes)]
    return Siblings(
        tuple(other for other in files if not other.refused and other.name not in names),
        frozenset(together),
        tuple(folders),
    )
