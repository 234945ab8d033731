"""Documents of an earlier version: read from git because the caller asks, and nothing else is started."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from checked import DATE, SOUND, changed
from malkoll import CallError, check_paths
from malkoll.cli import main
from malkoll.language import Language
from malkoll.run import Settings, run

LAST = changed(
    ("år: 2026", "år: 2025"),
    ("horisont: 2026-2028", "horisont: 2025-2028"),
    ("{från: 2026, till: 2027}", "2025-2027"),
)
LESS = SOUND[: SOUND.index("  - id: sn-2")] + SOUND[SOUND.index("  - id: sn-3") :]
REWORDED = changed(("minskar från 74", "går ner från 74"))


def _git(*words: str, folder: str = ".") -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}, check=True,
        capture_output=True,
    )  # fmt: skip


def _write(text: str, name: str = "mål/sn.yaml") -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _commit(*tags: str) -> None:
    _git("add", "--all")
    _git("commit", "--quiet", "--message", "x")
    for tag in tags:
        _git("tag", tag)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with last year's document in its first version."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    _git("init", "--quiet")
    _write(LAST)
    _commit("v2025")


def _told(*paths: str, against: str = "v2025") -> list[tuple[str, str, str]]:
    report = check_paths(paths or ("mål",), select=["MK606", "MK607", "MK608"], date=DATE, against=against)
    return [(one.code, one.location.file, one.related[0].location.file) for one in report.diagnostics]


def _refused(against: str, *paths: str) -> str:
    with pytest.raises(CallError) as caught:
        _told(*paths, against=against)
    assert all(caught.value.render(Language.EN))
    return " ".join(caught.value.render(Language.SV))


def test_last_years_document_is_found_in_the_version_before_it_was_written_over() -> None:
    _write(LESS)
    assert _told() == [("MK606", "mål/sn.yaml", "v2025:mål/sn.yaml")]
    assert _told("mål/sn.yaml") == _told()
    assert _told(against="HEAD") == [("MK606", "mål/sn.yaml", "HEAD:mål/sn.yaml")]
    report = check_paths(["mål"], date=DATE, against="v2025")
    assert [file.path for file in report.files] == ["mål/sn.yaml"]


def test_a_file_that_has_another_name_or_is_gone_is_found_in_its_folder() -> None:
    Path("mål/sn.yaml").unlink()
    _write(LESS, "mål/2026/socialnamnden.yaml")
    assert _told("mål") == [("MK606", "mål/2026/socialnamnden.yaml", "v2025:mål/sn.yaml")]
    assert _told("mål/2026/socialnamnden.yaml") == []
    Path("malkoll.toml").write_text('include = ["mål/**"]\n', encoding="utf-8")
    assert _told("mål/2026/socialnamnden.yaml") == _told("mål")


def test_a_decided_document_is_held_against_the_version_that_was_decided() -> None:
    decided = changed(("status: utkast", "status: beslutad"))
    _write(decided)
    _commit("beslut")
    _write(changed(("74 till 45", "74 till 60"), text=decided))
    assert _told(against="beslut") == [("MK607", "mål/sn.yaml", "beslut:mål/sn.yaml")]
    assert _told(against="HEAD~1") == [("MK607", "mål/sn.yaml", "HEAD~1:mål/sn.yaml")]


def test_the_configuration_decides_which_files_count_then_too() -> None:
    _write(LESS)
    Path("malkoll.toml").write_text('exclude = ["mål/sn.yaml"]\n', encoding="utf-8")
    assert _told("mål/sn.yaml") == []


@pytest.mark.parametrize("revision", ["", "-x", "--upload-pack=touch", "v2025\nx", "\x1b[0m"])
def test_what_is_no_version_is_refused_before_git_is_asked(
    revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert "--against" in _refused(revision)


def test_an_unknown_version_is_told() -> None:
    assert "”v1999” finns inte" in _refused("v1999")
    assert "”HEAD~9” finns inte" in _refused("HEAD~9")
    assert "finns inte" in _refused("v2025:mål/sn.yaml")


def test_without_git_or_a_repository_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "sn.yaml").write_text(SOUND, encoding="utf-8")
    assert "inte i ett kodförråd" in _refused("v2025", str(elsewhere))
    monkeypatch.setenv("PATH", str(elsewhere))
    assert "finns inte på datorn" in _refused("v2025")


def test_a_repository_of_someone_else_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "safe.directory" in _refused("v2025")


def test_the_exit_code_of_a_wrong_version_is_2_and_a_version_without_goals_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "mål", "--against", "v1999", "--lang", "sv"]) == 2
    assert "v1999" in capsys.readouterr().err
    _git("rm", "--quiet", "-r", "--cached", "mål")
    _git("commit", "--quiet", "--message", "tom")
    assert main(["check", "mål", "--against", "HEAD", "--lang", "sv", "--fail-on", "never"]) == 0
    assert "inga måldokument att jämföra med" in capsys.readouterr().err


def test_git_is_not_started_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    run(["mål"], Settings(date=DATE))
    with pytest.raises(AssertionError):
        run(["mål"], Settings(date=DATE, against="v2025"))


def test_nothing_that_a_repository_can_name_is_run(tmp_path: Path) -> None:
    _write(LESS)
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in (
        "post-index-change",
        "post-checkout",
        "reference-transaction",
        "fsmonitor-watchman",
        "pre-auto-gc",
    ):
        (hooks / hook).symlink_to(script)
    Path(".gitattributes").write_text("*.yaml diff=x filter=x text\n", encoding="utf-8")
    _git("add", "--all")
    _git("commit", "--quiet", "--message", "x")
    for name, value in {
        "core.fsmonitor": script,
        "core.hooksPath": hooks,
        "core.pager": script,
        "core.sshCommand": script,
        "core.editor": script,
        "pager.ls-tree": script,
        "alias.ls-tree": f"!{script}",
        "alias.cat-file": f"!{script}",
        "diff.x.textconv": script,
        "diff.external": script,
        "filter.x.smudge": script,
        "filter.x.clean": script,
        "credential.helper": script,
        "gpg.program": script,
    }.items():
        _git("config", name, str(value))
    assert _told() == [("MK606", "mål/sn.yaml", "v2025:mål/sn.yaml")]
    assert not ran.exists()


def test_a_version_that_is_not_all_here_is_not_fetched(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch% {ran}",
        "protocol.ext.allow": "always",
    }.items():
        _git("config", name, value)
    found = subprocess.run(
        ["git", "rev-parse", "v2025:mål/sn.yaml"], capture_output=True, check=True, text=True
    )
    blob = found.stdout.strip()
    Path(".git/objects", blob[:2], blob[2:]).unlink()
    _write(LESS)
    assert _told() == []
    assert not ran.exists()


def test_a_program_called_git_in_the_repository_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "git"
    own.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(tmp_path), os.environ["PATH"]]))
    _write(LESS)
    assert [code for code, *_ in _told()] == ["MK606"]
    assert not (tmp_path / "ran").exists()


def test_a_hooks_surroundings_do_not_lead_to_another_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    _write(LESS)
    # what a test itself does in git needs none of this
    assert [code for code, *_ in _told()] == ["MK606"]


def test_links_of_a_version_are_left_alone_and_its_large_files_named() -> None:
    Path("mål/lank.yaml").symlink_to("sn.yaml")
    _write("nämnd: Stora nämnden\når: 2025\n# " + "x" * 1_100_000, "mål/stor.yaml")
    _write(changed(("74 till 45", "74 till 60"), text=LAST), "mål/namn med blank, å och ”.yaml")
    _git("rm", "--quiet", "--cached", "mål/sn.yaml")
    _commit("v2")
    _write(REWORDED)
    assert _told("mål/sn.yaml", against="v2") == [
        ("MK607", "mål/sn.yaml", "v2:mål/namn med blank, å och ”.yaml")
    ]
    told = run(["mål/sn.yaml"], Settings(date=DATE, against="v2")).notes
    assert [note.render(Language.EN) for note in told] == [
        "v2:mål/stor.yaml is too large to compare with. Larger files are read with --limit size=…"
    ]
