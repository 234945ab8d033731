"""The goals of all boards together: pictures with their tables, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from malkoll.language import OR, Text, Words
from malkoll.report import overview_words as overview
from malkoll.report.html import words
from malkoll.report.html.markup import Content, Markup, element
from malkoll.report.html.pictures import Pictures, legend
from malkoll.report.html.writer import DOCUMENT, Sentence, Writer
from malkoll.repository.gathered import Followed, Outcome
from malkoll.repository.links import Link, agenda_links, priority_links, strategy_links
from malkoll.repository.overview import alike, coverage, follow_ups, followed, horizons


class Together:
    """Writes the sections about all documents."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.gathered = writer.gathered
        self.pictures = Pictures(writer)

    def sections(self) -> Iterator[Markup]:
        parts = (
            self._coverage, self._horizons, self._followed, self._follow_ups, self._agenda, self._strategies,
            self._priorities, self._alike,
        )  # fmt: skip
        for part in parts:
            content = list(part())
            if content:
                yield element("section", content, class_="figure")

    def _coverage(self) -> Iterator[Content]:
        found = coverage(self.gathered)
        if not self.gathered.areas or not self.gathered.rows:
            return
        yield self._title(overview.COVERAGE)
        yield self.writer.p(
            overview.uncovered(found),
            overview.IN_SEVERAL() if any(len(goal.areas) > 1 for goal in self.gathered.goals) else None,
        )
        yield self.pictures.matrix(found)
        heads: list[Sentence] = [
            overview.BOARD,
            *(area.name for area in self.gathered.areas),
            overview.NO_AREA,
        ]
        rows: list[list[Content]] = [
            [
                self.writer.row_name(row),
                *(overview.number(counts[area.key]) for area in self.gathered.areas),
                overview.number(sum(not goal.areas for goal in row.goals)),
            ]
            for row, counts in zip(self.gathered.rows, found.rows, strict=True)
        ]
        totals = [overview.number(found.totals[area.key]) for area in self.gathered.areas]
        rows.append([self._all(), *totals, overview.number(found.outside)])
        yield self._as_table(self.writer.table(overview.COVERAGE, heads, rows))

    def _horizons(self) -> Iterator[Content]:
        found = horizons(self.gathered)
        if not found.years:
            return
        yield self._title(overview.HORIZONS)
        yield self.writer.p(overview.lengths(found))
        yield self.pictures.timeline(found)
        heads: list[Sentence] = [overview.BOARD, words.FROM, words.UNTIL_YEAR, words.GOALS_HEAD]
        rows: list[list[Content]] = [
            [self.writer.row_name(row), str(first), str(last), str(count)]
            for row, spans in zip(self.gathered.rows, found.rows, strict=True)
            for (first, last), count in spans.items()
        ]
        yield self._as_table(self.writer.table(overview.HORIZONS, heads, rows))

    def _followed(self) -> Iterator[Content]:
        totals = followed(self.gathered.goals)
        if not self.gathered.goals:
            return
        yield self._title(overview.FOLLOWED)
        columns = [one for one in Followed if one is not Followed.UNCLEAR or totals[one]]
        rows: list[list[Content]] = []
        for row in self.gathered.rows:
            counts = followed(row.goals)
            rows.append([self.writer.row_name(row), *(overview.number(counts[one]) for one in columns)])
        if len(rows) > 1:
            rows.append([self._all(), *(overview.number(totals[one]) for one in columns)])
        heads = [overview.BOARD, *(overview.FOLLOWED_NAMES[one] for one in columns)]
        yield self.writer.table(overview.FOLLOWED, heads, rows)

    def _follow_ups(self) -> Iterator[Content]:
        """Tell what became of the goals, once one of them is followed up or due."""
        found = follow_ups(self.gathered)
        if not set(found.totals) - {Outcome.GOING_ON}:
            return
        columns = [one for one in Outcome if one is not Outcome.UNJUDGED or found.totals[one]]
        yield self._title(words.FOLLOW_UP)
        yield self.writer.p(overview.outcomes(len(self.gathered.goals), found.totals))
        names = [overview.OUTCOME_NAMES[one] for one in columns]
        rows: list[list[Content]] = [
            [self.writer.row_name(row), *(overview.number(counts[one]) for one in columns)]
            for row, counts in zip(self.gathered.rows, found.rows, strict=True)
        ]
        yield self.writer.table(overview.BY_BOARD, [overview.BOARD, *names], rows)
        by_area: list[list[Content]] = [
            [area.name, *(overview.number(found.areas[area.key][one]) for one in columns)]
            for area in self.gathered.areas
        ]
        if by_area:
            yield self.writer.table(overview.BY_AREA, [overview.FOCUS_AREA, *names], by_area)

    def _agenda(self) -> Iterator[Content]:
        found = agenda_links(self.gathered)
        if not any(link.stated or link.implied for link in found.links):
            return
        yield self._title(overview.AGENDA)
        without = [
            f"{link.id} {self.writer.text(link.name)}"
            for link in found.links
            if not link.stated + link.implied
        ]
        named = Words(without, OR, quoted=False, most=17)
        own_reading = found.is_own_reading and any(link.implied for link in found.links)
        yield self.writer.p(
            overview.NO_GOAL_FOR(goals=named) if without else None,
            overview.OWN_READING() if own_reading else None,
        )
        yield legend(self.writer)
        yield self.pictures.agenda(found)
        yield self._as_table(self._links(overview.AGENDA, found.links, numbered=True, language=None))

    def _strategies(self) -> Iterator[Content]:
        for strategy in strategy_links(self.gathered):
            if not any(link.stated or link.implied for link in strategy.all):
                continue
            yield self.writer.heading(3, strategy.name or overview.STRATEGY, lang=DOCUMENT)
            for title, links in (
                (overview.STRATEGY_AREAS, strategy.areas),
                (overview.STRATEGY_PRINCIPLES, strategy.principles),
                (overview.STRATEGY_PRIORITIES, strategy.priorities),
            ):
                if any(link.stated or link.implied for link in links):
                    yield self._links(title, links)

    def _links(
        self, title: Text, links: Iterable[Link], *, numbered: bool = False, language: str | None = DOCUMENT
    ) -> Markup:
        rows: list[list[Content]] = []
        for link in links:
            name = self.writer.text(link.name)
            counts = [overview.number(link.stated), overview.number(link.implied)]
            rows.append([f"{link.id} {name}" if numbered else name, *counts])
        heads = [title, overview.STATED, overview.IMPLIED]
        return self.writer.table(title, heads, rows, names_are=language)

    def _priorities(self) -> Iterator[Content]:
        found = priority_links(self.gathered)
        if not found:
            return
        yield self._title(overview.PRIORITIES)
        for priorities in found:
            yield self.writer.p(overview.state_of(priorities))
            if priorities.links:
                rows: list[list[Content]] = [
                    [self.writer.text(link.name), overview.number(link.stated)] for link in priorities.links
                ]
                yield self.writer.table(overview.PRIORITIES, [overview.PRIORITIES, words.GOALS_HEAD], rows)

    def _alike(self) -> Iterator[Content]:
        pairs = alike(self.gathered)
        if not pairs:
            return
        yield self._title(overview.ALIKE)
        items = []
        for pair in pairs:
            placed = ((pair.other_row, pair.other), (pair.row, pair.goal))
            goals = [
                element(
                    "p",
                    self.writer.link(
                        self.writer.row_name(row), self.writer.anchor(row.file, goal.goal.index)
                    ),
                    ": ",
                    self.writer.own(goal.goal.statement or ""),
                )
                for row, goal in placed
            ]
            items.append(element("li", goals))
        yield element("ul", items, class_="findings")

    def _title(self, title: Text) -> Markup:
        return self.writer.heading(3, title)

    def _all(self) -> Markup:
        return element("span", self.writer.text(overview.ALL), lang=self.writer.language.value)

    def _as_table(self, table: Markup) -> Markup:
        return element("details", element("summary", self.writer.text(words.AS_TABLE)), table)
