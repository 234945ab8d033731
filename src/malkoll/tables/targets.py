"""What a column can hold: the places of a document, each with its words in both languages."""

from __future__ import annotations

from functools import cache

from malkoll.document.goal_document import Assessment, Decision, Fact, FollowUp, Goal, GoalDocument, Indicator
from malkoll.document.part import Part
from malkoll.document.words import Key, Word, fold
from malkoll.language import Language
from malkoll.record import Record
from malkoll.tables.content import Path, fields_of


class Target(Record):
    """What a column holds.

    Attributes:
        name: its own name, as ``goal.statement`` or ``indicator.target.value``.
        scope: ``document``, ``goal``, ``indicator``, ``fact``, ``follow_up``, or what a table of
            ours has besides: ``key``, ``rest``, ``remark``.
        path: below the part that the scope names.
        kind: of its values.
        sv, en: what it is called where a column is given by hand.

    """

    name: str
    scope: str
    path: Path
    kind: str
    sv: str
    en: str
    words: dict[str, Word] | None = None

    def word(self, language: Language) -> str:
        return self.sv if language is Language.SV else self.en


_PREFIXES = {
    "document": Word("", ""),
    "goal": Word("", ""),
    "indicator": Word("indikator", "indicator"),
    "assessment": Word("bedömning", "assessment"),
    "fact": Word("nulägesanalys", "analysis"),
    "follow_up": Word("uppföljning", "follow_up"),
}
_ALSO = {
    "indikatorer": "indikator",
    "indicators": "indicator",
    "professionell_bedömning": "bedömning",
    "professional_assessment": "assessment",
}
"""Other beginnings of names that mean the same."""
FILE = Target("key.file", "key", ("file",), "text", "fil", "file")
NUMBER = Target("key.number", "key", ("number",), "text", "nr", "no")
REST_PATH = Target("rest.path", "rest", ("path",), "text", "uppgift", "entry")
REST_VALUE = Target("rest.value", "rest", ("value",), "text", "uppgiftens värde", "value")
REMARK_PATH = Target("remark.path", "remark", ("path",), "text", "plats", "at")
REMARK_PLACE = Target("remark.place", "remark", ("place",), "text", "läge", "position")
REMARK_TEXT = Target("remark.text", "remark", ("text",), "text", "yamlkommentar", "yaml_comment")
NOTHING = Target("nothing", "nothing", (), "text", "inget", "nothing")
"""A column that is left out because the caller said so."""
WHOLE = {
    "baseline": Target(
        "indicator.baseline",
        "indicator",
        ("baseline",),
        "measure",
        "indikator.utgångsvärde",
        "indicator.baseline",
    ),
    "target": Target(
        "indicator.target", "indicator", ("target",), "measure", "indikator.målvärde", "indicator.target"
    ),
}
"""A value with its unit and year in one cell."""


@cache
def targets() -> dict[str, Target]:
    """Give every target by its name."""
    found = [
        *_of(GoalDocument, "document", leave={"decision", "goals"}),
        *_of(Decision, "document", ("decision",), Word("beslut", "decision"), "decision."),
        *_of(Goal, "goal", leave={"indicators", "follow_up", "assessment"}),
        Target(
            "goal.assessment.flag",
            "goal",
            ("assessment", "flag"),
            "truth",
            "professionell_bedömning",
            "professional_assessment",
        ),
        *_of(Assessment, "goal", ("assessment",), _PREFIXES["assessment"], "assessment."),
        *_of(Indicator, "indicator", leave={"baseline", "target", "milestones"}),
        Target(
            "indicator.milestones", "indicator", ("milestones",), "milestones", "indikator.delmål", "indicator.milestones"
        ),
        *(one for name in WHOLE for one in _measurement(name)),
        *WHOLE.values(),
        *_of(Fact, "fact"),
        *_of(FollowUp, "follow_up"),
        FILE, NUMBER, REST_PATH, REST_VALUE, REMARK_PATH, REMARK_PLACE, REMARK_TEXT, NOTHING,
    ]  # fmt: skip
    return {target.name: target for target in found}


def _of(
    cls: type[Part],
    scope: str,
    base: Path = (),
    prefix: Word | None = None,
    inner: str = "",
    leave: frozenset[str] | set[str] = frozenset(),
) -> list[Target]:
    prefix = prefix or _PREFIXES[scope]
    fields = fields_of(cls)
    return [
        Target(
            f"{scope}.{inner}{name}",
            scope,
            (*base, name),
            _kind(fields[name].kind, name),
            _joined(prefix.sv, key.sv),
            _joined(prefix.en, key.en),
            fields[name].words,
        )
        for name, key in cls.words.items()
        if name in fields and name not in leave
    ]


def _kind(kind: str, name: str) -> str:
    if name == "horizon":
        return "horizon"
    return {"text-or-list": "list", "analysis": "text"}.get(kind, kind)


def _measurement(name: str) -> list[Target]:
    key: Key = Indicator.words[name]
    value, year = Word("värde", "value"), Word("år", "year")
    return [
        Target(
            f"indicator.{name}.{part}",
            "indicator",
            (name, part),
            kind,
            f"indikator.{key.sv}.{word.sv}",
            f"indicator.{key.en}.{word.en}",
        )
        for part, kind, word in (("value", "number", value), ("year", "year", year))
    ]


def _joined(prefix: str, word: str) -> str:
    return f"{prefix}.{word}" if prefix else word


@cache
def by_word() -> dict[str, Target]:
    """Give the targets by what they may be called on the command line, in either language."""
    found: dict[str, Target] = {}
    for target in targets().values():
        if target.scope in {"key", "rest", "remark"}:
            continue
        for word in (target.sv, target.en, target.name):
            # document and goal both have some words: the document's own come first
            found.setdefault(fold(word), target)
    found["-"] = NOTHING
    found[fold("nuläge")] = targets()["goal.current_state"]
    return found


@cache
def closed() -> dict[Path, Target]:
    """Give the closed values of a document by their paths."""
    return {one.path: one for one in targets().values() if one.scope == "document" and one.words is not None}


def named(name: str) -> Target | None:
    """Find the target that is meant by a name, as ``indikator.målvärde``."""
    folded = fold(name).replace(" ", "_")
    head, dot, rest = folded.partition(".")
    return by_word().get(folded) or by_word().get(f"{_ALSO.get(head, head)}{dot}{rest}")
