"""Runs the rules: reads files, asks each rule, settles severities, silences, sorts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from malkoll.diagnostic import Diagnostic, Finding
from malkoll.document.build import build
from malkoll.document.goal_document import GoalDocument
from malkoll.language import Language
from malkoll.locate import Locator
from malkoll.recognise import looks_like_goals
from malkoll.result import FileReport, Report
from malkoll.rule import Case, DocumentSummary, ReadFile, Rule, Run, Scope
from malkoll.rules import RULES
from malkoll.rules.checking.internal_error import rule_failed
from malkoll.selection import Selection
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.summary import goal_lines, summarise
from malkoll.suppress import Suppression, apply, suppressions, troubles_of
from malkoll.syntax.compose import Limits
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Node, Trouble

ModelChooser = Callable[[str, "Input"], LoadedModel | Trouble]
"""Gives the steering model that a document names, or why it can't be used."""


class Input(NamedTuple):
    """A file to check.

    Attributes:
        name: as it is shown, with forward slashes.
        data: its bytes, or None where it couldn't be read.
        model: the steering model in force unless the document names another.
        selection: the rules that are on for it.
        trouble: why it couldn't be read.
        only_if_goals: pass the file over if it isn't a goal document.

    """

    name: str
    data: bytes | None
    model: LoadedModel
    selection: Selection
    trouble: Trouble | None = None
    only_if_goals: bool = False


class _Opened(NamedTuple):
    """A file read as far as it could be."""

    source: SourceFile
    root: Node | None
    document: GoalDocument | None
    troubles: tuple[Trouble, ...]
    language: Language


@dataclass(slots=True)
class _Checked:
    """What is kept of a file until the whole run is known; its tree is read again if needed."""

    file: FileReport
    diagnostics: list[Diagnostic]
    suppressions: list[Suppression]
    input: Input
    summary: DocumentSummary | None


