"""Shell completion: the script for a shell, and what the script asks malkoll for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call, find_option
from malkoll.cli.command import Command, Option
from malkoll.cli.commands.options import COMMON
from malkoll.cli.commands.root import ROOT, SHELLS
from malkoll.cli.output import complain, say
from malkoll.discover import shown_name
from malkoll.language import OR, Language, Text, Words

VARIABLE = "_MALKOLL_COMPLETE"
"""Set by the scripts: then the words of a command line are completed instead of run."""
IS_WINDOWS = os.name == "nt"
WHICH_SHELL = Text(
    "Det går inte att se vilket skal du använder. Skriv det efter {name}: {shells}.",
    "It can't be told which shell you use. Write it after {name}: {shells}.",
)
INSTALLED = Text(
    "Klart: {file}. Öppna ett nytt fönster, så fyller {shell} i malkolls kommandon.",
    "Done: {file}. Open a new window, and {shell} completes malkoll's commands.",
)
BY_HAND = Text(
    "I PowerShell, skriv: malkoll --show-completion powershell >> $PROFILE",
    "In PowerShell, write: malkoll --show-completion powershell >> $PROFILE",
)
CANT_WRITE = Text("{file} gick inte att skriva.", "{file} could not be written.")

SCRIPTS = {
    "bash": """\
_malkoll() {
    local IFS=$'\\n'
    COMPREPLY=($(_MALKOLL_COMPLETE=1 malkoll "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _malkoll malkoll
""",
    "zsh": """\
#compdef malkoll
_malkoll() {
    local -a found
    found=("${(@f)$(_MALKOLL_COMPLETE=1 malkoll "${(@)words[2,$CURRENT]}" 2>/dev/null)}")
    if [[ -n "$found" ]]; then
        compadd -- "${found[@]}"
    else
        _files
    fi
}
if [[ "$funcstack[1]" == _malkoll ]]; then
    _malkoll "$@"
else
    compdef _malkoll malkoll
fi
""",
    "fish": """\
complete -c malkoll -a '(_MALKOLL_COMPLETE=1 malkoll (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName malkoll -ScriptBlock {
    param($word, $line, $position)
    $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($word -eq '') { $words += '' }
    $Env:_MALKOLL_COMPLETE = '1'
    malkoll @words 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    $Env:_MALKOLL_COMPLETE = $null
}
""",
}
_FILES = {
    "bash": (
        ".local/share/malkoll/completion.bash",
        ".bashrc",
        'source "$HOME/.local/share/malkoll/completion.bash"',
    ),
    "zsh": (
        ".local/share/malkoll/completion.zsh",
        ".zshrc",
        'autoload -Uz compinit && compinit && source "$HOME/.local/share/malkoll/completion.zsh"',
    ),
    "fish": (".config/fish/completions/malkoll.fish", "", ""),
}
"""Where a shell's script goes, from the home folder; and the file and line that load it there."""


def run(call: Call, language: Language) -> int:
    """Show the script for a shell, or put it where the shell finds it."""
    is_install = call.has("--install-completion")
    name = "--install-completion" if is_install else "--show-completion"
    shell = call.one(name) or _own_shell()
    if shell is None:
        raise CallError(WHICH_SHELL(name=name, shells=Words(SHELLS, OR, quoted=False)))
    if not is_install:
        say(SCRIPTS[shell])
    elif shell in _FILES:
        file = _install(shell)
        complain([INSTALLED(file=shown_name(str(file)), shell=shell).render(language)])
    else:
        complain([BY_HAND.render(language)])
    return Exit.FINE


def _own_shell(environment: Mapping[str, str] = os.environ) -> str | None:
    name = Path(environment.get("SHELL", "")).name
    if not name and IS_WINDOWS:
        return "powershell"
    return name if name in SHELLS else None


def _install(shell: str) -> Path:
    place, loader, line = _FILES[shell]
    # loaded here: completing a word needs it not
    from malkoll.saving import save  # noqa: PLC0415

    file = Path("~", place)
    try:
        home = Path.home()
        file = home / place
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, SCRIPTS[shell].encode())
        if loader:
            _append(home / loader, line)
    except (OSError, RuntimeError) as error:
        # without a home it is a RuntimeError
        raise CallError(CANT_WRITE(file=shown_name(str(file)))) from error
    return file


def _append(file: Path, line: str) -> None:
    """Add a line to a shell's own file, once."""
    from malkoll.saving import save  # noqa: PLC0415

    before = file.read_bytes() if file.exists() else b""
    if line.encode() not in before:
        between = b"" if not before or before.endswith(b"\n") else b"\n"
        save(file, b"".join((before, between, line.encode(), b"\n")))


def complete(words: Sequence[str]) -> Iterator[str]:
    """Give what the last word may become; nothing where the shell may offer files."""
    # bash hands over the sign between an option and its value as a word
    *before, last = [word for word in words[:-1] if word != "="] + [
        "" if word == "=" else word for word in words[-1:]
    ] or [""]
    command, waiting = _follow(before)
    option = find_option(command, waiting) if waiting else None
    if option is not None:
        yield from _beginning(last, _values(option))
    elif last.startswith("-"):
        name, equals, value = last.partition("=")
        valued = find_option(command, name) if equals else None
        if valued is not None:
            yield from (f"{name}={one}" for one in _beginning(value, _values(valued)))
        else:
            names = [one.name for one in (*command.options, *COMMON) if not one.is_hidden]
            yield from _beginning(last, names)
    elif command.commands:
        yield from _beginning(last, [one.words[-1] for one in command.commands])
    else:
        for argument in command.arguments:
            yield from _beginning(last, argument.choices or _named(argument.completes))


def _follow(words: Sequence[str]) -> tuple[Command, str]:
    """Find the command that the words lead to, and the option that waits for its value."""
    command, waiting = ROOT, ""
    for word in words:
        if waiting:
            waiting = ""
        elif word.startswith("-"):
            option = find_option(command, word)
            waiting = option.name if option is not None and option.value is not None else ""
        elif command.commands:
            command = command.find(word) or command
    return command, waiting


def _beginning(start: str, words: Sequence[str]) -> Iterator[str]:
    folded = start.casefold()
    return (word for word in words if word.casefold().startswith(folded))


def _values(option: Option) -> Sequence[str]:
    if option.is_pair:
        return [f"{choice}=" for choice in option.choices]
    return option.choices or _named(option.completes)


def _named(what: str) -> Sequence[str]:
    if what != "rules":
        return ()
    # loaded here: the rules take time, and few words are completed with them
    from malkoll.rules import RULES  # noqa: PLC0415

    return [name for rule in RULES for name in (rule.code, rule.name)]
