"""What is found in every known goal: ``python tests/acceptance.py`` writes it anew to data/acceptance.txt.

A change of a rule then shows in the difference of that file what it changes: a line for each labelled sentence and
each generated document, with the codes of what is found there and how often.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from checked import check
from generated_documents import documents

DATA = Path(__file__).parent / "data"
SUMMARY = DATA / "acceptance.txt"
_HEAD = """\
kommun: Exempelkommun
nämnd: Kommunstyrelsen
år: 2026
status: utkast
grunduppdrag: Det som lagen ger nämnden att göra.
nulägesanalys: []
mål:
"""
_GOAL = """\
  - id: {id}
    formulering: {text}
    fokusområde: Hållbar vardag
    horisont: 2026
    professionell_bedömning: {{motivering: a, ansvarig: b, underlag: [c], kriterier: [d], tidpunkt: 2026}}
"""


def summary() -> str:
    lines = [*_sentences(), "", *_generated()]
    return "".join(f"{line}\n" for line in lines)


def _sentences() -> Iterator[str]:
    """Check the labelled sentences, those of a set together, each as a goal of its own."""
    for file in sorted(DATA.glob("goals_*.jsonl")):
        goals = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        text = "".join(
            _GOAL.format(id=number, text=json.dumps(goal["text"], ensure_ascii=False))
            for number, goal in enumerate(goals)
        )
        found: dict[int, list[str]] = {}
        for one in check(_HEAD + text).diagnostics:
            if one.goal_index is not None:
                found.setdefault(one.goal_index, []).append(one.code)
        for number, goal in enumerate(goals):
            yield f"{file.stem.removeprefix('goals_')} {goal.get('id', number)}: {_told(found.get(number, ()))}"


def _generated() -> Iterator[str]:
    for name, text in documents():
        yield f"{name}: {_told(one.code for one in check(text).diagnostics)}"


def _told(codes: Iterable[str]) -> str:
    counted = sorted(Counter(codes).items())
    return " ".join(code if count == 1 else f"{code}×{count}" for code, count in counted) or "-"


if __name__ == "__main__":
    SUMMARY.write_text(summary(), encoding="utf-8", newline="\n")
