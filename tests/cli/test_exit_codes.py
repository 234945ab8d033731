"""Exit codes are promised: the same in every format, on the screen and in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Call

from malkoll.formats import Format

CASES = {
    "nothing to tell": (("sn.yaml",), 0),
    "an error": (("fel.yaml",), 1),
    "an error among sound documents": (("sn.yaml", "fel.yaml"), 1),
    "nothing that fails": (("fel.yaml", "--fail-on", "never"), 0),
    "a warning where warnings pass": (("varning.yaml",), 0),
    "a warning where warnings fail": (("varning.yaml", "--fail-on", "warning"), 1),
    "a file that isn't there": (("borta.yaml",), 1),
    "an unknown option": (("sn.yaml", "--zzz"), 2),
    "a model that isn't there": (("sn.yaml", "--model", "borta.yaml"), 2),
    "a configuration that isn't there": (("sn.yaml", "--config", "borta.toml"), 2),
    "a report that can't be written": (("sn.yaml", "--report", "json=borta/r.json"), 2),
    "no goal document": (("tom",), 3),
    "no goal document, and nothing that fails": (("tom", "--fail-on", "never"), 3),
}


@pytest.fixture(autouse=True)
def _documents(sound: Path, faulty: Path, tmp_path: Path) -> None:
    assert faulty.exists()
    text = sound.read_text(encoding="utf-8")
    without = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("grunduppdrag"))
    (tmp_path / "varning.yaml").write_text(without, encoding="utf-8")
    (tmp_path / "tom").mkdir()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", Format)
def test_the_exit_code_is_the_same_in_every_format(call: Call, form: Format, case: str) -> None:
    words, status = CASES[case]
    assert call("check", *words, "--isolated", "--format", form).status == status
    assert call("check", *words, "--isolated", "--report", f"{form}=r.out").status == status