@dataclass(slots=True)
class Engine:
    """Checks files one by one, then what concerns several of them.

    Attributes:
        date: the run's date: what has passed and what hasn't.
        choose_model: for documents that name their steering model; without it they can't.
        limits: what a document may cost.

    """

    date: datetime.date
    choose_model: ModelChooser | None = None
    limits: Limits = field(default_factory=Limits)
    _checked: list[_Checked] = field(default_factory=list)
    _skipped: int = 0

    def check(self, file: Input) -> None:
        """Check one file; its findings are in the report that `finish` gives."""
        opened = self._open(file)
        if opened is None:
            self._skipped += 1
            return
        document = opened.document
        if document is not None and document.steering_model and self.choose_model is not None:
            chosen = self.choose_model(document.steering_model, file)
            if isinstance(chosen, LoadedModel):
                file = file._replace(model=chosen)
            else:
                refused = chosen._replace(path=document.at("steering_model"))
                opened = opened._replace(troubles=(*opened.troubles, refused))
        locator = Locator(opened.source, opened.root, document, file.model)
        diagnostics = _settle(self._ask(file, opened), file, locator)
        silencers = suppressions(opened.source, opened.root, self.date)
        summary = summarise(document, file.name, file.model, locator) if document else None
        report = FileReport(
            path=file.name,
            board=document.board if document else None,
            municipality=document.municipality if document else None,
            year=document.year if document else None,
            status=document.status if document else None,
            level=document.level if document else None,
            model=file.model,
            goals=goal_lines(document) if document else (),
            is_document=document is not None,
        )
        self._checked.append(_Checked(report, diagnostics, silencers, file, summary))

    def _open(self, file: Input) -> _Opened | None:
        """Read a file; None when it isn't a goal document and may be passed over."""
        source = SourceFile(file.name, file.data or b"")
        trouble = file.trouble
        if len(file.data or b"") > self.limits.size:
            source = SourceFile(file.name, b"")
            values: dict[str, str | int] = {"limit": self.limits.size}
            trouble = Trouble("unreadable-file", "size", Span(0, 0), values=values, fatal=True)
        if trouble is not None:
            return _Opened(source, None, None, (trouble,), Language.SV)
        parsed = parse(source, self.limits)
        if file.only_if_goals and not looks_like_goals(source.text, parsed.root):
            return None
        if parsed.root is None:
            return _Opened(source, None, None, parsed.troubles, Language.SV)
        built = build(parsed.root, GoalDocument)
        return _Opened(source, parsed.root, built.part, (*parsed.troubles, *built.troubles), built.language)

    def _ask(self, file: Input, opened: _Opened) -> Iterator[tuple[Rule, Finding]]:
        read = ReadFile(opened.source, opened.troubles, opened.language)
        for rule in file.selection.of(Scope.FILE):
            yield from _safely(rule, read)
        document = opened.document
        if document is None:
            return
        case = Case(document, file.model, self.date, opened.language)
        for rule in file.selection.of(Scope.DOCUMENT):
            yield from _safely(rule, case)
        for rule in file.selection.of(Scope.GOAL):
            for goal in document.goals:
                yield from _safely(rule, goal, case)

    def finish(self) -> Report:
        """Check what concerns several documents, and put the report together."""
        checked = sorted(self._checked, key=lambda one: one.file.path)
        self._across(checked)
        files = []
        for one in checked:
            active, silenced = apply(one.diagnostics, one.suppressions)
            active += self._about_suppressions(one)
            files.append(
                one.file._replace(diagnostics=tuple(sorted(active, key=_order)), suppressed=tuple(silenced))
            )
        return Report(tuple(files), self._skipped, self.date)

    def _across(self, checked: list[_Checked]) -> None:
        summaries = {one.summary.file: one.summary for one in checked if one.summary}
        if not summaries:
            return
        run = Run(tuple(summaries.values()), self.date)
        by_name = {one.file.path: one for one in checked}
        first = by_name[run.documents[0].file]
        for rule in RULES:
            if rule.scope is not Scope.RUN:
                continue
            for made, finding in _safely(rule, run):
                there = by_name.get(finding.file or "", first)
                if there.input.selection.has(made):
                    locator = self._reopen(there)
                    locator.summaries = summaries
                    there.diagnostics += _settle([(made, finding)], there.input, locator)

    def _reopen(self, one: _Checked) -> Locator:
        """Read a file's tree again: few findings need it once the file is done."""
        opened = self._open(one.input)
        if opened is None:
            return Locator(SourceFile(one.file.path, b""), None)
        return Locator(opened.source, opened.root, opened.document, one.input.model)

    def _about_suppressions(self, one: _Checked) -> list[Diagnostic]:
        """Tell what is wrong with a file's comments for the tool, now that it is known what they silence."""
        if not one.suppressions:
            return []
        names = frozenset(name.casefold() for rule in RULES for name in (rule.code, rule.name))
        selected = one.input.selection
        on = frozenset(name.casefold() for rule in selected.rules for name in (rule.code, rule.name))
        locator = self._reopen(one)
        read = ReadFile(locator.source, tuple(troubles_of(one.suppressions, names, on)))
        found = [pair for rule in selected.of(Scope.FILE) for pair in _safely(rule, read)]
        return _settle(found, one.input, locator)


def _safely(rule: Rule, *subject: Any) -> Iterator[tuple[Rule, Finding]]:
    """Ask a rule; one that breaks is reported as such, and the others go on."""
    try:
        for finding in rule.check(*subject):
            yield rule, finding
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not pass for a sound document
        yield rule_failed(rule, error)


def _settle(found: Iterable[tuple[Rule, Finding]], file: Input, locator: Locator) -> list[Diagnostic]:
    """Give each finding its severity and place; drop what the model or the configuration turns off."""
    settled = []
    for rule, finding in found:
        severity = file.selection.severity(rule, finding, file.model)
        if severity is not None:
            reference = file.model.reference(rule.code, rule.name)
            settled.append(locator.diagnostic(finding, rule, severity, reference))
    return settled


def _order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    return (diagnostic.location.start, diagnostic.code, diagnostic.location.end, diagnostic.fingerprint)
