"""With worker processes a run says what it says without them: the same bytes, whatever becomes of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import malkoll.engine
from checked import SOUND
from malkoll.checked import Checked
from malkoll.cli import main
from malkoll.jobs import when, workers
from malkoll.opened import Input
from many_documents import documents, said, write

forks = pytest.mark.skipif(not when.CAN_FORK, reason="a process that begins anew has the engine as it is")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "mål", documents(more=30))
    return tmp_path / "mål"


def _here(folder: Path, out: Path) -> tuple[int, dict[str, bytes]]:
    return said(folder, "--no-cache", "--jobs", "1", out=out)


@pytest.mark.parametrize("jobs", ["2", "3", "50"])
def test_any_number_of_processes_says_the_same(
    folder: Path, tmp_path: Path, jobs: str, capfd: pytest.CaptureFixture[str]
) -> None:
    alone = _here(folder, tmp_path / "alone")
    printed = capfd.readouterr()
    assert said(folder, "--no-cache", "--jobs", jobs, out=tmp_path / "jobs") == alone
    assert capfd.readouterr() == printed
    assert multiprocessing.active_children() == []


def test_processes_that_begin_anew_say_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "malkoll.toml").write_text('ignore = ["MK204"]\n', encoding="utf-8")
    alone = _here(folder, tmp_path / "alone")
    for module in (when, workers, sys.modules["malkoll.run"], sys.modules["malkoll.one_by_one"]):
        monkeypatch.setattr(module, "CAN_FORK", False)
    # they have the engine as it is
    monkeypatch.setattr(malkoll.engine.Engine, "examine", lambda *_: pytest.fail("checked here"))
    assert said(folder, "--no-cache", "--jobs", "2", out=tmp_path / "jobs") == alone


def test_what_processes_found_is_kept_for_the_next_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MALKOLL_CACHE_DIR", str(tmp_path / "kept"))
    alone = _here(folder, tmp_path / "alone")
    assert said(folder, "--jobs", "2", out=tmp_path / "cold") == alone
    monkeypatch.setattr(malkoll.engine.Engine, "examine", lambda *_: pytest.fail("checked anew"))
    assert said(folder, "--jobs", "2", out=tmp_path / "warm") == alone


def test_a_model_that_cant_be_used_is_told_as_ever(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "more" / "malkoll.toml").write_text('model = "saknas.yaml"\n', encoding="utf-8")
    told = []
    for jobs in ("1", "2"):
        assert main(["check", str(folder), "--jobs", jobs, "--no-cache"]) == 2
        told.append(capfd.readouterr())
    assert told[0] == told[1]
    assert "saknas.yaml" in told[0].err
    assert multiprocessing.active_children() == []


@forks
def test_a_process_that_dies_or_fails_costs_nothing_but_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _here(folder, tmp_path / "alone")
    examine, parent = malkoll.engine.Engine.examine, os.getpid()

    def falls(self: malkoll.engine.Engine, file: Input) -> Checked | None:
        if os.getpid() != parent and file.name.endswith(("003.yaml", "faulty.yaml")):
            os.kill(os.getpid(), signal.SIGKILL)
        if os.getpid() != parent and file.name.endswith("005.yaml"):
            raise MemoryError
        return examine(self, file)

    monkeypatch.setattr(malkoll.engine.Engine, "examine", falls)
    assert said(folder, "--no-cache", "--jobs", "2", out=tmp_path / "jobs") == alone
    assert multiprocessing.active_children() == []


@forks
def test_where_no_process_can_be_started_the_files_are_checked_here(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _here(folder, tmp_path / "alone")

    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert said(folder, "--no-cache", "--jobs", "2", out=tmp_path / "jobs") == alone


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Ctrl-C is sent in another way")
def test_ctrl_c_ends_all_of_them(tmp_path: Path) -> None:
    write(tmp_path / "mål", {f"{number}.yaml": SOUND for number in range(1500)})
    run = subprocess.Popen(
        [sys.executable, "-m", "malkoll", "check", "mål", "--no-cache", "--jobs", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
    )
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    for _ in range(1000):
        if (children.exists() and len(children.read_text().split()) == 2) or run.poll() is not None:
            break
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err.decode()) == (130, b"", "Interrupted.\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


@pytest.mark.parametrize("value", ["0", "-1", "två", "1.5", ""])
def test_a_number_of_processes_that_is_none_is_told(capfd: pytest.CaptureFixture[str], value: str) -> None:
    assert main(["check", f"--jobs={value}", "--lang", "sv"]) == 2
    assert "--jobs" in capfd.readouterr().err


def test_a_run_of_few_files_loads_nothing_for_processes(tmp_path: Path) -> None:
    write(tmp_path, {f"{number}.yaml": SOUND for number in range(3)})
    program = (
        "import sys; from malkoll.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "--fail-on", "never"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    loaded = set(done.stderr.split())
    assert "malkoll.engine" in loaded
    assert not {"multiprocessing", "malkoll.jobs.workers"} & loaded


@pytest.mark.parametrize(("processors", "files", "starts"), [(1, 500, False), (2, 20, False), (2, 80, True)])
def test_processes_are_started_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, processors: int, files: int, *, starts: bool
) -> None:
    monkeypatch.setattr(when, "_processors", lambda: processors)
    monkeypatch.setattr(when, "CAN_FORK", True)
    enough = when.enough_files(when.AUTOMATIC)
    assert (bool(enough) and files >= enough) is starts
