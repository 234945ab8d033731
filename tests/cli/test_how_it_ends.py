"""How a call ends: its code, what is still written, and where what can't be done is told."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_calls import Call

from checked import changed
from malkoll import cli
from malkoll.call_error import CallError
from malkoll.cli import Exit, main
from malkoll.cli.call import Call as Understood
from malkoll.cli.reporting import least_severity, status_of
from malkoll.diagnostic import Severity
from malkoll.language import Language, Text
from malkoll.result import Report

CODES = {"FINE": 0, "FINDINGS": 1, "CANT_RUN": 2, "NO_DOCUMENT": 3, "INTERRUPTED": 130}


def test_the_codes_are_those_that_are_promised() -> None:
    assert {one.name: int(one) for one in Exit} == CODES


class Ended(BaseException):
    """Stands for the end of the process."""


class Stream:
    """A stream that remembers being flushed, or can't be."""

    def __init__(self, told: list[str], name: str, error: Exception | None = None) -> None:
        self.told, self.name, self.error = told, name, error

    def flush(self) -> None:
        self.told.append(self.name)
        if self.error is not None:
            raise self.error


@pytest.mark.parametrize("error", [None, OSError(), ValueError(), AttributeError()])
@pytest.mark.parametrize("status", CODES.values())
def test_what_is_left_is_written_before_the_end_and_the_code_is_the_one_given(
    monkeypatch: pytest.MonkeyPatch, status: int, error: Exception | None
) -> None:
    told: list[str] = []

    def end(code: int) -> None:
        told.append(str(code))
        raise Ended

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(sys, "stdout", Stream(told, "out", error))
    monkeypatch.setattr(sys, "stderr", Stream(told, "err"))
    with pytest.raises(Ended):
        cli.end(status)
    assert told == ["out", "err", str(status)]


def test_the_installed_command_ends_with_the_code_of_its_call(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    def end(status: int) -> None:
        told.append(status)
        raise Ended

    monkeypatch.setattr(cli, "end", end)
    monkeypatch.setattr(sys, "argv", ["malkoll", "check", "--zzz"])
    with pytest.raises(Ended):
        cli.entry()
    assert told == [2]


@pytest.mark.parametrize(
    ("written", "status"), [("--version", 0), ("--help", 0), ("check borta.yaml", 1), ("chekc", 2)]
)
def test_the_words_are_those_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], written: str, status: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["malkoll", *written.split()])
    assert main() == status
    said = capfd.readouterr()
    assert bool(said.err) == (status == 2)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("check", "--zzz"),
            ["Valet --zzz finns inte.", "Hjälp: malkoll check --help"],
        ),
        (
            ("chekc",),
            ["Kommandot ”chekc” finns inte. Menade du check?", "Hjälp: malkoll --help"],
        ),
        (
            ("check", "sn.yaml", "--date", "i går"),
            ["--date ska vara en dag, skriven som 2026-11-23, inte ”i går”."],
        ),
        (
            ("check", "sn.yaml", "--date", "2026-02-30"),
            ["--date ska vara en dag, skriven som 2026-11-23, inte ”2026-02-30”."],
        ),
        (
            ("check", "sn.yaml", "--date", "20261123"),
            ["--date ska vara en dag, skriven som 2026-11-23, inte ”20261123”."],
        ),
        (("check", "sn.yaml", "--jobs", "0"), ["--jobs ska vara ett antal, från 1 och uppåt, inte ”0”."]),
        (
            ("check", "sn.yaml", "--jobs", "12345"),
            ["--jobs ska vara ett antal, från 1 och uppåt, inte ”12345”."],
        ),
        (("check", "sn.yaml", "--jobs", "två"), ["--jobs ska vara ett antal, från 1 och uppåt, inte ”två”."]),
        (
            ("check", "sn.yaml", "--isolated", "--config", "a.toml"),
            ["--config och --isolated säger emot varandra. Välj ett av dem."],
        ),
        (
            ("check", "sn.yaml", "--grow-baseline"),
            ["--grow-baseline hör ihop med --write-baseline. Ange den också."],
        ),
        (("check", ""), ["En av sökvägarna är tom."]),
        (("check", "sn.yaml", ""), ["En av sökvägarna är tom."]),
        (
            ("check", "sn.yaml", "--stdin-filename", "a.yaml"),
            ["--stdin-filename är till för standard in. Skriv också - som sökväg."],
        ),
        (
            ("check", "sn.yaml", "--report", "json=-"),
            ["--report skriver till en fil. Det som ska till standard ut väljs med --format."],
        ),
        (
            ("check", "sn.yaml", "--report", "json=r", "--report", "sarif=./r"),
            ["Två rapporter ska till samma fil, r. Den ena skulle skriva över den andra."],
        ),
        (
            ("check", "sn.yaml", "--report", "json=sn.yaml"),
            ["Rapporten skulle skriva över sn.yaml, som ska läsas. Välj ett annat namn på rapporten."],
        ),
        (
            ("check", "sn.yaml", "--model", "m.yaml", "--report", "json=m.yaml"),
            ["Rapporten skulle skriva över m.yaml, som ska läsas. Välj ett annat namn på rapporten."],
        ),
        (
            ("check", "sn.yaml", "--baseline", "b.json", "--report", "json=b.json"),
            ["Rapporten skulle skriva över b.json, som ska läsas. Välj ett annat namn på rapporten."],
        ),
        (
            ("check", "sn.yaml", "--write-baseline=b.json", "--report", "json=b.json"),
            ["Rapporten skulle skriva över b.json, som ska läsas. Välj ett annat namn på rapporten."],
        ),
        *(
            (
                ("check", "sn.yaml", "--diff", *more),
                [f"--diff visar bara vad som skulle ändras. Ta bort {more[0].partition('=')[0]}."],
            )
            for more in (
                ("--format", "json"),
                ("--report", "json=r"),
                ("--statistics",),
                ("--write-baseline=b.json",),
            )
        ),
    ],
)
@pytest.mark.usefixtures("sound")
def test_a_call_that_can_not_be_run_is_told_of_in_sentences_and_gives_2(
    call: Call, words: tuple[str, ...], lines: list[str]
) -> None:
    said = call(*words)
    assert said.err.splitlines() == lines
    assert (said.status, said.out) == (2, "")


