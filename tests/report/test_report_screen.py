"""Reports fit the screen, with the same letters in colour and without, and no CI server obeys them."""

from __future__ import annotations

import io
import os
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from report_cases import ANSI, file_report, finding, full, goal, place, report, run, said, written
from rich.cells import cell_len

from malkoll.diagnostic import LocatedRelated, Location, Severity, Suppressed
from malkoll.language import Language
from malkoll.report import Format, Options, render, write
from malkoll.report.screen import wants_color, width_of
from malkoll.result import Report
from malkoll.source import Position

HOSTILE = (
    "[bold]x[/bold] [/x] :smile: [link=http://x]y[/link]",
    "\x1b[2J\x1b]0;titel\x07\x9b31m",
    "::error file=x::stopp",
    "  ::set-output name=x::y",
    "\u00a0::add-mask::x",
    "##[error]x ##vso[task.x] ##teamcity[x]",
    "\u202eabc\u2066\u200b\ufeff\u2028::warning::x\u2029\x85::debug::",
    "rad ett\n::error::rad två\r\n\t::error::rad tre",
    "👨‍👩‍👧❤️🇸🇪 汉字 e\u0301",
    "\ud800 \udfff",
    "{goal} %s {0} {{",
    "a" * 300,
    "",
)


def everywhere(text: str) -> Report:
    """Put a text wherever a file's words come in."""
    line = text.replace("\n", " ").replace("\r", " ")
    where = Location(text or "x", Position(1, 1), Position(1, len(line) + 1), ((1, line),))
    found = finding(
        where,
        text,
        help=text,
        label=text,
        reference=text,
        goal_index=0,
        goal=text,
        also=(where,),
        related=(LocatedRelated(where, said(text)),),
    )
    other = finding(place(f"  x: {line}y", "y"), "annat", help=text)
    goals = (goal(id=text, title=text, focus_areas=(text,)),)
    silenced = (Suppressed(found, text, None),)
    return report(
        file_report(found, other, goals=goals, path=text or "x", board=text, suppressed=silenced),
        file_report(found, goals=goals, path=f"{text}/y", board=text),
    )


def is_harmless(line: str) -> bool:
    return not re.match(r"\s*::", line) and not re.search(r"##\w*\[", line)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless_in_every_format(text: str, form: Format) -> None:
    for language in Language:
        options = Options(language=language, width=60, verbose=True, statistics=True)
        out = render(everywhere(text), form, options)
        lines = re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", out)
        if form is Format.GITHUB:
            # here each line is a command: one a finding, and none of another kind
            assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + [""]
        else:
            assert all(is_harmless(line) for line in lines)
        assert not re.search(
            "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]",
            out,
        )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=80), st.integers(min_value=40, max_value=130))
@example("::error::" * 20, 40)
@example("汉" * 50, 41)
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    out = render(everywhere(text), Format.FULL, Options(width=width, verbose=True, statistics=True))
    # a line that would begin a command gets one more letter
    assert all(cell_len(line) <= width + line.lstrip().startswith("\\::") for line in out.split("\n"))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("form", [Format.FULL, Format.CONCISE])
def test_colour_adds_nothing_but_colour(form: Format, width: int) -> None:
    reports = [
        run("examples/sv/socialnamnden-utkast.yaml", "examples/sv/fel-matning.yaml"),
        *map(everywhere, HOSTILE),
    ]
    for made in reports:
        options = Options(width=width, verbose=True, statistics=True)
        plain, colored = io.StringIO(), io.StringIO()
        write(made, form, plain, options)
        write(made, form, colored, options._replace(color=True))
        assert ANSI.sub("", colored.getvalue()) == plain.getvalue()
        assert "\x1b[" in colored.getvalue()


def test_colours_are_given_where_they_are_asked_for_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    stream = io.StringIO()
    write(report(file_report(finding())), Format.FULL, stream, Options(color=True))
    assert "\x1b[1;31m✖ Fel MK202" in stream.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp850", "utf-8", "utf-16"])
@pytest.mark.parametrize("form", list(Format))
def test_no_encoding_makes_a_report_fail(form: Format, encoding: str) -> None:
    for made in (run("examples/sv/fel-matning.yaml"), *map(everywhere, HOSTILE)):
        for color in (False, True):
            assert written(made, form, Options(verbose=True, color=color), encoding) is not None


def test_windows_letters_keep_the_swedish_and_substitute_the_signs() -> None:
    made = report(file_report(finding(message="”Hållbar hälsan” finns inte – se 😀.")))
    text = written(made, Format.FULL, Options(), "cp1252").decode("cp1252")
    assert "x Fel MK202 · okänt fokusområde\n  ”Hållbar hälsan” finns inte – se ?.\n" in text
    assert "    |                  ~~~~~\n" in text


def test_json_is_utf_8_whatever_the_stream_is() -> None:
    made = report(file_report(board="Miljönämnden ✔"))
    stream = io.StringIO()
    write(made, Format.JSON, stream, Options())
    assert "Miljönämnden ✔" in stream.getvalue()
    assert "Miljönämnden ✔" in written(made, Format.JSON, Options(), "ascii").decode("utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "is_terminal", "environment", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_people_unless_they_say_otherwise(
    choice: str,
    is_terminal: bool,  # noqa: FBT001
    environment: dict[str, str],
    expected: bool,  # noqa: FBT001
) -> None:
    stream = Terminal() if is_terminal else io.StringIO()
    assert wants_color(choice, stream, environment) is expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, 100),
        ({"COLUMNS": "72"}, 72),
        ({"COLUMNS": "5"}, 40),
        ({"COLUMNS": "bred"}, 100),
        ({"COLUMNS": "0"}, 100),
    ],
)
def test_the_width_is_the_terminals_or_that_of_columns(environment: dict[str, str], expected: int) -> None:
    assert width_of(io.StringIO(), environment) == expected
    assert width_of(Terminal(), environment) == expected, "a terminal without a size"


@pytest.mark.skipif(os.name == "nt", reason="a terminal is made in another way there")
def test_a_real_terminals_width_goes_before_columns() -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 66, 0, 0))
    with open(theirs, "w") as stream:  # noqa: PTH123 - a descriptor
        assert width_of(stream, {"COLUMNS": "132"}) == 66
    os.close(ours)


def test_concise_is_a_line_a_finding_and_nothing_else() -> None:
    found = (
        finding(place("    namn: x", "x", number=3), "Ett mål\n  saknas.", severity=Severity.WARNING),
        finding(place("år: x", "x", number=9, file="b c.yaml"), "Fel år."),
    )
    made = report(file_report(*found, goals=(goal(),)), skipped=3)
    assert render(made, Format.CONCISE, Options()) == (
        "mål.yaml:3:11: varning MK202 Ett mål saknas.\nb c.yaml:9:5: fel MK202 Fel år.\n"
    )
    assert (
        render(made, Format.CONCISE, Options(language=Language.EN, quiet=True))
        == "b c.yaml:9:5: error MK202 Fel år.\n"
    )
    assert "\n\nAntal per regel\n  1  ✖ fel      MK202" in render(
        made, Format.CONCISE, Options(statistics=True)
    )
    assert render(report(file_report()), Format.CONCISE, Options(statistics=True)) == ""


def test_sentences_stay_readable_on_a_wide_screen() -> None:
    text = full(report(file_report(finding(message="ord " * 200))), width=300)
    assert max(len(line) for line in text.splitlines()) <= 110
