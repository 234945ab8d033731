"""The tables that malkoll writes: which there are, what their columns hold and are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.record import Record
from malkoll.tables.grid import Cell
from malkoll.tables.targets import Target, targets

if TYPE_CHECKING:
    from malkoll.tables.grid import Grid
    from malkoll.tables.region import Column

HEADINGS = {
    "key.file": Text("Fil", "File"),
    "key.number": Text("Nr", "No."),
    "document.municipality": Text("Kommun", "Municipality"),
    "document.board": Text("Nämnd", "Board"),
    "document.level": Text("Nivå", "Level"),
    "document.year": Text("År", "Year"),
    "document.status": Text("Status", "Status"),
    "document.decision.date": Text("Beslutsdatum", "Decision date"),
    "document.decision.reference": Text("Paragraf", "Reference"),
    "document.mission": Text("Grunduppdrag", "Mission"),
    "document.current_state": Text("Nulägesanalys", "Current state"),
    "document.governing_documents": Text("Styrdokument", "Governing documents"),
    "document.steering_model": Text("Styrmodell", "Steering model"),
    "goal.id": Text("Mål-id", "Goal id"),
    "goal.title": Text("Rubrik", "Title"),
    "goal.statement": Text("Mål", "Goal"),
    "goal.description": Text("Beskrivning", "Description"),
    "goal.effect": Text("Effekt", "Effect"),
    "goal.focus_area": Text("Fokusområde", "Focus area"),
    "goal.horizon": Text("Horisont", "Horizon"),
    "goal.audience": Text("Målgrupp", "Audience"),
    "goal.current_state": Text("Målets nuläge", "The goal's current state"),
    "goal.control": Text("Rådighet", "Control"),
    "goal.priorities": Text("Prioriteringar", "Priorities"),
    "goal.rus": Text("RUS", "RUS"),
    "goal.agenda2030": Text("Agenda 2030", "Agenda 2030"),
    "goal.responsible": Text("Ansvarig", "Responsible"),
    "goal.assessment.flag": Text("Professionell bedömning", "Professional assessment"),
    "goal.assessment.reason": Text("Varför målet inte mäts", "Why assessed"),
    "goal.assessment.responsible": Text("Bedömer", "Assessed by"),
    "goal.assessment.basis": Text("Underlag", "Basis"),
    "goal.assessment.criteria": Text("Kriterier", "Criteria"),
    "goal.assessment.when": Text("Tidpunkt", "When assessed"),
    "indicator.name": Text("Indikator", "Indicator"),
    "indicator.kolada": Text("Kolada", "Kolada"),
    "indicator.unit": Text("Enhet", "Unit"),
    "indicator.direction": Text("Riktning", "Direction"),
    "indicator.baseline": Text("Utgångsvärde (år)", "Baseline (year)"),
    "indicator.baseline.value": Text("Utgångsvärde", "Baseline"),
    "indicator.baseline.year": Text("Utgångsår", "Baseline year"),
    "indicator.target": Text("Målvärde (år)", "Target (year)"),
    "indicator.target.value": Text("Målvärde", "Target"),
    "indicator.target.year": Text("Målår", "Target year"),
    "indicator.milestones": Text("Delmål", "Milestones"),
    "indicator.source": Text("Källa", "Source"),
    "indicator.measured": Text("Mäts", "Measured"),
    "indicator.responsible": Text("Mäter", "Measured by"),
    "fact.fact": Text("Fakta", "Fact"),
    "fact.source": Text("Uppgiftens källa", "Source of the fact"),
    "fact.year": Text("Uppgiftens år", "Year of the fact"),
    "follow_up.year": Text("Uppföljt år", "Followed-up year"),
    "follow_up.outcome": Text("Utfall", "Outcome"),
    "follow_up.judgement": Text("Måluppfyllelse", "Goal fulfilment"),
    "follow_up.reason": Text("Kommentar till utfallet", "Comment on the outcome"),
    "rest.path": Text("Uppgift", "Entry"),
    "rest.value": Text("Värde", "Value"),
    "remark.path": Text("Plats i filen", "Place in the file"),
    "remark.place": Text("Läge", "Position"),
    "remark.text": Text("Kommentar i filen", "Comment in the file"),
}


class Table(Record):
    """A table of ours.

    Attributes:
        title: of its sheet, or above it.
        scope: what each row is about.
        columns: names of targets; those in ``optional`` are there when something stands in them.
        shown: columns that are there to read by; what counts stands in another table.

    """

    title: Text
    scope: str
    columns: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()


_NUMBER, _FILE = "key.number", "key.file"
"""The file stands last: it is there to find the way back by, not to read."""
DOCUMENTS = Table(
    Text("Nämnder", "Boards"),
    "document",
    ("key.file", *(name for name in HEADINGS if name.startswith("document."))),
    frozenset(name for name in HEADINGS if name.startswith("document."))
    - {"document.board", "document.year"},
)
GOALS = Table(
    Text("Mål", "Goals"),
    "goal",
    (
        "document.board", "document.year", "key.number", "goal.id", "goal.title", "goal.statement",
        "goal.focus_area", "goal.horizon", "goal.audience", "goal.control", "indicator.name", "indicator.unit",
        "indicator.baseline.value", "indicator.baseline.year", "indicator.target.value", "indicator.target.year",
        "indicator.source", "goal.assessment.flag", "goal.responsible", "key.file",
    ),
    frozenset({"goal.id", "goal.title", "goal.control", "goal.assessment.flag", "goal.responsible"}),
    frozenset({"document.board", "document.year"}),
)  # fmt: skip
AGENDA = Table(
    Text("Mål", "Goals"),
    "goal",
    (
        "key.number", "goal.id", "goal.statement", "goal.focus_area", "goal.horizon", "goal.audience", "indicator.name",
        "indicator.baseline", "indicator.target", "goal.assessment.flag", "goal.responsible",
    ),
    frozenset({"goal.id", "goal.assessment.flag", "goal.responsible"}),
)  # fmt: skip
"""The goals as they stand in the agenda of a board's meeting."""
_MORE = ("goal.title", "goal.description", "goal.effect", "goal.current_state", "goal.control")
MORE = Table(
    Text("Mer om målen", "More about the goals"),
    "goal",
    (_NUMBER, *_MORE, "goal.priorities", "goal.rus", "goal.agenda2030", _FILE),
    frozenset({*_MORE, "goal.priorities", "goal.rus", "goal.agenda2030"}),
)
_MEASURING = ("unit", "kolada", "direction", "milestones", "source", "measured", "responsible")
INDICATORS = Table(
    Text("Mer om indikatorerna", "More about the indicators"),
    "indicator",
    (_NUMBER, *(f"indicator.{name}" for name in _MEASURING), _FILE),
    frozenset(f"indicator.{name}" for name in _MEASURING),
)
_JUDGING = ("reason", "responsible", "basis", "criteria", "when")
ASSESSMENTS = Table(
    Text("Professionell bedömning", "Professional assessment"),
    "goal",
    (_NUMBER, *(f"goal.assessment.{name}" for name in _JUDGING), _FILE),
    frozenset(f"goal.assessment.{name}" for name in _JUDGING),
)
FACTS = Table(
    Text("Nulägesanalys", "Current state"), "fact", (_NUMBER, "fact.fact", "fact.source", "fact.year", _FILE)
)
FOLLOW_UPS = Table(
    Text("Uppföljning", "Follow-up"),
    "follow_up",
    (_NUMBER, "follow_up.year", "follow_up.outcome", "follow_up.judgement", "follow_up.reason", _FILE),
)
ABOUT = Table(Text("Om nämndens mål", "About the board's goals"), "rest", ("rest.path", "rest.value"))
"""What the document says of the board, where it has no row of its own."""
REST = Table(Text("Övriga uppgifter", "Other entries"), "rest", ("rest.path", "rest.value", "key.file"))
REMARKS = Table(
    Text("Kommentarer i filen", "Comments in the file"),
    "remark",
    ("remark.place", "remark.path", "remark.text", "key.file"),
)
IN_EXCEL = (DOCUMENTS, GOALS, MORE, INDICATORS, ASSESSMENTS, FACTS, FOLLOW_UPS, REST, REMARKS)
IN_WORD = (AGENDA, ASSESSMENTS, INDICATORS, FACTS, FOLLOW_UPS, MORE, REST, REMARKS)
FINDINGS = Text("Anmärkningar", "Findings")
COVERAGE = Text("Täckning", "Coverage")
COUNTED = (FINDINGS, COVERAGE)
"""Sheets that are worked out from the documents: nothing is read from them."""
_BOARD = re.compile(
    r"(?<!\w)(?:[\w-]*nämnd(?:en)?s?|kommunstyrelsens?|(?:kommun)?fullmäktiges?|committee|board)(?!\w)",
    re.IGNORECASE,
)


