"""The whole at a glance: where the goals lie, how long they run, how they are followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from malkoll.diagnostic import Diagnostic, Location
from malkoll.record import Record
from malkoll.repository.gathered import Area, Followed, Gathered, Outcome, PlacedGoal, Row, key_of

NEAR_DUPLICATE = "near-duplicate-goal"
"""The rule that finds goals that are alike."""


class Coverage(Record):
    """How many goals lie in each focus area; a goal in two of them counts in both.

    Attributes:
        rows: for each document, the number of goals by the area's key.
        totals: the same for all of them together.
        uncovered: the areas that no goal lies in.
        outside: how many goals lie in no focus area that the model knows.

    """

    rows: tuple[Counter[str], ...]
    totals: Counter[str]
    uncovered: tuple[Area, ...]
    outside: int


class Horizons(Record):
    """The years that goals cover.

    Attributes:
        first, last: of all of them; None where no goal's years are known.
        rows: for each document, the number of goals by first and last year, the earliest first.
        short, long, unknown: how many goals are short-term, long-term, or of unknown years.

    """

    first: int | None
    last: int | None
    rows: tuple[dict[tuple[int, int], int], ...]
    short: int
    long: int
    unknown: int

    @property
    def years(self) -> range:
        if self.first is None or self.last is None:
            return range(0)
        return range(self.first, self.last + 1)


class FollowUps(Record):
    """What became of the goals: by document, by focus area, and altogether."""

    rows: tuple[Counter[Outcome], ...]
    areas: dict[str, Counter[Outcome]]
    totals: Counter[Outcome]


class Alike(Record):
    """Two goals that are alike.

    Attributes:
        diagnostic: what the check says of the later one.
        row, goal: the later one.
        other_row, other: the earlier one.

    """

    diagnostic: Diagnostic
    row: Row
    goal: PlacedGoal
    other_row: Row
    other: PlacedGoal


def coverage(gathered: Gathered) -> Coverage:
    rows = tuple(Counter(key_of(area) for goal in row.goals for area in goal.areas) for row in gathered.rows)
    totals: Counter[str] = sum(rows, Counter())
    return Coverage(
        rows,
        totals,
        tuple(area for area in gathered.areas if not totals[area.key]),
        sum(not goal.areas for goal in gathered.goals),
    )


def horizons(gathered: Gathered) -> Horizons:
    spans = [(row, goal.years) for row in gathered.rows for goal in row.goals]
    known = [(row, years) for row, years in spans if years is not None]
    short = sum(row.is_short(years) for row, years in known)
    return Horizons(
        min((years[0] for _, years in known), default=None),
        max((years[1] for _, years in known), default=None),
        tuple(_spans(row.goals) for row in gathered.rows),
        short,
        len(known) - short,
        len(spans) - len(known),
    )


def _spans(goals: Iterable[PlacedGoal]) -> dict[tuple[int, int], int]:
    return dict(sorted(Counter(goal.years for goal in goals if goal.years is not None).items()))


def followed(goals: Iterable[PlacedGoal]) -> Counter[Followed]:
    """Count how it will be seen whether the goals are reached."""
    return Counter(goal.followed for goal in goals)


def follow_ups(gathered: Gathered) -> FollowUps:
    this_year = gathered.report.date.year
    areas: dict[str, Counter[Outcome]] = {area.key: Counter() for area in gathered.areas}
    for goal in gathered.goals:
        for area in goal.areas:
            areas[key_of(area)][goal.outcome(this_year)] += 1
    rows = tuple(Counter(goal.outcome(this_year) for goal in row.goals) for row in gathered.rows)
    return FollowUps(rows, areas, sum(rows, Counter()))


def alike(gathered: Gathered) -> list[Alike]:
    """Give the goals that the check finds alike, where both of them are among the documents."""
    by_place: dict[Location, tuple[Row, PlacedGoal]] = {}
    by_index: dict[tuple[str, int], tuple[Row, PlacedGoal]] = {}
    for row in gathered.rows:
        for goal in row.goals:
            by_index[row.file.path, goal.goal.index] = row, goal
            place = row.file.kept and row.file.kept.places.get(goal.goal.at("statement"))
            if place:
                by_place[place] = row, goal
    found = []
    for diagnostic in gathered.report.diagnostics:
        if diagnostic.name != NEAR_DUPLICATE or diagnostic.goal_index is None:
            continue
        later = by_index.get((diagnostic.location.file, diagnostic.goal_index))
        earlier = next((by_place.get(one.location) for one in diagnostic.related), None)
        if later and earlier:
            found.append(Alike(diagnostic, *later, *earlier))
    return found
