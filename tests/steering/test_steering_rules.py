"""What the steering model's rules find, and what they leave to others, beyond their manuals."""

from __future__ import annotations

import datetime

import pytest

from malkoll.diagnostic import Diagnostic, Severity
from malkoll.engine import Engine, Input, ModelChooser
from malkoll.language import Language
from malkoll.selection import select
from malkoll.source import SourceFile, Span
from malkoll.steering.levels import level_told_by
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in, read_model
from malkoll.steering.meant import meant
from malkoll.syntax.tree import Trouble

DATE = datetime.date(2026, 11, 23)
MODEL = """id: m
namn: Modell
giltig: {från: 2023, till: 2026}
nivåer:
  nämnd: {mål: {minst: 1, högst: 2}, horisont: {kort: 1, lång: {minst: 3, högst: 4}}}
  fullmäktige: {horisont: {lång: {minst: 4, högst: 4}}}
fokusområden: [{id: a, namn: Alfa}, {id: b, namn: Beta}]
"""
DECIDED = (
    MODEL + "prioriteringar: {status: beslutade, datum: 2025-10-27, lista: [{id: kf-1, namn: Fler jobb}]}\n"
)


def _model(text: str = MODEL) -> LoadedModel:
    source = SourceFile("modell.yaml", text.encode())
    built, troubles, _ = read_model(source)
    assert built.part is not None
    assert not troubles + built.troubles
    return LoadedModel(built.part, source, text.encode())


def _check(
    *documents: str,
    model: LoadedModel | None = None,
    rules: str = "MK2",
    date: datetime.date = DATE,
    choose: ModelChooser | None = None,
) -> list[Diagnostic]:
    engine = Engine(date, choose)
    selection = select([rules], ignored=["MK214", "MK215"])
    for number, text in enumerate(documents):
        engine.check(Input(f"{number}.yaml", text.encode(), model or _model(), selection))
    return engine.finish().diagnostics


def _codes(found: list[Diagnostic]) -> list[str]:
    return [one.code for one in found]


def _goal(keys: str, top: str = "nämnd: Socialnämnden\når: 2026\n") -> str:
    return f"{top}mål:\n  - formulering: Fler får plats.\n    {keys}\n"


def _sentence(found: Diagnostic) -> str:
    return found.message.render(Language.SV) + " " + (found.help.render(Language.SV) if found.help else "")


@pytest.mark.parametrize(
    ("setting", "severity"),
    [("krav", Severity.ERROR), ("rekommendation", Severity.WARNING), ("råd", Severity.INFO), ("av", None)],
)
@pytest.mark.parametrize("name", ["goal-count", "MK201", "mk201"])
def test_the_model_settles_how_severe_a_rule_is(name: str, setting: str, severity: Severity | None) -> None:
    model = _model(f"{MODEL}regler: {{{name}: {setting}}}\n")
    found = _check("nämnd: Socialnämnden\når: 2026\nmål: []\n", model=model)
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_a_finding_quotes_the_municipalitys_own_clause() -> None:
    model = _model(f"{MODEL}regler: {{goal-count: {{hänvisning: 'Mål och budget, sidan 7'}}}}\n")
    [found] = _check("nämnd: Socialnämnden\når: 2026\nmål: []\n", model=model)
    assert found.severity is Severity.ERROR
    assert found.reference is not None
    assert "Mål och budget, sidan 7" in found.reference.render(Language.SV)


def test_no_model_softens_a_rule_about_the_file_itself() -> None:
    model = _model(f"{MODEL}regler: {{yaml-syntax: av, MK003: råd}}\n")
    [found] = _check("nämnd: [Socialnämnden\n", model=model, rules="MK003")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Socialnämnden", "board"),
        ("Barn- och utbildningsnämnden", "board"),
        ("Kommunstyrelsen", "board"),
        ("KOMMUNSTYRELSENS ARBETSUTSKOTT", "board"),
        ("Board of Education", "board"),
        ("Kommunfullmäktige", "council"),
        ("Regionfullmäktige", "council"),
        ("Municipal Council", "council"),
        ("Exempel Energi AB", "company"),
        ("Bostadsbolaget", "company"),
        ("AB Exempelbostäder", "company"),
        ("Styrelsen för Exempel Energi AB", "company"),
        ("Nämnden för kommunens bolag", None),
        ("Ungdomsrådet", None),
        ("Revisionen", None),
        ("Council for Older People", None),
        ("Grabbarna", None),
    ],
)
def test_the_level_that_a_name_tells_of(name: str, level: str | None) -> None:
    assert level_told_by(name) == level


