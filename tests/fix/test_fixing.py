"""One document fixed: what is made, what is kept, what is left and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mended import SAFE, alone, mended, text_of

from checked import DATE, SOUND, changed, check, codes
from malkoll.diagnostic import Applicability, Diagnostic, Edit, LocatedFix
from malkoll.file_report import FileReport
from malkoll.fix.edits import Proposal, apart
from malkoll.fix.mending import Check, mend
from malkoll.language import Language, Message, Text
from malkoll.selection import select
from malkoll.source import Position, Span

MISSPELT = (
    ("nämnd:", "namnd:"),
    ("Hållbar vardag", "Hållbar vardan"),
    ("rådighet: egen", "rådighet: eget"),
)


def _said(left: tuple[Message, ...]) -> str:
    return " ".join(one.render(Language.SV) for one in left)


def test_a_sound_document_stays_as_it_is() -> None:
    assert mended(SOUND) == (SOUND.encode(), (), ())


def test_fixes_of_several_rules_give_the_sound_document_back() -> None:
    found = mended(changed(*MISSPELT))
    assert found.data.decode() == SOUND
    assert sorted(one.code for one in found.made) == ["MK101", "MK104", "MK202"]
    assert not found.left


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="BOM"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no last line end"),
        pytest.param(lambda text: text.replace("\n", "  # till läsaren\n").encode(), id="comments"),
        pytest.param(lambda text: text.replace("kommun:", "kommun:   ").encode(), id="blanks"),
    ],
)
def test_what_no_fix_is_about_stays_byte_for_byte(written: Callable[[str], bytes]) -> None:
    assert mended(written(changed(*MISSPELT))).data == written(SOUND)


@pytest.mark.parametrize(
    "encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_another_encoding_becomes_utf_8_and_the_rest_is_fixed_too(encoding: str) -> None:
    found = mended(changed(*MISSPELT).encode(encoding))
    assert found.data.decode("utf-8") == SOUND
    assert {one.code for one in found.made} == {"MK002", "MK101", "MK104", "MK202"}


def test_a_file_put_together_of_two_encodings_loses_no_letter() -> None:
    first, _, rest = SOUND.partition("mål:\n")
    data = first.encode() + "mål:\n".encode() + rest.encode("cp1252")
    assert mended(data).data.decode() == SOUND


def test_broken_characters_are_not_written_over() -> None:
    found = mended(SOUND.encode("utf-16")[:-1])
    assert found.data == SOUND.encode("utf-16")[:-1]
    assert "trasiga" in _said(found.left)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_wide_file_that_is_cut_short_is_not_written_over(encoding: str, cut: int) -> None:
    faulty = f"{changed(*MISSPELT)}# å".encode(encoding)[:-cut]
    found = mended(faulty)
    if encoding.startswith("utf-16") and cut == 2:
        assert found.data.decode() == SOUND + "# "
        return
    assert found.data == faulty
    assert "några av dess tecken är trasiga" in _said(found.left)


def test_where_not_utf8_is_off_a_file_keeps_its_encoding() -> None:
    data = changed(*MISSPELT).encode("cp1252")
    chosen = select(ignored=["MK002"])
    found = mend("a.yaml", data, lambda text: check(text, selection=chosen), SAFE)
    assert found.data == data
    assert "not-utf8" in _said(found.left)


def test_quoting_a_text_with_a_colon_keeps_its_comment_and_its_words() -> None:
    line = "    fokusområde: Hållbar hälsa\n"
    faulty = changed(
        (line, line + "    beskrivning: Mål: kortare väntan  # se § 4\n"),
    )
    assert text_of(faulty) == faulty.replace("Mål: kortare väntan", '"Mål: kortare väntan"')


def test_overlapping_fixes_are_made_one_after_the_other() -> None:
    """A hidden character within a misspelt key, and the key in the wrong language."""
    faulty = changed(("    formulering:", "    state\u200bment:"), ("målgrupp:", "malgrup\u00adp:"))
    assert text_of(faulty) == SOUND


def test_a_line_end_alone_between_braces_stays() -> None:
    faulty = SOUND.replace("{värde: 64, år: 2025}", "{namn: 64, mest\r            flickor, år: 2025}")
    assert '"64, mest\r            flickor"' in text_of(faulty)


@pytest.mark.parametrize(
    ("old", "new", "fixed"),
    [
        ("värde: 80", "värde: ca 80", "värde: 80"),
        ("rubrik", "rubrik", "rubrik"),
        ("kommun: Exempelkommun", 'kommun: "Exempelkommun', 'kommun: "Exempelkommun"'),
        ("    målgrupp: äldre", "   målgrupp: äldre", "    målgrupp: äldre"),
    ],
)
def test_what_is_guessed_is_fixed_only_when_asked_for(old: str, new: str, fixed: str) -> None:
    faulty = SOUND.replace(old, new, 1)
    assert text_of(faulty) == faulty
    assert text_of(faulty, unsafe=True) == SOUND.replace(old, fixed, 1)


def test_silenced_findings_are_not_fixed() -> None:
    faulty = changed(
        (
            "fokusområde: Hållbar vardag",
            "fokusområde: Hållbar vardan  # malkoll: undantag[MK202] nytt namn i år",
        )
    )
    assert text_of(faulty) == faulty


def test_an_exception_that_silences_nothing_is_taken_away_with_its_line() -> None:
    faulty = changed(("    målgrupp: äldre", "    # malkoll: undantag[MK504] skäl\n    målgrupp: äldre"))
    assert text_of(faulty) == SOUND


def test_a_file_that_cannot_be_read_to_its_end_is_left_and_that_is_told() -> None:
    faulty = changed(*MISSPELT) + "\n[ {\u200b\n"
    found = mended(faulty)
    assert found.data == faulty.encode()
    assert "går inte att läsa till slutet" in _said(found.left)


def test_a_fix_that_would_bring_more_findings_is_left_and_that_is_told() -> None:
    text = changed(*MISSPELT)
    faults = alone(text.encode()).diagnostics

    def asked(data: bytes) -> FileReport:
        """Find more, once the focus area is right."""
        report = alone(data)
        more = () if "Hållbar vardan" in data.decode() else (*faults, *faults)
        more = tuple(one._replace(fix=None) for one in more)
        return report._replace(diagnostics=(*report.diagnostics, *more))

    found = mend("mål.yaml", text.encode(), asked, SAFE)
    assert found.data.decode() == changed(MISSPELT[1])
    assert [one.code for one in found.made] == ["MK101", "MK104"]
    assert "MK202 på rad 13" in _said(found.left)
    assert "fler anmärkningar" in _said(found.left)


def test_a_fix_may_bring_to_light_what_another_mends() -> None:
    """Exceptions that silence nothing are told of when the file's text is right."""
    exception = "  # malkoll: undantag[MK504] skäl\n"
    faulty = changed(
        ("år: 2026\n", f"år: 2026{exception}"), ("målgrupp: äldre\n", f"målgrupp: äldre{exception}")
    )
    found = mended(faulty.encode("cp1252"))
    assert found.data.decode() == SOUND
    assert [one.code for one in found.made] == ["MK002", "MK901", "MK901"]


