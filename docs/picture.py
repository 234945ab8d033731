"""Draws the README's picture, docs/report.svg, from a real run: ``python docs/picture.py``.

The same document, date and width give the same bytes; a test holds the picture against drift.
"""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from malkoll.engine import Engine, Input
from malkoll.report import Format, Options, lines
from malkoll.report.layout import Line, Style
from malkoll.report.screen import Colored
from malkoll.report.shown import Shown
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in

DOCUMENT = Path(__file__).with_name("socialnamnden-2027.yaml")
PICTURE = Path(__file__).with_name("report.svg")
DATE = datetime.date(2026, 11, 23)
WIDTH = 100

LIGHT = TerminalTheme(
    (252, 252, 250),
    (10, 12, 16),
    [
        (10, 12, 16),
        (186, 26, 36),
        (17, 99, 41),
        (138, 84, 0),
        (5, 80, 174),
        (130, 80, 223),
        (0, 98, 114),
        (87, 96, 106),
    ],
)
# no font is fetched: each row has its length, so any fixed-width one will do
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" xml:space="preserve" role="img">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px; }}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""


def svg() -> str:
    """Run the check and draw what it says."""
    engine = Engine(DATE)
    engine.check(Input(DOCUMENT.name, DOCUMENT.read_bytes(), built_in(DEFAULT), select()))
    shown = Shown()
    report = lines(engine.finish(), Format.FULL, Options(width=WIDTH), shown, WIDTH)
    command: Line = [("$ ", Style.FAINT), (f"malkoll check {DOCUMENT.name}", Style.STRONG)]
    console = Console(
        record=True, file=io.StringIO(), width=WIDTH + 2, force_terminal=True, color_system="standard"
    )
    console.print(Colored([command, [], *report]), soft_wrap=True, end="")
    picture = console.export_svg(title="", theme=LIGHT, code_format=FORMAT, unique_id="malkoll")
    # a text for each line's end, and a mask for each line that nothing reaches over: not needed
    picture = re.sub(r"<text [^>]*>\n</text>", "\n", picture)
    picture = re.sub(r' clip-path="[^"]*"(?=>)', "", picture)
    picture = picture.replace("rgba(255,255,255,0.35)", "#d0d7de")
    return "".join(f"{row.strip()}\n" for row in picture.splitlines() if row.strip())


if __name__ == "__main__":
    PICTURE.write_text(svg(), encoding="utf-8")
