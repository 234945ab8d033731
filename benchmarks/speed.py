"""Speed against peers, as ratios of wall time measured side by side in one run, and where the time goes.

usage: python benchmarks/speed.py [--files 2000] [--rounds 3] [--malkoll PATH] [--phases-only]

Needs yamllint and check-jsonschema, which the development environment has. Each pair of commands takes turns;
printed are the median ratio, the least and the largest. Under 1, malkoll takes less. "cold" is with --no-cache,
"warm" a run over what is unchanged.
"""

from __future__ import annotations

import argparse
import datetime
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import documents

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
COMPOSE = "import sys, yaml\nfor n in sys.argv[1:]:\n with open(n, 'rb') as f: yaml.compose(f.read(), yaml.CSafeLoader)"
DAY = datetime.date(2026, 11, 23)
Command = Sequence[str]


def once(command: Command, environment: dict[str, str]) -> tuple[float, int]:
    """Run a command: seconds, and the most memory that one of its processes took, in KiB."""
    began = time.perf_counter()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command[:4])} … gave {done.returncode}")
    return time.perf_counter() - began, usage.ru_maxrss


class Table:
    """Measures pairs of commands and prints a row for each, as Markdown."""

    def __init__(self, environment: dict[str, str], rounds: int) -> None:
        self.environment = environment
        self.rounds = rounds
        print("| measure | ratio | least | largest | malkoll | memory |\n|---|---|---|---|---|---|")

    def row(self, name: str, ours: Command, theirs: Command, times: int = 1) -> None:
        once(ours, self.environment)
        once(theirs, self.environment)
        pairs = [
            (once(ours, self.environment), once(theirs, self.environment)) for _ in range(self.rounds * times)
        ]
        ratios = sorted(mine[0] / other[0] for mine, other in pairs)
        seconds = statistics.median(mine[0] for mine, _ in pairs)
        memory = max(mine[1] for mine, _ in pairs) // 1024
        print(
            f"| {name} | {statistics.median(ratios):.3f} | {ratios[0]:.3f} | {ratios[-1]:.3f} "
            f"| {seconds * 1000:.0f} ms | {memory} MiB |",
            flush=True,
        )


def compare(malkoll: str, files: list[str], rounds: int, cache: str) -> None:
    table = Table({**os.environ, "MALKOLL_CACHE_DIR": cache}, rounds)
    check = [malkoll, "check", "--isolated", "--fail-on", "never"]
    cold = [*check, "--no-cache"]
    schema = [
        str(BIN / "check-jsonschema"), "--schemafile", str(ROOT / "schemas" / "goal-document.sv.schema.json"),
    ]  # fmt: skip
    lint = [str(BIN / "yamllint"), "-d", "relaxed"]
    compose = [sys.executable, "-c", COMPOSE]
    one, hundred, quarter = files[:1], files[:100], files[: len(files) // 4]
    table.row("one file, cold / yamllint", [*cold, *one], [*lint, *one], 3)
    table.row("one file, cold / check-jsonschema", [*cold, *one], [*schema, *one], 3)
    table.row("one file, warm / yamllint", [*check, *one], [*lint, *one], 3)
    table.row("100 files, cold / check-jsonschema", [*cold, *hundred], [*schema, *hundred])
    table.row(f"{len(files)} files, cold / libyaml", [*cold, *files], [*compose, *files])
    table.row(
        f"{len(files)} files, cold, one job / libyaml", [*cold, "--jobs", "1", *files], [*compose, *files]
    )
    table.row(f"{len(files)} files, warm / libyaml", [*check, *files], [*compose, *files])
    table.row(f"growth, {len(files)} / {len(quarter)} files", [*cold, *files], [*cold, *quarter])
    for words, name in ((["--help"], "--help"), (["--version"], "--version")):
        table.row(f"{name} / python -c pass", [malkoll, *words], [sys.executable, "-c", "pass"], 3)
    table.row(f"{len(files)} files, cold / yamllint", [*cold, *files], [*lint, *files[: len(files)]])


def phases(files: list[str]) -> None:
    """Print what each phase of a run costs in one process, by document, beside libyaml's composing."""
    import yaml

    from malkoll.asking import safely
    from malkoll.config.configuration import NONE
    from malkoll.document.build import build
    from malkoll.document.goal_document import GoalDocument
    from malkoll.engine import Engine, Input
    from malkoll.models import Models
    from malkoll.report import Format, Options, render
    from malkoll.rule import Case, Scope
    from malkoll.selection import select
    from malkoll.source import SourceFile
    from malkoll.syntax.parse import parse

    texts = [Path(file).read_bytes() for file in files]
    model, rules = Models(None, DAY).of(NONE), select()
    least = _least("libyaml composes", lambda text: yaml.compose(text, yaml.CSafeLoader), texts)
    parsed = [parse(SourceFile("a.yaml", text)) for text in texts]
    read = [(one, build(one.root, GoalDocument)) for one in parsed if one.root is not None]

    def ask(one: Any) -> None:
        case = Case(one[1].part, model, DAY, one[1].language)
        for rule in rules.of(Scope.DOCUMENT):
            list(safely(rule, case))
        for goal in case.goals:
            for rule in rules.of(Scope.GOAL):
                list(safely(rule, goal, case))

    _least("parse", lambda text: parse(SourceFile("a.yaml", text)), texts, least)
    _least("model", lambda one: build(one.root, GoalDocument), parsed, least)
    _least("rules", ask, read, least)
    engine = Engine(DAY)
    began = time.perf_counter()
    for number, text in enumerate(texts):
        engine.check(Input(f"{number:05}.yaml", text, model, rules))
    checked = time.perf_counter()
    report = engine.finish()
    across = time.perf_counter()
    render(report, Format.FULL, Options())
    ended = time.perf_counter()
    for name, seconds in (
        ("all of a document", checked - began),
        ("across documents", across - checked),
        ("report", ended - across),
    ):
        _print(name, seconds / len(texts), least)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


def _least(name: str, work: Callable[[Any], Any], items: Sequence[Any], least: float = 0.0) -> float:
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        for item in items:
            work(item)
        best = min(best, (time.perf_counter() - began) / len(items))
    _print(name, best, least or best)
    return best


def _print(name: str, seconds: float, least: float) -> None:
    print(f"{name:20} {seconds * 1000:7.3f} ms a document {seconds / least:6.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--malkoll", default=str(BIN / "malkoll"))
    parser.add_argument("--phases-only", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [str(file) for file in documents.write(Path(folder, "goals"), asked.files)]
        if not asked.phases_only:
            compare(asked.malkoll, files, asked.rounds, str(Path(folder, "cache")))
        phases(files[:500])


if __name__ == "__main__":
    main()
