"""Sets of bad inputs made by others, where CI has them beside the project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from malkoll.document.build import build
from malkoll.document.goal_document import GoalDocument
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from reading import data_of

SETS = Path(os.environ.get("MALKOLL_HOSTILE", "")) if os.environ.get("MALKOLL_HOSTILE") else None
SARIF_SCHEMA = Path(__file__).parent / "data" / "sarif-schema-2.1.0.json"
pytestmark = pytest.mark.skipif(SETS is None, reason="the sets aren't here")


def test_every_hostile_file_ends_in_a_documented_way(tmp_path: Path) -> None:
    assert SETS is not None
    corpus = tmp_path / "corpus"
    shutil.copytree(SETS / "corpus", corpus)
    for path in (corpus, *corpus.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    # the runner puts a folder beside the file that it fixes, for links to lead to
    outside = corpus / "outside"
    outside.mkdir(exist_ok=True)
    if not (outside / "hemlig.yaml").exists():
        shutil.copy(corpus / "fix" / "plain.yaml", outside / "hemlig.yaml")
    runner = [sys.executable, str(SETS / "run_hostile.py"), "--dir", str(corpus), "--exits", "0,1,2,3"]
    malkoll = str(Path(sys.executable).with_name("malkoll"))
    fix = ["--fix", f"{malkoll} check --fix"]
    done = subprocess.run(
        [*runner, *fix, "--slack", "4", "--", malkoll, "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_input_of_the_yaml_test_suite_is_read_or_told_of() -> None:
    assert SETS is not None
    suite = json.loads((SETS / "yaml-test-suite.json").read_text(encoding="utf-8"))
    for name, case in suite.items():
        source = SourceFile(name, case["yaml"].encode())
        parsed = parse(source)
        troubles = list(parsed.troubles)
        if parsed.root is not None:
            troubles += build(parsed.root, GoalDocument).troubles
        assert parsed.root is not None or troubles, name
        assert troubles or not case["error"], f"{name}: faulty, and nothing is told"
        # what its keys say isn't asked for: its meaning is the suite's, or it is told of
        if not parsed.troubles and case["json"] is not None:
            assert _same(data_of(parsed.root), json.loads(case["json"])), name
        assert all(0 <= one.span.start <= one.span.end <= len(source.text) + 3 for one in troubles), name


def _same(read: object, expected: object) -> bool:
    """Hold data against the suite's; a key of nothing is an empty text in JSON."""
    if isinstance(read, dict) and isinstance(expected, dict):
        named = {"" if key in {"~", "null"} else key: value for key, value in read.items()}
        return named.keys() == expected.keys() and all(_same(named[key], expected[key]) for key in named)
    if isinstance(read, list) and isinstance(expected, list):
        return len(read) == len(expected) and all(map(_same, read, expected))
    return type(read) is type(expected) and read == expected


def test_every_hostile_file_is_written_as_sarif_that_the_schema_allows(tmp_path: Path) -> None:
    assert SETS is not None
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    corpus = tmp_path / "corpus"
    shutil.copytree(SETS / "corpus", corpus)
    for path in (corpus, *corpus.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    command = [sys.executable, "-m", "malkoll", "check", "--isolated", "--format", "sarif"]
    files = sorted(str(path) for path in corpus.rglob("*") if path.is_file())
    done = subprocess.run([*command, "--", *files], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    log = json.loads(done.stdout)
    errors = Draft7Validator(schema).iter_errors(log)
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []
    assert len(log["runs"][0]["artifacts"]) >= len(files)
