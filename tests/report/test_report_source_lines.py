"""What is underlined is what is meant, whatever stands in the line."""

from __future__ import annotations

import unicodedata

import pytest
from report_cases import file_report, finding, full, place, report
from rich.cells import cell_len

from malkoll.diagnostic import Location, Severity
from malkoll.report.layout import Style, text_of
from malkoll.report.shown import Shown
from malkoll.report.snippet import Snippets, source_lines
from malkoll.source import Position

NFD = unicodedata.normalize("NFD", "    fokusområde: Hållbår hälsan")


def drawn(*places: Location, cells: int = 80, label: str = "", context: bool = True) -> list[str]:
    lines = Snippets(Shown(), cells).lines(source_lines(places, context=context), Style.ERROR, label)
    return [text_of(line).rstrip() for line in lines]


def under(rows: list[str]) -> str:
    """Give the letters above the underlining of the last row, by cells."""
    above, below = rows[-2], rows[-1]
    cells = [cell_len(above[: end + 1]) - 1 for end in range(len(above))]
    return "".join(letter for letter, cell in zip(above, cells, strict=True) if below[cell : cell + 1] == "━")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("    fokusområde: Hållbår hälsan", "Hållbår hälsan"),
        (NFD, NFD.split(": ")[1]),
        ("    formulering: 😀 fler 汉字 barn får plats", "汉字 barn"),
        ("    formulering: ❤️ får plats", "får"),
        ("\t\tfokusområde:\tHälsa", "Hälsa"),
        ("    titel: [b]fet[/b] :smile:", "[/b] :smile:"),
    ],
)
def test_the_right_letters_are_underlined(line: str, meant: str) -> None:
    assert under(drawn(place(line, meant))) == meant


def test_a_joined_emoji_is_as_wide_as_it_looks() -> None:
    rows = drawn(place("    titel: 👨‍👩‍👧 familjer", "familjer"))
    assert rows[1].index("━") == cell_len("  7 │     titel: 👨‍👩‍👧 ")


def test_what_is_made_visible_is_underlined_whole() -> None:
    rows = drawn(place("titel: a\x1bb\u202ec", "\x1bb\u202e"))
    assert rows[0].endswith("titel: a\\x1bb‹U+202E›c")
    assert under(rows) == "\\x1bb‹U+202E›"


def test_a_joining_mark_alone_is_underlined_with_its_letter() -> None:
    line = "titel: Ha\u030allbar"
    mark = Location("mål.yaml", Position(1, 10), Position(1, 11), ((1, line),))
    assert under(drawn(mark)) == "a\u030a"


def test_a_place_after_the_last_letter_has_a_cell_of_its_own() -> None:
    end = Location("mål.yaml", Position(1, 7), Position(1, 7), ((1, "titel:"),))
    rows = drawn(end)
    assert rows[1] == "    │       ━"


def test_places_in_one_line_share_their_underlining() -> None:
    line = "  formulering: goda och attraktiva mötesplatser"
    rows = drawn(place(line, "goda"), place(line, "attraktiva"))
    assert len(rows) == 2
    assert rows[1].split() == ["│", "━━━━", "━━━━━━━━━━"]


def test_overlapping_places_are_one_stretch() -> None:
    line = "  formulering: goda och attraktiva mötesplatser"
    rows = drawn(place(line, "goda och"), place(line, "och attraktiva"))
    assert under(rows) == "goda och attraktiva"


def test_places_in_other_lines_are_shown_in_order_with_a_gap() -> None:
    rows = drawn(place("nämnd: x", "x", number=12), place("år: y", "y", number=3))
    assert rows[0].startswith("   3 │ år: y")
    assert rows[2].strip() == "…"
    assert rows[3].startswith("  12 │ nämnd: x")


def test_the_line_before_is_context_and_not_underlined() -> None:
    rows = drawn(place("år: 2027", "2027", before="nämnd: Socialnämnden"))
    assert rows == ["  6 │ nämnd: Socialnämnden", "  7 │ år: 2027", "    │     ━━━━"]


