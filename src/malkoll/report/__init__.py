"""Reports in their formats: laid out for a screen (full, concise), or documents for people and programs.

A document's format has a module here with ``text(report, options)``; `malkoll.formats` lists them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TextIO

from malkoll.formats import LAID_OUT, MODULES, Format
from malkoll.report.layout import NARROWEST, Line
from malkoll.report.options import Options
from malkoll.report.screen import DEFAULT_WIDTH, encoding_of, plain_text, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.result import Report

__all__ = ["Format", "Options", "encoded", "lines", "render", "write"]


def write(report: Report, form: Format, stream: TextIO, options: Options) -> None:
    """Write a report to a stream, as wide as its terminal and in letters that its encoding has.

    A document is UTF-8 whatever the stream's encoding is, where the stream takes bytes.
    """
    if form not in LAID_OUT:
        _write_utf8(_document(report, form, options), stream)
        return
    cells = max(options.width or width_of(stream), NARROWEST)
    shown = Shown(encoding_of(stream))
    write_lines(lines(report, form, options, shown, cells), stream, shown, color=options.color)


def render(report: Report, form: Format, options: Options) -> str:
    """Give a report as text, without colour."""
    if form not in LAID_OUT:
        return _document(report, form, options)
    shown = Shown()
    return plain_text(
        lines(report, form, options, shown, max(options.width or DEFAULT_WIDTH, NARROWEST)), shown
    )


def encoded(report: Report, form: Format, options: Options) -> bytes:
    """Give a report as the bytes of a file: UTF-8, without colour, as wide as nobody's screen."""
    return _bytes(render(report, form, options._replace(width=DEFAULT_WIDTH, color=False)))


def lines(report: Report, form: Format, options: Options, shown: Shown, cells: int) -> Iterator[Line]:
    """Lay out a report for people, on a screen so many cells wide."""
    # a format is loaded when it is asked for
    if form is Format.CONCISE:
        from malkoll.report import concise  # noqa: PLC0415

        return concise.lines(report, options, shown, cells)
    from malkoll.report import full  # noqa: PLC0415

    return full.lines(report, options, shown, cells)


def _document(report: Report, form: Format, options: Options) -> str:
    # loaded by name: a format costs nothing until it is asked for
    text: str = import_module(f"malkoll.report.{MODULES.get(form, form)}").text(report.at_hand(), options)
    return text


def _write_utf8(text: str, stream: TextIO) -> None:
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
        return
    stream.flush()
    binary.write(_bytes(text))
    binary.flush()


def _bytes(text: str) -> bytes:
    """Encode a report; halves of characters, which are no text, are written so that they are seen."""
    return text.encode("utf-8", "backslashreplace")
