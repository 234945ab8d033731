"""Every known goal is checked, and what is found is what was found before."""

from __future__ import annotations

import difflib

from acceptance import SUMMARY, summary


def test_nothing_else_is_found_in_any_known_goal() -> None:
    stored = SUMMARY.read_text(encoding="utf-8").splitlines()
    difference = [
        line
        for line in difflib.unified_diff(stored, summary().splitlines(), lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]
    assert difference == [], "look at what a rule's change changes, then run: python tests/acceptance.py"
