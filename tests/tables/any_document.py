"""Documents of every kind for Hypothesis: all keys of the format, with texts that tables stumble on."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from malkoll.document.goal_document import (
    Assessment,
    Decision,
    Fact,
    FollowUp,
    Goal,
    GoalDocument,
    Indicator,
    Measurement,
    Milestone,
)
from malkoll.document.part import Part
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables.content import Content, content_of, settled

AWKWARD = (
    "=1+1", '=HYPERLINK("http://x","y")', "+46", "-1", "@SUM(A1)", "\tx", "'x", "true", "Ja", "nej", "null", "~", "007",
    "1,5", "85 %", "1 200", "2026-01-31", "2026-2028", "31/12", "1e5", "#REF!", "#N/A", "- streck", "a: b", "a # b",
    "två\nrader", "rad\n\n  indragen\nslut", "🌍 jorden", "👩\u200d🔧", "_x000B_", "x005F_", "\x0b a \x07", "\ufffe", "\u2028",
    '"citat"', '"a\\u000b"', "”citat”", "<b>&amp;</b>", "mål 2 › id", "2: 3", "a: b: c", "Fil", "Nr", "☑", "x" * 300, "[x]",
    "{y}", "| z", "> z", "a\u00a0b", "a\tb", "%", "Socialnämnden 2026", "ｆｕｌｌ",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.sampled_from(("Socialnämnden", "Andelen elever ökar.", "elever", "82", "2026", "0.5")),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
)
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.sampled_from(("3.5", "82.0", "007", "1 200", "85 %", "3,5")),
    TEXTS,
)
YEARS = st.one_of(st.sampled_from(("2026", "2027", "2028")), TEXTS)
LISTS = st.lists(TEXTS, min_size=1, max_size=3)


def _part(cls: type[Part], **special: st.SearchStrategy[Any]) -> st.SearchStrategy[Content]:
    plain = {name: special.get(name, TEXTS) for name in cls.words}
    return st.fixed_dictionaries({}, optional=plain)


MEASUREMENTS = _part(Measurement, value=NUMBERS, year=YEARS)
FACTS = st.lists(_part(Fact, year=YEARS), min_size=1, max_size=2)
INDICATORS = _part(
    Indicator,
    baseline=MEASUREMENTS,
    target=MEASUREMENTS,
    direction=st.sampled_from(("increase", "decrease", "maintain", "uppåt")),
    milestones=st.lists(_part(Milestone, year=YEARS, value=NUMBERS), min_size=1, max_size=2),
)
ASSESSMENTS = st.one_of(
    st.sampled_from(({"flag": "true"}, {"flag": "false"}, {"flag": "kanske"})),
    _part(Assessment, basis=LISTS, criteria=LISTS),
)
OUTCOMES = st.one_of(
    NUMBERS.map(lambda one: {"": one}), st.dictionaries(TEXTS, NUMBERS, min_size=1, max_size=2)
)
HORIZONS = st.one_of(
    st.sampled_from(("2026", "2026-2028", "tre år")), st.just({"start": "2026", "end": "snart"}), TEXTS
)
GOALS = _part(
    Goal,
    focus_area=LISTS,
    horizon=HORIZONS,
    audience=LISTS,
    current_state=st.one_of(TEXTS, FACTS),
    control=st.sampled_from(("own", "shared", "none", "kanske")),
    indicators=st.lists(INDICATORS, min_size=1, max_size=3),
    assessment=ASSESSMENTS,
    priorities=LISTS,
    rus=LISTS,
    agenda2030=LISTS,
    follow_up=st.lists(
        _part(
            FollowUp, year=YEARS, outcome=OUTCOMES, judgement=st.sampled_from(("reached", "partly", "sådär"))
        ),
        min_size=1,
        max_size=2,
    ),
)
DOCUMENTS = _part(
    GoalDocument,
    level=st.sampled_from(("board", "council", "annan")),
    status=st.sampled_from(("draft", "decided")),
    year=YEARS,
    decision=_part(Decision, date=st.one_of(st.just("2026-10-25"), TEXTS)),
    current_state=st.one_of(TEXTS, FACTS),
    governing_documents=LISTS,
    goals=st.lists(GOALS, min_size=1, max_size=3),
)


def read(text: str) -> Content:
    """Give what a document in YAML holds."""
    return settled(content_of(parse(SourceFile("", text.encode())).root))  # type: ignore[no-any-return]
