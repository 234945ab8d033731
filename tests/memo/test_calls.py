"""A call that was made before writes what it wrote, as long as nothing has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checked import SOUND

FAULTY = SOUND.replace("Hållbar hälsa", "Hållbar hälsan")
WATCHED = """\
import os, sys
opened = set()
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.add(os.path.abspath(os.fsdecode(arguments[0])))
    if event == "os.scandir":
        opened.add(os.path.abspath(os.fsdecode(arguments[0])))
sys.addaudithook(note)
from malkoll import looked
from malkoll.memo import calls
looks = looked.begin()
looked.begin = lambda: looks
from malkoll.cli import main
status = main(sys.argv[1:])
known = {*looks.files, *looks.folders}
print(*sorted(path for path in opened - known if path.startswith(os.getcwd())), file=sys.stderr)
print(looks.is_lost, file=sys.stderr)
"""


class Made:
    """What a call in a process of its own gave, and how much was kept before and after."""

    def __init__(self, done: subprocess.CompletedProcess[bytes], *, was_kept: bool) -> None:
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr
        self.was_kept = was_kept

    @property
    def said(self) -> tuple[int, bytes, bytes]:
        return self.status, self.out, self.err


class Calls:
    """Calls in one folder, with a cache of their own; a counter in the program tells if it was run."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder = folder
        self.kept = kept

    def __call__(self, *words: str, **environment: str) -> Made:
        reader, writer = os.pipe()
        counting = (
            "import os, sys; from malkoll.cli import main; status = main(sys.argv[1:]); sys.stdout.flush(); "
            f"os.write({writer}, b'made' if 'malkoll.engine' in sys.modules else b'kept'); sys.exit(status)"
        )
        done = subprocess.run(
            [sys.executable, "-c", counting, *words],
            cwd=self.folder,
            env={**os.environ, "LANG": "sv_SE.UTF-8", "MALKOLL_CACHE_DIR": str(self.kept), **environment},
            input=SOUND.encode(),
            capture_output=True,
            check=False,
            pass_fds=(writer,),
            timeout=120,
        )
        os.close(writer)
        told = os.read(reader, 9)
        os.close(reader)
        return Made(done, was_kept=told == b"kept")

    def again(self, *words: str, **environment: str) -> Made:
        """Make a call that was made before, and hold that it says what a fresh one does."""
        made = self(*words, **environment)
        assert made.said == self(*words, "--no-cache", **environment).said
        return made


@pytest.fixture
def calls(tmp_path: Path) -> Calls:
    folder = tmp_path / "mål"
    folder.mkdir()
    (folder / ".git").mkdir()
    for name, text in {"a.yaml": SOUND, "b.yaml": FAULTY, "c.yaml": "x: 1\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    _settle(folder)
    return Calls(folder, tmp_path / "kept")


def _settle(folder: Path) -> None:
    """Make the files look as if they had been there for a while; their status time can't be set."""
    for file in folder.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", ".", "--format", "json"),
        ("check", "a.yaml"),
        ("check", "b.yaml", "--format=concise", "--color", "always"),
        ("check", "--select", "MK4", "--fail-on", "warning", "--lang", "en"),
        ("check", "c.yaml", "--only-goal-documents"),
    ],
)
def test_an_unchanged_call_is_written_again(calls: Calls, words: tuple[str, ...]) -> None:
    first = calls(*words)
    assert not first.was_kept
    second = calls.again(*words)
    assert second.was_kept
    assert second.said == first.said


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.yaml").write_text(FAULTY, encoding="utf-8"),
        lambda folder: (folder / "a.yaml").write_bytes(
            SOUND.replace("egen", "delad", 1).encode()[:-1] + b"\n"
        ),
        lambda folder: (folder / "a.yaml").unlink(),
        lambda folder: (folder / "d.yaml").write_text(FAULTY, encoding="utf-8"),
        lambda folder: (folder / "b.yaml").rename(folder / "e.yaml"),
        lambda folder: (folder / "malkoll.toml").write_text('ignore = ["MK202"]\n', encoding="utf-8"),
        lambda folder: (folder / "pyproject.toml").write_text('[tool.malkoll]\nlanguage = "en"\n'),
        lambda folder: (folder / ".gitignore").write_text("b.yaml\n"),
        lambda folder: (folder / ".git").rmdir(),
        lambda folder: (folder / "sub").mkdir(),
    ],
)
def test_whatever_changes_is_seen(calls: Calls, change: object) -> None:
    calls("check", ".")
    assert callable(change)
    change(calls.folder)
    assert not calls.again("check", ".").was_kept


def test_a_change_that_keeps_size_and_time_is_seen(calls: Calls) -> None:
    calls("check", ".")
    file = calls.folder / "a.yaml"
    file.write_bytes(SOUND.replace("Hållbar vardag", "Hållbar vardax").encode())
    _settle(calls.folder)
    assert not calls.again("check", ".").was_kept


