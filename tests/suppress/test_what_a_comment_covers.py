"""A comment silences exactly the findings of the entry or list item that it stands above or beside."""

from __future__ import annotations

import pytest

from checked import SOUND, changed, check, codes, places

AREA = "    fokusområde: Hållbar vardag\n"
WRONG_AREA = "    fokusområde: Hållbar vardagg\n"
SECOND_AREA = ("    fokusområde: Hållbar hälsa\n", "    fokusområde: Hållbar hälssa\n")


def test_without_a_comment_the_finding_is_shown() -> None:
    assert codes(changed((AREA, WRONG_AREA))) == ["MK202"]


@pytest.mark.parametrize(
    "comment",
    [
        "# malkoll: ignore[MK202] renamed in spring",
        "# malkoll: undantag[MK202] byter namn",
        "# malkoll: undantag[unknown-focus-area] byter namn",
        "# malkoll: undantag[ mk202 ] byter namn",
        "# malkoll: undantag[MK402, unknown-focus-area] byter namn",
        "# malkoll: Undantag[Unknown-Focus-Area]: byter namn",
        "#malkoll:undantag[MK202] byter namn",
        "## Malkoll: undantag [MK202] – byter namn",
        "# malkoll: undantag[MK202] byter namn till 2027-06-30",
    ],
)
def test_a_comment_on_its_own_line_silences_the_key_below(comment: str) -> None:
    file = check(changed((AREA, f"    {comment}\n{WRONG_AREA}")))
    assert [one.diagnostic.code for one in file.suppressed] == ["MK202"]
    assert "MK202" not in [one.code for one in file.diagnostics]


@pytest.mark.parametrize("comment", ["# malkoll: ignore[MK202] why", "#malkoll: undantag[MK202] skäl"])
def test_a_comment_at_the_end_of_a_line_silences_that_line(comment: str) -> None:
    file = check(changed((AREA, WRONG_AREA.replace("\n", f"  {comment}\n"))))
    assert not file.diagnostics
    assert len(file.suppressed) == 1


def test_a_comment_above_a_goal_silences_all_of_the_goal_and_no_other() -> None:
    text = changed(
        ("  - id: sn-1\n", "  # malkoll: undantag[MK202] byter namn\n  - id: sn-1\n"),
        (AREA, WRONG_AREA),
        SECOND_AREA,
    )
    file = check(text)
    assert [(one.code, one.goal) for one in file.diagnostics] == [("MK202", "sn-2")]
    assert [one.diagnostic.goal for one in file.suppressed] == ["sn-1"]


def test_a_comment_above_a_key_does_not_reach_its_sisters() -> None:
    text = changed(
        ("    formulering: Andelen", "    # malkoll: undantag[MK202] byter namn\n    formulering: Andelen"),
        (AREA, WRONG_AREA),
    )
    assert codes(text) == ["MK901", "MK202"]


def test_a_comment_beside_the_first_key_of_a_goal_is_about_that_key() -> None:
    text = changed(
        ("  - id: sn-1\n", "  - id: sn-1  # malkoll: undantag[MK202] byter namn\n"), (AREA, WRONG_AREA)
    )
    assert codes(text) == ["MK901", "MK202"]


def test_a_comment_beside_a_lone_dash_is_about_the_whole_item() -> None:
    text = changed(
        ("  - id: sn-1\n", "  -  # malkoll: undantag[MK202] byter - namn\n    id: sn-1\n"), (AREA, WRONG_AREA)
    )
    assert not codes(text)


def test_a_comment_beside_a_key_is_about_all_below_the_key() -> None:
    text = changed(
        ("mål:\n", "mål:  # malkoll: undantag[MK202] byter namn\n"), (AREA, WRONG_AREA), SECOND_AREA
    )
    file = check(text)
    assert not file.diagnostics
    assert len(file.suppressed) == 2


def test_a_comment_between_a_key_and_its_list_is_about_the_first_item() -> None:
    text = changed(
        ("mål:\n", "mål:\n  # malkoll: undantag[MK202] byter namn\n"), (AREA, WRONG_AREA), SECOND_AREA
    )
    file = check(text)
    assert [one.goal for one in file.diagnostics] == ["sn-2"]


def test_blank_lines_and_other_comments_may_stand_between() -> None:
    text = changed((AREA, f"    # malkoll: undantag[MK202] byter namn\n\n    # se beslutet\n\n{WRONG_AREA}"))
    assert not codes(text)


