"""What a configuration says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from malkoll.diagnostic import Severity
from malkoll.discover import SUFFIXES
from malkoll.gitignore import Pattern, covers, decide
from malkoll.language import Language
from malkoll.record import Record


class FileRules(Record):
    """Files, and rules that are off for them."""

    patterns: tuple[Pattern, ...]
    rules: tuple[str, ...]


class Configuration(Record):
    """What a configuration says; what it doesn't say is None or empty.

    Attributes:
        file: the file that it was read from; None for no configuration.
        text: that file's text.
        select, extend_select, ignore: codes, beginnings of codes, or names of rules.
        severity: a rule's code or name to its severity, None for off.
        per_file_ignores: rules that are off for some files.
        baseline: the file of findings that don't count, as seen from this one.
        include, exclude: patterns of files that are taken, or not, in folders.

    """

    file: Path | None = None
    text: str = ""
    language: Language | None = None
    model: str | None = None
    fail_on: str | None = None
    baseline: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = MappingProxyType({})
    per_file_ignores: tuple[FileRules, ...] = ()
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """Give the rules that are off for one file, given by its whole path."""
        name = self._from_here(path)
        if name is None:
            return ()
        return tuple(
            rule for one in self.per_file_ignores if covers(one.patterns, name) for rule in one.rules
        )

    def takes(self, path: str) -> bool:
        """Tell whether a file in a folder is to be checked, by its whole path."""
        return (bool(self.include) or path.lower().endswith(SUFFIXES)) and not self.leaves_out(path)

    def leaves_out(self, path: str) -> bool:
        """Tell whether a file is excluded, or not among the included."""
        name = self._from_here(path) if self.include or self.exclude else None
        if name is None:
            return False
        return covers(self.exclude, name) or (bool(self.include) and not covers(self.include, name))

    def enters(self, folder: str) -> bool:
        """Tell whether a folder is to be walked."""
        name = self._from_here(folder) if self.exclude else None
        return name is None or not decide(self.exclude, name, is_folder=True)

    def selectors(self) -> Iterator[str]:
        """Give every name of a rule in the configuration."""
        yield from (*self.select, *self.extend_select, *self.ignore, *self.severity)
        for one in self.per_file_ignores:
            yield from one.rules

    def _from_here(self, path: str) -> str | None:
        """Write a path as seen from the configuration's folder; None when it lies elsewhere."""
        if self.file is None:
            return None
        try:
            return Path(path).relative_to(self.file.parent).as_posix()
        except ValueError:
            return None


NONE = Configuration()
