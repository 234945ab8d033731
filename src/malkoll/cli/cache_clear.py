"""`malkoll cache clear`: what is kept between runs goes away."""

from __future__ import annotations

import os
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import say
from malkoll.language import Count, Language, Text
from malkoll.memo.folder import PARTS, cache_folder

NOTHING = Text("Det finns inget sparat att ta bort.", "Nothing is kept, so there is nothing to remove.")
REMOVED = Text("Tog bort {files} ur {folder}.", "Removed {files} from {folder}.")
FILES = (Text("fil", "file"), Text("filer", "files"))
CANT_REMOVE = Text("{file} gick inte att ta bort.", "{file} could not be removed.")


def run(_call: Call, language: Language) -> int:
    """Remove our own parts of the folder, and nothing else that may lie there."""
    folder = cache_folder()
    removed = sum(_cleared(Path(folder, part)) for part in PARTS) if folder else 0
    message = REMOVED(files=Count(removed, *FILES), folder=folder) if removed else NOTHING()
    say(f"{message.render(language)}\n", is_ours=False)
    return Exit.FINE


def _cleared(part: Path) -> int:
    if not part.is_dir() or part.is_symlink():
        return 0
    files = [Path(entry.path) for entry in os.scandir(part) if not entry.is_dir(follow_symlinks=False)]
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise CallError(CANT_REMOVE(file=str(file))) from error
    return len(files)
