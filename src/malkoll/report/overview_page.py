"""The overview for people, on a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from malkoll.diagnostic import Severity
from malkoll.language import OR, Count, Language, Message, Text, Words
from malkoll.report import overview_words as words
from malkoll.report.cells import cut, pad, width
from malkoll.report.layout import WIDEST_TEXT, Line, Style, wrap
from malkoll.report.shown import Shown
from malkoll.report.table import Table
from malkoll.repository.gathered import Followed, Gathered, Outcome, PlacedGoal, Row
from malkoll.repository.links import Link, agenda_links, priority_links, strategy_links
from malkoll.repository.overview import alike, coverage, follow_ups, followed, horizons
from malkoll.repository.principles import principles

_NARROWEST = 40
_LONGEST_BOARD = 30
_SHORT_GOAL = 60


class OverviewPage:
    """Lays out an overview, so many cells wide."""

    def __init__(self, gathered: Gathered, language: Language, shown: Shown, cells: int) -> None:
        self.gathered = gathered
        self.language = language
        self.shown = shown
        self.cells = max(cells, _NARROWEST)

    def lines(self) -> Iterator[Line]:
        """Give the whole overview."""
        yield from self._head(words.title(self.gathered))
        yield from self.say(words.findings(self.gathered.report))
        report = self.gathered.report
        for sentence in (*words.older(report), words.unread(report)):
            if sentence:
                yield from self.say(sentence)
        yield from self._coverage()
        yield from self._horizons()
        yield from self._followed()
        yield from self._agenda()
        yield from self._strategies()
        yield from self._priorities()
        yield from self._principles()
        yield from self._alike()

    def follow_up(self) -> Iterator[Line]:
        """Give what became of the goals."""
        found = follow_ups(self.gathered)
        yield from self._head(words.title(self.gathered, follow_up=True))
        yield from self.say(words.outcomes(len(self.gathered.goals), found.totals))
        columns = [outcome for outcome in Outcome if outcome is not Outcome.UNJUDGED or found.totals[outcome]]
        heads = [self.text(words.OUTCOME_NAMES[outcome]) for outcome in columns]
        yield from self._section(words.BY_BOARD)
        table = self._by_row(heads)
        for row, counts in zip(self.gathered.rows, found.rows, strict=True):
            table.add(self._names(row), [words.number(counts[one]) for one in columns])
        self._total(table, [found.totals[one] for one in columns])
        yield from table.lines()
        if self.gathered.areas:
            yield from self._section(words.BY_AREA)
            by_area = Table([self.text(words.FOCUS_AREA)], heads, self.shown, self.cells)
            for area in self.gathered.areas:
                by_area.add([area.name], [words.number(found.areas[area.key][one]) for one in columns])
            yield from by_area.lines()
        yield from self._goals_of(words.NOT_QUITE, {Outcome.PARTLY, Outcome.NOT_REACHED})
        yield from self._goals_of(words.LEFT, {Outcome.DUE})

    def _head(self, title: Message) -> Iterator[Line]:
        yield [(self.text(title), Style.STRONG)]
        facts = [words.what(self.gathered), words.models(self.gathered), words.other_years(self.gathered)]
        yield from self.say(" ".join(self.text(fact) for fact in facts if fact))

    def _coverage(self) -> Iterator[Line]:
        found = coverage(self.gathered)
        if not self.gathered.areas:
            return
        yield from self._section(words.COVERAGE)
        heads = [area.name for area in self.gathered.areas]
        if found.outside:
            heads.append(self.text(words.NO_AREA))
        table = self._by_row(heads)
        keys = [area.key for area in self.gathered.areas]
        for row, counts in zip(self.gathered.rows, found.rows, strict=True):
            outside = [sum(not goal.areas for goal in row.goals)] if found.outside else []
            table.add(
                self._names(row), [words.number(one) for one in (*(counts[key] for key in keys), *outside)]
            )
        self._total(
            table, [*(found.totals[key] for key in keys), *([found.outside] if found.outside else [])]
        )
        yield from table.lines()
        yield from self.say(words.uncovered(found), "  ")
        if any(len(goal.areas) > 1 for goal in self.gathered.goals):
            yield from self.say(words.IN_SEVERAL(), "  ")

    def _horizons(self) -> Iterator[Line]:
        found = horizons(self.gathered)
        if not found.years:
            return
        yield from self._section(words.HORIZONS)
        names = [self.shown.sentence(" ".join(self._names(row))) for row in self.gathered.rows]
        name = min(max(map(width, names)), _LONGEST_BOARD, self.cells // 3)
        # a year is as wide as its number where that fits, or as the last two of its figures
        room = (self.cells - name - 4 - len(self.text(words.GOALS[1])) - 4) // len(found.years)
        step = 5 if room >= 5 else 3 if room >= 3 else 1
        head = " ".join(str(year)[-4 if step == 5 else -2 :] for year in found.years)
        if step == 1:
            head = self.shown(words.years((found.years[0], found.years[-1])))
        yield [(f"  {pad('', name)}  {head}", Style.FAINT)]
        for label, spans in zip(names, found.rows, strict=True):
            shown = cut(label, name, self.shown("…"))
            for (first, last), count in spans.items():
                start = (first - found.years[0]) * step
                bar = self.shown("━")[0] * ((last - first + 1) * step - (step > 1))
                goals = Count(count, *words.GOALS).render(self.language)
                yield [
                    (f"  {pad(shown, name)}  {' ' * start}", Style.PLAIN),
                    (bar, Style.INFO),
                    (f" {goals}", Style.PLAIN),
                ]
                shown = ""
        yield from self.say(words.lengths(found), "  ")

    def _followed(self) -> Iterator[Line]:
        if not self.gathered.goals:
            return
        totals = followed(self.gathered.goals)
        yield from self._section(words.FOLLOWED)
        columns = [one for one in Followed if one is not Followed.UNCLEAR or totals[one]]
        table = self._by_row([self.text(words.FOLLOWED_NAMES[one]) for one in columns])
        for row in self.gathered.rows:
            counts = followed(row.goals)
            table.add(self._names(row), [words.number(counts[one]) for one in columns])
        self._total(table, [totals[one] for one in columns])
        yield from table.lines()

    def _agenda(self) -> Iterator[Line]:
        found = agenda_links(self.gathered)
        if not any(link.stated or link.implied for link in found.links):
            return
        yield from self._section(words.AGENDA)
        table = Table([""], [self.text(words.STATED), self.text(words.IMPLIED)], self.shown, self.cells)
        self._links(table, found.links, numbered=True)
        yield from table.lines()
        without = [link for link in found.links if not link.stated and not link.implied]
        if without:
            names = [f"{link.id} {self.text(link.name)}" for link in without]
            yield from self.say(words.NO_GOAL_FOR(goals=Words(names, OR, quoted=False, most=17)), "  ")
        if found.is_own_reading and any(link.implied for link in found.links):
            yield from self.say(words.OWN_READING(), "  ")

    def _strategies(self) -> Iterator[Line]:
        for strategy in strategy_links(self.gathered):
            if not any(link.stated or link.implied for link in strategy.all):
                continue
            yield from self._section(strategy.name or words.STRATEGY)
            table = Table([""], [self.text(words.STATED), self.text(words.IMPLIED)], self.shown, self.cells)
            for title, links in (
                (words.STRATEGY_AREAS, strategy.areas),
                (words.STRATEGY_PRINCIPLES, strategy.principles),
                (words.STRATEGY_PRIORITIES, strategy.priorities),
            ):
                if any(link.stated or link.implied for link in links):
                    table.add([self.text(title)], ["", ""], Style.STRONG)
                    self._links(table, links, before="  ")
            yield from table.lines()

    def _links(
        self, table: Table, links: Iterable[Link], *, numbered: bool = False, before: str = ""
    ) -> None:
        for link in links:
            if link.stated or link.implied:
                name = self.text(link.name)
                table.add(
                    [f"{link.id} {name}" if numbered else f"{before}{name}"],
                    [words.number(link.stated), words.number(link.implied)],
                )

    def _priorities(self) -> Iterator[Line]:
        found = priority_links(self.gathered)
        if not found:
            return
        yield from self._section(words.PRIORITIES)
        for priorities in found:
            if state := words.state_of(priorities):
                yield from self.say(state, "  ")
            served = [link for link in priorities.links if link.stated]
            if served:
                table = Table([""], [self.text(words.GOALS[1])], self.shown, self.cells)
                for link in served:
                    table.add([self.text(link.name)], [words.number(link.stated)])
                yield from table.lines()
            unserved = [self.text(link.name) for link in priorities.links if not link.stated]
            if unserved:
                named = Words(unserved, OR, quoted=False, most=20)
                yield from self.say(words.UNSERVED(priorities=named), "  ")

    def _principles(self) -> Iterator[Line]:
        found = principles(self.gathered.report.files)
        if not found:
            return
        yield from self._section(words.PRINCIPLES)
        table = Table(
            [self.text(words.PRINCIPLE)], words.severity_words(self.language), self.shown, self.cells
        )
        for principle in found:
            counts = Counter(one.diagnostic.severity for one in principle.found)
            table.add([self.text(principle.name)], [words.number(counts[one]) for one in Severity])
        yield from table.lines()

    def _alike(self) -> Iterator[Line]:
        found = alike(self.gathered)
        if not found:
            return
        yield from self._section(words.ALIKE)
        for pair in found:
            text = words.ALIKE_PAIR(
                first=pair.row.name,
                first_goal=_name(pair.goal),
                second=pair.other_row.name,
                second_goal=_name(pair.other),
            )
            yield from self.say(text, "  ", "    ")
            yield from self.say(pair.goal.goal.statement or "", "    ")

    def _goals_of(self, title: Text, wanted: set[Outcome]) -> Iterator[Line]:
        this_year = self.gathered.report.date.year
        found = [
            (row, goal, outcome)
            for row in self.gathered.rows
            for goal in row.goals
            if (outcome := goal.outcome(this_year)) in wanted
        ]
        if not found:
            return
        yield from self._section(title)
        for row, goal, outcome in found:
            ended = words.ENDED(year=goal.years[1]).render(self.language) if goal.years else ""
            what = ended if outcome is Outcome.DUE else self.text(words.OUTCOME_NAMES[outcome])
            yield from self.say(f"{' '.join(self._names(row))}, {_name(goal)}: {what}", "  ", "    ")
            yield from self.say(goal.goal.statement or "", "    ", style=Style.FAINT)
            follow_up = goal.last_follow_up
            if follow_up is not None and follow_up.reason:
                yield from self.say(words.REASON(reason=follow_up.reason), "    ")

    def _by_row(self, heads: Sequence[str]) -> Table:
        """Begin a table with a line for each document."""
        gathered = self.gathered
        names = [words.MUNICIPALITY] if gathered.has_municipalities else []
        names.append(words.BOARD)
        if gathered.has_years:
            names.append(words.YEAR)
        return Table([self.text(name) for name in names], heads, self.shown, self.cells)

    def _names(self, row: Row) -> list[str]:
        names = [row.file.municipality or self.shown("–")] if self.gathered.has_municipalities else []
        names.append(row.name)
        if self.gathered.has_years:
            names.append(str(row.file.year or self.shown("–")))
        return names

    def _total(self, table: Table, numbers: Iterable[int]) -> None:
        if len(self.gathered.rows) > 1:
            names = [self.text(words.ALL), *([""] * (len(table.names) - 1))]
            table.add(names, [words.number(number) for number in numbers], Style.STRONG)

    def _section(self, title: Text | str) -> Iterator[Line]:
        yield []
        yield from wrap([(self.text(title), Style.STRONG)], self.cells)

    def text(self, text: str | Text | Message) -> str:
        return self.shown.sentence(text if isinstance(text, str) else text.render(self.language))

    def say(
        self, text: str | Message, first: str = "", rest: str | None = None, style: Style = Style.PLAIN
    ) -> Iterator[Line]:
        yield from wrap([(self.text(text), style)], min(self.cells, WIDEST_TEXT), first, rest)


def _name(goal: PlacedGoal) -> str:
    """Name a goal by its id, or else its heading, or its number."""
    return goal.goal.id or cut(goal.goal.title or "", _SHORT_GOAL) or str(goal.goal.index + 1)
