"""The comparison as one HTML file: for people, on a screen or on paper, to be attached to a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll import __version__
from malkoll.language import Language, Message, Text, Words
from malkoll.report import compare_words as words
from malkoll.report.compare_said import ADDED, REMOVED, Mark, Said, grouped, said, unreadable
from malkoll.report.html.frame import Section, framed
from malkoll.report.html.markup import Content, Markup, element
from malkoll.report.html.writer import DOCUMENT
from malkoll.repository.changes import Change
from malkoll.repository.compare import ComparedBoard, ComparedGoal, Comparison, State
from malkoll.repository.unreadable import Unreadable

KIND = Text("Jämförelse av mål", "Comparison of goals")
SUMMARY = Text("Sammanfattning", "Summary")
LEFT_OUT = Text("Inte jämfört", "Not compared")
TABLE = Text("Tabell: {title}", "Table: {title}")
MADE_BY = Text(
    "Gjord med malkoll {version}. Jämförelsen läser vad som står i dokumenten, inte hur det är skrivet.",
    "Made with malkoll {version}. The comparison reads what stands in the documents, not how it is written.",
)
_TAGS = {Mark.WORD_GONE: ("del", REMOVED), Mark.WORD_NEW: ("ins", ADDED)}
_LARGE = 60


def text(comparison: Comparison, language: Language) -> str:
    """Write a comparison as a whole page."""
    page = _Page(comparison, language)
    is_large = len(comparison.boards) > _LARGE
    return framed(
        page.text(words.title(comparison)), page.header(), list(page.sections()), language, is_large=is_large
    )


class _Page:
    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.comparison = comparison
        self.language = language

    def header(self) -> Markup:
        title = self.text(words.title(self.comparison))
        return element("header", element("p", self.text(KIND), class_="kind"), element("h1", title))

    def sections(self) -> Iterator[Section]:
        """Give the summary, the boards, and what wasn't compared."""
        yield Section("summary", SUMMARY, list(self._summary()))
        boards = self.comparison.boards
        for number, board in enumerate(boards, 1):
            if not board.is_same or len(boards) == 1:
                title = self.text(words.heading(self.comparison, board))
                yield Section(f"b{number}", title, list(self._board(board)))
        if left_out := words.left_out(self.comparison):
            yield Section("left-out", LEFT_OUT, [self._p(sentence) for sentence in left_out])

    def _summary(self) -> Iterator[Content]:
        yield from map(self._p, words.about_boards(self.comparison))
        boards = self.comparison.boards
        if len(boards) > 1:
            yield self._table()
        elif boards and not boards[0].is_same and boards[0].goals:
            yield self._p(words.counts(boards[0]))
        yield self._p(MADE_BY(version=__version__))

    def _table(self) -> Markup:
        """Count the goals of each board."""
        heads = [self.text(words.BOARD), *(self.text(words.HEADS[state]) for state in State)]
        head = [
            element("th", one, scope="col", class_="number" if index else None)
            for index, one in enumerate(heads)
        ]
        rows = [
            self._row(self.text(words.board(self.comparison, board.new)), words.numbers([board]), DOCUMENT)
            for board in self.comparison.boards
        ]
        rows.append(self._row(self.text(words.ALL), words.numbers(self.comparison.boards), None))
        title = self.text(words.BY_BOARD)
        table = element(
            "table",
            element("caption", title, class_="unseen"),
            element("thead", element("tr", head)),
            element("tbody", rows),
        )
        name = self.text(TABLE(title=title))
        return element("div", table, class_="wide", role="region", tabindex=0, aria_label=name)

    def _row(self, name: str, numbers: Sequence[int], tongue: str | None) -> Markup:
        cells = [element("td", str(number), class_="number") for number in numbers]
        return element("tr", element("th", name, scope="row", lang=tongue), cells)

    def _board(self, board: ComparedBoard) -> Iterator[Content]:
        if files := words.files(self.comparison, board):
            yield element("p", self.text(files), class_="place")
        yield from map(self._p, words.unsure(board))
        for document, found in zip((board.old, board.new), board.unreadable, strict=True):
            yield self._unreadable(document.name, found)
        if board.is_same:
            yield self._p(words.SAME())
            return
        if board.goals:
            yield self._p(words.counts(board))
        if board.changes:
            yield element("h3", self.text(words.DOCUMENT))
            yield self._changes(board.changes)
        for state in State:
            if goals := board.of(state):
                yield element("h3", self.text(words.GOALS[state]))
                yield [self._goal(goal, board) for goal in goals]

    def _unreadable(self, name: str, found: Sequence[Unreadable]) -> Markup | None:
        if not found:
            return None
        what = Words([unreadable(one, self.language) for one in found], quoted=False, most=len(found))
        return self._p(words.UNREADABLE(file=name, what=what))

    def _goal(self, goal: ComparedGoal, board: ComparedBoard) -> Markup:
        meanings = words.meanings(goal, self.language)
        gone = words.gone(goal.gone, board.new.summary.year) if goal.gone else []
        return element(
            "article",
            element("h4", self.text(words.name(goal)), lang=DOCUMENT),
            self._statement(goal),
            element("p", ", ".join(meanings).capitalize(), class_="label") if meanings else None,
            self._changes(goal.changes),
            element("p", " ".join(map(self.text, gone))) if gone else None,
            class_="goal",
        )

    def _statement(self, goal: ComparedGoal) -> Markup:
        statement = words.statement(goal)
        if isinstance(statement, Text):
            return element("p", self.text(statement))
        return element("p", statement, class_="statement", lang=DOCUMENT)

    def _changes(self, changes: Iterable[Change]) -> Markup | None:
        items: list[Markup] = []
        for name, together in grouped(changes, self.language):
            lines = [self._change(change) for change in together]
            items += (
                [element("li", element("span", name, class_="label"), element("ul", lines))]
                if name
                else lines
            )
        return element("ul", items) if items else None

    def _change(self, change: Change) -> Markup:
        return element(
            "li", [self._piece(piece, is_own=bool(change.words)) for piece in said(change, self.language)]
        )

    def _piece(self, piece: Said, *, is_own: bool) -> Content:
        if piece.mark is Mark.LABEL:
            return element("span", piece.text, class_="label")
        if piece.mark in _TAGS:
            name, word = _TAGS[piece.mark]
            told = element("span", f"{self.text(word)}: ", class_="unseen")
            return element(name, told, element("span", piece.text, lang=DOCUMENT))
        if piece.mark in {Mark.OLD, Mark.NEW} or (is_own and any(map(str.isalpha, piece.text))):
            return element("span", piece.text, lang=DOCUMENT)
        return piece.text

    def _p(self, sentence: Text | Message) -> Markup:
        return element("p", self.text(sentence))

    def text(self, text: str | Text | Message) -> str:
        return text if isinstance(text, str) else text.render(self.language)