def names_board(text: str) -> bool:
    """Tell whether a short text holds the name of a board."""
    return len(text) <= 80 and _BOARD.search(text) is not None


@cache
def _by_heading() -> dict[str, Target]:
    found: dict[str, Target] = {}
    for name, text in HEADINGS.items():
        for heading in (text.sv, text.en):
            found.setdefault(fold(heading), targets()[name])
    return found


_KEY_HEADINGS = frozenset(
    fold(word)
    for name in ("key.file", "key.number", "rest.path", "remark.place")
    for word in (HEADINGS[name].sv, HEADINGS[name].en)
)


def columns(cells: Mapping[int, Cell]) -> dict[int, Target | None]:
    """Read a row as headings of a table of ours; nothing when it is none."""
    ours = {column: _by_heading().get(fold(cell.text)) for column, cell in cells.items()}
    known = sum(1 for one in ours.values() if one)
    has_key = any(fold(cell.text) in _KEY_HEADINGS for cell in cells.values())
    if not has_key or known < 2 or known * 2 < len(cells):
        return {}
    return dict(ours)


def is_own(grid: Grid, found: Iterable[Column]) -> bool:
    """Tell whether a table is ours: its file says so, or it has both the columns that only ours have."""
    names = {column.target.name for column in found if column.target}
    return {"key.file", "key.number"} <= names or (
        grid.is_ours and bool(names & {"key.file", "key.number", "rest.path", "remark.place"})
    )