def test_nothing_to_check_is_told_of_with_the_path_and_what_was_passed_over(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "tom").mkdir()
    said = call("check", "tom")
    assert (said.status, said.err.splitlines()[-1]) == (3, "Inget måldokument hittades i ”tom”.")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "tom" / name).write_text("x: 1\n", encoding="utf-8")
    said = call("check", "tom")
    assert said.status == 3
    assert said.err.splitlines()[-2:] == [
        "Inget måldokument hittades i ”tom”.",
        "2 YAML-filer hoppades över: där står varken ”nämnd” eller ”mål”.",
    ]
    assert call("check", "tom", "--only-goal-documents").status == 0


@pytest.mark.usefixtures("faulty")
def test_fixing_says_what_was_done_and_ends_with_the_code_of_what_is_left(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "stavfel.yaml"
    text = changed(("nämnd:", "namnd:"), ("fokusområde: Hållbar vardag", "fokusomrade: Hållbar vardag"))
    file.write_text(text, encoding="utf-8")
    said = call("check", "stavfel.yaml", "--diff")
    assert (said.status, said.err) == (1, "2 rättelser skulle göras i 1 fil.\n")
    assert file.read_text(encoding="utf-8") == text
    said = call("check", "stavfel.yaml", "--fix")
    assert (said.status, said.err) == (0, "2 rättelser gjorda i 1 fil.\n")
    assert file.read_text(encoding="utf-8") == changed()
    said = call("check", "stavfel.yaml", "--diff")
    assert (said.status, said.out, said.err) == (0, "", "Det finns inget som --fix kan rätta.\n")
    assert call("check", "stavfel.yaml", "--fix", "--quiet").err == ""
    assert call("check", "fel.yaml", "--fix", "--quiet").status == 0


@pytest.mark.parametrize(
    ("worst", "fail_on", "status"),
    [
        (None, "error", 0),
        (None, "info", 0),
        (Severity.ERROR, "error", 1),
        (Severity.ERROR, "info", 1),
        (Severity.ERROR, "never", 0),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.WARNING, "info", 1),
        (Severity.INFO, "warning", 0),
        (Severity.INFO, "info", 1),
        (Severity.ERROR, None, 1),
        (Severity.WARNING, None, 0),
    ],
)
def test_a_run_fails_when_the_worst_that_is_found_is_as_bad_as_what_fails_it(
    monkeypatch: pytest.MonkeyPatch, worst: Severity | None, fail_on: str | None, status: int
) -> None:
    monkeypatch.setattr(Report, "worst", lambda _: worst)
    assert status_of(Report((), 0, datetime.date(2026, 11, 23)), least_severity(fail_on)) == status


