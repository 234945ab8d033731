"""A board's goals from one year to the next: what is dropped, changed or measured in another way."""

from __future__ import annotations

import sys

import pytest

from checked import DATE, SOUND, changed, model_of
from malkoll.diagnostic import Diagnostic, Severity
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in

LAST = changed(
    ("år: 2026", "år: 2025"),
    ("horisont: 2026-2028", "horisont: 2025-2028"),
    ("horisont: {från: 2026, till: 2027}", "horisont: 2025-2027"),
    ("horisont: 2026\n", "horisont: 2025-2026\n"),
)
DECIDED = changed(("status: utkast", "status: beslutad"))


def _check(
    *documents: str, earlier: tuple[str, ...] = (), model: LoadedModel | None = None
) -> list[Diagnostic]:
    engine = Engine(DATE)
    model = model or built_in(DEFAULT)
    for number, text in enumerate(documents):
        engine.check(
            Input(f"{number}.yaml", text.encode(), model, select(["MK605", "MK606", "MK607", "MK608"]))
        )
    for number, text in enumerate(earlier):
        before = Input(f"v1:{number}.yaml", text.encode(), model, select())
        engine.remember(engine.look_at(before), is_earlier=True)
    return engine.finish().diagnostics


def _told(*documents: str, earlier: tuple[str, ...] = ()) -> list[tuple[str, str, int]]:
    found = _check(*documents, earlier=earlier)
    return [(one.code, one.location.file, one.location.start.line) for one in found]


def _without_goal(text: str, number: int) -> str:
    head, *goals = text.split("  - id: ")
    del goals[number - 1]
    return "  - id: ".join([head, *goals])


def test_the_same_goals_another_year_give_nothing() -> None:
    assert _told(LAST, SOUND) == []


def test_a_running_goal_that_is_gone_is_told_in_the_new_document_and_shown_in_the_old() -> None:
    [found] = _check(LAST, _without_goal(SOUND, 2))
    assert (found.code, found.severity, found.location.file) == ("MK606", Severity.WARNING, "1.yaml")
    assert found.path == ("mål",)
    assert found.message.render(Language.SV) == (
        "Målet ”sn-2” gäller till och med 2027, men finns inte med i dokumentet för 2026."
    )
    [there] = found.related
    assert (there.location.file, there.location.start.line) == ("0.yaml", 24)


def test_a_goal_whose_time_has_passed_may_go() -> None:
    old = changed(("horisont: 2025-2027", "horisont: 2025"), text=LAST)
    assert _told(old, _without_goal(SOUND, 2)) == []


def test_a_goal_that_was_reached_may_go() -> None:
    reached = "        källa: Kolada\n    uppföljning: [{år: 2025, bedömning: uppnått, utfall: 44}]\n"
    old = changed(("        källa: Kolada\n", reached), text=LAST)
    assert _told(old, _without_goal(SOUND, 2)) == []


def test_a_goal_whose_horizon_cannot_be_read_is_not_missed() -> None:
    old = changed(("horisont: 2025-2027", "horisont: några år"), text=LAST)
    assert _told(old, _without_goal(SOUND, 2)) == []


@pytest.mark.parametrize(
    "broken",
    [
        ("  - id: sn-3\n", "  - id: [sn-3]\n"),
        ("  - id: sn-3\n", "  - bara en rad\n  - id: sn-3\n"),
        ("horisont: 2026\n", "horisont: snart\n"),
        ("formulering: Barn", "formulering: {x: 1}\n    titel: Barn"),
    ],
)
def test_of_a_document_that_cannot_be_read_in_full_nothing_is_missed(broken: tuple[str, str]) -> None:
    assert _told(LAST, changed(broken, text=_without_goal(SOUND, 2))) == []


def test_a_document_that_breaks_off_misses_nothing() -> None:
    broken = SOUND[: SOUND.index("  - id: sn-2")] + '  - id: "sn\n'
    assert [code for code, *_ in _told(LAST, broken)] == ["MK003"]


def test_a_goal_under_another_id_is_one_finding_and_not_dropped() -> None:
    [found] = _check(LAST, changed(("id: sn-2", "id: boende")))
    assert (found.code, found.location.start.line, found.goal) == ("MK607", 24 - 1, "boende")
    assert "”sn-2”" in found.message.render(Language.SV)


