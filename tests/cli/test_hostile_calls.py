"""Whatever a stranger's file holds, whichever command reads it as whatever: a documented exit, nothing obeyed."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from cli_calls import Call, Said
from hostile_files import CANARY, FILES, contents, obeyed

from checked import SOUND
from malkoll.cli import BROKEN
from malkoll.formats import Format
from malkoll.language import Language

DOCUMENTED = frozenset({0, 1, 2, 3})
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
BROKEN_WORDS = BROKEN(kind="").render(Language.SV)[:30]
LONGEST = 10.0
"""Seconds of work that a call may take: many times what any takes, and far less than without end."""
OUTPUTS = ("ut.xlsx", "ut.docx", "ut.html", "ny.yaml", "ut")
"""What a command below is asked to write."""
COMMANDS: dict[str, tuple[str, ...]] = {
    **{f"check as {form}": ("check", "{}", "--format", form) for form in Format},
    "check every rule": ("check", "{}", "--verbose", "--statistics", "--extend-select", "MK"),
    "diff": ("check", "{}", "--diff"),
    "model of a check": ("check", "sn.yaml", "--model", "{}"),
    "configuration": ("check", "sn.yaml", "--config", "{}"),
    "baseline": ("check", "sn.yaml", "--baseline", "{}"),
    "new from answers": ("new", "ny.yaml", "--no-input", "--answers", "{}"),
    "new by a model": ("new", "ny.yaml", "--no-input", "--board", "A", "--model", "{}"),
    "overview": ("overview", "{}", "sn.yaml"),
    "overview as json": ("overview", "{}", "--format", "json"),
    "overview as a page": ("overview", "{}", "sn.yaml", "--html", "ut.html", "--xlsx", "ut.xlsx"),
    "compare old": ("compare", "{}", "sn.yaml"),
    "compare new": ("compare", "sn.yaml", "{}", "--format", "json"),
    "compare as markdown": ("compare", "{}", "sn.yaml", "--format", "markdown"),
    "model check": ("model", "check", "{}"),
    "model check for a service": ("model", "check", "{}", "--format", "github"),
    "model show": ("model", "show", "--model", "{}"),
    "model show as json": ("model", "show", "--model", "{}", "--format", "json"),
    "import": ("import", "{}", "--yes", "--output", "ut"),
    "import as json": ("import", "{}", "--dry-run", "--format", "json"),
    "export": ("export", "{}", "--xlsx", "ut.xlsx", "--docx", "ut.docx"),
    "explain": ("explain", "{}"),
    "rules": ("rules", "--select", "{}"),
    "schema": ("schema", "{}"),
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mapp"
    folder.mkdir()
    (folder / "sn.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "ut").mkdir()
    monkeypatch.chdir(folder)
    # where pull requests of strangers are checked
    monkeypatch.setenv("CI", "true")


def _holds(said: Said, name: str) -> None:
    assert said.status in DOCUMENTED, name
    for text in (said.out, said.err):
        assert "Traceback" not in text, name
        assert BROKEN_WORDS not in text, name
        assert obeyed(text) is None, f"{name}: {obeyed(text)!r}"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_hostile_file_ends_in_words(call: Call, command: str) -> None:
    here = Path()
    for name, data in FILES.items():
        file = here / "fil.yaml"
        file.write_bytes(data)
        before = contents(here.absolute().parent)
        began = time.process_time()
        said = call(*(word.replace("{}", str(file)) for word in COMMANDS[command]))
        assert time.process_time() - began < LONGEST, f"{command}, {name}: took too long"
        _holds(said, f"{command}, {name}")
        after = contents(here.absolute().parent)
        new = {path for path in after if after[path] != before.get(path)}
        assert all(path.split("/")[1] in OUTPUTS for path in new), f"{command}, {name}: {new}"
        for path in new:
            (here.absolute().parent / path).unlink()


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_configuration_ends_in_words(call: Call, name: str) -> None:
    for file in ("malkoll.toml", "pyproject.toml", ".gitignore"):
        Path(file).write_bytes(FILES[name])
        for words in (("check", "."), ("overview",), ("export", ".", "--xlsx", "ut.xlsx"), ("rules",)):
            _holds(call(*words), f"{words}, {file}, {name}")
        Path(file).unlink()
    Path("malkoll.toml").write_text('baseline = "b.json"\nmodel = "m.yaml"\n', encoding="utf-8")
    Path("b.json").write_bytes(FILES[name])
    Path("m.yaml").write_bytes(FILES[name])
    _holds(call("check", "."), name)
    assert not list(Path().rglob(f"*{CANARY}*"))


@pytest.mark.parametrize("name", ["planted", "planted keys", "half a letter", "planted model"])
def test_a_service_that_runs_it_obeys_nothing(
    call: Call, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "sida.md"))
    Path("fil.yaml").write_bytes(FILES[name])
    _holds(call("check", "."), name)
    page = _CODE.sub("", (tmp_path / "sida.md").read_text(encoding="utf-8"))
    assert obeyed(page) is None
    assert "<script>" not in page.replace("\\<script", "")
    assert "@here" not in page


NAMES = (
    f"::error::{CANARY}.yaml", f"a\n::error::{CANARY}.yaml", f"##[error]{CANARY}.yaml", f"##vso[task.x]{CANARY}.yaml",
    "\x1b[31m\x1b]0;röd\x07.yaml", "\u202elmay.yaml", "[bold]fet[/bold] :smile:.yaml", "--fix.yaml", "-", "-rf.yaml",
    "--format=json", "{0} {name} %s %(x)s.yaml", "a\u0308a\u030a.yaml", "\udce5\udcff.yaml", "a" * 250 + ".yaml", " .yaml", "' \".yaml",
    "#.yaml", "a,b.yaml", "=1+1.yaml", "<script>.yaml", "`$(touch PWNED)`;&|.yaml", "a\\b.yaml", "\r\t\v.yaml", "å\u2028.yaml",
)  # fmt: skip
"""What a file may be called, and what it would do to those who read its name."""


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_name_is_shown_and_not_obeyed(call: Call, name: str) -> None:
    try:
        (Path("ut") / name).write_text(SOUND.replace("Hållbar vardag", "Hållbart"), encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("the file system takes no such names")
    for command, words in COMMANDS.items():
        # a patch holds the bytes of a name as they are
        is_patch = command == "diff" and "\udce5" in name
        for path in () if is_patch else ("ut", f"ut/{name}", name):
            _holds(call(*(word.replace("{}", path) for word in words)), f"{command} of {path!a}")
    for form in Format:
        _holds(call("check", "ut", "--format", form), f"{form} of the folder")
    assert not list(Path().rglob(CANARY))


@pytest.fixture
def odd_paths() -> list[str]:
    here = Path()
    os.mkfifo(here / "pipe")
    (here / "loop").symlink_to("loop")
    (here / "ring").mkdir()
    (here / "ring" / "round").symlink_to("../ring")
    (here / "ring" / "out.yaml").symlink_to("/etc/passwd")
    (here / "ring" / "gone.yaml").symlink_to("nowhere")
    (here / "shut").mkdir()
    (here / "shut" / "sn.yaml").write_text(SOUND, encoding="utf-8")
    (here / "secret.yaml").write_text(SOUND, encoding="utf-8")
    (here / "secret.yaml").chmod(0)
    (here / "shut").chmod(0)
    devices = [
        "/dev/zero",
        "/dev/full",
        "/proc/self/mem",
        "/proc/self/environ",
        "/dev/stdin/x",
        "/proc/self/fd",
    ]
    return [
        "pipe", "loop", "ring", "ring/round/round/out.yaml", "ring/gone.yaml", "shut", "secret.yaml", "shut/sn.yaml", "",
        "nowhere/at/all.yaml", "sn.yaml/x", "a" * 300, "a/" * 3_000, "a\0b", "~", "file:///etc/passwd", "https://example.org/a.yaml",
        *(path for path in devices if Path(path).parent.exists()),
    ]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices of Unix")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_leads_to_no_file_ends_in_words(call: Call, odd_paths: list[str], command: str) -> None:
    before = contents(Path("ring"))
    for path in odd_paths:
        began = time.process_time()
        said = call(*(word.replace("{}", path) for word in COMMANDS[command]))
        assert time.process_time() - began < LONGEST, f"{command} of {path}: took too long"
        _holds(said, f"{command} of {path[:40]!a}")
        if path == "ring":
            assert "root:x" not in said.out, "what a link leads to outside is not shown"
    Path("shut").chmod(0o700)
    assert contents(Path("ring")) == before
    assert not Path("pipe").is_file()


@pytest.mark.skipif(os.name == "nt", reason="paths of Unix")
def test_folders_within_folders_and_links_to_nowhere_are_walked(call: Call) -> None:
    top = Path.cwd()
    (top / "long.yaml").symlink_to("a" * 300)
    depth = 1_100
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("sn.yaml").write_text(SOUND, encoding="utf-8")
    try:
        os.chdir(top)
        for words in (
            ("check", "."),
            ("overview",),
            ("compare", "d", "sn.yaml"),
            ("export", ".", "--xlsx", "ut.xlsx"),
        ):
            _holds(call(*words), str(words))
    finally:
        # as deep as this, others can't clear it away
        os.chdir(top / "/".join("d" * depth))
        Path("sn.yaml").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()
