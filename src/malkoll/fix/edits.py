"""Fixes that can be made together, and where the text has changed once they are."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from malkoll.diagnostic import Diagnostic
from malkoll.record import Record
from malkoll.source import Span
from malkoll.syntax.edited import Edited


class Proposal(Record):
    """A finding with what would mend it: stretches of the text, each with what is to stand there."""

    finding: Diagnostic
    edits: tuple[tuple[Span, str], ...]

    @property
    def name(self) -> tuple[str, str]:
        """Tell it apart from the others of its file, also when lines have moved."""
        return self.finding.code, self.finding.fingerprint


def proposal(finding: Diagnostic) -> Proposal | None:
    if finding.fix is None or not finding.fix.edits:
        return None
    return Proposal(finding, tuple((edit.span, edit.text) for edit in finding.fix.edits))


def apart(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Choose those that don't touch each other's places; the others have their turn afterwards."""
    chosen: list[Proposal] = []
    taken = Stretches()
    for one in sorted(proposals, key=lambda one: (one.edits[0][0], one.finding.code)):
        spans = sorted(span for span, _ in one.edits)
        if any(map(taken.meet, spans)) or any(_meet(*pair) for pair in pairwise(spans)):
            continue
        chosen.append(one)
        taken.add(spans)
    return chosen


def applied(text: str, proposals: Sequence[Proposal]) -> Edited:
    return Edited(text, (edit for one in proposals for edit in one.edits))


def written(edited: Edited, spans: Iterable[Span]) -> Stretches:
    """Give the stretches of the result that were written by the edits of some stretches."""
    wanted = set(spans)
    found: list[Span] = []
    moved = 0
    for span, instead in edited.edits:
        start = span.start + moved
        if span in wanted:
            found.append(Span(start, start + len(instead)))
        moved += len(instead) - (span.end - span.start)
    return Stretches(found)


class Stretches:
    """Stretches of a text, none over another, to be asked for what lies in a place."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, spans: Iterable[Span]) -> None:
        for span in spans:
            # mostly at the end: sorting them all anew each time would take the square of their number
            insort(self._spans, span)

    def meet(self, span: Span) -> bool:
        """Tell whether one of them shares a place with a stretch; for what is put in, places beside it count."""
        return self._any(span, _meet)

    def lie_in(self, span: Span) -> bool:
        """Tell whether one of them changes what stands in a stretch, if only a letter of it."""
        return self._any(span, _lies_in)

    def hold(self, span: Span) -> bool:
        """Tell whether the whole of a stretch lies in one of them."""
        return self._any(span, lambda one, whole: one.start <= whole.start and whole.end <= one.end)

    def _any(self, span: Span, test: Callable[[Span, Span], bool]) -> bool:
        index = bisect_right(self._spans, Span(span.end, len(self._spans) and self._spans[-1].end))
        while index > 0 and self._spans[index - 1].end >= span.start:
            index -= 1
            if test(self._spans[index], span):
                return True
        return False


def _meet(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        return max(one.start, other.start) <= min(one.end, other.end)
    return max(one.start, other.start) < min(one.end, other.end)


def _lies_in(one: Span, whole: Span) -> bool:
    if whole.start == whole.end:
        return one.start <= whole.start <= one.end
    return one.start < whole.end and one.end > whole.start
