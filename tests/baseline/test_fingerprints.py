"""A finding is called the same whatever becomes of the text around it, and no two are called the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import yaml
from goal_files import FAULTY

from checked import DATE, SOUND, changed
from malkoll.diagnostic import Diagnostic
from malkoll.document import vocabulary
from malkoll.document.words import Key, Word
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.manual import manual
from malkoll.rule import Rule
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in
from manual_examples import diagnostics, runnables
from test_rule_manuals import DOCUMENT_RULES

GOAL = """\
  - id: sn-0
    formulering: Antalet barn som deltar i öppen förskola ökar från 35 till 62.
    fokusområde: Hållbar hälsan
    horisont: 2026
    rådighet: egen
"""


def _found(text: str, name: str = "mål/sn.yaml") -> list[Diagnostic]:
    engine = Engine(DATE)
    engine.check(Input(name, text.encode(), built_in(DEFAULT), select()))
    return list(engine.finish().files[0].diagnostics)


def _names(found: list[Diagnostic]) -> dict[str, str]:
    """Give each fingerprint with the code of its finding; none stands for two."""
    names = {one.fingerprint: one.code for one in found}
    assert len(names) == len(found)
    return names


def _in_english(text: str) -> str:
    """Write a document's keys and closed values in English, all else as it stands."""
    tables = [value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, dict)]
    words = [entry for table in tables for entry in table.values()]
    keys = {word.sv: word.en for word in words if isinstance(word, Key)}
    values = {word.sv: word.en for word in words if isinstance(word, Word)}
    text = re.sub(r"(?<![^\s{])([\w]+)(?=:)", lambda match: keys.get(match[1], match[1]), text)
    return re.sub(r"(?<=: )(\w+)$", lambda match: values.get(match[1], match[1]), text, flags=re.MULTILINE)


def _dumped(text: str, **style: Any) -> str:
    """Write a document anew, as another program would: without comments, in another order and quoted."""
    loaded = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes texts of all values
    return str(yaml.safe_dump(loaded, allow_unicode=True, width=60, **style))


DECIDED = FAULTY.replace("status: utkast", "status: beslutad")
CHANGES: dict[str, Callable[[str], str]] = {
    "a comment first": lambda text: f"# Socialnämndens mål\n\n{text}",
    "a goal above": lambda text: text.replace("mål:\n", f"mål:\n{GOAL}", 1),
    "keys in another order": lambda text: _dumped(text, sort_keys=True),
    "quotation marks": lambda text: _dumped(text, sort_keys=False, default_style='"'),
    "braces": lambda text: _dumped(text, sort_keys=False, default_flow_style=True),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "English keys": _in_english,
    "comments at the ends of lines": lambda text: re.sub(r"\n", "  # se protokollet\n", text),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_finding_keeps_its_name_when_the_text_around_it_changes(change: Callable[[str], str]) -> None:
    before, after = _names(_found(DECIDED)), _names(_found(change(DECIDED)))
    assert len(set(before.values())) >= 8
    assert set(before) <= set(after)


def test_the_english_words_are_read_as_english() -> None:
    english = _in_english(DECIDED)
    assert "statement: Äldre ska få goda boenden." in english
    assert "control: own" in english
    assert "MK112" not in _names(_found(english)).values()


@pytest.mark.parametrize(("rule", "language"), DOCUMENT_RULES)
def test_every_rule_names_its_findings_so_that_they_stay(rule: Rule, language: Language) -> None:
    for file in runnables(manual(rule, language).wrong_examples, language):
        before = _names(diagnostics([file]))
        # without the folder, which depends on where malkoll is called
        elsewhere = replace(file, name=f"annan/mapp/{file.name}", text=f"# Mer\n\n{file.text}")
        assert set(_names(diagnostics([elsewhere]))) == set(before)


def test_a_renamed_file_of_the_same_board_keeps_the_names() -> None:
    assert _names(_found(FAULTY, "a/sn.yaml")) == _names(_found(FAULTY, "b/sn-2026-slutlig.yaml"))


def test_a_file_without_a_board_is_known_by_its_own_name_but_not_by_its_folder() -> None:
    broken = "mål: [\n"
    here = set(_names(_found(broken, "sn.yaml")))
    assert here == set(_names(_found(broken, "mål/sn.yaml"))) == set(_names(_found(broken, "/x/mål/sn.yaml")))
    assert not here & set(_names(_found(broken, "kn.yaml")))


@pytest.mark.parametrize(
    ("old", "new"),
    [("år: 2026\nst", "år: 2027\nst"), ("Socialnämnden", "Kulturnämnden"), ("Exempelkommun", "Granvik")],
)
def test_another_year_board_or_municipality_is_another_document(old: str, new: str) -> None:
    assert not set(_names(_found(FAULTY))) & set(_names(_found(FAULTY.replace(old, new))))


def test_an_item_of_a_list_is_known_by_its_name_and_not_by_its_place() -> None:
    indicator = "      - namn: {}\n        enhet: procent\n        källa: egen\n"
    first, second = (indicator.format(name) for name in ("Nöjdhet", "Väntan"))
    below = "    indikatorer:\n"
    one = _names(_found(changed((f"{below}      - namn: Vet", f"{below}{first}      - namn: Vet"))))
    both = _names(_found(changed((f"{below}      - namn: Vet", f"{below}{second}{first}      - namn: Vet"))))
    assert one
    assert set(one) < set(both)
    only = _names(_found(changed((f"{below}      - namn: Vet", f"{below}{second}      - namn: Vet"))))
    assert not set(one) & set(only)


def test_a_rewritten_sentence_keeps_what_is_found_in_words_that_still_stand() -> None:
    old = "Äldre ska få goda boenden."
    before = _found(FAULTY)
    vague = next(one.fingerprint for one in before if one.code == "MK402")
    assert vague in _names(_found(FAULTY.replace(old, "Äldre i kommunen ska få goda boenden.")))
    # another word of the same kind is another finding
    assert vague not in _names(_found(FAULTY.replace(old, "Äldre ska få goda och attraktiva boenden.")))


def test_equal_findings_are_counted() -> None:
    text = changed(("    målgrupp: brukare\n", "    okänd: x\n"), ("    målgrupp: äldre\n", "    okänd: x\n"))
    double = text.replace("id: sn-2", "id: sn-1")
    found = Counter(one.code for one in _found(double))
    assert found["MK101"] == 2
    _names(_found(double))


def test_a_goal_that_is_given_an_id_is_known_by_what_it_was_called_before() -> None:
    without = FAULTY.replace("  - id: sn-2\n    formulering", "  - formulering")
    before, after = _found(without), _found(FAULTY)
    former = {one.former for one in after if one.goal == "sn-2"}
    kept = {one.fingerprint for one in before if one.goal_index == 1 and one.code != "MK111"}
    assert kept
    assert kept == former


def test_a_persons_number_leaves_no_trace_in_the_name() -> None:
    texts = [SOUND + f"# Ring {number}\n" for number in ("070-123 45 67", "070-765 43 21")]
    first, second = ([one for one in _found(text) if one.code == "MK113"] for text in texts)
    assert first
    assert first[0].fingerprint == second[0].fingerprint
