"""Parts a run's findings into those that count and those that its baseline knows; writes the baseline anew."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath

from malkoll.baseline.entry import Baseline, Entry, same_name, text_of
from malkoll.baseline.match import Here, match
from malkoll.diagnostic import Diagnostic, Severity, Suppressed
from malkoll.file_report import FileReport
from malkoll.language import Text
from malkoll.record import Record
from malkoll.result import BaselineUse, Written
from malkoll.rule import Rule, Scope
from malkoll.rules import RULES
from malkoll.saving import save
from malkoll.selection import Selection

EXPIRED = Text(
    "{help} Enligt {file} fick det stå kvar till {date}, och den dagen har passerat.",
    "{help} According to {file} it could stand until {date}, and that day has passed.",
)
ONLY_EXPIRED = Text(
    "Enligt {file} fick det stå kvar till {date}, och den dagen har passerat.",
    "According to {file} it could stand until {date}, and that day has passed.",
)
_NEVER = frozenset({"MK001", "MK999"})
"""What can't be opened, and a rule that breaks: that isn't the document's, and never passes."""
_STOPS_RULES = ("MK0", "MK1")
"""Where text or shape is broken, other rules may be silent for that."""
_LONGEST_HINT = 80
_BY_CODE = {rule.code: rule for rule in RULES}


class Checked(Record):
    """A file of a run.

    Attributes:
        report: what was found in it.
        name: the file as the baseline names it.
        selection: the rules that were on.

    """

    report: FileReport
    name: str
    selection: Selection

    @property
    def place(self) -> str:
        return same_name(self.name)


class Wish(Record):
    """What is to become of the baseline's file.

    Attributes:
        write: leave out what is mended; write it, if there is none.
        grow: take in what is new.
        whole: whether whole folders were checked: what isn't there any more is gone then.

    """

    write: bool = False
    grow: bool = False
    whole: bool = False


class Settled(Record):
    """The files with what counts, and what became of the baseline."""

    files: tuple[FileReport, ...]
    use: BaselineUse


def settle(baseline: Baseline, checked: Sequence[Checked], wish: Wish, date: datetime.date) -> Settled:
    """Hold a run against its baseline.

    Raises:
        CallError: when the baseline is to be written and can't be.

    """
    return _Settling(baseline, checked, wish, date).settled()


