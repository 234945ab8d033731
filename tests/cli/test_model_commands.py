"""`malkoll model show`, `check` and `init`: a municipality's steering model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.language import Language
from malkoll.steering.loaded import DEFAULT, built_in

EXAMPLES = Path(__file__).parents[2] / "examples"
OWN_MODEL = EXAMPLES / "styrmodell-egen.yaml"


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", list(Language))
def test_the_built_in_model_is_shown_whole(call: Call, language: Language) -> None:
    said = call("model", "show", "--lang", language.value)
    assert said.status == 0
    text = _flat(said.out)
    model = built_in(DEFAULT)
    for area in model.model.focus_areas:
        assert _flat(area.text or "-") in text
        for who, topics in area.topics.items():
            assert f"{who}: {', '.join(topics)}" in text
        assert area.rus is not None
        for one in (*(area.rus.areas or ()), *(area.rus.principles or ()), *(area.rus.priorities or ())):
            assert _flat(model.strategy_items[one.casefold()].name or "-") in text
            assert one not in text.split()
    for event in model.model.annual_cycle:
        assert _flat(event.event or "-") in text
    for setting in model.model.rules.values():
        if setting.reference:
            assert _flat(setting.reference.text.render(language)) in text
    assert "2021-10-25" in text


def test_the_limits_are_said_in_words(call: Call) -> None:
    swedish, english = call("model", "show").out, call("model", "show", "--lang", "en").out
    assert "Nämnd: 3–5 mål. Ett mål gäller 1 år (kortsiktigt) eller 2–4 år (långsiktigt)." in swedish
    assert "Fullmäktige: hur många mål sägs inte. Ett mål gäller 4 år." in swedish
    assert "Bolag: inga gränser." in swedish
    assert "Board: 3–5 goals. A goal runs for 1 year (short-term) or 2–4 years (long-term)." in english
    assert "gäller från 2022" in swedish


def test_a_model_of_ones_own_is_shown_with_what_it_decides(call: Call) -> None:
    text = _flat(call("model", "show", "--model", str(OWN_MODEL)).out)
    for expected in (
        "Granviks styrmodell 2027–2030",
        "gäller 2027–2030",
        "Nämnd: 2–4 mål.",
        "Beslutade 2026-11-16.",
        "Samma ansikten i hemtjänsten (Självständig ålderdom)",
        "Granviksbostäder AB (bolag)",
        "Gäller som krav.",
        "Regeln används inte.",
        "2027-09-15 Delårsrapport till fullmäktige",
    ):
        assert expected in text


def test_the_configuration_chooses_the_model_that_is_shown(call: Call, tmp_path: Path) -> None:
    (tmp_path / "egen.yaml").write_bytes(OWN_MODEL.read_bytes())
    (tmp_path / "malkoll.toml").write_text('model = "egen.yaml"\n', encoding="utf-8")
    assert "Granviks styrmodell" in call("model", "show").out
    assert "Granviks styrmodell" not in call("model", "show", "--model", DEFAULT).out


def test_sparse_models_are_shown_too(call: Call, tmp_path: Path) -> None:
    (tmp_path / "liten.yaml").write_text(
        "id: liten\nnamn: Liten\ngiltig: {till: 2030, från: 2030}\nnivåer:\n  nämnd: {mål: {minst: 2}}\n"
        "  bolag: {mål: {högst: 1}, horisont: {kort: 2}}\n"
        "fokusområden:\n  - {id: a, namn: A, agenda2030: ['4.1']}\n"
        "prioriteringar: {status: beslutade, lista: [{id: p, namn: P}]}\n"
        "regler: {MK402: av}\nordlistor: {vaga: {lägg_till: [fin], ta_bort: [god]}}\n",
        encoding="utf-8",
    )
    text = _flat(call("model", "show", "--model", "liten.yaml").out)
    for expected in (
        "minst 2 mål",
        "högst 1 mål",
        "Ett mål gäller 2 år.",
        "4.1",
        "Beslutade.",
        "också ”fin”",
        "inte ”god”",
    ):
        assert expected in text


def test_a_model_may_leave_out_nearly_everything(call: Call, tmp_path: Path) -> None:
    (tmp_path / "liten.yaml").write_text(
        "id: liten\nnamn: Liten\ngiltig: {från: 2027}\nnivåer:\n  nämnd: {horisont: {lång: {minst: 2}}}\n"
        "fokusområden:\n  - {id: a, namn: A, rus: {principer: [p]}, frågor: {Alla: [x]}}\nrus: {principer: [{id: p, namn: P}]}\n"
        "prioriteringar: {status: väntar, lista: [{id: q, namn: Q}]}\nmålgrupper: [{id: företag}]\n"
        "regler: {}\nordlistor: {a: {lägg_till: [fin]}, b: {ta_bort: [god]}, c: {}}\n",
        encoding="utf-8",
    )
    text = _flat(call("model", "show", "--model", "liten.yaml").out)
    for expected in (
        "gäller från 2027",
        "Ett mål gäller minst 2 år.",
        "Väntar på beslut.",
        "a: också ”fin”.",
    ):
        assert expected in text
    assert "Årshjul" not in text
    (tmp_path / "liten.yaml").write_text(
        "id: liten\nnamn: Liten\nnivåer: {nämnd: {mål: {högst: 5}}}\nfokusområden: [{id: a, namn: A}]\n",
        encoding="utf-8",
    )
    text = call("model", "show", "--model", "liten.yaml").out
    assert "gäller från" not in text
    assert "prioriteringar" not in text


def test_the_model_for_programs_is_the_same_from_either_language(call: Call) -> None:
    swedish = json.loads(call("model", "show", "--format", "json", "--model", str(OWN_MODEL)).out)
    english = json.loads(
        call("model", "show", "--format", "json", "--model", str(EXAMPLES / "en" / "steering-model.yaml")).out
    )
    assert swedish["id"] == english["id"] == "granvik-2027"
    assert swedish["model"]["levels"] == english["model"]["levels"]
    assert swedish["model"]["priorities"]["status"] == "decided"
    assert swedish["model"]["priorities"]["date"] == "2026-11-16"
    assert swedish["built_in"] is False
    assert json.loads(call("model", "show", "--format", "json").out)["built_in"] is True


def test_a_sound_model_passes_its_check(call: Call) -> None:
    assert call("model", "check", str(OWN_MODEL)).status == 0


def test_a_faulty_model_is_told_what_is_wrong(call: Call, tmp_path: Path) -> None:
    text = OWN_MODEL.read_text(encoding="utf-8").replace(
        "mål: {minst: 2, högst: 4}", "mål: {minst: 4, högst: 2}"
    )
    (tmp_path / "fel.yaml").write_text(text, encoding="utf-8")
    said = call("model", "check", "fel.yaml", str(OWN_MODEL), "--format", "json")
    assert said.status == 1
    assert [one["code"] for one in json.loads(said.out)["diagnostics"]] == ["MK701"]
    assert call("model", "check", "fel.yaml", "--fail-on", "never").status == 0


@pytest.mark.parametrize("name", ["saknas.yaml", "."])
def test_a_model_that_cannot_be_read_is_a_finding(call: Call, name: str) -> None:
    assert call("model", "check", name).status == 1


@pytest.mark.parametrize(("language", "name"), [("sv", "styrmodell.yaml"), ("en", "steering-model.yaml")])
def test_a_model_to_start_from_passes_its_own_check_without_a_remark(
    call: Call, tmp_path: Path, language: str, name: str
) -> None:
    assert call("model", "init", "--lang", language).status == 0
    said = call("model", "check", name, "--format", "json", "--fail-on", "info")
    assert said.status == 0
    assert json.loads(said.out)["diagnostics"] == []
    assert (tmp_path / name).read_text(encoding="utf-8") == call("model", "init", "-", "--lang", language).out


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_parts_that_are_commented_out_can_be_put_in(call: Call, tmp_path: Path, language: str) -> None:
    text = call("model", "init", "-", "--lang", language).out
    lines, kept = text.splitlines(), []
    for line in lines:
        bare = line.removeprefix("# ") if line.startswith("# ") else line.removeprefix("#")
        is_yaml = bare.strip().startswith(("- ", "{")) or (":" in bare and not bare.rstrip().endswith("."))
        kept.append(
            bare if line.startswith("#") and is_yaml and "malkoll" not in bare and "=" not in bare else line
        )
    everything = (
        "\n".join(kept).replace("väntar", "beslutade").replace("status: pending", "status: decided") + "\n"
    )
    (tmp_path / "allt.yaml").write_text(everything, encoding="utf-8")
    said = call("model", "check", "allt.yaml", "--format", "concise")
    assert (said.out, said.status) == ("", 0)
    assert _flat(everything).count("KF1") == 1


def test_an_existing_file_is_never_written_over_unasked(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "styrmodell.yaml"
    file.write_text("mitt eget\n", encoding="utf-8")
    said = call("model", "init")
    assert said.status == 2
    assert "finns redan" in said.err
    assert file.read_text(encoding="utf-8") == "mitt eget\n"
    assert call("model", "init", "--force").status == 0
    assert "nivåer:" in file.read_text(encoding="utf-8")


def test_where_it_cannot_be_written_that_is_said(call: Call, tmp_path: Path) -> None:
    assert "finns inte" in call("model", "init", "ingen/mapp.yaml").err
    assert call("model", "init", str(tmp_path), "--force").status == 2


def test_text_from_a_model_is_shown_harmlessly(call: Call, tmp_path: Path) -> None:
    text = OWN_MODEL.read_text(encoding="utf-8")
    text = text.replace("namn: Granviks styrmodell 2027–2030", 'namn: "[red]x[/red] \\e[31m ::error::y"')
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    said = call("model", "show", "--model", "m.yaml")
    assert "\x1b" not in said.out
    assert "[red]x[/red]" in said.out
