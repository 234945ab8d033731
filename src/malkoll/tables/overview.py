"""The overview as sheets of a workbook: a table on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from malkoll.diagnostic import Severity
from malkoll.language import Language, Text, show
from malkoll.report import overview_words as words
from malkoll.repository.gathered import Followed, Gathered, Outcome, Row
from malkoll.repository.links import Link, agenda_links, priority_links, strategy_links
from malkoll.repository.overview import coverage, follow_ups, followed, horizons
from malkoll.repository.principles import principles
from malkoll.tables.findings import Sheet
from malkoll.tables.write_excel import Book, workbook

COVERAGE = Text("Fokusområden", "Focus areas")
HORIZONS = Text("Hur länge", "How long")
FOLLOWED = Text("Mätning och bedömning", "Measurement")
FOLLOW_UP = Text("Uppföljning", "Follow-up")
LINKS = Text("Kopplingar", "Links")
PRINCIPLES = Text("Anmärkningar", "Findings")
FROM = Text("Från", "From")
TO = Text("Till", "To")
KIND = Text("Vad", "What")
NAME = Text("Namn", "Name")
CODE = Text("Regel", "Rule")
_NAME, _COUNT, _LONG = 34.0, 13.0, 60.0
_FIRST = 3
"""How many columns name a document: municipality, board, year."""


def overview_workbook(gathered: Gathered, language: Language) -> bytes:
    """Write an overview as a workbook; the same documents and day give the same bytes."""
    sheets = list(_Sheets(gathered, language).all())
    return workbook(Book([], {}, sheets), language, gathered.report.date)


class _Sheets:
    def __init__(self, gathered: Gathered, language: Language) -> None:
        self.gathered = gathered
        self.language = language

    def all(self) -> Iterator[Sheet]:
        yield self._coverage()
        yield self._horizons()
        yield self._followed()
        yield self._follow_up()
        yield self._links()
        yield self._principles()

    def _coverage(self) -> Sheet:
        areas, found = self.gathered.areas, coverage(self.gathered)
        heads: list[Text | str] = [*(area.name for area in areas), words.NO_AREA]
        rows = [
            [*(counts[area.key] for area in areas), sum(not goal.areas for goal in row.goals)]
            for row, counts in zip(self.gathered.rows, found.rows, strict=True)
        ]
        return self._by_row(COVERAGE, heads, rows)

    def _followed(self) -> Sheet:
        rows = []
        for row in self.gathered.rows:
            counts = followed(row.goals)
            rows.append([counts[one] for one in Followed])
        return self._by_row(FOLLOWED, [words.FOLLOWED_NAMES[one] for one in Followed], rows)

    def _follow_up(self) -> Sheet:
        found = follow_ups(self.gathered)
        rows = [[counts[one] for one in Outcome] for counts in found.rows]
        return self._by_row(FOLLOW_UP, [words.OUTCOME_NAMES[one] for one in Outcome], rows)

    def _horizons(self) -> Sheet:
        rows = [
            [*self._names(row), str(first), str(last), str(count)]
            for row, spans in zip(self.gathered.rows, horizons(self.gathered).rows, strict=True)
            for (first, last), count in spans.items()
        ]
        return self._sheet(HORIZONS, [*_NAMES, FROM, TO, words.GOALS[1]], rows)

    def _links(self) -> Sheet:
        rows = list(self._linked(words.AGENDA, agenda_links(self.gathered).links))
        for strategy in strategy_links(self.gathered):
            rows += self._linked(words.STRATEGY_AREAS, strategy.areas)
            rows += self._linked(words.STRATEGY_PRINCIPLES, strategy.principles)
            rows += self._linked(words.STRATEGY_PRIORITIES, strategy.priorities)
        for priorities in priority_links(self.gathered):
            rows += self._linked(words.PRIORITIES, priorities.links)
        heads = [KIND, NAME, words.STATED, words.IMPLIED]
        return Sheet(LINKS, self._texts(heads), (_NAME, _LONG, 18, 24), rows, is_counts=True)

    def _linked(self, kind: Text, links: Iterable[Link]) -> Iterator[list[str]]:
        for link in links:
            name = show(link.name, self.language)
            named = f"{link.id} {name}" if kind is words.AGENDA else name
            yield [kind.render(self.language), named, str(link.stated), str(link.implied)]

    def _principles(self) -> Sheet:
        rows = []
        for principle in principles(self.gathered.report.files):
            for rule in principle.rules:
                counts = Counter(one.diagnostic.severity for one in rule.found)
                numbers = [str(counts[severity]) for severity in Severity]
                title = rule.title.render(self.language)
                rows.append([principle.name.render(self.language), f"{rule.code} {title}", *numbers])
        heads: list[Text | str] = [words.PRINCIPLE, CODE, *words.severity_words(self.language)]
        return Sheet(
            PRINCIPLES, self._texts(heads), (_LONG, _LONG, _COUNT, _COUNT, _COUNT), rows, is_counts=True
        )

    def _by_row(self, title: Text, heads: Sequence[Text | str], numbers: Iterable[Iterable[int]]) -> Sheet:
        """Make a sheet with a line for each document."""
        rows = [
            [*self._names(row), *map(str, counts)]
            for row, counts in zip(self.gathered.rows, numbers, strict=True)
        ]
        return self._sheet(title, [*_NAMES, *heads], rows)

    def _sheet(self, title: Text, heads: Sequence[Text | str], rows: Sequence[Sequence[str]]) -> Sheet:
        widths = (18, _NAME, 8, *([_COUNT] * (len(heads) - _FIRST)))
        return Sheet(title, self._texts(heads), widths, rows, is_counts=True)

    @staticmethod
    def _names(row: Row) -> list[str]:
        return [row.file.municipality or "", row.name, str(row.file.year or "")]

    def _texts(self, texts: Iterable[Text | str]) -> list[str]:
        return [show(text, self.language) for text in texts]


_NAMES = (words.MUNICIPALITY, words.BOARD, words.YEAR)
