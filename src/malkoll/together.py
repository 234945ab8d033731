"""What concerns several documents: the rules across them are asked of all, and told where files are checked.

What they find doesn't depend on which files are checked. Each finding has one home; where that
file is only read beside the others, another file that the finding concerns tells it instead: with
the home's fingerprint, and not if the home silences it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from malkoll.asking import safely, settle
from malkoll.diagnostic import At, Diagnostic, Finding
from malkoll.locate import Locator
from malkoll.opened import Input, open_file
from malkoll.outline import are_kept, locator_of
from malkoll.remembered import DocumentSummary, Run
from malkoll.rule import Rule, Scope
from malkoll.rules import RULES
from malkoll.source import SourceFile
from malkoll.syntax.compose import Limits

if TYPE_CHECKING:
    from malkoll.suppress.comment import Suppression

_MOST_OPEN = 32
"""How many files are held open for findings that point into them."""
Found = dict[str, list[tuple[Rule, Finding]]]
"""Findings by the file that is their home."""


class Known(NamedTuple):
    """A document with what is remembered of it, the comments in it that silence findings, and places in it."""

    input: Input
    summary: DocumentSummary
    silencers: list[Suppression]
    outline: bytes = b""


class Together:
    """The documents of one run.

    Args:
        checked: those that are checked.
        beside: those that were read because they belong to them.
        earlier: versions from before, to compare with.
        limits: what a document may cost.

    """

    def __init__(
        self, checked: Sequence[Known], beside: Sequence[Known], earlier: Sequence[Known], limits: Limits
    ) -> None:
        self._checked = {one.summary.file: one for one in checked}
        self._beside = {one.summary.file: one for one in beside}
        self._earlier = {one.summary.file: one for one in earlier}
        self._limits = limits
        self._open: dict[str, Locator] = {}
        self._reread: set[str] = set()

    def ask(self, run: Run) -> dict[str, list[Diagnostic]]:
        """Give what the rules across documents find, by the file that is checked.

        Args:
            run: with all but the documents.

        """
        if not self._checked:
            return {}
        present = {**self._beside, **self._checked}
        run = run._replace(
            documents=tuple(present[name].summary for name in sorted(present)),
            earlier=tuple(one.summary for _, one in sorted(self._earlier.items())),
        )
        diagnostics: dict[str, list[Diagnostic]] = {}
        all_found = self._found(run)
        self._reread = self._not_kept(all_found)
        for home, found in all_found.items():
            for diagnostic in (
                self._at_home(home, found) if home in self._checked else self._away(home, found)
            ):
                diagnostics.setdefault(diagnostic.location.file, []).append(diagnostic)
        return diagnostics

    def _found(self, run: Run) -> Found:
        """Ask the rules that are on for any of the files."""
        selections = {id(one.input.selection): one.input.selection for one in self._checked.values()}
        found: Found = {}
        for rule in RULES:
            if rule.scope is Scope.RUN and any(one.has(rule) for one in selections.values()):
                for made, finding in safely(rule, run):
                    # a rule that breaks names no file
                    found.setdefault(finding.file or min(self._checked), []).append((made, finding))
        return found

    def _at_home(self, home: str, found: list[tuple[Rule, Finding]]) -> list[Diagnostic]:
        file = self._checked[home].input
        wanted = [pair for pair in found if file.selection.has(pair[0])]
        return settle(wanted, file, self._locator(home)) if wanted else []

    def _away(self, home: str, found: list[tuple[Rule, Finding]]) -> Iterator[Diagnostic]:
        """Tell in files that are checked what is at home in one that isn't."""
        for rule, finding in found:
            there = next((one for one in finding.elsewhere if one.file in self._checked), None)
            if there is None or there.file is None:
                continue
            file = self._checked[there.file].input
            if not file.selection.has(rule):
                continue
            for own in self._active(self._beside[home], rule, finding):
                for told in settle([(rule, there)], file, self._locator(there.file)):
                    yield told._replace(fingerprint=own.fingerprint, former=own.former)

    def _active(self, home: Known, rule: Rule, finding: Finding) -> list[Diagnostic]:
        """Settle a finding at its home: nothing where that turns the rule off or a comment silences it."""
        if not home.input.selection.has(rule):
            return []
        settled = settle([(rule, finding)], home.input, self._locator(home.summary.file))
        if not home.silencers:
            return settled
        # loaded here: few documents hold such a comment
        from malkoll.suppress.silence import apply  # noqa: PLC0415

        return apply(settled, home.silencers)[0]

    def _not_kept(self, found: Found) -> set[str]:
        """Give the files in which a finding points at a place that their outline hasn't got."""
        asked: dict[str, set[At]] = {}
        for home, pairs in found.items():
            for _, finding in pairs:
                for told in (finding, *finding.elsewhere):
                    file = told.file or home
                    asked.setdefault(file, set()).update((told.at, *told.also))
                    for one in told.related:
                        if not one.in_model:
                            asked.setdefault(one.file or file, set()).add(one.at)
        return {
            name
            for name, places in asked.items()
            if not (known := self._known(name)).outline or not are_kept(places, known.summary)
        }

    def _known(self, name: str) -> Known:
        return self._checked.get(name) or self._beside.get(name) or self._earlier[name]

    def _locator(self, name: str) -> Locator:
        """Give what finds places in a file; few findings need it read again."""
        locator = self._open.pop(name, None)
        if locator is None:
            known = self._known(name)
            if name in self._reread:
                locator = reopen(known.input, self._limits)
            else:
                locator = locator_of(known.input, known.summary, known.outline)
            locator.others = self._locator
        self._open[name] = locator
        if len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]
        return locator


def reopen(file: Input, limits: Limits) -> Locator:
    """Read a file's tree again, to find places in it."""
    opened = open_file(file, limits)
    if opened is None:
        return Locator(SourceFile(file.name, b""), None)
    return Locator(opened.source, opened.root, opened.document, file.model)
