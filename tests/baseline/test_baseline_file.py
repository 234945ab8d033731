"""A baseline's file is read as people and programs leave it; what is wrong with it is said with its line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from goal_files import FILE, call, entries, write
from hypothesis import given
from hypothesis import strategies as st

from malkoll.baseline.entry import Entry, text_of
from malkoll.baseline.read import LARGEST, read_baseline
from malkoll.call_error import CallError
from malkoll.language import Language
from malkoll.schema.baseline import baseline_schema

PRINT = "0123456789abcdef" * 2
ENTRY = f'{{"code": "MK202", "file": "a.yaml", "fingerprint": "{PRINT}"'
HEAD = '{\n  "version": 1,\n  "findings": [\n    '


def _of(*lines: str) -> str:
    return HEAD + ",\n    ".join(lines) + "\n  ]\n}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "går inte att läsa som JSON. Felet är på rad 1."),
        ("[]", "går inte att läsa som JSON. Felet är på rad 1."),
        ("nämnd: Socialnämnden\n", "går inte att läsa som JSON. Felet är på rad 1."),
        (_of(ENTRY + "}") + "x", "går inte att läsa som JSON. Felet är på rad 7."),
        (_of(ENTRY + "}", ""), "går inte att läsa som JSON. Felet är på rad 6."),
        (_of("<<<<<<< HEAD", ENTRY + "}"), "går inte att läsa som JSON. Felet är på rad 4."),
        (_of(ENTRY + ', "reason": "x\ny"}'), "går inte att läsa som JSON. Felet är på rad 4."),
        (_of(ENTRY + ', "year": NaN}'), "går inte att läsa som JSON."),
        (_of(ENTRY + f', "year": {"9" * 5000}}}'), "går inte att läsa som JSON."),
        (_of("[" * 100_000), "går inte att läsa som JSON."),
        ("{1: 2}", "går inte att läsa som JSON. Felet är på rad 1."),
        ("{}", 'b.json, rad 1: Det här är ingen baslinje. En sådan börjar med "version": 1.'),
        ('{"version": "1"}', "Det här är ingen baslinje."),
        ('{"version": true}', "Det här är ingen baslinje."),
        ('{"version": 2, "runs": []}', "Baslinjen har version 2, och det här malkoll läser version 1."),
        ('{"version": 1}', "”findings” ska vara en lista."),
        ('{"version": 1,\n"findings": {}}', "b.json, rad 2: ”findings” ska vara en lista."),
        ('{"version": 1,\n"finding": []}', "b.json, rad 2: ”finding” finns inte i en baslinje. Menade du ”findings”?"),
        ('{"version": 1,\n"findings": [],\n"findings": []}', "b.json, rad 3: ”findings” står två gånger."),
        (_of("3"), "b.json, rad 4: Varje anmärkning ska stå inom klamrar"),
        (_of(ENTRY + "}", "[]"), "b.json, rad 5: Varje anmärkning ska stå inom klamrar"),
        (_of(ENTRY + "}", ENTRY + "}"), "b.json, rad 5: Samma anmärkning står redan på rad 4."),
        (_of(ENTRY + ', "skäl": "x"}'), "rad 4: ”skäl” finns inte i en baslinje. Det som kan stå är code, name, "),
        (_of(ENTRY + ', "raeson": "x"}'), "rad 4: ”raeson” finns inte i en baslinje. Menade du ”reason”?"),
        (_of(ENTRY + ', "code": "MK202"}'), "rad 4: ”code” står två gånger."),
        (_of('{"code": "MK202", "file": "a.yaml"}'), "rad 4: ”fingerprint” saknas."),
        (_of(ENTRY.replace("MK202", "202") + "}"), "rad 4: ”code” ska vara en regels kod, som MK202."),
        (_of(ENTRY.replace("0123", "X123") + "}"), "rad 4: ”fingerprint” ska vara 32 tecken"),
        (_of(ENTRY.replace("a.yaml", " ") + "}"), "rad 4: ”file” ska vara en text inom citattecken."),
        (_of(ENTRY + ', "reason": 3}'), "rad 4: ”reason” ska vara en text inom citattecken."),
        (_of(ENTRY + ', "year": "2026"}'), "rad 4: ”year” ska vara ett årtal, som 2026."),
        (_of(ENTRY + ', "until": "2026-02-30"}'), "rad 4: ”until” ska vara en dag, skriven som 2026-11-23."),
        (_of(ENTRY + ', "until": "i morgon"}'), "rad 4: ”until” ska vara en dag"),
        (_of(ENTRY + ', "until": 2026}'), "rad 4: ”until” ska vara en dag"),
    ],
)  # fmt: skip
def test_a_baseline_that_cant_be_used_ends_the_call_in_words_with_the_line(text: str, said: str) -> None:
    write("sn.yaml")
    write("b.json", text)
    for option in ("--baseline", "--write-baseline"):
        ended = call("sn.yaml", option, "b.json")
        assert (ended.status, ended.out) == (2, "")
        assert said in ended.err
        assert Path("b.json").read_text(encoding="utf-8") == text


def test_several_mistakes_are_told_at_once_but_not_all_of_very_many() -> None:
    write("b.json", _of(*(f"{number}" for number in range(50))))
    with pytest.raises(CallError) as caught:
        read_baseline("b.json")
    assert len(caught.value.messages) == 5


def test_a_file_that_is_too_large_or_no_text_or_a_folder_is_told() -> None:
    write("sn.yaml")
    Path("stor.json").write_bytes(b" " * (LARGEST * 1_000_000 + 1))
    assert "är större än 20 MB" in call("sn.yaml", "--baseline", "stor.json").err
    Path("latin.json").write_bytes(b'{"version": 1,\n"findings": ["\xe5"]}')
    assert "inte sparad som UTF-8. Felet är på rad 2." in call("sn.yaml", "--baseline", "latin.json").err
    Path("mapp").mkdir()
    for option in ("--baseline", "--write-baseline"):
        ended = call("sn.yaml", option, "mapp")
        assert ended.status == 2
        assert "gick inte att läsa" in ended.err
    assert call("sn.yaml", "--baseline", "").status == 2
    assert call("sn.yaml", "--baseline", "a\0b").status == 2


@pytest.mark.parametrize("change", ["bom", "crlf", "indented", "one line", "reordered", "schema named"])
def test_what_editors_and_git_do_to_a_file_is_understood(change: str) -> None:
    write("sn.yaml")
    call("sn.yaml", "--write-baseline", FILE)
    file = Path(FILE)
    data, loaded = file.read_bytes(), json.loads(file.read_text(encoding="utf-8"))
    changes: dict[str, Callable[[], bytes]] = {
        "bom": lambda: b"\xef\xbb\xbf" + data,
        "crlf": lambda: data.replace(b"\n", b"\r\n"),
        "indented": lambda: json.dumps(loaded, indent=4).encode(),
        "one line": lambda: json.dumps(loaded).encode(),
        "reordered": lambda: json.dumps(
            {"findings": [dict(reversed(one.items())) for one in reversed(loaded["findings"])], "version": 1}
        ).encode(),
        "schema named": lambda: json.dumps({"$schema": "x", **loaded}).encode(),
    }
    file.write_bytes(changes[change]())
    assert call("sn.yaml", "--baseline", FILE).status == 0


TEXT = st.text(st.characters(codec=None), max_size=30)
ENTRIES = st.lists(
    st.builds(
        Entry,
        fingerprint=st.text("0123456789abcdef", min_size=32, max_size=32),
        code=st.sampled_from(["MK202", "MK402"]),
        file=TEXT.filter(str.strip),
        name=st.none() | TEXT,
        board=st.none() | TEXT,
        year=st.none() | st.integers(1, 9999),
        goal=st.none() | TEXT,
        reason=st.none() | TEXT,
        until=st.none() | st.dates(),
    ),
    max_size=5,
    unique_by=lambda entry: entry.fingerprint,
)


@given(ENTRIES)
def test_what_is_written_is_read_again_whatever_it_says(found: list[Entry]) -> None:
    text = text_of(found)
    assert len(text.splitlines()) == (len(found) + 5 if found else 4)
    Path("b.json").write_text(text, encoding="utf-8")
    assert text_of(read_baseline("b.json").entries) == text
    assert sorted(read_baseline("b.json").entries, key=lambda one: one.fingerprint) == sorted(
        found, key=lambda one: one.fingerprint
    )
    jsonschema.Draft202012Validator(baseline_schema(Language.SV)).validate(json.loads(text))


def test_the_schema_refuses_what_malkoll_refuses() -> None:
    schema = jsonschema.Draft202012Validator(baseline_schema(Language.EN))
    good = json.loads(_of(ENTRY + "}"))
    assert schema.is_valid(good)
    for wrong in (
        {"skäl": "x"},
        {"year": "2026"},
        {"until": "i morgon"},
        {"code": "202"},
        {"fingerprint": "x"},
    ):
        assert not schema.is_valid({**good, "findings": [{**good["findings"][0], **wrong}]})


def test_a_day_is_read_as_a_day() -> None:
    write("b.json", _of(ENTRY + ', "until": "2026-11-23"}'))
    (entry,) = read_baseline("b.json").entries
    assert entry.until == datetime.date(2026, 11, 23)
    assert not entry.has_expired(datetime.date(2026, 11, 23))
    assert entry.has_expired(datetime.date(2026, 11, 24))
    assert entries("b.json")[0]["until"] == "2026-11-23"
