"""The pages on YAML say what the reader does: each row of their tables is run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from malkoll.rules import RULES
from reading import data_of, mended, read

DOCS = Path(__file__).parents[1] / "docs"
PAGES = (DOCS / "yaml.md", DOCS / "sv" / "yaml.md")
CODES = {rule.name: rule.code for rule in RULES}
SIGNS = str.maketrans({"↵": "\n", "→": "\t", "·": " "})
_ROW = re.compile(
    r"^\| (?P<what>.*?) \| `(?P<example>(?:\\\||[^|])*)` \| `?(?P<becomes>(?:\\\||[^|])*?)`? \|$",
    re.MULTILINE,
)


def _rows(page: Path) -> list[tuple[str, str, str]]:
    rows = [match.groups() for match in _ROW.finditer(page.read_text(encoding="utf-8"))]
    return [(what, example.replace(r"\|", "|"), becomes) for what, example, becomes in rows]


ROWS = [row for page in PAGES for row in _rows(page)]


@pytest.mark.parametrize(("what", "example", "becomes"), ROWS, ids=lambda text: text[:40])
def test_a_row_says_what_the_reader_does(what: str, example: str, becomes: str) -> None:
    text = example.translate(SIGNS)
    _, parsed = read(text)
    if becomes.startswith("{"):
        assert not parsed.troubles
        assert data_of(parsed.root) == json.loads(becomes)
        return
    assert {CODES[trouble.rule] for trouble in parsed.troubles} == {becomes}
    if "(*" in what:
        _, again = read(mended(text))
        assert not again.troubles
        assert data_of(again.root) == data_of(parsed.root)


def test_both_pages_have_the_same_rows() -> None:
    english, swedish = (
        [(example, becomes, "(*" in what) for what, example, becomes in _rows(page)] for page in PAGES
    )
    assert english == swedish
    # each line of a table but its head and the line below it
    lines = [line for line in PAGES[0].read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    assert len(english) == len(lines) - 2 * 4
