"""The command line: `main`, and what its exit codes mean."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from malkoll.call_error import CallError
from malkoll.cli import plain
from malkoll.cli.call import Call, UsageError, hold
from malkoll.cli.output import complain, say, write_bytes
from malkoll.cli.speech import asked_for, check_environment, configured, of_system
from malkoll.language import Language, Text

INTERRUPTED = Text("Avbrutet.", "Interrupted.")
SEE_HELP = Text("Hjälp: {call} --help", "Help: {call} --help")
BROKEN = Text(
    "Något gick fel i malkoll självt ({kind}), så ingenting är prövat färdigt. Anmäl det gärna, med det kommando "
    "som du skrev. Med MALKOLL_DEBUG=1 framför visas var.",
    "Something went wrong in malkoll itself ({kind}), so nothing was checked to the end. Please report it, with the "
    "command that you wrote. MALKOLL_DEBUG=1 before it shows where.",
)


class Exit(IntEnum):
    """What a command's exit code says."""

    FINE = 0
    FINDINGS = 1
    CANT_RUN = 2
    NO_DOCUMENT = 3
    INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line; give its exit code. No mistake, the caller's or ours, ends in a traceback."""
    words = sys.argv[1:] if words is None else words
    # what is read goes without cycles as soon as it is checked: looking for some would cost large documents a third more
    gc.set_threshold(2_000_000, 20, 100)
    _leave_plugins_out()
    language = asked_for(words)

    def answer() -> int:
        nonlocal language
        call = _understand(words)
        language = language or _language_of(call)
        return _run(call, language)

    try:
        if os.environ.get("_MALKOLL_COMPLETE"):
            return _complete(words)
        check_environment(words)
        # a call without the cache isn't remembered: what remembers it needn't be loaded
        if list(words[:1]) == ["check"] and "--no-cache" not in words:
            calls = import_module("malkoll.memo.calls")
            if calls.remembers(words):
                status: int = calls.run(words, answer, write_bytes)
                return status
        return answer()
    except UsageError as error:
        language = language or configured(None, None) or of_system()
        help_line = SEE_HELP(call=error.command.call)
        complain([*error.render(language), help_line.render(language)])
    except CallError as error:
        complain(error.render(language or of_system()))
    except KeyboardInterrupt:
        complain([INTERRUPTED.render(language or of_system())])
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - said in a sentence, whatever it is
        if os.environ.get("MALKOLL_DEBUG"):
            import_module("traceback").print_exc()
        complain([BROKEN(kind=type(error).__name__).render(language or of_system())])
    return Exit.CANT_RUN


def _leave_plugins_out() -> None:
    """Keep pydantic from looking for plugins of others: it would take as long as reading a document.

    Where pydantic has its search elsewhere one day, it searches, and nothing else changes.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    search = ModuleType("pydantic.plugin._loader")
    search.get_plugins = lambda: ()  # type: ignore[attr-defined]
    sys.modules.setdefault(search.__name__, search)


def entry() -> NoReturn:
    """Run the program and end it."""
    end(main())


def end(status: int) -> NoReturn:
    """End the program, without clearing up what ends with it anyway.

    After an interruption, handled as it is, Python itself may end by the signal instead.
    """
    for stream in (sys.stdout, sys.stderr):
        # what could be written is written, and what couldn't be has been told
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def _understand(words: Sequence[str]) -> Call:
    if list(words) == ["--version"]:
        # asked by scripts, time and again: nothing has to be understood
        from malkoll.cli.commands.root import ROOT  # noqa: PLC0415 - needed here alone

        return Call(ROOT, {"--version": [""]}, [])
    call = plain.read(words)
    if call is not None:
        return hold(call)
    understood: Call = import_module("malkoll.cli.arguments").parse(words)
    return understood


def _complete(words: Sequence[str]) -> int:
    """Answer a shell that asks what the last word may become."""
    completion = import_module("malkoll.cli.completion")
    say("".join(f"{word}\n" for word in completion.complete(words)))
    return Exit.FINE


def _language_of(call: Call) -> Language:
    """Give the language of the configuration in force, else the computer's."""
    if call.has("--version"):
        # a name and a number, the same in every language
        return of_system()
    path = next((argument for argument in call.arguments if call.command.module == "check"), None)
    return configured(call.one("--config"), path, isolated=call.has("--isolated")) or of_system()


def _run(call: Call, language: Language) -> int:
    command = call.command
    if call.has("--help"):
        module = "help"
    elif call.has("--version"):
        module = "version"
    elif call.has("--install-completion") or call.has("--show-completion"):
        module = "completion"
    else:
        # a group alone: its help says what can follow
        module = command.module or "help"
    # a command loads what it needs and no more
    status: int = import_module(f"malkoll.cli.{module}").run(call, language)
    return status
