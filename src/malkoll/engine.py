"""Runs the rules: reads files, asks each rule, settles severities, silences, sorts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from malkoll.diagnostic import Diagnostic, Finding, Suppressed
from malkoll.document.build import build
from malkoll.document.goal_document import GoalDocument
from malkoll.holds import assessed
from malkoll.language import Language
from malkoll.locate import Locator
from malkoll.recognise import looks_like_a_model, looks_like_goals
from malkoll.result import FileReport, Report
from malkoll.rule import Case, DocumentSummary, ReadFile, Rule, Run, Scope
from malkoll.rules import RULES
from malkoll.selection import Selection
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.summary import goal_lines, summarise
from malkoll.syntax.comments import addresses_the_tool
from malkoll.syntax.compose import Limits
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Node, Trouble

if TYPE_CHECKING:
    from malkoll.suppress.comment import Suppression

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
        whole: whether a folder is checked, and not just single files of it.

    """

    date: datetime.date
    choose_model: ModelChooser | None = None
    limits: Limits = field(default_factory=Limits)
    whole: bool = False
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
        diagnostics = settle(self._ask(file, opened), file, locator)
        silencers = self._comments(opened)
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
            goals_written=document.goals_written if document else 0,
            assessed=assessed(document, file.model, file.selection) if document else (),
            is_document=document is not None,
        )
        self._checked.append(_Checked(report, diagnostics, silencers, file, summary))

    @property
    def checked(self) -> int:
        """How many files were checked so far."""
        return len(self._checked)

    def check_settings(self, source: SourceFile, troubles: Sequence[Trouble], file: Input) -> None:
        """Report what is wrong with a file of settings: only the rules that the troubles name speak of it."""
        found = list(seen(file.selection, ReadFile(source, tuple(troubles))))
        report = FileReport(file.name, None, None, None, None, None, file.model, is_document=False)
        self._checked.append(
            _Checked(report, settle(found, file, Locator(source, None, None, file.model)), [], file, None)
        )

    def _open(self, file: Input) -> _Opened | None:
        """Read a file; None when it isn't a goal document and may be passed over."""
        source = SourceFile(file.name, file.data or b"")
        trouble = file.trouble
        if len(file.data or b"") > self.limits.size:
            if file.only_if_goals and not looks_like_goals(source.text, None):
                return None
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
        if looks_like_a_model(parsed.root):
            # all else that could be said of it follows from that
            other = Trouble("wrong-type", "steering-model", Span(0, 0), path=())
            return _Opened(source, parsed.root, None, (*parsed.troubles, other), Language.SV)
        built = build(parsed.root, GoalDocument)
        return _Opened(source, parsed.root, built.part, (*parsed.troubles, *built.troubles), built.language)

    def _ask(self, file: Input, opened: _Opened) -> Iterator[tuple[Rule, Finding]]:
        read = ReadFile(opened.source, opened.troubles, opened.language)
        yield from about_file(file.selection, read)
        document = opened.document
        if document is None:
            return
        case = Case(document, file.model, self.date, opened.language)
        for rule in file.selection.of(Scope.DOCUMENT):
            yield from safely(rule, case)
        for rule in file.selection.of(Scope.GOAL):
            for goal in document.goals:
                yield from safely(rule, goal, case)

    def finish(self) -> Report:
        """Check what concerns several documents, and put the report together."""
        checked = sorted(self._checked, key=lambda one: one.file.path)
        self._across(checked)
        files = []
        for one in checked:
            active, silenced = self._silence(one)
            silenced.sort(key=lambda suppressed: in_order(suppressed.diagnostic))
            files.append(
                one.file._replace(diagnostics=tuple(sorted(active, key=in_order)), suppressed=tuple(silenced))
            )
        return Report(tuple(files), self._skipped, self.date)

    def _across(self, checked: list[_Checked]) -> None:
        summaries = {one.summary.file: one.summary for one in checked if one.summary}
        if not summaries:
            return
        run = Run(tuple(summaries.values()), self.date, self.whole)
        found: dict[str, list[tuple[Rule, Finding]]] = {}
        for rule in RULES:
            if rule.scope is Scope.RUN:
                for made, finding in safely(rule, run):
                    found.setdefault(finding.file or run.documents[0].file, []).append((made, finding))
        for one in checked:
            wanted = [pair for pair in found.get(one.file.path, ()) if one.input.selection.has(pair[0])]
            if wanted:
                locator = self._reopen(one)
                locator.summaries = summaries
                one.diagnostics += settle(wanted, one.input, locator)

    def _reopen(self, one: _Checked) -> Locator:
        """Read a file's tree again: few findings need it once the file is done."""
        opened = self._open(one.input)
        if opened is None:
            return Locator(SourceFile(one.file.path, b""), None)
        return Locator(opened.source, opened.root, opened.document, one.input.model)

    def _comments(self, opened: _Opened) -> list[Suppression]:
        if not addresses_the_tool(opened.source.text):
            return []
        # loaded here, and below: few documents hold such a comment
        from malkoll.suppress.comment import suppressions  # noqa: PLC0415

        return suppressions(opened.source, opened.root, self.date)

    def _silence(self, one: _Checked) -> tuple[list[Diagnostic], list[Suppressed]]:
        """Part what a file's comments silence, and tell what is wrong with the comments themselves."""
        if not one.suppressions:
            return one.diagnostics, []
        from malkoll.suppress.silence import apply, unused  # noqa: PLC0415
        from malkoll.suppress.troubles import troubles_of, unused_trouble  # noqa: PLC0415

        active, silenced = apply(one.diagnostics, one.suppressions)
        locator = self._reopen(one)
        shown, hidden = self._judge(one, locator, troubles_of(one.suppressions))
        active, silenced = [*active, *shown], [*silenced, *hidden]
        selected, model = one.input.selection, one.input.model

        def was_asked(rule: Rule) -> bool:
            """Rules across documents may find more when more documents are checked."""
            about = {Scope.TEXT, Scope.FILE}
            scopes = about if one.summary is None else {*about, Scope.DOCUMENT, Scope.GOAL}
            return rule.scope in scopes and selected.shows(rule, model)

        idle = unused(one.suppressions, active, was_asked)
        troubles = [unused_trouble(suppression, names, locator.source) for suppression, names in idle]
        shown, hidden = self._judge(one, locator, troubles)
        return [*active, *shown], [*silenced, *hidden]

    @staticmethod
    def _judge(
        one: _Checked, locator: Locator, troubles: list[Trouble]
    ) -> tuple[list[Diagnostic], list[Suppressed]]:
        from malkoll.suppress.silence import apply  # noqa: PLC0415

        found = list(seen(one.input.selection, ReadFile(locator.source, tuple(troubles))))
        return apply(settle(found, one.input, locator), one.suppressions)


