"""A board's document held against the one before it: which goal is which, and what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from malkoll.diagnostic import At, Finding, Path, Related
from malkoll.document.words import fold
from malkoll.language import Message, Text
from malkoll.record import Record
from malkoll.remembered import DocumentSummary, Figure, GoalSummary, IndicatorSummary, Run
from malkoll.rules.across.groups import board_of, municipality_of, only_municipality
from malkoll.rules.across.likeness import alike_among

YEAR = Text("{year}", "{year}")
VERSION = Text("den version som ligger i {file}", "the version that lies in {file}")
STOOD = Text("Så här stod det då.", "This is what it said then.")
STANDS = Text("Så här står det sedan dess.", "This is what it has said since.")
_MOST_ALIKE = 500
"""More goals that are under no id of before are held against each other word by word alone."""
_Owner = tuple[str, str]


class Told(Record):
    """What is to be told of two documents.

    Attributes:
        message, advice: in words that fit both.
        now, then: the place in the new document and in the old.
        also: further places in the new one.
        key: as in `Finding`.

    """

    message: Message
    advice: Message
    now: Path
    then: Path
    also: tuple[Path, ...] = ()
    key: str = ""


class Pair(Record):
    """A board's document, and the one before it or the same year's as it was decided.

    Attributes:
        new, old: the two.
        is_told_in_new: whether findings are told in the new one.

    """

    new: DocumentSummary
    old: DocumentSummary
    is_told_in_new: bool = True

    @property
    def is_one_year(self) -> bool:
        return self.new.year == self.old.year

    @property
    def before(self) -> Message:
        """Name what the new document is held against."""
        return VERSION(file=self.old.file) if self.is_one_year else YEAR(year=self.old.year)

    def finding(self, told: Told) -> Finding:
        """Tell a finding in the new document; where only the old one is checked, there."""
        now, then = At(told.now, key=told.now == self.new.goals_path), At(told.then)
        finding = Finding(
            now,
            told.message,
            told.advice,
            also=tuple(map(At, told.also)),
            related=(Related(then, STOOD(), file=self.old.file),),
            file=self.new.file,
            key=told.key,
        )
        if self.is_told_in_new:
            return finding
        there = finding._replace(
            at=then, also=(), related=(Related(now, STANDS(), file=self.new.file),), file=self.old.file
        )
        return finding._replace(elsewhere=(there,))


class Matched(Record):
    """A goal and what it was; under the same id, or with the same words under another."""

    new: GoalSummary
    old: GoalSummary

    @property
    def is_renamed(self) -> bool:
        return bool(self.new.id and self.old.id and fold(self.new.id) != fold(self.old.id))


class Compared(Record):
    """The goals of two documents: those that are in both, and those of the old that are gone."""

    matched: tuple[Matched, ...]
    gone: tuple[GoalSummary, ...]


def pairs(run: Run) -> Iterator[tuple[Pair, ...]]:
    """Give each document with those that it is held against: the same year's as decided, then the year before.

    Where a board has two documents for a year the first counts: that there are two is a finding of its own.
    """
    only = only_municipality((*run.documents, *run.earlier))
    now, then = _by_owner(run.documents, only), _by_owner(run.earlier, only)
    for owner, years in now.items():
        earlier = then.get(owner, {})
        for year, document in years.items():
            same = earlier.get(year)
            held = [same] if same is not None and same.is_decided else []
            before = max((one for one in (*years, *earlier) if one < year), default=None)
            if before is not None:
                held.append(years[before] if before in years else earlier[before])
            if held:
                is_told = run.tells_in(document.file)
                yield tuple([Pair(document, old, is_told) for old in held])


def _by_owner(documents: Iterable[DocumentSummary], only: str) -> dict[_Owner, dict[int, DocumentSummary]]:
    found: dict[_Owner, dict[int, DocumentSummary]] = {}
    for document in documents:
        board = board_of(document)
        if board is not None and document.year is not None:
            years = found.setdefault((municipality_of(document, only), board), {})
            years.setdefault(document.year, document)
    return found


def compared(run: Run) -> list[list[tuple[Pair, Compared]]]:
    """Give each document with those that it is held against, and what became of the goals.

    Three rules ask for it: it is worked out for the first of them.
    """
    if run.shared is None:
        return _compared(run)
    found: list[list[tuple[Pair, Compared]]] = run.shared.setdefault(__name__, [])
    if not found:
        found += _compared(run)
    return found


def _compared(run: Run) -> list[list[tuple[Pair, Compared]]]:
    return [[(pair, compare(pair)) for pair in held] for held in pairs(run)]


def compare(pair: Pair) -> Compared:
    """Tell which goal is which: by id, else by the same words, else by nearly the same."""
    new, old = _by_id(pair.new.goals), _by_id(pair.old.goals)
    matched = [Matched(new[name], goal) for name, goal in old.items() if name in new]
    fresh = _Left(_without(pair.new.goals, pair.old.goals))
    left = _Left(_without(pair.old.goals, pair.new.goals))
    matched += _matched(fresh, left, _same_words)
    if len(fresh.goals) + len(left.goals) <= _MOST_ALIKE:
        matched += _matched(fresh, left, alike_among)
    gone = tuple(goal for goal in left.goals if goal.id)
    # a goal without an id may be any of them
    unnamed = sum(not goal.id for goal in fresh.goals)
    return Compared(tuple(matched), gone if len(gone) > unnamed else ())


def _by_id(goals: Sequence[GoalSummary]) -> dict[str, GoalSummary]:
    """Give the goals by id; an id that stands there twice names none of them."""
    named = [(fold(goal.id), goal) for goal in goals if goal.id]
    found = dict(named)
    if len(found) == len(named):
        return found
    times = Counter(name for name, _ in named)
    return {name: goal for name, goal in named if times[name] == 1}


def _without(goals: Sequence[GoalSummary], others: Sequence[GoalSummary]) -> list[GoalSummary]:
    """Give the goals whose id none of the others has."""
    known = {fold(goal.id) for goal in others if goal.id}
    return [goal for goal in goals if not goal.id or fold(goal.id) not in known]


class _Left:
    """Goals that no other was found for yet."""

    __slots__ = ("goals",)

    def __init__(self, goals: list[GoalSummary]) -> None:
        self.goals = goals


def _matched(
    fresh: _Left, left: _Left, alike: Callable[[list[str], list[str]], list[int | None]]
) -> list[Matched]:
    """Take those out of both that are alike, each once."""
    if not fresh.goals or not left.goals:
        return []
    found = alike([goal.statement for goal in fresh.goals], [goal.statement for goal in left.goals])
    taken: dict[int, int] = {}
    for place, there in enumerate(found):
        if there is not None and left.goals[place].statement and there not in taken:
            taken[there] = place
    matched = [Matched(fresh.goals[there], left.goals[place]) for there, place in taken.items()]
    fresh.goals = [goal for place, goal in enumerate(fresh.goals) if place not in taken]
    places = set(taken.values())
    left.goals = [goal for place, goal in enumerate(left.goals) if place not in places]
    return matched


def _same_words(others: list[str], texts: list[str]) -> list[int | None]:
    places = {words_of(text): place for place, text in reversed(list(enumerate(others)))}
    return [places.get(words_of(text)) for text in texts]


def words_of(statement: str) -> str:
    """Give a statement's words: without a last full stop, whatever the case and the line breaks."""
    return fold(statement).rstrip(" .")


def indicators_of(match: Matched) -> list[tuple[IndicatorSummary, IndicatorSummary]]:
    """Pair a goal's indicators with what they were: by Kolada id, else by name."""
    by_id = {fold(one.kolada): one for one in reversed(match.old.indicators) if one.kolada}
    by_name = {fold(one.name): one for one in reversed(match.old.indicators) if one.name}
    found = []
    for one in match.new.indicators:
        old = by_id.get(fold(one.kolada or "")) or by_name.get(fold(one.name or ""))
        if old is not None:
            found.append((one, old))
    return found


def is_other(new: Figure, old: Figure) -> bool:
    """Tell whether a value is another, as far as both are known."""
    return new.value is not None and old.value is not None and new.value != old.value
