"""The pages say what malkoll says, and lead to what there is."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from malkoll.cli.arguments import parse

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "SECURITY.md",
    *sorted(ROOT.glob("docs/**/*.md")),
]
SWEDISH = ROOT / "docs" / "sv" / "README.md"
_FENCE = re.compile(r"^ *```\w*\n.*?^ *```", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"^ *(malkoll (?:[^\"'\n\\]|\"[^\"]*\"|'[^']*'|\\\n|\\)*)", re.MULTILINE)
_SPAN = re.compile(r"`(malkoll [a-z-][^`]*)`")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_page_shows_what_malkoll_prints_now(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == _script("outputs").filled(text), "run: python docs/outputs.py"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_links_of_a_page_lead_to_files_that_there_are(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def _calls(text: str) -> Iterator[list[str]]:
    """Give the words of the command lines of a page: in its fences, and of the commands that its text names."""
    for fence in _FENCE.findall(text):
        for call in _CALL.findall(fence):
            words = shlex.split(call.replace("\\\n", " ").replace("\\", "/"), comments=True)
            yield words[: next((at for at, word in enumerate(words) if word in {"<", ">", "|"}), len(words))]
    for span in _SPAN.findall(_FENCE.sub("", text)):
        if "…" not in span:
            # what a command has to be given needn't stand where it is only named
            yield [*shlex.split(span.partition(" <")[0]), "--help"]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_commands_in_a_page_are_ones_that_malkoll_understands(page: Path) -> None:
    for _, *words in _calls(page.read_text(encoding="utf-8")):
        parse(words)


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached = {ROOT / "README.md"}
    ahead = list(reached)
    while ahead:
        new = {page for page in _linked(ahead.pop()) if page.suffix == ".md"} - reached
        reached |= new
        ahead += new
    assert set(PAGES) <= reached


def test_the_swedish_list_has_every_swedish_page() -> None:
    assert set(SWEDISH.parent.glob("*.md")) <= {SWEDISH, *_linked(SWEDISH)}


def _linked(page: Path) -> set[Path]:
    return {(page.parent / link).resolve() for link in _LINK.findall(page.read_text(encoding="utf-8"))}
