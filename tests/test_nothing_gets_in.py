"""No file of a checked folder runs code, reaches a network or starts a program; a release can be built again."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checked import SOUND

ROOT = Path(__file__).parents[1]
WATCHED = """
import sys

FORBIDDEN = ("socket.", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.",
    "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "winreg.", "_winapi.CreateProcess")
may, folder, *words = sys.argv[1:]

def held(event, values):
    if event.startswith(FORBIDDEN) and not (may and event.startswith(tuple(may.split(",")))):
        sys.stderr.write(f"FORBIDDEN {event} {values!r}\\n")
        raise PermissionError(event)
    # "exec" is how a module is loaded: from anywhere but the checked folder
    if event == "exec" and getattr(values[0], "co_filename", "").startswith(folder):
        sys.stderr.write(f"FORBIDDEN code of {values[0].co_filename}\\n")
        raise PermissionError(event)

import malkoll.cli
sys.addaudithook(held)
sys.exit(malkoll.cli.main(words))
"""
"""Runs a call, and holds what Python itself tells of it; the words before it are what is allowed, and the folder."""
TRAP = "import pathlib\npathlib.Path('PWNED').write_text('x')\nraise SystemExit(77)\n"
TRAPS = (
    "yaml.py",
    "typer.py",
    "rich.py",
    "pydantic.py",
    "re.py",
    "conftest.py",
    "setup.py",
    "sitecustomize.py",
    "malkoll_plugin.py",
)
CONFIGURATION = """
model = "styrmodell.yaml"
baseline = "baslinje.json"
include = ["*.yaml"]
"""
CALLS: list[tuple[str, ...]] = [
    ("check", "."), ("check", ".", "--format", "html"), ("check", ".", "--format", "sarif", "--report", "junit=../ut.xml"),
    ("check", ".", "--fix"), ("check", ".", "--diff"), ("check", ".", "--write-baseline", "../b.json"),
    ("overview", ".", "--html", "../ut.html", "--xlsx", "../ut.xlsx"), ("compare", "sn.yaml", "fel.yaml", "--format", "html"),
    ("export", "sn.yaml", "--xlsx", "../ut2.xlsx", "--docx", "../ut2.docx"), ("new", "../ny.yaml", "--no-input", "--answers", "sn.yaml"),
    ("model", "check", "styrmodell.yaml"), ("model", "show", "--model", "styrmodell.yaml"), ("explain", "MK202"), ("rules",), ("schema",),
    ("import", "../in.xlsx", "--dry-run"), ("import", "../in.docx", "--dry-run"), ("cache", "clear"),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stranger's repository, with all that a program could be tempted to run."""
    top = tmp_path_factory.mktemp("främling")
    folder = top / "repo"
    folder.mkdir()
    (folder / "sn.yaml").write_text(SOUND, encoding="utf-8")
    faulty = SOUND.replace("Hållbar hälsa", "!!python/object/apply:os.system ['touch PWNED']")
    (folder / "fel.yaml").write_text(faulty + "källa: https://example.org/x\n", encoding="utf-8")
    for name in TRAPS:
        (folder / name).write_text(TRAP, encoding="utf-8")
    for package in ("malkoll_rules", "rules", "cli"):
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text(TRAP, encoding="utf-8")
    (folder / "malkoll.toml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "baslinje.json").write_text('{"version": 1, "findings": []}\n', encoding="utf-8")
    shutil.copy(ROOT / "examples" / "styrmodell-egen.yaml", folder / "styrmodell.yaml")
    hooks = folder / ".git" / "hooks"
    hooks.mkdir(parents=True)
    (folder / ".git" / "config").write_text(
        "[core]\n\tfsmonitor = touch PWNED\n\tpager = touch PWNED\n", encoding="utf-8"
    )
    _run(folder, ("export", "sn.yaml", "--xlsx", "../in.xlsx", "--docx", "../in.docx", "--isolated"), "")
    return folder


def _run(folder: Path, words: tuple[str, ...], may: str) -> subprocess.CompletedProcess[bytes]:
    environment = {
        **os.environ,
        "MALKOLL_CACHE_DIR": str(folder.parent / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, may, str(folder), *words],
        cwd=folder, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_command_opens_no_connection_starts_no_program_and_runs_no_code_of_the_folder(
    folder: Path, words: tuple[str, ...]
) -> None:
    done = _run(folder, words, "")
    assert b"FORBIDDEN" not in done.stderr, done.stderr.decode()
    assert done.returncode in {0, 1, 2}
    assert not list(folder.parent.rglob("PWNED"))


def test_only_git_is_started_and_only_when_a_version_is_asked_for(folder: Path) -> None:
    for words in (("check", ".", "--against", "HEAD"), ("compare", "git:HEAD", "sn.yaml")):
        done = _run(folder, words, "subprocess.Popen,os.posix_spawn")
        assert b"FORBIDDEN" not in done.stderr, done.stderr.decode()
        refused = _run(folder, words, "")
        assert {line.split()[1] for line in refused.stderr.splitlines() if line.startswith(b"FORBIDDEN")} <= {
            b"subprocess.Popen"
        }
        assert b"'git'" in refused.stderr or b"git" in refused.stderr
        assert not list(folder.parent.rglob("PWNED"))


def test_the_watch_sees_what_it_is_there_for(folder: Path) -> None:
    """Else it would hold whatever happened."""
    for code in (
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import sitecustomize_trap",
    ):
        (folder.parent / "mod.py").write_text(code, encoding="utf-8")
        watched = WATCHED.replace(
            "sys.exit(malkoll.cli.main(words))",
            code.replace("import sitecustomize_trap", "sys.path.insert(0, folder); import malkoll_plugin"),
        )
        done = subprocess.run(
            [sys.executable, "-P", "-c", watched, "", str(folder)],
            cwd=folder.parent,
            capture_output=True,
            check=False,
        )
        assert b"FORBIDDEN" in done.stderr, code


def test_modules_in_the_current_folder_are_not_taken_for_the_programs_own(folder: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONSAFEPATH"}}
    script = Path(sys.executable).with_name("malkoll.exe" if os.name == "nt" else "malkoll")
    for command in ([sys.executable, "-m", "malkoll"], [str(script)]):
        if not Path(command[0]).exists():
            continue
        for words in (
            ["check", "sn.yaml", "--isolated", "--no-cache"],
            ["--version"],
            ["rules"],
            ["check", ".", "--jobs", "2"],
        ):
            done = subprocess.run([*command, *words], cwd=folder, env=bare, capture_output=True, check=False)
            assert done.returncode in {0, 1}, done.stderr.decode()
            assert not list(folder.rglob("PWNED"))


def test_the_same_source_gives_the_same_wheel(tmp_path: Path) -> None:
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    if not Path(uv).exists():
        pytest.skip("uv builds it")
    digests = []
    for number, moment in enumerate((1_000_000_000, 1_700_000_000)):
        source = tmp_path / f"source{number}"
        source.mkdir()
        for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, source)
        # the first copy again: somebody may be working on the sources
        sources = tmp_path / "source0" / "src" if number else ROOT / "src"
        shutil.copytree(sources, source / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for path in source.rglob("*"):
            os.utime(path, (moment, moment))
        built = subprocess.run(
            [uv, "build", "--wheel", "--offline", "--out-dir", str(tmp_path / str(number)), str(source)],
            capture_output=True, text=True, check=False, env={name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"},
        )  # fmt: skip
        if built.returncode != 0 and ("offline" in built.stderr or "network" in built.stderr):
            pytest.skip("what builds it isn't here")
        assert built.returncode == 0, built.stderr
        (wheel,) = (tmp_path / str(number)).glob("*.whl")
        digests.append(hashlib.sha256(wheel.read_bytes()).hexdigest())
        with zipfile.ZipFile(wheel) as archive:
            assert not [name for name in archive.namelist() if not name.startswith("malkoll")]
    assert digests[0] == digests[1]
