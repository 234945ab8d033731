"""What is too large, too deep, or not of use: told in words, and never read to the end."""

from __future__ import annotations

import datetime

import pytest
from pydantic_core import PydanticCustomError

from checked import SOUND, changed, check, codes
from malkoll.document.messages import UnmappedError, troubles_of
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.rules.file.unreadable_file import SENTENCES
from malkoll.selection import select
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import DEFAULT, built_in
from malkoll.syntax.compose import Limits
from malkoll.syntax.edited import Edited
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Trouble


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 200, "i fler än 100 nivåer"),
        ("a: [" + "x, " * 120_000, "fler än 100\u00a0000 nycklar och texter"),
        ("mål: &a [*a]\n", "”*a” hänvisar till något som det självt är en del av"),
        (
            "a: &a [" + "x, " * 500 + "]\nb: &b [" + "*a, " * 15 + "]\nc: [" + "*b, " * 5 + "]\n",
            "mer än 10\u00a0000 delar större",
        ),
    ],
    ids=["depth", "nodes", "itself", "references"],
)
def test_beyond_a_limit_there_is_one_finding_that_says_which(text: str, said: str) -> None:
    (found,) = check(text).diagnostics
    assert found.code == "MK007"
    assert said in found.message.render(Language.SV)


def test_a_caller_can_raise_the_limits() -> None:
    text = SourceFile("x.yaml", ("[" * 150 + "]" * 150).encode())
    assert not parse(text, Limits(depth=200)).troubles
    assert [one.variant for one in parse(text).troubles] == ["depth"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("    rådighet: egen", "    rubrik: !Nytt stöd\n    rådighet: egen"),
            "”!Nytt” börjar med ett utropstecken",
        ),
        (
            ("fokusområde: Hållbar vardag", "fokusområde: !Nytt vardag"),
            "”!Nytt” börjar med ett utropstecken",
        ),
        (("fokusområde: Hållbar vardag", "fokusområde: !viktigt"), "”!viktigt” börjar med ett utropstecken"),
        (("status: utkast", "status: utkast\n? [a, b]\n: c"), "en grupp av uppgifter där en nyckel ska stå"),
        (
            ("status: utkast", "status: utkast\n? {a: {b: c}}\n: c"),
            "en grupp av uppgifter där en nyckel ska stå",
        ),
        (("    rådighet: egen", "    <<: text\n    rådighet: egen"), "”<<” hämtar in nycklar"),
    ],
)
def test_what_a_goal_document_has_no_use_for_is_one_finding(change: tuple[str, str], said: str) -> None:
    report = check(changed(change))
    assert [one.code for one in report.diagnostics] == ["MK008"]
    assert said in report.diagnostics[0].message.render(Language.SV)
    assert len(report.goals) == 3


def test_a_tag_of_yaml_itself_leaves_the_value_known() -> None:
    assert codes(changed(("värde: 80", "värde: !!int 80"))) == ["MK008"]


def test_keys_that_are_brought_in_count_as_written() -> None:
    text = changed(
        ("  - id: sn-1", "  - &ett\n    id: sn-1"),
        ("  - id: sn-2\n", "  - id: sn-2\n    <<: *ett\n"),
    )
    assert codes(text) == []


@pytest.mark.parametrize("variant", sorted(SENTENCES))
def test_a_file_that_cannot_be_read_is_told_of_in_words(variant: str) -> None:
    engine = Engine(datetime.date(2026, 11, 23))
    trouble = Trouble("unreadable-file", variant, Span(0, 0), values={"limit": 1_500_000}, fatal=True)
    engine.check(Input("mål.yaml", None, built_in(DEFAULT), select(), trouble=trouble))
    (found,) = engine.finish().diagnostics
    assert (found.code, found.location.start) == ("MK001", (1, 1))
    assert ("1,5 MB" in found.message.render(Language.SV)) == (variant == "size")
    assert ("1.5 MB" in found.message.render(Language.EN)) == (variant == "size")


def test_a_file_over_the_size_limit_is_not_read() -> None:
    assert codes(SOUND + "# " + "x" * 1_000_000) == ["MK001"]


def test_an_error_that_no_rule_words_is_a_mistake_of_ours() -> None:
    error = PydanticCustomError("something-new", "x")
    with pytest.raises(UnmappedError):
        troubles_of({"type": error.type, "loc": ("a",), "msg": "x"}, None, ())


def test_a_place_in_an_edited_text_leads_back_to_the_file() -> None:
    text = Edited("a\u200bb\r\nc", [(Span(1, 2), ""), (Span(3, 5), "\n")])
    assert text.text == "ab\nc"
    assert [text.start(offset) for offset in range(5)] == [0, 2, 3, 5, 6]
    assert [text.end(offset) for offset in range(5)] == [0, 1, 3, 5, 6]


def test_edits_that_lie_over_each_other_are_refused() -> None:
    text = Edited("abcdef")
    once = text.mended(((Span(1, 4), "X"),))
    assert once is not None
    assert once.text == "aXef"
    assert once.mended(((Span(0, 2), "Y"),)) is None
