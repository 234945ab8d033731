"""What all parts of the page share: the documents, the language, and where things are on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from malkoll.diagnostic import SEVERITY_NAMES, Severity
from malkoll.file_report import FileReport
from malkoll.language import Count, Language, Message, Text
from malkoll.record import Record
from malkoll.report.html import words
from malkoll.report.html.markup import Content, Markup, element
from malkoll.repository.gathered import Gathered, Row

DOCUMENT = "sv"
"""The language of what stands in documents."""
Sentence = str | Text | Message | Count


class Writer(Record):
    """Writes texts in the page's language.

    Attributes:
        gathered: the documents.
        language: of the page.
        numbers: each file's number on the page, by its path.

    """

    gathered: Gathered
    language: Language
    numbers: dict[str, int]

    def text(self, sentence: Sentence) -> str:
        return sentence if isinstance(sentence, str) else sentence.render(self.language)

    def p(self, *sentences: Sentence | None, class_: str | None = None) -> Markup | None:
        """Make a paragraph of sentences; nothing where there are none."""
        texts = [self.text(one) for one in sentences if one]
        return element("p", " ".join(texts), class_=class_) if texts else None

    def heading(self, level: int, text: Sentence, **attributes: str) -> Markup:
        return element(f"h{level}", self.text(text), **attributes)

    def own(self, text: str, name: str = "span") -> Markup:
        """Quote what stands in a document: its language is its own."""
        return element(name, text, lang=DOCUMENT)

    def board(self, file: FileReport) -> str:
        """Name a file by its board, and by what sets it apart from others of that name."""
        parts = [file.board or file.path]
        if self.gathered.has_municipalities and file.municipality:
            parts.append(file.municipality)
        if self.gathered.has_years and file.year:
            parts.append(str(file.year))
        return ", ".join(parts)

    def row_name(self, row: Row) -> str:
        return self.board(row.file)

    def anchor(self, file: FileReport, goal: int | None = None) -> str:
        """Give where a file, or one of its goals, is on the page."""
        number = self.numbers.get(file.path, 0)
        return f"b{number}" if goal is None else f"b{number}-{goal + 1}"

    def severity(self, severity: Severity) -> Markup:
        """Write a severity as a word; the style puts its sign before it."""
        word = SEVERITY_NAMES[severity][0].render(self.language).capitalize()
        return element("span", word, class_=f"severity {severity.value}")

    def link(self, text: str, anchor: str) -> Markup:
        """Lead to a place on the page by what a document calls it."""
        return element("a", text, href=f"#{anchor}", lang=DOCUMENT)

    def table(
        self,
        title: Sentence,
        heads: Sequence[Sentence],
        rows: Iterable[Sequence[Content]],
        *,
        names: int = 1,
        names_are: str | None = DOCUMENT,
    ) -> Markup:
        """Make a table: the first columns name the row, the others hold numbers."""
        head = element(
            "tr",
            [
                element("th", self.text(one), scope="col", class_=None if index < names else "number")
                for index, one in enumerate(heads)
            ],
        )
        body = [
            element("tr", element("th", row[0], scope="row", lang=names_are),
                    [element("td", one, lang=names_are) for one in row[1:names]],
                    [element("td", one, class_="number") for one in row[names:]])
            for row in rows
        ]  # fmt: skip
        caption = element("caption", self.text(title), class_="unseen")
        table = element("table", caption, element("thead", head), element("tbody", body))
        return self.scrolled(table, words.TABLE(title=self.text(title)))

    def scrolled(self, content: Content, name: Sentence) -> Markup:
        """Let something wide be moved sideways, with the keyboard too."""
        return element("div", content, class_="wide", role="region", tabindex=0, aria_label=self.text(name))
