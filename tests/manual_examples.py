"""Completes the fragments in rule manuals to whole documents, and runs them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import yaml

from malkoll.diagnostic import Diagnostic
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.document.part import Part, slots
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.manual import Example
from malkoll.rules.across.likeness import first_alike
from malkoll.selection import select
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import BUILT_IN, DEFAULT, LoadedModel, built_in, read_model
from malkoll.steering.model import SteeringModel
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble

DATE = datetime.date(2026, 11, 23)
_MARK = re.compile(r"[ \t]*# (MK\d{3})[ \t]*$", re.MULTILINE)

_TOP = {
    Language.SV: {
        "kommun": "kommun: Exempelkommun",
        "nämnd": "nämnd: Socialnämnden",
        "år": "år: 2026",
        "grunduppdrag": "grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.",
        "nulägesanalys": "nulägesanalys:\n  - fakta: 64 procent visste vem som skulle komma.\n"
        "    källa: brukarundersökningen\n    år: 2025",
        "mål": "mål:",
    },
    Language.EN: {
        "municipality": "municipality: Exempelkommun",
        "board": "board: Social Welfare Board",
        "year": "year: 2026",
        "mission": "mission: Care and support under the Social Services Act.",
        "current_state": "current_state:\n  - fact: 64 percent knew who would come.\n"
        "    source: the user survey\n    year: 2025",
        "goals": "goals:",
    },
}
_GOAL = {
    Language.SV: {
        "id": "id: x-{n}",
        "formulering": "formulering: {statement}",
        "fokusområde": "fokusområde: {area}",
        "horisont": "horisont: 2026",
        "målgrupp": "målgrupp: invånare",
        "rådighet": "rådighet: egen",
        "indikatorer": "indikatorer:\n  - namn: Egen mätning\n    enhet: {unit}\n"
        "    utgångsvärde: {{värde: {start}, år: 2025}}\n"
        "    målvärde: {{värde: {end}, år: 2026}}\n    källa: egen statistik",
    },
    Language.EN: {
        "id": "id: x-{n}",
        "statement": "statement: {statement}",
        "focus_area": "focus_area: {area}",
        "horizon": "horizon: 2026",
        "audience": "audience: residents",
        "control": "control: own",
        "indicators": "indicators:\n  - name: Own measurement\n    unit: {unit}\n"
        "    baseline: {{value: {start}, year: 2025}}\n"
        "    target: {{value: {end}, year: 2026}}\n    source: own statistics",
    },
}
_STATEMENTS = {
    Language.SV: [
        "Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar.",
        "Antalet barn som deltar i öppen förskola ökar från 35 till 62.",
        "Företag som söker bygglov får svar inom 21 dagar, mot 35 i dag.",
        "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.",
        "Andelen hushåll som sorterar sitt matavfall ökar från 48 till 65 procent.",
        "Antalet unga som får sommarjobb ökar från 120 till 180.",
        "Föräldrar som ber om stöd får en första tid inom 21 dagar, mot 35 i dag.",
    ],
    Language.EN: [
        "The waiting time for a place in residential care falls from 74 to 45 days.",
        "The number of children in open preschool rises from 35 to 62.",
        "Companies that apply for a building permit get an answer within 21 days instead of 35.",
        "The share of home care users who know who will come rises from 64 to 80 percent.",
        "The share of households that sort their food waste rises from 48 to 65 percent.",
        "The number of teenagers with a summer job rises from 120 to 180.",
        "Parents who ask for support get a first appointment within 21 days instead of 35.",
    ],
}
"""Sound goals to fill in, none of them like another."""
_MOVEMENT = re.compile(r"(?:från|from) (\d+) (?:till|to) (\d+)")
_UNITS = {Language.SV: ("procent", "antal"), Language.EN: ("percent", "number")}


def _measured(statement: str, language: Language) -> dict[str, object]:
    """Give an indicator that agrees with the numbers of a statement."""
    match = _MOVEMENT.search(statement)
    start, end = (match[1], match[2]) if match else (35, 21 if "21" in statement else 62)
    percent, number = _UNITS[language]
    return {
        "start": start,
        "end": end,
        "unit": percent if {"percent", "procent"} & set(re.findall(r"\w+", statement)) else number,
    }


_DECIDED = re.compile(r"^status: (?:beslutad|decided)$", re.MULTILINE)
_STATED = re.compile(r"(?:formulering|statement): *(.+)")
_ASSESSED = {"professionell_bedömning", "professional_assessment"}


@dataclass(frozen=True, slots=True)
class Runnable:
    """A completed example: its text, the lines that must be found, and how to run it."""

    name: str
    text: str
    lines: list[int]
    date: datetime.date
    model: LoadedModel
    encoding: str = "utf-8"


def runnables(found: list[Example], language: Language) -> list[Runnable]:
    """Complete the examples of a section; those with a ``file`` belong to one run."""
    overlay = [example for example in found if "model" in example.options]
    model = _model(overlay[0].text) if overlay else built_in(DEFAULT)
    made: list[Runnable] = []
    for number, example in enumerate(found):
        if "model" in example.options or "steering" in example.options:
            continue
        name = example.options.get("file", f"exempel-{number + 1}.yaml")
        date = datetime.date.fromisoformat(example.options.get("date", DATE.isoformat()))
        others = [file.text for file in made] if "file" in example.options else []
        file = _runnable(name, example, language, date, model, others)
        made.append(replace(file, encoding=example.options.get("encoding", "utf-8")))
    return made


def _runnable(
    name: str,
    example: Example,
    language: Language,
    date: datetime.date,
    model: LoadedModel,
    others: list[str],
) -> Runnable:
    text = example.text
    marked = [text.count("\n", 0, match.start()) + 1 for match in _MARK.finditer(text)]
    if "lines" in example.options:
        marked = [int(line) for line in example.options["lines"].split(",")]
    clean = _MARK.sub("", text) if "lines" not in example.options else text
    if "whole" in example.options:
        return Runnable(name, clean, marked, date, model)
    anchors = clean.splitlines()
    completed = complete(clean, language, example.options.get("without", "").split(","), model, others)
    return Runnable(name, completed, _moved(anchors, completed.splitlines(), marked), date, model)


def _moved(before: list[str], after: list[str], lines: list[int]) -> list[int]:
    """Follow lines through insertions: the completed text holds the fragment's lines in order."""
    places, at = {}, 0
    for number, line in enumerate(before, 1):
        while after[at] != line:
            at += 1
        places[number] = at + 1
        at += 1
    return [places[line] for line in lines]


