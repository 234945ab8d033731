"""Which finding is which entry of a baseline."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from malkoll.baseline.entry import Entry
from malkoll.diagnostic import Diagnostic
from malkoll.fingerprint import OWNER
from malkoll.record import Record


class Here(Record):
    """A finding of a run.

    Attributes:
        diagnostic: the finding.
        place: its document, as the baseline names it.
        year: its document's.
        has_owner: whether the document says whose it is: else its fingerprint may be another's too.

    """

    diagnostic: Diagnostic
    place: str
    year: int | None
    has_owner: bool


def match(entries: Sequence[Entry], found: Sequence[Here], checked: Iterable[str]) -> dict[int, int]:
    """Find each finding's entry; an entry is one finding, and a finding one entry.

    Args:
        entries: the baseline's.
        found: the run's findings.
        checked: the documents of the run, as the baseline names them.

    Returns:
        the indices of the findings that have an entry, with those of their entries.

    """
    pairing = _Pairing(entries, found)
    in_run = set(checked)
    for name in (_now, _before):
        pairing.by_fingerprint(name, in_run)
    for name in (_now, _before):
        pairing.by_place(name)
    return pairing.pairs


def _now(here: Here) -> str:
    return here.diagnostic.fingerprint


def _before(here: Here) -> str:
    """Give what a finding was called while its goal had no id; nothing if that isn't known."""
    return here.diagnostic.former


Name = Callable[[Here], str]


class _Pairing:
    def __init__(self, entries: Sequence[Entry], found: Sequence[Here]) -> None:
        self._entries = entries
        self._found = found
        self._free = dict.fromkeys(range(len(entries)))
        self.pairs: dict[int, int] = {}

    def by_fingerprint(self, name: Name, in_run: set[str]) -> None:
        """Pair what has the same fingerprint: in the same file, or in one that was renamed."""
        self._pair(lambda entry: (entry.fingerprint, entry.place), lambda here: (name(here), here.place))
        self._pair(lambda entry: entry.fingerprint, lambda here: name(here) if here.has_owner else None)
        # without an owner it may be another document, unless the old one is gone
        self._pair(lambda entry: None if entry.place in in_run else entry.fingerprint, name)

    def by_place(self, name: Name) -> None:
        """Pair what is the same in the same file, where the board was put right or the year given."""

        def known_year(here: Here) -> Hashable:
            return (name(here)[OWNER:], here.place, here.year)

        def no_year_then(here: Here) -> Hashable:
            return (name(here)[OWNER:], here.place, None)

        def no_year_now(here: Here) -> Hashable:
            return (name(here)[OWNER:], here.place) if here.year is None else None

        def with_year(entry: Entry) -> Hashable:
            return (entry.fingerprint[OWNER:], entry.place, entry.year)

        self._pair(with_year, known_year)
        self._pair(with_year, no_year_then)
        self._pair(lambda entry: (entry.fingerprint[OWNER:], entry.place), no_year_now)

    def _pair(self, of_entry: Callable[[Entry], Hashable], of_finding: Callable[[Here], Hashable]) -> None:
        """Pair what has no partner yet and is called the same; nothing is called None."""
        if not self._free or len(self.pairs) == len(self._found):
            return
        waiting: dict[Hashable, deque[int]] = {}
        for index in self._free:
            if (name := of_entry(self._entries[index])) is not None:
                waiting.setdefault(name, deque()).append(index)
        for index, here in enumerate(self._found):
            if index in self.pairs or not (partners := waiting.get(of_finding(here))):
                continue
            self.pairs[index] = partners.popleft()
            del self._free[self.pairs[index]]
