"""Applies fixes to one file's text, round by round, until there is nothing left to mend."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.file_report import FileReport
from malkoll.fix.compare import Version, difference
from malkoll.fix.edits import Proposal, apart, applied, proposal
from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.source import SourceFile
from malkoll.syntax.parse import Parsed, parse

Check = Callable[[bytes], FileReport | None]
"""Checks a file's bytes alone, as the run would; None for what isn't a goal document."""

NOT_READ = Text(
    "{file} är inte rättad: den går inte att läsa till slutet som YAML.",
    "{file} is not fixed: it can't be read to its end as YAML.",
)
NOT_SETTLED = Text(
    "{file} är inte rättad: det kom hela tiden nya rättelser. Det är ett fel i malkoll, anmäl det gärna.",
    "{file} is not fixed: there was no end to the fixes. That is a mistake in malkoll; please report it.",
)
OTHER_ENCODING = Text(
    "{file} är inte rättad: den är inte sparad som UTF-8, och regeln not-utf8 är avstängd eller undantagen.",
    "{file} is not fixed: it is not saved as UTF-8, and the rule not-utf8 is off or silenced.",
)
NOT_WHOLE = Text(
    "{file} är inte rättad: några av dess tecken är trasiga och skulle gå förlorade.",
    "{file} is not fixed: some of its characters are broken and would be lost.",
)
LEFT = Text(
    "{file}: rättelsen för {code} på rad {line} är inte gjord, för {reason}.",
    "{file}: the fix for {code} in line {line} was not made, for {reason}.",
)
NOT_READABLE = Text("texten skulle inte ha gått att läsa", "the text could not have been read")
MORE_FINDINGS = Text("då skulle det ha blivit fler anmärkningar", "there would have been more findings")
_BROKEN = frozenset({"yaml-syntax", "duplicate-key", "several-documents", "unsupported-yaml"})
_NOT_UTF8 = "not-utf8"
_MOST_ROUNDS = 100
_MOST_READING = 20_000_000
"""How many characters are read in all for one file, however many fixes there are."""


class Mended(Record):
    """What became of a file.

    Attributes:
        data: its bytes, mended or as they were.
        made: the findings that were mended.
        left: what is to be said of fixes that weren't made.

    """

    data: bytes
    made: tuple[Diagnostic, ...] = ()
    left: tuple[Message, ...] = ()


class _State(Record):
    """A file's text on the way, with what was found in it; ``mistakes`` counts those in its YAML."""

    source: SourceFile
    version: Version
    mistakes: int
    report: FileReport


def mend(name: str, data: bytes, check: Check, wanted: frozenset[Applicability]) -> Mended:
    """Make every fix of the wanted kinds that can be made without changing anything else.

    A fix may bring to light what others then mend, as long as there are no more findings in the end.
    Where there would be, no fix is made that brings more.
    """
    mended, more = _mend(name, data, check, wanted, strictly=False)
    if not more:
        return mended
    careful, _ = _mend(name, data, check, wanted, strictly=True)
    if careful.data == data:
        return careful
    # what is mended now may let others be made
    again = mend(name, careful.data, check, wanted)
    return again._replace(made=(*careful.made, *again.made))


def _mend(
    name: str, data: bytes, check: Check, wanted: frozenset[Applicability], *, strictly: bool
) -> tuple[Mended, bool]:
    """Make fixes; tell also whether there are more findings than before."""
    report = check(data)
    if report is None or not _proposals(report, wanted):
        return Mended(data), False
    source = SourceFile(name, data)
    parsed = parse(source)
    if parsed.root is None or not parsed.whole:
        return Mended(data, left=(NOT_READ(file=name),)), False
    start = _State(source, Version(source.text, parsed.root), _mistakes(parsed), report)
    mending = _Mending(start, check, wanted, strictly)
    if source.decoding.trouble is not None and (refusal := mending.write_as_utf8(data)) is not None:
        return Mended(data, left=(refusal,)), False
    if not mending.settles():
        return Mended(data, left=(NOT_SETTLED(file=name),)), False
    mended = Mended(_bytes(mending.state.source), tuple(mending.made), mending.left)
    return mended, len(mending.state.report.diagnostics) > len(report.diagnostics)


def _proposals(report: FileReport, wanted: frozenset[Applicability]) -> list[Proposal]:
    found = (
        proposal(one) for one in report.diagnostics if one.fix is not None and one.fix.applicability in wanted
    )
    return [one for one in found if one is not None]


def _mistakes(parsed: Parsed) -> int:
    """Count what other programs couldn't read."""
    return sum(one.rule in _BROKEN for one in parsed.troubles)


