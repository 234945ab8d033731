"""Agenda 2030: 17 goals and their 169 targets, found by number or by name."""

from __future__ import annotations

from functools import cache
from typing import Any

from malkoll.document.words import fold, fold_each
from malkoll.language import Text
from malkoll.record import Record
from malkoll.steering.data import read_data


class GlobalGoal(Record):
    """One of the goals, with the names that publishers give it."""

    number: str
    name: Text
    names: tuple[str, ...]
    targets: tuple[str, ...]


class Agenda(Record):
    """The whole agenda.

    Attributes:
        goals: by number, as text.
        numbers: of all goals and targets.
        before: words that may stand before a number: ”mål 4”.

    """

    goals: dict[str, GlobalGoal]
    numbers: frozenset[str]
    before: tuple[str, ...]

    def find(self, text: str) -> str | None:
        """Give the number of the goal or target that a text names, or None.

        ``4``, ``4.1``, ``mål 4``, ``God utbildning för alla`` and ``4. God utbildning för alla``
        are understood. Numbers are text: ``8.10`` is another target than ``8.1``.
        """
        folded = fold(text)
        for word in self.before:
            folded = folded.removeprefix(f"{word} ")
        if folded in self.numbers:
            return folded
        if found := _names().get(folded):
            return found
        number, _, name = folded.partition(" ")
        if number.endswith((".", ":")):
            number = number[:-1]
        return number if number in self.goals and _names().get(name, name) == number else None


@cache
def agenda() -> Agenda:
    """Read the agenda: once, and only when a document or a model mentions it."""
    data = read_data("agenda2030")
    goals = {entry["id"]: _goal(entry) for entry in data["mål"]}
    numbers = frozenset(number for goal in goals.values() for number in (goal.number, *goal.targets))
    return Agenda(goals, numbers, tuple(data["före_numret"]))


@cache
def _names() -> dict[str, str]:
    """Give the number of each goal by its names: most documents write the number."""
    return {name: goal.number for goal in agenda().goals.values() for name in fold_each(goal.names)}


def _goal(entry: Any) -> GlobalGoal:
    names = (entry["sv"], entry["en"], *entry["alias_sv"], *entry["alias_en"])
    return GlobalGoal(entry["id"], Text(entry["sv"], entry["en"]), names, tuple(entry["delmål"]))
