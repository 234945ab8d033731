"""The HTML file: whole, harmless, self-contained, and read by everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Any

import axe_core_python  # type: ignore[import-untyped]
import pytest
from browser import PROGRAM, Browser
from hostile_texts import TEXTS, everywhere, shown
from lxml import html
from report_cases import ROOT, file_report, finding, place, report, run

from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.report.html.markup import element, raw_text
from malkoll.result import Report
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in

EXAMPLES = [
    f"examples/sv/{name}.yaml"
    for name in (
        "barn-och-utbildningsnamnden-beslutad", "fel-dubbletter", "fel-undantag", "fel-uppfoljning", "fel-tabb",
        "socialnamnden-fardig", "socialnamnden-utkast",
    )
]  # fmt: skip
AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
LANGUAGES = pytest.mark.parametrize("language", Language)
IN_BROWSER = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here")


def page(made: Report, language: Language = Language.SV) -> str:
    return render(made, Format.HTML, Options(language=language))


def tree(text: str) -> Any:
    return html.document_fromstring(text)


def words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def of_text(text: str) -> Report:
    """Check one document, and keep it."""
    engine = Engine(report().date, keep=True)
    engine.check(Input("mål.yaml", text.encode("utf-8", "surrogatepass"), built_in(DEFAULT), select()))
    return engine.finish()


@pytest.fixture(scope="module")
def examples() -> Report:
    return run(*EXAMPLES)


# --- whole and self-contained


@LANGUAGES
def test_the_page_is_in_the_runs_language_and_quotes_are_in_the_documents(
    examples: Report, language: Language
) -> None:
    root = tree(page(examples, language))
    assert root.get("lang") == language.value
    quotes = root.xpath("//blockquote/p[not(@class)]")
    assert quotes
    assert {quote.get("lang") for quote in quotes} == {"sv"}
    assert {one.get("lang") for one in root.xpath("//p[@class='statement']")} == {"sv"}


def test_no_swedish_of_ours_is_left_on_an_english_page(examples: Report) -> None:
    root = tree(page(examples, Language.EN))
    for name in ("script", "style"):
        for node in root.xpath(f"//{name}"):
            node.getparent().remove(node)
    for node in root.xpath("//*[@lang='sv']"):
        node.clear()
    heads = words(root.xpath("//nav")[0]) + " ".join(
        words(one) for one in root.xpath("//h2|//dt|//caption|//label")
    )
    assert not re.search(r"[åäöÅÄÖ]", heads)


@LANGUAGES
def test_the_page_asks_for_nothing_and_its_policy_allows_nothing_but_itself(
    examples: Report, language: Language
) -> None:
    text = page(examples, language)
    root = tree(text)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for kind in ("style", "script"):
        (inside,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        name = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{name}'" in policy
        assert "url(" not in inside
        assert "@import" not in inside
    assert policy.startswith("default-src 'none'; ")
    assert not root.xpath("//@src|//@action|//@srcset|//@style|//@*[starts-with(name(), 'on')]")
    assert all(link.startswith("#") for link in root.xpath("//@href"))
    assert not root.xpath("//link|//iframe|//object|//embed|//base|//img")


def test_every_link_leads_somewhere_and_no_two_places_share_a_name(examples: Report) -> None:
    root = tree(page(examples))
    names = Counter(root.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []
    assert {link[1:] for link in root.xpath("//@href")} <= names.keys()
    labels = {name for one in root.xpath("//@aria-labelledby") for name in one.split()}
    assert labels <= names.keys()


def test_the_page_tells_what_it_was_made_of(examples: Report) -> None:
    about = words(tree(page(examples)).xpath("//*[@id='about']")[0])
    assert examples.date.isoformat() in about
    assert built_in(DEFAULT).sha256 in about
    for file in examples.files:
        assert file.path in about
        assert hashlib.sha256((ROOT / file.path).read_bytes()).hexdigest() in about


# --- what it says


def test_every_finding_is_there_once_with_its_words_its_clause_and_its_advice(examples: Report) -> None:
    root = tree(page(examples))
    found = root.xpath("//li[contains(concat(' ', @class, ' '), ' finding ')]")
    said = Counter(words(one.xpath("./p[@class='message']")[0]) for one in found)
    assert said == Counter(shown(one.message.render(Language.SV)) for one in examples.diagnostics)
    changes = words(root.xpath("//*[@id='changes']")[0])
    for diagnostic in examples.diagnostics:
        for text in (diagnostic.reference, diagnostic.help):
            assert text is None or shown(text.render(Language.SV)) in changes


def test_the_exact_words_are_marked() -> None:
    line = "    formulering: Kommunen erbjuder goda och attraktiva mötesplatser."
    one = finding(place(line, "goda"), also=(place(line, "attraktiva"),))
    (quote,) = tree(page(report(file_report(one)))).xpath("//blockquote/p[@lang]")
    assert [words(mark) for mark in quote.xpath("mark")] == ["goda", "attraktiva"]
    assert words(quote) == line.strip()


def test_words_far_into_an_endless_line_are_marked_all_the_same() -> None:
    line = f"    formulering: {'x ' * 3_000}goda {'y ' * 3_000}"
    (quote,) = tree(page(report(file_report(finding(place(line, "goda")))))).xpath("//blockquote/p[@lang]")
    assert [words(mark) for mark in quote.xpath("mark")] == ["goda"]
    assert len(words(quote)) < 1_000


def test_what_is_most_important_comes_first(examples: Report) -> None:
    root = tree(page(examples))
    assert root.xpath("//main/section/@id") == ["summary", "changes", "together", "boards", "about"]
    assert "Prövningen ger" in words(root.xpath("//*[@id='summary']/p")[0])


def test_every_board_has_a_section_with_all_its_goals(examples: Report) -> None:
    root = tree(page(examples))
    boards = {words(one.xpath("./h3")[0]): one for one in root.xpath("//section[@class='board']")}
    assert len(root.xpath("//section[@class='board']")) == len(examples.files)
    sound = boards["Socialnämnden, Granvik, 2027"]
    (file,) = [one for one in examples.files if one.path.endswith("fardig.yaml")]
    statements = [words(one) for one in sound.xpath(".//p[@class='statement']")]
    assert file.kept
    assert statements == [goal.statement for goal in file.kept.document.goals]
    assert "från 84 (2026) till 88 (2028) procent" in words(sound)


def test_a_file_that_cant_be_read_is_told_and_not_passed_over() -> None:
    root = tree(page(of_text("# bara en kommentar\n")))
    assert "gick inte att läsa" in words(root.xpath("//*[@id='summary']")[0])
    assert "är inte prövat" in words(root.xpath("//section[@class='board']")[0])


def test_a_sound_document_is_told_to_be_sound() -> None:
    root = tree(page(run("examples/sv/socialnamnden-fardig.yaml")))
    assert words(root.xpath("//h1")[0]) == "Socialnämnden: mål 2027"
    assert "inga anmärkningar" in words(root.xpath("//*[@id='summary']")[0])
    assert not root.xpath("//form")


def test_what_exceptions_silence_stands_there_with_its_reason(examples: Report) -> None:
    changes = words(tree(page(examples)).xpath("//*[@id='changes']")[0])
    for silenced in examples.suppressed:
        assert not silenced.reason or silenced.reason in changes


@LANGUAGES
def test_pictures_are_told_in_words_and_in_a_table(examples: Report, language: Language) -> None:
    root = tree(page(examples, language))
    pictures = root.xpath("//svg[@role='img']")
    assert len(pictures) == 3
    for picture in pictures:
        assert words(picture.xpath("./title")[0])
        assert len(words(picture.xpath("./desc")[0])) > 60
        section = picture.xpath("ancestor::section[@class='figure']")[0]
        assert section.xpath(".//details//table//tbody/tr")


def test_without_the_script_all_is_shown_and_the_filter_is_not(examples: Report) -> None:
    root = tree(page(examples))
    assert [one.get("id") for one in root.xpath("//*[@hidden]")] == ["filter"]


def test_a_report_without_its_documents_is_written_too() -> None:
    root = tree(page(report(file_report(finding(goal_index=0, goal="a")))))
    names = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath("//@href")} <= names


def test_an_empty_report_is_a_page() -> None:
    assert "inga anmärkningar" in words(tree(page(report())))


# --- hostile text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_becomes_markup_or_goes_unseen(text: str) -> None:
    made = page(everywhere(text))
    root = tree(made)
    plain = tree(page(everywhere("x")))
    assert Counter(node.tag for node in root.iter()) - Counter({"mark": 99}) == Counter(
        node.tag for node in plain.iter()
    ) - Counter({"mark": 99})
    seen = " ".join(words(root).split())
    if len(text) < 400:
        assert shown(text) in seen
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufffe]", made)
    made.encode("utf-8")


HOSTILE = (
    "kommun: '</title><script>document.title=1</script>'\n"
    "nämnd: '\"><img src=https://example.org/x onerror=document.title=1>'\n"
    "år: 2026\n"
    "grunduppdrag: 'javascript:alert(1) <a href=\"javascript:document.title=1\">x</a>'\n"
    "mål:\n"
    "  - id: '</script><script>document.title=1</script>'\n"
    '    formulering: "God \\u202e</style><style>body{background:url(https://example.org/y)}</style> \\e[31m"\n'
    "    fokusområde: '<svg onload=document.title=1>'\n"
    "    indikatorer: [{namn: '<iframe src=https://example.org/z>', målvärde: 1, källa: '<b>'}]\n"
)


def test_hostile_documents_stay_text() -> None:
    root = tree(page(of_text(HOSTILE)))
    assert len(root.xpath("//script")) == 1
    assert len(root.xpath("//style")) == 1
    assert not root.xpath("//img|//iframe|//b|//*[@onload or @onerror]")
    assert "<img src=https://example.org/x onerror=document.title=1>" in words(root)


def test_the_builder_makes_nothing_that_could_run_or_lead_away() -> None:
    assert element("p", '<b>&"', title='"><x').html == '<p title="&quot;&gt;&lt;x">&lt;b&gt;&amp;"</p>'
    for attributes in (
        {"onclick": "x"},
        {"style": "x"},
        {"href": "javascript:x"},
        {"href": "https://example.org"},
    ):
        with pytest.raises(ValueError, match=r"onclick|style|href"):
            element("a", **attributes)
    with pytest.raises(ValueError, match="script"):
        raw_text("script", "'</script>'")


# --- in a browser


@IN_BROWSER
@LANGUAGES
def test_axe_finds_nothing_wrong_and_no_request_leaves(
    examples: Report, language: Language, tmp_path: Path
) -> None:
    file = tmp_path / "r.html"
    file.write_text(page(examples, language), encoding="utf-8")
    with Browser() as browser:
        for look in ({}, {"dark": True}, {"width": 390}, {"media": "print"}):
            browser.look(**look)
            browser.open(file)
            browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            wrong = [(one["id"], [node["html"] for node in one["nodes"]]) for one in browser.axe(AXE)]
            assert wrong == []
            assert browser.run("document.documentElement.scrollWidth <= innerWidth")
        assert set(browser.requests) == {file.as_uri()}
        assert browser.complaints == []


@IN_BROWSER
def test_hostile_text_does_not_run_and_fetches_nothing(tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    file.write_text(page(of_text(HOSTILE)), encoding="utf-8")
    with Browser() as browser:
        browser.open(file)
        assert browser.run("document.title") != "1"
        assert set(browser.requests) == {file.as_uri()}
        assert browser.complaints == []


@IN_BROWSER
def test_the_filter_shows_the_findings_of_a_board_and_a_severity(examples: Report, tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    file.write_text(page(examples), encoding="utf-8")
    number = next(
        number
        for number, one in enumerate(examples.files, 1)
        if one.path.endswith("socialnamnden-utkast.yaml")
    )
    wanted = [one for one in examples.files[number - 1].diagnostics if one.severity != "info"]
    with Browser() as browser:
        browser.open(file)
        assert browser.run("!document.getElementById('filter').hidden")
        browser.run(
            f"document.getElementById('board').value = '{number}';"
            "document.querySelector('input[value=info]').click();"
            "document.getElementById('board').dispatchEvent(new Event('change', {bubbles: true}))"
        )
        assert browser.run("document.querySelectorAll('.finding:not([hidden])').length") == len(wanted)
        assert browser.run("document.querySelectorAll('.board:not([hidden])').length") == 1
        assert browser.run("document.getElementById('shown').textContent") == (
            f"Visar {len(wanted)} av {len(examples.diagnostics)} anmärkningar."
        )


@IN_BROWSER
def test_on_paper_tables_are_open_and_the_filter_is_gone(examples: Report, tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    file.write_text(page(examples), encoding="utf-8")
    with Browser() as browser:
        browser.look(media="print")
        browser.open(file)
        assert browser.run("getComputedStyle(document.getElementById('filter')).display") == "none"
        assert browser.run("getComputedStyle(document.querySelector('nav')).display") == "none"
        browser.run("window.dispatchEvent(new Event('beforeprint'))")
        assert browser.run("document.querySelectorAll('details:not([open])').length") == 0
        browser.run("window.dispatchEvent(new Event('afterprint'))")
        assert browser.run("document.querySelectorAll('details[open]').length") == 0