def test_the_models_own_list_goes_before_the_name() -> None:
    model = _model(f"{MODEL}nämnder: [{{namn: Kommunens råd, nivå: fullmäktige}}, Socialnämnden]\n")
    assert _codes(_check("nämnd: Kommunens råd\når: 2026\nnivå: fullmäktige\n", model=model)) == []
    assert _codes(_check("nämnd: Kommunens råd\når: 2026\n", model=model, rules="MK208")) == ["MK208"]
    assert _codes(_check("nämnd: Socialnämnden\når: 2026\nnivå: nämnd\n", model=model, rules="MK208")) == []


def test_where_level_and_name_disagree_neither_number_nor_length_is_held_against_one_of_them() -> None:
    goals = "mål:" + "\n  - {formulering: Fler får plats., horisont: 2026-2030}" * 3
    assert _codes(_check(f"nämnd: Kommunfullmäktige\når: 2026\n{goals}\n")) == ["MK208", *["MK205"] * 3]


@pytest.mark.parametrize(
    ("limits", "number", "words"),
    [
        ("{minst: 2, högst: 3}", 0, "har inga mål. Styrmodellen säger 2–3 mål."),
        ("{minst: 2, högst: 3}", 1, "har 1 mål. Styrmodellen säger 2–3 mål."),
        ("{minst: 2, högst: 2}", 3, "har 3 mål. Styrmodellen säger 2 mål."),
        ("{minst: 2}", 1, "Styrmodellen säger minst 2 mål."),
        ("{högst: 1}", 2, "Styrmodellen säger högst 1 mål."),
        ("{minst: 2}", 9, None),
        ("{högst: 2}", 0, None),
        ("{}", 9, None),
    ],
)
def test_the_number_of_goals_is_held_against_the_limits_that_there_are(
    limits: str, number: int, words: str | None
) -> None:
    model = _model(
        f"id: m\nnamn: M\nnivåer: {{nämnd: {{mål: {limits}}}}}\nfokusområden: [{{id: a, namn: A}}]\n"
    )
    goals = "\n  - {formulering: Fler får plats.}" * number or " []"
    found = _check(f"nämnd: Socialnämnden\når: 2026\nmål:{goals}\n", model=model)
    assert len(found) == (0 if words is None else 1)
    assert all(words is not None and words in _sentence(one) for one in found)


def test_the_level_is_asked_for_only_where_it_is_not_given() -> None:
    [asked] = _check("nämnd: Ungdomsrådet\når: 2026\nmål: []\n")
    [told] = _check("nämnd: Ungdomsrådet\når: 2026\nnivå: nämnd\nmål: []\n")
    assert "”nivå”" in _sentence(asked)
    assert "”nivå”" not in _sentence(told)


def test_the_owner_of_goals_need_not_be_known_to_count_them() -> None:
    [found] = _check("board: [x]\nyear: 2026\ngoals: []\n")
    assert found.message.render(Language.EN) == "The document has no goals. The model says 1–2 goals."


def test_a_level_that_cant_be_read_has_no_limits() -> None:
    document = "nämnd: Socialnämnden\når: 2026\nnivå: någon\nmål: []\n"
    assert _check(document) == []


@pytest.mark.parametrize(
    ("horizon", "codes"),
    [
        ("2026", []),
        ("{från: 2026, till: 2026}", []),
        ("2026-2027", ["MK205"]),
        ("2026-2028", ["MK205"]),
        ("2026-2029", ["MK205"]),
        ("2026-2030", ["MK204"]),
        ("2027-2025", ["MK204"]),
        ("2026-2025", ["MK204"]),
        ("2025", ["MK206"]),
        ("2027", ["MK205", "MK206"]),
        ("2025-2027", ["MK205", "MK206"]),
        ("2024-2026", ["MK206"]),
        ("2020-2030", ["MK204"]),
        ("snart", []),
        ("{från: 2026}", []),
    ],
)
def test_one_mistake_in_a_horizon_is_one_finding(horizon: str, codes: list[str]) -> None:
    assert _codes(_check(_goal(f"horisont: {horizon}"))) == codes