def test_two_comments_may_stand_above_each_other() -> None:
    text = changed(
        (
            AREA,
            (
                "    # malkoll: undantag[MK202] byter namn\n    # malkoll: undantag[MK203] fem områden\n"
                "    fokusområde: [Hållbar vardag, Hållbar hälsa, Hållbar natur, Hållbar kompetens, Hållbar x]\n"
            ),
        )
    )
    file = check(text)
    assert not file.diagnostics
    assert sorted(one.diagnostic.code for one in file.suppressed) == ["MK202", "MK203"]


def test_a_comment_inside_brackets_is_about_the_line_below() -> None:
    text = changed(
        (
            AREA,
            (
                "    fokusområde: [\n      # malkoll: undantag[MK202] byter namn\n      Hållbar vardagg,\n"
                "      Hållbar hälssa,\n    ]\n"
            ),
        )
    )
    assert places(text) == [("MK202", 16)]


def test_a_comment_beside_a_line_inside_brackets_is_about_that_line() -> None:
    text = changed(
        (
            AREA,
            (
                "    fokusområde: [\n      Hållbar vardagg,  # malkoll: undantag[MK202] byter namn\n"
                "      Hållbar hälssa,\n    ]\n"
            ),
        )
    )
    assert places(text) == [("MK202", 15)]


def test_a_comment_after_the_closing_bracket_is_about_all_of_it() -> None:
    text = changed(
        (
            AREA,
            "    fokusområde: [Hållbar vardagg,\n      Hållbar hälssa]  # malkoll: undantag[MK202] byter namn\n",
        )
    )
    file = check(text)
    assert not file.diagnostics
    assert len(file.suppressed) == 2


def test_a_comment_after_a_text_of_several_lines_is_about_the_text() -> None:
    text = changed(
        (AREA, '    fokusområde: "Hållbar\n      vardagg"  # malkoll: undantag[MK202] byter namn\n')
    )
    assert not codes(text)


@pytest.mark.parametrize("style", ["|", ">-"])
def test_a_comment_beside_a_block_texts_mark_is_about_the_text(style: str) -> None:
    text = changed(
        (AREA, f"    fokusområde: {style}  # malkoll: undantag[MK202] byter namn\n      Hållbar vardagg\n")
    )
    assert not codes(text)


@pytest.mark.parametrize(
    "statement",
    [
        '"Tvåhundra elever # malkoll: undantag[MK202] skäl"',
        "'Tvåhundra elever # malkoll: undantag[MK202] skäl'",
        "|\n      Tvåhundra elever\n      # malkoll: undantag[MK202] skäl",
        ">-\n      # malkoll: undantag-fil[MK202] skäl\n      Tvåhundra elever",
        '"Tvåhundra\n      # malkoll: undantag[MK202] skäl\n      elever"',
        "Tvåhundra elever#malkoll:undantag[MK202] skäl",
    ],
)
def test_a_hash_inside_a_text_is_text(statement: str) -> None:
    text = changed(
        (AREA, WRONG_AREA), ("    rådighet: egen\n", f"    beskrivning: {statement}\n    rådighet: egen\n")
    )
    file = check(text)
    assert not file.suppressed
    assert "MK202" in [one.code for one in file.diagnostics]
    assert "MK901" not in [one.code for one in file.diagnostics]


def test_a_commented_out_line_with_a_comment_of_its_own_is_nothing() -> None:
    text = changed((AREA, f"    # fokusområde: Hållbart  # malkoll: undantag[MK202] skäl\n{WRONG_AREA}"))
    assert codes(text) == ["MK202"]


@pytest.mark.parametrize("word", ["ignore-file", "undantag-fil"])
@pytest.mark.parametrize("at_top", [True, False])
def test_a_comment_about_the_file_silences_it_all_wherever_it_stands(word: str, *, at_top: bool) -> None:
    comment = f"# malkoll: {word}[MK202] byter namn\n"
    text = changed((AREA, WRONG_AREA), SECOND_AREA)
    file = check(comment + text if at_top else text + comment)
    assert not file.diagnostics
    assert len(file.suppressed) == 2


def test_a_comment_after_the_last_item_covers_nothing() -> None:
    text = changed((AREA, WRONG_AREA)) + "  # malkoll: undantag[MK202] byter namn\n"
    assert codes(text) == ["MK202", "MK901"]


