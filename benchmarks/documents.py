"""Writes goal documents to measure with: one a municipality, board and year, the same for the same seed.

usage: python benchmarks/documents.py FOLDER COUNT [--seed 1] [--faulty 0.1]

The statements are those of the tests (``tests/data``); everything else of a goal is made up around them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "tests" / "data"
BOARDS = (
    "Kommunstyrelsen", "Socialnämnden", "Barn- och utbildningsnämnden", "Kultur- och fritidsnämnden", "Byggnadsnämnden",
    "Miljönämnden", "Tekniska nämnden", "Överförmyndarnämnden", "Räddningsnämnden", "Arbetsmarknadsnämnden",
)  # fmt: skip
AREAS = ("Hållbar vardag", "Hållbar hälsa", "Hållbar gemenskap", "Hållbar kompetens", "Hållbar natur")
FACTS = (
    "Skillnaderna mellan kommundelarna har vuxit under fyra år.",
    "Var tredje som svarade på enkäten visste inte vart de skulle vända sig.",
    "Jämfört med liknande kommuner ligger resultatet i mitten.",
)


def statements() -> tuple[list[str], list[str]]:
    """Give the sound statements of the tests, and those with a fault."""
    lines = (DATA / "goals_sound.txt").read_text(encoding="utf-8").splitlines()
    sound = [line for line in lines if line and not line.startswith("#")]
    labelled = [
        json.loads(line)
        for file in sorted(DATA.glob("goals_*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return sound, [goal["text"] for goal in labelled if not goal["labels"]["clear"]]


def document(number: int, seed: int, faulty: float, texts: tuple[list[str], list[str]]) -> str:
    """Write one document; it depends on the seed and its number alone."""
    chance = random.Random(seed * 1_000_003 + number)
    year = 2027 + number // len(BOARDS) % 10
    lines = [
        f"kommun: Provkommun {number // 100}",
        f"nämnd: {BOARDS[number % len(BOARDS)]}",
        f"år: {year}",
        "grunduppdrag: Det som lagen och reglementet ger nämnden att svara för.",
        "nulägesanalys:",
    ]
    for fact in chance.sample(FACTS, chance.randint(1, len(FACTS))):
        lines += [f"  - fakta: {fact}", "    källa: Kolada", f"    år: {year - 1}"]
    lines.append("mål:")
    for goal in range(1, chance.randint(3, 5) + 1):
        lines += _goal(chance, goal, year, chance.choice(texts[chance.random() < faulty]))
    return "\n".join(lines) + "\n"


def _goal(chance: random.Random, number: int, year: int, statement: str) -> Iterator[str]:
    end = year + chance.randint(0, 3)
    yield f"  - id: m{year}-{number}  # berett av presidiet"
    yield f"    formulering: {json.dumps(statement, ensure_ascii=False)}"
    yield f"    beskrivning: >-\n      {' '.join(chance.sample(FACTS, 2))}"
    yield f"    fokusområde: {chance.choice(AREAS)}"
    yield f"    horisont: {{från: {year}, till: {end}}}"
    yield "    målgrupp: invånare"
    yield "    rådighet: egen"
    yield "    professionell_bedömning:"
    yield "      motivering: Ett antal säger inget om hur det upplevs."
    yield "      ansvarig: verksamhetschef"
    yield "      underlag: [intervjuer, egenkontroll]"
    yield "      kriterier: [tre av fyra intervjuade bekräftar det]"
    yield f"      tidpunkt: december {end}"


def write(folder: Path, count: int, seed: int = 1, faulty: float = 0.1) -> list[Path]:
    """Write the documents, a folder for each hundred, and give their paths."""
    texts = statements()
    files = []
    for number in range(count):
        file = folder / f"{number // 100:03}" / f"{number:05}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document(number, seed, faulty, texts), encoding="utf-8", newline="\n")
        files.append(file)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faulty", type=float, default=0.1)
    asked = parser.parse_args()
    print(f"{len(write(asked.folder, asked.count, asked.seed, asked.faulty))} documents in {asked.folder}")


if __name__ == "__main__":
    main()
