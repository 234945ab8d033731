"""A conversation on the terminal: lines are shown, and an answer is read."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable
from typing import TextIO

from malkoll.language import Language, Text
from malkoll.report.layout import Line, Piece, Style, wrap
from malkoll.report.screen import encoding_of, wants_color, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.scaffold.clean import is_changed, one_line

UNREADABLE = Text(
    "Det där gick inte att läsa: det finns tecken i det som inte hör till texten. Skriv det igen.",
    "That could not be read: there are characters in it that don't belong to the text. Write it again.",
)
CLEANED = Text("Osynliga tecken i svaret togs bort.", "Invisible characters in the answer were removed.")
WIDEST = 88
_PROMPT = "> "


def is_possible() -> bool:
    """Tell whether there is somebody to ask: a keyboard, and a screen to see the question on."""
    return _is_terminal(sys.stdin) and _screen() is not None


def _screen() -> TextIO | None:
    return next((one for one in (sys.stdout, sys.stderr) if _is_terminal(one)), None)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        # closed
        return False


class Dialogue:
    """Shows and asks; what comes from others is made fit to show, as in reports."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.stream: TextIO = _screen() or sys.stderr
        for stream in (sys.stdin, self.stream):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        self.shown = Shown(encoding_of(self.stream))
        # what edits lines takes other encodings for keys that are pressed
        is_unicode = self.shown.encoding == encoding_of(sys.stdin).lower() == "utf-8"
        self._has_line_editing = is_unicode and self.stream is sys.stdout and _edits_lines()

    @property
    def cells(self) -> int:
        # one less: some terminals break a line that is just as wide as they are
        return min(width_of(self.stream) - 1, WIDEST)

    def show(self, lines: Iterable[Line]) -> None:
        write_lines(lines, self.stream, self.shown, color=wants_color("auto", self.stream))
        self.stream.flush()

    def tell(self, text: str, style: Style = Style.PLAIN, indent: str = "", before: str = "") -> None:
        """Show a sentence, after a word in front of it, as wide as the screen is."""
        pieces: list[Piece] = [(f"{self.shown(before)} ", Style.STRONG)] if before else []
        pieces.append((self.shown.sentence(text), style))
        self.show(wrap(pieces, self.cells, indent))

    def blank(self) -> None:
        self.show([[]])

    def ask(self) -> str:
        """Read an answer: one line, with nothing in it that can't be seen.

        Raises:
            EOFError: when there is nothing more to read.

        """
        while True:
            try:
                answer = self._read()
            except UnicodeDecodeError:
                answer = "\ufffd"
            if "\ufffd" in answer or any("\ud800" <= sign <= "\udfff" for sign in answer):
                self.tell(UNREADABLE.render(self.language), indent="  ")
                continue
            if is_changed(answer):
                self.tell(CLEANED.render(self.language), Style.FAINT, "  ")
            return one_line(answer)

    def _read(self) -> str:
        if self._has_line_editing:
            return input(_PROMPT)
        self.stream.write(_PROMPT)
        self.stream.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")


def _edits_lines() -> bool:
    """Let arrows move in an answer, and fetch those before it, where the computer can."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - being loaded is all that it takes

        return True
    return False
