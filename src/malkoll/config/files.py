"""Finds and reads the files of configurations."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from malkoll import looked
from malkoll.call_error import CallError
from malkoll.config.configuration import NONE, Configuration
from malkoll.config.values import read_values
from malkoll.discover import shown_name
from malkoll.gitignore import holds_repository
from malkoll.language import Text

OWN_FILE = "malkoll.toml"
SHARED_FILE = "pyproject.toml"
LARGEST = 1_000_000
"""Bytes that a configuration may have."""

MISSING = Text("Konfigurationen {file} finns inte.", "There is no configuration {file}.")
UNREADABLE = Text("Konfigurationen {file} gick inte att läsa.", "The configuration {file} could not be read.")
TOO_LARGE = Text(
    "Konfigurationen {file} är större än {limit} byte.",
    "The configuration {file} is larger than {limit} bytes.",
)
NOT_UTF8 = Text(
    "Konfigurationen {file} är inte sparad som UTF-8.", "The configuration {file} is not saved as UTF-8."
)
NOT_TOML = Text(
    "Konfigurationen {file} går inte att läsa som TOML. Felet är på rad {line}.",
    "The configuration {file} can't be read as TOML. The mistake is on line {line}.",
)
NOT_A_TABLE = Text(
    "I {file} ska [tool.malkoll] vara en tabell.", "In {file}, [tool.malkoll] is to be a table."
)
IN_FILE = Text("{file}: {problem}", "{file}: {problem}")


class Configurations:
    """Finds the configuration of each folder; reads each file once.

    Args:
        only: this file for everything, wherever it is.
        isolated: none at all.

    Raises:
        CallError: here and in every question, when a configuration can't be used.

    """

    def __init__(self, only: str | None = None, *, isolated: bool = False) -> None:
        self._for_all = NONE if isolated else None
        if only is not None:
            self._for_all = read_configuration(Path(only).absolute())
        self._found: dict[Path, Configuration] = {}

    def of(self, folder: str | Path) -> Configuration:
        """Give the configuration that holds in a folder, given by its whole path."""
        return self._for_all or self._of(Path(folder))

    def _of(self, folder: Path) -> Configuration:
        # step by step: folders may lie in one another deeper than calls may
        passed: list[Path] = []
        while (known := self._found.get(folder)) is None:
            passed.append(folder)
            known = _in_folder(folder)
            if known is None and (holds_repository(folder) or folder.parent == folder):
                known = NONE
            if known is not None:
                break
            folder = folder.parent
        for one in passed:
            self._found[one] = known
        return known

    def takes(self, path: str) -> bool:
        """Tell whether a file in a folder is to be checked: what its configuration says."""
        return self.of(Path(path).parent).takes(path)

    def enters(self, folder: str) -> bool:
        """Tell whether a folder is to be walked."""
        return self.of(Path(folder).parent).enters(folder)


def read_configuration(file: Path) -> Configuration:
    """Read one configuration file.

    Raises:
        CallError: when it can't be used; says everything that is wrong with it.

    """
    if file.name == SHARED_FILE:
        return _shared(file) or Configuration(file)
    text = _text(file)
    return _checked(file, text, _parse(file, text))


def _in_folder(folder: Path) -> Configuration | None:
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    if _is_file(own):
        return read_configuration(own)
    return _shared(shared) if _is_file(shared) and b"malkoll" in _read(shared) else None


def _is_file(file: Path) -> bool:
    is_file = os.path.isfile(file)  # noqa: PTH113 - pathlib raises for names that are too long
    looked.whether(file, is_there=is_file or os.path.lexists(file))
    return is_file


def _shared(file: Path) -> Configuration | None:
    """Read our table in a file that others use too; None when there is none."""
    text = _text(file)
    tools = _parse(file, text).get("tool", {})
    if not isinstance(tools, dict) or "malkoll" not in tools:
        return None
    if not isinstance(tools["malkoll"], dict):
        raise CallError(NOT_A_TABLE(file=shown_name(str(file))))
    return _checked(file, text, tools["malkoll"])


def _read(file: Path) -> bytes:
    name = shown_name(str(file))
    try:
        if not file.is_file():
            raise CallError(MISSING(file=name))
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
            looked.at_file(file, data, LARGEST)
    except OSError as error:
        raise CallError(UNREADABLE(file=name)) from error
    if len(data) > LARGEST:
        raise CallError(TOO_LARGE(file=name, limit=LARGEST))
    return data


def _text(file: Path) -> str:
    try:
        return _read(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CallError(NOT_UTF8(file=shown_name(str(file)))) from error


def _parse(file: Path, text: str) -> dict[str, Any]:
    # loaded here: most runs have no configuration
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        line = place[1] if place else text.count("\n") + 1
        raise CallError(NOT_TOML(file=shown_name(str(file)), line=line)) from error


def _checked(file: Path, text: str, table: dict[str, Any]) -> Configuration:
    values, wrong = read_values(table)
    if wrong:
        raise CallError(*(IN_FILE(file=shown_name(str(file)), problem=problem) for problem in wrong))
    return Configuration(file, text, **values)