def test_a_goal_that_ends_before_the_year_is_an_error_and_one_that_begins_elsewhen_a_warning() -> None:
    assert [one.severity for one in _check(_goal("horisont: 2025"), rules="MK206")] == [Severity.ERROR]
    assert [one.severity for one in _check(_goal("horisont: 2024-2026"), rules="MK206")] == [Severity.WARNING]


def test_the_lengths_that_a_model_allows_are_named_as_it_has_them() -> None:
    [found] = _check(_goal("horisont: 2026-2030"))
    assert "5 år (2026–2030)" in _sentence(found)
    assert "1 år eller 3–4 år" in _sentence(found)


@pytest.mark.parametrize(
    ("horizon", "years", "words"),
    [
        ("{kort: 1}", "2026-2027", "säger 1 år"),
        ("{lång: {högst: 3}}", "2026-2029", "säger 1–3 år"),
    ],
)
def test_limits_that_are_open_at_one_end_are_named_so(horizon: str, years: str, words: str) -> None:
    limits = f"nivåer: {{nämnd: {{horisont: {horizon}}}}}"
    model = _model(f"id: m\nnamn: M\n{limits}\nfokusområden: [{{id: a, namn: A}}]\n")
    [found] = _check(_goal(f"horisont: {years}"), model=model)
    assert words in _sentence(found)


def test_a_level_without_limits_allows_any_length_that_runs_forward() -> None:
    model = _model("id: m\nnamn: M\nnivåer: {nämnd: {}}\nfokusområden: [{id: a, namn: A}]\n")
    assert _check(_goal("horisont: 2026-2060"), model=model) == []
    assert _codes(_check(_goal("horisont: 2060-2026"), model=model)) == ["MK204"]


def test_the_councils_goals_run_at_most_four_years_in_the_built_in_model() -> None:
    top = "nämnd: Kommunfullmäktige\nnivå: fullmäktige\når: 2026\n"
    model = built_in(DEFAULT)
    assert _check(_goal("horisont: 2026-2029", top), model=model) == []
    assert _check(_goal("horisont: 2026", top), model=model) == []
    [found] = _check(_goal("horisont: 2026-2030", top), model=model)
    assert "5 år (2026–2030). Styrmodellen säger 4 år." in _sentence(found)


def test_a_long_horizon_without_an_end_allows_any_length() -> None:
    limits = "nivåer: {nämnd: {horisont: {kort: 1, lång: {minst: 3}}}}"
    model = _model(f"id: m\nnamn: M\n{limits}\nfokusområden: [{{id: a, namn: A}}]\n")
    assert _check(_goal("horisont: 2026-2040"), model=model) == []


@pytest.mark.parametrize("year", [2022, 2027])
def test_a_year_outside_the_term_is_told_once_and_not_for_each_goal(year: int) -> None:
    document = _goal(f"horisont: {year}", f"nämnd: Socialnämnden\når: {year}\n")
    assert _codes(_check(document)) == ["MK217"]


def test_a_term_without_a_last_year_runs_on() -> None:
    model = _model(MODEL.replace(", till: 2026", ""))
    assert _check(_goal("horisont: 2040", "nämnd: Socialnämnden\når: 2040\n"), model=model) == []


@pytest.mark.parametrize(
    ("areas", "number", "codes"),
    [
        ("[A0]", 1, []),
        ("[A0, a0]", 1, []),
        ("[A0, A1]", 2, ["MK203"]),
        ("[A0, A1]", 4, []),
        ("[A0, A1, A2]", 4, ["MK203"]),
        ("[A0, A1]", 5, []),
        ("[A0, A1, A2]", 5, ["MK203"]),
        ("[A0, A1, okänt]", 5, ["MK202"]),
    ],
)
def test_more_than_half_of_the_focus_areas_are_too_many(areas: str, number: int, codes: list[str]) -> None:
    listed = ", ".join(f"{{id: a{n}, namn: A{n}}}" for n in range(number))
    model = _model(f"id: m\nnamn: M\nnivåer: {{nämnd: {{}}}}\nfokusområden: [{listed}]\n")
    assert _codes(_check(_goal(f"fokusområde: {areas}"), model=model)) == codes


