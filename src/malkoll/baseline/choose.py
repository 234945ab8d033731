"""Which baseline holds for which file of a run: the caller's, or that of the file's configuration."""

from __future__ import annotations

import datetime
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

from malkoll.baseline.entry import Baseline
from malkoll.baseline.read import read_baseline
from malkoll.baseline.settle import Checked, Wish, settle
from malkoll.call_error import CallError
from malkoll.config.configuration import Configuration
from malkoll.discover import Found, shown_name
from malkoll.gitignore import repository_root
from malkoll.language import Text
from malkoll.record import Record
from malkoll.result import Report
from malkoll.selection import Selection

OUTSIDE = Text(
    "{config}: ”baseline” får bara peka på en fil i samma kodförråd eller mapp, inte på {file}. "
    "Ange den med --baseline om den ska användas.",
    "{config}: “baseline” can only name a file in the same repository or folder, not {file}. "
    "Give it with --baseline if it is to be used.",
)
TWO = Text(
    "--baseline och --write-baseline ska peka på samma fil. Här är det {one} och {other}.",
    "--baseline and --write-baseline are to name the same file. Here it is {one} and {other}.",
)


class _Noted(Record):
    """What is kept of a file until the run is over."""

    name: str
    selection: Selection
    baseline: Baseline


class Baselines:
    """The baselines of one run, each read once.

    Args:
        given: the file that the caller chose over all others.
        write: the file to write; it is the run's baseline too.
        grow: take in what is new.

    Raises:
        CallError: here and in every question, when a baseline can't be used.

    """

    def __init__(self, given: str | None, write: str | None, *, grow: bool = False) -> None:
        if given is not None and write is not None and os.path.realpath(given) != os.path.realpath(write):
            raise CallError(TWO(one=shown_name(given), other=shown_name(write)))
        self._write = write is not None
        self._grow = grow
        chosen = write if write is not None else given
        self._for_all = read_baseline(chosen, must_exist=write is None) if chosen is not None else None
        self._read: dict[str, Baseline] = {}
        self._folders: dict[str, str] = {}
        self._noted: dict[str, _Noted] = {}

    def note(self, found: Found, configuration: Configuration, selection: Selection) -> None:
        """Note a file that is checked, and which baseline holds for it."""
        baseline = self._for_all or self._of(configuration)
        if baseline is not None:
            self._noted[found.name] = _Noted(self._name(found, baseline), selection, baseline)

    def settle(self, report: Report, date: datetime.date, *, whole: bool) -> Report:
        """Part what counts in a report from what its baselines know.

        Raises:
            CallError: when a baseline is to be written and can't be.

        """
        wish = Wish(self._write, self._grow, whole)
        groups: dict[Path, list[Checked]] = {}
        baselines = {noted.baseline.path: noted.baseline for noted in self._noted.values()}
        for file in report.files:
            if noted := self._noted.get(file.path):
                groups.setdefault(noted.baseline.path, []).append(Checked(file, noted.name, noted.selection))
        settled = {path: settle(baselines[path], checked, wish, date) for path, checked in groups.items()}
        changed = {file.path: file for one in settled.values() for file in one.files}
        return report._replace(
            files=tuple(changed.get(file.path, file) for file in report.files),
            baselines=tuple(one.use for one in settled.values()),
        )

    def _of(self, configuration: Configuration) -> Baseline | None:
        if configuration.baseline is None or configuration.file is None:
            return None
        path = _inside(configuration.baseline, configuration.file)
        if path not in self._read:
            self._read[path] = read_baseline(path)
        return self._read[path]

    def _name(self, found: Found, baseline: Baseline) -> str:
        """Name a file as seen from the baseline's folder, with forward slashes; links to it keep their name."""
        folder, _, name = str(Path(found.path or found.name).absolute()).rpartition(os.sep)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder or os.sep)
        here = Path(self._folders[folder], name)
        try:
            return Path(os.path.relpath(here, baseline.path.parent)).as_posix()
        except ValueError:
            # on another drive
            return here.as_posix()


def _inside(name: str, config: Path) -> str:
    """Give the baseline that a configuration names, which is as little trusted as the documents."""
    shown = shown_name(str(config))
    windows = PureWindowsPath(name)
    if PurePosixPath(name).is_absolute() or windows.drive or windows.root:
        raise CallError(OUTSIDE(config=shown, file=name))
    folder = Path(os.path.realpath(config.parent))
    try:
        path = Path(os.path.realpath(folder / name))
    except (OSError, ValueError) as error:
        raise CallError(OUTSIDE(config=shown, file=name)) from error
    if not path.is_relative_to(repository_root(folder) or folder):
        raise CallError(OUTSIDE(config=shown, file=name))
    return str(path)
