"""Reads comments that silence findings: ``# malkoll: ignore[...] reason until 2027-12-31``."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from malkoll.rule import Rule
from malkoll.rules import RULES
from malkoll.source import SourceFile, Span
from malkoll.syntax.comments import Comment, comments
from malkoll.syntax.covered import Coverage
from malkoll.syntax.tree import Node

_WORDS = {"ignore": False, "undantag": False, "ignore-file": True, "undantag-fil": True}
"""What a comment may say, and whether it is about the whole file."""
_FORM = re.compile(r"(?P<word>[\w-]+)[ \t]*\[(?P<rules>[^\[\]]*)\](?P<reason>.*)", re.DOTALL)
_TO = r"(?:till(?:[ ]och[ ]med)?|t\.?o\.?m\.?|until)"
_UNTIL = re.compile(
    rf"(?:\A|\s){_TO}\s+(?P<date>[0-9]{{4}}[-./][0-9]{{1,2}}(?:[-./][0-9]{{1,2}})?|"
    r"[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ][0-9]{4})\.?\s*\Z",
    re.IGNORECASE,
)
_BY_NAME = {folded: rule for rule in RULES for folded in (rule.code.casefold(), rule.name)}


@dataclass(slots=True)
class Suppression:
    """One comment: which rules it silences, in which lines, why and until when.

    Attributes:
        comment: as it stands.
        names: the rules, as written, with their places.
        lines: first and last line that it covers.
        reason: why, without the date.
        until: the last day that it holds.
        date_text: what stands for a date and can't be read as one.
        is_expired: whether that day has passed.
        is_readable: whether it has the form that such a comment has.
        used: names, as written, that silenced something (or would, had it not expired).

    """

    comment: Comment
    names: dict[str, Span] = field(default_factory=dict)
    lines: tuple[int, int] = (0, 0)
    reason: str = ""
    until: datetime.date | None = None
    date_text: str | None = None
    is_expired: bool = False
    is_readable: bool = True
    used: set[str] = field(default_factory=set)


def rule_named(name: str) -> Rule | None:
    """Give the rule that a comment names, by code or name in any case."""
    return _BY_NAME.get(name.casefold())


def suppressions(source: SourceFile, root: Node | None, date: datetime.date) -> list[Suppression]:
    """Read the comments of a file that are addressed to the tool."""
    coverage = Coverage(source, root)
    return [_read(comment, coverage, date) for comment in comments(source.text, root)]


def _read(comment: Comment, coverage: Coverage, date: datetime.date) -> Suppression:
    form = _FORM.match(comment.said)
    if form is None or form["word"].casefold() not in _WORDS:
        return Suppression(comment, is_readable=False)
    reason, until, date_text = _until(form["reason"].strip(" \t:–—-"))
    whole_file = _WORDS[form["word"].casefold()]
    return Suppression(
        comment,
        _names(form["rules"], comment.start + form.start("rules")),
        coverage.whole if whole_file else coverage.lines(comment),
        reason,
        until,
        date_text,
        is_expired=until is not None and until < date,
    )


def _names(listed: str, offset: int) -> dict[str, Span]:
    return {
        match[0]: Span(offset + match.start(), offset + match.end())
        for match in re.finditer(r"[^\s,][^,]*(?<!\s)", listed)
    }


def _until(reason: str) -> tuple[str, datetime.date | None, str | None]:
    """Part the reason from the date at its end; a date that can't be read is given as it stands."""
    ends = _UNTIL.search(reason)
    if ends is None:
        return reason, None, None
    rest = reason[: ends.start()].strip(" \t,;:–—-")
    try:
        if len(ends["date"]) == len("2027-12-31"):
            return rest, datetime.date.fromisoformat(ends["date"]), None
    except ValueError:
        pass
    return rest, None, ends["date"]
