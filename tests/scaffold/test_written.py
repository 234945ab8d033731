"""Whatever is answered, the document reads back to just that: by our reader, and by another."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from malkoll.language import Language
from malkoll.scaffold.clean import clean, is_changed, one_line, plain_number
from malkoll.scaffold.given import fact_of, goal_of
from malkoll.scaffold.written import document, file_name, with_ids
from malkoll.source import SourceFile
from malkoll.steering.loaded import DEFAULT, built_in
from malkoll.syntax.parse import parse
from malkoll.tables.content import content_of

HARD = (
    "- ett streck först", "kolon: mitt i", "slutar med kolon:", "# ingen kommentar", "text # med nummer", "'enkla'",
    '"dubbla"', "%procent", "@snabel", "`grav`", "&ankare", "*stjärna", "!utrop", "[klammer]", "{måsvinge}", "ja", "no",
    "null", "~", "2027", "3,5", "0x1F", "1e3", "2027-01-01", "? fråga", "| rör", "> pil", "rad ett\nrad två",
    "rad ett\n\n  indragen rad", "👩‍🏫 lär 😀", "a" * 120, "ord " * 60 + "slut", "två  blanka " + "ord " * 30 + "x", "---",
    "...", "malkoll: ignore", "# malkoll: undantag[MK402] skäl", "\\n", "<b>", "åäö é", "=", "<<", "-", ":", "«citat»",
)  # fmt: skip
texts = (
    st.one_of(
        st.sampled_from(HARD),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
        st.lists(
            st.sampled_from(["ord", "-", ":", "#", "'", '"', "\n", "  ", "80 %", "😀", "å"]),
            min_size=1,
            max_size=60,
        ).map(" ".join),
    )
    .map(clean)
    .filter(bool)
    .filter(lambda text: text not in {"null", "~", "Null", "NULL"})
)
years = st.integers(1000, 2999).map(str)
numbers = st.one_of(st.integers(-1000, 10**9).map(str), st.decimals(-1000, 1000, places=2).map(str)).map(
    plain_number
)
goals = st.fixed_dictionaries(
    {"statement": texts, "focus_area": st.lists(texts, min_size=1, max_size=2), "horizon": years},
    optional={
        "audience": st.lists(texts, min_size=1, max_size=3),
        "control": st.sampled_from(["own", "shared"]),
        "indicators": st.lists(
            st.fixed_dictionaries(
                {"name": texts, "target": st.fixed_dictionaries({"value": numbers, "year": years})},
                optional={"unit": texts, "source": texts},
            ),
            min_size=1,
            max_size=2,
        ),
        "assessment": st.fixed_dictionaries(
            {"reason": texts, "basis": st.lists(texts, min_size=1, max_size=2)}
        ),
    },
)
answers = st.fixed_dictionaries(
    {"board": texts, "year": years, "goals": st.lists(goals, min_size=1, max_size=3)},
    optional={
        "municipality": texts,
        "mission": texts,
        "current_state": st.lists(
            st.fixed_dictionaries({"fact": texts}, optional={"source": texts}), min_size=1, max_size=2
        ),
    },
)
MODEL = built_in(DEFAULT)


def _read(text: str) -> dict[str, Any]:
    parsed = parse(SourceFile("x.yaml", text.encode()))
    assert not parsed.troubles
    return content_of(parsed.root)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(answers, st.sampled_from(Language), texts)
def test_the_document_reads_back_to_the_answers(
    content: dict[str, Any], language: Language, file: str
) -> None:
    text = document(content, language, file, MODEL)
    assert _read(text) == with_ids({"status": "draft", **content})
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(answers)
def test_another_reader_of_yaml_finds_the_same_statements(content: dict[str, Any]) -> None:
    other = yaml.load(document(content, Language.EN, "a.yaml", MODEL), Loader=yaml.BaseLoader)  # noqa: S506 - texts
    assert [goal["statement"] for goal in other["goals"]] == [goal["statement"] for goal in content["goals"]]
    assert other["board"] == content["board"]


@given(texts, texts)
def test_an_option_gives_a_text_as_it_is(statement: str, audience: str) -> None:
    safe = statement.replace("=", "-"), audience.replace("=", "-")
    assert goal_of(f"formulering={safe[0]}; målgrupp={safe[1]}") == {
        "statement": safe[0],
        "audience": [safe[1]],
    }


def test_texts_are_quoted_only_where_they_must_be_and_long_ones_are_folded() -> None:
    long = "En mening som är så lång att ingen vill läsa den på en rad, fast den bara säger en enda sak om äldre."
    content = {"board": "Nämnden", "year": "2027", "mission": long, "goals": [{"statement": "a: b"}]}
    text = document(content, Language.SV, "a.yaml", MODEL)
    assert "nämnd: Nämnden\n" in text
    assert "formulering: 'a: b'\n" in text
    assert "grunduppdrag: >-\n  En mening" in text
    assert max(map(len, text.splitlines())) <= 100


def test_ids_are_those_that_the_rules_would_give_and_keep_out_of_each_others_way() -> None:
    content = {
        "board": "Barn- och utbildningsnämnden",
        "goals": [{"id": "bun-1"}, {"statement": "x"}, {"id": "x"}],
    }
    assert [goal["id"] for goal in with_ids(content)["goals"]] == ["bun-1", "bun-2", "x"]


def test_a_file_is_named_after_its_board_and_year() -> None:
    assert (
        file_name("Barn- och utbildningsnämnden", "2027", Language.SV)
        == "barn-och-utbildningsnamnden-2027.yaml"
    )
    assert file_name("…", "", Language.SV) == "mal.yaml"
    assert file_name("…", "2027", Language.EN) == "goals-2027.yaml"


def test_a_fact_may_lack_its_source_and_year() -> None:
    assert fact_of(" a |b| 2025 ") == {"fact": "a", "source": "b", "year": "2025"}
    assert fact_of("a") == {"fact": "a"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_cleaning_is_done_once_and_for_all(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert not is_changed(clean(text))
    assert "\n" not in one_line(text)
