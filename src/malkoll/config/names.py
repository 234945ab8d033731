"""Names of rules, as callers and configurations write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.config.configuration import Configuration
from malkoll.config.files import IN_FILE
from malkoll.diagnostic import Severity
from malkoll.discover import shown_name
from malkoll.document.words import closest
from malkoll.language import Message, Text
from malkoll.rules import RULES
from malkoll.selection import matching
from malkoll.source import Span

UNKNOWN_RULE = Text("Ingen regel heter ”{name}”.", "No rule is called “{name}”.")
CLOSE_RULE = Text(
    "Ingen regel heter ”{name}”. Menade du ”{near}”?", "No rule is called “{name}”. Did you mean “{near}”?"
)


def named(name: str) -> dict[str, str | int]:
    """Give the values of the sentence about a name that no rule has."""
    from malkoll.suppress.troubles import near_rule  # noqa: PLC0415 - only for a name that no rule has

    near = near_rule(name)
    return {"name": name, "near": near} if near else {"name": name}


def severities(configuration: Configuration) -> dict[str, Severity | None]:
    """Give the severities that a configuration sets, by the rules' names."""
    return {
        rule.name: severity
        for selector, severity in configuration.severity.items()
        for rule in matching(selector)
    }


def place(text: str, name: str) -> Span:
    """Find a name in a configuration: in quotation marks, or as a bare key."""
    bare = re.escape(name)
    found = re.search(rf"(?<=[\"']){bare}(?=[\"'])|(?<![\w-]){bare}(?=[ \t]*=)", text)
    return Span(*found.span()) if found else Span(0, 0)


def refuse_unknown(selectors: Iterable[str], file: Path | None = None) -> None:
    """Refuse names that no rule has, given by the caller or in a configuration's file.

    Raises:
        CallError: when there are such.

    """
    wrong: list[Message] = []
    for name in dict.fromkeys(selectors):
        if matching(name):
            continue
        near = closest(name, [word for rule in RULES for word in (rule.name, rule.code)])
        wrong.append(CLOSE_RULE(name=name, near=near) if near else UNKNOWN_RULE(name=name))
    if wrong and file is not None:
        wrong = [IN_FILE(file=shown_name(str(file)), problem=problem) for problem in wrong]
    if wrong:
        raise CallError(*wrong)
