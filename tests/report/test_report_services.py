"""The formats that services read, of documents that nobody should write: each can be read back whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from report_cases import DATE

from checked import check
from hostile_documents import aliases, comments, encodings, keys, tags
from malkoll.diagnostic import Severity
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.report.markdown import LONGEST
from malkoll.result import Report

XSD = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "data" / "junit.xsd"))
READER = MarkdownIt("commonmark", {"html": True}).enable(["table"])
COMMAND = re.compile(r"::(error|warning|notice) file=mål\.yaml,line=\d+,endLine=\d+,[^:]*::[^\r]*")
Documents = Callable[[], Iterator[tuple[str, str | bytes]]]


@pytest.mark.parametrize(
    "documents", [aliases, comments, encodings, keys, tags], ids=lambda one: one.__name__
)
def test_a_report_of_a_hostile_document_is_read_back_whole(documents: Documents) -> None:
    for number, (name, document) in enumerate(documents()):
        made = Report((check(document),), 0, DATE)
        found = len(made.diagnostics)
        options = Options(list(Language)[number % 2], verbose=True, fail_on=Severity.INFO)

        lines = render(made, Format.GITHUB, options).split("\n")
        assert len(lines) == found + 1, name
        assert all(COMMAND.fullmatch(line) for line in lines[:-1]), name

        listed = json.loads(render(made, Format.GITLAB, options))
        assert len({one["fingerprint"] for one in listed}) == found, name

        root = etree.fromstring(render(made, Format.JUNIT, options).encode())
        XSD.assertValid(root)
        told = "\n".join(str(one.text) for kind in ("failure", "error") for one in root.iter(kind))
        assert len(re.findall(r"^mål\.yaml:\d+:\d+: ", told, re.MULTILINE)) == found, name

        written = render(made, Format.MARKDOWN, options)
        assert len(written.encode()) <= LONGEST, name
        shown = READER.render(written)
        assert (
            shown.count("<details>") == shown.count("</details>") == (found > 0 or bool(made.suppressed))
        ), name
        assert "<script" not in shown
