"""From the words of the command line to a call: our own, for each of its sentences is in two languages.

Typer and click take a tenth of a second to load, as long as checking a document, and their
English would have to be taken out of them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from malkoll.call_error import CallError
from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands import COMMON, ROOT
from malkoll.language import OR, Message, Text, Words

NO_OPTION = Text("Valet {name} finns inte.", "There is no option {name}.")
CLOSE_OPTION = Text(
    "Valet {name} finns inte. Menade du {near}?", "There is no option {name}. Did you mean {near}?"
)
NO_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Det finns {known}.", "There is no command “{name}”. There are {known}."
)
CLOSE_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Menade du {near}?", "There is no command “{name}”. Did you mean {near}?"
)
FILE_FOR_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Ska filen prövas, skriv: malkoll check {name}",
    "There is no command “{name}”. To check the file, write: malkoll check {name}",
)
WANTS_VALUE = Text("Efter {name} ska det stå ett värde: {value}.", "A value is to follow {name}: {value}.")
TAKES_NO_VALUE = Text(
    "{name} tar inget värde, men fick ”{value}”.", "{name} takes no value, but got “{value}”."
)
WRONG_CHOICE = Text("{name} kan vara {choices}, inte ”{value}”.", "{name} can be {choices}, not “{value}”.")
CLOSE_CHOICE = Text(
    "{name} kan inte vara ”{value}”. Menade du {near}?", "{name} can't be “{value}”. Did you mean {near}?"
)
MISSING_ARGUMENT = Text("{name} saknas: {about}", "{name} is missing: {about}")
TOO_MUCH = Text("Här står mer än {call} tar: ”{value}”.", "Here is more than {call} takes: “{value}”.")


class UsageError(CallError):
    """The command line can't be understood; ``command`` is as far as it could."""

    def __init__(self, message: Message, command: Command) -> None:
        super().__init__(message)
        self.command = command


class Call(NamedTuple):
    """A command with what was given to it.

    Attributes:
        command: the command, or a group when help is wanted or nothing more was said.
        given: every option that was given, by name; switches have an empty text.
        arguments: what was given without a name.

    """

    command: Command
    given: dict[str, list[str]]
    arguments: list[str]

    def has(self, name: str) -> bool:
        return name in self.given

    def one(self, name: str) -> str | None:
        """Give an option's value, the last if it was given several times."""
        return self.given[name][-1] if name in self.given else None

    def many(self, name: str) -> tuple[str, ...]:
        """Give the values of a list: those of every time, at every comma."""
        parts = (part.strip() for value in self.given.get(name, ()) for part in value.split(","))
        return tuple(part for part in parts if part)


def parse(words: Sequence[str]) -> Call:
    """Understand a command line.

    Raises:
        UsageError: when it can't be understood.

    """
    return _Reader(words).read()


class _Reader:
    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        self.at = 0
        self.command = ROOT
        self.given: dict[str, list[str]] = {}
        self.arguments: list[str] = []

    def read(self) -> Call:
        while self.at < len(self.words):
            word = self._next()
            if word == "--":
                self.arguments += self.words[self.at :]
                break
            if word.startswith("--"):
                self._long(word)
            elif word.startswith("-") and len(word) > 1:
                self._short(word)
            elif self.command.commands:
                self._subcommand(word)
            else:
                self.arguments.append(word)
        if "--help" not in self.given and self.command.module:
            self._check_arguments()
        return Call(self.command, self.given, self.arguments)

    def _next(self) -> str:
        word = self.words[self.at]
        self.at += 1
        return word

    def _long(self, word: str) -> None:
        name, equals, value = word.partition("=")
        option = find_option(self.command, name)
        if option is None:
            near = _closest(name, [one.name for one in (*self.command.options, *COMMON) if not one.is_hidden])
            self._refuse(CLOSE_OPTION(name=name, near=near) if near else NO_OPTION(name=name))
        if option.value is not None:
            self._take(option, value if equals else self._value_of(option))
        elif equals:
            self._refuse(TAKES_NO_VALUE(name=name, value=value))
        else:
            self._take(option, "")

    def _short(self, word: str) -> None:
        for letter in word[1:]:
            option = find_option(self.command, f"-{letter}")
            if option is None:
                self._refuse(NO_OPTION(name=f"-{letter}" if len(word) == 2 else f"-{letter} ({word})"))
            self._take(option, "")

    def _value_of(self, option: Option) -> str:
        following = self.words[self.at] if self.at < len(self.words) else None
        if option.may_be_bare:
            return self._next() if following in option.choices else ""
        is_option = (
            following is not None and find_option(self.command, following.partition("=")[0]) is not None
        )
        if following is None or is_option:
            self._refuse(WANTS_VALUE(name=option.name, value=option.value))
        return self._next()

    def _take(self, option: Option, value: str) -> None:
        if option.choices and value not in option.choices and not (option.may_be_bare and not value):
            self._refuse_choice(option.name, option.choices, value)
        self.given.setdefault(option.name, []).append(value)

    def _subcommand(self, word: str) -> None:
        found = self.command.find(word)
        if found is not None:
            self.command = found
            return
        known = [command.words[-1] for command in self.command.commands]
        if near := _closest(word, known):
            self._refuse(CLOSE_COMMAND(name=word, near=near))
        if self.command is ROOT and word.lower().endswith((".yaml", ".yml")):
            self._refuse(FILE_FOR_COMMAND(name=word))
        self._refuse(NO_COMMAND(name=word, known=Words(known, quoted=False)))

    def _check_arguments(self) -> None:
        argument = next(iter(self.command.arguments), None)
        most = argument.most if argument else 0
        if most is not None and len(self.arguments) > most:
            self._refuse(TOO_MUCH(call=self.command.call, value=self.arguments[most]))
        if argument is None:
            return
        if len(self.arguments) < argument.least:
            self._refuse(MISSING_ARGUMENT(name=argument.name, about=argument.about))
        self._check_choices(argument)

    def _check_choices(self, argument: Argument) -> None:
        for given in self.arguments:
            if argument.choices and given not in argument.choices:
                self._refuse_choice(argument.name, argument.choices, given)

    def _refuse_choice(self, name: str | Text, choices: tuple[str, ...], value: str) -> None:
        if near := _closest(value, list(choices)):
            self._refuse(CLOSE_CHOICE(name=name, value=value, near=near))
        self._refuse(WRONG_CHOICE(name=name, value=value, choices=Words(choices, OR, quoted=False)))

    def _refuse(self, message: Message) -> NoReturn:
        raise UsageError(message, self.command)


def find_option(command: Command, name: str) -> Option | None:
    """Give a command's option of this name, or one that every command has."""
    common = (option for option in COMMON if name and name in (option.name, option.short))
    return command.option(name) or next(common, None)


def _closest(word: str, words: list[str]) -> str | None:
    """Give the word that was most likely meant: the only one that begins so, or one that is close."""
    longer = [one for one in words if one.startswith(word) and len(word.strip("-")) > 1]
    if len(longer) == 1:
        return longer[0]
    # loaded here: only a mistake needs it
    from malkoll.document.words import closest  # noqa: PLC0415

    return closest(word, words)
