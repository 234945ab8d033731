"""A national archive of goals checked whole: 290 municipalities, 10 boards, 10 years.

usage: python benchmarks/archive.py [--files 29000] [--jobs 0] [--malkoll PATH]

Writes the documents, checks them cold (nothing is known of them), warm (the same call again, nothing has changed), and
once more after one of them has changed. Prints wall time, processor time and the most memory that one process took.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import documents

BIN = Path(sys.executable).parent


def timed(name: str, command: list[str], environment: dict[str, str], output: Path) -> None:
    """Run a command and print what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with output.open("wb") as written:
        done = subprocess.run(command, stdout=written, env=environment, check=False)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        sys.exit(f"gave {done.returncode}")
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    # the largest of all so far: the cold run is the first and the largest
    print(
        f"{name:12} {seconds:7.2f} s, {processor:7.2f} s of processor time, "
        f"at most {used.ru_maxrss // 1024} MiB, {output.stat().st_size:,} bytes of report",
        flush=True,
    )


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=29_000)
    parser.add_argument("--jobs", type=int, default=0, help="0: as many as pay")
    parser.add_argument("--malkoll", default=str(BIN / "malkoll"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = list(documents.write(folder / "goals", asked.files))
        environment = {**os.environ, "MALKOLL_CACHE_DIR": str(folder / "cache")}
        command = [asked.malkoll, "check", "--isolated", "--fail-on", "never", str(folder / "goals")]
        command += ["--jobs", str(asked.jobs)] if asked.jobs else []
        output = folder / "report.txt"
        timed("cold", command, environment, output)
        timed("warm", command, environment, output)
        changed = Path(files[len(files) // 2])
        changed.write_text(f"{changed.read_text(encoding='utf-8')}# sedd\n", encoding="utf-8")
        timed("one changed", command, environment, output)
        print(output.read_text(encoding="utf-8").rstrip().rsplit("\n", 2)[-2])


if __name__ == "__main__":
    main()
