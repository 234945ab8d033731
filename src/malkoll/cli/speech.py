"""Which language to speak: what the caller says, else the environment, a configuration, the computer."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from malkoll.call_error import CallError
from malkoll.language import Language, Text

VARIABLE = "MALKOLL_LANG"
WRONG_VARIABLE = Text(
    "MALKOLL_LANG är ”{value}”. Det kan vara sv eller en.", "MALKOLL_LANG is “{value}”. It can be sv or en."
)
_IS_WINDOWS = os.name == "nt"


def asked_for(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language | None:
    """Give the language that the command line or the environment asks for, None when neither does."""
    for place, word in enumerate(words):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            found = _language(value if equals else "".join(words[place + 1 : place + 2]))
            if found is not None:
                return found
    return _language(environment.get(VARIABLE, ""))


def check_environment(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
    """Refuse a language in the environment that isn't spoken, unless the command line has another.

    Raises:
        CallError: when it isn't.

    """
    value = environment.get(VARIABLE, "")
    if value and asked_for(words, environment) is None:
        raise CallError(WRONG_VARIABLE(value=value))


def configured(config: str | None, path: str | None, *, isolated: bool = False) -> Language | None:
    """Give the language of the configuration that holds for a path, or for the current folder."""
    # loaded here: not every call needs a configuration
    from pathlib import Path  # noqa: PLC0415

    from malkoll.config.files import Configurations  # noqa: PLC0415

    try:
        here = Path(path or ".").absolute()
        folder = here if here.is_dir() else here.parent
        return Configurations(config, isolated=isolated).of(folder).language
    except (CallError, OSError, ValueError):
        # whoever needs the configuration says what is wrong with it
        return None


def of_system(environment: Mapping[str, str] = os.environ) -> Language:
    """Give the language of the computer's locale; Swedish where it has none."""
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    if not name and _IS_WINDOWS:
        name = _windows_locale()
    plain = name.partition(".")[0].partition("@")[0].casefold()
    if plain in {"", "c", "posix"} or plain.startswith(("sv_", "sv-", "swedish")) or plain == "sv":
        return Language.SV
    return Language.EN


def _windows_locale() -> str:
    # loaded here: Windows alone keeps its locale elsewhere than in the environment
    import locale  # noqa: PLC0415

    try:
        return locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        return ""


def _language(value: str) -> Language | None:
    """Read ``sv``, ``en``, and what begins with them as locales do."""
    plain = value.casefold().replace("-", "_").partition(".")[0].partition("_")[0]
    return next((language for language in Language if language.value == plain), None)
