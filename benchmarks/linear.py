"""Measures what ten times the input costs, in the user's time of the processor: ``python benchmarks/linear.py``.

The documents are those of ``tests/large_documents.py``, as large as the limits allow. Each is checked with a
number and with ten times that, in a process of its own; what a start costs is taken off. A ratio of 10 is
linear; at most 12 is promised.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import large_documents

MOST = 12.0
SIZES = {
    # more would be told of as too large, and not read
    "goals": 200, "nesting": 9, "long_text": 1_500, "long_description": 2_500, "findings": 2_000, "faulty_goals": 120, "slips": 100,
    "suppressions": 1_200, "unused_suppressions": 2_000, "comments": 4_000, "indicators": 900, "aliases": 900, "marks": 2_000,
    "line_ends": 30_000,
}  # fmt: skip
ROUNDS = 5


def _seconds(text: str, folder: Path) -> float:
    """Give the least time of the processor of a few checks of a text, the program's start included."""
    file = folder / "mål.yaml"
    file.write_bytes(text.encode())
    words = [
        sys.executable,
        "-m",
        "malkoll",
        "check",
        str(file),
        "--isolated",
        "--no-cache",
        "--format",
        "json",
    ]
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(words, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime)
    return min(times)


def main() -> int:
    """Print a line for each kind of document, and give 1 where one of them costs more than its share."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for make in large_documents.ALL:
            small = SIZES[make.__name__]
            nothing, little, much = (_seconds(make(number), folder) for number in (0, small, 10 * small))
            share = little - nothing
            if share < 0.02:
                print(
                    f"{make.__name__:20} {small:6}: {much - nothing:6.2f} s for ten times: too little to tell"
                )
                continue
            ratio = (much - nothing) / share
            worst = max(worst, ratio)
            print(
                f"{make.__name__:20} {small:6}: {share:6.2f} s, ten times: {much - nothing:6.2f} s, ratio {ratio:.1f}"
            )
    print(f"the worst: {worst:.1f} (at most {MOST:.0f} is promised)")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
