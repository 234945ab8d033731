"""Where a call writes: the document, the changes and the report, each to its stream."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from cli_calls import Call

from checked import changed
from malkoll.cli import main
from malkoll.cli.output import say, write_bytes

MISSPELT = changed(("fokusområde: Hållbar vardag", "fokusomrade: Hållbar vardag"))


def test_a_configuration_that_is_named_is_the_one_in_force(call: Call, faulty: Path) -> None:
    (faulty.parent / "annan.toml").write_text('ignore = ["MK202", "MK214"]\n', encoding="utf-8")
    assert call("check", faulty.name).status == 1
    said = call("check", faulty.name, "--config", "annan.toml")
    assert (said.status, "MK2" in said.out) == (0, False)


@pytest.mark.parametrize(
    "words", [("-",), ("--stdin-filename", "a.yaml"), ("-", "--stdin-filename", "a.yaml")]
)
def test_what_comes_in_goes_out_fixed_and_the_report_goes_beside_it(
    call: Call, words: tuple[str, ...]
) -> None:
    said = call("check", *words, "--fix", stdin=MISSPELT.encode())
    assert (said.status, said.out) == (0, changed())
    assert said.err.splitlines()[-1] == "1 rättelse gjord i 1 fil."
    wrong = changed(("Hållbar vardag", "Rymden"), text=MISSPELT)
    said = call("check", *words, "--fix", stdin=wrong.encode())
    assert said.status == 1
    assert said.out == changed(("Hållbar vardag", "Rymden"))
    assert "MK202" in said.err
    said = call("check", *words, stdin=wrong.encode())
    assert said.status == 1
    assert "MK202" in said.out


def test_changes_are_shown_in_colour_where_that_is_asked_for(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MISSPELT, encoding="utf-8")
    plain = call("check", "a.yaml", "--diff").out
    assert "\x1b[" not in plain
    assert "+    fokusområde: Hållbar vardag\n" in plain
    assert "\x1b[" not in call("check", "a.yaml", "--diff", "--color", "auto").out
    assert "\x1b[" not in call("check", "a.yaml", "--diff", "--color", "never").out
    assert "\x1b[" in call("check", "a.yaml", "--diff", "--color", "always").out


def test_changes_go_to_any_stream_of_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(MISSPELT, encoding="utf-8")
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", "a.yaml", "--diff"]) == 1
    assert "+    fokusområde: Hållbar vardag\n" in stream.getvalue()


def closed() -> io.TextIOWrapper:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream.close()
    return stream


@pytest.mark.parametrize("stream", [None, closed(), io.StringIO()])
def test_where_nobody_listens_nothing_more_is_told(
    monkeypatch: pytest.MonkeyPatch, stream: io.TextIOBase | None
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    write_bytes(b"fel", is_output=False)


def test_bytes_that_were_written_before_go_to_the_stream_they_came_from(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    write_bytes("å\n".encode(), is_output=True)
    write_bytes("ä\n".encode(), is_output=False)
    assert capfdbinary.readouterr() == ("å\n".encode(), "ä\n".encode())


def test_a_closed_place_is_forgotten_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())
    say("text")


@pytest.mark.parametrize(
    ("spoken", "interrupted", "broken"),
    [
        (
            "sv",
            "Avbrutet.",
            (
                "Något gick fel i malkoll självt (KeyError), så ingenting är prövat färdigt. Anmäl det gärna, med det "
                "kommando som du skrev. Med MALKOLL_DEBUG=1 framför visas var."
            ),
        ),
        (
            "en",
            "Interrupted.",
            (
                "Something went wrong in malkoll itself (KeyError), so nothing was checked to the end. Please report it, "
                "with the command that you wrote. MALKOLL_DEBUG=1 before it shows where."
            ),
        ),
    ],
)
def test_an_end_before_time_is_told_in_the_language_that_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch, spoken: str, interrupted: str, broken: str
) -> None:
    for error, line, status in ((KeyboardInterrupt, interrupted, 130), (KeyError, broken, 2)):

        def end(*_: object, error: type[BaseException] = error) -> int:
            raise error

        monkeypatch.setattr("malkoll.cli.check.run", end)
        # by the computer's language, and by the one that is asked for
        monkeypatch.setenv("LANG", "sv_SE.UTF-8" if spoken == "sv" else "en_GB.UTF-8")
        monkeypatch.delenv("MALKOLL_LANG", raising=False)
        assert call("check", "a.yaml") == (status, "", f"{line}\n")
        monkeypatch.setenv("LANG", "en_GB.UTF-8" if spoken == "sv" else "sv_SE.UTF-8")
        monkeypatch.setenv("MALKOLL_LANG", spoken)
        assert call("check", "a.yaml") == (status, "", f"{line}\n")


@pytest.mark.parametrize("server", ["CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_changes_are_bytes_for_programs_and_harmless_in_the_log_of_a_server(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    harmful = MISSPELT.replace("    horisont: 2026-2028", "    horisont: 2026-2028  # \x1b[31m\u202e")
    (tmp_path / "a.yaml").write_text(harmful, encoding="utf-8")
    assert "\u202e" in call("check", "a.yaml", "--diff", "--select", "MK101").out
    monkeypatch.setenv(server, "true")
    said = call("check", "a.yaml", "--diff", "--select", "MK101")
    assert "+    fokusområde: Hållbar vardag\n" in said.out
    assert not {"\u202e", "\x1b"} & set(said.out)
