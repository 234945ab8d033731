"""How a report is to look."""

from __future__ import annotations

from pathlib import Path

from malkoll.diagnostic import Diagnostic, Severity
from malkoll.language import Language
from malkoll.record import Record

MOST_FINDINGS = 10_000
"""So many findings nobody reads to the end."""


class Options(Record):
    """What the caller chooses.

    Attributes:
        language: of every sentence.
        width: in cells; None for that of the terminal, else of ``COLUMNS``, else 100.
        color: whether to colour.
        quiet: only the findings that fail the run, no summary.
        verbose: also what is silenced and why, and which steering model was used.
        statistics: also how many findings each rule has.
        fail_on: the least severity that fails the run; None for none.
        offers_fixes: whether to say which findings the program can fix; not after it has.
        most: how many findings are shown to people on a screen; the rest are counted.
        unsafe_fixes: also name the fixes that somebody has to look at, where they stand.
        root: the folder that the places of files are told from, where a format's readers want the
            repository's; None for the current folder, as in all other reports.

    """

    language: Language = Language.SV
    width: int | None = None
    color: bool = False
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    fail_on: Severity | None = Severity.ERROR
    root: Path | None = None
    offers_fixes: bool = True
    unsafe_fixes: bool = False
    most: int = MOST_FINDINGS

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is to be shown; quiet leaves out what doesn't fail the run."""
        if not self.quiet:
            return True
        return diagnostic.severity.rank <= (self.fail_on or Severity.ERROR).rank
