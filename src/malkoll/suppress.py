"""Comments that silence findings: ``# malkoll: ignore[...] reason until 2027-12-31``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from malkoll.diagnostic import Diagnostic, Suppressed
from malkoll.source import SourceFile, Span
from malkoll.syntax.comments import Comment, comments
from malkoll.syntax.tree import Mapping, Node, Scalar, Trouble

_MARK = "malkoll:"
_FORM = re.compile(
    r"malkoll:\s*(?P<what>ignore-file|undantag-fil|ignore|undantag)\s*"
    r"\[(?P<rules>[^\]]*)\](?P<reason>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL = re.compile(r"(?:^|\s)(?:till|until)\s+(\d{4}-\d{2}-\d{2})\s*\Z", re.IGNORECASE)


@dataclass(slots=True)
class Suppression:
    """One comment: which rules it silences, in which lines, why and until when.

    ``used`` holds the names, as written, that silenced something.
    """

    comment: Comment
    names: dict[str, Span]
    first_line: int
    last_line: int
    reason: str
    until: datetime.date | None
    is_expired: bool
    used: set[str] = field(default_factory=set)

    def covers(self, diagnostic: Diagnostic) -> str | None:
        """Give the name under which it covers a diagnostic, or None."""
        if not self.first_line <= diagnostic.location.start.line <= self.last_line:
            return None
        for name in self.names:
            if name.casefold() in {diagnostic.code.casefold(), diagnostic.name}:
                return name
        return None


def suppressions(source: SourceFile, root: Node | None, date: datetime.date) -> list[Suppression]:
    """Read the comments of a file that silence findings."""
    if _MARK not in source.text:
        return []
    found = []
    for comment in comments(source.text, root, _MARK):
        match = _FORM.match(comment.text)
        if match:
            found.append(_read(match, comment, source, root, date))
    return found


def _read(
    match: re.Match[str], comment: Comment, source: SourceFile, root: Node | None, date: datetime.date
) -> Suppression:
    reason, until = match["reason"].strip(), None
    if ends := _UNTIL.search(reason):
        try:
            until = datetime.date.fromisoformat(ends[1])
            reason = reason[: ends.start()].strip()
        except ValueError:
            until = None
    text_start = source.text.index(_MARK, comment.span.start)
    offset = text_start + match.start("rules")
    names: dict[str, Span] = {}
    for name in match["rules"].split(","):
        stripped = name.strip()
        start = offset + len(name) - len(name.lstrip())
        if stripped:
            names[stripped] = Span(start, start + len(stripped))
        offset += len(name) + 1
    if match["what"].casefold() in {"ignore-file", "undantag-fil"}:
        first, last = 1, len(source.line_starts) + 1
    else:
        first, last = _covered(comment, source, root)
    return Suppression(comment, names, first, last, reason, until, until is not None and until < date)


def _covered(comment: Comment, source: SourceFile, root: Node | None) -> tuple[int, int]:
    """Find the lines that a comment covers: the next node with all below it, or this line's node."""
    line = source.position(comment.span.start).line
    starts = list(_starts(root, source))
    if comment.alone:
        after = [(first, last) for first, last in starts if first > line]
        if not after:
            return line, line
        first = min(first for first, _ in after)
        return first, max(last for begin, last in after if begin == first)
    here = [(first, last) for first, last in starts if first == line]
    return line, max((last for _, last in here), default=line)


def _starts(root: Node | None, source: SourceFile) -> Iterator[tuple[int, int]]:
    """Give the first and last line of every entry and list item."""
    stack: list[tuple[int, Node]] = []
    if root is not None:
        stack.append((root.start, root))
    seen: set[int] = set()
    while stack:
        start, node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node is not root:
            yield (
                source.position(start).line,
                source.position(max(_content_end(node, source.text) - 1, start)).line,
            )
        if isinstance(node, Mapping):
            stack += [(entry.key.start, entry.value) for entry in node.entries]
        elif not isinstance(node, Scalar):
            stack += [(item.start, item) for item in node.items]


def _content_end(node: Node, text: str) -> int:
    """Where a node's own text ends; the parser counts the blank lines and comments below it too."""
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping):
            if node.flow or not node.entries:
                return node.end
            node = node.entries[-1].value
        else:
            if node.flow or not node.items:
                return node.end
            node = node.items[-1]
    end = min(node.end, len(text))
    while end > node.start and text[end - 1].isspace():
        end -= 1
    return end


def apply(
    diagnostics: list[Diagnostic], found: list[Suppression]
) -> tuple[list[Diagnostic], list[Suppressed]]:
    """Part the active diagnostics of a file from those that a comment silences."""
    if not found:
        return diagnostics, []
    active, silenced = [], []
    for diagnostic in diagnostics:
        silencer = None
        for suppression in found:
            name = suppression.covers(diagnostic)
            if name is None:
                continue
            suppression.used.add(name)
            if not suppression.is_expired:
                silencer = silencer or suppression
        if silencer is None:
            active.append(diagnostic)
        else:
            until = silencer.until.isoformat() if silencer.until else None
            silenced.append(Suppressed(diagnostic, silencer.reason, until))
    return active, silenced


def troubles_of(found: list[Suppression], known: frozenset[str], selected: frozenset[str]) -> list[Trouble]:
    """Tell what is wrong with the comments themselves.

    Args:
        found: the comments of a file, after `apply`.
        known: all rules' codes and names, case folded.
        selected: those that are on in this run; of others nobody knows whether they'd be needed.

    """
    troubles: list[Trouble] = []
    for suppression in found:
        span = suppression.comment.span
        for name, place in suppression.names.items():
            folded = name.casefold()
            if folded not in known:
                troubles.append(Trouble("unknown-rule", "suppression", place, values={"name": name}))
            elif suppression.is_expired:
                if name in suppression.used and suppression.until:
                    values: dict[str, str | int] = {"name": name, "date": suppression.until.isoformat()}
                    troubles.append(Trouble("expired-suppression", "expired", place, values=values))
            elif name not in suppression.used and folded in selected:
                troubles.append(_unused(suppression, name, place))
        if not suppression.reason:
            troubles.append(Trouble("suppression-without-reason", "reason", span))
    return troubles


def _unused(suppression: Suppression, name: str, place: Span) -> Trouble:
    """Report a name that silences nothing; the fix takes it out, or the whole comment."""
    others = [other for other in suppression.names if other != name]
    span = suppression.comment.span
    if not others:
        return Trouble("unused-suppression", "comment", place, values={"name": name}, edits=((span, ""),))
    return Trouble("unused-suppression", "name", place, values={"name": name})
