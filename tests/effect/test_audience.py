"""Whom a goal is for, by the words of the steering model."""

from __future__ import annotations

import pytest

from checked import changed, check, codes, fixed, model_of
from malkoll.steering.audience import is_audience, names_audience
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in

OWN = """\
id: egen
namn: Egen modell
nivåer: {nämnd: {mål: {minst: 1, högst: 9}}}
fokusområden: [{id: a, namn: Hållbar vardag}, {id: b, namn: Hållbar hälsa}, {id: c, namn: Hållbar gemenskap}]
"""


@pytest.fixture
def model() -> LoadedModel:
    return built_in(DEFAULT)


@pytest.mark.parametrize(
    "audience",
    [
        "elever",
        "Elever",
        "eleverna",
        "elever i årskurs 9",
        "äldre med hemtjänst",
        "barn och unga i åldern 6–16 år",
        "nyanlända elever",
        "grundskoleelever",
        "landsbygdsföretagare",
        "invånare",
        "företag",
        "residents",
        "companies",
        "young people in upper secondary school",
        "pupil",
        "förskolebarns föräldrar",
    ],
)
def test_an_audience_may_be_inflected_compounded_and_qualified(audience: str, model: LoadedModel) -> None:
    assert is_audience(audience, model)


@pytest.mark.parametrize(
    "audience", ["förvaltningen", "personal", "nämnden", "alla", "miljön", "politiker", "män(", "x"]
)
def test_others_are_no_audience(audience: str, model: LoadedModel) -> None:
    assert is_audience(audience, model) is (audience == "män(")


@pytest.mark.parametrize(
    "text", ["en allmän plan", "barnomsorgen byggs om", "elevhälsan anställer", "fler tunga fordon", ""]
)
def test_a_word_that_only_resembles_an_audience_is_none(text: str, model: LoadedModel) -> None:
    assert not names_audience(text, model)


def test_the_words_of_the_model_decide() -> None:
    own = model_of(OWN + "målgrupper: [{id: invånare, ord: [rymdfarare]}]\n")
    text = changed(("målgrupp: brukare", "målgrupp: rymdfarare"), ("målgrupp: äldre", "målgrupp: invånare"))
    assert codes(text, model=own) == ["MK504"]
    assert codes(text) == ["MK504"]


def test_a_model_without_audiences_asks_for_none() -> None:
    text = changed(("målgrupp: brukare", "målgrupp: förvaltningen"), ("    målgrupp: äldre\n", ""))
    assert not {"MK503", "MK504"} & set(codes(text, model=model_of(OWN)))


def test_a_misspelt_audience_is_mended_where_it_stands() -> None:
    text = changed(("målgrupp: brukare", "målgrupp: [äldre, anhöiga]"))
    found = check(text).diagnostics
    assert [one.code for one in found] == ["MK504"]
    assert fixed(text, found) == text.replace("anhöiga", "anhöriga")


@pytest.mark.parametrize("written", ["", "[]"])
def test_an_empty_audience_is_none_and_one_finding(written: str) -> None:
    text = changed(
        ("målgrupp: brukare", f"målgrupp: {written}"),
        ("Andelen brukare i hemtjänsten som vet vem som kommer ökar", "Halten av kväve i Storsjön ändras"),
    )
    found = codes(text)
    assert found.count("MK503") == 1
    assert not {"MK107", "MK504"} & set(found)


@pytest.mark.parametrize("written", ["ingen", "Ingen", "none"])
def test_no_control_is_an_error(written: str) -> None:
    assert codes(changed(("rådighet: egen", f"rådighet: {written}"))) == ["MK505"]


@pytest.mark.parametrize("written", ["delad", "shared", "own"])
def test_shared_control_is_none(written: str) -> None:
    assert not codes(changed(("rådighet: egen", f"rådighet: {written}")))
