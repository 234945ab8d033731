"""What a rule says (`Finding`), and what a reader gets (`Diagnostic`): data, no logic."""

from __future__ import annotations

from enum import StrEnum

from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.source import Position, Span

Path = tuple[str | int, ...]
"""A place in a document: keys as the writer wrote them and list indices from 0."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}

SEVERITY_NAMES = {
    Severity.ERROR: (Text("fel", "error"), Text("fel", "errors")),
    Severity.WARNING: (Text("varning", "warning"), Text("varningar", "warnings")),
    Severity.INFO: (Text("råd", "hint"), Text("råd", "hints")),
}
"""The word for one and for several of each severity."""


class Applicability(StrEnum):
    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class At(Record):
    """Where: a path in the document and, if given, a part of the text that stands there.

    Attributes:
        path: the node; a path that doesn't exist means the nearest node above it.
        key: the key that leads to the node is meant, not its value.
        part: offsets into the value's text, code points, end exclusive.
        span: offsets into the file instead of a path, for what isn't in the tree.

    """

    path: Path = ()
    key: bool = False
    part: tuple[int, int] | None = None
    span: Span | None = None


class Related(Record):
    """Another place that explains a finding.

    Attributes:
        at: where, in the document at hand, or else:
        file: in this file of the same run,
        in_model: in the steering model's file.

    """

    at: At
    message: Message
    file: str | None = None
    in_model: bool = False


class Replace(Record):
    """Write another value at a path; quoted where YAML needs it. ``raw`` is written as it is."""

    at: At
    text: str
    raw: bool = False


class Insert(Record):
    """Add a key with a plain value to the mapping at a path: first, or before another key."""

    path: Path
    key: str
    text: str
    before: str | None = None


class Rewrite(Record):
    """Write other text over stretches of the file, for what isn't in the tree."""

    edits: tuple[tuple[Span, str], ...]


Change = Replace | Insert | Rewrite


class Fix(Record):
    message: Message
    changes: tuple[Change, ...]
    applicability: Applicability = Applicability.SAFE


class Finding(Record):
    """What a rule found, in words and by path; the engine finds the place.

    Attributes:
        at: the place that the finding is about.
        message: what is wrong, in the writer's own words.
        help: what to do: an example, or a question.
        label: a few words under the underlined place.
        also: further places of the same mistake, underlined too.
        related: other places that explain it, each with a sentence.
        severity: when it differs from the rule's own.
        file: the document's file, for rules that look at several; else the one at hand.
        key: tells two findings of one rule at one place apart in the fingerprint.
        elsewhere: the same finding as it is told in other files, each with its ``file``: the first of
            them that is checked tells it when the file at hand isn't.

    """

    at: At
    message: Message
    help: Message | None = None
    label: Message | None = None
    also: tuple[At, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    file: str | None = None
    key: str = ""
    elsewhere: tuple[Finding, ...] = ()


class Edit(Record):
    """A stretch of the file to replace, with its text: offsets and positions of the same places."""

    span: Span
    start: Position
    end: Position
    text: str


class LocatedFix(Record):
    message: Message
    edits: tuple[Edit, ...]
    applicability: Applicability


class Location(Record):
    """A place in a file, with the source lines that show it (number, text)."""

    file: str
    start: Position
    end: Position
    lines: tuple[tuple[int, str], ...] = ()


class LocatedRelated(Record):
    location: Location
    message: Message


class Diagnostic(Record):
    """A finding with its rule, severity and exact place: what all reports are made of.

    ``former`` is its fingerprint from when its goal had no id; empty where there was none.
    """

    code: str
    name: str
    title: Text
    severity: Severity
    message: Message
    location: Location
    help: Message | None = None
    label: Message | None = None
    reference: Message | None = None
    path: Path = ()
    goal: str | None = None
    goal_index: int | None = None
    also: tuple[Location, ...] = ()
    related: tuple[LocatedRelated, ...] = ()
    fix: LocatedFix | None = None
    fingerprint: str = ""
    former: str = ""


class Suppressed(Record):
    """A diagnostic that a comment silences, with what the comment says."""

    diagnostic: Diagnostic
    reason: str
    until: str | None = None
