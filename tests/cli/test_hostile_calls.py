"""Whatever a stranger's file holds, whichever command reads it as whatever: a documented exit, nothing obeyed."""

from __future__ import annotations

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
    page = (tmp_path / "sida.md").read_text(encoding="utf-8")
    assert f"\n::error::{CANARY}" not in page
    assert f"<script>{CANARY}" not in page.replace("`", "")or "``" in page