def test_a_goal_under_another_id_in_nearly_the_same_words_is_not_dropped() -> None:
    new = changed(
        ("id: sn-2", "id: boende"), ("minskar från 74 till 45 dagar", "minskar från 74 till 50 dagar")
    )
    assert [code for code, *_ in _told(LAST, new)] == ["MK607"]


def test_a_goal_that_lost_its_id_is_not_dropped() -> None:
    assert _told(LAST, changed(("  - id: sn-2\n    formulering", "  - formulering"))) == []
    reworded = changed(
        (
            "  - id: sn-2\n    formulering: Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar.",
            "  - formulering: Den som är gammal och sjuk flyttar inom sex veckor.",
        )
    )
    assert _told(LAST, reworded) == []


def test_a_goal_in_other_words_is_told_with_what_stood_there() -> None:
    [found] = _check(LAST, changed(("minskar från 74", "går ner från 74")))
    assert (found.code, found.severity, found.goal) == ("MK607", Severity.INFO, "sn-2")
    assert found.related[0].location.lines[-1][1].strip().startswith("formulering: Väntetiden")


@pytest.mark.parametrize(
    "same",
    [
        ("minskar från 74 till 45 dagar.", "minskar från 74 till 45 dagar"),
        ("formulering: Väntetiden till en", "formulering: väntetiden till en"),
        ("formulering: Väntetiden till en plats", "formulering: Väntetiden till en\n      plats"),
        ("formulering: Väntetiden", 'formulering: "Va\u0308ntetiden'),
    ],
)
def test_another_way_of_writing_the_same_is_no_change(same: tuple[str, str]) -> None:
    new = changed(same)
    if '"' in same[1]:
        new = changed(("45 dagar.", '45 dagar."'), text=new)
    assert _told(LAST, new) == []


def test_another_target_is_told_where_it_stands() -> None:
    [found] = _check(LAST, changed(("målvärde: {värde: 45, år: 2027}", "målvärde: {värde: 50, år: 2027}")))
    assert (found.code, found.path[-1]) == ("MK607", "målvärde")
    sentence = found.message.render(Language.SV)
    assert sentence == "Målet ”sn-2” har fått ett annat målvärde sedan 2025: 50 i stället för 45."


def test_a_target_for_a_later_year_is_told_with_the_years() -> None:
    new = changed(
        ("till: 2027", "till: 2028"), ("målvärde: {värde: 45, år: 2027}", "målvärde: {värde: 45, år: 2028}")
    )
    [found] = _check(LAST, new)
    assert "45 (2028) i stället för 45 (2027)" in found.message.render(Language.SV)


def test_words_and_target_changed_together_are_one_finding() -> None:
    new = changed(("74 till 45 dagar", "74 till 50 dagar"), ("värde: 45", "värde: 50"))
    [found] = _check(LAST, new)
    assert (found.code, found.path[-1], len(found.also)) == ("MK607", "formulering", 1)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("enhet: dagar", "enhet: arbetsdagar"), "enhet"),
        (("källa: Kolada", "källa: egen mätning"), "källa"),
        (("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: {värde: 90, år: 2025}"), "utgångsvärde"),
        (("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: {värde: 90, år: 2024}"), "utgångsvärde"),
        (("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: 90"), "utgångsvärde"),
        (("kolada: U23401", "kolada: U23402"), "kolada"),
    ],
)
def test_an_indicator_that_means_something_else_is_told_where_it_does(
    change: tuple[str, str], key: str
) -> None:
    [found] = _check(LAST, changed(change))
    assert (found.code, found.severity, found.path[-1], found.goal) == (
        "MK608",
        Severity.WARNING,
        key,
        "sn-2",
    )
    assert found.related[0].location.file == "0.yaml"


@pytest.mark.parametrize(
    "change",
    [
        ("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: {värde: 61, år: 2026}"),
        ("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: {värde: 74, år: 2026}"),
        ("utgångsvärde: {värde: 74, år: 2025}", "utgångsvärde: ungefär 70"),
        ("        utgångsvärde: {värde: 74, år: 2025}\n", ""),
        ("enhet: procent", "enhet: '%'"),
        ("        enhet: dagar\n", ""),
        ("källa: brukarundersökningen", "källa: Brukarundersökningen 2026"),
        ("källa: Kolada", "källa: Kolada, U23401"),
        ("namn: Väntetid till särskilt boende", "namn: Väntetid, särskilt boende"),
    ],
)
def test_follow_up_and_other_ways_of_writing_are_no_other_definition(change: tuple[str, str]) -> None:
    assert _told(LAST, changed(change)) == []


