"""Reports in their formats: for people (full, concise) and for programs (JSON version 1)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TextIO

from malkoll.report.layout import NARROWEST, Line
from malkoll.report.options import Options
from malkoll.report.screen import DEFAULT_WIDTH, encoding_of, plain_text, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.result import Report

__all__ = ["Format", "Options", "lines", "render", "write"]


class Format(StrEnum):
    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def write(report: Report, form: Format, stream: TextIO, options: Options) -> None:
    """Write a report to a stream, as wide as its terminal and in letters that its encoding has.

    JSON is UTF-8 whatever the stream's encoding is, where the stream takes bytes.
    """
    if form is Format.JSON:
        _write_utf8(_json(report, options), stream)
        return
    cells = max(options.width or width_of(stream), NARROWEST)
    shown = Shown(encoding_of(stream))
    write_lines(lines(report, form, options, shown, cells), stream, shown, color=options.color)


def render(report: Report, form: Format, options: Options) -> str:
    """Give a report as text, without colour."""
    if form is Format.JSON:
        return _json(report, options)
    shown = Shown()
    return plain_text(
        lines(report, form, options, shown, max(options.width or DEFAULT_WIDTH, NARROWEST)), shown
    )


def lines(report: Report, form: Format, options: Options, shown: Shown, cells: int) -> Iterator[Line]:
    """Lay out a report for people, on a screen so many cells wide."""
    # a format is loaded when it is asked for
    if form is Format.CONCISE:
        from malkoll.report import concise  # noqa: PLC0415

        return concise.lines(report, options, shown, cells)
    from malkoll.report import full  # noqa: PLC0415

    return full.lines(report, options, shown, cells)


def _json(report: Report, options: Options) -> str:
    from malkoll.report import json_v1  # noqa: PLC0415

    return json_v1.text(report, options.language)


def _write_utf8(text: str, stream: TextIO) -> None:
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
        return
    stream.flush()
    binary.write(text.encode("utf-8"))
    binary.flush()
