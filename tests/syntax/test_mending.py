"""An official's slips in YAML: named, underlined where they are, and read past."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import malkoll.syntax
from checked import SOUND, changed, check, fixed
from malkoll.language import Language
from malkoll.rules.file.yaml_sentences import SENTENCES
from reading import data_of, mended, read
from slips import READ_PAST, STOPPED_AT, titled


def _variants() -> set[str]:
    """Find every variant that the reader can give, by the calls that make them."""
    found = set()
    for path in Path(malkoll.syntax.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            words = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
            if node.func.id == "trouble":
                found.add(str(words[0]))
            elif node.func.id == "Trouble" and words[0] == "yaml-syntax":
                found.add(str(words[1]))
    return found - {"None"}


def test_every_mistake_that_the_reader_knows_has_its_sentence() -> None:
    assert _variants() == set(SENTENCES)


def test_every_sentence_is_shown_by_a_slip_here() -> None:
    assert {variant for variant, *_ in (*READ_PAST, *STOPPED_AT)} == set(SENTENCES)


@pytest.mark.parametrize(("variant", "change", "underlined"), READ_PAST)
def test_a_slip_is_one_finding_and_the_rest_is_read(
    variant: str, change: tuple[str, str], underlined: str
) -> None:
    text = changed(change)
    source, parsed = read(text)
    (trouble,) = parsed.troubles
    assert (trouble.rule, trouble.variant) == ("yaml-syntax", variant)
    assert source.text[slice(*trouble.span)] == underlined
    assert parsed.whole
    report = check(text)
    assert len(report.goals) == 3
    assert [one.code for one in report.diagnostics] == ["MK003"]


@pytest.mark.parametrize(("variant", "change", "underlined"), STOPPED_AT)
def test_where_reading_stops_there_is_one_finding(
    variant: str, change: tuple[str, str], underlined: str
) -> None:
    source, parsed = read(changed(change))
    (trouble,) = parsed.troubles
    assert (trouble.rule, trouble.variant) == ("yaml-syntax", variant)
    assert source.text[slice(*trouble.span)] == underlined
    assert not parsed.whole
    assert parsed.root is None


@pytest.mark.parametrize(("variant", "change", "underlined"), READ_PAST)
def test_what_is_read_past_a_slip_is_what_the_fix_writes(
    variant: str, change: tuple[str, str], underlined: str
) -> None:
    text = changed(change)
    _, parsed = read(text)
    if not parsed.troubles[0].edits:
        # what is meant can't be known
        assert variant in {"unknown-alias", "long-blank"} or underlined == "?", underlined
        return
    _, again = read(mended(text))
    assert not again.troubles
    assert data_of(again.root) == data_of(parsed.root)


@pytest.mark.parametrize("variant", sorted(SENTENCES))
@pytest.mark.parametrize("language", Language)
def test_sentences_end_as_sentences_do(variant: str, language: Language) -> None:
    said = SENTENCES[variant]
    assert said.message.render(language).endswith(".")
    assert not said.fix.render(language).endswith(".")


def test_words_of_programmers_are_in_no_sentence() -> None:
    words = (
        "invalid",
        "ogiltig",
        "field",
        "fält",
        "parse",
        "null",
        "token",
        "mapping",
        "scalar",
        "expected type",
    )
    for said in SENTENCES.values():
        for text in (said.message, said.help, said.fix):
            assert not [word for word in words if word in f"{text.sv} {text.en}".casefold()], text


def test_a_slip_in_every_goal_is_told_once_with_every_place() -> None:
    text = SOUND.replace("  - id:", "  – id:")
    (found,) = check(text).diagnostics
    assert found.location.start == (11, 3)
    assert [place.start.line for place in found.also] == [23, 37]
    assert fixed(text, [found]) == SOUND


def test_two_slips_are_two_findings_in_the_order_of_the_lines() -> None:
    text = changed(titled("Hemtjänst: känd"), ("enhet: dagar", "enhet:dagar"))
    assert [one.location.start.line for one in check(text).diagnostics] == [16, 33]


def test_goals_without_their_dashes_are_read_as_goals() -> None:
    text = SOUND.replace("  - id: sn-2", "    id: sn-2").replace("  - id: sn-3", "    id: sn-3")
    report = check(text)
    assert [goal.id for goal in report.goals] == ["sn-1", "sn-2", "sn-3"]
    (found,) = report.diagnostics
    assert (found.code, found.location.start.line) == ("MK004", 23)


def test_after_many_slips_reading_stops_with_the_next_one_named() -> None:
    text = "nämnd: A\n" + "".join(f"k{number}: a: b\n" for number in range(40))
    _, parsed = read(text)
    assert len(parsed.troubles) == 26
    assert {one.variant for one in parsed.troubles} == {"colon"}
    assert not parsed.whole
    assert parsed.troubles[-1].edits == ()


def test_a_quotation_that_never_ends_is_blamed_and_not_the_lines_after_it() -> None:
    text = changed(
        ("    källa: brukarundersökningen\n    år: 2025", '    källa: "brukarundersökningen\n    år: "2025"')
    )
    source, parsed = read(text)
    assert [source.position(one.span.start).line for one in parsed.troubles] == [8]


def test_a_comment_after_a_mended_text_stays_a_comment() -> None:
    text = changed(titled("Hemtjänst: känd  # ses över"))
    assert '"Hemtjänst: känd"  # ses över' in mended(text)