def test_several_changes_of_an_indicator_are_one_finding() -> None:
    new = changed(
        ("enhet: dagar", "enhet: veckor"),
        ("värde: 74, år", "värde: 11, år"),
        ("källa: Kolada", "källa: hemsidan"),
    )
    [found] = _check(LAST, new)
    assert "en annan enhet och en annan källa" in found.message.render(Language.SV)


def test_the_nearest_year_before_counts() -> None:
    oldest = changed(("år: 2025", "år: 2023"), ("id: sn-2", "id: annat"), text=LAST)
    assert _told(oldest, LAST, SOUND) == [("MK607", "1.yaml", 23)]
    assert _told(oldest, SOUND) == [("MK607", "1.yaml", 23)]


def test_boards_and_municipalities_are_told_apart_and_known_by_all_their_names() -> None:
    less = _without_goal(SOUND, 2)
    assert _told(LAST, changed(("Socialnämnden", "Kulturnämnden"), text=less)) == []
    assert _told(LAST, changed(("Exempelkommun", "Annankommun"), text=less)) == []
    assert [code for code, *_ in _told(LAST, changed(("Socialnämnden", "SOCIALNÄMNDEN"), text=less))] == [
        "MK606"
    ]
    assert [code for code, *_ in _told(LAST, changed(("kommun: Exempelkommun\n", ""), text=less))] == [
        "MK606"
    ]
    model = model_of(
        "id: m\nnamn: M\nnivåer: {nämnd: {}}\nfokusområden: [{id: a, namn: A}]\n"
        "nämnder: [{namn: Socialnämnden, alias: [SN]}]\n"
    )
    aliased = _check(LAST, changed(("nämnd: Socialnämnden", "nämnd: SN"), text=less), model=model)
    assert [one.code for one in aliased] == ["MK606"]


def test_two_documents_for_a_year_are_one_finding_and_not_compared_twice() -> None:
    less = _without_goal(SOUND, 2)
    assert _told(LAST, less, less) == [("MK606", "1.yaml", 10), ("MK605", "2.yaml", 2)]


def test_an_earlier_version_of_last_year_counts_where_no_document_lies_there() -> None:
    found = _check(_without_goal(SOUND, 2), earlier=(LAST,))
    assert [(one.code, one.related[0].location.file) for one in found] == [("MK606", "v1:0.yaml")]
    assert _told(LAST, SOUND, earlier=(changed(("id: sn-2", "id: annat"), text=LAST),)) == []


def test_a_decided_document_is_held_against_what_was_decided() -> None:
    [found] = _check(changed(("74 till 45 dagar", "74 till 60 dagar"), text=DECIDED), earlier=(DECIDED,))
    assert found.code == "MK607"
    assert "den version som ligger i v1:0.yaml" in found.message.render(Language.SV)
    [gone] = _check(_without_goal(DECIDED, 1), earlier=(DECIDED,))
    assert gone.code == "MK606"
    assert "finns inte kvar" in gone.message.render(Language.SV)
    newer = changed(("värde: 74, år: 2025", "värde: 61, år: 2026"), text=DECIDED)
    assert [code for code, *_ in _told(newer, earlier=(DECIDED,))] == ["MK608"]


def test_a_draft_may_change() -> None:
    assert _told(_without_goal(SOUND, 1), earlier=(SOUND,)) == []


def test_what_both_last_year_and_the_decision_had_is_missed_once() -> None:
    assert _told(LAST, _without_goal(DECIDED, 2), earlier=(DECIDED,)) == [("MK606", "1.yaml", 10)]


def test_thousands_of_goals_are_compared_without_comparing_each_with_each() -> None:
    head = SOUND[: SOUND.index("  - id: sn-1")]
    goals = [
        f"  - id: {{}}{n}\n    formulering: Mål nummer {n} är nått.\n    horisont: 2025-2028\n"
        for n in range(4_000)
    ]
    old = head.replace("2026", "2025") + "".join(goal.format("a") for goal in goals)
    new = head + "".join(goal.format("b") for goal in goals)
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:  # noqa: ARG001
        nonlocal calls
        calls += 1

    engine = Engine(DATE)
    for name, text in (("0.yaml", old), ("1.yaml", new)):
        engine.check(Input(name, text.encode(), built_in(DEFAULT), select(["MK606"])))
    sys.setprofile(count)
    try:
        report = engine.finish()
    finally:
        sys.setprofile(None)
    assert report.diagnostics == []
    assert calls < 4_000 * 200
