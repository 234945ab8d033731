"""The report for people: what is wrong and what to do, once; then the goals, and what holds."""

from __future__ import annotations

import pytest
from report_cases import file_report, finding, full, goal, place, report, said

from malkoll.diagnostic import Applicability, LocatedFix, LocatedRelated, Severity, Suppressed
from malkoll.file_report import Assessed
from malkoll.language import Language, Text
from malkoll.report import Format, Options, render

CLAUSE = "Mål knyts till ett fokusområde (Våra fem fokusområden)"


def test_a_finding_says_what_where_why_and_what_to_do() -> None:
    one = finding(
        place("    fokusområde: Hållbar hälsan", "Hållbar hälsan", number=28, before="    horisont: 2027"),
        "”Hållbar hälsan” finns inte bland styrmodellens fokusområden.",
        label="menade du ”Hållbar hälsa”?",
        reference=CLAUSE,
        help="Skriv Hållbar hälsa.",
        goal_index=1,
        goal="sn-2",
    )
    assert full(report(file_report(one))).split("\n\n")[1].splitlines() == [
        "✖ Fel MK202 · okänt fokusområde                                         mål sn-2",
        "  ”Hållbar hälsan” finns inte bland styrmodellens fokusområden.",
        "     mål.yaml:28:18",
        "  27 │     horisont: 2027",
        "  28 │     fokusområde: Hållbar hälsan",
        "     │                  ━━━━━━━━━━━━━━ menade du ”Hållbar hälsa”?",
        "  Styrmodellen: Mål knyts till ett fokusområde (Våra fem fokusområden)",
        "  Att göra: Skriv Hållbar hälsa.",
    ]


def test_advice_that_asks_is_a_question() -> None:
    text = full(report(file_report(finding(help="Vilka är de viktigaste? Det övriga kan stå i planen."))))
    assert "  Fråga: Vilka är de viktigaste?" in text
    text = full(report(file_report(finding(help="Skriv 2,5 som tal. Eller är det en text?"))))
    assert "  Att göra: Skriv 2,5 som tal." in text


def test_a_goal_without_id_is_named_by_its_number() -> None:
    assert "mål 3" in full(report(file_report(finding(goal_index=2)))).split("\n\n")[1].splitlines()[0]


def test_the_same_thing_said_nine_times_is_explained_once() -> None:
    found = [
        finding(
            place(
                f"  - formulering: Mål nummer {index}", f"formulering: Mål nummer {index}", number=10 * index
            ),
            "Det går inte att se när målet är nått.",
            reference=CLAUSE,
            help="Vad skulle visa det?",
            goal_index=index,
        )
        for index in range(9)
    ]
    text = full(report(file_report(*found)))
    for once in ("Det går inte att se när målet är nått.", CLAUSE, "Fråga:", "Samma sak gäller 8 mål till:"):
        assert text.count(once) == 1
    rows = text.split("Samma sak gäller 8 mål till:\n")[1].split("\n\n")[0].splitlines()
    assert [row.split() for row in rows] == [
        [str(10 * index), "│", "-", "formulering:", "Mål", "nummer", str(index)] for index in range(1, 9)
    ]


def test_other_words_about_the_same_thing_are_said_with_their_line_underlined() -> None:
    found = [
        finding(
            place(f"  formulering: {word} platser", word, number=number),
            f"”{word}” är öppet.",
            help="Hur då?",
        )
        for number, word in ((4, "goda"), (9, "fina"))
    ]
    rows = full(report(file_report(*found))).split("Samma sak gäller 1 ställe till:\n")[1].splitlines()
    assert rows[:3] == [
        "  ”fina” är öppet.",
        "  9 │   formulering: fina platser",
        "    │                ━━━━",
    ]


