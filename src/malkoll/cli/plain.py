"""Reads plain command lines, as nearly all are, by the table of commands alone.

Setting up Typer takes as long as checking a document. So a line with nothing out of the ordinary
in it is read here, and every other is left to Typer; a test holds that both read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from malkoll.cli.call import Call, find_option
from malkoll.cli.command import Command
from malkoll.cli.commands import ROOT


def read(words: Sequence[str]) -> Call | None:
    """Read a command line; None where it takes more to understand it, or it can't be understood."""
    command, rest = ROOT, iter(words)
    while command.commands:
        found = command.find(next(rest, ""))
        if found is None:
            return None
        command = found
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