def test_a_completion_that_a_shell_asks_for_is_answered_and_gives_0(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_MALKOLL_COMPLETE", "1")
    said = call("che")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0].startswith("check")


def test_a_module_of_that_name_in_the_folder_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "malkoll", "--version"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_number_of_processes_is_taken(call: Call, sound: Path) -> None:
    for number in ("1", "2", "02", "9999"):
        assert call("check", sound.name, "--jobs", number, "--isolated").status == 0


def test_watching_is_given_the_call_and_ends_as_it_does(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], Language]] = []

    def watch(given: Understood, language: Language) -> int:
        asked.append((given.arguments, language))
        return 3

    monkeypatch.setattr("malkoll.cli.watching.run", watch)
    assert call("check", "mål", "--watch").status == 3
    assert asked == [(["mål"], Language.SV)]


@pytest.mark.usefixtures("sound")
def test_a_quiet_run_shows_what_fails_it_and_no_more(call: Call, tmp_path: Path) -> None:
    text = changed(("grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.\n", ""))
    (tmp_path / "varning.yaml").write_text(text, encoding="utf-8")
    assert "MK214" in call("check", "varning.yaml", "--quiet", "--fail-on", "warning").out
    assert "MK214" not in call("check", "varning.yaml", "--quiet", "--fail-on", "error").out


def test_what_a_folder_says_of_failing_holds_unless_it_is_left_aside(call: Call, faulty: Path) -> None:
    (faulty.parent / "malkoll.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert call("check", faulty.name).status == 0
    assert call("check", ".").status == 0
    assert call("check", faulty.name, "--fail-on", "error").status == 1
    assert call("check", faulty.name, "--isolated").status == 1
    other = faulty.parent / "annan.toml"
    other.write_text('fail-on = "error"\n', encoding="utf-8")
    assert call("check", faulty.name, "--config", other.name).status == 1


@pytest.mark.usefixtures("sound")
def test_a_report_for_the_board_shows_the_goals(call: Call, tmp_path: Path) -> None:
    said = call("check", "sn.yaml", "--format", "html")
    assert (said.status, "Väntetiden till en plats på särskilt boende" in said.out) == (0, True)
    assert call("check", "sn.yaml", "--report", "html=mål.html").status == 0
    assert "Väntetiden till en plats" in (tmp_path / "mål.html").read_text(encoding="utf-8")


def test_what_is_found_is_kept_unless_it_is_asked_not_to_be(
    call: Call, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = sound.read_text(encoding="utf-8")
    (tmp_path / "sk.yaml").write_text(text.replace("Socialnämnden", "Skolnämnden"), encoding="utf-8")
    for words, is_kept in ((("--no-cache",), False), ((), True)):
        monkeypatch.setenv("MALKOLL_CACHE_DIR", str(tmp_path / "kept"))
        call("check", "sn.yaml", "sk.yaml", *words)
        files = tmp_path / "kept" / "files"
        assert (files.exists() and any(files.iterdir())) is is_kept


def test_what_keeps_a_call_from_running_is_told_to_programs_in_english() -> None:
    error = CallError(Text("Ett.", "One.")(), Text("Två.", "Two.")())
    assert str(error) == "One. Two."
    assert error.render(Language.SV) == ["Ett.", "Två."]
