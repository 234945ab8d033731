"""A comment that silences nothing, names no rule, gives no reason or has expired is told of."""

from __future__ import annotations

import datetime

import pytest

from checked import SOUND, changed, check, codes, fixed, model_of, places
from malkoll.diagnostic import Applicability
from malkoll.language import Language
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in

AREA = "    fokusområde: Hållbar vardag\n"
WRONG_AREA = "    fokusområde: Hållbar vardagg\n"


def beside(comment: str) -> str:
    """Give the sound document with a comment beside the focus area."""
    return changed((AREA, AREA.replace("\n", f"  {comment}\n")))


def above(comment: str, area: str = AREA) -> str:
    """Give the sound document with a comment above the focus area."""
    return changed((AREA, f"    {comment}\n{area}"))


def message(text: str, language: Language = Language.SV) -> str:
    (found,) = check(text).diagnostics
    assert found.help
    return f"{found.message.render(language)} {found.help.render(language)}"


def test_a_comment_that_silences_nothing_is_told_of_once() -> None:
    assert places(above("# malkoll: undantag[MK202, MK203, MK504] skäl")) == [("MK901", 13)]


@pytest.mark.parametrize(
    "text",
    [
        above("# malkoll: undantag[MK202] skäl"),
        beside("# malkoll: undantag[MK202, unknown-audience] skäl"),
        "# malkoll: undantag-fil[MK202] skäl\n" + SOUND,
        SOUND + "# malkoll: undantag-fil[MK202] skäl\n",
    ],
)
def test_removing_an_unused_comment_gives_the_document_as_it_was(text: str) -> None:
    found = check(text).diagnostics
    assert [one.fix.applicability for one in found if one.fix] == [Applicability.SAFE]
    assert fixed(text, found) == SOUND


@pytest.mark.parametrize("space", [" ", "   ", "\t", " \t "])
def test_removing_a_comment_beside_a_value_leaves_no_space_behind_and_takes_none_of_the_value(
    space: str,
) -> None:
    text = changed((AREA, AREA.replace("\n", f"{space}# malkoll: undantag[MK203] skäl\n")))
    assert fixed(text, check(text).diagnostics) == SOUND


def test_removing_an_unused_comment_keeps_the_line_ends() -> None:
    text = above("# malkoll: undantag[MK202] skäl").replace("\n", "\r\n")
    assert fixed(text, check(text).diagnostics) == SOUND.replace("\n", "\r\n")


def test_removing_an_unused_comment_on_a_last_line_without_end() -> None:
    text = SOUND + "# malkoll: undantag-fil[MK202] skäl"
    assert fixed(text, check(text).diagnostics) == SOUND


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        ("MK202, MK203", "MK202"),
        ("MK203,MK202", "MK202"),
        ("MK203 , unknown-focus-area,  MK504", "unknown-focus-area"),
    ],
)
def test_unused_names_are_taken_out_of_the_list_and_the_others_stay(listed: str, left: str) -> None:
    text = above(f"# malkoll: undantag[{listed}] byter namn", WRONG_AREA)
    file = check(text)
    assert [one.code for one in file.diagnostics] == ["MK901"]
    assert fixed(text, file.diagnostics) == above(f"# malkoll: undantag[{left}] byter namn", WRONG_AREA)


def test_a_rule_that_is_not_asked_can_not_be_said_to_be_unused() -> None:
    text = above("# malkoll: undantag[MK202] skäl")
    file = check(text, selection=select(ignored=["MK202"]))
    assert not file.diagnostics


def test_a_rule_that_the_model_turns_off_can_not_be_said_to_be_unused() -> None:
    own = built_in(DEFAULT).source.text.replace("\nregler:\n", "\nregler:\n  malformed-kolada-id: av\n", 1)
    text = above("# malkoll: undantag-fil[MK311] skäl")
    assert codes(text) == ["MK901"]
    assert not codes(text, model=model_of(own))


def test_a_rule_across_documents_is_not_said_to_be_unused() -> None:
    assert not codes(above("# malkoll: undantag-fil[near-duplicate-goal, MK605] delas"))


def test_where_the_document_is_broken_nothing_is_said_to_be_unused() -> None:
    text = changed(
        ("      - namn: Vet vem", "      # malkoll: undantag[MK305] skäl\n      - namn: Vet vem"),
        ("målvärde: {värde: 80, år: 2028}", "målvärde: {värde: ungefär hälften, år: 2028}"),
    )
    assert codes(text) == ["MK105"]


