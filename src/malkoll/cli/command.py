"""What a command is: its arguments and options, described in both languages."""

from __future__ import annotations

from malkoll.language import Text
from malkoll.record import Record


class Option(Record):
    """An option of a command.

    Attributes:
        name: as ``--format``.
        about: what it does; a sentence.
        value: how its value is called in the help; None for a switch.
        choices: the values that there are, when they are few.
        short: its one-letter form, as ``-q``.
        is_list: may be given several times, and with commas.
        is_pair: its value is one of the choices, an equals sign and more; may be given several times.
        is_hidden: accepted, and not shown.
        may_be_bare: its value may be left out.
        completes: what a shell completes its value with, besides the choices: ``rules``.

    """

    name: str
    about: Text
    value: Text | None = None
    choices: tuple[str, ...] = ()
    short: str = ""
    is_list: bool = False
    is_pair: bool = False
    is_hidden: bool = False
    may_be_bare: bool = False
    completes: str = ""


class Argument(Record):
    """What a command takes without a name.

    Attributes:
        name: how it is called in the help.
        about: what it is; a sentence.
        least, most: how many there may be; None for any number.

    """

    name: Text
    about: Text
    least: int = 0
    most: int | None = 1
    choices: tuple[str, ...] = ()
    completes: str = ""

    @property
    def usage(self) -> Text:
        """Write it as usage lines have it: ``[FILE]``, ``RULE``, ``[PATH…]``."""
        more = "…" if self.most is None else ""
        shape = "{}" + more if self.least else "[{}" + more + "]"
        return Text(shape.format(self.name.sv), shape.format(self.name.en))


class Command(Record):
    """A command, or a group of them.

    Attributes:
        words: what is written to call it, without the program's name.
        module: the module of `malkoll.cli` that runs it; empty for a group.
        summary: what it does, in a few words.
        about: more of it.
        examples: calls, each with what it does.
        commands: those of a group.

    """

    words: tuple[str, ...]
    module: str
    summary: Text
    about: Text | None = None
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[Text, Text], ...] = ()
    commands: tuple[Command, ...] = ()

    @property
    def call(self) -> str:
        return " ".join(("malkoll", *self.words))

    def find(self, word: str) -> Command | None:
        """Give the command of a group that is called so."""
        return next((command for command in self.commands if command.words[-1] == word), None)

    def option(self, name: str) -> Option | None:
        """Give the option of this name, long or short."""
        return next((option for option in self.options if name and name in (option.name, option.short)), None)
