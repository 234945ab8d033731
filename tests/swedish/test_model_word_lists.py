"""What a steering model's ``ordlistor`` adds and takes away, through the whole of the program."""

from __future__ import annotations

import datetime

import pytest
import yaml

from malkoll.diagnostic import Diagnostic
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.rules.word_lists import LISTS, list_named
from malkoll.selection import select
from malkoll.source import SourceFile
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in, read_model
from malkoll.swedish.phrases import list_ids

DOCUMENT = """nämnd: Socialnämnden
år: 2026
mål:
  - id: sn-1
    formulering: {}
    fokusområde: Hållbar hälsa
    horisont: 2026
    målgrupp: invånare
    rådighet: egen
    indikatorer: [{{namn: Mätning, enhet: procent, utgångsvärde: 64, målvärde: 80, källa: egen}}]
"""


def model(word_lists: dict[str, dict[str, list[str]]]) -> LoadedModel:
    data = yaml.safe_load(built_in(DEFAULT).source.text)
    data["ordlistor"] = word_lists
    raw = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    source = SourceFile("styrmodell.yaml", raw)
    read, _, _ = read_model(source)
    assert read.part is not None
    assert not read.troubles
    return LoadedModel(read.part, source, raw)


def found(statement: str, word_lists: dict[str, dict[str, list[str]]], code: str) -> list[Diagnostic]:
    engine = Engine(datetime.date(2026, 11, 23))
    text = DOCUMENT.format(statement)
    if code == "MK505":
        # where the board has said what it controls, its words are not asked
        text = text.replace("    rådighet: egen\n", "")
    engine.check(Input("mål.yaml", text.encode(), model(word_lists), select(["MK4", "MK5"])))
    return [one for one in engine.finish().diagnostics if one.code == code]


def test_a_word_that_the_model_adds_is_found_in_all_its_forms_and_pointed_at() -> None:
    [only] = found("Äldre får fräsiga måltider.", {"vaga ord": {"lägg_till": ["fräsig"]}}, "MK402")
    assert only.message.render(Language.SV) == "”fräsiga” finns i styrmodellens ordlista."
    [related] = only.related
    assert related.location.file == "styrmodell.yaml"


@pytest.mark.parametrize(
    ("named", "word", "statement", "code"),
    [
        ("svaga verb", "hurra", "Nämnden ska hurra för alla elever.", "MK401"),
        ("reservationer", "om andan faller på", "Alla elever läser varje dag om andan faller på.", "MK404"),
        ("öppna uppräkningar", "och sånt", "Alla elever läser böcker och sånt varje dag.", "MK405"),
        ("superlativ", "kanonbäst", "Exempelkommuns elever läser kanonbäst.", "MK410"),
        ("kanslisvenska", "härvidlag", "Alla elever läser härvidlag varje dag.", "MK411"),
        ("aktiviteter", "skissera", "Nämnden ska skissera en ny skola för alla elever.", "MK501"),
        ("utanför rådighet", "solsken", "Antalet timmar med solsken för barnen ska öka.", "MK505"),
        ("oförändrat", "konservera", "Nämnden ska konservera elevernas resultat.", "MK506"),
    ],
)
def test_a_finding_points_at_the_models_own_word(named: str, word: str, statement: str, code: str) -> None:
    assert not found(statement, {}, code)
    findings = found(statement, {named: {"lägg_till": ["annat", word]}}, code)
    assert len(findings) == 1
    [related] = findings[0].related
    assert related.location.file == "styrmodell.yaml"
    assert word in related.location.lines[-1][1] or word in related.location.lines[0][1]


def test_a_word_that_the_model_takes_away_is_no_fault() -> None:
    assert found("Äldre får goda måltider.", {}, "MK402")
    assert not found("Äldre får goda måltider.", {"vague-words": {"ta_bort": ["god"]}}, "MK402")


def test_a_model_has_fixed_terms_of_its_own() -> None:
    assert found("Äldre besöker Goda hemmet varje vecka.", {}, "MK402")
    terms = {"fasta uttryck": {"lägg_till": ["Goda hemmet"]}}
    assert not found("Äldre besöker Goda hemmet varje vecka.", terms, "MK402")


def test_a_model_knows_its_abbreviations() -> None:
    assert found("Elever med NPF får stöd inom två veckor.", {}, "MK408")
    known = {"kända förkortningar": {"lägg_till": ["NPF"]}}
    assert not found("Elever med NPF får stöd inom två veckor.", known, "MK408")


def test_every_list_can_be_named_by_id_and_in_both_languages() -> None:
    for one in LISTS:
        assert one.id in list_ids()
        assert list_named(one.id) is one
        assert list_named(one.title.sv.capitalize()) is one
        assert list_named(one.title.en.replace(" ", "_")) is one
    assert list_named("okänd lista") is None


def test_three_vague_words_are_one_finding_with_three_places() -> None:
    [only] = found("Kommunen erbjuder goda, attraktiva och hållbara miljöer.", {}, "MK402")
    assert len(only.also) == 2


def test_an_indicator_makes_its_word_definite() -> None:
    document = DOCUMENT.format("Skolan är trygg för alla elever.")
    for name, number in (("Mätning", 1), ("Elever som känner trygghet i skolan", 0)):
        engine = Engine(datetime.date(2026, 11, 23))
        text = document.replace("Mätning", name)
        engine.check(Input("mål.yaml", text.encode(), built_in(DEFAULT), select(["MK402"])))
        assert len(engine.finish().diagnostics) == number
