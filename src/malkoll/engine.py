"""Runs the rules: reads files, asks each rule, settles severities, silences, sorts."""

from __future__ import annotations

import datetime
import hashlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from malkoll.asking import Found, about_document, about_file, in_order, seen, settle
from malkoll.by_municipality import ask
from malkoll.checked import Checked, Known, model_told
from malkoll.diagnostic import Diagnostic, Suppressed
from malkoll.file_report import FileReport, Kept
from malkoll.holds import assessed
from malkoll.locate import Locator
from malkoll.opened import Input, Opened, open_file
from malkoll.outline import outline
from malkoll.remembered import DocumentSummary, Run
from malkoll.result import Files, Report
from malkoll.rule import Case, ReadFile, Rule, Scope
from malkoll.share import Share, here
from malkoll.shelf import Held, Shelf
from malkoll.source import SourceFile
from malkoll.steering.loaded import LoadedModel
from malkoll.summary import goal_lines, statement_places, summarise
from malkoll.syntax.comments import addresses_the_tool
from malkoll.syntax.compose import Limits
from malkoll.syntax.tree import Trouble
from malkoll.together import Documents, reopen

if TYPE_CHECKING:
    from malkoll.suppress.comment import Suppression

__all__ = ["Engine", "Input", "ModelChooser"]

ModelChooser = Callable[[str, Input], LoadedModel | Trouble]
"""Gives the steering model that a document names, or why it can't be used."""