def complete(text: str, language: Language, without: list[str], model: LoadedModel, others: list[str]) -> str:
    """Fill in what a sound document has besides the fragment, and no goal that it or the others have."""
    free = _unlike("\n".join([text, *others]), language)
    root = parse(SourceFile("fragment", text.encode())).root
    if root is None:
        root = Mapping(0)
    assert isinstance(root, Mapping), "a fragment is a mapping"
    goals_key = "mål" if language is Language.SV else "goals"
    entry = root.get(goals_key) or root.get("goals" if goals_key == "mål" else "mål")
    insertions: list[tuple[int, str]] = []
    areas = [area.name or "" for area in model.model.focus_areas] or ["Hållbar hälsa"]
    count = 0
    if entry and isinstance(entry.value, Sequence):
        for index, goal in enumerate(entry.value.items):
            if isinstance(goal, Mapping) and not goal.flow:
                insertions.append(_goal_insertion(text, goal, index, _Words(language, free), without, areas))
        count = len(entry.value.items)
    more = ""
    if goals_key not in without and (entry is None or isinstance(entry.value, Sequence)):
        indent = _item_indent(text, entry.value) if entry else "  "
        more = "".join(_extra_goal(number, next(free), language, areas, indent) for number in range(count, 3))
    if entry and isinstance(entry.value, Sequence) and more:
        insertions.append((_line_end(text, entry.value), more))
    top = [line for key, line in _TOP[language].items() if _absent(root, key) and key not in without]
    for offset, addition in sorted(insertions, reverse=True):
        before = text[:offset] if not offset or text[offset - 1] == "\n" else text[:offset] + "\n"
        text = before + addition + text[offset:]
    head = "".join(f"{line}\n" for line in top if line != f"{goals_key}:")
    tail = f"{goals_key}:\n{more}" if f"{goals_key}:" in top else ""
    if text and not text.endswith("\n"):
        text += "\n"
    # a comment at the top belongs to what follows it
    return text + head + tail if text.startswith("#") and not tail else head + text + tail


def _unlike(texts: str, language: Language) -> Iterator[str]:
    """Give the statements that nobody would take for one that stands there."""
    standing = _STATED.findall(texts)
    # decided goals are read as Swedish, whatever language the keys are in
    for statement in _STATEMENTS[Language.SV if _DECIDED.search(texts) else language]:
        if first_alike([*standing, statement])[-1] is None:
            yield statement


def _absent(root: Mapping, key: str) -> bool:
    return root.get(key) is None


class _Words(NamedTuple):
    """What an example is filled in with: the language and the statements not yet used."""

    language: Language
    free: Iterator[str]