def test_what_is_to_be_done_at_just_one_of_the_places_is_said_there() -> None:
    advice = Text("Skriv ett id, som {id}.", "Write an id, as {id}.")
    found = [
        finding(
            place("  - formulering: x", "formulering: x", number=number),
            help=advice(id=f"sn-{number}"),
            fix=LocatedFix(said(f"Skriv id: sn-{number}"), (), Applicability.SAFE) if number != 3 else None,
        )
        for number in (1, 2, 3)
    ]
    rows = full(report(file_report(*found))).split("Samma sak gäller 2 ställen till:\n")[1].splitlines()
    assert rows[:4] == [
        "  2 │   - formulering: x",
        "  Att göra: Skriv id: sn-2.",
        "  3 │   - formulering: x",
        "  Att göra: Skriv ett id, som sn-3.",
    ]


def test_findings_of_other_advice_stay_apart_and_give_the_clause_once() -> None:
    found = [finding(help=text, reference=CLAUSE) for text in ("Skriv hälsa.", "Skriv vardag.")]
    text = full(report(file_report(*found)))
    assert text.count("✖ Fel MK202") == 2
    assert text.count(CLAUSE) == 1


def test_a_related_place_in_this_file_is_shown_by_its_line_and_in_another_named() -> None:
    here = LocatedRelated(place("id: sn-1", "sn-1", number=3), said("Första gången."))
    there = LocatedRelated(place("id: sn-1", "sn-1", number=5, file="annan.yaml"), said("Också här."))
    text = full(report(file_report(finding(related=(here, there)))))
    assert "  Första gången.\n  3 │ id: sn-1\n    │     ━━━━" in text
    assert "  Också här (annan.yaml:5:5).\n  5 │ id: sn-1" in text


def test_each_of_several_repeats_points_at_its_own_first_time() -> None:
    found = [
        finding(
            place(f"{key}: 2", key, number=number + 10),
            f"”{key}” står två gånger.",
            help="Ta bort den ena.",
            related=(LocatedRelated(place(f"{key}: 1", key, number=number), said("Första gången.")),),
        )
        for number, key in ((1, "år"), (2, "nämnd"))
    ]
    rows = full(report(file_report(*found))).split("Samma sak gäller 1 ställe till:\n")[1].splitlines()
    assert rows[:5] == [
        "  ”nämnd” står två gånger.",
        "  12 │ nämnd: 2",
        "  Första gången.",
        "  2 │ nämnd: 1",
        "    │ ━━━━━",
    ]


def test_a_place_in_the_built_in_model_is_not_given_as_a_file() -> None:
    model = LocatedRelated(
        place("mål: {minst: 3}", "mål", file="fem-fokusomraden.yaml", number=23), said("Här.")
    )
    text = full(report(file_report(finding(related=(model,)), finding(help="Annat.", related=(model,)))))
    assert text.count("Här (den inbyggda styrmodellen, rad 23).") == 1


def test_every_goal_has_a_line_with_what_an_official_asks_for() -> None:
    goals = (
        goal(0, id="sn-1", title="Fler äldre är trygga.", focus_areas=("hallbar-vardag",)),
        goal(1, id="sn-2", measured=False, assessed=True, years=(2027, 2027)),
        goal(2, id="sn-3", measured=False, focus_areas=("Finns inte",), years=None),
        goal(3, id="sn-4", assessed=True, focus_areas=("Hållbar hälsa", "Hållbar natur")),
        goal(4, id="sn-5", measured=False, has_indicators=True),
        goal(5, id=None, title=None, measured=False, is_unclear=True),
    )
    found = (
        finding(goal_index=2),
        finding(goal_index=2, severity=Severity.WARNING),
        finding(severity=Severity.INFO),
    )
    silenced = (Suppressed(finding(goal_index=4), "skäl"),)
    text = full(report(file_report(*found, goals=goals, suppressed=silenced)), width=120)
    table = text.split("Socialnämndens mål\n")[1].split("\n\n")[0].splitlines()
    assert [" ".join(row.split()) for row in table] == [
        "sn-1 Fler äldre är trygga. Hållbar vardag 2027–2028 mäts ✔",
        "sn-2 Fler får plats. Hållbar hälsa 2027 bedöms ✔",
        "sn-3 Fler får plats. – – saknar mått ✖ 1 fel, ▲ 1 varning",
        "sn-4 Fler får plats. Hållbar hälsa, Hållbar natur 2027–2028 mäts och bedöms ✔",
        "sn-5 Fler får plats. Hållbar hälsa 2027–2028 saknar målvärde ✔ (1 undantag)",
        "6 – Hållbar hälsa 2027–2028 oklart ✔",
    ]