class Engine:
    """Checks files one by one, then what concerns several of them.

    Attributes:
        date: the run's date: what has passed and what hasn't.
        choose_model: for documents that name their steering model; without it they can't.
        limits: what a document may cost.
        whole: whether a folder is checked, and not just single files of it.
        keep: whether the report is to hold the documents themselves, for showing their goals.
        together: names of files that are checked together with all that lie beside them.
        is_batch: whether the files were named by a program, some of many.
        shelf: where the checked files wait for the report.
        share: does what can be done of many files at the same time.

    """

    def __init__(
        self,
        date: datetime.date,
        choose_model: ModelChooser | None = None,
        limits: Limits | None = None,
        *,
        whole: bool = False,
        keep: bool = False,
    ) -> None:
        self.date = date
        self.choose_model = choose_model
        self.limits = limits or Limits()
        self.whole = whole
        self.keep = keep
        self.together: set[str] = set()
        self.is_batch = False
        # documents are not packed
        self.shelf = Shelf(sys.maxsize) if keep else Shelf()
        self.share: Share = here
        self._held: list[Held] = []
        self._skipped = 0
        self._beside: list[Known] = []
        self._earlier: list[Known] = []
        self._unread = 0

    def check(self, file: Input) -> None:
        """Check one file; its findings are in the report that `finish` gives."""
        self.take(self.examine(file))

    def take(self, checked: Checked | Held | None) -> None:
        """Take a file that was checked, here or elsewhere, into the run; None for one that is passed over."""
        if checked is None:
            self._skipped += 1
            return
        held = self.shelf.hold(checked) if isinstance(checked, Checked) else checked
        self._unread += held.is_unread
        self._held.append(held)

    def examine(self, file: Input) -> Checked | None:
        """Ask the rules about a single file; None when it isn't a goal document and may be passed over."""
        opened = open_file(file, self.limits)
        if opened is None:
            return None
        file, opened, chosen = self._with_its_model(file, opened)
        document = opened.document
        locator = Locator(opened.source, opened.root, document, file.model)
        diagnostics = settle(self._ask(file, opened), file, locator)
        silencers = self._comments(opened)
        summary = self._summary(file, opened)
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
            sha256=self._checksum(file),
            wide=opened.source.wide,
            kept=self._kept(opened, summary, locator),
        )
        return Checked(
            file,
            report,
            diagnostics,
            silencers,
            summary,
            outline(opened, summary) if summary else b"",
            is_unread=opened.root is None,
            named=document.steering_model if document and chosen else None,
            chosen=chosen,
        )

    def look_at(self, file: Input) -> Checked | None:
        """Read a file for what the rules across documents ask of it; no rule is asked about it."""
        opened = open_file(file, self.limits)
        if opened is None:
            return None
        file, opened, chosen = self._with_its_model(file, opened)
        document, summary = opened.document, self._summary(file, opened)
        return Checked(
            file,
            FileReport(file.name, None, None, None, None, None, file.model),
            [],
            self._comments(opened) if summary else [],
            summary,
            outline(opened, summary) if summary else b"",
            is_unread=opened.root is None,
            named=document.steering_model if document and chosen else None,
            chosen=chosen,
        )

    def remember(self, seen: Checked | None, *, is_earlier: bool = False) -> None:
        """Have a document remembered for the rules across documents; nothing is reported in it.

        Args:
            seen: a document that lies beside those that are checked, or is:
            is_earlier: a version from before, to compare them with.

        """
        if seen is None:
            return
        self._unread += seen.is_unread
        if seen.summary is not None:
            silencers = [] if is_earlier else seen.suppressions
            known = Known(seen.input, seen.summary, silencers, seen.outline)
            (self._earlier if is_earlier else self._beside).append(known)

    def _with_its_model(self, file: Input, opened: Opened) -> tuple[Input, Opened, str]:
        """Take the steering model that the document names, or note why it can't be used; tell which it was."""
        document = opened.document
        if document is None or not document.steering_model or self.choose_model is None:
            return file, opened, ""
        chosen = self.choose_model(document.steering_model, file)
        if isinstance(chosen, LoadedModel):
            return file._replace(model=chosen), opened, model_told(chosen)
        refused = chosen._replace(path=document.at("steering_model"))
        return file, opened._replace(troubles=(*opened.troubles, refused)), model_told(chosen)

    def _summary(self, file: Input, opened: Opened) -> DocumentSummary | None:
        if opened.document is None:
            return None
        return summarise(opened.document, file.name, file.model, is_whole=opened.is_whole)

    def _kept(self, opened: Opened, summary: DocumentSummary | None, locator: Locator) -> Kept | None:
        document = opened.document
        if not self.keep or document is None or summary is None:
            return None
        return Kept(document, summary, statement_places(document, locator))

    def _checksum(self, file: Input) -> str:
        """Give the SHA-256 of a file; of one that is too large not all was read."""
        is_whole = file.data is not None and len(file.data) <= self.limits.size
        return hashlib.sha256(file.data or b"").hexdigest() if is_whole else ""

    @property
    def checked(self) -> int:
        """How many files were checked so far."""
        return len(self._held)

    @property
    def remembered(self) -> int:
        """How many documents were remembered so far that aren't checked."""
        return len(self._beside) + len(self._earlier)

    @property
    def looks_across(self) -> bool:
        """Whether rules across documents are on for a document that was checked."""
        return any(one.is_document and one.input.selection.of(Scope.RUN) for one in self._held)

    def check_settings(self, source: SourceFile, troubles: Sequence[Trouble], file: Input) -> None:
        """Report what is wrong with a file of settings: only the rules that the troubles name speak of it."""
        found = seen(file.selection, ReadFile(source, tuple(troubles)))
        report = FileReport(file.name, None, None, None, None, None, file.model, is_document=False)
        report = report._replace(wide=source.wide)
        located = settle(found, file, Locator(source, None, None, file.model))
        self._held.append(self.shelf.hold(Checked(file, report, located, [])))

    def _ask(self, file: Input, opened: Opened) -> Found:
        found = about_file(file.selection, ReadFile(opened.source, opened.troubles, opened.language))
        document = opened.document
        if document is None:
            return found
        case = Case(document, file.model, self.date, opened.language)
        return found + about_document(file.selection, case)

    def finish(self) -> Report:
        """Check what concerns several documents, and put the report together."""
        held = sorted(self._held, key=lambda one: one.input.name)
        documents = Documents([one for one in held if one.is_document], self._beside, self._earlier)
        run = Run((), self.date, self.whole, frozenset(self.together), self.is_batch, self._unread)
        ask(documents, self.shelf, run, self.limits, self.share)
        files = Files(len(held), lambda place: self._finished(held[place]), self.share)
        # those of few files are at hand anyway
        return Report(files if self.shelf.is_packed else files[:], self._skipped, self.date)

    def _finished(self, held: Held) -> FileReport:
        checked = self.shelf.checked(held)
        active, silenced = self._silence(checked)
        active = sorted(active, key=in_order)
        silenced.sort(key=lambda suppressed: in_order(suppressed.diagnostic))
        return checked.file._replace(diagnostics=tuple(active), suppressed=tuple(silenced))

    def _comments(self, opened: Opened) -> list[Suppression]:
        if not addresses_the_tool(opened.source.text):
            return []
        # loaded here, and below: few documents hold such a comment
        from malkoll.suppress.comment import suppressions  # noqa: PLC0415

        return suppressions(opened.source, opened.root, self.date)

    def _silence(self, one: Checked) -> tuple[list[Diagnostic], list[Suppressed]]:
        """Part what a file's comments silence, and tell what is wrong with the comments themselves."""
        if not one.suppressions:
            return one.diagnostics, []
        from malkoll.suppress.silence import apply, unused  # noqa: PLC0415
        from malkoll.suppress.troubles import troubles_of, unused_trouble  # noqa: PLC0415

        active, silenced = apply(one.diagnostics, one.suppressions)
        locator = reopen(one.input, self.limits)
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
        one: Checked, locator: Locator, troubles: list[Trouble]
    ) -> tuple[list[Diagnostic], list[Suppressed]]:
        from malkoll.suppress.silence import apply  # noqa: PLC0415

        found = seen(one.input.selection, ReadFile(locator.source, tuple(troubles)))
        return apply(settle(found, one.input, locator), one.suppressions)