class _Settling:
    def __init__(
        self, baseline: Baseline, checked: Sequence[Checked], wish: Wish, date: datetime.date
    ) -> None:
        self.baseline = baseline
        self.checked = checked
        self.wish = wish
        self.date = date
        self.places = {one.place: one for one in checked}
        self.found = [
            (_here(one, diagnostic), one)
            for one in checked
            for diagnostic in one.report.diagnostics
            if diagnostic.code not in _NEVER
        ]
        found = [here for here, _ in self.found]
        pairs = match(baseline.entries, found, self.places)
        self.known = {id(found[index].diagnostic): baseline.entries[pair] for index, pair in pairs.items()}
        claimed = set(pairs.values())
        self.unclaimed = [entry for index, entry in enumerate(baseline.entries) if index not in claimed]

    def settled(self) -> Settled:
        fixed = self._fixed()
        written = self._write(fixed) if self.wish.write else None
        files = [self._part(one.report) for one in self.checked]
        known = sum(len(file.baselined) for file in files)
        use = BaselineUse(self.baseline.shown, known, len(self.known) - known, len(fixed), written)
        return Settled(tuple(files), use)

    def _part(self, file: FileReport) -> FileReport:
        active, baselined = [], []
        for diagnostic in file.diagnostics:
            entry = self.known.get(id(diagnostic))
            if entry is None:
                active.append(diagnostic)
            elif entry.has_expired(self.date):
                active.append(self._told(diagnostic, entry))
            else:
                until = entry.until.isoformat() if entry.until else None
                baselined.append(Suppressed(diagnostic, entry.reason or "", until))
        return file._replace(diagnostics=tuple(active), baselined=tuple(baselined))

    def _told(self, diagnostic: Diagnostic, entry: Entry) -> Diagnostic:
        values: dict[str, object] = {"file": self.baseline.shown, "date": entry.until}
        if diagnostic.help is None:
            return diagnostic._replace(help=ONLY_EXPIRED(**values))
        return diagnostic._replace(help=EXPIRED(help=diagnostic.help, **values))

    def _fixed(self) -> list[Entry]:
        """Give the entries whose finding is gone: where it was looked for, and could have been seen."""
        broken = {one.place for one in self.checked if self._is_broken(one.report)}
        gone: dict[str, bool] = {}
        for entry in self.baseline.entries if self.wish.whole else ():
            if entry.place not in self.places and entry.file not in gone:
                gone[entry.file] = self._is_gone(entry.file)
        has_all = self.wish.whole and all(gone.values())
        fixed = []
        for entry in self.unclaimed:
            one = self.places.get(entry.place)
            if one is None:
                is_fixed = gone.get(entry.file, False)
            else:
                is_fixed = entry.place not in broken and self._was_asked(entry.code, one, has_all=has_all)
            if is_fixed:
                fixed.append(entry)
        return fixed

    def _is_broken(self, file: FileReport) -> bool:
        return any(
            one.code in _NEVER or (one.severity is Severity.ERROR and one.code.startswith(_STOPS_RULES))
            for one in file.diagnostics
            if id(one) not in self.known
        )

    def _is_gone(self, file: str) -> bool:
        """Tell whether a document isn't there any more; only paths below or beside the baseline are looked at."""
        windows = PureWindowsPath(file)
        if PurePosixPath(file).is_absolute() or windows.drive or windows.root:
            return False
        try:
            return not (self.baseline.path.parent / file).exists()
        except (OSError, ValueError):
            return False

    @staticmethod
    def _was_asked(code: str, one: Checked, *, has_all: bool) -> bool:
        rule: Rule | None = _BY_CODE.get(code)
        if rule is None:
            return True
        # rules across documents may find more when more documents are checked
        return (has_all or rule.scope is not Scope.RUN) and one.selection.shows(rule, one.report.model)

    def _write(self, fixed: list[Entry]) -> Written:
        is_new = self.baseline.text is None
        takes_new = is_new or self.wish.grow
        unknown = [pair for pair in self.found if id(pair[0].diagnostic) not in self.known]
        left = len(self.baseline.entries) - len(fixed)
        gone = {id(entry) for entry in fixed}
        entries = [entry for entry in self.unclaimed if id(entry) not in gone]
        if takes_new:
            self.known |= {id(here.diagnostic): _entry(here.diagnostic, one) for here, one in unknown}
        for here, one in self.found:
            if entry := self.known.get(id(here.diagnostic)):
                # what it says for the reader follows the document
                entries.append(_entry(here.diagnostic, one)._replace(reason=entry.reason, until=entry.until))
        self._save(entries)
        added = len(unknown) if takes_new else 0
        return Written(is_new, len(fixed), left, added, len(unknown) - added)

    def _save(self, entries: list[Entry]) -> None:
        """Write the file, unless it says so already; the line ends stay as they are."""
        text = text_of({(entry.fingerprint, entry.place): entry for entry in entries}.values())
        before = self.baseline.text or ""
        if "\r\n" in before:
            text = text.replace("\n", "\r\n")
        if text != before:
            save(self.baseline.path, text.encode())


def _here(one: Checked, diagnostic: Diagnostic) -> Here:
    return Here(diagnostic, one.place, one.report.year, bool(one.report.board))


def _entry(diagnostic: Diagnostic, one: Checked) -> Entry:
    return Entry(
        fingerprint=diagnostic.fingerprint,
        code=diagnostic.code,
        file=one.name,
        name=diagnostic.name,
        board=_hint(one.report.board),
        year=one.report.year,
        goal=_hint(diagnostic.goal),
    )


def _hint(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST_HINT else text[: _LONGEST_HINT - 1] + "…"