@pytest.mark.parametrize("width", [60, 80])
def test_on_a_narrow_screen_a_goal_has_two_lines(width: int) -> None:
    title = "Andelen äldre som känner sig trygga med sin hemtjänst ökar från 84 till 88 procent."
    goals = (goal(0, id="sn-trygg-hemtjanst", title=title),)
    text = full(report(file_report(finding(goal_index=0), goals=goals)), width=width)
    first, second = text.split("Socialnämndens mål\n")[1].splitlines()[:2]
    assert first.startswith("  sn-trygg-hemtjanst  Andelen äldre som")
    assert second.strip() == "Hållbar hälsa · 2027–2028 · mäts · ✖ 1 fel"


@pytest.mark.parametrize(
    ("board", "language", "title"),
    [
        ("Socialnämnden", Language.SV, "Socialnämndens mål"),
        ("Kommunstyrelsens utskott för Alnäs", Language.SV, "Kommunstyrelsens utskott för Alnäs mål"),
        ("Education Board", Language.EN, "Goals of Education Board"),
        (None, Language.SV, "Målen"),
        (None, Language.EN, "The goals"),
    ],
)
def test_the_goals_are_somebodys(board: str | None, language: Language, title: str) -> None:
    text = full(report(file_report(goals=(goal(),), board=board)), language=language)
    assert title in text.splitlines()


def test_what_holds_is_what_was_told_and_not_found_wanting() -> None:
    assessed = (
        Assessed(said("antal mål"), frozenset({"goal-count"})),
        Assessed(said("fokusområden"), frozenset({"unknown-focus-area"})),
        Assessed(said("horisonter"), frozenset({"horizon-length"})),
    )
    silenced = (Suppressed(finding(name="horizon-length"), "skäl"),)
    made = file_report(finding(), goals=(goal(),), assessed=assessed, suppressed=silenced)
    assert "  Håller: antal mål\n" in full(report(made))


def test_nothing_holds_in_a_file_that_cannot_be_read_right() -> None:
    assessed = (Assessed(said("antal mål"), frozenset({"goal-count"})),)
    broken = file_report(finding(code="MK003", name="yaml-syntax"), goals=(goal(),), assessed=assessed)
    assert "Håller" not in full(report(broken))
    hint = file_report(
        finding(code="MK011", name="not-nfc", severity=Severity.INFO), goals=(goal(),), assessed=assessed
    )
    assert "Håller: antal mål" in full(report(hint))


def test_a_file_that_could_not_be_read_is_said_not_to_be_checked() -> None:
    broken = file_report(finding(code="MK003", name="yaml-syntax"), is_document=False)
    text = full(report(broken))
    assert "Innehållet gick inte att läsa och är inte prövat." in text
    assert text.splitlines()[0] == "mål.yaml"
    assert "mål · " not in text


@pytest.mark.parametrize(
    ("severities", "language", "total"),
    [
        ((), Language.SV, "✔ Inga anmärkningar."),
        ((), Language.EN, "✔ No findings."),
        ((Severity.ERROR,), Language.SV, "1 fel."),
        ((Severity.WARNING,), Language.EN, "1 warning."),
        (
            (Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.ERROR),
            Language.SV,
            "2 fel, 2 varningar, 1 råd.",
        ),
        ((Severity.ERROR, Severity.ERROR, Severity.INFO), Language.EN, "2 errors, 1 hint."),
    ],
)
def test_the_totals_agree_in_number(severities: tuple[Severity, ...], language: Language, total: str) -> None:
    found = [finding(severity=severity) for severity in severities]
    assert total in full(report(file_report(*found)), language=language).splitlines()