def _finding(name: str, code: str, edits: list[tuple[int, int, str]], text: str) -> Diagnostic:
    """Make a finding of a rule that isn't there, with a fix that isn't right."""
    (real,) = [one for one in check(changed(MISSPELT[0])).diagnostics if one.code == "MK101"]
    there = Position(1, 1)
    made = tuple(Edit(Span(start, end), there, there, new) for start, end, new in edits)
    return real._replace(
        code=code, name=name, fingerprint=text, fix=LocatedFix(Text("", "")(), made, Applicability.SAFE)
    )


def _with(*findings: Diagnostic, only_in: str = SOUND) -> Check:
    def asked(data: bytes) -> FileReport:
        report = alone(data)
        found = findings if data.decode() == only_in else ()
        return report._replace(diagnostics=(*report.diagnostics, *found))

    return asked


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param("målgrupp: äldre", "målgrupp: [äldre", "inte ha gått att läsa", id="unreadable"),
        pytest.param("målgrupp: äldre", "målgrupp: unga", "ny betydelse", id="another value"),
        pytest.param("målgrupp:", "ansvarig:", "ny betydelse", id="another key"),
        pytest.param("    målgrupp: äldre\n", "", "ny betydelse", id="a part less"),
        pytest.param("målgrupp: äldre", "målgrupp: äldre\n    ansvarig: a", "ny betydelse", id="a part more"),
        pytest.param("[samtal med varje placerat barn]", "samtal", "ny betydelse", id="another kind"),
        pytest.param("  # se § 4", "", "kommentar", id="a comment less"),
        pytest.param("  # se § 4", "  # se", "kommentar", id="a comment cut"),
    ],
)
def test_a_wrong_fix_is_not_made(old: str, new: str, reason: str) -> None:
    text = SOUND.replace("år: 2026\n", "år: 2026  # se § 4\n", 1)
    start = text.index(old)
    wrong = _finding("yaml-syntax", "MK003", [(start, start + len(old), new)], "x")
    asked = _with(wrong, only_in=text)
    found = mend("a.yaml", text.encode(), asked, SAFE)
    assert found.data == text.encode()
    assert reason in _said(found.left)