def test_another_place_or_language_or_day_is_another_call(calls: Calls) -> None:
    calls("check", ".")
    assert not calls.again("check", ".", LANG="en_GB.UTF-8").was_kept
    assert not calls.again("check", ".", COLUMNS="70").was_kept
    other = Calls(calls.folder.parent, calls.kept)
    assert not other("check", "mål").was_kept


@pytest.mark.parametrize("setting", ["model", "baseline"])
def test_files_that_a_configuration_names_are_watched(calls: Calls, setting: str) -> None:
    if setting == "model":
        named = calls.folder / "modell.yml"
        text = subprocess.run(
            [sys.executable, "-m", "malkoll", "model", "show", "--format", "yaml"],
            capture_output=True,
            check=False,
        ).stdout
        source = Path(__file__).parents[2] / "src/malkoll/steering/builtin/fem-fokusomraden.yaml"
        named.write_bytes(text or source.read_bytes())
    else:
        named = calls.folder / "gammalt.json"
        calls("check", ".", "--write-baseline", "gammalt.json")
    (calls.folder / "malkoll.toml").write_text(f'{setting} = "{named.name}"\nexclude = ["*.yml"]\n')
    first = calls("check", ".")
    assert calls.again("check", ".").was_kept
    named.write_bytes(
        named.read_bytes().replace(b"MK202", b"MK203").replace("Hållbar vardag".encode(), b"Vardag")
    )
    assert not calls.again("check", ".").was_kept
    assert first.status in {0, 1}


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-"),
        ("check", "a.yaml", "--no-cache"),
        ("check", "b.yaml", "--diff"),
        ("check", "b.yaml", "--report", "json=r.json"),
        ("check", "saknas.yaml"),
        ("rules",),
    ],
)
def test_calls_that_do_more_than_read_and_show_are_made_each_time(
    calls: Calls, words: tuple[str, ...]
) -> None:
    for _ in range(2):
        calls(*words)
    assert not list((calls.kept / "calls").glob("*"))


def test_a_link_is_followed_anew_each_time(calls: Calls) -> None:
    (calls.folder / "l.yaml").symlink_to("a.yaml")
    calls("check", ".")
    assert not calls.again("check", ".").was_kept


def test_what_is_damaged_is_made_again_and_never_believed(calls: Calls) -> None:
    fresh = calls("check", ".")
    (kept,) = (calls.kept / "calls").iterdir()
    whole = kept.read_bytes()
    for damaged in (
        b"",
        whole[:-1],
        whole[:40],
        whole.replace(b"MK202", b"MK999"),
        whole + b"x",
        b"\0" * len(whole),
    ):
        kept.write_bytes(damaged)
        made = calls("check", ".")
        assert (made.was_kept, made.said) == (False, fresh.said)
    assert calls("check", ".").was_kept


def test_where_nothing_can_be_kept_the_call_is_made(calls: Calls) -> None:
    for environment in (
        {"MALKOLL_CACHE_DIR": ""},
        {"MALKOLL_CACHE_DIR": "/dev/null/x"},
        {"MALKOLL_CACHE_DIR": str(calls.folder / "a.yaml")},
    ):
        made = calls("check", "a.yaml", **environment)
        assert made.status == 0, made.err
        assert made.err == b""


def test_every_file_that_a_call_reads_is_noted(calls: Calls) -> None:
    """What isn't noted could change unseen."""
    (calls.folder / ".gitignore").write_text("*.bak\n")
    (calls.folder / "malkoll.toml").write_text('model = "m.yml"\ninclude = ["*.yaml"]\n')
    source = Path(__file__).parents[2] / "src/malkoll/steering/builtin/fem-fokusomraden.yaml"
    (calls.folder / "m.yml").write_bytes(source.read_bytes())
    for words in (("check",), ("check", "a.yaml"), ("check", "a.yaml", "--jobs", "2")):
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *words],
            cwd=calls.folder,
            env={**os.environ, "MALKOLL_CACHE_DIR": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        *_, missed, is_lost = done.stderr.splitlines()
        assert (missed, is_lost) == ("", "False"), done.stderr


def test_clearing_removes_what_is_kept_and_nothing_else(calls: Calls) -> None:
    calls("check", ".")
    (calls.kept / "mine.txt").write_text("x")
    cleared = calls("cache", "clear")
    assert cleared.status == 0
    assert "Tog bort 2 filer ur" in cleared.out.decode()
    assert (calls.kept / "mine.txt").exists()
    assert "inget sparat" in calls("cache", "clear").out.decode()
    assert not calls("check", ".").was_kept


def test_old_calls_make_room_for_new_ones(tmp_path: Path) -> None:
    from malkoll.memo.folder import prune

    for number in range(5):
        (tmp_path / str(number)).write_bytes(b"x" * 10)
        os.utime(tmp_path / str(number), (number, number))
    prune(str(tmp_path), 25)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["3", "4"]
