"""The document as it is written: the answers, with a line on each part and what comes next."""

from __future__ import annotations

import os
import re
import textwrap
import unicodedata
from collections.abc import Iterator

from malkoll.document import vocabulary
from malkoll.document.goal_document import Assessment, Fact, Goal, GoalDocument, Indicator
from malkoll.document.part import Part
from malkoll.document.words import Key, fold
from malkoll.language import OR, Language, Message, Text, Words
from malkoll.report.shown import Shown
from malkoll.rules.shape.missing_goal_id import initials
from malkoll.steering.loaded import LoadedModel
from malkoll.tables.content import Content, Path, get
from malkoll.tables.remarks import BEFORE, LAST, Remark
from malkoll.tables.to_yaml import yaml_of

TITLE = Text(
    "Nämndens mål, skrivna med malkoll new. Rader som börjar med # är förklaringar, och kan tas bort.",
    "The board's goals, written with malkoll new. Lines that begin with # explain, and can be removed.",
)
NEXT = Text("Så går du vidare:", "What comes next:")
CHECK = Text(
    "pröva dokumentet igen när du har ändrat något", "check the document again when you have changed it"
)
EXPLAIN = Text("läs om en regel, till exempel MK402", "read about a rule, for example MK402")
MODEL = Text(
    "Styrmodellen som de prövas mot: {model}.", "The steering model that they are held against: {model}."
)
AREAS = Text("Att välja mellan: {areas}.", "To choose from: {areas}.")
DECIDED = Text(
    "När målen är beslutade: skriv {status} i stället, och lägg till",
    "When the goals are decided: write {status} instead, and add",
)
MORE = Text("Det här kan ett mål också ha, om ni vill:", "This is what a goal can have too, if you want:")
MORE_OF_INDICATOR = Text("Och en indikator:", "And an indicator:")
DRAFT = ".draft"
"""The end of a file's name that no check takes for a document."""
CELLS = 88
"""How wide comments and texts are."""
_EXPLAINED = ("municipality", "board", "year", "mission", "current_state", "goals")
_OF_GOAL = ("id", "statement", "focus_area", "horizon", "audience", "control", "indicators", "assessment")
_OPTIONAL = ("title", "description", "effect", "priorities", "rus", "agenda2030", "responsible", "follow_up")
_OPTIONAL_OF_INDICATOR = ("kolada", "milestones", "measured")
_NO_NAME = Text("mal", "goals")
_LONGEST_NAME = 60


def file_name(board: str, year: str, language: Language) -> str:
    """Make a file's name of a board and a year: ``socialnamnden-2027.yaml``."""
    plain = unicodedata.normalize("NFKD", fold(board)).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_NAME].strip("-")
    end = "-".join(re.findall(r"[0-9]+", year))[:8]
    return "-".join(part for part in (slug or _NO_NAME.render(language), end) if part) + ".yaml"


def with_ids(content: Content) -> Content:
    """Give each goal without an id one, made of the board's name as the rules would."""
    goals = content.get("goals")
    if not isinstance(goals, list):
        return content
    taken = {fold(goal["id"]) for goal in goals if isinstance(goal, dict) and isinstance(goal.get("id"), str)}
    start, number = initials(str(content.get("board") or "")), 0
    named: list[object] = []
    for goal in goals:
        if not isinstance(goal, dict) or goal.get("id"):
            named.append(goal)
            continue
        number += 1
        while f"{start}-{number}" in taken:
            number += 1
        named.append({"id": f"{start}-{number}", **goal})
    return {**content, "goals": named}


def draft_name(file: str, answers: str | None) -> str:
    """Name a file for answers that aren't complete: one that isn't there, or that they came from."""
    number = 1
    while True:
        name = f"{file}{'' if number == 1 else f'.{number}'}{DRAFT}"
        if name == answers or not os.path.lexists(name):
            return name
        number += 1


def document(
    content: Content, language: Language, file: str, model: LoadedModel, *, is_whole: bool = True
) -> str:
    """Write the document; one that isn't whole has the answers alone."""
    if not is_whole:
        return yaml_of(content, language, file, fold=CELLS)[0]
    content = with_ids({"status": "draft", **content})
    remarks = list(_Comments(content, language, file, model).remarks())
    return yaml_of(content, language, file, remarks, fold=CELLS)[0]


