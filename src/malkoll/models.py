"""Which steering model a document is held against: the caller's, its own, the configuration's or the default."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from malkoll import looked
from malkoll.call_error import CallError
from malkoll.config.configuration import Configuration
from malkoll.discover import Found, read, shown_name
from malkoll.document.words import closest
from malkoll.gitignore import repository_root
from malkoll.language import Text, Words
from malkoll.record import Record
from malkoll.selection import select
from malkoll.source import Span
from malkoll.steering.loaded import BUILT_IN, DEFAULT, LoadedModel, built_in
from malkoll.syntax.compose import Limits
from malkoll.syntax.tree import Trouble

UNKNOWN, OUTSIDE, UNREADABLE, FAULTY = "unknown", "outside", "unreadable", "faulty"
SENTENCES = {
    UNKNOWN: Text(
        "Styrmodellen ”{name}” finns inte, varken som fil eller bland de inbyggda: {known}.",
        "There is no steering model “{name}”, neither a file nor among the built-in ones: {known}.",
    ),
    OUTSIDE: Text(
        "Styrmodellen ”{name}” ligger utanför kodförrådet eller mappen, och läses därför inte. "
        "Ange den med --model om den ska användas.",
        "The steering model “{name}” lies outside the repository or folder and is therefore not read. "
        "Give it with --model if it is to be used.",
    ),
    UNREADABLE: Text(
        "Styrmodellen ”{name}” gick inte att läsa.", "The steering model “{name}” could not be read."
    ),
    FAULTY: Text(
        "Styrmodellen ”{name}” har fel i sig. Kör malkoll model check {file} så visas de.",
        "The steering model “{name}” has errors of its own. malkoll model check {file} shows them.",
    ),
}
CLOSE = Text(
    "Styrmodellen ”{name}” finns inte. Menade du ”{near}”?",
    "There is no steering model “{name}”. Did you mean “{near}”?",
)
SET_IN = Text("{file}: {problem}", "{file}: {problem}")


class _Refused(Record):
    """Why a model can't be used: the variant of its sentence, and the file as shown."""

    variant: str
    file: str


class Models:
    """The steering models of one run, each read once.

    Args:
        given: the model that the caller chose over all others: an id or a file.
        date: the run's date.

    Raises:
        CallError: when that one can't be used.

    """

    def __init__(self, given: str | None, date: datetime.date) -> None:
        self._date = date
        self._read: dict[str, LoadedModel | _Refused] = {}
        self.given = self._chosen(given, Path.cwd(), None) if given is not None else None

    def of(self, configuration: Configuration) -> LoadedModel:
        """Give the model for documents that name none.

        Raises:
            CallError: when the configuration's can't be used.

        """
        if self.given is not None:
            return self.given
        if configuration.model is None or configuration.file is None:
            return built_in(DEFAULT)
        return self._chosen(configuration.model, configuration.file.parent, configuration.file)

    def _chosen(self, name: str, folder: Path, set_in: Path | None) -> LoadedModel:
        found = self._find(name, folder, is_trusted=set_in is None)
        if isinstance(found, LoadedModel):
            return found
        near = closest(name, list(BUILT_IN)) if found.variant == UNKNOWN else None
        problem = (
            CLOSE(name=name, near=near)
            if near
            else SENTENCES[found.variant](name=name, known=_KNOWN, file=found.file)
        )
        raise CallError(SET_IN(file=shown_name(str(set_in)), problem=problem) if set_in else problem)

    def named_by(self, name: str, folder: str) -> LoadedModel | Trouble:
        """Give the model that a document in this folder names, or why it can't be used."""
        if self.given is not None:
            return self.given
        found = self._find(name, Path(folder), is_trusted=False)
        if isinstance(found, LoadedModel):
            return found
        values: dict[str, str | int] = {"name": name, "known": ", ".join(BUILT_IN), "file": found.file}
        return Trouble("unusable-steering-model", found.variant, Span(0, 0), values=values)

    def _find(self, name: str, folder: Path, *, is_trusted: bool) -> LoadedModel | _Refused:
        if name in BUILT_IN:
            return built_in(name)
        try:
            path = os.path.realpath(folder / name)
            if path != os.path.normpath(folder / name):
                # where a link leads may change
                looked.lose()
        except (OSError, ValueError):
            return _Refused(UNKNOWN, name)
        if not is_trusted and not _lies_inside(path, folder):
            return _Refused(OUTSIDE, name)
        if path not in self._read:
            self._read[path] = self._load(path)
        return self._read[path]

    def _load(self, path: str) -> LoadedModel | _Refused:
        # loaded here: most runs use a built-in model
        from malkoll.model_check import check_model  # noqa: PLC0415

        name = shown_name(path)
        data, trouble = read(Found(name, path, "", is_named=True), Limits().size)
        if trouble is not None or data is None:
            is_missing = trouble is not None and trouble.variant == "missing"
            return _Refused(UNKNOWN if is_missing else UNREADABLE, name)
        # a model with errors would make the findings wrong
        return check_model(name, data, self._date, select()).usable or _Refused(FAULTY, name)


_KNOWN = Words(BUILT_IN, quoted=False)


def _lies_inside(path: str, folder: Path) -> bool:
    """Tell whether a file lies in the repository of a folder; without one, in that or the current folder."""
    real = Path(os.path.realpath(folder))
    root = repository_root(real)
    allowed = [root] if root else [real, Path.cwd()]
    return any(Path(path).is_relative_to(one) for one in allowed)
