"""`malkoll model init`: a commented steering model to start from."""

from __future__ import annotations

from importlib.resources import files

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import complain, say_data
from malkoll.discover import STANDARD_INPUT, shown_name
from malkoll.language import Language, Text
from malkoll.saving import save

FILE = Text("styrmodell.yaml", "steering-model.yaml")
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
    save(name, text.encode(), new=not call.has("--force"))
    complain([WRITTEN(file=shown_name(name)).render(language)])
    return Exit.FINE


def template(language: Language) -> str:
    """Give the steering model to start from, in one language."""
    return files("malkoll.cli").joinpath("templates", FILE.render(language)).read_text(encoding="utf-8")
