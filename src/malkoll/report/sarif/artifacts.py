"""Files as SARIF names them, and places in them as it counts."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from malkoll.diagnostic import Location
from malkoll.discover import STANDARD_INPUT
from malkoll.file_report import FileReport
from malkoll.report.options import Options
from malkoll.result import Report
from malkoll.source import Position
from malkoll.steering.loaded import LoadedModel

ROOT = "%SRCROOT%"
"""What relative addresses count from; where that is, the reader knows."""
_LONGEST = 2_000
"""Of lines that hold more characters together no snippet is written: each finding would repeat them."""
Wide = Mapping[int, Sequence[int]]
"""By line, where characters stand that UTF-16 counts as two, from 0."""


class Artifacts:
    """The files of one report, each once, in the order in which they are met.

    A built-in steering model is no file that a reader has, so there is no place in it either.
    """

    def __init__(self, report: Report, options: Options) -> None:
        self._here = _current_folder()
        self._root = options.root or self._here
        self._model = report.files[0].model if report.files else None
        self._wide: dict[str, Wide] = {}
        self._models: dict[str, LoadedModel] = {}
        self._locations: dict[str, dict[str, object]] = {}
        self._written: list[dict[str, object]] = []
        for file in report.files:
            self._wide[file.path] = file.wide
            self._add(file.path, self._checked(file))
        for file in report.files:
            self._models.setdefault(file.model.source.name, file.model)

    def all(self) -> list[dict[str, object]]:
        return self._written

    def has(self, file: str) -> bool:
        """Tell whether a file is one that the reader has."""
        return file in self._locations or not (file in self._models and self._models[file].is_built_in)

    def location(self, file: str) -> dict[str, object]:
        """Give a file's address and its number among the files."""
        if file not in self._locations:
            self._add(file, self._other(file))
        return self._locations[file]

    def physical(self, place: Location) -> dict[str, object]:
        """Give a place with the text that stands there and the lines around it."""
        region = self.region(place.file, place.start, place.end)
        physical: dict[str, object] = {"artifactLocation": self.location(place.file), "region": region}
        if _is_short(place):
            if (meant := _meant(place)) is not None:
                region["snippet"] = {"text": meant}
            if place.lines[-1][0] >= place.end.line:
                physical["contextRegion"] = {
                    "startLine": place.lines[0][0],
                    "endLine": place.lines[-1][0],
                    "snippet": {"text": "\n".join(text for _, text in place.lines)},
                }
        return physical

    def region(self, file: str, start: Position, end: Position) -> dict[str, object]:
        """Give a stretch of a file, its columns in units of UTF-16, the end exclusive."""
        wide = self._wide.get(file, {})
        return {
            "startLine": start.line,
            "startColumn": _column(start, wide),
            "endLine": end.line,
            "endColumn": _column(end, wide),
        }

    def _add(self, file: str, written: dict[str, object]) -> None:
        if file not in self._locations:
            self._locations[file] = {**self._address(file), "index": len(self._written)}
            self._written.append(written)

    def _checked(self, file: FileReport) -> dict[str, object]:
        is_stream = file.path == STANDARD_INPUT
        written: dict[str, object] = {
            "location": self._address(file.path),
            "roles": ["analysisTarget", "standardStream"] if is_stream else ["analysisTarget"],
            "mimeType": "application/yaml",
        }
        if file.sha256:
            written["hashes"] = {"sha-256": file.sha256}
        if self._model is not None and file.model.sha256 != self._model.sha256:
            written["properties"] = {"model": {"id": file.model.id, "sha256": file.model.sha256}}
        return written

    def _other(self, file: str) -> dict[str, object]:
        """Give a file that explains a finding: a steering model, as a rule."""
        model = self._models.get(file)
        if model is None:
            return {"location": self._address(file)}
        self._wide[file] = model.source.wide
        return {
            "location": self._address(file),
            "roles": ["userSpecifiedConfiguration"],
            "mimeType": "application/yaml",
            "hashes": {"sha-256": model.sha256},
        }

    def _address(self, file: str) -> dict[str, object]:
        """Give a file's address: from the root if it lies there, else whole."""
        if file == STANDARD_INPUT:
            return {"uri": file}
        if self._here is None or self._root is None:
            return _whole(file) if Path(file).is_absolute() else _relative(file)
        path = Path(os.path.normpath(self._here / file))
        if path.is_relative_to(self._root):
            return _relative(path.relative_to(self._root).as_posix())
        return _whole(path.as_posix())


def _current_folder() -> Path | None:
    try:
        return Path.cwd()
    except OSError:
        return None


def _relative(path: str) -> dict[str, object]:
    return {"uri": _escaped(path), "uriBaseId": ROOT}


def _whole(path: str) -> dict[str, object]:
    """Give a whole path's address; ``C:/x`` and ``//server/x`` are those of Windows."""
    if path.startswith("//"):
        return {"uri": f"file:{_escaped(path)}"}
    return {"uri": f"file://{_escaped(path if path.startswith('/') else f'/{path}')}"}


def _escaped(path: str) -> str:
    """Write every byte but letters, digits and ``-._~/`` by its number; a name needn't be text."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe="/")


def _column(position: Position, wide: Wide) -> int:
    """Count a column as UTF-16 does, where a character beyond the first 65,536 takes two."""
    return position.column + bisect_left(wide.get(position.line, ()), position.column - 1)


def _is_short(place: Location) -> bool:
    return bool(place.lines) and sum(len(text) for _, text in place.lines) <= _LONGEST


def _meant(place: Location) -> str | None:
    """Give the text of a place; None where its lines aren't all at hand."""
    lines = [text for number, text in place.lines if place.start.line <= number <= place.end.line]
    if len(lines) != place.end.line - place.start.line + 1:
        return None
    lines[-1] = lines[-1][: place.end.column - 1]
    lines[0] = lines[0][place.start.column - 1 :]
    return "\n".join(lines)