class _Comments:
    """The comments of one document."""

    def __init__(self, content: Content, language: Language, file: str, model: LoadedModel) -> None:
        self.content = content
        self.language = language
        self.file = Shown()(file)
        self.model = model

    def remarks(self) -> Iterator[Remark]:
        yield self._remark((self._first(),), [*self._opening(), ""])
        for name in _EXPLAINED:
            yield from self._about((), name, GoalDocument)
        yield self._remark(
            ("status",), self._wrapped(vocabulary.DOCUMENT["status"].about.render(self.language))
        )
        yield self._remark(("status",), self._decision())
        yield from self._about(("current_state", 0), "source", Fact)
        for path, names, cls in self._once():
            for name in names:
                yield from self._about(path, name, cls)
        yield self._remark((), ["", *self._more()], LAST)

    def _first(self) -> str:
        return next(name for name in vocabulary.DOCUMENT if self.content.get(name) not in (None, "", []))

    def _once(self) -> Iterator[tuple[Path, tuple[str, ...], type[Part]]]:
        """Give what is explained where it stands for the first time."""
        goals = self.content.get("goals") or []
        told: set[str] = set()
        for number in range(len(goals)):
            path: Path = ("goals", number)
            goal = get(self.content, path)
            if not isinstance(goal, dict):
                continue
            names = tuple(name for name in _OF_GOAL if name in goal and name not in told)
            told |= set(names)
            yield path, names, Goal
            if "indicators" in names:
                yield (*path, "indicators", 0), ("baseline", "target", "source", "kolada"), Indicator
            if "assessment" in names:
                yield (*path, "assessment"), ("reason", "basis", "criteria"), Assessment

    def _about(self, path: Path, name: str, cls: type[Part]) -> Iterator[Remark]:
        about = cls.words[name].about.render(self.language)
        areas = [one.name for one in self.model.model.focus_areas if one.name]
        if name == "focus_area" and areas:
            listed = AREAS(areas=Words([Shown().sentence(one) for one in areas], OR, quoted=False, most=20))
            about = f"{about} {self._said(listed)}"
        yield self._remark((*path, name), self._wrapped(about))

    def _opening(self) -> Iterator[str]:
        yield from self._wrapped(TITLE.render(self.language))
        yield "#"
        yield f"# {NEXT.render(self.language)}"
        calls = (f"malkoll check {self.file}", CHECK), ("malkoll explain MK402", EXPLAIN)
        widest = max(len(call) for call, _ in calls)
        for call, about in calls:
            yield f"#   {call:{widest}}  {about.render(self.language)}"
        yield "#"
        name = self.model.model.name or self.model.id
        yield from self._wrapped(MODEL(model=Shown().sentence(name)).render(self.language))

    def _decision(self) -> Iterator[str]:
        status = vocabulary.DOCUMENT["status"].word(self.language)
        decided = vocabulary.STATUSES["decided"].word(self.language)
        yield from self._wrapped(self._said(DECIDED(status=f"{status}: {decided}")))
        yield f"#   {vocabulary.DOCUMENT['decision'].word(self.language)}:"
        for key in vocabulary.DECISION.values():
            yield f"#     {key.word(self.language)}: …"

    def _more(self) -> Iterator[str]:
        yield f"# {MORE.render(self.language)}"
        yield from self._keys([vocabulary.GOAL[name] for name in _OPTIONAL])
        yield f"# {MORE_OF_INDICATOR.render(self.language)}"
        yield from self._keys([vocabulary.INDICATOR[name] for name in _OPTIONAL_OF_INDICATOR])

    def _keys(self, keys: list[Key]) -> Iterator[str]:
        widest = max(len(key.word(self.language)) for key in keys)
        for key in keys:
            first = f"#   {key.word(self.language):{widest}}  "
            yield from textwrap.wrap(
                key.about.render(self.language),
                CELLS,
                initial_indent=first,
                subsequent_indent=f"#{'':{widest + 4}}",
            )

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(
            text,
            CELLS,
            initial_indent="# ",
            subsequent_indent="# ",
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _said(self, message: Message) -> str:
        return message.render(self.language)

    @staticmethod
    def _remark(path: Path, lines: Iterator[str] | list[str], place: str = BEFORE) -> Remark:
        return Remark(path, place, "\n".join(lines))