def test_a_comment_at_the_end_of_a_goal_is_about_the_next_goal() -> None:
    text = changed(
        (AREA, WRONG_AREA),
        ("  - id: sn-2\n", "    # malkoll: undantag[MK202] byter namn\n  - id: sn-2\n"),
        SECOND_AREA,
    )
    assert [one.goal for one in check(text).diagnostics] == ["sn-1"]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(newline: str, mark: bytes) -> None:
    text = changed(
        (AREA, f"    # malkoll: undantag[MK202] byter namn\n{WRONG_AREA}"),
        (SECOND_AREA[0], SECOND_AREA[1].replace("\n", "  # malkoll: ignore[MK202] renamed\n")),
    )
    file = check(mark + text.replace("\n", newline).encode())
    assert not file.diagnostics
    assert len(file.suppressed) == 2
    assert [one.reason for one in file.suppressed] == ["byter namn", "renamed"]


def test_a_comment_on_the_files_last_line_needs_no_line_end() -> None:
    text = changed((AREA, WRONG_AREA)) + "# malkoll: undantag-fil[MK202] byter namn"
    assert not codes(text)


def test_a_comment_beside_an_alias_does_not_reach_the_place_that_it_repeats() -> None:
    text = changed(
        (AREA, "    fokusområde: &a Hållbar vardagg\n"),
        (SECOND_AREA[0], "    fokusområde: *a  # malkoll: undantag[MK202] skäl\n"),
    )
    assert ("MK202", 13) in places(text)


def test_a_finding_at_a_goals_head_is_silenced_by_a_comment_beside_it() -> None:
    text = changed(
        ("  - id: sn-3\n", "  - id: sn-3  # malkoll: undantag[MK301] bedöms senare\n"),
        (SOUND[SOUND.index("    professionell_bedömning:") :], ""),
    )
    file = check(text)
    assert not file.diagnostics
    assert [one.diagnostic.code for one in file.suppressed] == ["MK301"]


def test_a_broken_line_can_be_silenced_where_the_rest_is_read() -> None:
    text = changed(
        (
            "    rådighet: egen\n",
            "    # malkoll: undantag[MK003] skrivs om\n    beskrivning: Kort: en sak\n    rådighet: egen\n",
        )
    )
    file = check(text)
    assert not file.diagnostics
    assert [one.diagnostic.code for one in file.suppressed] == ["MK003"]


def test_items_after_an_alias_are_found_where_they_stand() -> None:
    text = changed(
        ("kommun: Exempelkommun", "kommun: &k Exempelkommun"),
        (
            AREA,
            (
                "    fokusområde:\n      - *k\n      # malkoll: undantag[MK202] byter namn\n      - Hållbar vardagg\n"
                "      -  # malkoll: undantag[MK202] byter namn\n        Hållbar hälssa\n"
            ),
        ),
    )
    assert [place for place in places(text) if place[0] in {"MK202", "MK901"}] == [("MK202", 1)]


DEEP = "[" * 150


def test_in_a_file_that_can_not_be_read_a_comment_covers_the_lines_indented_below() -> None:
    text = f"nämnd: A\n# malkoll: undantag[MK007] skrivs om\n\n# mer\nmål:\n  a: b\n\n  c: {DEEP}\n"
    file = check(text)
    assert not file.diagnostics
    assert [one.diagnostic.code for one in file.suppressed] == ["MK007"]


def test_in_a_file_that_can_not_be_read_a_comment_ends_with_the_indentation() -> None:
    assert codes(f"nämnd:\n  # malkoll: undantag[MK007] skrivs om\n  a: b\nmål: {DEEP}\n") == ["MK007"]


def test_in_a_file_that_can_not_be_read_a_hash_in_quotes_is_text() -> None:
    assert codes(f'nämnd: "a # malkoll: undantag-fil[MK007] skäl"\nmål: {DEEP}\n') == ["MK007"]
    assert not codes(f"nämnd: a # malkoll: undantag-fil[MK007] skäl\nmål: {DEEP}\n")


def test_two_comments_on_one_line_are_one() -> None:
    text = changed((AREA, f"    # malkoll: undantag[MK202] byter namn, se malkoll: undantag\n{WRONG_AREA}"))
    file = check(text)
    assert not file.diagnostics
    assert [one.reason for one in file.suppressed] == ["byter namn, se malkoll: undantag"]
