"""Help and usage errors: whole in one language, whatever is asked or mistaken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli_calls import Call

from malkoll.cli.command import Command
from malkoll.cli.commands.options import COMMON
from malkoll.cli.commands.root import ROOT

OTHERS_ENGLISH = (
    "Usage", "Show this message", "No such", "Missing", "Invalid", "Error", "Options:", "Arguments:", "Commands:",
    "Try ", "requires", "unexpected", "Did you mean", "Write:", "Examples:", "There is", "Help:", "can be", "to follow",
)  # fmt: skip
SWEDISH = (
    "Skriv:",
    "Val:",
    "Kommandon:",
    "Uppgifter:",
    "Exempel:",
    "finns inte",
    "Menade du",
    "kan vara",
    "Hjälp:",
    "å",
    "ä",
    "ö",
)


def _commands(command: Command = ROOT) -> Iterator[Command]:
    yield command
    for below in command.commands:
        yield from _commands(below)


COMMANDS = list(_commands())
MISTAKES = [
    ("--formt",), ("-x",), ("check", "--formt", "json"), ("check", "--zzz"), ("check", "-qx"), ("check", "--format"),
    ("check", "--format", "jsn"), ("check", "--format", "zzz"), ("check", "--quiet=1"), ("check", "--model", "--quiet"),
    ("chek",), ("zzz",), ("model", "shw"), ("model", "zzz"), ("goals.yaml",), ("explain",), ("explain", "A", "B"),
    ("schema", "documnt"), ("schema", "zzz"), ("rules", "extra"), ("check", "--lang", "de"), ("--lang",),
    ("check", "--date", "i dag"), ("check", "--date", "2026-13-45"), ("check", ""), ("check", "--config", "x.toml"),
    ("check", "--config", "x.toml", "--isolated"), ("check", "a.yaml", "--stdin-filename", "b.yaml"),
    ("check", "--select", "MK20O"), ("check", "--select", "unknown-focus-are"), ("check", "--model", "fem-fokusomrade"),
    ("check", "--model", "finns-inte.yaml"), ("explain", "MK2"), ("explain", "unknown-ky"), ("rules", "--select", "x"),
    ("model", "init", "no/such/folder.yaml"), ("model", "show", "--model", "zzz"), ("--show-completion",),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.call)
def test_help_is_whole_in_swedish(command: Command, call: Call) -> None:
    said = call(*command.words, "--help", "--lang", "sv")
    assert said.status == 0
    assert said.err == ""
    assert not [word for word in OTHERS_ENGLISH if word in said.out]
    assert "Skriv:" in said.out
    assert command.summary.sv in said.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.call)
def test_help_is_whole_in_english(command: Command, call: Call) -> None:
    said = call("--lang", "en", *command.words, "-h")
    assert said.status == 0
    assert not [word for word in SWEDISH if word in said.out]
    assert "Write:" in said.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.call)
def test_help_names_every_option_that_works_and_no_other(command: Command, call: Call) -> None:
    said = call(*command.words, "--help")
    for option in (*command.options, *COMMON):
        assert (option.name in said.out) is not option.is_hidden
    names = {word.strip(",[]") for word in said.out.split() if word.startswith("--")}
    known = {option.name for option in (*command.options, *COMMON)}
    assert {name for name in names if name in said.out.partition("Val:")[2].partition("Exempel:")[0]} <= known


def test_help_of_check_offers_what_the_contract_fixes(call: Call) -> None:
    said = call("check", "--help")
    for name in (
        "--format", "--report", "--fix", "--unsafe-fixes", "--diff", "--select", "--extend-select", "--ignore", "--fail-on", "--model", "--date", "--config", "--isolated",
        "--stdin-filename", "--statistics", "--color", "--quiet", "--verbose", "--only-goal-documents", "--lang",
        "--baseline", "--write-baseline", "--grow-baseline", "--jobs", "--no-cache",
    ):  # fmt: skip
        assert f"{name}" in said.out


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_help_keeps_to_the_width_of_the_screen(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = call("check", "--help").out.partition("Exempel:")[0].splitlines()
    assert max(len(line) for line in lines) <= min(int(columns), 100)


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_a_mistaken_call_is_told_in_swedish_alone(
    call: Call, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHELL", raising=False)
    said = call(*words)
    assert said.status == 2
    assert said.out == ""
    assert said.err.strip()
    assert not [word for word in OTHERS_ENGLISH if word in said.err]


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_a_mistaken_call_is_told_in_english_alone(
    call: Call, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHELL", raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    said = call(*words)
    assert said.status == 2
    assert not [word for word in SWEDISH if word in said.err]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("check", "--formt"), "--format"),
        (("check", "--stat"), "--statistics"),
        (("chek",), "check"),
        (("model", "shw"), "show"),
        (("check", "--format", "jsno"), "json"),
        (("check", "--fail-on", "eror"), "error"),
        (("schema", "reprt"), "report"),
        (("check", "--select", "unknown-focus-are"), "unknown-focus-area"),
        (("check", "--model", "fem-fokusomrade"), "fem-fokusomraden"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_what_was_likely_meant_is_offered(call: Call, words: tuple[str, ...], meant: str) -> None:
    said = call(*words)
    assert f"Menade du {meant}?" in said.err.replace("”", "")


def test_a_mistake_points_to_the_help_of_its_command(call: Call) -> None:
    assert "Hjälp: malkoll model show --help" in call("model", "show", "--zzz").err
    assert "Hjälp: malkoll --help" in call("zzz").err


def test_a_file_without_a_command_is_told_how_to_be_checked(call: Call) -> None:
    assert "malkoll check mål.yaml" in call("mål.yaml").err


def test_without_a_command_the_help_is_shown_and_the_call_counts_as_wrong(call: Call) -> None:
    for words in ((), ("model",), ("--lang", "sv")):
        said = call(*words)
        assert said.status == 2
        assert "Kommandon:" in said.out


def test_a_call_with_control_characters_is_shown_harmlessly(call: Call) -> None:
    said = call("check", "--\x1b[31mred")
    assert "\x1b" not in said.err
    assert "\\x1b" in said.err


def test_everything_after_two_dashes_is_a_path(call: Call) -> None:
    said = call("check", "--", "--help")
    assert said.status == 1
    assert "--help" in said.out


@pytest.mark.usefixtures("faulty")
def test_switches_can_be_joined(call: Call) -> None:
    assert call("check", "-qv", "fel.yaml").status == 1


@pytest.mark.usefixtures("sound")
def test_an_option_takes_its_value_after_an_equals_sign_too(call: Call) -> None:
    assert call("check", "--format=concise", "--date=2026-11-23", "sn.yaml").status == 0


def test_the_version_is_told(call: Call) -> None:
    said = call("--version")
    assert said.status == 0
    assert said.out.startswith("malkoll 0.")
