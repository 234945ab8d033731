"""`malkoll check --watch`: checks again when a file has changed, until Ctrl-C."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from malkoll.call_error import CallError
from malkoll.cli import Exit, check
from malkoll.cli.call import Call, refuse
from malkoll.cli.output import complain
from malkoll.config.configuration import Configuration
from malkoll.config.files import OWN_FILE, SHARED_FILE, Configurations
from malkoll.discover import STANDARD_INPUT, Discovery
from malkoll.formats import Format
from malkoll.language import Language, Text

NOT_WITH = Text(
    "--watch visar rapporten på skärmen medan du skriver, och går inte ihop med {name}.",
    "--watch shows the report on the screen while you write, and doesn't go with {name}.",
)
WAITS = Text(
    "{time} · Prövar igen när något ändras. Ctrl-C slutar.",
    "{time} · Checks again when something changes. Ctrl-C ends it.",
)
_WITHOUT = ("--fix", "--diff", "--report", "--write-baseline", "--grow-baseline", "--stdin-filename")
_FORMS = (None, Format.FULL.value, Format.CONCISE.value)
_YAML = (".yaml", ".yml")
INTERVAL = 0.5
"""Seconds between two looks; looking works on every drive, a network's too."""
PATIENCE = 4
"""How many looks a file may be gone while an editor saves it, before that is told."""

_State = dict[str, tuple[int, int, int] | None]
"""What is known of each file: when it changed, how large it is and which it is; None where it is gone."""


def run(call: Call, language: Language) -> int:
    """Check, and again after every change; Ctrl-C is the way to end it, and no mistake."""
    _hold(call)
    once = call._replace(given={name: values for name, values in call.given.items() if name != "--watch"})
    files = _Files(once)
    try:
        seen = files.now()
        _clear()
        check.run(once, language)
        while True:
            complain([WAITS(time=f"{datetime.datetime.now().astimezone():%H:%M:%S}").render(language)])
            seen = files.changed(seen)
            _clear()
            _check(once, language)
    except KeyboardInterrupt:
        complain([""])
    return Exit.FINE


def _check(call: Call, language: Language) -> None:
    """Check once more; what can't be used right now may be mended the next moment."""
    try:
        check.run(call, language)
    except CallError as error:
        complain(error.render(language))


def _hold(call: Call) -> None:
    """Hold that the report is for a screen."""
    for name in _WITHOUT:
        if call.has(name):
            _refuse(call, name)
    if STANDARD_INPUT in call.arguments:
        _refuse(call, STANDARD_INPUT)
    form = call.one("--format")
    if form not in _FORMS:
        _refuse(call, f"--format {form}")


def _refuse(call: Call, name: str) -> NoReturn:
    refuse(NOT_WITH(name=name), call.command)


def _clear() -> None:
    """Empty the screen, so that the report begins at its top; a file or a pipe isn't one."""
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return
    # loaded here: it knows how the consoles of Windows want it
    from rich.console import Console  # noqa: PLC0415

    Console().clear()


class _Files:
    """The files that a check reads, and what it goes by."""

    def __init__(self, call: Call) -> None:
        self.call = call

    def changed(self, seen: _State) -> _State:
        """Wait until something differs and stays so from one look to the next; give what is there then."""
        now = seen
        while now == seen:
            time.sleep(INTERVAL)
            now = self.now()
        for _ in range(PATIENCE):
            before = now
            time.sleep(INTERVAL / 5)
            now = self.now()
            if now == before and not _is_gone(seen, now):
                break
        return now

    def now(self) -> _State:
        return {path: _state(path) for path in self._paths()}

    def _paths(self) -> Iterator[str]:
        paths = check.named_paths(self.call)
        folders = {_folder(path) for path in paths}
        # what a configuration is while it is being written can't always be read
        with contextlib.suppress(CallError):
            configurations = Configurations(self.call.one("--config"), isolated=self.call.has("--isolated"))
            for folder in folders:
                yield from _of_configuration(configurations.of(folder))
            yield from (one.path for one in Discovery(configurations).files(paths) if one.path)
        yield from paths
        yield from (value for name in ("--config", "--model", "--baseline") if (value := self.call.one(name)))
        for folder in folders:
            # documents beside count too, and so may the steering model
            yield from _beside(folder)
            yield from (
                str(above / name) for above in (folder, *folder.parents) for name in (OWN_FILE, SHARED_FILE)
            )


def _is_gone(before: _State, now: _State) -> bool:
    """Tell whether a file that was there isn't: an editor that saves takes it away for a moment."""
    return any(state is not None and now.get(path) is None for path, state in before.items())


def _of_configuration(configuration: Configuration) -> Iterator[str]:
    if configuration.file is not None:
        given = (configuration.model, configuration.baseline)
        yield from (str(configuration.file.parent / name) for name in given if name)


def _beside(folder: Path) -> Iterator[str]:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        yield from (entry.path for entry in entries if entry.name.lower().endswith(_YAML))


def _folder(path: str) -> Path:
    here = Path(path).absolute()
    return here if os.path.isdir(here) else here.parent  # noqa: PTH112 - pathlib raises for names that are too long


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - asked of each file, twice a second
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