def _goal_insertion(
    text: str, goal: Mapping, index: int, words: _Words, without: list[str], areas: list[str]
) -> tuple[int, str]:
    present = {entry.key.text for entry in goal.entries}
    stated = goal.get("formulering") or goal.get("statement")
    own = getattr(stated.value, "text", "") if stated else next(words.free)
    numbers = _measured(own, words.language)
    column = goal.start - (text.rfind("\n", 0, goal.start) + 1)
    lines = []
    for key, template in _GOAL[words.language].items():
        if key in present or key in without:
            continue
        if key in {"indikatorer", "indicators"} and present & _ASSESSED:
            continue
        filled = template.format(n=index + 1, area=areas[index % len(areas)], statement=own, **numbers)
        lines += [" " * column + line + "\n" for line in filled.splitlines()]
    return _line_end(text, goal), "".join(lines)


def _item_indent(text: str, goals: Node) -> str:
    first = goals.start
    if isinstance(goals, Sequence) and goals.items:
        line = text.rfind("\n", 0, goals.items[0].start) + 1
        return text[line : text.index("-", line)]
    return " " * (first - text.rfind("\n", 0, first) - 1)


def _extra_goal(number: int, statement: str, language: Language, areas: list[str], indent: str) -> str:
    numbers = _measured(statement, language)
    lines: list[str] = []
    for template in _GOAL[language].values():
        area = areas[(number + 1) % len(areas)]
        lines += template.format(n=number + 1, area=area, statement=statement, **numbers).splitlines()
    return "".join(f"{indent}{'- ' if first == 0 else '  '}{line}\n" for first, line in enumerate(lines))


def _line_end(text: str, node: Node) -> int:
    """Give the offset after the line on which a node's own text ends."""
    while not isinstance(node, Scalar):
        if node.end > node.start and (node.flow or not _last(node)):
            break
        last = _last(node)
        if last is None:
            break
        node = last
    end = min(node.end, len(text))
    while end > node.start and text[end - 1].isspace():
        end -= 1
    newline = text.find("\n", end)
    return len(text) if newline < 0 else newline + 1


def _last(node: Mapping | Sequence) -> Node | None:
    if isinstance(node, Mapping):
        return node.entries[-1].value if node.entries else None
    return node.items[-1] if node.items else None


def _model(overlay: str) -> LoadedModel:
    """Lay a manual's keys over the built-in model."""
    data = yaml.safe_load(built_in(DEFAULT).source.text)
    over = yaml.safe_load(overlay)
    english = {key.en for key in SteeringModel.words.values()} - {
        key.sv for key in SteeringModel.words.values()
    }
    if not english.isdisjoint(over):
        data = _in_english(data, SteeringModel)
    data.update(over)
    raw = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    source = SourceFile("styrmodell.yaml", raw)
    built, troubles, _ = read_model(source)
    assert built.part is not None, troubles
    assert not built.troubles, built.troubles
    return LoadedModel(built.part, source, raw)


def _in_english(data: Any, cls: type[Part]) -> Any:
    """Write a model's keys in English, so that a manual's English keys can be laid over it."""
    if isinstance(data, list):
        return [_in_english(item, cls) for item in data]
    if not isinstance(data, dict):
        return data
    fields = {key.sv: name for name, key in cls.words.items()}
    translated = {}
    for key, value in data.items():
        name = fields[key]
        slot = slots(cls)[name]
        if slot.cls is None:
            below = value
        elif slot.kind == "by-name":
            below = {own: _in_english(item, slot.cls) for own, item in value.items()}
        else:
            below = _in_english(value, slot.cls)
        translated[cls.words[name].en] = below
    return translated


def _chosen(name: str, _file: Input) -> LoadedModel | Trouble:
    """Choose a built-in model by its id, as the command line does."""
    if name in BUILT_IN:
        return built_in(name)
    values: dict[str, str | int] = {"name": name, "known": ", ".join(BUILT_IN)}
    return Trouble("unusable-steering-model", "unknown", Span(0, 0), values=values)


def diagnostics(files: list[Runnable]) -> list[Diagnostic]:
    """Run completed examples together, as one run."""
    engine = Engine(files[0].date, _chosen, whole=True)
    for file in files:
        engine.check(Input(file.name, file.text.encode(file.encoding), file.model, select(extended=["ALL"])))
    return engine.finish().diagnostics


def fixed(file: Runnable, found: list[Diagnostic]) -> Runnable:
    """Apply the fixes of a file's diagnostics."""
    edits = sorted(
        {edit for one in found if one.fix and one.location.file == file.name for edit in one.fix.edits},
        key=lambda edit: edit.span,
        reverse=True,
    )
    text = file.text
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return replace(file, text=text)


__all__ = ["Goal", "GoalDocument", "Runnable", "diagnostics", "fixed", "runnables"]
