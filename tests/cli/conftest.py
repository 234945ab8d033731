"""A command line to call in the same process, with the output as bytes arrive."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import terminals
from cli_calls import Call, Said

from checked import SOUND
from malkoll.cli import main


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has an empty folder and a Swedish computer."""
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "MALKOLL_LANG",
        "MALKOLL_DEBUG",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "GITHUB_WORKSPACE",
        "CI_PROJECT_DIR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    def run(*words: str, stdin: bytes = b"", encoding: str = "utf-8", terminal: bool = False) -> Said:
        kind = Terminal if terminal else io.TextIOWrapper
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        err = kind(io.BytesIO(), encoding=encoding)
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            status = main(words)
        return Said(int(status), _text(out), _text(err))

    return run


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[terminals.Talk]:
    """Commands on terminals of their own."""
    open_ones: list[terminals.Terminal] = []

    def start(*words: str, encoding: str = "utf-8") -> terminals.Terminal:
        open_ones.append(terminals.Terminal(words, tmp_path, encoding))
        return open_ones[-1]

    yield start
    for one in open_ones:
        one.kill()


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound draft in the current folder."""
    file = tmp_path / "sn.yaml"
    file.write_text(SOUND, encoding="utf-8")
    return file


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A document with one error (a focus area) and one warning (no mission)."""
    file = tmp_path / "fel.yaml"
    text = SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("grunduppdrag")]
    file.write_text("".join(lines), encoding="utf-8")
    return file
