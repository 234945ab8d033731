"""With what was kept from before, a run says what it would say without: the same bytes in every format."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import malkoll.engine
from checked import SOUND
from malkoll.memo.folder import VARIABLE
from malkoll.opened import Input
from many_documents import documents, said, write


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(folder))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are checked, and not taken from the cache."""
    names: list[str] = []
    examine = malkoll.engine.Engine.examine

    def noted(self: malkoll.engine.Engine, file: Input) -> object:
        names.append(Path(file.name).name)
        return examine(self, file)

    monkeypatch.setattr(malkoll.engine.Engine, "examine", noted)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "mål", documents())
    return tmp_path / "mål"


def test_a_second_run_says_the_same_and_checks_nothing_anew(
    kept: Path, folder: Path, tmp_path: Path, read: list[str]
) -> None:
    cold = said(folder, "--no-cache", out=tmp_path / "cold")
    assert not kept.exists()
    first = said(folder, out=tmp_path / "first")
    read.clear()
    warm = said(folder, out=tmp_path / "warm")
    assert cold == first == warm
    assert not read
    assert cold[0] == 1
    assert "MK601" in cold[1]["json"].decode()


@pytest.mark.usefixtures("kept")
def test_only_a_changed_file_is_checked_anew(folder: Path, tmp_path: Path, read: list[str]) -> None:
    said(folder, out=tmp_path / "out")
    read.clear()
    (folder / "kfn.yaml").write_text(SOUND.replace("Socialnämnden", "Fritidsnämnden"), encoding="utf-8")
    warm = said(folder, out=tmp_path / "out")
    assert read == ["kfn.yaml"]
    assert warm == said(folder, "--no-cache", out=tmp_path / "out")


@pytest.mark.usefixtures("kept")
def test_documents_beside_a_named_file_are_read_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "malkoll.toml").write_text('include = ["*.yaml"]\n', encoding="utf-8")
    named = folder / "kfn.yaml"
    cold = said(named, "--no-cache", out=tmp_path / "out")
    assert "MK601" in cold[1]["json"].decode()
    assert said(named, out=tmp_path / "out") == cold
    monkeypatch.setattr(malkoll.engine.Engine, "look_at", lambda *_: pytest.fail("read anew"))
    assert said(named, out=tmp_path / "out") == cold


@pytest.mark.usefixtures("kept")
def test_a_file_that_moves_is_another_file(folder: Path, tmp_path: Path) -> None:
    said(folder, out=tmp_path / "out")
    (folder / "faulty.yaml").rename(folder / "moved.yaml")
    (folder / "sn.yaml").rename(folder / "faulty.yaml")
    assert said(folder, out=tmp_path / "out") == said(folder, "--no-cache", out=tmp_path / "out")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "words",
    [
        ("--date", "2031-05-01"),
        ("--ignore", "MK2"),
        ("--select", "MK601,MK202"),
        ("--model", "egen.yaml"),
        ("--isolated", "--lang", "en", "--verbose", "--statistics"),
    ],
    ids=" ".join,
)
def test_what_was_kept_under_other_settings_is_not_taken(
    folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    words = tuple(str(folder / word) if word == "egen.yaml" else word for word in words)
    said(folder, out=tmp_path / "out")
    for _ in range(2):
        assert said(folder, *words, out=tmp_path / "out") == said(
            folder, *words, "--no-cache", out=tmp_path / "out"
        )


@pytest.mark.usefixtures("kept")
def test_a_changed_configuration_counts_at_once(folder: Path, tmp_path: Path) -> None:
    said(folder, out=tmp_path / "out")
    (folder / "malkoll.toml").write_text('[severity]\nunknown-focus-area = "info"\n', encoding="utf-8")
    warm = said(folder, out=tmp_path / "out")
    assert warm == said(folder, "--no-cache", out=tmp_path / "out")


@pytest.mark.usefixtures("kept")
def test_a_changed_steering_model_counts_at_once(folder: Path, tmp_path: Path, read: list[str]) -> None:
    before = said(folder, out=tmp_path / "out")
    read.clear()
    model = folder / "egen.yaml"
    model.write_text(model.read_text(encoding="utf-8") + "# senare\n", encoding="utf-8")
    after = said(folder, out=tmp_path / "out")
    assert "own-model.yaml" in read
    assert after == said(folder, "--no-cache", out=tmp_path / "out")
    model.unlink()
    without = said(folder, out=tmp_path / "out")
    assert without == said(folder, "--no-cache", out=tmp_path / "out") != before


def test_a_folder_that_may_not_be_written_is_gone_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "below"))
    assert said(folder, out=tmp_path / "out") == said(folder, "--no-cache", out=tmp_path / "out")