def test_the_rule_to_read_more_about_is_that_of_the_worst_finding() -> None:
    found = (finding(code="MK304", severity=Severity.WARNING), finding(code="MK301"))
    assert full(report(file_report(*found))).endswith("Mer om en regel: malkoll explain MK301\n")
    assert "explain" not in full(report(file_report()))


def test_silenced_and_passed_over_are_counted() -> None:
    made = file_report(suppressed=(Suppressed(finding(), "skäl"),))
    text = full(report(made, skipped=3))
    assert "Undantag i texten tystar 1 anmärkning.\n" in text
    assert "3 YAML-filer i mapparna är inte måldokument och har hoppats över.\n" in text


def test_several_documents_end_in_an_overview() -> None:
    made = report(
        file_report(goals=(goal(),), path="mål/barn.yaml", board="Barnnämnden"),
        file_report(finding(goal_index=0), goals=(goal(),), path="mål/social.yaml"),
        file_report(finding(code="MK001"), path="mål/trasig.yaml", is_document=False),
    )
    text = full(made)
    assert "Barnnämndens mål" not in text, "a sound document of many has its line only"
    assert text.split("Alla dokument i mål/\n")[1].split("\n\n") == [
        (
            "  barn.yaml    Barnnämnden 2027 · 1 mål    ✔\n"
            "  social.yaml  Socialnämnden 2027 · 1 mål  ✖ 1 fel\n"
            "  trasig.yaml                              ✖ 1 fel"
        ),
        "2 fel i 3 dokument.\nMer om en regel: malkoll explain MK202\n",
    ]
    sound = report(file_report(path="a.yaml"), file_report(path="b.yaml"))
    assert full(sound).endswith("\n\n✔ Inga anmärkningar på 2 dokument.\n")


def test_quiet_leaves_only_what_fails_the_run() -> None:
    made = report(
        file_report(
            finding(), finding(code="MK304", severity=Severity.WARNING), goals=(goal(),), path="a.yaml"
        ),
        file_report(goals=(goal(),), path="b.yaml"),
    )
    text = full(made, quiet=True)
    assert "MK202" in text
    assert not any(word in text for word in ("MK304", "mål\n", "b.yaml", "1 fel.", "explain"))
    strict = render(made, Format.FULL, Options(quiet=True, fail_on=Severity.WARNING))
    assert "MK304" in strict
    assert full(report(file_report(goals=(goal(),))), quiet=True) == ""


def test_verbose_tells_what_is_silenced_why_and_by_which_model_was_measured() -> None:
    silenced = (
        Suppressed(
            finding(message="Ingen källa.", code="MK304", goal_index=0, goal="sn-1"),
            "kommer i mars",
            "2027-03-31",
        ),
        Suppressed(finding(), ""),
    )
    text = full(report(file_report(goals=(goal(),), suppressed=silenced)), verbose=True)
    assert "  MK304 · okänt fokusområde (rad 7, mål sn-1)\n    Ingen källa.\n" in text
    assert "    Skäl: kommer i mars (till 2027-03-31)\n" in text
    assert "    Skäl: inget angivet\n" in text
    assert "Styrmodell: fem-fokusomraden, inbyggd i malkoll, sha256" in text
    assert "Ingen källa." not in full(report(file_report(suppressed=silenced)))


def test_statistics_count_each_rule_the_most_frequent_first() -> None:
    found = [finding(code="MK301"), finding(code="MK301"), finding(code="MK202", severity=Severity.WARNING)]
    text = full(report(file_report(*found)), statistics=True)
    assert text.split("Antal per regel\n")[1].split("\n\n")[0] == (
        "  2  ✖ fel      MK301  okänt fokusområde\n  1  ▲ varning  MK202  okänt fokusområde"
    )
    assert "Antal per regel" not in full(report(file_report()), statistics=True)


def test_a_run_without_documents_says_nothing() -> None:
    assert full(report()) == ""
