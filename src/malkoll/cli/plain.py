"""Reads plain command lines, as nearly all are, by the table of commands alone.

Setting up Typer takes as long as checking a document. So a line with nothing out of the ordinary
in it is read here, and every other is left to Typer; a test holds that both read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from malkoll.cli.call import Call, find_option
from malkoll.cli.command import Command


def read(words: Sequence[str]) -> Call | None:
    """Read a command line; None where it takes more to understand it, or it can't be understood."""
    rest = iter(words)
    command = _command(rest)
    if command is None:
        return None
    given: dict[str, list[str]] = {}
    arguments: list[str] = []
    for word in rest:
        if not word.startswith("-") or word == "-":
            arguments.append(word)
            continue
        found_option = _option(command, word, rest)
        if found_option is None:
            return None
        name, value = found_option
        if value is None:
            given[name] = [""]
        else:
            given.setdefault(name, []).append(value)
    return Call(command, given, arguments)


def _command(words: Iterator[str]) -> Command | None:
    """Give the command that is meant; None where there is none of that name."""
    first = next(words, "")
    if first == "check":
        # what hooks and editors call all day: the other commands needn't be loaded
        from malkoll.cli.commands.checking import CHECK  # noqa: PLC0415

        return CHECK
    from malkoll.cli.commands.root import ROOT  # noqa: PLC0415

    command = ROOT.find(first)
    while command is not None and command.commands:
        command = command.find(next(words, ""))
    return command


def _option(command: Command, word: str, rest: Iterator[str]) -> tuple[str, str | None] | None:
    """Give an option's name and value; a switch has none."""
    name, sign, value = word.partition("=")
    option = find_option(command, name)
    if option is None or option.may_be_bare or (sign and not name.startswith("--")):
        return None
    if option.value is None:
        return None if sign else (option.name, None)
    if not sign:
        value = next(rest, "-")
        if value.startswith("-"):
            # forgotten, or meant so: Typer knows
            return None
    return option.name, value
