"""The whole page: what is most important first, and at the end what it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll import __version__
from malkoll.language import Count, Language, Message, Text, Words
from malkoll.report import overview_words as overview
from malkoll.report.html import words
from malkoll.report.html.boards import Boards
from malkoll.report.html.findings import Findings
from malkoll.report.html.frame import Section, framed
from malkoll.report.html.markup import Content, Markup, element, joined
from malkoll.report.html.together import Together
from malkoll.report.html.writer import Sentence, Writer
from malkoll.report.totals import SKIPPED, YAML_FILES
from malkoll.repository.gathered import Followed, Gathered
from malkoll.repository.overview import coverage, followed, horizons
from malkoll.repository.principles import principles

_MOST_PRINCIPLES = 3
_LARGE = 60
"""Above so many files a browser lays out what is looked at first, and the rest as it is reached."""


class Page:
    """Writes the page in one language."""

    def __init__(self, gathered: Gathered, language: Language) -> None:
        numbers = {file.path: number for number, file in enumerate(gathered.report.files, 1)}
        self.gathered = gathered
        self.writer = Writer(gathered, language, numbers)
        self.principles = principles(gathered.report.files)
        self.findings = Findings(self.writer, self.principles)
        self.together = list(Together(self.writer).sections()) if gathered.rows else []
        self.boards = list(Boards(self.writer, self.findings).sections())

    def html(self) -> str:
        sections = list(self._sections())
        is_large = len(self.gathered.report.files) > _LARGE
        return framed(
            self._title(),
            self._header(),
            sections,
            self.writer.language,
            script="script.js",
            is_large=is_large,
        )

    def _title(self) -> str:
        text = self.writer.text
        if len(self.gathered.rows) != 1:
            return text(overview.title(self.gathered))
        row = self.gathered.rows[0]
        if row.file.year is None:
            return text(words.ONE_BOARD_NO_YEAR(board=row.name))
        return text(words.ONE_BOARD(board=row.name, year=row.file.year))

    def _header(self) -> Markup:
        return element(
            "header",
            self.writer.p(words.KIND, class_="kind"),
            self.writer.heading(1, self._title()),
            self.writer.p(
                overview.what(self.gathered),
                overview.models(self.gathered),
                words.CHECKED(date=self.gathered.report.date.isoformat()),
            ),
        )

    def _sections(self) -> Iterator[Section]:
        yield Section("summary", words.SUMMARY, list(self._summary()))
        changes: list[Content] = [self.findings.filters(), list(self.findings.sections())]
        if not self.principles:
            changes.append(self.writer.p(overview.findings(self.gathered.report)))
        yield Section("changes", words.CHANGES, [*changes, self.findings.silenced()])
        if self.together:
            yield Section("together", words.TOGETHER, self.together)
        if self.boards:
            yield Section("boards", words.BOARDS, self.boards)
        yield Section("about", words.ABOUT, list(self._about()))

    def _summary(self) -> Iterator[Content]:
        report = self.gathered.report
        found = report.diagnostics
        yield self.writer.p(
            overview.findings(report),
            words.MEANING if found else None,
            *overview.older(report),
            overview.unread(report),
        )
        yield self._most()
        if self.gathered.goals:
            yield self.writer.p(overview.uncovered(coverage(self.gathered)) if self.gathered.areas else None)
            yield self.writer.p(overview.lengths(horizons(self.gathered)), self._how())

    def _most(self) -> Markup | None:
        """Name the principles with the most findings."""
        most = sorted(self.principles, key=lambda one: -len(one.found))[:_MOST_PRINCIPLES]
        if len(self.principles) < 2:
            return None
        items = [
            element(
                "li",
                element("a", self.writer.text(one.name), href=f"#p{self.principles.index(one) + 1}"),
                f" ({self.writer.text(Count(len(one.found), *words.FINDINGS))})",
            )
            for one in most
        ]
        return joined(element("p", self.writer.text(words.MOST)), element("ul", items))

    def _how(self) -> Message:
        counts = followed(self.gathered.goals)
        parts: list[str | Text | Message] = [
            words.HOW_FOLLOWED[one][counts[one] > 1](number=counts[one]) for one in Followed if counts[one]
        ]
        return words.HOW(followed=Words(parts, quoted=False))

    def _about(self) -> Iterator[Content]:
        report = self.gathered.report
        yield self.writer.p(words.MADE_BY(version=__version__, date=report.date.isoformat()))
        models = {file.model.sha256: file.model for file in report.files}.values()
        heads: list[Sentence] = [words.MODEL, words.FILE, words.CHECKSUM]
        yield self.writer.table(
            words.MODEL,
            heads,
            [
                [
                    model.id,
                    self.writer.text(words.BUILT_IN) if model.is_built_in else model.source.name,
                    _sum(model.sha256),
                ]
                for model in models
            ],
            names=3,
            names_are=None,
        )
        rows: list[list[Content]] = [
            [file.path, self.writer.own(file.board or "–"), _sum(file.sha256)] for file in report.files
        ]
        yield self.writer.table(
            words.INPUT, [words.INPUT, overview.BOARD, words.CHECKSUM], rows, names=3, names_are=None
        )
        if report.skipped:
            yield self.writer.p(SKIPPED(files=Count(report.skipped, *YAML_FILES)))


def _sum(sha256: str) -> Markup:
    return element("code", sha256 or "–")
