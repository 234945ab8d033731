"""Score the detectors on labelled goal sentences, without the rest of the program.

usage: python benchmarks/score_sentences.py [--show] [--half 0|1] FILE.jsonl...

Prints precision, recall and F1 for each label; with ``--show`` also the sentences that went wrong. The
labels follow the codebook in docs; a label is said when one of its rules would speak.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from malkoll.swedish.activity import activities
from malkoll.swedish.analysis import Sentence, analyse
from malkoll.swedish.audience import names_audience
from malkoll.swedish.compound import compound_goals
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.internal import internal, internal_words
from malkoll.swedish.reach import outside_control
from malkoll.swedish.vague import escape_clauses, open_lists, superlatives, vague_words

Detector = Callable[[Sentence], list[str]]


def _unclear(sentence: Sentence) -> list[str]:
    finders = (weak_verbs, vague_words, escape_clauses, open_lists, superlatives)
    return [place.words for finder in finders for place in finder(sentence)]


def _activity(sentence: Sentence) -> list[str]:
    return [place.words for finder in (weak_verbs, activities) for place in finder(sentence)]


DETECTORS: dict[str, Detector] = {
    "unclear": _unclear,
    "activity": _activity,
    "internal": lambda sentence: (
        [place.words for place in internal_words(sentence)] if internal(sentence) else []
    ),
    "compound": lambda sentence: [f"{place.reason}: {place.words}" for place in compound_goals(sentence)],
    "outside_control": lambda sentence: [place.words for place in outside_control(sentence)],
    "no_audience": lambda sentence: [] if names_audience(sentence) else ["-"],
}


def truth(labels: dict[str, Any]) -> dict[str, bool]:
    """What each detector should say of a sentence with these labels."""
    return {
        "unclear": not labels["clear"],
        "activity": labels["kind"] == "activity",
        "internal": labels["kind"] == "internal",
        "compound": labels["compound"],
        "outside_control": labels["outside_control"],
        "no_audience": labels["beneficiary"] == "none",
    }


def score(goals: list[dict[str, Any]], *, show: bool) -> None:
    """Print the figures of some labelled sentences."""
    total = 0.0
    for label, detector in DETECTORS.items():
        right = said = so = 0
        wrong = []
        for goal in goals:
            found, is_so = detector(analyse(goal["text"])), truth(goal["labels"])[label]
            right += bool(found) and is_so
            said += bool(found)
            so += is_so
            if bool(found) != is_so:
                wrong.append(f"    {'said' if found else 'missed'} {goal['id']} {found} {goal['text']}")
        precision, recall = right / said if said else 1.0, right / so if so else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        total += f1
        print(f"{label:16} precision {precision:.2f} recall {recall:.2f} F1 {f1:.2f}  (said {said}, so {so})")
        if show:
            print("\n".join(wrong))
    print(f"mean F1 {total / len(DETECTORS):.3f} on {len(goals)} sentences")


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    goals = [
        json.loads(line)
        for path in options.files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line
    ]
    if options.half is not None:
        goals = goals[options.half :: 2]
    score(goals, show=options.show)


if __name__ == "__main__":
    main()
