"""The comparison in its formats: harmless whatever the documents say, and read by everybody."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import axe_core_python  # type: ignore[import-untyped]
import pytest
from browser import PROGRAM, Browser
from hostile_texts import TEXTS
from lxml import etree, html
from markdown_it import MarkdownIt

from comparing import FULL, comparison_of, leaves, with_another, without, written
from malkoll.language import Language
from malkoll.report import compare_markdown, compare_v1
from malkoll.report.cells import width
from malkoll.report.compare_page import ComparePage
from malkoll.report.html import compare as compare_html
from malkoll.report.screen import plain_text
from malkoll.report.shown import Shown
from malkoll.repository.compare import Comparison

AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
IN_BROWSER = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here")
LANGUAGES = pytest.mark.parametrize("language", Language)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\u2028\ud800-\udfff]")


def everything() -> Comparison:
    """Compare documents between which every value is another, and a goal is new and one is gone."""
    new: dict[str, Any] = copy.deepcopy(FULL)
    for place in leaves(FULL):
        if place[-1] not in {"id", "board", "municipality"}:
            new = with_another(new, place)
    new["goals"].append({"id": "sn-9", "statement": "Fler får hjälp i tid.", "horizon": 2027})
    old = without({**FULL, "okänd": 1}, ("goals", 1, "id"))
    old["goals"].append({"id": "sn-8", "statement": "Bussarna går i tid varje vinter.", "horizon": 2027})
    return comparison_of(written(old), written(new))


def hostile(text: str) -> Comparison:
    """Compare documents that have a text wherever one can stand."""

    def of(mark: str) -> dict[str, Any]:
        line = f"x {text} {mark} mer ord"
        goal = {
            "id": line,
            "title": line,
            "statement": line,
            "focus_area": [line],
            "indicators": [{"name": line, "unit": line, "target": {"value": line, "year": 2027}}],
            "follow_up": [{"outcome": {line[:200]: 1 if mark == "a" else 2}}],
            line[:200]: {line[:200]: [line]},
        }
        return {
            "board": line,
            "year": 2026,
            "mission": line,
            "goals": [goal, {"statement": f"{mark} {text}"}, line],
        }

    return comparison_of(written(of("a")), written(of("b")), (f"a{text}.yaml", f"b{text}.yaml"))


def screen(made: Comparison, cells: int = 80, language: Language = Language.SV) -> str:
    return plain_text(ComparePage(made, language, Shown(), cells).lines(), Shown())


# --- on the screen


@pytest.mark.parametrize("cells", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(cells: int) -> None:
    assert max(width(line) for line in screen(everything(), cells).splitlines()) <= cells


@pytest.mark.parametrize("text", TEXTS)
def test_on_the_screen_a_text_is_shown_and_does_nothing(text: str) -> None:
    shown = screen(hostile(text))
    assert not UNSEEN.search(shown)
    assert not re.search(r"^\s*::", shown, re.MULTILINE)
    assert "##[" not in shown
    assert all(width(line) <= 80 for line in shown.splitlines())


def test_words_with_the_signs_in_them_are_shown_as_what_stood_and_what_stands() -> None:
    def goal(statement: str) -> str:
        return written({"board": "N", "year": 2026, "goals": [{"id": "a", "statement": statement}]})

    shown = screen(
        comparison_of(goal("Här står {+allt+} som förut."), goal("Här står {+allt+} som aldrig förr.")), 120
    )
    assert "formulering: ”Här står {+allt+} som förut.” → ”Här står {+allt+} som aldrig förr.”" in shown


def test_every_encoding_can_show_it() -> None:
    shown = Shown("ascii")
    assert plain_text(ComparePage(everything(), Language.SV, shown, 80).lines(), shown).isascii()


# --- for programs


@pytest.mark.parametrize("text", TEXTS)
def test_json_holds_every_text_as_it_is(text: str) -> None:
    made = compare_v1.text(hostile(text), Language.SV)
    assert not UNSEEN.search(made)
    assert json.loads(made)["boards"]


# --- Markdown


@pytest.mark.parametrize("text", TEXTS)
def test_in_markdown_a_text_is_a_text(text: str) -> None:
    made = compare_markdown.text(hostile(text), Language.SV)
    page = html.fromstring(f"<div>{READER.render(made)}</div>")
    names = {str(one.tag) for one in page.iter("*")}
    assert names <= {"div", "h1", "h2", "h3", "p", "ul", "li", "strong", "em", "del", "ins", "span", "table",
                     "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    etree.strip_tags(page, etree.Comment)
    assert not page.xpath("//@href|//@src|//@onerror")
    assert not re.search(r"(?<![\w\\])@(?:here|org)", made)


def test_markdown_marks_the_words_that_are_gone_and_new() -> None:
    made = compare_markdown.text(everything(), Language.SV)
    page = html.fromstring(f"<div>{READER.render(made)}</div>")
    assert "annat" in {str(one.text) for one in page.iter("ins")}


# --- HTML


def tree(made: Comparison, language: Language = Language.SV) -> Any:
    return html.document_fromstring(compare_html.text(made, language))


@LANGUAGES
def test_the_page_asks_for_nothing_and_runs_nothing(language: Language) -> None:
    root = tree(everything(), language)
    assert root.get("lang") == language.value
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert not root.xpath("//script|//link|//iframe|//img|//@src|//@style|//@*[starts-with(name(), 'on')]")
    names = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath("//@href")} <= names


@LANGUAGES
def test_changed_words_are_told_without_colour_too(language: Language) -> None:
    root = tree(everything(), language)
    told = {"".join(one.xpath("span[@class='unseen']/text()")) for one in root.xpath("//ins")}
    assert told == ({"tillkommer: "} if language is Language.SV else {"added: "})


@pytest.mark.parametrize("text", TEXTS)
def test_on_the_page_a_text_is_a_text(text: str) -> None:
    page = compare_html.text(hostile(text), Language.SV)
    root = html.document_fromstring(page)
    assert not root.xpath("//script|//img|//b|//@onerror|//@src")
    assert not UNSEEN.search(page.replace("\n", ""))


@IN_BROWSER
@LANGUAGES
def test_axe_finds_nothing_wrong_and_no_request_leaves(language: Language, tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    file.write_text(compare_html.text(everything(), language), encoding="utf-8")
    with Browser() as browser:
        for look in ({}, {"dark": True}, {"width": 390}, {"media": "print"}):
            browser.look(**look)
            browser.open(file)
            wrong = [(one["id"], [node["html"] for node in one["nodes"]]) for one in browser.axe(AXE)]
            assert wrong == []
            assert browser.run("document.documentElement.scrollWidth <= innerWidth")
        assert set(browser.requests) == {file.as_uri()}
        assert browser.complaints == []
