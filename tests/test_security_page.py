"""SECURITY.md says what holds."""

from __future__ import annotations

import re
from pathlib import Path

from malkoll.baseline.read import LARGEST as BASELINE
from malkoll.cache.store import MOST_BYTES as FINDINGS
from malkoll.cli.commands.options import LIMITED
from malkoll.cli.limits import _MOST
from malkoll.config import files
from malkoll.memo.folder import MOST_BYTES as REPORTS
from malkoll.report.markdown import LONGEST as MARKDOWN
from malkoll.report.options import MOST_FINDINGS
from malkoll.syntax.compose import Limits
from malkoll.tables import archive

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def _rows() -> dict[str, tuple[int, int]]:
    found = re.findall(r"^\| [^|]+ \| ([0-9,]+)[^|]* \| `([a-z]+)=` \| ([0-9,]+) \|$", PAGE, re.MULTILINE)
    return {name: (int(usual.replace(",", "")), int(most.replace(",", ""))) for usual, name, most in found}


def test_the_limits_are_those_in_force() -> None:
    usual = Limits()
    values = dict(zip(("size", "depth", "nodes", "aliases"), usual, strict=False), findings=MOST_FINDINGS)
    assert _rows() == {name: (values[name], _MOST[name]) for name in LIMITED}
    for number, unit in ((usual.number, "|"), (MARKDOWN, "characters")):
        assert f"| {number:,} {unit}" in PAGE
    assert f"| {files.LARGEST // 1_000_000} MB |" in PAGE
    assert f"| {BASELINE} MB |" in PAGE
    assert f"{FINDINGS // 2**20} MB of findings, {REPORTS // 2**20} MB of reports" in PAGE
    office = (
        archive.LARGEST_FILE // 10**6,
        archive._MOST_MEMBERS,  # noqa: SLF001
        archive._LARGEST_TOTAL // 10**6,  # noqa: SLF001
        archive._MOST_CELLS,  # noqa: SLF001
    )
    assert "{} MB, {:,} parts, {} MB unpacked, {:,} cells".format(*office) in PAGE


def test_the_tests_that_hold_a_promise_are_there() -> None:
    for name in re.findall(r"`(tests/[^`]+)`", PAGE):
        assert (ROOT / name).exists(), name
