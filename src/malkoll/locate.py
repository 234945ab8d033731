"""From a finding on a path to a diagnostic with its place in the file."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from malkoll.diagnostic import (
    At,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    LocatedFix,
    LocatedRelated,
    Location,
    Path,
    Related,
    Severity,
)
from malkoll.document import vocabulary
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.document.words import fold
from malkoll.language import Message
from malkoll.rule import DocumentSummary, Rule
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.patch import edits_of, span_of
from malkoll.syntax.tree import Node, find

_MOST_LINES = 6
"""How many lines of the file a diagnostic shows at most."""


@dataclass(slots=True)
class Locator:
    """Finds places in one file.

    Attributes:
        source: the file.
        root: its tree.
        document: as far as it could be read.
        model: the steering model in force.
        summaries: of the run's documents by file name, for findings that point into others.

    """

    source: SourceFile
    root: Node | None
    document: GoalDocument | None = None
    model: LoadedModel | None = None
    summaries: dict[str, DocumentSummary] = field(default_factory=dict)
    _seen: Counter[str] = field(default_factory=Counter)
    _goals: dict[int, Goal] | None = None

    def diagnostic(
        self, finding: Finding, rule: Rule, severity: Severity, reference: Message | None
    ) -> Diagnostic:
        """Locate a finding; a path that doesn't exist is shown at the nearest node above it."""
        location = self.location(finding.at)
        index, goal = self._goal(finding.at.path)
        related = tuple(found for one in finding.related if (found := self._related(one)))
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            title=rule.title,
            severity=severity,
            message=finding.message,
            location=location,
            help=finding.help,
            label=finding.label,
            reference=reference,
            path=finding.at.path,
            goal=goal,
            goal_index=index,
            also=tuple(self.location(at) for at in finding.also),
            related=related,
            fix=self._fix(finding.fix) if finding.fix else None,
            fingerprint=self._fingerprint(finding, rule, location),
        )

    def location(self, at: At) -> Location:
        span = span_of(at, self.source, self.root) or Span(0, 0)
        return self.at_span(span)

    def at_span(self, span: Span) -> Location:
        start, end = self.source.position(span.start), self.source.position(span.end)
        first = max(start.line - 1, 1) if self.source.line(start.line - 1).strip() else start.line
        numbers = range(first, min(end.line, start.line + _MOST_LINES - 1) + 1)
        return Location(self.source.name, start, end, tuple((n, self.source.line(n)) for n in numbers))

    def _related(self, related: Related) -> LocatedRelated | None:
        if related.in_model:
            if self.model is None:
                return None
            there = Locator(self.model.source, self.model.root)
            return LocatedRelated(there.location(related.at), related.message)
        if related.file is None:
            return LocatedRelated(self.location(related.at), related.message)
        other = self.summaries.get(related.file)
        place = other.places.get(related.at.path) if other else None
        return LocatedRelated(place, related.message) if place else None

    def _goal(self, path: Path) -> tuple[int | None, str | None]:
        """Tell which goal a path lies in: its index in the list and its id."""
        if self.document is None or len(path) < 2 or not isinstance(path[1], int):
            return None, None
        if path[0] != self.document.place.keys.get("goals"):
            return None, None
        goal = self._goal_at(path[1])
        return path[1], goal.id if goal else None

    def _goal_at(self, index: int) -> Goal | None:
        if self._goals is None:
            self._goals = {goal.index: goal for goal in self.document.goals} if self.document else {}
        return self._goals.get(index)

    def _fix(self, fix: Fix) -> LocatedFix | None:
        edits: list[Edit] = []
        for change in fix.changes:
            found = edits_of(change, self.source, self.root)
            if found is None:
                return None
            edits += [
                Edit(span, self.source.position(span.start), self.source.position(span.end), text)
                for span, text in found
            ]
        return LocatedFix(fix.message, tuple(sorted(edits, key=lambda edit: edit.span)), fix.applicability)

    def _fingerprint(self, finding: Finding, rule: Rule, location: Location) -> str:
        """Name a finding by what it is about: survives moved lines, another language, another file name."""
        document = self.document
        owner = [document.municipality or "", document.board or "", document.year or ""] if document else []
        if not any(owner):
            owner = [self.source.name]
        index, goal = self._goal(finding.at.path)
        below: Path = finding.at.path
        if index is not None and document is not None:
            below = below[2:]
            if goal is None:
                there = self._goal_at(index)
                goal = there.statement if there else None
        node, _, _ = find(self.root, finding.at.path)
        text = getattr(node, "text", "") or (
            location.lines[-1][1].strip() if node is None and location.lines else ""
        )
        parts = [rule.code, *owner, goal or "", *self._canonical(below), fold(text), finding.key]
        name = "\x1f".join(str(part) for part in parts)
        self._seen[name] += 1
        return hashlib.sha256(f"{name}\x1f{self._seen[name]}".encode("utf-8", "replace")).hexdigest()[:32]

    def _canonical(self, path: Path) -> list[str]:
        """Write a path's keys in one language, whichever the document is in."""
        return [_ENGLISH.get(fold(step), fold(step)) if isinstance(step, str) else str(step) for step in path]


def _english_keys() -> dict[str, str]:

    tables = [value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, dict)]
    return {fold(entry.sv): entry.en for table in tables for entry in table.values()}


_ENGLISH = _english_keys()
