"""Fixes thousands of damaged documents, holds what comes of it against what it was, and says what it saw.

Run with the folder of some goal documents, or without::

    uv run python benchmarks/fix_properties.py [FOLDER] [--documents 5000] [--seed 1]

Half of the documents are made by Hypothesis out of a sound one, half are those of the folder (else the
project's examples), each with some slips. Held is what ``tests/fix/held.py`` says: nothing is lost, nothing
else is touched, no finding is added, and a second time changes nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "fix")]

from damage import ENCODINGS, SLIPS, damaged  # noqa: E402
from held import hold  # noqa: E402
from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402 - the tests' modules have no package
from hypothesis import seed as seeded  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from mended import alone, mended  # noqa: E402

from checked import SOUND  # noqa: E402
from malkoll.language import Language  # noqa: E402

NAMES = sorted(SLIPS)
Slips = list[tuple[str, int]]


class Seen:
    """What was seen so far."""

    def __init__(self) -> None:
        self.documents = self.changed = 0
        self.made: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self.slips: Counter[str] = Counter()
        self.failed: list[str] = []

    def look(self, base: str, text: str, slips: Slips, encoding: str, *, unsafe: bool) -> None:
        data = damaged(text, slips, encoding)
        self.documents += 1
        self.slips.update(name for name, _ in slips)
        try:
            found = hold(data, lambda given: mended(given, unsafe=unsafe), alone)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told with what led to it
            self.failed.append(f"{base} {slips} {encoding} unsafe={unsafe}: {type(error).__name__} {error}")
            return
        self.changed += found.data != data
        self.made.update(one.code for one in found.made)
        self.left.update(one.values.get("reason", one).render(Language.EN) for one in found.left)  # type: ignore[attr-defined]


def by_hypothesis(seen: Seen, count: int, seed: int) -> None:
    slips = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 100_000)), min_size=1, max_size=8)
    quiet = settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @seeded(seed)
    @quiet
    @given(slips, st.sampled_from(ENCODINGS), st.booleans())
    def one(made: Slips, encoding: str, unsafe: bool) -> None:  # noqa: FBT001 - drawn
        seen.look("sound", SOUND, made, encoding, unsafe=unsafe)

    one()


def by_documents(seen: Seen, files: list[Path], count: int, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(count):
        file = files[number % len(files)]
        slips = [(chance.choice(NAMES), chance.randrange(100_000)) for _ in range(chance.randint(0, 8))]
        text = file.read_bytes().decode("utf-8", "replace")
        seen.look(file.name, text, slips, chance.choice(ENCODINGS), unsafe=chance.random() < 0.5)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples")
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    given_ = parser.parse_args()
    files = sorted(given_.folder.rglob("*.y*ml"))
    seen, began = Seen(), time.process_time()
    by_hypothesis(seen, given_.documents // 2, given_.seed)
    by_documents(seen, files, given_.documents - seen.documents, given_.seed)
    print(
        f"{seen.documents} documents ({len(files)} files of {given_.folder.name}), {seen.changed} changed by fixes"
    )
    print(
        f"{sum(seen.slips.values())} slips of {len(seen.slips)} kinds, {time.process_time() - began:.0f} s of CPU"
    )
    print("fixes made:", ", ".join(f"{code} {count}" for code, count in sorted(seen.made.items())))
    for sentence, count in seen.left.most_common():
        print(f"  left {count} times: {sentence}")
    for failure in seen.failed[:20]:
        print("FAILED", failure)
    print(f"{len(seen.failed)} failed")
    return 1 if seen.failed else 0


if __name__ == "__main__":
    sys.exit(main())
