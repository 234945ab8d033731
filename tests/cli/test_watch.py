"""Checking again while one writes: every change is seen, however an editor saves, until Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from cli_calls import Call
from terminals import Terminal

from checked import SOUND

PATIENCE = 30.0
CLEARED = b"\x1b[2J"
FAULTY = SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan")


class Watch:
    """A watch that runs beside the test; what it says is read line by line."""

    def __init__(self, words: tuple[str, ...], folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "malkoll", "check", "--watch", "--date", "2026-11-23", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "MALKOLL_LANG": "sv"},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        assert self.process.stdout is not None
        threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()

    def _read(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(ValueError):
            for line in stream:
                self._lines.put(line.decode())

    def says(self) -> str:
        """Give all that is said until it waits for the next change."""
        said = ""
        while "Prövar igen när något ändras" not in said:
            said += self._lines.get(timeout=PATIENCE)
        return said

    def ends(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


Start = Callable[..., Watch]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Start]:
    if os.name == "nt":
        pytest.skip("a process is interrupted in another way there")
    started: list[Watch] = []

    def start(*words: str) -> Watch:
        started.append(Watch(words, tmp_path))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait(PATIENCE)
        assert one.process.stdout is not None
        one.process.stdout.close()


def test_a_file_is_checked_again_each_time_it_is_saved(watch: Start, sound: Path) -> None:
    watching = watch("--format", "concise", "sn.yaml")
    assert "MK" not in watching.says()
    sound.write_text(FAULTY, encoding="utf-8")
    assert "MK202" in watching.says()
    sound.write_text(SOUND, encoding="utf-8")
    assert "MK" not in watching.says()
    assert watching.ends() == 0


def test_an_editor_may_save_by_writing_beside_and_renaming(watch: Start, sound: Path) -> None:
    watching = watch("--format", "concise", "sn.yaml")
    watching.says()
    beside = sound.with_suffix(".new")
    beside.write_text(FAULTY, encoding="utf-8")
    sound.unlink()
    beside.rename(sound)
    assert "MK202" in watching.says()


def test_a_file_that_is_taken_away_is_told_of_and_welcome_back(watch: Start, sound: Path) -> None:
    watching = watch("--format", "concise", "sn.yaml")
    watching.says()
    sound.unlink()
    assert "MK001" in watching.says()
    sound.write_text(SOUND, encoding="utf-8")
    assert "MK" not in watching.says()


def test_new_files_of_a_folder_are_seen(watch: Start, tmp_path: Path) -> None:
    (tmp_path / "mål").mkdir()
    watching = watch("--format", "concise", "mål")
    assert "Inget måldokument" in watching.says()
    (tmp_path / "mål" / "sn.yaml").write_text(FAULTY, encoding="utf-8")
    assert "MK202" in watching.says()


def test_a_configuration_that_is_being_written_stops_nothing(
    watch: Start, faulty: Path, tmp_path: Path
) -> None:
    watching = watch("--format", "concise", faulty.name)
    assert "MK202" in watching.says()
    configuration = tmp_path / "malkoll.toml"
    configuration.write_text("ignore = [", encoding="utf-8")
    assert "TOML" in watching.says()
    configuration.write_text('ignore = ["MK202"]\n', encoding="utf-8")
    assert "MK202" not in watching.says()


def test_a_call_that_cant_be_run_ends_at_once(call: Call) -> None:
    said = call("check", "--watch", "--select", "MK20O")
    assert said.status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("-",), ("--fix",), ("--diff",), ("--report", "json=a.json"), ("--format", "json"), ("--format", "sarif"),
        ("--write-baseline", "b.json"), ("--stdin-filename", "a.yaml"),
    ],
)  # fmt: skip
def test_what_is_no_report_to_read_while_writing_is_refused(call: Call, words: tuple[str, ...]) -> None:
    said = call("check", "--watch", *words)
    assert (said.status, said.out) == (2, "")
    assert words[0] in said.err
    assert "--watch" in said.err


def test_the_screen_is_cleared_and_ctrl_c_ends_it_well(tmp_path: Path, sound: Path) -> None:
    terminal = Terminal(("check", "--watch", "sn.yaml"), tmp_path, kind="xterm")
    try:
        terminal.hears("Prövar igen när något ändras. Ctrl-C slutar.")
        sound.write_text(FAULTY, encoding="utf-8")
        terminal.hears("MK202")
        terminal.hears("Prövar igen")
        terminal.interrupts()
        assert terminal.ends() == 0
        assert terminal.raw.count(CLEARED) == 2
    finally:
        terminal.kill()
