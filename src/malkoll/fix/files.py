"""Fixes the files of a run, and writes those that may be written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.discover import Found, shown_name
from malkoll.engine import Input
from malkoll.fix.mending import mend
from malkoll.gitignore import repository_root
from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.run import Alone
from malkoll.saving import save
from malkoll.syntax.compose import Limits

CHANGED = Text(
    "{file} är inte rättad: filen ändrades medan den prövades. Kör en gång till.",
    "{file} is not fixed: the file changed while it was checked. Run once more.",
)
GONE = Text(
    "{file} är inte rättad: den går inte längre att läsa.",
    "{file} is not fixed: it can't be read any longer.",
)
OUTSIDE = Text(
    "{file} är inte rättad: en länk leder dit, ut ur {tree}.",
    "{file} is not fixed: a link leads there, out of {tree}.",
)


class Fixed(Record):
    """A file that fixes change.

    Attributes:
        name: as it is shown.
        before, after: its bytes.
        made: the findings that are mended.

    """

    name: str
    before: bytes
    after: bytes
    made: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Fixer:
    """Fixes one file after the other, as a run comes to them.

    Attributes:
        wanted: the kinds of fixes to make.
        writes: whether files are written; else only what would change is gathered.
        fixed: the files that were, or would be, changed.
        left: what is to be said of fixes that weren't made.
        errors: what is to be said of files that couldn't be written.
        stdin: what standard input is to be written as, where it was read whole.

    """

    wanted: frozenset[Applicability]
    writes: bool
    fixed: list[Fixed] = field(default_factory=list)
    left: list[Message] = field(default_factory=list)
    errors: list[Message] = field(default_factory=list)
    stdin: bytes | None = None

    def __call__(self, found: Found, file: Input, alone: Alone) -> Input:
        """Fix a file, and give it as it stands then."""
        data = file.data
        if data is None or file.trouble is not None or len(data) > Limits().size:
            # not all of it was read
            return file
        mended = mend(file.name, data, lambda text: alone(file._replace(data=text)), self.wanted)
        self.left += mended.left
        is_new = mended.data != data and (not self.writes or self._write(found, data, mended.data))
        if is_new:
            self.fixed.append(Fixed(file.name, data, mended.data, mended.made))
        after = mended.data if is_new else data
        if not found.path:
            self.stdin = after
        return file._replace(data=after) if self.writes else file

    def _write(self, found: Found, before: bytes, after: bytes) -> bool:
        if not found.path:
            return True
        try:
            _hold_in_tree(found)
            _hold_unchanged(found, before)
            save(found.path, after)
        except CallError as error:
            self.errors += error.messages
            return False
        return True


def _hold_in_tree(found: Found) -> None:
    """Hold that a file is no way out of what the caller named: its repository, or else the folder.

    Raises:
        CallError: when a link leads out.

    """
    tree = _tree(found)
    if not Path(os.path.realpath(found.path)).is_relative_to(os.path.realpath(tree)):
        raise CallError(OUTSIDE(file=found.name, tree=shown_name(str(tree))))


def _tree(found: Found) -> Path:
    folder = Path(found.folder)
    if (root := repository_root(folder)) is not None:
        return root
    if found.top:
        return Path(found.top)
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder


def _hold_unchanged(found: Found, before: bytes) -> None:
    """Hold that nobody has written a file since it was read.

    Raises:
        CallError: when somebody has.

    """
    try:
        with open(found.path, "rb") as file:  # noqa: PTH123 - no more of it than that
            now = file.read(len(before) + 1)
    except (OSError, ValueError) as error:
        raise CallError(GONE(file=found.name)) from error
    if now != before:
        raise CallError(CHANGED(file=found.name))
