"""Reports in their formats: for people (full, concise) and for programs (JSON version 1)."""

from __future__ import annotations

from enum import StrEnum
from typing import TextIO

from malkoll.report import concise, full, json_v1
from malkoll.report.layout import NARROWEST
from malkoll.report.options import Options
from malkoll.report.screen import DEFAULT_WIDTH, encoding_of, plain_text, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.result import Report

__all__ = ["Format", "Options", "render", "write"]


class Format(StrEnum):
    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


_FOR_PEOPLE = {Format.FULL: full.lines, Format.CONCISE: concise.lines}


def write(report: Report, form: Format, stream: TextIO, options: Options) -> None:
    """Write a report to a stream, as wide as its terminal and in letters that its encoding has.

    JSON is UTF-8 whatever the stream's encoding is, where the stream takes bytes.
    """
    if form is Format.JSON:
        _write_utf8(json_v1.text(report, options.language), stream)
        return
    cells = max(options.width or width_of(stream), NARROWEST)
    shown = Shown(encoding_of(stream))
    write_lines(_FOR_PEOPLE[form](report, options, shown, cells), stream, shown, color=options.color)


def render(report: Report, form: Format, options: Options) -> str:
    """Give a report as text, without colour."""
    if form is Format.JSON:
        return json_v1.text(report, options.language)
    cells = max(options.width or DEFAULT_WIDTH, NARROWEST)
    shown = Shown()
    return plain_text(_FOR_PEOPLE[form](report, options, shown, cells), shown)


def _write_utf8(text: str, stream: TextIO) -> None:
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
        return
    stream.flush()
    binary.write(text.encode("utf-8"))
    binary.flush()