def test_a_file_that_can_not_be_read_gets_no_advice_on_its_comments() -> None:
    text = above("# malkoll: undantag[MK202] skäl") + "\x00" + "]\n"
    assert "MK901" not in codes(text)


@pytest.mark.parametrize(
    ("comment", "written"),
    [
        ("undantag[MK-202] skäl", "undantag[MK202] skäl"),
        ("undantag[unkown-focus-area] skäl", "undantag[unknown-focus-area] skäl"),
        ("undantag[unknown_focus_area] skäl", "undantag[unknown-focus-area] skäl"),
        ("undantag[okänt fokusområde] skäl", "undantag[unknown-focus-area] skäl"),
        ("ignore[unknown focus area] why", "ignore[unknown-focus-area] why"),
        ("ignore[MK202 MK203] why", "ignore[MK202, MK203] why"),
        ("ignore[MK202;MK203] why", "ignore[MK202, MK203] why"),
        ("ignorera MK202 skäl", "undantag[MK202] skäl"),
        ("ignorera[MK202] skäl", "undantag[MK202] skäl"),
        ("ignore MK202, MK203: why", "ignore[MK202, MK203] why"),
        ("ignore: MK202", "ignore[MK202]"),
        ("undantag(MK202) skäl", "undantag[MK202] skäl"),
        ("undantag[MK202 skäl", "undantag[MK202] skäl"),
        ("undantag MK202] skäl till 2027-01-01", "undantag[MK202] skäl till 2027-01-01"),
        ("undantag_fil[MK202] skäl", "undantag-fil[MK202] skäl"),
        ("ignore-all[unknown-focus-area] why", "ignore-file[unknown-focus-area] why"),
        ("disable=MK202 why", "ignore[MK202] why"),
        ("udantag[MK202] skäl", "undantag[MK202] skäl"),
    ],
)
def test_what_was_most_likely_meant_is_offered(comment: str, written: str) -> None:
    text = above(f"# malkoll: {comment}", WRONG_AREA)
    found = [one for one in check(text).diagnostics if one.code == "MK902"]
    assert len(found) == 1
    assert fixed(text, found) == above(f"# malkoll: {written}", WRONG_AREA)


@pytest.mark.parametrize(
    "comment",
    [
        "# malkoll: se vägledningen",
        "# malkoll:",
        "# malkoll: [MK202] skäl",
        "# malkoll: undantag",
        "# malkoll: undantag[MK202[MK203]] skäl",
        "# malkoll: undantag skäl",
        "# malkoll undantag[] skäl",
        "# malkoll: undantag[ , ] skäl",
        "# malkoll: undantag[MK4] skäl",
        "# malkoll: undantag[alla] skäl",
        "# malkoll: undantag[*] skäl",
        "# malkoll: undantag[MK998] skäl",
        "# malkoll: undantag[MK202x] skäl",
        "# malkoll: undantag[unknown-thing] skäl",
        "# malkoll: undantag[något helt annat] skäl",
    ],
)
def test_a_comment_to_the_tool_that_it_can_not_follow_is_never_nothing(comment: str) -> None:
    for text in (above(comment), beside(comment)):
        assert codes(text) == ["MK902"]
        for language in Language:
            assert message(text, language)


@pytest.mark.parametrize(
    "value",
    [
        '"Hållbar # malkoll: undantag[MK504] vardagg"',
        "'Hållbar # malkoll vardagg # nr 2'",
        '["Hållbar # malkoll", "vardagg # nr 2"]',
    ],
)
def test_what_stands_in_a_text_is_no_comment_and_does_not_hide_the_one_after_it(value: str) -> None:
    text = changed((AREA, f"    fokusområde: {value}  # malkoll: undantag[MK202] skäl\n"))
    file = check(text)
    assert not file.diagnostics
    assert {(one.diagnostic.code, one.reason) for one in file.suppressed} == {("MK202", "skäl")}


def test_the_advice_shows_the_form_in_the_readers_language() -> None:
    text = above("# malkoll: strunta i detta")
    assert "undantag[MK402] skäl" in message(text, Language.SV)
    assert "ignore[MK402] reason" in message(text, Language.EN)


