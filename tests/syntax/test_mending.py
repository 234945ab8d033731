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

TITLE = "    rådighet: egen\n    indikatorer:\n      - namn: Vet"
"""Where a heading is put in."""


def titled(text: str) -> tuple[str, str]:
    return ("    målgrupp: brukare\n", f"    målgrupp: brukare\n    rubrik: {text}\n")


READ_PAST = [
    # the slip, how it comes into a sound document, and what is underlined
    ("colon", titled("Hemtjänst: en känd person"), ":"),
    ("colon", titled("Hemtjänst: en: känd person"), ":"),
    ("colon", titled("Hemtjänst: en\n      känd person"), ":"),
    ("colon-below", titled("En känd person\n      kommer hem: varje gång"), ":"),
    ("start", titled("@hemtjänsten"), "@"),
    ("start", titled("%-andel som vet"), "%"),
    ("start", titled("*Viktigt* att veta"), "*"),
    ("start", titled("*Viktigt att veta"), "*"),
    ("start", titled("& en känd person"), "&"),
    ("start", titled("[Utkast] en känd person"), "["),
    ("start", titled(">80 procent"), ">"),
    ("start", titled("`Känd` person"), "`"),
    ("after-quote", titled('"Känd" person kommer'), '"'),
    ("inner-quote", titled('"En "känd" person"'), '"'),
    ("inner-quote", titled("'En 'känd' person'"), "'"),
    ("unclosed-quote", titled('"En känd person'), '"'),
    ("unclosed-quote", titled("'En känd person"), "'"),
    ("escape", titled('"G:\\Mål\\Äldre"'), "\\M"),
    ("tab", ("    horisont: 2026-2028", "\t\thorisont: 2026-2028"), "\t\t"),
    ("tab", ("    horisont: 2026-2028", "\thorisont: 2026-2028"), "\t"),
    ("tab", ("  - id: sn-1", "  -\tid: sn-1"), "\t"),
    ("no-space", ("horisont: 2026-2028", "horisont:2026-2028"), "horisont:"),
    ("no-space", ("kommun: Exempelkommun", "kommun:Exempelkommun"), "kommun:"),
    ("no-space", ("- id: sn-1", "- id:sn-1"), "id:"),
    ("no-space", ("{värde: 80, år: 2028}", "{värde:80, år: 2028}"), "värde:"),
    ("dash", ("  - id: sn-2", "  -id: sn-2"), "-"),
    ("bullet", ("  - id: sn-2", "  – id: sn-2"), "–"),
    ("key-alone", ("    indikatorer:\n", "    indikatorer\n"), "indikatorer"),
    ("key-alone", ("\nmål:\n", "\nmål\n"), "mål"),
    ("stray", ("    rådighet: egen\n", "    rådighet: egen\n    x\n"), "x"),
    ("heading", ("kommun: Ex", "Målen för 2026\nkommun: Ex"), "Målen för 2026"),
    ("continuation", titled("En känd person\nkommer hem varje gång"), "kommer hem varje gång"),
    ("comma", ("{värde: 80, år: 2028}", "{värde: 80, med råge, år: 2028}"), ","),
    ("no-comma", ("{värde: 80, år: 2028}", "{värde: 80 år: 2028}"), " "),
    ("bracket", ("{värde: 80, år: 2028}", "{värde: 80, år: 2028"), "{"),
    ("bracket", ("målgrupp: brukare", "målgrupp: [brukare, äldre"), "["),
    ("surplus", ("{värde: 80, år: 2028}", "{värde: 80, år: 2028}}"), "}"),
    ("unknown-alias", ("enhet: procent", "enhet: *procent"), "*procent"),
    ("fence", ("kommun: Ex", "```yaml\nkommun: Ex"), "```yaml"),
    ("close-comment", titled('"En känd person"# utkast'), "#"),
    ("close-comment", ("målgrupp: brukare", "målgrupp: [brukare]# utkast"), "#"),
    ("close-comment", titled(">-# utkast\n      En känd person"), "#"),
    ("not-indented", ("målgrupp: brukare", "målgrupp: [brukare,\n    barn]"), "b"),
    ("not-indented", titled('"En känd\n    person"'), "p"),
    ("start", ("[samtal med varje placerat barn]", "[samtal, -]"), "-"),
    ("start", ("{värde: 80, år: 2028}", "{värde: 80, ?år: 2028}"), "?"),
    ("long-blank", titled("|\n         \n      # person"), " "),
    ("tab-alone", titled("|-\n      En känd\n      \t\n      person"), "      \t"),
    ("askew", ("    horisont: 2026-2028", "   horisont: 2026-2028"), "horisont: 2026-2028"),
    ("askew", ("    horisont: 2026-2028", "      horisont: 2026-2028"), "horisont: 2026-2028"),
    ("askew", ("    horisont: 2026-2028", "horisont: 2026-2028"), "horisont: 2026-2028"),
]
STOPPED_AT = [
    ("no-colon", ("nämnd: Socialnämnden", "nämnd Socialnämnden"), "nämnd Socialnämnden"),
    ("no-key", ("kommun: Ex", ": Ex"), ": Exempelkommun"),
    ("list-on-line", titled("- En känd person"), "-"),
    ("key-in-list", ("  - id: sn-2", "  id: sn-2"), "id: sn-2"),
    ("directive", ("kommun: Ex", "%YAML 7.0\nkommun: Ex"), "%YAML 7.0"),
    ("indentation", ("  - id: sn-2", "    - id: sn-2"), "- id: sn-2"),
    ("unreadable", ("{värde: 80, år: 2028}", "{värde: :x, år: 2028}"), ":"),
]


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
