"""The language that is spoken, and what happens when the surroundings fail."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_calls import Call

from checked import SOUND
from malkoll.cli import speech
from malkoll.language import Language

MALKOLL = (sys.executable, "-m", "malkoll")


def _is_swedish(out: str) -> bool:
    return "Skriv:" in out


@pytest.mark.parametrize(
    ("environment", "swedish"),
    [
        ({}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "sv_SE.UTF-8"}, True),
        ({"LANG": "sv"}, True),
        ({"LANG": "sv_FI@euro"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "svx_XX"}, False),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_GB"}, False),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_GB", "LC_ALL": "sv_SE"}, True),
        ({"LANG": "sv_SE", "LC_ALL": ""}, True),
        ({"LANG": "sv_SE", "MALKOLL_LANG": "en"}, False),
        ({"LANG": "en_US", "MALKOLL_LANG": "sv_SE.UTF-8"}, True),
    ],
)
def test_the_computers_language_is_spoken(
    call: Call, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, swedish: bool
) -> None:
    monkeypatch.delenv("LANG", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _is_swedish(call("--help").out) is swedish


def test_the_configuration_goes_before_the_computer_and_the_variable_before_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "malkoll.toml").write_text('language = "en"\n', encoding="utf-8")
    assert not _is_swedish(call("--help").out)
    assert "There is no option" in call("check", "--zzz").err
    monkeypatch.setenv("MALKOLL_LANG", "sv")
    assert _is_swedish(call("--help").out)
    assert not _is_swedish(call("--help", "--lang=en").out)


def test_a_report_speaks_the_language_of_the_checked_folders_configuration(
    call: Call, tmp_path: Path
) -> None:
    folder = tmp_path / "mål"
    folder.mkdir()
    (folder / "malkoll.toml").write_text('language = "en"\n', encoding="utf-8")
    (folder / "sn.yaml").write_text(SOUND.replace("Hållbar hälsa", "x"), encoding="utf-8")
    assert "is not among" in call("check", "mål").out
    assert "is not among" in call("check", "mål/sn.yaml").out
    assert "is not among" not in call("check", "mål", "--isolated").out


def test_a_language_that_is_not_spoken_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALKOLL_LANG", "de")
    assert (said := call("rules")).status == 2
    assert "MALKOLL_LANG" in said.err
    assert call("--help", "--lang", "sv").status == 0


def test_a_broken_configuration_does_not_hide_the_help(call: Call, tmp_path: Path) -> None:
    (tmp_path / "malkoll.toml").write_text("language = \n", encoding="utf-8")
    assert call("--help").status == 0
    assert call("check").status == 2


@pytest.mark.parametrize(
    ("name", "language"),
    [("Swedish_Sweden.1252", Language.SV), ("English_United States.1252", Language.EN), ("C", Language.SV)],
)
def test_windows_tells_its_language_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, name: str, language: Language
) -> None:
    monkeypatch.setattr(speech, "_IS_WINDOWS", True)
    monkeypatch.setattr(speech, "_windows_locale", lambda: name)
    assert speech.of_system({}) is language


def test_a_computer_whose_locale_is_broken_is_spoken_to_in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "_IS_WINDOWS", True)
    monkeypatch.setenv("LC_ALL", "no_such.locale")
    assert speech.of_system({}) is Language.SV


def test_a_mistake_of_malkolls_own_is_a_sentence_and_2(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        message = "\x1b[31m secret"
        raise RuntimeError(message)

    monkeypatch.setattr("malkoll.cli.version.run", broken)
    said = call("--version")
    assert said.status == 2
    assert "RuntimeError" in said.err
    assert "Traceback" not in said.err
    assert "secret" not in said.err
    monkeypatch.setenv("MALKOLL_DEBUG", "1")
    assert "Traceback" in call("--version").err


def test_an_interrupted_run_is_one_line_and_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("malkoll.cli.version.run", interrupted)
    said = call("--version")
    assert (said.status, said.err) == (130, "Avbrutet.\n")


def _run(*words: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LANG": "sv_SE.UTF-8", **dict(more.pop("env", {}))}  # type: ignore[call-overload]
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*MALKOLL, *words], cwd=cwd, env=environment, capture_output=True, check=False, timeout=60, **more
    )


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.yaml").write_text(SOUND.replace("Hållbar", "Ohållbar"), encoding="utf-8")
    command = f"{' '.join(MALKOLL)} check . | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"1"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by /dev/full")
@pytest.mark.parametrize(
    "words", [("check", "sn.yaml"), ("check", "sn.yaml", "--format", "json"), ("rules",), ("--help",)]
)
def test_a_full_disk_is_a_sentence_and_2(sound: Path, words: tuple[str, ...]) -> None:
    command = f"{' '.join(MALKOLL)} {' '.join(words)} > /dev/full"
    done = subprocess.run(
        ["bash", "-c", command], cwd=sound.parent, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["Det gick inte att skriva ut resultatet: disken är full."]


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_end_in_a_documented_exit_code(sound: Path, closed: str) -> None:
    command = f"{' '.join(MALKOLL)} check sn.yaml {closed}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=sound.parent, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == (2 if closed.startswith(">") else 0)
    assert b"Traceback" not in done.stderr


def test_a_terminal_without_the_letters_gets_others(faulty: Path) -> None:
    done = _run("check", "fel.yaml", cwd=faulty.parent, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert b"MK202" in done.stdout
    assert done.stdout.isascii()
    done = _run("check", "--zzzå", cwd=faulty.parent, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 2
    assert done.stderr.isascii()


def test_a_file_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"m\xe5l.yaml")
    try:
        (tmp_path / name).write_text(SOUND.replace("Hållbar hälsa", "x"), encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    for form in ("full", "concise", "json"):
        done = _run("check", ".", "--format", form, cwd=tmp_path)
        assert done.returncode == 1
        assert b"MK202" in done.stdout
        done.stdout.decode()


@pytest.mark.usefixtures("sound")
def test_a_long_run_shows_how_far_it_has_come(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "andra.yaml").write_text(SOUND.replace("Socialnämnden", "Byggnadsnämnden"), encoding="utf-8")
    clock = iter(range(0, 1000, 5))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    said = call("check", ".", terminal=True)
    assert "Prövar måldokument" in said.err
    assert said.status == 0
    assert call("check", ".", "--quiet", terminal=True).err == ""


@pytest.mark.usefixtures("sound")
def test_a_short_run_shows_no_progress(call: Call) -> None:
    assert call("check", ".", terminal=True).err == ""


def test_python_can_run_it_as_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["malkoll", "--version"])
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("malkoll", run_name="__main__")
    assert ended.value.code == 0
    done = _run("--version", cwd=tmp_path)
    assert done.stdout.startswith(b"malkoll ")


def test_what_a_command_does_not_use_is_not_loaded(sound: Path) -> None:
    code = (
        "import sys; from malkoll.cli import main; main(sys.argv[1:]); "
        "print(sorted(set(sys.modules) & {'rich', 'ruamel', 'difflib', 'typer', 'tomllib', 'pydantic', 'yaml'}))"
    )

    def loaded(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=sound.parent,
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        )
        return done.stdout.splitlines()[-1]

    assert loaded("check", "sn.yaml") == "['pydantic', 'yaml']"
    assert loaded("--version") == "[]"