TOLD = {
    "undantag[MK202 MK203] skäl": (
        "MK202 MK203",
        (
            "Undantaget nämner flera regler utan komma emellan: ”MK202 MK203”. Det tystar ingenting. "
            "Skriv MK202, MK203."
        ),
        (
            "The exception names several rules without commas between them: “MK202 MK203”. It silences nothing. "
            "Write MK202, MK203."
        ),
    ),
    "undantag[MK4] skäl": (
        "MK4",
        (
            "Undantaget nämner ”MK4”, men ett undantag gäller en regel i taget. Det tystar ingenting. Skriv hela "
            "koden eller namnet, till exempel MK402 eller vague-word. Flera skiljs åt med komma."
        ),
        (
            "The exception names “MK4”, but an exception is for one rule at a time. It silences nothing. Write the "
            "whole code or the name, for example MK402 or vague-word. Several are parted by commas."
        ),
    ),
    "undantag[unkown-focus-area] skäl": (
        "unkown-focus-area",
        (
            "Det finns ingen regel som heter ”unkown-focus-area”, så undantaget tystar ingenting. "
            "Skriv unknown-focus-area."
        ),
        (
            "There is no rule called “unkown-focus-area”, so the exception silences nothing. "
            "Write unknown-focus-area."
        ),
    ),
    "undantag[något helt annat] skäl": (
        "något helt annat",
        (
            "Det finns ingen regel som heter ”något helt annat”, så undantaget tystar ingenting. "
            "Kommandot malkoll rules visar vad reglerna heter."
        ),
        (
            "There is no rule called “något helt annat”, so the exception silences nothing. "
            "The command malkoll rules shows what the rules are called."
        ),
    ),
    "ignorera MK202 skäl": (
        "# malkoll: ignorera MK202 skäl",
        (
            "Kommentaren går inte att läsa som ett undantag, så den tystar ingenting: ”malkoll: ignorera MK202 skäl”. "
            "Skriv: # malkoll: undantag[MK202] skäl"
        ),
        (
            "The comment can't be read as an exception, so it silences nothing: “malkoll: ignorera MK202 skäl”. "
            "Write: # malkoll: undantag[MK202] skäl"
        ),
    ),
    "undantag[MK202] byter namn till 2027-13-45": (
        "# malkoll: undantag[MK202] byter namn till 2027-13-45",
        (
            "”2027-13-45” går inte att läsa som ett datum, så undantaget tar aldrig slut. "
            "Skriv datumet så här: till 2027-12-31."
        ),
        (
            "“2027-13-45” can't be read as a date, so the exception never ends. "
            "Write the date like this: until 2027-12-31."
        ),
    ),
}


@pytest.mark.parametrize("comment", TOLD)
def test_what_is_wrong_with_a_comment_is_said_in_whole_and_shown_where_it_stands(comment: str) -> None:
    shown, swedish, english = TOLD[comment]
    text = above(f"# malkoll: {comment}", WRONG_AREA)
    (found,) = [one for one in check(text).diagnostics if one.code == "MK902"]
    start, end = found.location.start, found.location.end
    assert (start.line, end.line) == (13, 13)
    assert text.splitlines()[12][start.column - 1 : end.column - 1] == shown
    assert found.help
    for language, said in ((Language.SV, swedish), (Language.EN, english)):
        assert f"{found.message.render(language)} {found.help.render(language)}" == said


@pytest.mark.parametrize(
    ("comment", "label"),
    [
        ("undantag[unkown-focus-area] skäl", "menade du unknown-focus-area?"),
        ("undantag[något helt annat] skäl", None),
    ],
)
def test_beside_the_place_stands_what_was_most_likely_meant(comment: str, label: str | None) -> None:
    found = check(above(f"# malkoll: {comment}")).diagnostics[0]
    assert (found.label.render(Language.SV) if found.label else None) == label


@pytest.mark.parametrize(
    "comment", ["# om malkoll: den läser detta", "# malkollen", "# Malkoll läser detta", "# x"]
)
def test_other_comments_are_left_alone(comment: str) -> None:
    assert not codes(above(comment))


def test_an_unknown_name_does_not_spoil_the_known_ones() -> None:
    text = above("# malkoll: undantag[MK202, vauge-word] byter namn", WRONG_AREA)
    file = check(text)
    assert [one.code for one in file.diagnostics] == ["MK902"]
    assert len(file.suppressed) == 1


