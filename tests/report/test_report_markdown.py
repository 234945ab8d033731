"""Markdown: a comment shows the findings, and a document's words are words there and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hostile_texts import TEXTS, everywhere, shown
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt
from report_cases import ROOT, file_report, finding, goal, place, report, run

from malkoll.diagnostic import Applicability, Diagnostic, LocatedFix, LocatedRelated, Severity, Suppressed
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.report.markdown import LONGEST, fitted
from malkoll.report.marked import APART, code, in_html, markdown
from malkoll.result import BaselineUse, Report

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ELEMENTS = {
    "div", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "code",
    "blockquote", "ul", "li", "br", "span",
}  # fmt: skip
MADE_OF = st.text("ab1 \\`*_{}[]()#+-.!|<>~&@:/$^%=\"'\n\t😀\u202e", max_size=40) | st.text(max_size=20)


def page(made: Report, **choices: Any) -> str:
    return render(made, Format.MARKDOWN, Options()._replace(**choices))


def seen(written: str) -> html.HtmlElement:
    """Show Markdown as a browser would."""
    return html.fromstring(f"<div>{READER.render(written)}</div>")


def text_of(element: html.HtmlElement) -> str:
    etree.strip_tags(element, etree.Comment)
    return " ".join(str(element.text_content()).split())


def elements(element: html.HtmlElement) -> set[str]:
    return {str(one.tag) for one in element.iter() if isinstance(one.tag, str)}


def test_a_comment_says_what_the_run_comes_to_and_folds_the_findings() -> None:
    made = finding(
        place("    fokusområde: Hälsa", "Hälsa"),
        "”Hälsa” finns inte.",
        help="Vilket menas?",
        reference="Våra fem fokusområden",
        goal="sn-1",
        goal_index=0,
        related=(LocatedRelated(place("id: x", "x", file="b.yaml"), finding(message="Här med.").message),),
    )
    sound = file_report(path="b.yaml", goals=(goal(), goal(1)))
    assert page(report(file_report(made, goals=(goal(),)), sound, skipped=2)) == (
        "### malkoll\n"
        "\n"
        "**1 fel i 2 dokument.**\n"
        "\n"
        "| Dokument | Nämnd | Mål | Fel | Varningar | Råd |\n"
        "| :-- | :-- | --: | --: | --: | --: |\n"
        "| <code>mål.yaml</code> | Socialnämnden 2027 | 1 | 1 | 0 | 0 |\n"
        "| <code>b.yaml</code> | Socialnämnden 2027 | 2 | 0 | 0 | 0 |\n"
        "\n"
        "2 YAML-filer i mapparna är inte måldokument och har hoppats över.\n"
        "\n"
        "<details>\n"
        "<summary><code>mål.yaml</code> · Socialnämnden 2027 · ✖ 1 fel</summary>\n"
        "\n"
        "**✖ Fel MK202 · okänt fokusområde** · mål sn-1\n"
        "\n"
        "”Hälsa” finns inte.\n"
        "\n"
        "> Rad 7: `fokusområde: Hälsa`\n"
        "\n"
        "Här med (`b.yaml:7`).\n"
        "\n"
        "Styrmodellen: Våra fem fokusområden\n"
        "\n"
        "**Fråga:** Vilket menas?\n"
        "\n"
        "</details>\n"
    )


def test_sound_documents_are_told_to_be_so() -> None:
    assert "**✔ Inga anmärkningar på 1 dokument.**" in page(report(file_report()))
    assert "**✔ No findings in 2 documents.**" in page(
        report(file_report(), file_report()), language=Language.EN
    )
    assert "Inget måldokument är prövat." in page(report())


def test_findings_alike_stand_together_with_what_differs() -> None:
    first = finding(place("- a", "a", number=3), "Målet har inget id.", help="Ge det ett.", goal_index=0)
    like = finding(place("- b", "b", number=4), "Målet har inget id.", help="Ge det ett.", goal_index=1)
    other = finding(place("- c", "c", number=5), "Inget id här heller.", help="Ge det ett.", goal_index=2)
    many = [like._replace(goal_index=index) for index in range(3, 33)]
    written = page(report(file_report(first, like, other, *many)))
    assert written.count("Ge det ett.") == 1
    assert (
        "Samma sak gäller 32 mål till:\n\n- Rad 4: `- b`\n- Rad 5: `- c`<br>Inget id här heller.\n" in written
    )
    assert "\n- och 12 ställen till\n" in written


def test_what_is_silenced_is_counted_and_shown_on_request() -> None:
    silenced = Suppressed(finding(message="Källan saknas."), "bestäms i mars", "2027-03-31")
    made = report(file_report(suppressed=(silenced,)))
    assert "Undantag i texten tystar 1 anmärkning." in page(made)
    assert "Källan saknas." not in page(made)
    assert "Källan saknas.<br>Rad 7: `fokusområde: Hälsa`<br>Skäl: bestäms i mars (till 2027-03-31)" in page(
        made, verbose=True
    )


def test_what_a_baseline_knows_is_counted_and_nothing_new_is_said_to_be_so() -> None:
    known = Suppressed(finding(message="Källan saknas."), "tas i mars")
    use = BaselineUse("malkoll-baseline.json", known=1, expired=0, fixed=0)
    made = report(file_report(baselined=(known,)))._replace(baselines=(use,))
    assert "**✔ Inga nya anmärkningar på 1 dokument.**" in page(made)
    assert "1 äldre anmärkning räknas inte, den står i malkoll-baseline.json." in page(made)
    assert "**Äldre, står i baslinjen**\n\n- MK202 · okänt fokusområde<br>Källan saknas." in page(
        made, verbose=True
    )


def test_what_can_be_fixed_is_counted() -> None:
    mended = finding(fix=LocatedFix(finding(message="Skriv Hållbar hälsa").message, (), Applicability.SAFE))
    assert "1 kan rättas med --fix." in page(report(file_report(mended, finding())))


def test_of_many_documents_the_table_has_those_with_findings() -> None:
    sound = [file_report(path=f"{number}.yaml") for number in range(300)]
    faulty = [file_report(finding(), path=f"fel-{number}.yaml") for number in range(3)]
    written = page(report(*sound, *faulty))
    assert written.count("| <code>") == 3
    assert "300 dokument till står inte i tabellen." in written
    written = page(report(*(file_report(finding(), path=f"{number}.yaml") for number in range(150))))
    assert written.count("| <code>") == 100


def _many() -> Report:
    """Make more findings than a comment takes, no two of them alike."""

    def found(number: int, severity: Severity) -> Diagnostic:
        text = f"{severity} nummer {number}. {'ö' * 300}"
        return finding(message=text, help=f"Råd {number} {{ }}", severity=severity, code=f"MK{number:03}")

    return report(
        *(
            file_report(
                *(found(number, severity) for number in range(40) for severity in Severity),
                path=f"{name}.yaml",
            )
            for name in "abc"
        )
    )


@pytest.mark.parametrize("longest", [LONGEST, 20_000, 5_000])
def test_what_does_not_fit_is_left_out_whole_and_counted(longest: int) -> None:
    made = _many()
    written = fitted(made, Options(), longest)
    assert len(written.encode()) <= longest
    (left_out,) = re.findall(r"^(\d+) anmärkningar till får inte plats här\.", written, re.MULTILINE)
    kept = {severity: len(re.findall(rf"^{severity} nummer", written, re.MULTILINE)) for severity in Severity}
    assert sum(kept.values()) + int(left_out) == len(made.diagnostics)
    assert sum(kept.values()) > 0
    assert kept[Severity.WARNING] == 0 or kept[Severity.ERROR] == 120
    assert kept[Severity.INFO] == 0 or kept[Severity.WARNING] == 120
    assert written.count("<details>") == written.count("</details>")
    assert elements(seen(written)) <= ELEMENTS


def test_a_comment_is_never_longer_than_a_comment_may_be() -> None:
    worst = [
        file_report(finding(message="$" * 30_000), path="$" * 500 + str(number), board="$" * 500)
        for number in range(200)
    ]
    assert len(page(report(*worst)).encode()) <= LONGEST


@pytest.mark.parametrize("language", list(Language))
def test_every_example_is_shown_whole(language: Language) -> None:
    drafts = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("??/fel-*.yaml"))
    made = run(*drafts)
    shows = seen(fitted(made, Options(language=language), 10**9))
    said = text_of(shows)
    assert elements(shows) <= ELEMENTS
    assert all(shown(one.message.render(language)) in said for one in made.diagnostics)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_shown_as_it_is_and_refers_to_nobody(text: str) -> None:
    written = page(everywhere(text), verbose=True)
    shows = seen(written)
    assert elements(shows) <= ELEMENTS
    assert len(shows.xpath(".//table//tr")) == 2
    assert {len(row) for row in shows.xpath(".//table//tr")} == {6}
    assert len(shows.xpath("./details")) == 1
    _refers_to_nobody(READER.render(written))
    assert text_of(shows).count(shown(text)) >= 4
    assert not any(line.lstrip().startswith("::") for line in written.split("\n"))


def _refers_to_nobody(rendered: str) -> None:
    """Hold that no text outside code is what GitHub and GitLab make links, people or signs of."""
    outside = re.sub(r"<code>.*?</code>", "", rendered, flags=re.DOTALL)
    for text in re.split(r"<[^>]*>", outside):
        assert not re.search(r"@\w|#\d|\w://|\bwww\.\w|GH-\d|:[\w+-]+:|\$\w|!\d", text), text


@given(MADE_OF)
def test_any_text_comes_back_from_markdown(text: str) -> None:
    rendered = READER.render(markdown(text))
    assert text_of(html.fromstring(f"<div>{rendered}</div>")) == shown(text)
    assert set(re.findall(r"<(\w+)", rendered)) <= {"p", "span"}


@given(MADE_OF)
def test_any_text_comes_back_from_a_table(text: str) -> None:
    shows = seen(f"| a | b |\n| - | - |\n| <code>{markdown(text)}</code> | {markdown(text)} |")
    first, second = shows.xpath(".//tbody/tr/td")
    assert text_of(first) == text_of(second) == shown(text)


@given(MADE_OF)
def test_any_text_comes_back_from_code_and_from_html(text: str) -> None:
    (found,) = seen(f"> Rad 1: {code(text)}").xpath(".//code")
    assert text_of(found) == shown(text)
    (summary,) = seen(f"<details>\n<summary>x{in_html(text)}</summary>\n\n</details>").xpath(".//summary")
    assert text_of(summary).removeprefix("x").strip() == shown(text)


def test_a_name_is_kept_apart_from_its_sign() -> None:
    assert markdown("@here #12 https://x.se") == f"@{APART}here \\#{APART}12 https:{APART}//x.se"
    assert markdown("ökar från 64 till 80 procent (2027).") == "ökar från 64 till 80 procent (2027)."
    assert markdown("1. ett") == "1\\. ett"


def test_goals_with_no_place_to_quote_are_named_by_the_document() -> None:
    bare = finding(goal_index=0)
    bare = bare._replace(location=bare.location._replace(lines=()))
    written = page(report(file_report(bare, bare._replace(goal_index=1))))
    assert "- `mål.yaml`" in written