@pytest.mark.parametrize("cells", [40, 60, 80])
@pytest.mark.parametrize("meant", ["först", "mitten", "slutet.", "en lång text med mitten i sig"])
def test_a_long_line_is_cut_around_what_is_meant(meant: str, cells: int) -> None:
    line = (
        "    formulering: först "
        + "och " * 20
        + "en lång text med mitten i sig "
        + "med " * 20
        + "till slutet."
    )
    rows = drawn(place(line, meant), cells=cells)
    assert under(rows) == meant
    assert all(cell_len(row) <= cells for row in rows)
    assert "…" in rows[0]


def test_a_place_longer_than_the_screen_is_cut_with_its_line() -> None:
    line = "    formulering: " + "lång " * 40
    rows = drawn(place(line, line.strip()), cells=60)
    assert rows[0].startswith("  7 │     formulering: lång")
    assert all(cell_len(row) <= 60 for row in rows)


def test_places_too_far_apart_for_one_row_get_a_row_each() -> None:
    line = "formulering: goda " + "och " * 40 + "attraktiva platser"
    rows = drawn(place(line, "goda"), place(line, "attraktiva"), cells=60)
    assert [under(rows[:2]), under(rows[2:])] == ["goda", "attraktiva"]


@pytest.mark.parametrize("before", [0, 10, 5_000, 900_000])
def test_a_line_without_end_is_shown_around_what_is_meant(before: int) -> None:
    line = "x" * before + " mitt " + "y" * 500_000 + " slut " + "z" * 5_000
    rows = drawn(place(line, "mitt"), place(line, "slut"), cells=60)
    assert [under(rows[:2]), under(rows[2:])] == ["mitt", "slut"]
    assert all(cell_len(row) <= 60 for row in rows)
    assert rows[0].endswith("…")
    context = drawn(place("a: b", "b", before="x" * 5_000), cells=60)
    assert context[0] == "  6 │ " + "x" * 53 + "…"


def test_wide_letters_at_the_edges_of_a_cut_line_keep_the_underlining_right() -> None:
    line = "formulering: " + "汉" * 60 + "mitt" + "字" * 60
    for cells in range(40, 60):
        rows = drawn(place(line, "mitt"), cells=cells)
        assert under(rows) == "mitt"
        assert all(cell_len(row) <= cells for row in rows)


def test_the_label_follows_the_underlining_or_stands_below() -> None:
    line = "  fokusområde: Hållbar hälsan"
    rows = drawn(place(line, "Hållbar hälsan"), label="menade du ”Hållbar hälsa”?")
    assert rows[1].endswith("━━━━ menade du ”Hållbar hälsa”?")
    narrow = drawn(place(line, "Hållbar hälsan"), label="menade du ”Hållbar hälsa”?", cells=45)
    assert narrow[1].endswith("━")
    assert narrow[2].endswith("menade du ”Hållbar hälsa”?")
    assert all(cell_len(row) <= 45 for row in narrow)


def test_a_text_over_several_lines_is_underlined_line_by_line() -> None:
    lines = ((3, "formulering: >-"), (4, "  Fler äldre"), (5, "  känner sig trygga."))
    rows = drawn(Location("mål.yaml", Position(3, 14), Position(5, 22), lines))
    assert [row.split("│ ")[1].strip("━ ") for row in rows] == [
        "formulering: >-",
        "Fler äldre",
        "",
        "känner sig trygga.",
        "",
    ]
    assert rows[2].index("━") == rows[1].index("F")


def test_of_a_long_text_the_first_lines_and_the_last_are_shown() -> None:
    lines = tuple((number, f"rad {number}") for number in range(3, 9))
    rows = drawn(Location("mål.yaml", Position(3, 1), Position(8, 6), lines))
    assert [row.split()[0] for row in rows if "━" not in row] == ["3", "4", "…", "8"]


def test_many_places_are_counted_beyond_the_first_lines() -> None:
    places = tuple(place("namn: x", "x", number=number) for number in range(1, 31))
    text = full(report(file_report(finding(places[0], also=places[1:]))))
    assert "och 22 rader till" in text
    assert text.count("namn: x") == 8


def test_severities_have_their_own_sign_and_word() -> None:
    found = [finding(severity=severity, code=f"MK20{index}") for index, severity in enumerate(Severity)]
    text = full(report(file_report(*found)))
    assert [row for row in text.splitlines() if " MK20" in row and "·" in row] == [
        "✖ Fel MK200 · okänt fokusområde",
        "▲ Varning MK201 · okänt fokusområde",
        "● Råd MK202 · okänt fokusområde",
    ]
