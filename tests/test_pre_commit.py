"""The hook, run by the real pre-commit in a repository that holds other YAML too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checked import SOUND

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "styrmodell-egen.yaml"
PARTS = ("src", ".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
OTHERS = {
    "compose.yml": "services:\n  web: {image: x}\n",
    ".github/workflows/ci.yml": "on: [push]\njobs: {}\n",
    "broken.yaml": "a: [\n",
}


def _run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "LANG": "sv_SE.UTF-8",
    }  # fmt: skip
    return subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **settings, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def _commit(folder: Path) -> None:
    for words in (
        ("git", "init", "--quiet"),
        ("git", "add", "--all"),
        ("git", "commit", "--quiet", "--message", "x"),
    ):
        done = _run(*words, cwd=folder)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The working tree as a repository of hooks."""
    folder = tmp_path_factory.mktemp("malkoll")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / part)
    _commit(folder)
    return folder


@pytest.fixture
def goals(tmp_path: Path, hooks: Path) -> Path:
    """A repository with a sound document, other YAML, and the hook."""
    for name, text in {**OTHERS, "mål/sn.yaml": SOUND}.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    revision = _run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: malkoll\n      - id: malkoll-model\n"
        "      - id: malkoll-fix\n        stages: [manual]\n",
        encoding="utf-8",
    )
    _commit(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs, once for all tests."""
    return tmp_path_factory.mktemp("home")


def _hook(folder: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    done = _run(sys.executable, "-m", "pre_commit", "run", *words, cwd=folder, PRE_COMMIT_HOME=str(home))
    unreachable = (
        "Could not find a version",
        "No matching distribution",
        "ConnectionError",
        "Max retries exceeded",
    )
    if any(sign in done.stdout + done.stderr for sign in unreachable):
        pytest.skip("the package index can't be reached")
    return done


def test_the_hook_checks_goals_and_passes_over_other_yaml(goals: Path, home: Path) -> None:
    done = _hook(goals, home, "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout

    (goals / "mål" / "sn.yaml").write_text(SOUND.replace("Hållbar hälsa", "Hållbar hälsan"), encoding="utf-8")
    done = _hook(goals, home, "--all-files")
    assert done.returncode == 1
    assert "MK202" in done.stdout
    assert "compose.yml" not in done.stdout

    (goals / "compose.yml").write_text("services: {}\n", encoding="utf-8")
    done = _hook(goals, home, "--files", "compose.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_for_models_checks_the_steering_model_alone(goals: Path, home: Path) -> None:
    model = goals / "styrmodell.yaml"
    model.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    _run("git", "add", "--all", cwd=goals)
    done = _hook(goals, home, "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr

    model.write_text("id: m\nnivåer:\n  nämnd:\n    mål: {minst: 5, högst: 3}\n", encoding="utf-8")
    done = _hook(goals, home, "--all-files")
    assert done.returncode == 1
    assert "styrmodell.yaml:" in done.stdout
    assert "mål/sn.yaml" not in done.stdout


def test_the_hook_that_fixes_mends_goals_and_nothing_else(goals: Path, home: Path) -> None:
    def fix() -> subprocess.CompletedProcess[str]:
        return _hook(goals, home, "malkoll-fix", "--hook-stage", "manual", "--all-files")

    done = fix()
    assert done.returncode == 0, done.stdout + done.stderr

    file = goals / "mål" / "sn.yaml"
    file.write_text(SOUND.replace("nämnd:", "namnd:  "), encoding="utf-8")
    others = {name: (goals / name).read_bytes() for name in OTHERS}
    done = fix()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert file.read_text(encoding="utf-8") == SOUND.replace("nämnd:", "nämnd:  ")
    assert {name: (goals / name).read_bytes() for name in OTHERS} == others

    done = fix()
    assert done.returncode == 0, done.stdout + done.stderr

    file.write_text(SOUND.replace("Hållbar hälsa", "Glesbygd"), encoding="utf-8")
    done = fix()
    assert done.returncode == 1
    assert "MK202" in done.stdout


def test_what_concerns_several_documents_is_told_once_whichever_are_named(goals: Path, home: Path) -> None:
    settings = goals / ".pre-commit-config.yaml"
    plain = "      - id: malkoll\n"
    wordy = f"{plain}        args: [--format, concise, --fail-on, warning]\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace(plain, wordy, 1), encoding="utf-8")
    (goals / "malkoll.toml").write_text('include = ["mål/*.yaml"]\n', encoding="utf-8")
    twin = SOUND.replace("Socialnämnden", "Omsorgsnämnden")
    (goals / "mål" / "on.yaml").write_text(twin, encoding="utf-8")
    _run("git", "add", "--all", cwd=goals)
    for named in (("--all-files",), ("--files", "mål/sn.yaml"), ("--files", "mål/on.yaml")):
        done = _hook(goals, home, *named)
        assert done.returncode == 1, done.stdout + done.stderr
        told = [line for line in done.stdout.splitlines() if "MK601" in line]
        assert len(told) == len(set(told)) == 3, done.stdout
