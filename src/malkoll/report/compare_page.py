"""The comparison for people, on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll.language import Language, Message, Text, Words
from malkoll.report import compare_words as words
from malkoll.report.cells import cut
from malkoll.report.compare_said import Mark, Said, grouped, has_signs, said, unreadable, without_signs
from malkoll.report.layout import NARROWEST, WIDEST_TEXT, Line, Piece, Style, wrap
from malkoll.report.shown import Shown
from malkoll.report.table import Table
from malkoll.repository.changes import Change
from malkoll.repository.compare import ComparedBoard, ComparedGoal, Comparison, State
from malkoll.repository.unreadable import Unreadable

GONE_SIGNS, NEW_SIGNS = ("[-", "-]"), ("{+", "+}")
_SIGNS = {Mark.WORD_GONE: GONE_SIGNS, Mark.WORD_NEW: NEW_SIGNS}
_STYLES = {
    Mark.PLAIN: Style.PLAIN,
    Mark.LABEL: Style.PLACE,
    Mark.OLD: Style.ERROR,
    Mark.NEW: Style.GOOD,
    Mark.WORD_GONE: Style.ERROR,
    Mark.WORD_NEW: Style.GOOD,
}
_MOST_UNREADABLE = 8


class ComparePage:
    """Lays out a comparison, so many cells wide."""

    def __init__(self, comparison: Comparison, language: Language, shown: Shown, cells: int) -> None:
        self.comparison = comparison
        self.language = language
        self.shown = shown
        self.cells = max(cells, NARROWEST)

    def lines(self) -> Iterator[Line]:
        """Give the whole comparison."""
        comparison = self.comparison
        yield from wrap([(self.text(words.title(comparison)), Style.STRONG)], self.cells)
        for sentence in words.about_boards(comparison):
            yield from self.say(sentence)
        if any(change.words for board in comparison.boards for change in _all_changes(board)):
            yield from self.say(words.LEGEND())
        yield from self._table()
        for board in comparison.boards:
            if not board.is_same or len(comparison.boards) == 1:
                yield from self._board(board)
        left_out = words.left_out(comparison)
        if left_out:
            yield []
        for sentence in left_out:
            yield from self.say(sentence)

    def _table(self) -> Iterator[Line]:
        """Count the goals of each board, where there are several."""
        boards = self.comparison.boards
        if len(boards) < 2:
            return
        yield []
        yield [(self.text(words.BY_BOARD), Style.STRONG)]
        heads = [self.text(words.HEADS[state]) for state in State]
        table = Table([self.text(words.BOARD)], heads, self.shown, self.cells)
        for board in boards:
            name = words.board(self.comparison, board.new)
            table.add([self.text(name)], _numbers(words.numbers([board])))
        table.add([self.text(words.ALL)], _numbers(words.numbers(boards)), Style.STRONG)
        yield from table.lines()

    def _board(self, board: ComparedBoard) -> Iterator[Line]:
        yield []
        heading = self.text(words.heading(self.comparison, board))
        yield from wrap([(heading, Style.STRONG)], self.cells, "", "  ")
        if files := words.files(self.comparison, board):
            yield from wrap([(self.text(files), Style.FAINT)], self.cells, "", "  ")
        for sentence in words.unsure(board):
            yield from self.say(sentence)
        for document, found in zip((board.old, board.new), board.unreadable, strict=True):
            yield from self._unreadable(document.name, found)
        if board.is_same:
            yield from self.say(words.SAME())
            return
        if board.goals:
            yield from self.say(words.counts(board))
        if board.changes:
            yield from self._section(words.DOCUMENT)
            yield from self._changes(board.changes, "  ")
        for state in State:
            yield from self._goals(state, board)

    def _unreadable(self, name: str, found: Sequence[Unreadable]) -> Iterator[Line]:
        if found:
            what = Words(
                [unreadable(one, self.language) for one in found], quoted=False, most=_MOST_UNREADABLE
            )
            yield from self.say(words.UNREADABLE(file=name, what=what))

    def _goals(self, state: State, board: ComparedBoard) -> Iterator[Line]:
        goals = board.of(state)
        if goals:
            yield from self._section(words.GOALS[state])
        for goal in goals:
            yield from self._head(goal, cuts=state is State.UNCHANGED)
            if meanings := words.meanings(goal, self.language):
                yield from self.say(", ".join(meanings), "    ", style=Style.WARNING)
            yield from self._changes(goal.changes, "    ")
            if goal.gone is not None:
                for sentence in words.gone(goal.gone, board.new.summary.year):
                    yield from self.say(sentence, "    ")

    def _head(self, goal: ComparedGoal, *, cuts: bool = False) -> Iterator[Line]:
        """Name a goal, and give its statement as it is now."""
        name = cut(self.text(words.name(goal)), self.cells // 3, self.shown("…"))
        statement = self.text(words.statement(goal))
        if cuts:
            statement = cut(statement, self.cells - len(name) - 4, self.shown("…"))
        pieces = [(f"{name} ", Style.STRONG), (statement, Style.PLAIN)]
        yield from wrap(pieces, min(self.cells, WIDEST_TEXT), "  ", "    ")

    def _changes(self, changes: Iterable[Change], indent: str) -> Iterator[Line]:
        for name, together in grouped(changes, self.language):
            if name:
                yield from wrap([(self.text(name), Style.PLACE)], self.cells, indent, f"{indent}  ")
            begin = f"{indent}  " if name else indent
            for change in together:
                pieces = [self._piece(one) for one in self._said(change)]
                yield from wrap(pieces, min(self.cells, WIDEST_TEXT), begin, f"{begin}  ")

    def _said(self, change: Change) -> list[Said]:
        if has_signs(change, (*GONE_SIGNS, *NEW_SIGNS)):
            return without_signs(change, self.language)
        return said(change, self.language)

    def _piece(self, piece: Said) -> Piece:
        first, last = _SIGNS.get(piece.mark, ("", ""))
        text = self.shown.sentence(piece.text)
        return f"{first}{text}{last}", _STYLES[piece.mark]

    def _section(self, title: Text) -> Iterator[Line]:
        yield []
        yield [(self.text(title), Style.STRONG)]

    def text(self, text: str | Text | Message) -> str:
        return self.shown.sentence(text if isinstance(text, str) else text.render(self.language))

    def say(self, text: str | Message, first: str = "", style: Style = Style.PLAIN) -> Iterator[Line]:
        yield from wrap([(self.text(text), style)], min(self.cells, WIDEST_TEXT), first)


def _numbers(numbers: Iterable[int]) -> list[str]:
    return [str(number) if number else "–" for number in numbers]


def _all_changes(board: ComparedBoard) -> Iterator[Change]:
    yield from board.changes
    for goal in board.goals:
        yield from goal.changes
