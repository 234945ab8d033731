"""Shell completion: what a shell is told, and that the scripts are understood by their shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.cli.commands.root import ROOT, SHELLS
from malkoll.formats import Format

COMMANDS = [command.words[-1] for command in ROOT.commands]
Complete = Callable[..., list[str]]


@pytest.fixture
def complete(call: Call, monkeypatch: pytest.MonkeyPatch) -> Complete:
    def ask(*words: str) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setenv("_MALKOLL_COMPLETE", "1")
            said = call(*words)
        assert (said.status, said.err) == (0, "")
        return said.out.split()

    return ask


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("",), COMMANDS),
        ((), COMMANDS),
        (("mo",), ["model"]),
        (("model", ""), ["show", "check", "init"]),
        (("--v",), ["--version"]),
        (("--lang", ""), ["sv", "en"]),
        (("--lang", "en", "ch"), ["check"]),
        (("check", "--fo"), ["--format"]),
        (("check", "--format", ""), list(Format)),
        (("check", "--format", "=", "js"), ["json"]),
        (("check", "--report", "js"), ["json="]),
        (("check", "--fail-on", "="), ["error", "warning", "info", "never"]),
        (("check", "--format=c"), ["--format=concise"]),
        (("check", "--model", ""), []),
        (("check", "--model", "x.yaml", "--is"), ["--isolated"]),
        (("check", "--zzz=a"), []),
        (("check", ""), []),
        (("rules", "x", ""), []),
        (("schema", "re"), ["report"]),
        (("explain", "MK20"), [f"MK20{number}" for number in range(1, 10)]),
        (("explain", "unknown-f"), ["unknown-focus-area"]),
        (("check", "--ignore", "mk999"), ["MK999"]),
        (("--show-completion", "z"), ["zsh"]),
    ],
    ids=" ".join,
)
def test_the_last_word_is_completed(complete: Complete, words: tuple[str, ...], found: list[str]) -> None:
    assert complete(*words) == found


def test_every_option_of_a_command_is_offered(complete: Complete) -> None:
    assert {"--jobs", "--no-cache", "--help"} <= set(complete("check", "--"))


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_a_script(call: Call, shell: str) -> None:
    said = call("--show-completion", shell)
    assert said.status == 0
    assert "_MALKOLL_COMPLETE" in said.out


def test_the_shell_in_use_is_found(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert call("--show-completion").out.startswith("#compdef malkoll")
    monkeypatch.setenv("SHELL", "/bin/nush")
    assert call("--show-completion").status == 2
    monkeypatch.delenv("SHELL")
    monkeypatch.setattr("malkoll.cli.completion.IS_WINDOWS", True)
    assert "Register-ArgumentCompleter" in call("--show-completion").out


@pytest.mark.parametrize(("shell", "loader"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", "")])
def test_installing_twice_changes_the_shells_own_file_once(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, loader: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if loader:
        (tmp_path / loader).write_text("alias ll='ls -l'", encoding="utf-8")
    for _ in range(2):
        said = call("--install-completion", shell)
        assert said.status == 0
        assert "Klart" in said.err
    if loader:
        lines = (tmp_path / loader).read_text(encoding="utf-8").splitlines()
        assert len(lines) == 2
        assert lines[0] == "alias ll='ls -l'"
    else:
        assert (tmp_path / ".config/fish/completions/malkoll.fish").is_file()


def test_powershell_is_told_the_way(call: Call) -> None:
    said = call("--install-completion", "powershell")
    assert said.status == 0
    assert "$PROFILE" in said.err


def test_where_the_script_cannot_be_written_that_is_said(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".config").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert call("--install-completion", "fish").status == 2


def test_bash_completes_with_the_script(call: Call, tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(call("--show-completion", "bash").out, encoding="utf-8")
    command = tmp_path / "malkoll"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m malkoll "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    code = (
        f"source {script}; COMP_WORDS=(malkoll check --fail-on w); COMP_CWORD=3; _malkoll; "
        'printf "%s\\n" "${COMPREPLY[@]}"; complete -p malkoll'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["warning", "complete -o default -F _malkoll malkoll"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_can_read_their_scripts(call: Call, tmp_path: Path, shell: str) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not here")
    script = tmp_path / "completion"
    script.write_text(call("--show-completion", shell).out, encoding="utf-8")
    subprocess.run([found, "-n", str(script)], check=True, timeout=60)
