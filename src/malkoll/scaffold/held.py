"""What the rules say of an answer: of that alone, and not of all that isn't answered yet.

The document so far is checked as it is, and also with sound values where nothing is answered yet.
What is found both times is due to an answer, whatever comes after it.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterator
from typing import Any

from malkoll.diagnostic import Diagnostic
from malkoll.engine import Engine, Input
from malkoll.file_report import FileReport
from malkoll.language import Language
from malkoll.rule import Scope
from malkoll.scaffold.answers import Answers, goal_limits, limits_of
from malkoll.selection import Selection
from malkoll.steering.loaded import LoadedModel
from malkoll.tables.content import Content, Path, get, put
from malkoll.tables.to_yaml import yaml_of

_Same = tuple[str, Path]
_SOUND = (
    "Andelen elever som når kunskapsmålen ökar.",
    "Väntetiden till en plats på särskilt boende minskar.",
    "Barn som är placerade kan berätta vem de vänder sig till.",
)
"""Statements that no rule finds anything in."""


class Held:
    """Holds documents against a steering model with the rules that are on."""

    def __init__(self, model: LoadedModel, selection: Selection, date: datetime.date) -> None:
        self.model = model
        self.date = date
        # what only several documents together can tell isn't asked of one that is being written
        rules = tuple(rule for rule in selection.rules if rule.scope is not Scope.RUN)
        self.selection = selection.only(rules)

    def report(self, content: Content, language: Language) -> FileReport:
        """Check what would be written."""
        return self.check(yaml_of(content, language, "")[0])

    def check(self, text: str, name: str = "") -> FileReport:
        engine = Engine(self.date)
        engine.check(Input(name, text.encode("utf-8", "surrogatepass"), self.model, self.selection))
        (file,) = engine.finish().files
        return file

    def caused(self, answers: Answers, language: Language) -> list[Diagnostic]:
        """Give what is found in the answers so far, and would be whatever is answered next."""
        found = self.report(answers.content, language).diagnostics
        for is_measured in (True, False):
            if not found:
                break
            filled = _Filled(answers, self.model, is_measured=is_measured).content
            again = {same(one) for one in self.report(filled, language).diagnostics}
            found = tuple(one for one in found if same(one) in again)
        return list(found)


def same(diagnostic: Diagnostic) -> _Same:
    return diagnostic.code, diagnostic.path


class _Filled:
    """A document with sound values where nothing is answered yet; what was left empty stays so."""

    def __init__(self, answers: Answers, model: LoadedModel, *, is_measured: bool) -> None:
        self.answers = answers
        self.model = model
        self.is_measured = is_measured
        self.content: Content = copy.deepcopy(answers.content)
        self._fill((), self._document())
        least, _ = goal_limits(answers, model)
        for number in range(max(len(self.content.get("goals") or ()), least)):
            path: Path = ("goals", number)
            self._fill(path, self._goal(number))
            self._fill(path, self._reached(path))

    def _fill(self, at: Path, values: Iterator[tuple[Path, Any]]) -> None:
        for steps, value in values:
            path = (*at, *steps)
            if path not in self.answers.passed and get(self.content, path) in (None, "", [], {}):
                put(self.content, path, value)

    def _document(self) -> Iterator[tuple[Path, Any]]:
        yield ("municipality",), "Exempelkommun"
        yield ("board",), next((one.name for one in self.model.model.boards if one.name), "Socialnämnden")
        yield ("year",), str(self._year)
        yield ("mission",), "Vård, omsorg och stöd enligt socialtjänstlagen."
        facts = self.content.get("current_state")
        if isinstance(facts, str):
            return
        count = len(facts or ())
        if not count and ("current_state", 0, "fact") in self.answers.passed:
            return
        for number in range(count or 1):
            yield ("current_state", number, "fact"), "64 procent visste vem som skulle komma."
            yield ("current_state", number, "source"), "brukarundersökningen"
            yield ("current_state", number, "year"), str(self._year - 1)

    @property
    def _year(self) -> int:
        year = str(self.answers.content.get("year") or "")
        return int(year) if year.isascii() and year.isdigit() and len(year) == 4 else self._first_year

    @property
    def _first_year(self) -> int:
        valid = self.model.model.valid
        return (valid.start if valid else None) or 2027

    def _goal(self, number: int) -> Iterator[tuple[Path, Any]]:
        model = self.model.model
        yield ("id",), f"utkast-{number + 1}"
        yield ("statement",), _SOUND[number % len(_SOUND)]
        yield ("focus_area",), [area.name for area in model.focus_areas if area.name][:1]
        yield ("horizon",), self._horizon()
        listed = [word for one in model.audiences for word in one.listed or ()]
        yield ("audience",), listed[:1]
        yield ("control",), "own"

    def _horizon(self) -> str:
        limits = limits_of(self.answers, self.model)
        horizon = limits.horizon if limits else None
        least = (horizon.short or (horizon.long.least if horizon.long else None)) if horizon else None
        last = self._year + (least or 1) - 1
        return str(self._year) if last == self._year else f"{self._year}-{last}"

    def _reached(self, path: Path) -> Iterator[tuple[Path, Any]]:
        goal = get(self.content, path)
        indicators, assessment = goal.get("indicators"), goal.get("assessment")
        if indicators or (self.is_measured and assessment is None):
            for number in range(len(indicators or ()) or 1):
                yield from self._indicator(("indicators", number), goal)
            return
        yield ("assessment", "reason"), "Barnets egen berättelse går inte att räkna."
        yield ("assessment", "responsible"), "enhetschef"
        yield ("assessment", "basis"), ["samtal med varje barn"]
        yield ("assessment", "criteria"), ["nio av tio barn namnger sin socialsekreterare"]
        yield ("assessment", "when"), "november"

    def _indicator(self, at: Path, goal: Content) -> Iterator[tuple[Path, Any]]:
        yield (*at, "name"), "Andel i undersökningen"
        yield (*at, "unit"), "procent"
        target = _number(get(goal, (*at, "target", "value")))
        yield (*at, "baseline", "value"), f"{target - 1:.15g}" if target is not None else "64"
        baseline = _number(get(goal, (*at, "baseline", "value")))
        yield (*at, "target", "value"), f"{baseline + 1:.15g}" if baseline is not None else "80"
        yield (*at, "source"), "brukarundersökningen"


def _number(text: Any) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None
