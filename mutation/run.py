"""Changes malkoll in small ways, one at a time, and sees whether the tests notice.

Run from the root of the repository, in an environment with mutmut:

    python mutation/run.py --sample 300                # every part, 300 mutants of each
    python mutation/run.py --sample 300 syntax rules   # some parts
    python mutation/run.py --again                     # the mutants that survived, once more
    python mutation/run.py --tell                      # what became of them, and the changes that survived
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from chosen import take_over
from made import data_of_files, function_of, make
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.utils.file_utils import setup_source_paths
from parts import PARTS, Part
from trial import KILLED, NO_TESTS, SURVIVED, TIMEOUT, Trials

SEED = 2026
STATUS = {KILLED: "killed", SURVIVED: "survived", TIMEOUT: "timeout", NO_TESTS: "no tests"}
LEFT = frozenset({SURVIVED, NO_TESTS})


def mutants_of(part: Part) -> dict[str, int | None]:
    """Give the mutants of a part, and what became of each."""
    return {
        mutant: status
        for path, data in data_of_files().items()
        if part.has(path)
        for mutant, status in data.exit_code_by_key.items()
    }


def sample_of(name: str, mutants: list[str], size: int, seed: int) -> list[str]:
    """Give a random sample; the same every time for the same sources."""
    if not size or size >= len(mutants):
        return mutants
    return sorted(random.Random(f"{seed} {name}").sample(sorted(mutants), size))


def try_part(name: str, options: argparse.Namespace) -> None:
    """Try the mutants of a part, in a process that has loaded nothing else."""
    part = PARTS[name]
    data = {mutant: one for one in data_of_files().values() for mutant in one.exit_code_by_key}
    found = mutants_of(part)
    if options.again:
        tried = [mutant for mutant, status in found.items() if status in LEFT]
    else:
        sample = sample_of(name, list(found), options.sample, options.seed)
        tried = [mutant for mutant in sample if found[mutant] is None]
    if options.only:
        tried = [mutant for mutant in found if options.only in mutant]
    metas = Path.cwd()

    def keep(mutant: str, status: int, seconds: float) -> None:
        one = data[mutant]
        one.exit_code_by_key[mutant] = status
        one.durations_by_key[mutant] = seconds
        one.meta_path = metas / one.meta_path
        one.save()
        print(f"{STATUS.get(status, status)} {mutant} {seconds:.1f} s", flush=True)

    print(f"{name}: {len(tried)} of {len(found)} mutants", flush=True)
    if not tried:
        return
    take_over(frozenset(function_of(mutant).rpartition(".")[0] for mutant in found))
    setup_source_paths()
    os.chdir("mutants")
    os.environ["PYTHONPATH"] = str(Path("src").absolute())
    trials = Trials(tried, keep, part, options.seconds)
    words = ["--rootdir=.", "-q", "-s", "-p", "no:cacheprovider", *part.tests]
    pytest.main(words, plugins=[trials])


def tell(names: list[str], *, changes: bool) -> None:
    """Write the table, and the changes that nobody noticed."""
    print("| part | mutants | tried | killed | of them timeouts | survived | killed, % |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    survivors: list[str] = []
    for name in names:
        found = mutants_of(PARTS[name])
        count = Counter(status for status in found.values() if status is not None)
        tried = count.total()
        left = count[SURVIVED] + count[NO_TESTS]
        survivors += [mutant for mutant, status in found.items() if status in LEFT]
        share = 100 * (tried - left) / tried if tried else 0
        print(
            f"| {name} | {len(found)} | {tried} | {tried - left} | {count[TIMEOUT]} | {left} | {share:.1f} |"
        )
    for mutant in survivors if changes else ():
        print(f"\n# {mutant}")
        change = str(get_diff_for_mutant(mutant)).splitlines()
        print("\n".join(change[2:]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help=", ".join(PARTS))
    parser.add_argument(
        "--sample", type=int, default=0, help="how many mutants of each part; all unless given"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--again", action="store_true", help="only what survived before")
    parser.add_argument("--only", help="only the mutants with this in their names")
    parser.add_argument("--tell", action="store_true", help="write what became of the mutants, and try none")
    parser.add_argument("--seconds", type=float, default=30.0, help="of tests for each mutant, at most")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = options.parts or list(PARTS)
    if options.one:
        try_part(names[0], options)
        return
    if not options.tell:
        make(1)
        for name in names:
            subprocess.run([sys.executable, __file__, *_words(options), "--one", name], check=True)
    tell(names, changes=options.tell)


def _words(options: argparse.Namespace) -> list[str]:
    words = [f"--sample={options.sample}", f"--seed={options.seed}", f"--seconds={options.seconds}"]
    words += ["--again"] if options.again else []
    return [*words, f"--only={options.only}"] if options.only else words


if __name__ == "__main__":
    main()
