"""Ignore patterns mean what they mean to git."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from malkoll.gitignore import (
    LARGEST,
    Pattern,
    covers,
    decide,
    read_ignore_file,
    read_patterns,
    repository_root,
)

FILES = (
    "a", "b", "ab", "a.yaml", "b.yaml", "ab.yml", "x-1", "[a]", "!a", "#a", "a b", "å.yaml", "a ", "c/a", "c/b.yaml",
    "c/d/a", "c/d/a.yaml", "c/d/e/b", "c/å/a", "d/c/a", "d/c/d/a.yaml", "a.d/x", "c-1/a.yaml",
)  # fmt: skip
FOLDERS = ("c", "c/d", "c/d/e", "c/å", "d", "d/c", "d/c/d", "a.d", "c-1")
ATOMS = (
    "a", "b", "c", "d", "*", "?", "**", "/", "/**/", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[[:alpha:]]",
    "[a\\]b]", "[x-]", "\\a", "\\*", "\\ ", " ", "!", "#", "[", ".yaml", "x-1", "å", "***/", "\\/", "c\\/",
)  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True, timeout=60)
    for name in FOLDERS:
        (root / name).mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (root / name).touch()
    return root


def _git(root: Path, lines: list[str]) -> set[str]:
    (root / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        ["git", "-C", str(root), "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join((*FILES, *FOLDERS)).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return set(done.stdout.decode().split("\0")) - {""}


def _ours(lines: list[str]) -> set[str]:
    patterns = read_patterns(lines)
    folders = {name for name in FOLDERS if _is_ignored_folder(patterns, name)}
    return {name for name in FILES if covers(patterns, name)} | folders


def _is_ignored_folder(patterns: Sequence[Pattern], name: str) -> bool:
    parts = name.split("/")
    return any(
        decide(patterns, "/".join(parts[:depth]), is_folder=True) for depth in range(1, len(parts) + 1)
    )


def _is_plain(line: str) -> bool:
    """Leave out what git itself takes in an odd way: stars after a letter, a slash in brackets or escaped after stars."""
    inside, after_letter = False, "**\\/" in line
    for place, character in enumerate(line):
        if character == "[":
            inside = True
        elif character == "]":
            inside = False
        elif character == "/" and inside:
            return False
        if line[place : place + 2] == "**" and place and line[place - 1] not in "/*!":
            after_letter = True
    return not after_letter


@pytest.mark.parametrize(
    "lines",
    [
        ["*.yaml"], ["/a.yaml"], ["c/"], ["c"], ["/c"], ["c/d"], ["d/"], ["**/d"], ["**/d/a.yaml"], ["c/**"], ["c/**/a"],
        ["c/*/a"], ["*", "!c", "!c/b.yaml"], ["*.yaml", "!a.yaml"], ["!a.yaml", "*.yaml"], ["c/", "!c/a"], ["\\!a"],
        ["\\#a"], ["#a"], ["a\\ "], ["a "], ["a b"], ["[[]a]"], ["?.yaml"], ["[^b].yaml"], ["x-[0-9]"], ["a.d/x\r"],
        ["a\\"], ["["], ["[b-a]"], ["[[:digit:]]"], ["[[:zzz:]]"], ["[!]a]b"], ["/"], ["//"], ["***"], ["c/***/a"],
        ["c\\/a.yaml"], ["c/d\\/"], ["\\/c"], ["c\\/*\\/a"], ["*\\\\/a"], ["c\\/\\/a"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_pattern_ignores_what_git_ignores(repository: Path, lines: list[str]) -> None:
    assert _ours([line.removesuffix("\r") for line in lines]) == _git(repository, lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.sampled_from(ATOMS), min_size=1, max_size=5).map("".join).filter(_is_plain), max_size=4
    )
)
def test_any_patterns_ignore_what_git_ignores(repository: Path, lines: list[str]) -> None:
    assert _ours(lines) == _git(repository, lines)


def test_a_strangers_pattern_cannot_stop_the_run() -> None:
    code = (
        "from malkoll.gitignore import decide, read_patterns\n"
        "patterns = read_patterns(['*a' * 40 + 'b', '**/a/' * 40 + 'b', '[a-z]*' * 40 + '!'])\n"
        "decide(patterns, '/'.join(['a' * 200] * 40), is_folder=False)\n"
    )
    # what would run for hours is stopped here; how long it takes is not measured
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_an_ignore_file_that_cannot_be_read_ignores_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_ignore_file(tmp_path / "none") == ()
    assert read_ignore_file(tmp_path) == ()
    (tmp_path / ".gitignore").write_text("a.yaml\n", encoding="utf-8")

    def refused(*_: object, **__: object) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    assert read_ignore_file(tmp_path / ".gitignore") == ()


def test_a_pattern_decides_of_what_it_names_alone() -> None:
    patterns = read_patterns(["/c", "!/d/**/e"])
    assert decide(patterns, "c", is_folder=True) is True
    assert decide(patterns, "c/a", is_folder=False) is None
    assert decide(patterns, "d/x/e", is_folder=False) is False
    assert decide((), "c", is_folder=False) is None
    assert not covers((), "c")


def test_an_ignore_file_may_have_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    file = tmp_path / ".gitignore"
    file.write_bytes(b"\xef\xbb\xbfa.yaml\r\nb.yaml\r\n")
    patterns = read_ignore_file(file)
    assert covers(patterns, "a.yaml")
    assert covers(patterns, "b.yaml")


def test_of_a_huge_ignore_file_only_the_beginning_counts(tmp_path: Path) -> None:
    file = tmp_path / ".gitignore"
    file.write_bytes(b"a.yaml\n" + b"#" * LARGEST + b"\nb.yaml\n")
    patterns = read_ignore_file(file)
    assert covers(patterns, "a.yaml")
    assert not covers(patterns, "b.yaml")


def test_the_root_is_the_nearest_folder_with_a_git_in_it(tmp_path: Path) -> None:
    (tmp_path / "r" / "s" / "t").mkdir(parents=True)
    assert repository_root(tmp_path / "r" / "s") is None
    (tmp_path / "r" / ".git").mkdir()
    assert repository_root(tmp_path / "r" / "s" / "t") == tmp_path / "r"
    (tmp_path / "r" / "s" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert repository_root(tmp_path / "r" / "s" / "t") == tmp_path / "r" / "s"
