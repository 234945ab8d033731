"""Tries mutants: the tests are gathered once, and each mutant is a fork in which those that reach it are run.

mutmut starts pytest anew for every mutant, which takes longer than the tests do here.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from chosen import Chosen, choose
from made import function_of
from parts import Part

KILLED, SURVIVED, TIMEOUT, NO_TESTS = 1, 0, 36, 33
"""As mutmut writes what became of a mutant."""
_SAYS_ALL = "tests/test_said.py"
"""The tests that hold all that is said of a document."""
_FEW_SECONDS = 1.0
"""Where the tests that reach a function take less than this, those that reach its module are tried too."""


class Reach(NamedTuple):
    """What a run without mutants showed.

    Attributes:
        seconds: how long each test that passes takes, of the processor's time.
        functions: what each of them reaches.

    """

    seconds: dict[str, float]
    functions: dict[str, list[str]]


class Trials:
    """A pytest plugin that tries mutants in place of running the tests."""

    def __init__(
        self,
        mutants: list[str],
        told: Callable[[str, int, float], None],
        part: Part,
        most_seconds: float,
    ) -> None:
        self._mutants = mutants
        self._told = told
        self._part = part
        self._most = most_seconds
        self._killers: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("the tests couldn't be gathered")
        self._items = {item.nodeid: item for item in session.items}
        choose("")
        self._at_import = _load_everything(self._part)
        reach = self._reached()
        self._broken = broken = sorted(set(self._items) - set(reach.seconds))
        print(
            f"{len(reach.seconds)} tests pass unchanged, {len(broken)} don't and are left out:",
            *broken,
            sep="\n  ",
        )
        self._seconds = reach.seconds
        self._by_function: dict[str, set[str]] = defaultdict(set)
        for test, functions in reach.functions.items():
            for function in functions:
                self._by_function[function].add(test)
                self._by_function[function.rpartition(".")[0]].add(test)
        print(f"{sum(reach.seconds.values()):.0f} s of tests", flush=True)
        for mutant in self._mutants:
            start = time.monotonic()
            status = self._try(mutant)
            self._told(mutant, status, time.monotonic() - start)
        return True

    def _reached(self) -> Reach:
        """Run every test once without mutants, in a fork, so that nothing is remembered here."""
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder, "reach.json")
            _wait(self._fork("", lambda: self._note_reach(kept)), None)
            return Reach(*json.loads(kept.read_text(encoding="utf-8")))

    def _note_reach(self, kept: Path) -> int:
        seconds: dict[str, float] = {}
        functions: dict[str, list[str]] = {}
        items = list(self._items.values())
        for item, following in zip(items, [*items[1:], None], strict=True):
            Chosen.reached = set()
            start = _processor_time()
            if _passes(item, following):
                seconds[item.nodeid] = _processor_time() - start
                functions[item.nodeid] = sorted(Chosen.reached)
        kept.write_text(json.dumps([seconds, functions]), encoding="utf-8")
        return SURVIVED

    def _try(self, mutant: str) -> int:
        status = self._try_here(mutant)
        if status in {SURVIVED, NO_TESTS} and function_of(mutant) in self._at_import:
            return self._try_anew(mutant)
        return status

    def _try_anew(self, mutant: str) -> int:
        """Run the tests in a process that loads everything with the mutant in force."""
        words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--rootdir=."]
        left_out = [f"--deselect={test}" for test in self._broken]
        environment = {**os.environ, "MUTANT_UNDER_TEST": mutant}
        try:
            done = subprocess.run(
                [*words, *left_out, *self._part.tests],
                env=environment,
                capture_output=True,
                check=False,
                timeout=1200,
            )
        except subprocess.TimeoutExpired:
            return TIMEOUT
        return SURVIVED if done.returncode == 0 else KILLED

    def _try_here(self, mutant: str) -> int:
        tests = list(self._chosen(mutant))
        if not tests:
            return NO_TESTS
        limit = ceil(5 + 3 * sum(self._seconds[test] for test in tests))
        with tempfile.TemporaryDirectory() as folder:
            killer = Path(folder, "killer")
            status = _wait(self._fork(mutant, lambda: self._run(tests, killer, limit)), 30 + 8 * limit)
            if status == KILLED and killer.exists():
                test = killer.read_text(encoding="utf-8")
                function = function_of(mutant)
                self._killers[function][test] += 1
                self._killers[function.rpartition(".")[0]][test] += 1
        return status

    def _chosen(self, mutant: str) -> Iterator[str]:
        """Give the tests for a mutant: first what killed others nearby, what has its name, what is quick."""
        function = function_of(mutant)
        module = function.rpartition(".")[0]
        near, wider = self._killers[function], self._killers[module]

        about = _words(module.rpartition(".")[2])

        def order(test: str) -> tuple[int, bool, bool, int, float]:
            is_named, says_all = about in _words(test), test.startswith(_SAYS_ALL)
            return -near.get(test, 0), not is_named, not says_all, -wider.get(test, 0), self._seconds[test]

        own = sorted(self._by_function[function], key=order)
        spent = 0.0
        for test in own:
            if spent + self._seconds[test] <= self._most:
                spent += self._seconds[test]
                yield test
        if spent < _FEW_SECONDS:
            for test in sorted(self._by_function[module] - set(own), key=order):
                if spent < 2 * _FEW_SECONDS:
                    yield test
                spent += self._seconds[test]
        if module in self._part.outside_of:
            chosen = set(own)
            yield from (
                test for test in self._seconds if test.startswith(self._part.outside) and test not in chosen
            )

    def _run(self, tests: list[str], killer: Path, limit: int) -> int:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            if not _passes(self._items[test], self._items[following] if following else None):
                killer.write_text(test, encoding="utf-8")
                return KILLED
        return SURVIVED

    def _fork(self, mutant: str, run: Callable[[], int]) -> int:
        pid = os.fork()
        if pid:
            return pid
        status = KILLED
        own = tempfile.mkdtemp(prefix="mutant-")
        try:
            os.setpgid(0, 0)
            choose(mutant)
            # what one mutant leaves behind doesn't reach the next
            os.environ["MALKOLL_CACHE_DIR"] = str(Path(own, "cache"))
            next(iter(self._items.values())).config._tmp_path_factory._basetemp = _made(Path(own, "tmp"))  # type: ignore[attr-defined]  # noqa: SLF001
            status = run()
        finally:
            shutil.rmtree(own, ignore_errors=True)
            os._exit(status)


def _load_everything(part: Part) -> set[str]:
    """Load what every fork would load again: modules, word lists, models; nothing that a mutant may change.

    Give the functions that are called when modules are loaded: a fork would be too late for their mutants.
    """
    malkoll = importlib.import_module("malkoll")
    if "mutants" not in Path(str(malkoll.__file__)).parts:
        complaint = f"the tests would try {malkoll.__file__}, where nothing is changed"
        raise SystemExit(complaint)
    for module in pkgutil.walk_packages(malkoll.__path__, "malkoll."):
        if module.name.rpartition(".")[2] != "__main__":
            importlib.import_module(module.name)
    reached, Chosen.reached = Chosen.reached or set(), None
    checked = importlib.import_module("checked")
    checked.check(checked.SOUND)
    for name, module in list(sys.modules.items()):
        if name.startswith("malkoll.") and part.can_change(name):
            for one in vars(module).values():
                if callable(clear := getattr(one, "cache_clear", None)):
                    clear()
    gc.collect()
    gc.freeze()
    return reached


def _words(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _processor_time() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _wait(pid: int, seconds: float | None) -> int:
    """Wait for a fork; give what became of it."""
    end = None if seconds is None else time.monotonic() + seconds
    pause = 0.001
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        if end is not None and time.monotonic() > end:
            _end(pid)
            os.waitpid(pid, 0)
            return TIMEOUT
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    # what it started and left behind
    _end(pid)
    code = os.waitstatus_to_exitcode(status)
    return TIMEOUT if code < 0 else code


def _end(group: int) -> None:
    try:
        os.killpg(group, 9)
    except (ProcessLookupError, PermissionError):
        return
