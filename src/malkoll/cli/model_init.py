"""`malkoll model init`: a commented steering model to start from."""

from __future__ import annotations

import errno
from importlib.resources import files
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import complain, say_data
from malkoll.discover import STANDARD_INPUT, shown_name
from malkoll.language import Language, Text

FILE = Text("styrmodell.yaml", "steering-model.yaml")
EXISTS = Text(
    "{file} finns redan och är inte ändrad. Välj ett annat namn, eller skriv över den med --force.",
    "{file} is there already and was not changed. Choose another name, or write over it with --force.",
)
CANT_WRITE = Text("{file} gick inte att skriva.", "{file} could not be written.")
NO_FOLDER = Text(
    "{file} gick inte att skriva: mappen finns inte.", "{file} could not be written: there is no such folder."
)
WRITTEN = Text(
    "{file} är skriven. Fyll i den, och pröva den med: malkoll model check {file}",
    "{file} is written. Fill it in, and check it with: malkoll model check {file}",
)


def run(call: Call, language: Language) -> int:
    name = call.arguments[0] if call.arguments else FILE.render(language)
    text = template(language)
    if name == STANDARD_INPUT:
        say_data(text)
        return Exit.FINE
    _write(name, text, over=call.has("--force"))
    complain([WRITTEN(file=shown_name(name)).render(language)])
    return Exit.FINE


def template(language: Language) -> str:
    """Give the steering model to start from, in one language."""
    return files("malkoll.cli").joinpath("templates", FILE.render(language)).read_text(encoding="utf-8")


def _write(name: str, text: str, *, over: bool) -> None:
    try:
        with Path(name).open("w" if over else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise CallError(EXISTS(file=shown_name(name))) from error
    except (OSError, ValueError) as error:
        is_missing = isinstance(error, OSError) and error.errno == errno.ENOENT
        raise CallError((NO_FOLDER if is_missing else CANT_WRITE)(file=shown_name(name))) from error