def test_links_to_the_strategy_may_use_ids_and_both_wordings() -> None:
    links = """rus:
      - rus1.2
      - Kraftsamla för att skapa, attrahera och behålla kompetens
      - Kraftsamling för att skapa, attrahera och behålla kompetens och investeringar till länet
      - Låt aktörer gå före - alla behöver inte vara med på allt"""
    assert _check(_goal(links), model=built_in(DEFAULT), rules="MK209") == []


def test_a_number_in_a_link_is_never_guessed() -> None:
    [found] = _check(_goal("rus: [RUS2.9]"), model=built_in(DEFAULT), rules="MK209")
    assert found.code == "MK209"
    assert found.fix is None


def test_a_long_name_with_a_slip_is_recognised() -> None:
    link = "Finansieringsbeslut tagna för genomförande av nya Ostkustbanen, Mittbanan och Ådalsbanan"
    [found] = _check(_goal(f'rus: ["{link}"]'), model=built_in(DEFAULT), rules="MK209")
    assert found.fix is not None
    assert "Ostkustbanan" in found.fix.edits[0].text


def test_links_are_not_checked_against_a_strategy_that_the_model_does_not_have() -> None:
    assert _check(_goal("rus: [vad som helst]")) == []


def test_numbers_of_global_goals_are_text_and_keep_their_zeros() -> None:
    assert _check(_goal("agenda2030: [8.10, 8.1, 17.19, 3.d, 4]")) == []
    [found] = _check(_goal("agenda2030: [17.20]"))
    assert "17.19" in _sentence(found)


def test_a_misspelt_global_goal_is_recognised_by_name() -> None:
    [found] = _check(_goal("agenda2030: [God hälsa och välbefinande]"))
    assert "Skriv 3 för ”God hälsa och välbefinnande”." in _sentence(found)


def test_priorities_are_not_checked_while_they_are_pending() -> None:
    pending = _model(f"{MODEL}prioriteringar: {{status: väntar, lista: [{{id: x, namn: X}}]}}\n")
    assert _check(_goal("prioriteringar: [vad som helst]"), model=pending) == []
    assert _check(_goal("prioriteringar: [vad som helst]")) == []
    decided = _model(DECIDED)
    assert _codes(_check(_goal("prioriteringar: [kf-1, FLER JOBB, kf-2]"), model=decided)) == ["MK211"]


DECIDED_GOALS = (
    "nämnd: Socialnämnden\når: 2026\nstatus: beslutad\nbeslut: {datum: 2025-10-12, paragraf: § 1}\n"
)


def _pending(date: str) -> LoadedModel:
    return _model(f"{MODEL}prioriteringar: {{status: väntar{date}}}\n")


def test_pending_priorities_are_one_note_for_the_whole_run() -> None:
    documents = [DECIDED_GOALS, DECIDED_GOALS.replace("Social", "Skol")]
    [found] = _check("nämnd: Kulturnämnden\når: 2026\n", *documents, model=_pending(""), rules="MK212")
    assert (found.location.file, found.location.start.line, found.severity) == ("1.yaml", 3, Severity.INFO)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (", datum: 2026-12-07", "väntas först 2026-12-07"),
        (", datum: 2026-11-23", "väntas först 2026-11-23"),
        (", datum: 2026-10-26", "Är styrmodellen aktuell?"),
        ("", "är ännu inte det"),
    ],
)
def test_the_note_names_the_day_and_asks_once_it_has_passed(date: str, words: str) -> None:
    [found] = _check(DECIDED_GOALS, model=_pending(date), rules="MK212")
    assert words in _sentence(found)


