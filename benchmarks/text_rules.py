"""What the rules that read Swedish cost: milliseconds a goal, after start-up.

usage: python benchmarks/text_rules.py [--goals 20] [--rounds 60] [--profile]

Writes one document of sound goals and one of faulty goals (``tests/data``), checks each with and without the
text rules, and prints the difference by goal: reading the sentences and asking the rules; and the same with placing
what they find. The same document composed by libyaml alone, in the same run, says what the machine is worth.
Sentences are read anew in every round; words that were met before are known, as in any process that has
checked a document.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from malkoll.asking import about_document
from malkoll.config.configuration import NONE
from malkoll.engine import Engine, Input
from malkoll.models import Models
from malkoll.opened import open_file
from malkoll.rule import Case
from malkoll.rules import RULES
from malkoll.rules.statement import forget
from malkoll.selection import Selection, select
from malkoll.syntax.compose import Limits

DATA = Path(__file__).parents[1] / "tests" / "data"
DAY = datetime.date(2026, 11, 23)
OTHERS = ("MK303", "MK308", "MK501", "MK502", "MK503", "MK505", "MK506")
TEXT_RULES = tuple(rule.code for rule in RULES if rule.code.startswith("MK4") or rule.code in OTHERS)


def sound() -> list[str]:
    """The well-formed goals of the tests."""
    lines = (DATA / "goals_sound.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def faulty() -> list[str]:
    """The labelled goals that have a fault."""
    found = []
    for path in sorted(DATA.glob("goals_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            goal = json.loads(line)
            labels = goal["labels"]
            if not labels["clear"] or labels["compound"] or labels["kind"] in {"activity", "internal"}:
                found.append(goal["text"])
    return found


def document(statements: list[str]) -> str:
    """A document with these goals, each with what else a goal has."""
    lines = ["nämnd: Socialnämnden", "år: 2027", "status: utkast", "mål:"]
    for number, statement in enumerate(statements, 1):
        lines += [
            f"  - id: m{number}",
            f"    formulering: {json.dumps(statement, ensure_ascii=False)}",
            "    fokusområde: Hållbar vardag",
            "    horisont: 2027",
            "    indikatorer:",
            "      - {namn: Brukarenkäten, enhet: timmar, utgångsvärde: {värde: 1, år: 2025}, målvärde: {värde: 2, år: 2027}}",
        ]
    return "\n".join(lines) + "\n"


def spent(work: Callable[[], object]) -> float:
    """Processor time of a piece of work, in seconds: what other programs do on the machine counts less."""
    start = time.process_time()
    work()
    return time.process_time() - start


def checker(text: str, selection: Selection) -> Callable[[], int]:
    """Check a text as if it were met for the first time; gives the number of findings."""
    model = Models(None, DAY).of(NONE)
    data = text.encode()

    def check() -> int:
        forget()
        engine = Engine(DAY)
        engine.check(Input("mål.yaml", data, model, selection))
        return len(engine.finish().files[0].diagnostics)

    return check


def asker(text: str, selection: Selection) -> Callable[[], int]:
    """Ask the rules about a text that is open, as if its sentences were met for the first time."""
    model = Models(None, DAY).of(NONE)
    opened = open_file(Input("mål.yaml", text.encode(), model, selection), Limits())
    if opened is None or opened.document is None:
        raise ValueError(text)
    case = Case(opened.document, model, DAY, opened.language)

    def ask() -> int:
        forget()
        return len(about_document(selection, case))

    return ask


def measure(name: str, statements: list[str], rounds: int) -> None:
    """Print what a document of these goals costs."""
    text = document(statements)
    chosen = (select(), select(ignored=TEXT_RULES))
    works = [make(text, selection) for make in (asker, checker) for selection in chosen]
    findings = works[0]() - works[1]()
    works.append(lambda: bool(yaml.compose(text, yaml.CSafeLoader)))
    spent_on = [[spent(work) for work in works] for _ in range(rounds)]
    asked, asked_others, checked, checked_others, composed = map(min, zip(*spent_on, strict=True))
    print(f"{name:7} {len(statements)} goals, {findings} findings of the text rules")
    for what, seconds in (("read and asked", asked - asked_others), ("and placed", checked - checked_others)):
        cost = seconds / len(statements) * 1000
        print(f"  {what:15} {cost:.3f} ms a goal, {seconds / composed:.2f} times libyaml's composing")


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--goals", type=int, default=20, help="how many goals a document has")
    parser.add_argument("--rounds", type=int, default=60, help="how often each is measured")
    parser.add_argument("--profile", action="store_true", help="show where the faulty document's time goes")
    options = parser.parse_args()
    chance = random.Random(1)
    kinds = {
        "sound": chance.sample(sound(), min(options.goals, 60)),
        "faulty": chance.sample(faulty(), options.goals),
    }
    for name, statements in kinds.items():
        measure(name, statements, options.rounds)
    if options.profile:
        import cProfile
        import pstats

        check = checker(document(kinds["faulty"]), select())
        check()
        with cProfile.Profile() as profile:
            for _ in range(options.rounds):
                check()
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