@pytest.mark.parametrize("reason", ["", " ", " -", ":", " till 2027-12-31"])
def test_a_comment_without_a_reason_silences_but_is_told_of(reason: str) -> None:
    text = above(f"# malkoll: undantag[MK202]{reason}", WRONG_AREA)
    file = check(text)
    assert [one.code for one in file.diagnostics] == ["MK903"]
    assert [one.reason for one in file.suppressed] == [""]


@pytest.mark.parametrize("comment", ["undantag[MK202] byter namn till", "ignore[MK202] renamed until"])
def test_a_comment_holds_through_its_last_day(comment: str) -> None:
    text = above(f"# malkoll: {comment} 2026-11-23", WRONG_AREA)
    file = check(text, date=datetime.date(2026, 11, 23))
    assert not file.diagnostics
    assert [one.until for one in file.suppressed] == ["2026-11-23"]
    assert file.suppressed[0].reason in {"byter namn", "renamed"}
    assert codes(text, date=datetime.date(2026, 11, 24)) == ["MK904", "MK202"]


@pytest.mark.parametrize("last", ["till och med 2026-11-22", "t.o.m. 2026-11-22", "till 2026-11-22."])
def test_a_last_day_may_be_written_as_people_do(last: str) -> None:
    assert codes(above(f"# malkoll: undantag[MK202] byter namn {last}", WRONG_AREA)) == ["MK904", "MK202"]


def test_an_expired_comment_is_told_of_once_and_all_that_it_silenced_is_shown() -> None:
    text = changed(
        ("mål:\n", "# malkoll: undantag[MK202, MK504, MK203] skäl till 2026-01-01\nmål:\n"),
        (AREA, WRONG_AREA),
        ("målgrupp: brukare", "målgrupp: förvaltningen"),
    )
    assert codes(text) == ["MK904", "MK202", "MK504"]
    assert not check(text).suppressed


def test_an_expired_comment_with_nothing_to_silence_is_unused() -> None:
    assert codes(above("# malkoll: undantag[MK202] skäl till 2026-01-01")) == ["MK901"]


@pytest.mark.parametrize(
    "date", ["2027-13-45", "2027-02-30", "2027-12", "2027/12/31", "31/12 2027", "31.12.2027"]
)
def test_a_date_that_can_not_be_read_is_told_of_since_it_would_never_come(date: str) -> None:
    text = above(f"# malkoll: undantag[MK202] byter namn till {date}", WRONG_AREA)
    file = check(text)
    assert [one.code for one in file.diagnostics] == ["MK902"]
    assert date in file.diagnostics[0].message.render(Language.SV)
    assert len(file.suppressed) == 1


@pytest.mark.parametrize(
    "reason", ["hör till § 12", "minskar från 74 till 45", "gäller till nästa budget", "se § 2027-12"]
)
def test_a_reason_may_hold_numbers(reason: str) -> None:
    file = check(above(f"# malkoll: undantag[MK202] {reason}", WRONG_AREA))
    assert not file.diagnostics
    assert [one.reason for one in file.suppressed] == [reason]


def broken(*_: object) -> None:
    message = "secret text of the document"
    raise RuntimeError(message)


def test_a_broken_rule_is_never_silenced() -> None:
    chosen = select()
    rules = tuple(
        rule._replace(module=__name__, function="broken") if rule.code == "MK202" else rule
        for rule in chosen.rules
    )
    text = "# malkoll: undantag-fil[MK999, MK202] tyst\n" + SOUND
    file = check(text, selection=chosen.only(rules))
    assert {one.code for one in file.diagnostics} == {"MK999"}
    assert file.diagnostics[0].message.render(Language.EN) == (
        "The rule MK202 unknown-focus-area could not be run on this document (RuntimeError)."
    )


def test_a_finding_about_a_comment_can_be_silenced_too() -> None:
    text = "# malkoll: undantag-fil[MK903] skälen står i protokollet\n" + above(
        "# malkoll: undantag[MK202]", WRONG_AREA
    )
    file = check(text)
    assert not file.diagnostics
    assert sorted(one.diagnostic.code for one in file.suppressed) == ["MK202", "MK903"]