def test_drafts_need_no_note_of_pending_priorities() -> None:
    assert _check("nämnd: Socialnämnden\når: 2026\n", model=_pending(""), rules="MK212") == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("", ""), ["MK213"]),
        (("2025-10-12", "2025-10-27"), []),
        (("beslutad", "utkast"), []),
        (("{datum: 2025-10-12, paragraf: § 1}", "{paragraf: § 1}"), []),
        (("2025-10-12", "i höstas"), []),
    ],
)
def test_goals_are_to_be_weighed_again_when_they_were_decided_before(
    change: tuple[str, str], codes: list[str]
) -> None:
    document = _goal("id: g", DECIDED_GOALS).replace(*change)
    assert _codes(_check(document, model=_model(DECIDED), rules="MK213")) == codes


@pytest.mark.parametrize("links", ["[kf-1]", "[okänd]", "något"])
def test_goals_that_link_to_priorities_have_been_weighed(links: str) -> None:
    document = _goal(f"prioriteringar: {links}", DECIDED_GOALS)
    assert _check(document, model=_model(DECIDED), rules="MK213") == []


def _current_state(document: str) -> list[int]:
    engine = Engine(DATE)
    engine.check(Input("d.yaml", document.encode(), _model(), select(["MK215", "MK216"])))
    return [one.location.start.line for one in engine.finish().diagnostics]


def test_a_current_state_in_prose_or_one_that_cant_be_read_is_no_missing_one() -> None:
    assert _current_state(_goal("nuläge: I dag får ungefär hälften plats.")) == []
    assert _current_state(_goal("id: g", "nämnd: Socialnämnden\nnulägesanalys: {fel: form}\n")) == []


@pytest.mark.parametrize("nothing", ["", " []"])
def test_an_analysis_that_is_left_empty_is_told_where_it_stands(nothing: str) -> None:
    assert _current_state(_goal("id: g", f"nämnd: Socialnämnden\nnulägesanalys:{nothing}\n")) == [2]


def test_a_mission_that_is_left_empty_is_told_where_it_stands() -> None:
    engine = Engine(DATE)
    engine.check(
        Input("d.yaml", "nämnd: Socialnämnden\ngrunduppdrag:\n".encode(), _model(), select(["MK214"]))
    )
    assert [one.location.start.line for one in engine.finish().diagnostics] == [2]


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        ("{fakta: Hälften fick plats., källa: Brukarundersökningen 2025}", []),
        ("{fakta: Hälften fick plats 2025., källa: egen mätning}", []),
        ("{fakta: Hälften fick plats., källa: Kolada N20251}", [3]),
        ("{fakta: Hälften fick plats., år: 2025}", [3]),
        ("{fakta: Hälften fick plats., källa: , år: 2025}", [3]),
        ("{källa: egen mätning}", []),
    ],
)
def test_a_fact_is_wanting_when_a_reader_cant_see_its_source_or_year(fact: str, lines: list[int]) -> None:
    assert _current_state(f"nämnd: Socialnämnden\nnulägesanalys:\n  - {fact}\n") == lines


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("unknown", "Inbyggd: fem-fokusomraden."),
        ("outside", "utanför mappen"),
        ("unreadable", "gick inte att läsa"),
        ("faulty", "malkoll model check modeller/vår.yaml"),
    ],
)
def test_a_steering_model_that_cant_be_used_is_told_and_the_check_goes_on(variant: str, words: str) -> None:
    def refuse(name: str, _file: Input) -> Trouble:
        values: dict[str, str | int] = {"name": name, "known": DEFAULT, "file": "modeller/vår.yaml"}
        return Trouble("unusable-steering-model", variant, Span(0, 0), values=values)

    document = "nämnd: Socialnämnden\når: 2026\nstyrmodell: vår.yaml\nmål: []\n"
    found = _check(document, choose=refuse)
    assert _codes(found) == ["MK218", "MK201"]
    assert found[0].location.start.line == 3
    assert words in _sentence(found[0])
    assert "den styrmodell som annars gäller" in _sentence(found[0])


def test_the_first_of_equally_close_names_is_meant_and_digits_are_kept() -> None:
    assert meant("Alfaa", ["Alfa", "Alfab"]) == "Alfa"
    assert meant("kf-3", ["kf-1", "kf-2"]) is None
