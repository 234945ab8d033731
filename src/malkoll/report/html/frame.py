"""The frame of every page: its head with the security policy, a way past the header, the contents and the parts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from malkoll import __version__
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.report.html import words
from malkoll.report.html.markup import Content, Markup, element, raw_text
from malkoll.report.html.writer import DOCUMENT


class Section(Record):
    """A part of a page, with a place in its contents.

    Attributes:
        name: of its place on the page.
        title: in the page's language, or a name from a document.

    """

    name: str
    title: Text | str
    content: Content


def framed(
    title: str,
    header: Content,
    sections: Sequence[Section],
    language: Language,
    *,
    script: str = "",
    is_large: bool = False,
) -> str:
    """Write a whole page, which asks for nothing and runs nothing but its own script.

    Args:
        title: of the window.
        header: what stands above the contents.
        sections: the rest.
        language: of the page.
        script: the name of the script that it runs, if any.
        is_large: whether a browser had better lay it out as it is reached.

    """
    style, run = _file("style.css"), _file(script) if script else ""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, run)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"malkoll {__version__}"),
        element("title", title),
        raw_text("style", style),
    )
    body = element(
        "body",
        element("a", words.SKIP.render(language), href="#main", class_="skip"),
        header,
        _contents(sections, language),
        element("main", [_section(one, language) for one in sections], id="main"),
        raw_text("script", run) if run else None,
        class_="large" if is_large else None,
    )
    page = element("html", "\n", head, "\n", body, "\n", lang=language.value)
    return f"<!doctype html>\n{page.html}\n"


def _contents(sections: Sequence[Section], language: Language) -> Markup:
    parts = [
        element("li", element("a", _title(one, language), href=f"#{one.name}", lang=_tongue(one)))
        for one in sections
    ]
    return element("nav", element("ul", parts), aria_label=words.CONTENTS.render(language))


def _section(section: Section, language: Language) -> Markup:
    heading = element("h2", _title(section, language), lang=_tongue(section))
    return element("section", heading, section.content, id=section.name)


def _title(section: Section, language: Language) -> str:
    return section.title if isinstance(section.title, str) else section.title.render(language)


def _tongue(section: Section) -> str | None:
    """Give the language of a title that stands in a document."""
    return DOCUMENT if isinstance(section.title, str) else None


def _policy(style: str, script: str) -> str:
    """Let the page run its own script and use its own style, and ask for nothing."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; {scripts}style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
