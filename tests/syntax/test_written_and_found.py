"""What is written into a file is read back as it was meant, and a part of a text is found where it stands."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from malkoll.syntax.patch import part_span, yaml_text
from malkoll.syntax.tree import scalars
from reading import data_of, read

CHARACTERS = "aÅ1 :#-'\"\\[]{},&*!|>%@`\t\n\r\x07\x7f\x85é–"


@given(text=st.text(CHARACTERS, min_size=1, max_size=12))
def test_a_text_is_written_so_that_it_is_read_back(text: str) -> None:
    written = yaml_text(text)
    assert yaml.load(f"nyckel: {written}\n", Loader=yaml.BaseLoader) == {"nyckel": text}  # noqa: S506 - texts alone
    assert isinstance(yaml.safe_load(f"nyckel: {written}\n")["nyckel"], str)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hållbar vardag", "Hållbar vardag"),
        ("Barn- och utbildningsnämnden", "Barn- och utbildningsnämnden"),
        ("2026 och 2027", "2026 och 2027"),
        ("a", "a"),
        # what YAML would take for something else
        ("ja: nej", '"ja: nej"'),
        ("2026", '"2026"'),
        ("true", '"true"'),
        ("No", '"No"'),
        ("1e3", '"1e3"'),
        ("-", '"-"'),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ('ett "två"', '"ett \\"två\\""'),
        ("G:\\Mål", '"G:\\\\Mål"'),
        ("a\tb\nc", '"a\\x09b\\x0ac"'),
    ],
)
def test_a_text_is_written_plain_where_every_reader_takes_it_for_a_text(text: str, written: str) -> None:
    assert yaml_text(text) == written


@pytest.mark.parametrize(
    ("written", "part", "there"),
    [
        ("ett två tre", "två", "två"),
        ("'ett två tre'", "två", "två"),
        ('"ett två tre"', "två", "två"),
        # escapes before it, and in it
        (r'"\x65tt två tre"', "två", "två"),
        (r'"\u00e5r två tre"', "två", "två"),
        (r'"\U000000e5r två tre"', "två", "två"),
        (r'"\"ett\" två tre"', "två", "två"),
        (r'"ett\ttvå tre"', "två", "två"),
        (r'"ett tv\xe5 tre"', "två", r"tv\xe5"),
        (r'"ett tv\u00e5 tre"', "två", r"tv\u00e5"),
        (r'"ett \U00000074vå tre"', "två", r"\U00000074vå"),
        (r'"ett \x74v\xe5"', "två", r"\x74v\xe5"),
        ("'ett''s två tre'", "två", "två"),
        ("'ett två''s tre'", "två's", "två''s"),
        # over several lines
        ("ett\n  två tre", "två", "två"),
        ("ett\n  två\n  tre", "två tre", "två\n  tre"),
        ('"ett\n  två\n\n  tre"', "två", "två"),
        ('"ett \\\n  två tre"', "två", "två"),
        ("|\n  ett\n  två tre\n", "två", "två"),
        ("|\n  ett\n  två tre\n", "tre", "tre"),
        (">-\n  ett\n  två\n  tre\n", "två tre", "två\n  tre"),
        (">  # tvåa\n  ett\n  två tre\n", "två", "två"),
        # letters in two parts
        ("ett tva\u030a tre", "två", "tva\u030a"),
        ("a\u030ar\n  två tre", "två", "två"),
    ],
)
def test_a_part_of_a_text_is_found_through_quotes_escapes_and_line_ends(
    written: str, part: str, there: str
) -> None:
    text = f"nyckel: {written}\nnästa: två\n"
    source, parsed = read(text)
    node = next(one for one in scalars(parsed.root) if one.start > text.index(":"))
    start = node.text.index(part)
    span = part_span(source.text, node, start, start + len(part))
    assert source.text[span.start : span.end] == there
    assert span.end <= text.index("\nnästa")


@pytest.mark.parametrize("end", ["", " ", "  "])
def test_blanks_at_the_very_end_are_no_part_of_a_text(end: str) -> None:
    _, parsed = read(f"nyckel: |\n  ett\n  två\n{end}")
    assert data_of(parsed.root) == {"nyckel": "ett\ntvå\n"}
    assert parsed.whole
