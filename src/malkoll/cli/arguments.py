"""From the words of the command line to a call, by Typer; what is said of mistakes is our own.

Typer has its own copy of click, with English sentences in it. So the help and every complaint
are written here, in two languages, from the table of commands; Typer is told of the same table
and does the reading.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from malkoll.cli.call import (
    TAKES_NO_VALUE,
    WANTS_VALUE,
    Call,
    find_option,
    hold,
    refuse,
    refuse_command,
    refuse_option,
)
from malkoll.cli.command import Command, Option
from malkoll.cli.commands.options import COMMON
from malkoll.cli.commands.root import ROOT

# the mistakes that click knows are reached through the one that Typer gives a name
_UsageError: Any = typer.BadParameter.__mro__[1]
_ARGUMENTS = "arguments"


def parse(words: Sequence[str]) -> Call:
    """Understand a command line.

    Raises:
        UsageError: when it can't be understood.

    """
    words = _filled(words)
    reading = _Reading(words)
    app = get_command(reading.app())
    try:
        app.main(words, prog_name="malkoll", standalone_mode=False)
    except _UsageError as error:
        _refuse(error, words)
    return hold(Call(reading.command, reading.given, reading.arguments))


def _filled(words: Sequence[str]) -> list[str]:
    """Give an option whose value may be left out an empty one, where it is."""
    commands = (ROOT, *ROOT.commands)
    bare = {option.name: option for command in commands for option in command.options if option.may_be_bare}
    filled = list(words)
    for place, word in enumerate(words):
        option = bare.get(word)
        if option is not None and "".join(words[place + 1 : place + 2]) not in option.choices:
            filled[place] = f"{word}="
    return filled


class _Reading:
    """What Typer finds while it reads: the command, options and arguments so far.

    Typer is told of those commands and options alone that the words may name: each takes it a
    while to set up, and what it doesn't know is refused by the table all the same.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = frozenset(words)
        self.command = ROOT
        self.given: dict[str, list[str]] = {}
        self.arguments: list[str] = []

    def app(self) -> typer.Typer:
        return self._group(ROOT)

    def _may_be(self, option: Option) -> bool:
        """Tell whether an option may be among the words; ``-qv`` is two short ones."""
        letter = option.short[1:]
        return any(
            word.partition("=")[0] == option.name
            or (letter and word.startswith("-") and not word.startswith("--") and letter in word)
            for word in self.words
        )

    def _group(self, group: Command) -> typer.Typer:
        app = typer.Typer(cls=_group_of(group), add_completion=False, rich_markup_mode=None)
        app.callback(invoke_without_command=True, add_help_option=False)(self._function(group))
        for command in group.commands:
            if command.words[-1] not in self.words:
                continue
            if command.commands:
                app.add_typer(self._group(command), name=command.words[-1])
            else:
                app.command(command.words[-1], add_help_option=False)(self._function(command))
        return app

    def _function(self, command: Command) -> Callable[..., None]:
        """Make the function that Typer calls: its parameters are the command's options."""
        options = {
            _parameter(option): option for option in (*command.options, *COMMON) if self._may_be(option)
        }

        def function(**values: Any) -> None:
            self.command = command
            self.arguments = values.pop(_ARGUMENTS, None) or []
            for name, value in values.items():
                if value:
                    option = options[name]
                    self.given.setdefault(option.name, []).extend(value if option.value else [""])

        parameters = [_signed(name, option) for name, option in options.items()]
        if not command.commands:
            words = Annotated[list[str] | None, typer.Argument()]
            parameters.append(_keyword(_ARGUMENTS, words, None))
        function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        function.__annotations__ = {one.name: one.annotation for one in parameters}
        return function


def _group_of(group: Command) -> type[TyperGroup]:
    class Group(TyperGroup):
        """A group that names an unknown command in its own words."""

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if group.find(args[0]) is None:
                refuse_option(group, args[0]) if args[0].startswith("-") else refuse_command(group, args[0])
            return super().resolve_command(ctx, args)

    return Group


def _parameter(option: Option) -> str:
    return option.name.strip("-").replace("-", "_")


def _signed(name: str, option: Option) -> inspect.Parameter:
    names = [one for one in (option.name, option.short) if one]
    if option.value is None:
        return _keyword(name, Annotated[bool, typer.Option(*names)], default=False)
    return _keyword(name, Annotated[list[str] | None, typer.Option(*names)], None)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _refuse(error: Any, words: Sequence[str]) -> None:
    """Say in our own words what click complains of."""
    command = _command_of(error, words)
    name = str(getattr(error, "option_name", ""))
    option = find_option(command, name) or find_option(ROOT, name)
    if option is None:
        refuse_option(command, name)
    if option.value is None:
        refuse(TAKES_NO_VALUE(name=option.name), command)
    refuse(WANTS_VALUE(name=option.name, value=option.value), command)


def _command_of(error: Any, words: Sequence[str]) -> Command:
    """Find the command whose words click was reading; where it doesn't tell, the one that the words lead to."""
    path = error.ctx.command_path.split()[1:] if error.ctx is not None else words
    command = ROOT
    for word in path:
        command = command.find(word) or command
    return command
