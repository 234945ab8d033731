"""What the computer may do meanwhile: no room, no rights, no time, no letters. Nothing is lost, and it is said in words."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_calls import Call
from hostile_files import contents, obeyed

import malkoll.discover
import malkoll.run
from checked import SOUND
from malkoll.syntax.tree import Trouble

MALKOLL = (sys.executable, "-m", "malkoll")
UNIX = pytest.mark.skipif(os.name == "nt", reason="as Unix does it")
WRITING: dict[str, tuple[str, ...]] = {
    "report": ("check", "fel.yaml", "--report", "json=ut", "--report", "sarif=ut2"),
    "baseline": ("check", "fel.yaml", "--write-baseline", "ut"),
    "fix": ("check", "fel.yaml", "--fix"),
    "new": ("new", "ut.yaml", "--no-input", "--answers", "sn.yaml"),
    "new over a file": ("new", "fel.yaml", "--no-input", "--answers", "sn.yaml", "--force"),
    "model init": ("model", "init", "ut.yaml"),
    "overview page": ("overview", "fel.yaml", "--html", "ut.html"),
    "overview workbook": ("overview", "fel.yaml", "--xlsx", "ut.xlsx"),
    "comparison": ("compare", "sn.yaml", "fel.yaml", "--report", "html=ut.html"),
    "export": ("export", "sn.yaml", "--xlsx", "ut.xlsx", "--docx", "ut.docx"),
    "import": ("import", "in.xlsx", "--yes", "--output", "."),
}
"""Every call that writes a file."""


@pytest.fixture
def folder(call: Call, tmp_path: Path) -> Path:
    (tmp_path / "sn.yaml").write_text(SOUND, encoding="utf-8")
    faulty = SOUND.replace("Hållbar hälsa", "Hållbar helsa").replace("målgrupp: äldre", "malgrupp: äldre")
    (tmp_path / "fel.yaml").write_text(faulty, encoding="utf-8")
    assert call("export", "sn.yaml", "--xlsx", "in.xlsx").status == 0
    return tmp_path


def _refuse(number: int) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk_leaves_everything_as_it_was(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, number: int
) -> None:
    before = contents(folder)
    monkeypatch.setattr(os, "fsync", _refuse(number))
    words = WRITING[command] if command != "import" else (*WRITING[command], "--force")
    said = call(*words)
    assert said.status == 2
    assert "kan inte skrivas" in said.err
    assert ("disken är full" in said.err) is (number != errno.EIO)
    assert contents(folder) == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("command", WRITING)
def test_a_folder_that_may_not_be_written_is_said_in_words(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, number: int
) -> None:
    before = contents(folder)
    monkeypatch.setattr(tempfile, "mkstemp", _refuse(number))
    words = WRITING[command] if command != "import" else (*WRITING[command], "--force")
    said = call(*words)
    assert said.status == 2
    assert "kan inte skrivas" in said.err
    assert contents(folder) == before


@pytest.mark.parametrize(
    "command", [("check", "."), ("check", ".", "--fix"), ("check", ".", "--diff"), ("overview",)]
)
def test_a_file_that_vanishes_before_it_is_read_is_a_finding(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    real = malkoll.discover.read

    def vanished(found: Any, most: int) -> tuple[bytes | None, Trouble | None]:
        Path(found.path).unlink(missing_ok=True)
        return real(found, most)

    monkeypatch.setattr(malkoll.run, "read", vanished)
    said = call(*command, *(() if command[0] == "overview" else ("--no-cache",)))
    assert said.status in {0, 1, 3}
    assert "gick fel" not in said.err
    assert not (folder / "fel.yaml").exists()
    if command == ("check", "."):
        assert "MK001" in said.out


SAVER = """
import sys
from malkoll.saving import save
texts = [letter * 300_000 for letter in (b"a", b"b")]
save(sys.argv[1], texts[0])
print("begun", flush=True)
while True:
    for text in texts:
        save(sys.argv[1], text)
