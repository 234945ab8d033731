"""What concerns several documents: the rules across them are asked of all, and told where files are checked.

What they find doesn't depend on which files are checked. Each finding has one home; where that
file is only read beside the others, another file that the finding concerns tells it instead: with
the home's fingerprint, and not if the home silences it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from malkoll.asking import safely, settle
from malkoll.checked import Known
from malkoll.diagnostic import At, Diagnostic, Finding
from malkoll.locate import Locator
from malkoll.opened import Input, open_file
from malkoll.outline import are_kept, locator_of
from malkoll.record import Record
from malkoll.remembered import Run
from malkoll.rule import Rule
from malkoll.shelf import Held, Shelf
from malkoll.source import SourceFile
from malkoll.syntax.compose import Limits

_MOST_OPEN = 32
"""How many files are held open for findings that point into them."""
Found = dict[str, list[tuple[Rule, Finding]]]
"""Findings by the file that is their home."""
Add = Callable[[Held, list[Diagnostic]], None]
"""Takes what was found in a file."""


class Documents(Record):
    """Documents of a run.

    Attributes:
        checked: those that are checked.
        beside: those that were read because they belong to them.
        earlier: versions from before, to compare with.

    """

    checked: Sequence[Held]
    beside: Sequence[Known]
    earlier: Sequence[Known]

    @property
    def names(self) -> list[str]:
        """The files, without the versions from before."""
        return sorted({one.input.name for one in self.checked} | {one.summary.file for one in self.beside})


class Together:
    """Documents that the rules across them are asked about at the same time.

    Args:
        documents: all of them.
        shelf: has those that are checked.
        limits: what a document may cost.
        add: takes what is found in one of those; without it the shelf does.

    """

    def __init__(self, documents: Documents, shelf: Shelf, limits: Limits, add: Add | None = None) -> None:
        self._documents = documents
        self._checked = {one.input.name: one for one in documents.checked}
        self._beside = {one.summary.file: one for one in documents.beside}
        self._earlier = {one.summary.file: one for one in documents.earlier}
        self._shelf = shelf
        self._add = add or shelf.add
        self._limits = limits
        self._looked_up: dict[str, Known] = {}
        self._open: dict[str, Locator] = {}
        self._asked: dict[str, set[At]] = {}

    def ask(self, rules: Sequence[Rule], run: Run) -> None:
        """Ask rules, and put what they find into the files that it is told in.

        Args:
            rules: all of them across documents.
            run: without its documents, or with what the rules look at of them.

        """
        if not self._checked:
            return
        if not run.documents:
            summaries = tuple(self._known(name).summary for name in self._documents.names)
            run = run._replace(documents=summaries)
        earlier = tuple(one.summary for _, one in sorted(self._earlier.items()))
        run = run._replace(earlier=earlier, shared={}, checked=frozenset(self._checked))
        all_found = self._found(rules, run)
        self._asked = _places(all_found)
        for home, found in all_found.items():
            if home not in self._checked:
                for one in self._away(home, found):
                    self._add(self._checked[one.location.file], [one])
            elif settled := self._at_home(home, found):
                self._add(self._checked[home], settled)
        # they hold each other: it would take a while until Python found that nobody else does
        self._open.clear()

    def _found(self, rules: Sequence[Rule], run: Run) -> Found:
        """Ask the rules that are on for any of the files."""
        selections = {id(one.input.selection): one.input.selection for one in self._checked.values()}
        found: Found = {}
        offered = run.offers
        for rule in rules:
            if rule.speaks_of(offered) and any(one.has(rule) for one in selections.values()):
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

    def _known(self, name: str) -> Known:
        if name not in self._checked:
            return self._beside.get(name) or self._earlier[name]
        if name not in self._looked_up:
            self._looked_up[name] = self._shelf.known(self._checked[name])
        return self._looked_up[name]

    def _locator(self, name: str) -> Locator:
        """Give what finds places in a file; few findings need it read again."""
        locator = self._open.pop(name, None)
        if locator is None:
            known, places = self._known(name), self._asked.get(name, ())
            if known.outline and are_kept(places, known.summary):
                locator = locator_of(known.input, known.summary, known.outline)
            else:
                locator = reopen(known.input, self._limits)
            locator.others = self._locator
        self._open[name] = locator
        if len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]
        return locator


def _places(found: Found) -> dict[str, set[At]]:
    """Give the places that findings point at, by their files."""
    asked: dict[str, set[At]] = {}
    for home, pairs in found.items():
        for _, finding in pairs:
            for told in (finding, *finding.elsewhere):
                file = told.file or home
                asked.setdefault(file, set()).update((told.at, *told.also))
                for one in told.related:
                    if not one.in_model:
                        asked.setdefault(one.file or file, set()).add(one.at)
    return asked


def reopen(file: Input, limits: Limits) -> Locator:
    """Read a file's tree again, to find places in it."""
    opened = open_file(file, limits)
    if opened is None:
        return Locator(SourceFile(file.name, b""), None)
    return Locator(opened.source, opened.root, opened.document, file.model)
