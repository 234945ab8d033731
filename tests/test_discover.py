"""From paths to files: what is found, what is left alone, and what can't be read."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from malkoll.discover import Discovery, Found, read, shown_name

YAML = "a: b\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(YAML, encoding="utf-8")


def _names(*paths: str) -> list[str]:
    return [found.name for found in Discovery().files(paths)]


def test_folders_are_walked_in_the_order_of_names(here: Path) -> None:
    _make(here, "b.yaml", "a/c.yml", "a/b/x.YAML", "c.txt", "d.yml.bak", "å.yaml", "A.yaml")
    assert _names(".") == ["A.yaml", "b.yaml", "å.yaml", "a/c.yml", "a/b/x.YAML"]
    assert _names("a") == ["a/c.yml", "a/b/x.YAML"]
    assert _names("./a/") == ["a/c.yml", "a/b/x.YAML"]


def test_names_are_shown_from_the_current_folder_when_they_lie_in_it(here: Path) -> None:
    _make(here, "a/c.yaml")
    _make(here.parent, "other.yaml")
    assert _names(str(here / "a")) == ["a/c.yaml"]
    assert _names(str(here)) == ["a/c.yaml"]
    assert _names("../other.yaml", str(here.parent / "other.yaml")) == ["../other.yaml"]
    assert _names(str(here.parent / "other.yaml")) == [(here.parent / "other.yaml").as_posix()]


def test_a_named_file_is_found_whatever_it_is_called(here: Path) -> None:
    _make(here, "goals.txt")
    (found,) = Discovery().files(["goals.txt"])
    assert found.is_named
    assert found.folder == str(here)


def test_git_and_what_it_ignores_is_left_alone(here: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True, timeout=60)
    _make(
        here,
        "a.yaml",
        "build/b.yaml",
        "sub/c.yaml",
        "sub/keep.yaml",
        "sub/deep/d.yaml",
        ".git/x.yaml",
        "secret.yaml",
    )
    (here / ".gitignore").write_text("build/\n*.tmp\nsub/*.yaml\n", encoding="utf-8")
    (here / "sub" / ".gitignore").write_text("!keep.yaml\ndeep\n", encoding="utf-8")
    (here / ".git" / "info" / "exclude").write_text("secret.yaml\n", encoding="utf-8")
    assert _names(".") == ["a.yaml", "sub/keep.yaml"]
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.yaml"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert sorted(_names(".")) == sorted(listed.stdout.split())


def test_the_ignore_files_of_folders_above_count_up_to_the_repository(here: Path) -> None:
    _make(here, "r/s/a.yaml", "r/s/b.yaml", "r/s/c.yaml")
    (here / ".gitignore").write_text("a.yaml\n", encoding="utf-8")
    (here / "r" / ".gitignore").write_text("b.yaml\n", encoding="utf-8")
    assert _names("r/s") == ["r/s/a.yaml", "r/s/b.yaml", "r/s/c.yaml"]
    (here / "r" / ".git").mkdir()
    assert _names("r/s") == ["r/s/a.yaml", "r/s/c.yaml"]
    assert _names("r") == ["r/s/a.yaml", "r/s/c.yaml"]


def test_an_ignored_folder_that_is_named_is_walked(here: Path) -> None:
    (here / ".git").mkdir()
    _make(here, "build/a.yaml", "build/b/c.yaml", "build/b/d.yaml")
    (here / ".gitignore").write_text("build/\n", encoding="utf-8")
    (here / "build" / ".gitignore").write_text("e.yaml\n", encoding="utf-8")
    (here / "build" / "b" / ".gitignore").write_text("d.yaml\n", encoding="utf-8")
    assert _names(".") == []
    assert _names("build") == ["build/a.yaml", "build/b/c.yaml"]
    assert _names("build/b") == ["build/b/c.yaml"]


def test_an_ignored_file_that_is_named_is_found(here: Path) -> None:
    (here / ".git").mkdir()
    _make(here, "a.yaml")
    (here / ".gitignore").write_text("*.yaml\n", encoding="utf-8")
    assert _names("a.yaml") == ["a.yaml"]


def test_links_are_followed_to_files_of_the_folder_alone(here: Path) -> None:
    _make(here, "in/a.yaml", "in/sub/b.yaml", "out/c.yaml")
    for name, target in (
        ("again", "a.yaml"), ("to-sub", "sub/b.yaml"), ("outside", "../out/c.yaml"), ("nowhere", "missing.yaml"),
        ("folder", "sub"), ("loop", "loop.yaml"), ("up", ".."),
    ):  # fmt: skip
        (here / "in" / f"{name}.yaml").symlink_to(target)
    discovery = Discovery()
    assert [found.name for found in discovery.files(["in"])] == ["in/a.yaml", "in/to-sub.yaml"]
    assert discovery.left_out == ["in/loop.yaml", "in/nowhere.yaml", "in/outside.yaml"]
    assert _names("in/outside.yaml") == ["in/outside.yaml"]


def test_a_file_is_found_once_however_often_it_is_named(here: Path) -> None:
    _make(here, "a.yaml")
    (here / "b.yaml").hardlink_to(here / "a.yaml")
    assert _names("a.yaml", "./a.yaml", ".", str(here / "a.yaml"), "b.yaml", "-", "-") == ["a.yaml", "-"]


def test_names_that_are_no_text_survive(here: Path) -> None:
    raw = os.fsencode(str(here)) + b"/m\xe5l.yaml"
    try:
        Path(os.fsdecode(raw)).write_text(YAML, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    (found,) = Discovery().files(["."])
    assert os.fsencode(found.name) == b"m\xe5l.yaml"
    assert read(found, 100) == (YAML.encode(), None)


def _variant(path: str, most: int = 100) -> str:
    (found,) = Discovery().files([path])
    data, trouble = read(found, most)
    assert data is None
    assert trouble is not None
    assert trouble.rule == "unreadable-file"
    return trouble.variant


def test_what_cannot_be_read_says_why(here: Path) -> None:
    os.mkfifo(here / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(here / "socket"))
        assert _variant("socket") == "not-regular"
    assert _variant("pipe.yaml") == "not-regular"
    assert _variant("/dev/zero") == "not-regular"
    assert _variant("missing.yaml") == "missing"
    assert _variant("a" * 300 + ".yaml") == "unreadable"
    assert _variant("zero\0byte.yaml") == "unreadable"


def test_a_pipe_in_a_folder_does_not_stop_the_run(here: Path) -> None:
    os.mkfifo(here / "pipe.yaml")
    assert _variant(".") == "not-regular"


def test_a_file_without_permission_says_so(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(here, "a.yaml")

    def refused(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refused)
    assert _variant("a.yaml") == "permission"


def test_a_folder_that_cannot_be_listed_is_not_passed_over(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(here, "a/b.yaml", "c/d.yaml")
    listed = os.scandir

    def refused(path: str) -> object:
        if str(path).rstrip("/").endswith("/a"):
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = list(Discovery().files(["."]))
    assert [one.name for one in found] == ["a/", "c/d.yaml"]
    data, trouble = read(found[0], 100)
    assert data is None
    assert trouble is not None
    assert trouble.variant == "permission"


def test_a_directory_that_takes_a_files_place_meanwhile_says_so(here: Path) -> None:
    (here / "a.yaml").mkdir()
    _, trouble = read(Found("a.yaml", "a.yaml", str(here), is_named=True), 100)
    assert trouble is not None
    assert trouble.variant == "directory"


def test_a_pipe_that_takes_a_files_place_meanwhile_is_not_waited_for(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(here, "a.yaml")
    os.mkfifo(here / "pipe")
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _path, flags: opened("pipe", flags))
    assert _variant("a.yaml") == "not-regular"


def test_no_more_is_read_than_needed_to_see_that_it_is_too_much(here: Path) -> None:
    (here / "a.yaml").write_bytes(b"x" * 1000)
    (found,) = Discovery().files(["a.yaml"])
    data, trouble = read(found, 10)
    assert data == b"x" * 11
    assert trouble is None


def test_standard_input_is_read_no_further_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 1000)))
    (found,) = Discovery().files(["-"], "mål/sn.yaml")
    assert found.name == "mål/sn.yaml"
    assert found.folder.endswith("mål")
    assert read(found, 10) == (b"x" * 11, None)


def test_a_closed_standard_input_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _variant("-") == "unreadable"


def test_names_have_forward_slashes(here: Path) -> None:
    assert shown_name("./a/../b.yaml") == "a/../b.yaml"
    assert shown_name(str(here / "a" / "b.yaml")) == "a/b.yaml"
    assert shown_name("-") == "-"