"""


@UNIX
def test_whenever_a_write_is_killed_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "mål.yaml"
    chance = random.Random(20261123)  # noqa: S311 - the same moments in every run
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", SAVER, str(file)], stdout=subprocess.PIPE) as saver:
            assert saver.stdout is not None
            saver.stdout.readline()
            time.sleep(chance.random() / 50)
            saver.kill()
        written = file.read_bytes()
        assert len(written) == 300_000
        assert written in (b"a" * 300_000, b"b" * 300_000)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "många"
    folder.mkdir()
    for number in range(300):
        text = SOUND.replace("Socialnämnden", f"Nämnden {number}").replace("Hållbar hälsa", "Hållbar hälso")
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


@UNIX
@pytest.mark.parametrize(
    "words",
    [("check", "."), ("check", ".", "--fix"), ("overview", "."), ("export", ".", "--xlsx", "ut.xlsx")],
)
def test_ctrl_c_at_any_moment_is_one_line_and_130_and_leaves_no_half_file(
    many: Path, words: tuple[str, ...]
) -> None:
    chance = random.Random(len(words))  # noqa: S311 - as above
    environment = {**os.environ, "LANG": "sv_SE.UTF-8", "MALKOLL_CACHE_DIR": ""}
    whole = {path.name for path in many.iterdir()}
    for _ in range(2):
        with subprocess.Popen(
            [*MALKOLL, *words], cwd=many, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            # Python has begun by then, and the work takes longer
            time.sleep(0.35 + chance.random() / 3)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
        assert b"Traceback" not in said
        if running.returncode not in {0, 1}:
            assert (running.returncode, said.decode()) == (130, "Avbrutet.\n")
        assert {path.name for path in many.iterdir()} - {"ut.xlsx"} == whole
        assert all(path.read_bytes().endswith(b"november 2026\n") for path in many.glob("*.yaml"))


DATES = ["0001-01-01", "1969-12-31", "1970-01-01", "2038-01-20", "9999-12-31"]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize(
    "words",
    [
        ("check", "fel.yaml", "--extend-select", "MK"), ("check", "fel.yaml", "--write-baseline", "b.json"),
        ("overview", "fel.yaml", "--html", "ut.html", "--xlsx", "ut.xlsx"), ("export", "sn.yaml", "--xlsx", "ut.xlsx", "--docx", "ut.docx"),
        ("new", "ut.yaml", "--no-input", "--board", "A"),
    ],
)  # fmt: skip
def test_any_day_that_there_is_can_be_today(
    call: Call, folder: Path, date: str, words: tuple[str, ...]
) -> None:
    assert (folder / "fel.yaml").exists()
    said = call(*words, "--date", date)
    assert said.status in {0, 1, 2}
    assert "gick fel" not in said.err, said.err


def test_a_clock_that_jumps_hides_no_change(tmp_path: Path) -> None:
    """Times lie ahead, or before all time; what changes keeps its size."""
    file = tmp_path / "sn.yaml"
    environment = {**os.environ, "MALKOLL_CACHE_DIR": str(tmp_path / "cache"), "LANG": "sv_SE.UTF-8"}

    def status() -> int:
        words = [*MALKOLL, "check", "sn.yaml", "--quiet"]
        return subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, check=False
        ).returncode

    for when in (2**33, 0, -1_000_000):
        for text, expected in ((SOUND, 0), (SOUND.replace("Hållbar hälsa", "Hållbar helga"), 1), (SOUND, 0)):
            file.write_text(text, encoding="utf-8")
            try:
                os.utime(file, (when, when))
            except (OSError, OverflowError):
                pytest.skip("the file system has no such times")
            assert status() == expected
            assert status() == expected


READING: list[tuple[str, ...]] = [
    ("check", "fel.yaml"), ("check", "fel.yaml", "--format", "concise"), ("check", "fel.yaml", "--format", "github"),
    ("check", "fel.yaml", "--format", "markdown"), ("check", "fel.yaml", "--format", "json"), ("check", "fel.yaml", "--diff"),
    ("overview", "fel.yaml"), ("compare", "sn.yaml", "fel.yaml"), ("export", "sn.yaml", "--xlsx", "ut.xlsx", "--force"),
    ("import", "in.xlsx", "--dry-run"), ("new", "-", "--no-input", "--board", "Kyrkogårdsnämnden"), ("explain", "MK202"), ("rules",),
    ("model", "show"), ("model", "check", "sn.yaml"), ("schema",), ("check", "å/ö.yaml"), ("--help",),
]  # fmt: skip
PROGRAMS = {"json", "github", "markdown", "--diff", "schema", "-"}
SURROUNDINGS: list[dict[str, str]] = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "PYTHONLEGACYWINDOWSSTDIO": "1"},
    {"PYTHONIOENCODING": "cp437", "COLUMNS": "60", "TERM": "dumb"},
]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "iso8859-1", "utf-16"])
def test_every_command_speaks_in_the_letters_that_there_are(call: Call, folder: Path, encoding: str) -> None:
    assert folder.exists()
    for words in READING:
        # what programs read is UTF-8, whatever letters the terminal has
        if not PROGRAMS.isdisjoint(words):
            continue
        said = call(*words, encoding=encoding)
        assert said.status in {0, 1, 2}, words
        assert "gick fel" not in said.err, (words, said.err)
        assert said.out or said.err


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda one: ", ".join(one.values()))
def test_a_poor_terminal_is_no_hindrance(folder: Path, surroundings: dict[str, str]) -> None:
    bare = {
        name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "LD_LIBRARY_PATH"}
    }
    for words in READING[:6]:
        done = subprocess.run(
            [*MALKOLL, *words], cwd=folder, env={**bare, **surroundings}, capture_output=True, check=False
        )
        assert done.returncode == 1, (words, done.stderr)
        assert done.stdout
        assert done.stderr.count(b"Traceback") == 0


@UNIX
@pytest.mark.parametrize("words", [READING[place] for place in (0, 4, 5, 6, 7, 8, 10, 11, 13)], ids=" ".join)
def test_closed_streams_end_in_words_or_in_silence(folder: Path, words: tuple[str, ...]) -> None:
    command = " ".join((*MALKOLL, *words))
    for closed in (">&-", ">&- 2>&-", "<&-"):
        done = subprocess.run(
            ["sh", "-c", f"{command} {closed}"], cwd=folder, capture_output=True, check=False
        )
        assert done.returncode in {0, 1, 2}, (closed, done.stderr)
        assert b"Traceback" not in done.stderr
        assert obeyed(done.stderr.decode()) is None
