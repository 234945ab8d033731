"""The comparison as Markdown: a document to read in a repository, or a comment in a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from malkoll.language import Language, Message, Text, Words
from malkoll.report import compare_words as words
from malkoll.report.compare_said import Mark, grouped, said, unreadable
from malkoll.report.marked import markdown
from malkoll.repository.changes import Change
from malkoll.repository.compare import ComparedBoard, ComparedGoal, Comparison, State
from malkoll.repository.unreadable import Unreadable

_TAGS = {Mark.WORD_GONE: "del", Mark.WORD_NEW: "ins"}
_MOST_UNREADABLE = 8


def text(comparison: Comparison, language: Language) -> str:
    """Write a comparison."""
    return "\n\n".join(_Document(comparison, language).blocks()) + "\n"


class _Document:
    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.comparison = comparison
        self.language = language

    def blocks(self) -> Iterator[str]:
        """Give its paragraphs, headings, lists and tables."""
        yield f"# {self._text(words.title(self.comparison))}"
        yield from map(self._text, words.about_boards(self.comparison))
        boards = self.comparison.boards
        if len(boards) > 1:
            yield self._table()
        for board in boards:
            if not board.is_same or len(boards) == 1:
                yield from self._board(board)
        yield from map(self._text, words.left_out(self.comparison))

    def _table(self) -> str:
        """Count the goals of each board."""
        heads = [self._text(words.BOARD), *(self._text(words.HEADS[state]) for state in State)]
        rows = [
            [self._text(words.board(self.comparison, board.new)), *map(str, words.numbers([board]))]
            for board in self.comparison.boards
        ]
        rows.append([self._text(words.ALL), *map(str, words.numbers(self.comparison.boards))])
        lines = [heads, ["---", *("---:" for _ in State)], *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _board(self, board: ComparedBoard) -> Iterator[str]:
        yield f"## {self._text(words.heading(self.comparison, board))}"
        if files := words.files(self.comparison, board):
            yield self._text(files)
        yield from map(self._text, words.unsure(board))
        for document, found in zip((board.old, board.new), board.unreadable, strict=True):
            yield from self._unreadable(document.name, found)
        if board.is_same:
            yield self._text(words.SAME())
            return
        if board.goals:
            yield self._text(words.counts(board))
        if board.changes:
            yield f"### {self._text(words.DOCUMENT)}"
            yield "\n".join(self._changes(board.changes, ""))
        for state in State:
            if goals := board.of(state):
                yield f"### {self._text(words.GOALS[state])}"
                yield "\n".join(line for goal in goals for line in self._goal(goal, board))

    def _unreadable(self, name: str, found: Sequence[Unreadable]) -> Iterator[str]:
        if found:
            what = Words(
                [unreadable(one, self.language) for one in found], quoted=False, most=_MOST_UNREADABLE
            )
            yield self._text(words.UNREADABLE(file=name, what=what))

    def _goal(self, goal: ComparedGoal, board: ComparedBoard) -> Iterator[str]:
        yield f"- **{self._text(words.name(goal))}** {self._text(words.statement(goal))}"
        if meanings := words.meanings(goal, self.language):
            yield f"  - *{self._text(', '.join(meanings))}*"
        yield from self._changes(goal.changes, "  ")
        if goal.gone is not None:
            sentences = map(self._text, words.gone(goal.gone, board.new.summary.year))
            yield f"  - {' '.join(sentences)}"

    def _changes(self, changes: Iterable[Change], indent: str) -> Iterator[str]:
        for name, together in grouped(changes, self.language):
            if name:
                yield f"{indent}- {self._text(name)}"
            begin = f"{indent}  " if name else indent
            for change in together:
                pieces = groupby(said(change, self.language), key=lambda piece: _TAGS.get(piece.mark))
                written = (_run("".join(piece.text for piece in run), tag) for tag, run in pieces)
                yield f"{begin}- {''.join(written)}"

    def _text(self, text: str | Text | Message) -> str:
        return markdown(text if isinstance(text, str) else text.render(self.language))


def _run(text: str, tag: str | None) -> str:
    """Write a run of pieces with the blanks at its ends, which escaping takes away."""
    first = " " if text[:1].isspace() else ""
    last = " " if text.strip() and text[-1:].isspace() else ""
    inside = f"{first}{markdown(text)}{last}"
    return f"<{tag}>{inside}</{tag}>" if tag else inside