def about_file(selection: Selection, read: ReadFile) -> Iterator[tuple[Rule, Finding]]:
    """Ask the rules about a file: its text, and what the reader saw in it."""
    for rule in selection.of(Scope.TEXT):
        yield from safely(rule, read)
    yield from seen(selection, read)


def seen(selection: Selection, read: ReadFile) -> Iterator[tuple[Rule, Finding]]:
    """Ask the rules that put into words what the reader saw."""
    named = {trouble.rule for trouble in read.troubles}
    for rule in selection.of(Scope.FILE) if named else ():
        if rule.name in named:
            yield from safely(rule, read)


def safely(rule: Rule, *subject: Any) -> Iterator[tuple[Rule, Finding]]:
    """Ask a rule; one that breaks is reported as such, and the others go on."""
    try:
        for finding in rule.check(*subject):
            yield rule, finding
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not pass for a sound document
        # loaded here: it should never be needed
        from malkoll.rules.checking.internal_error import rule_failed  # noqa: PLC0415

        yield rule_failed(rule, error)


def settle(found: Iterable[tuple[Rule, Finding]], file: Input, locator: Locator) -> list[Diagnostic]:
    """Give each finding its severity and place; drop what the model or the configuration turns off."""
    settled = []
    for rule, finding in found:
        severity = file.selection.severity(rule, finding, file.model)
        if severity is not None:
            reference = file.model.reference(rule.code, rule.name)
            settled.append(locator.diagnostic(finding, rule, severity, reference))
    return settled


def in_order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    return (diagnostic.location.start, diagnostic.code, diagnostic.location.end, diagnostic.fingerprint)
