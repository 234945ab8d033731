"""The keys of a configuration: how each value is written, and what is said when it isn't so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from malkoll.config.configuration import FileRules
from malkoll.diagnostic import Severity
from malkoll.document.words import closest
from malkoll.gitignore import Pattern, read_patterns
from malkoll.language import OR, Language, Message, Text, Words

OFF = "off"
NEVER = "never"
SEVERITIES = tuple(severity.value for severity in Severity)
LANGUAGES = tuple(language.value for language in Language)

CLOSE_KEY = Text(
    "Inställningen ”{key}” finns inte. Menade du ”{near}”?",
    "There is no setting “{key}”. Did you mean “{near}”?",
)
UNKNOWN_KEY = Text(
    "Inställningen ”{key}” finns inte. Det som går att ställa in är {known}.",
    "There is no setting “{key}”. What can be set is {known}.",
)
A_TEXT = Text("”{key}” ska vara en text inom citattecken.", "“{key}” is to be a text in quotation marks.")
A_LIST = Text(
    '”{key}” ska vara en lista av texter: ["…", "…"].', '“{key}” is to be a list of texts: ["…", "…"].'
)
A_CHOICE = Text("”{key}” kan vara {choices}.", "“{key}” can be {choices}.")
CLOSE_CHOICE = Text(
    "”{key}” kan inte vara ”{value}”. Menade du ”{near}”?",
    "“{key}” can't be “{value}”. Did you mean “{near}”?",
)
A_SEVERITY_TABLE = Text(
    '”{key}” ska vara en tabell från regel till allvar: vague-word = "error".',
    '“{key}” is to be a table from rule to severity: vague-word = "error".',
)
A_FILE_TABLE = Text(
    '”{key}” ska vara en tabell från filer till regler: "utkast/*.yaml" = ["MK302"].',
    '“{key}” is to be a table from files to rules: "drafts/*.yaml" = ["MK302"].',
)


class WrongValueError(Exception):
    """Carries the sentence that says how a value is written, and the keys below the one at hand."""

    def __init__(self, sentence: Callable[..., Message], *below: str) -> None:
        super().__init__()
        self.sentence = sentence
        self.below = below


def read_values(table: dict[str, Any]) -> tuple[dict[str, Any], list[Message]]:
    """Read a configuration's table: its values by the names of `Configuration`, and what is wrong."""
    values: dict[str, Any] = {}
    wrong: list[Message] = []
    for key, value in table.items():
        if key not in KEYS:
            wrong.append(_unknown(key))
            continue
        try:
            values[key.replace("-", "_")] = KEYS[key](value)
        except WrongValueError as error:
            wrong.append(error.sentence(key=".".join((key, *error.below))))
    return values, wrong


def _unknown(key: str) -> Message:
    if near := closest(key, list(KEYS)):
        return CLOSE_KEY(key=key, near=near)
    return UNKNOWN_KEY(key=key, known=Words(list(KEYS), quoted=False, most=len(KEYS)))


def _word(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise WrongValueError(A_TEXT)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return tuple(value)
    raise WrongValueError(A_LIST)


def _patterns(value: object) -> tuple[Pattern, ...]:
    return read_patterns(_words(value))


def _one_of(choices: tuple[str, ...], value: object) -> str:
    if isinstance(value, str) and value in choices:
        return value
    near = closest(value, list(choices)) if isinstance(value, str) else None

    def sentence(key: str) -> Message:
        if near:
            return CLOSE_CHOICE(key=key, value=value, near=near)
        return A_CHOICE(key=key, choices=Words(choices, OR))

    raise WrongValueError(sentence)


def _severities(value: object) -> dict[str, Severity | None]:
    if not isinstance(value, dict):
        raise WrongValueError(A_SEVERITY_TABLE)
    found: dict[str, Severity | None] = {}
    for rule, severity in value.items():
        try:
            chosen = _one_of((*SEVERITIES, OFF), severity)
        except WrongValueError as error:
            raise WrongValueError(error.sentence, rule) from error
        found[rule] = None if chosen == OFF else Severity(chosen)
    return found


def _per_file(value: object) -> tuple[FileRules, ...]:
    if not isinstance(value, dict):
        raise WrongValueError(A_FILE_TABLE)
    found = []
    for pattern, rules in value.items():
        try:
            found.append(FileRules(read_patterns([pattern]), _words(rules)))
        except WrongValueError as error:
            raise WrongValueError(error.sentence, f'"{pattern}"') from error
    return tuple(found)


KEYS: dict[str, Callable[[object], Any]] = {
    "language": lambda value: Language(_one_of(LANGUAGES, value)),
    "model": _word,
    "select": _words,
    "extend-select": _words,
    "ignore": _words,
    "severity": _severities,
    "per-file-ignores": _per_file,
    "include": _patterns,
    "exclude": _patterns,
    "baseline": _word,
    "fail-on": lambda value: _one_of((*SEVERITIES, NEVER), value),
}
"""Every key, and what reads its value."""
