"""A command line as it was understood, and what is said of one that can't be."""

from __future__ import annotations

from typing import NoReturn

from malkoll.call_error import CallError
from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import COMMON
from malkoll.language import OR, Message, Text, Words
from malkoll.record import Record

NO_OPTION = Text("Valet {name} finns inte.", "There is no option {name}.")
CLOSE_OPTION = Text(
    "Valet {name} finns inte. Menade du {near}?", "There is no option {name}. Did you mean {near}?"
)
NO_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Kommandona är {known}.",
    "There is no command “{name}”. The commands are {known}.",
)
CLOSE_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Menade du {near}?", "There is no command “{name}”. Did you mean {near}?"
)
FILE_FOR_COMMAND = Text(
    "Kommandot ”{name}” finns inte. Ska filen prövas, skriv: malkoll check {name}",
    "There is no command “{name}”. To check the file, write: malkoll check {name}",
)
WANTS_VALUE = Text("Efter {name} ska det stå ett värde: {value}.", "A value is to follow {name}: {value}.")
WANTS_PAIR = Text(
    "Efter {name} ska det stå {value}. Vad ska filen heta? {name} {chosen}=…",
    "{name} is to be followed by {value}. What is the file to be called? {name} {chosen}=…",
)
TAKES_NO_VALUE = Text("{name} tar inget värde.", "{name} takes no value.")
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


class Call(Record):
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


def hold(call: Call) -> Call:
    """Hold a call against what its command takes, and give it back.

    Raises:
        UsageError: for a value that isn't one of the choices, for too many or too few arguments.

    """
    for name, values in call.given.items():
        option = find_option(call.command, name) or _option_of_program(name)
        if option is not None:
            _hold_option(call.command, option, values)
    if call.has("--help") or not call.command.module:
        return call
    argument = next(iter(call.command.arguments), None)
    most = argument.most if argument else 0
    if most is not None and len(call.arguments) > most:
        refuse(TOO_MUCH(call=call.command.call, value=call.arguments[most]), call.command)
    if argument is not None:
        _hold_argument(call, argument)
    return call


def _hold_option(command: Command, option: Option, values: list[str]) -> None:
    for value in values:
        if option.value is None or (option.may_be_bare and not value):
            continue
        if find_option(command, value.partition("=")[0]) is not None:
            # the option's own value was forgotten
            refuse(WANTS_VALUE(name=option.name, value=option.value), command)
        chosen, sign, rest = value.partition("=") if option.is_pair else (value, "", "")
        if option.choices and chosen not in option.choices:
            _refuse_choice(command, option.name, option.choices, chosen)
        if option.is_pair and not (sign and rest):
            refuse(WANTS_PAIR(name=option.name, value=option.value, chosen=chosen), command)


def _hold_argument(call: Call, argument: Argument) -> None:
    if len(call.arguments) < argument.least:
        refuse(MISSING_ARGUMENT(name=argument.name, about=argument.about), call.command)
    for given in call.arguments:
        if argument.choices and given not in argument.choices:
            _refuse_choice(call.command, argument.name, argument.choices, given)


def _refuse_choice(command: Command, name: str | Text, choices: tuple[str, ...], value: str) -> None:
    if near := _closest(value, list(choices)):
        refuse(CLOSE_CHOICE(name=name, value=value, near=near), command)
    refuse(
        WRONG_CHOICE(name=name, value=value, choices=Words(choices, OR, quoted=False, most=len(choices))),
        command,
    )


def refuse_option(command: Command, name: str) -> NoReturn:
    near = _closest(name, [one.name for one in (*command.options, *COMMON) if not one.is_hidden])
    refuse(CLOSE_OPTION(name=name, near=near) if near else NO_OPTION(name=name), command)


def refuse_command(group: Command, word: str) -> NoReturn:
    known = [command.words[-1] for command in group.commands]
    if near := _closest(word, known):
        refuse(CLOSE_COMMAND(name=word, near=near), group)
    if not group.words and word.lower().endswith((".yaml", ".yml")):
        refuse(FILE_FOR_COMMAND(name=word), group)
    refuse(NO_COMMAND(name=word, known=Words(known, quoted=False, most=len(known))), group)


def refuse(message: Message, command: Command) -> NoReturn:
    raise UsageError(message, command)


def find_option(command: Command, name: str) -> Option | None:
    """Give a command's option of this name, or one that every command has."""
    common = (option for option in COMMON if name and name in (option.name, option.short))
    return command.option(name) or next(common, None)


def _option_of_program(name: str) -> Option | None:
    # loaded here: few calls have such an option
    from malkoll.cli.commands.root import ROOT  # noqa: PLC0415

    return ROOT.option(name)


def _closest(word: str, words: list[str]) -> str | None:
    """Give the word that was most likely meant: the only one that begins so, or one that is close."""
    longer = [one for one in words if one.startswith(word) and len(word.strip("-")) > 1]
    if len(longer) == 1:
        return longer[0]
    # loaded here: only a mistake needs it
    from malkoll.document.words import closest  # noqa: PLC0415

    return closest(word, words)
