"""Where the lines go: a stream's width, encoding and colours, and no line that a CI server would obey."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from malkoll.report.layout import NARROWEST, Line, Style, merged, text_of
from malkoll.report.shown import Shown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

DEFAULT_WIDTH = 100
_LINES_AT_A_TIME = 1_000
_COMMAND = re.compile(r"(\s*)(::)")
_COLORS = {
    Style.STRONG: "bold",
    Style.FAINT: "dim",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.INFO: "bold blue",
    Style.GOOD: "green",
    Style.PLACE: "cyan",
}
"""Colours of the reader's own palette, so that they can be read on light and dark."""


def width_of(stream: TextIO, environment: Mapping[str, str] = os.environ) -> int:
    """Give the terminal's width, else what ``COLUMNS`` says, else 100."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError, AttributeError):
        columns = 0
    if columns <= 0:
        given = environment.get("COLUMNS", "")
        columns = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
    return max(columns or DEFAULT_WIDTH, NARROWEST)


def encoding_of(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def wants_color(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to colour: ``always``, ``never``, or ``auto``, when people look at it."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return environment.get("TERM") != "dumb" and stream.isatty()


def harmless(line: Line) -> Line:
    """Make sure that a line doesn't begin, after blanks, as a command to GitHub does."""
    text = text_of(line)
    if "::" not in text or not (match := _COMMAND.match(text)):
        return line
    place = match.start(2)
    safe: Line = []
    for piece, style in line:
        cut = 0 <= place < len(piece)
        safe.append((f"{piece[:place]}\\{piece[place:]}" if cut else piece, style))
        place -= len(piece)
        if cut:
            place = -1
    return safe


def plain_text(lines: Iterable[Line], shown: Shown) -> str:
    """Give the lines without colour, each with its line end."""
    return "".join(_texts(lines, shown))


def _texts(lines: Iterable[Line], shown: Shown) -> Iterator[str]:
    """Give the lines without colour, many at a time: the report of many documents is long."""
    rest = iter(lines)
    while some := list(islice(rest, _LINES_AT_A_TIME)):
        text = "\n".join([text_of(line).rstrip(" ") for line in some]) + "\n"
        if text.count("\n") == len(some) and "::" not in text and shown.are_plain(text):
            yield text
        else:
            yield "".join([f"{text_of(line)}\n" for line in _fit(some, shown)])


def _fit(lines: Iterable[Line], shown: Shown) -> Iterator[Line]:
    """Hold that no letter is written that isn't fit to show, and no blank at a line's end."""
    for line in lines:
        fit = harmless([(shown(text), style) for text, style in line])
        while fit and not fit[-1][0].rstrip(" "):
            fit.pop()
        if fit:
            text, style = fit[-1]
            fit[-1] = (text.rstrip(" "), style)
        yield fit


def write_lines(lines: Iterable[Line], stream: TextIO, shown: Shown, *, color: bool) -> None:
    """Write the lines; Rich is there for the colours alone, and loaded for them."""
    if not color:
        stream.writelines(_texts(lines, shown))
        return
    from rich.console import Console  # noqa: PLC0415

    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        highlight=False,
        markup=False,
    )
    rest = _fit(lines, shown)
    while some := list(islice(rest, _LINES_AT_A_TIME)):
        # Rich keeps what it prints until all of it is there
        console.print(Colored(some), soft_wrap=True, end="")


class Colored:
    """Lines as Rich takes them: pieces as they are, no markup, no wrapping."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = lines

    def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment  # noqa: PLC0415
        from rich.style import Style as RichStyle  # noqa: PLC0415

        styles = {style: RichStyle.parse(color) for style, color in _COLORS.items()}
        for line in self.lines:
            for text, style in merged(line):
                yield Segment(text, styles.get(style))
            yield Segment.line()