def test_one_fix_that_cannot_be_made_does_not_stop_the_others() -> None:
    text = changed(*MISSPELT)
    start = text.index("äldre")
    wrong = _finding("yaml-syntax", "MK003", [(start, start + 5, "unga")], "x")

    def asked(data: bytes) -> FileReport:
        report = alone(data)
        return (
            report._replace(diagnostics=(wrong, *report.diagnostics)) if "äldre" in data.decode() else report
        )

    found = mend("a.yaml", text.encode(), asked, SAFE)
    assert found.data.decode() == SOUND
    assert len(found.made) == 3
    assert len(found.left) == 1


def test_fixes_that_undo_each_other_end_in_the_file_as_it_was() -> None:
    start = SOUND.index("äldre")
    there = _finding("x", "MK504", [(start, start + 5, "unga")], "x")
    back = _finding("x", "MK504", [(start, start + 4, "äldre")], "y")

    def asked(data: bytes) -> FileReport:
        found = (there,) if data.decode() == SOUND else (back,)
        return alone(data)._replace(diagnostics=found)

    found = mend("a.yaml", SOUND.encode(), asked, SAFE)
    assert found.data == SOUND.encode()
    assert not found.made
    assert _said(found.left) == (
        "a.yaml är inte rättad: det kom hela tiden nya rättelser. Det är ett fel i malkoll, anmäl det gärna."
    )


def test_fixes_are_chosen_so_that_none_touches_another() -> None:
    def proposal(*places: tuple[int, int]) -> Proposal:
        found = _finding("x", "MK504", [(start, end, "z") for start, end in places], str(places))
        return Proposal(found, tuple((Span(*place), "z") for place in places))

    first, within, beside = proposal((0, 5), (20, 20)), proposal((3, 4)), proposal((5, 9))
    at_insertion, twice, far = proposal((15, 20)), proposal((30, 33), (31, 32)), proposal((40, 41))
    chosen = apart([far, twice, at_insertion, beside, within, first])
    assert chosen == [first, beside, far]


def test_a_document_with_many_slips_is_fixed_in_few_rounds() -> None:
    goal = (
        "  - {{formulering: Antalet {n} ökar, fokusomrade: Hallbar hälsa, horisont: 2026, malgrupp: barn}}\n"
    )
    text = "nämnd: Socialnämnden\når: 2026\nmål:\n" + "".join(goal.format(n=n) for n in range(60))
    asked = 0

    def counted(data: bytes) -> FileReport:
        nonlocal asked
        asked += 1
        return alone(data)

    found = mend("a.yaml", text.encode(), counted, SAFE)
    assert len(found.made) == 240
    assert asked < 8
    assert "Hållbar hälsa" in found.data.decode()
    assert codes(found.data, date=DATE)
