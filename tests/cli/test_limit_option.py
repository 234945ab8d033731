"""The caller can have more read and shown, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Call

from checked import SOUND

LARGE = SOUND + f"# {'x' * 1_000_000}\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    (tmp_path / "stor.yaml").write_text(LARGE, encoding="utf-8")
    (tmp_path / "djup.yaml").write_text(SOUND + "a: " + "[" * 120 + "]" * 120, encoding="utf-8")
    (tmp_path / "lika.yaml").write_text(
        SOUND + "a: &a [x, x, x]\nb: [" + "*a, " * 3_000 + "]\n", encoding="utf-8"
    )
    (tmp_path / "delar.yaml").write_text(SOUND + "a: [" + "x," * 100_000 + "]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "limit", "code"),
    [
        ("stor.yaml", "size=1100000", "MK001"),
        ("djup.yaml", "depth=150", "MK007"),
        ("lika.yaml", "aliases=20000", "MK007"),
        ("delar.yaml", "nodes=200000", "MK007"),
    ],
)
def test_what_is_too_much_is_read_when_the_caller_says_so(
    call: Call, file: str, limit: str, code: str
) -> None:
    words = ("check", file, "--format", "concise", "--no-cache")
    assert f" {code} " in call(*words).out
    assert f" {code} " not in call(*words, "--limit", limit).out


def test_no_configuration_raises_a_limit(call: Call, tmp_path: Path) -> None:
    for key in ("limit", "limits", "size", "max-size"):
        (tmp_path / "malkoll.toml").write_text(f'{key} = "size=5000000"\n', encoding="utf-8")
        assert call("check", "stor.yaml").status == 2


def test_a_limit_is_kept_apart_in_what_is_remembered(call: Call) -> None:
    words = ("check", "stor.yaml", "--format", "concise")
    assert "MK001" in call(*words).out
    assert "MK001" not in call(*words, "--limit", "size=1100000").out
    assert "MK001" in call(*words).out


@pytest.mark.parametrize(
    "value",
    ["size", "size=", "size=0", "size=-1", "size=1e6", "size=²", "size=999999999999", "depth=1000", "x=1"],
)
def test_what_is_no_limit_is_refused_in_words(call: Call, value: str) -> None:
    said = call("check", "stor.yaml", "--limit", value)
    assert said.status == 2
    assert "--limit" in said.err


def test_a_long_report_says_how_much_it_leaves_out_and_counts_all(call: Call, tmp_path: Path) -> None:
    (tmp_path / "fel.yaml").write_text(SOUND + "".join(f"q{n}: x\n" for n in range(50)), encoding="utf-8")
    (tmp_path / "fler.yaml").write_text("".join(f"q{n}: x\n" for n in range(50)) + SOUND, encoding="utf-8")
    words = ("check", "fel.yaml", "fler.yaml", "--ignore", "MK6")
    whole, short = call(*words), call(*words, "--limit", "findings=60")
    assert "till finns" not in whole.out
    assert "40 anmärkningar till finns, men här visas bara 60." in " ".join(short.out.split())
    assert short.out.splitlines()[-1] == whole.out.splitlines()[-1]
    assert short.status == whole.status == 1
