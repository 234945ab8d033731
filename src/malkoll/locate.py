"""From a finding on a path to a diagnostic with its place in the file."""

from __future__ import annotations

from collections.abc import Callable

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
from malkoll.fingerprint import Fingerprints, NamedDocument, NamedGoal
from malkoll.language import Message
from malkoll.rule import Rule
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.patch import edits_of, span_of
from malkoll.syntax.tree import Node

_MOST_LINES = 6
"""How many lines of the file a diagnostic shows at most."""


class Locator:
    """Finds places in one file.

    Attributes:
        source: the file.
        root: its tree.
        document: as far as it could be read.
        model: the steering model in force.
        others: gives the locator of another document of the run by its file's name, for findings that
            point into it.

    """

    __slots__ = ("_goals", "_names", "_places", "document", "model", "others", "root", "source")

    def __init__(
        self,
        source: SourceFile,
        root: Node | None,
        document: NamedDocument | None = None,
        model: LoadedModel | None = None,
    ) -> None:
        self.source = source
        self.root = root
        self.document = document
        self.model = model
        self.others: Callable[[str], Locator | None] | None = None
        self._names: Fingerprints | None = None
        self._goals: dict[int, NamedGoal] | None = None
        self._places: dict[At, Location] = {}

    def diagnostic(
        self, finding: Finding, rule: Rule, severity: Severity, reference: Message | None
    ) -> Diagnostic:
        """Locate a finding; a path that doesn't exist is shown at the nearest node above it."""
        location = self.location(finding.at)
        index, goal = self._goal(finding.at.path)
        names = self._fingerprints().of(finding, rule, goal)
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
            goal=goal.id if goal else None,
            goal_index=index,
            also=tuple(self.location(at) for at in finding.also),
            related=related,
            fix=self._fix(finding.fix) if finding.fix else None,
            fingerprint=names.now,
            former=names.before,
        )

    def location(self, at: At) -> Location:
        # several rules, and rules in other documents, point at the same goals
        found = self._places.get(at)
        if found is None:
            found = self._places[at] = self.at_span(span_of(at, self.source, self.root) or Span(0, 0))
        return found

    def at_span(self, span: Span) -> Location:
        start, end = self.source.position(span.start), self.source.position(span.end)
        if not self.source.text:
            # nothing stands there, or it couldn't be read
            return Location(self.source.name, start, end)
        first = max(start.line - 1, 1) if self.source.line(start.line - 1).strip() else start.line
        last = min(end.line, start.line + _MOST_LINES - 1)
        return Location(
            self.source.name, start, end, tuple(enumerate(self.source.lines[first - 1 : last], first))
        )

    def _related(self, related: Related) -> LocatedRelated | None:
        if related.in_model:
            if self.model is None:
                return None
            there = Locator(self.model.source, self.model.root)
            return LocatedRelated(there.location(related.at), related.message)
        if related.file is None:
            return LocatedRelated(self.location(related.at), related.message)
        if related.file == self.source.name:
            return LocatedRelated(self.location(related.at), related.message)
        other = self.others(related.file) if self.others else None
        return LocatedRelated(other.location(related.at), related.message) if other else None

    def _fingerprints(self) -> Fingerprints:
        if self._names is None:
            self._names = Fingerprints(self.source, self.root, self.document)
        return self._names

    def _goal(self, path: Path) -> tuple[int | None, NamedGoal | None]:
        """Tell which goal a path lies in: its index in the list and, if it could be read, the goal."""
        if self.document is None or len(path) < 2 or not isinstance(path[1], int):
            return None, None
        if path[:1] != self.document.at("goals"):
            return None, None
        return path[1], self._goal_at(path[1])

    def _goal_at(self, index: int) -> NamedGoal | None:
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
