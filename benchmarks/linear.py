"""Measures what ten times the input costs, in the user's time of the processor: ``python benchmarks/linear.py``.

The documents are those of ``tests/large_documents.py``, as large as the limits allow. Each is checked with a
number and with ten times that, in a process of its own; what a start costs is taken off. A ratio of 10 is
linear; at most 12 is promised. Words after the name choose kinds. With ``--instructions`` it is the processor's
instructions that are counted, by valgrind: the same each time, where a busy machine's clock can't tell a hundredth of
a second.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import large_documents
from checked import SOUND

MOST = 12.0
SIZES = {
    # more would be told of as too large, and not read
    "goals": 200, "nesting": 9, "long_text": 1_500, "long_description": 2_500, "findings": 2_000, "faulty_goals": 120, "slips": 100,
    "suppressions": 1_200, "unused_suppressions": 2_000, "comments": 4_000, "indicators": 900, "aliases": 900, "marks": 2_000,
    "line_ends": 30_000, "named_rules": 4_000, "misspelt_rules": 1_000, "audiences": 1_000, "facts": 900,
}  # fmt: skip
ROUNDS = 20
"""How often the small are measured, in turns; the large a quarter as often: a hundredth of a second is more to them."""


def _mended(number: int) -> str:
    """Make a document with one safe fix after the other."""
    milestones = "".join(f"          - {{år: {2026 + one % 3}, värde: '{one},5'}}\n" for one in range(number))
    return SOUND.replace(
        "        enhet: procent\n", f"        enhet: procent\n        delmål:\n{milestones}", 1
    )


def _repeated(number: int) -> str:
    """Make a baseline that says the same again and again, far from its beginning."""
    named = [f"{one:032x}" for one in range(number)] + ["f" * 32] * number
    findings = [{"fingerprint": one, "code": "MK202", "file": "a.yaml"} for one in named]
    return json.dumps({"version": 1, "findings": findings}, indent=1)


OTHERS: dict[str, tuple[int, Callable[[int], str], tuple[str, ...]]] = {
    "fixes": (1_200, _mended, ("--diff", "{}")),
    "baseline": (7_000, _repeated, ("-", "--baseline", "{}")),
}
"""Other files than a document to check: how many, what stands in them, and the words of the call."""


Call = list[str]
"""The words of a command line."""


def _calls(texts: Sequence[str], folder: Path, words: tuple[str, ...]) -> list[Call]:
    """Write texts to files, and give what checks each of them."""
    calls = []
    for number, text in enumerate(texts):
        file = folder / f"{number}" / "mål.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
        call = [sys.executable, "-m", "malkoll", "check", "--isolated", "--no-cache"]
        calls.append([*call, *(word.replace("{}", str(file)) for word in words)])
    return calls


def _seconds(calls: Sequence[Call]) -> list[float]:
    """Give the least time of the processor of a few of each call, in turns, the program's start included."""
    times = [float("inf")] * len(calls)
    for turn in range(ROUNDS):
        for number, call in enumerate(calls[: 3 if turn % 4 == 0 else 2]):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            nowhere = subprocess.DEVNULL
            subprocess.run(call, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[number] = min(times[number], after.ru_utime - before.ru_utime)
    return times


def _instructions(calls: Sequence[Call]) -> list[float]:
    """Give the instructions of each call, in thousand millions."""
    counts = []
    # names are looked up by their hashes: the same ones each time
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    for call in calls:
        count = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *call]
        told = subprocess.run(
            count, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
            env=environment,
        ).stderr.decode(errors="replace")  # fmt: skip
        found = re.search(r"I +refs: +([0-9,]+)", told)
        if found is None:
            raise SystemExit(told)
        counts.append(int(found[1].replace(",", "")) / 1e9)
    return counts


def main() -> int:
    """Print a line for each kind of input, and give 1 where one of them costs more than its share."""
    worst = 0.0
    checks = {
        make.__name__: (SIZES[make.__name__], make, ("{}", "--format", "json"))
        for make in large_documents.ALL
    }
    counts = "--instructions" in sys.argv
    measured, unit, least = (_instructions, "G", 0.1) if counts else (_seconds, "s", 0.02)
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as name:
        for kind, (small, make, words) in {**checks, **OTHERS}.items():
            if wanted and kind not in wanted:
                continue
            texts = [make(number) for number in (0, small, 10 * small)]
            nothing, little, much = measured(_calls(texts, Path(name), words))
            share = little - nothing
            told = f"{kind:20} {small:6}: {share:6.2f} {unit}, ten times: {much - nothing:6.2f} {unit}"
            if share < least:
                print(f"{told}: too little to tell")
                continue
            ratio = (much - nothing) / share
            worst = max(worst, ratio)
            print(f"{told}, ratio {ratio:.1f}", flush=True)
    print(f"the worst: {worst:.1f} (at most {MOST:.0f} is promised)")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
