"""The help of a command, in one language, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.command import Command, Option
from malkoll.cli.commands.options import COMMON
from malkoll.cli.output import say, width
from malkoll.language import Language, Text

USAGE = Text("Skriv:", "Write:")
EXAMPLES = Text("Exempel:", "Examples:")
COMMANDS = Text("Kommandon:", "Commands:")
ARGUMENTS = Text("Uppgifter:", "Arguments:")
OPTIONS = Text("Val:", "Options:")
COMMAND_WORD = Text("KOMMANDO", "COMMAND")
OPTION_WORD = Text("[VAL]", "[OPTIONS]")
MORE = Text("Mer om ett kommando: {call} --help", "More about a command: {call} --help")
_WIDEST_NAME = 24


def run(call: Call, language: Language) -> int:
    """Write the help that was asked for, or that a call without a command needs."""
    say(help_of(call.command, language, width()))
    return Exit.FINE if call.has("--help") else Exit.CANT_RUN


def help_of(command: Command, language: Language, columns: int) -> str:
    """Write a command's help."""
    return "\n".join(_lines(command, language, columns)) + "\n"


def _lines(command: Command, language: Language, columns: int) -> Iterator[str]:
    yield from _wrapped(command.summary.render(language), columns)
    if command.about:
        yield ""
        yield from _wrapped(command.about.render(language), columns)
    yield ""
    yield USAGE.render(language)
    yield f"  {usage_of(command, language)}"
    if command.commands:
        rows = [(one.words[-1], one.summary.render(language)) for one in command.commands]
        yield from _section(COMMANDS.render(language), rows, columns)
    if command.arguments:
        rows = [(one.usage.render(language), one.about.render(language)) for one in command.arguments]
        yield from _section(ARGUMENTS.render(language), rows, columns)
    rows = [
        (_name(option, language), option.about.render(language))
        for option in (*command.options, *COMMON)
        if not option.is_hidden
    ]
    yield from _section(OPTIONS.render(language), rows, columns)
    if command.examples:
        yield ""
        yield EXAMPLES.render(language)
        calls = [(call.render(language), about.render(language)) for call, about in command.examples]
        yield from _examples(calls, columns)
    if command.commands:
        yield ""
        words = " ".join((command.call, COMMAND_WORD.render(language)))
        yield MORE(call=words).render(language)


def usage_of(command: Command, language: Language) -> str:
    """Write how a command is called, on one line."""
    words = [command.call, OPTION_WORD.render(language)]
    if command.commands:
        words.append(f"{COMMAND_WORD.render(language)} …")
    words += [argument.usage.render(language) for argument in command.arguments]
    return " ".join(words)


def _name(option: Option, language: Language) -> str:
    names = ", ".join(name for name in (option.short, option.name) if name)
    if option.value is None:
        return names
    value = option.value.render(language)
    return f"{names} [{value}]" if option.may_be_bare else f"{names} {value}"


def _section(title: str, rows: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    rows = list(rows)
    yield ""
    yield title
    widest = min(max(len(name) for name, _ in rows), _WIDEST_NAME)
    for name, about in rows:
        text = _wrapped(about, columns - widest - 4)
        if len(name) > widest:
            yield f"  {name}"
        else:
            yield f"  {name:{widest}}  {text.pop(0)}"
        yield from (f"{'':{widest + 4}}{line}" for line in text)


def _examples(calls: list[tuple[str, str]], columns: int) -> Iterator[str]:
    widest = max(len(call) for call, _ in calls)
    if 2 + widest + 2 + max(len(about) for _, about in calls) <= columns:
        yield from (f"  {call:{widest}}  {about}" for call, about in calls)
        return
    # a call is never broken, so that it can be copied
    for call, about in calls:
        yield f"  {call}"
        yield f"      {about}"


def _wrapped(text: str, columns: int) -> list[str]:
    # loaded here: it compiles patterns, and --version needs none
    import textwrap  # noqa: PLC0415

    return textwrap.wrap(text, max(columns, 20), break_on_hyphens=False, break_long_words=False)