def test_without_a_home_nothing_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (VARIABLE, "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert said(folder, out=tmp_path / "out") == said(folder, "--no-cache", out=tmp_path / "out")


@pytest.mark.usefixtures("kept")
def test_two_runs_at_once_say_the_same(folder: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "malkoll", "check", str(folder), "--report"]
    outs = [tmp_path / f"{number}.json" for number in range(4)]
    running = [
        subprocess.Popen(
            [*words, f"json={out}"], stdout=subprocess.PIPE, env={**os.environ, "LANG": "sv_SE.UTF-8"}
        )
        for out in outs
    ]
    printed = {one.communicate()[0] for one in running}
    assert len(printed) == 1
    assert len({out.read_bytes() for out in outs}) == 1


def test_what_is_damaged_is_never_believed(kept: Path, folder: Path, tmp_path: Path) -> None:
    right = said(folder, "--no-cache", out=tmp_path / "out")
    said(folder, out=tmp_path / "out")
    (file,) = (kept / "files").glob("*.sqlite")
    whole = file.read_bytes()
    for place in (0, 20, 100, *range(150, len(whole), len(whole) // 12)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        assert said(folder, out=tmp_path / "out") == right
    for length in (0, 50, 4096, len(whole) // 2):
        file.write_bytes(whole[:length])
        assert said(folder, out=tmp_path / "out") == right
        assert said(folder, out=tmp_path / "out") == right


def _in_the_way(place: Path, kind: str, outside: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    if kind == "a folder":
        (place / "below").mkdir(parents=True)
    elif kind == "a file":
        place.write_bytes(b"x" * 5_000)
    elif kind == "a pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(
            {"a link to itself": place.name, "a link to nowhere": "gone"}.get(kind, str(outside))
        )


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of Unix")
@pytest.mark.parametrize(
    "kind",
    ["a folder", "a file", "a pipe", "a link to itself", "a link to nowhere", "a link to another file"],
)
def test_whatever_lies_where_it_is_kept_the_run_says_the_same(
    kept: Path, folder: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outside = tmp_path / "dagbok.txt"
    outside.write_text("Kära dagbok.\n" * 500, encoding="utf-8")
    right = said(folder, "--no-cache", out=tmp_path / "out")
    words = [sys.executable, "-m", "malkoll", "check", str(folder), "--quiet", "--lang", "sv"]

    def called() -> tuple[int, bytes, bytes]:
        done = subprocess.run(words, capture_output=True, check=False, timeout=120)
        return done.returncode, done.stdout, done.stderr

    plain = called()
    for _ in range(2):
        said(folder, out=tmp_path / "out")
        called()
        database = next((kept / "files").glob("*.sqlite"), None)
        calls = sorted((kept / "calls").iterdir()) if (kept / "calls").is_dir() else []
        for place in (database, *calls[:3], kept / "files", kept / "calls"):
            if place is None or not os.path.lexists(place):
                continue
            _in_the_way(place, kind, outside)
            assert said(folder, out=tmp_path / "out") == right
            assert called() == plain
        shutil.rmtree(kept)
    assert outside.read_text(encoding="utf-8") == "Kära dagbok.\n" * 500


_LINES = SOUND.splitlines(keepends=True)
_edits = st.lists(
    st.tuples(
        st.sampled_from(["a.yaml", "b.yaml", "c.yaml"]),
        st.integers(0, len(_LINES) - 1),
        st.sampled_from(
            ["", "    extra: 1\n", "# malkoll: ignore[MK102] skäl\n", "år: 2027\n", "  - id: sn-1\n", "\t\n"]
        ),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.usefixtures("kept")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_edits)
def test_whatever_is_edited_a_warm_run_says_what_a_cold_one_does(
    tmp_path: Path, edits: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path / "edited"
    write(folder, dict.fromkeys(["a.yaml", "b.yaml", "c.yaml", "d.yaml"], SOUND))
    said(folder, out=tmp_path / "out")
    for name, line, text in edits:
        lines = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
        lines[line : line + 1] = [text]
        (folder / name).write_text("".join(lines), encoding="utf-8")
    warm = said(folder, out=tmp_path / "out")
    assert warm == said(folder, "--no-cache", out=tmp_path / "out")
