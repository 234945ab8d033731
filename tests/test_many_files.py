"""Of a run of many files most are kept packed, outside memory: it says what it says of few, and in little room."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import malkoll.shelf
import malkoll.spill
from checked import SOUND
from malkoll.by_municipality import OF_ALL
from malkoll.cli import main
from malkoll.diagnostic import Diagnostic
from malkoll.jobs import when
from malkoll.report.goals import GoalTable
from malkoll.result import Files
from malkoll.rule import Scope
from malkoll.rules import RULES
from malkoll.run import Settings, run
from malkoll.together import Together
from many_documents import documents, said, write

forks = pytest.mark.skipif(not when.CAN_FORK, reason="the report is shared out among copies alone")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents of every kind, and some of other municipalities: all that is about several of them, too."""
    all_documents = documents(more=30)
    others = {
        f"{number}/{name}": text.replace("Exempelkommun", f"Grannkommun {number}")
        for number in range(2)
        for name, text in all_documents.items()
        if isinstance(text, str)
    }
    write(tmp_path / "mål", {**all_documents, **others})
    return tmp_path / "mål"


def _most(monkeypatch: pytest.MonkeyPatch, number: int, at_a_time: int = 4_096) -> None:
    """Have so many files kept as they are, and the others written to a file in pieces."""
    monkeypatch.setattr(malkoll.shelf.Shelf.__init__, "__defaults__", (number,))
    monkeypatch.setattr(malkoll.spill, "_AT_A_TIME", at_a_time)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("most", [0, 7])
def test_packed_files_say_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str, most: int,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    _most(monkeypatch, 10_000)
    plain = said(folder, "--no-cache", "--jobs", "1", out=tmp_path / "plain")
    printed = capfd.readouterr()
    _most(monkeypatch, most)
    assert said(folder, "--no-cache", "--jobs", jobs, out=tmp_path / "packed") == plain
    assert capfd.readouterr() == printed


@forks
@pytest.mark.parametrize("most", ["0", "1", "40", "150", "100000"])
@pytest.mark.parametrize("verbose", [(), ("--verbose",)])
def test_processes_that_share_the_report_show_as_many_findings_as_one_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: str, verbose: tuple[str, ...],
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    _most(monkeypatch, 0)
    told = []
    for jobs in ("1", "2"):
        main(["check", str(folder), "--no-cache", "--jobs", jobs, "--limit", f"findings={most}", *verbose])
        told.append(capfd.readouterr())
    assert told[0] == told[1]


@forks
@pytest.mark.parametrize("place", [(Together, "ask"), (GoalTable, "lines")])
def test_what_a_process_fails_at_is_done_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[type, str], capfd: pytest.CaptureFixture[str]
) -> None:
    _most(monkeypatch, 0)
    main(["check", str(folder), "--no-cache", "--jobs", "1"])
    alone = capfd.readouterr()
    done, parent = getattr(*place), os.getpid()
    fallen = multiprocessing.get_context("fork").Value("i", 0)

    def falls(*given: object) -> object:
        if os.getpid() == parent:
            return done(*given)
        with fallen.get_lock():
            fallen.value += 1
        if fallen.value % 2:
            raise MemoryError
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    monkeypatch.setattr(*place, falls)
    main(["check", str(folder), "--no-cache", "--jobs", "2"])
    assert capfd.readouterr() == alone
    assert fallen.value > 1
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(
    not hasattr(os, "killpg"), reason="there the processes of a run can't be told from others"
)
def test_none_is_left_when_the_reader_goes(tmp_path: Path) -> None:
    write(tmp_path / "mål", {f"{number}.yaml": SOUND for number in range(300)})
    run = subprocess.Popen(
        [sys.executable, "-m", "malkoll", "check", "mål", "--no-cache", "--jobs", "2", "--select", "MK2,MK6"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stdout.readline()
    run.stdout.close()
    _, err = run.communicate(timeout=60)
    assert err == b""
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_files_that_are_known_from_before_are_packed_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MALKOLL_CACHE_DIR", str(tmp_path / "kept"))
    _most(monkeypatch, 10_000)
    plain = said(folder, "--no-cache", out=tmp_path / "plain")
    _most(monkeypatch, 0)
    assert said(folder, "--jobs", "2", out=tmp_path / "cold") == plain
    assert said(folder, "--jobs", "2", out=tmp_path / "warm") == plain


def test_where_no_file_can_be_made_they_stay_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _most(monkeypatch, 10_000)
    plain = said(folder, "--no-cache", out=tmp_path / "plain")
    _most(monkeypatch, 0)

    def refused(**_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert said(folder, "--no-cache", out=tmp_path / "packed") == plain


def test_a_report_can_be_gone_through_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _most(monkeypatch, 3)
    report = run([str(folder)], Settings(isolated=True)).report
    assert isinstance(report.files, Files)
    first = [repr(file.diagnostics) for file in report.files]
    assert [repr(file.diagnostics) for file in report.files] == first
    assert repr(report.files[-1].diagnostics) == first[-1]
    assert [repr(file.diagnostics) for file in report.files[2:4]] == first[2:4]
    assert [repr(file.diagnostics) for file in report.at_hand().files] == first
    assert report.at_hand().tallies == report.tallies
    assert report.by_severity().total() == len(report.diagnostics)


def test_findings_are_in_memory_only_while_they_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _most(monkeypatch, 0)
    report = run([str(folder)], Settings(isolated=True)).report
    most = max(len(file.diagnostics) for file in report.files)
    gc.collect()
    before = sum(isinstance(one, Diagnostic) for one in gc.get_objects())
    for _ in report.files:
        held = sum(isinstance(one, Diagnostic) for one in gc.get_objects())
        assert held - before <= 2 * most


def test_only_named_rules_look_at_the_documents_of_several_municipalities() -> None:
    across = {rule.name for rule in RULES if rule.scope is Scope.RUN}
    assert {name for name in across if not _is_across(name)} == OF_ALL


def _is_across(name: str) -> bool:
    return any(rule.name == name and rule.module.startswith("malkoll.rules.across.") for rule in RULES)


def test_what_was_put_away_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(malkoll.spill, "_AT_A_TIME", 10)
    spill = malkoll.spill.Spill()
    texts = [b"", b"abc", b"0123456789abc", b"x", b"", b"yz"]
    assert [spill.put(text) for text in texts] == list(range(6))
    assert [spill.get(number) for number in range(6)] == texts
    assert [spill.put(text * 9) for text in texts] == list(range(6, 12))
    assert [spill.get(number) for number in range(12)] == texts + [text * 9 for text in texts]
