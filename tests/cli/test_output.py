"""Standard output and standard error when they fail, or lack letters."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from malkoll.call_error import CallError
from malkoll.cli.output import complain, output, say, say_data, width
from malkoll.language import Language


class Failing(io.RawIOBase):
    """A place that takes nothing until it is mended."""

    def __init__(self, error: OSError, descriptor: int) -> None:
        self.error: OSError | None = error
        self.descriptor = descriptor

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.descriptor

    def write(self, data: Any) -> int:
        if self.error is not None:
            raise self.error
        return len(data)


@pytest.fixture
def failing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[OSError], io.TextIOWrapper]]:
    """Standard output on a place that fails in a given way."""
    places: list[Failing] = []

    def make(error: OSError) -> io.TextIOWrapper:
        place = Failing(error, os.open(tmp_path / "out", os.O_WRONLY | os.O_CREAT))
        places.append(place)
        stream = io.TextIOWrapper(io.BufferedWriter(place), encoding="utf-8")
        monkeypatch.setattr(sys, "stdout", stream)
        return stream

    yield make
    for place in places:
        place.error = None
        os.close(place.descriptor)


def _sentence(caught: pytest.ExceptionInfo[CallError]) -> str:
    return caught.value.render(Language.SV)[0]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space"), "Det gick inte att skriva ut resultatet: disken är full."),
        (OSError(errno.EIO, "Input/output error"), "Det gick inte att skriva ut resultatet."),
    ],
)
@pytest.mark.parametrize("write", [say, say_data])
def test_what_cannot_be_written_is_said(
    failing: Callable[[OSError], io.TextIOWrapper],
    error: OSError,
    sentence: str,
    write: Callable[[str], None],
) -> None:
    stream = failing(error)
    with pytest.raises(CallError) as caught:
        write("text")
    assert _sentence(caught) == sentence
    os.write(stream.fileno(), b"nowhere")


def test_a_reader_that_has_gone_away_is_let_go(
    failing: Callable[[OSError], io.TextIOWrapper], tmp_path: Path
) -> None:
    stream = failing(BrokenPipeError())
    say("text")
    os.write(stream.fileno(), b"nowhere")
    assert (tmp_path / "out").read_bytes() == b""


def test_closed_streams_are_told_where_somebody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(CallError) as caught:
        say("text")
    assert "standard ut är stängd" in _sentence(caught)
    monkeypatch.setattr(sys, "stderr", None)
    complain(["nobody hears"])
    assert width() == 100
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    complain(["a\x1bb", "c"])
    assert heard.getvalue() == "a\\x1bb\nc\n"


def test_a_text_is_written_in_letters_that_the_stream_has(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, expected in (("utf-8", "mål – ”a”"), ("cp1252", "mål – ”a”"), ("latin-1", 'mål - "a"')):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, "stdout", stream)
        say("mål – ”a”")
        assert stream.buffer.getvalue().decode(encoding) == expected


def test_what_others_wrote_is_made_fit_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    say("a\x1b[31m\nb", is_ours=False)
    assert stream.getvalue() == "a\\x1b[31m\nb"


def test_data_is_utf_8_whatever_letters_the_stream_has(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    say_data("mål\ud800")
    assert stream.buffer.getvalue() == "mål?".encode()
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    say_data("mål")
    assert plain.getvalue() == "mål"


def test_a_stream_of_unknown_letters_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(io.StringIO):
        encoding = "no-such-encoding"

    stream = Odd()
    monkeypatch.setattr(sys, "stdout", stream)
    say("mål")
    assert stream.getvalue()


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("80", 80), ("10", 60), ("500", 100), ("", 100), ("x", 100), ("٨٠", 100), ("99999", 100)],
)
def test_a_page_is_as_wide_as_can_be_read(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert width() == expected


def test_a_terminal_says_how_wide_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(os, "get_terminal_size", lambda _number: os.terminal_size((72, 20)))
    assert width() == 72


def test_output_flushes_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8"))
    with output() as stream:
        stream.write("a")
        assert raw.getvalue() == b""
    assert raw.getvalue() == b"a"