def _holds_all(source: SourceFile, data: bytes) -> bool:
    """Tell whether the text of a file that isn't UTF-8 holds all that its bytes do."""
    encoding = source.decoding.encoding
    size = 4 if encoding.startswith("utf-32") else 2 if encoding.startswith("utf-16") else 1
    return size == 1 or ("\ufffd" not in source.text and len(data) % size == 0)


def _bytes(source: SourceFile) -> bytes:
    """Write a text as the file's bytes: the byte order mark of UTF-8, if it had one, and all else as it is."""
    mark = codecs.BOM_UTF8 if source.decoding.bom else b""
    return mark + source.text.encode("utf-8")


@dataclass(slots=True)
class _Mending:
    """Goes from one sound state to the next.

    Attributes:
        state: the text as far as it is mended.
        check: what tells the findings.
        wanted: the kinds of fixes to make.
        strictly: whether each step may have no more findings than the one before.
        made: the findings that are mended.

    """

    state: _State
    check: Check
    wanted: frozenset[Applicability]
    strictly: bool
    made: list[Diagnostic] = field(default_factory=list)
    _left: dict[tuple[str, str], Message] = field(default_factory=dict)
    _moved_since: bool = False
    _reading: int = 0

    @property
    def left(self) -> tuple[Message, ...]:
        """What is to be said of the fixes that can't be made."""
        return tuple(self._left.values())

    def write_as_utf8(self, data: bytes) -> Message | None:
        """Take the text over as it is and write it as UTF-8; else tell why that can't be."""
        name = self.state.source.name
        found = [one for one in _proposals(self.state.report, self.wanted) if one.finding.name == _NOT_UTF8]
        if not found:
            return OTHER_ENCODING(file=name)
        if not _holds_all(self.state.source, data):
            return NOT_WHOLE(file=name)
        state = self._try([])
        if isinstance(state, Message):
            return self._why(found[0], state)
        self._go_on_from(state, found)
        return None

    def settles(self) -> bool:
        """Make fixes until none is left; tell whether that came to an end."""
        for _ in range(_MOST_ROUNDS):
            found = [one for one in _proposals(self.state.report, self.wanted) if one.name not in self._left]
            if not found and self._left and self._moved_since:
                # what couldn't be made before may be possible now
                self._left.clear()
                self._moved_since = False
                continue
            if not found:
                return True
            chosen = apart(found)
            if not chosen:
                # each of them contradicts itself
                self._left.update({one.name: self._why(one, NOT_READABLE()) for one in found})
                continue
            self._make(chosen)
            if self._reading > _MOST_READING:
                return False
        return False

    def _make(self, proposals: list[Proposal]) -> None:
        made, state = self._soundest(proposals)
        if state is not None:
            self._go_on_from(state, made)

    def _go_on_from(self, state: _State, made: Sequence[Proposal]) -> None:
        self.state = state
        self.made += [one.finding for one in made]
        self._moved_since = True

    def _soundest(self, proposals: list[Proposal]) -> tuple[list[Proposal], _State | None]:
        """Find as many of the fixes as can be made together, by halves where all of them can't."""
        state = self._try(proposals)
        if isinstance(state, _State):
            return proposals, state
        if len(proposals) == 1:
            self._left[proposals[0].name] = self._why(proposals[0], state)
            return [], None
        middle = len(proposals) // 2
        first, first_state = self._soundest(proposals[:middle])
        second, second_state = self._soundest(proposals[middle:])
        if not first or not second:
            return first or second, first_state or second_state
        both = self._try([*first, *second])
        return ([*first, *second], both) if isinstance(both, _State) else (first, first_state)

    def _why(self, one: Proposal, reason: Message) -> Message:
        place = one.finding.location
        return LEFT(file=place.file, code=one.finding.code, line=place.start.line, reason=reason)

    def _try(self, proposals: list[Proposal]) -> _State | Message:
        """Make some fixes; give what comes of it, or why that can't be."""
        state = self.state
        self._reading += len(state.source.text)
        if self._reading > _MOST_READING:
            return NOT_READABLE()
        edited = applied(state.source.text, proposals)
        bom = codecs.BOM_UTF8 if state.source.decoding.bom else b""
        source = SourceFile(state.source.name, bom + edited.text.encode("utf-8", "surrogatepass"))
        parsed = parse(source)
        if parsed.root is None or not parsed.whole or source.text != edited.text:
            return NOT_READABLE()
        version = Version(source.text, parsed.root)
        mistakes = _mistakes(parsed)
        if mistakes > state.mistakes:
            return NOT_READABLE()
        if (lost := difference(state.version, version, edited, proposals)) is not None:
            return lost
        report = self.check(_bytes(source))
        if report is None:
            return NOT_READABLE()
        if self.strictly and len(report.diagnostics) > len(state.report.diagnostics):
            return MORE_FINDINGS()
        return _State(source, version, mistakes, report)
